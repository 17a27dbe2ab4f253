/** Letters beyond Latin-1 stand as references in a built page (src/pages/_letters.ts). */

/**
 * @param {string} html A page as it was built.
 * @returns {string} The same with these letters as they are read.
 */
export const withLetters = (html) =>
  html.replace(/&#(\d{3,});/g, (_, code) => String.fromCodePoint(Number(code)));
