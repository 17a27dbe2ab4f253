/** Numbers as the reader of a language expects them, with a true minus sign and no exotic spaces. */
import { numberFormat } from './intl';
import { type Lang, LOCALE } from './languages';

const NBSP = '\u00a0';
/** Our typefaces have no narrow or thin space. */
const plainSpaces = (text: string) => text.replace(/[\u2009\u200a\u202f]/g, NBSP);

/** `1234.5` is "1,234.5" or "1.234,5". @param digits most decimals shown: one, and two below one */
export function formatNumber(value: number, lang: Lang, digits = Math.abs(value) < 1 ? 2 : 1): string {
  const text = numberFormat(LOCALE[lang].intl, { maximumFractionDigits: digits }).format(value);
  return plainSpaces(text).replace('-', '−');
}

/** A net with its sign: "+5", "−7", "0". */
export function formatSigned(value: number, lang: Lang): string {
  return value > 0 ? `+${formatNumber(value, lang)}` : formatNumber(value, lang);
}

/** Small whole numbers as words, as running text has them (to twelve), larger ones in figures. */
export function spellNumber(value: number, lang: Lang): string {
  return LOCALE[lang].numbers[value] ?? formatNumber(value, lang);
}

/** In words or in figures, as the largest number beside it: a whole that it is a part of, or its like. */
export const spellPart = (value: number, largest: number, lang: Lang): string =>
  /\d/.test(spellNumber(largest, lang)) ? formatNumber(value, lang) : spellNumber(value, lang);

/** From a million on the scale is a word. */
const SCALED = 1e6;

/** US dollars with the scale in words: "$1.5 billion", "1,5 Milliarden Dollar". */
export function formatDollars(value: number, lang: Lang): string {
  const amount =
    value < SCALED
      ? formatNumber(value, lang, 2)
      : numberFormat(LOCALE[lang].intl, {
          notation: 'compact',
          compactDisplay: 'long',
          maximumFractionDigits: 2,
        }).format(value);
  return LOCALE[lang].dollars.replace('{amount}', amount).replace(/\s/g, NBSP);
}

/** "a, b and c" in the language's own way. */
export function formatList(items: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(LOCALE[lang].intl, { type: 'conjunction' }).format(items);
}
