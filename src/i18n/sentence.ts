/** How words stand in a sentence: at its beginning, and at the end of a line. */

/** "four hires" is "Four hires"; an empty text stays empty. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A number stays on one line with what it counts: "17 months", "8 July"; a year belongs to what stands before it. */
export const unbroken = (text: string): string =>
  text.replace(/(?<![\d.,])(\d{1,3}(?:[.,]\d+)*\.?) (?=\p{L})/gu, '$1\u00a0');
