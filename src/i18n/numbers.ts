/** Numbers as the reader of a language expects them, with a true minus sign and no exotic spaces. */
import { type Lang, LOCALE } from './languages';

const NBSP = '\u00a0';
/** Our typefaces have no narrow or thin space. */
const plainSpaces = (text: string) => text.replace(/[\u2009\u200a\u202f]/g, NBSP);

/** `1234.5` is "1,234.5" or "1.234,5". @param digits most decimals shown */
export function formatNumber(value: number, lang: Lang, digits = 1): string {
  const text = new Intl.NumberFormat(LOCALE[lang].intl, { maximumFractionDigits: digits }).format(value);
  return plainSpaces(text).replace('-', '−');
}

/** A net with its sign: "+5", "−7", "0". */
export function formatSigned(value: number, lang: Lang): string {
  return value > 0 ? `+${formatNumber(value, lang)}` : formatNumber(value, lang);
}

const WORDS: Record<Lang, readonly string[]> = {
  en: [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
  de: [
    'kein',
    'ein',
    'zwei',
    'drei',
    'vier',
    'fünf',
    'sechs',
    'sieben',
    'acht',
    'neun',
    'zehn',
    'elf',
    'zwölf',
  ],
};

/** Small whole numbers as words, as running text has them (to twelve), larger ones in figures. */
export function spellNumber(value: number, lang: Lang): string {
  return WORDS[lang][value] ?? formatNumber(value, lang);
}

const SCALES: Record<Lang, readonly [number, string, string][]> = {
  en: [
    [1e12, 'trillion', 'trillion'],
    [1e9, 'billion', 'billion'],
    [1e6, 'million', 'million'],
  ],
  de: [
    [1e12, 'Billion', 'Billionen'],
    [1e9, 'Milliarde', 'Milliarden'],
    [1e6, 'Million', 'Millionen'],
  ],
};

/** US dollars with the scale in words: "$1.5 billion", "1,5 Milliarden Dollar". */
export function formatDollars(value: number, lang: Lang): string {
  const scale = SCALES[lang].find(([size]) => value >= size);
  const amount = formatNumber(scale ? value / scale[0] : value, lang, 2);
  const word = scale ? `${NBSP}${amount === '1' ? scale[1] : scale[2]}` : '';
  return lang === 'de' ? `${amount}${word}${NBSP}Dollar` : `$${amount}${word}`;
}

/** "a, b and c" in the language's own way. */
export function formatList(items: readonly string[], lang: Lang): string {
  return new Intl.ListFormat(LOCALE[lang].intl, { type: 'conjunction' }).format(items);
}
