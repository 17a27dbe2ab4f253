/** Which letters lie in which cut of a typeface: a browser fetches a further cut only where a page has its letters. */

/** Every character from one code to another, both included. */
const codes = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)).join('');
const without = (letters: string, other: string) => [...letters].filter((c) => !other.includes(c)).join('');

const GERMAN = 'ÄÖÜäöüß';
/** Of names that come up most: a further cut for one é costs a page a request and its layout once more. */
const COMMON = 'éèáíóñç';
/** Of Latin Extended-A, but in the packages' files for Latin-1. */
const STRAYS = 'ıŒœ';

/** What every page has. */
export const BASE = `${codes(0x20, 0x7e)}${GERMAN}${COMMON}„“”‚‘’–—…·•§€£°×−\u00a0©«»`;
/** Names and words of Western Europe, and the dotless i. */
export const LATIN_1 = without(codes(0xc0, 0xff), '×÷') + STRAYS;
/** Letters of old spellings, which the text face lacks. */
const OLD = 'Ĳĳŉſ';
/** Names of Central Europe, the Baltic and Turkey: Latin Extended-A, and the Romanian comma below. */
export const LATIN_EXT = without(codes(0x100, 0x17f), STRAYS + OLD) + codes(0x218, 0x21b);

const MISSING = new RegExp(
  `[^${[...(BASE + LATIN_1 + LATIN_EXT)].map((letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`).join('')}]`,
  'u',
);
/** The first letter of a text that is in no cut; '' where all of them are. */
export const missingLetter = (text: string): string => MISSING.exec(text)?.[0] ?? '';

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;()-–’“”−+/%&$\u00a0';
/** An embed's face by language: what two drawings, a table and a foot of that language need, and no more. */
export const LEAN: Readonly<Record<string, string>> = { en: PLAIN, de: `${PLAIN}„${GERMAN}` };

/** Letters as the `unicode-range` of a `@font-face`. */
export function unicodeRange(letters: string): string {
  const all = [...new Set(letters)].map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const hex = (code: number | undefined) => code?.toString(16).toUpperCase();
  return all
    .filter((code, i) => all[i - 1] !== code - 1)
    .map((first) => {
      const last = all.find((code, i) => code >= first && all[i + 1] !== code + 1);
      return last === first ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`;
    })
    .join(',');
}

const EXT_RUN = new RegExp(`([${LATIN_EXT}]+)`);

/** A text in stretches of one cut each, as fixed cuts have it: every second one is of the letters beyond Latin-1. */
export const stretchesOf = (text: string): readonly string[] => text.split(EXT_RUN);
