/** Words as a sentence begins with them. */

/** "four hires" is "Four hires"; an empty text stays empty. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
