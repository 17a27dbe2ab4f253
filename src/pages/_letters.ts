/**
 * How a page writes its letters. One quotation mark beyond Latin-1 makes Chromium keep all that arrives with it in two
 * bytes a letter: it decoded the story in 14 ms with them and in 7 without, and packed the page is no larger.
 */

const WIDE = /[^\0-\xff]/gu;
const reference = (letter: string) => `&#${letter.codePointAt(0)};`;
/** In a string of JSON; beyond 16 bits a letter has two. */
const escaped = (text: string) =>
  text.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Taken as they stand, without references. Ours are data as JSON or hold Latin-1 alone, as the styles do. */
const RAW = /(<script\b[^>]*>[\s\S]*?<\/script>|<style\b[^>]*>[\s\S]*?<\/style>)/;

/** @returns the page in letters of Latin-1, which says what it said */
export function inLatin1(html: string): string {
  const parts = html.split(RAW);
  const written = parts.map((part, i) => {
    if (i % 2 === 0) return part.replace(WIDE, reference);
    return part.startsWith('<script') ? escaped(part) : part;
  });
  return written.join('');
}
