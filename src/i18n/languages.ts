/** The languages a reader can choose, as `languages.json` of the content lists them. A new one needs no code. */
import { readFileSync } from 'node:fs';
import { CONTENT } from './content';

const FILE = `${CONTENT}/languages.json`;

export type Lang = keyof typeof import('../../content/languages.json');
const languages: Record<Lang, object> = JSON.parse(readFileSync(FILE, 'utf8'));
export const LANGS = Object.keys(languages) as readonly Lang[];

/** How a language is written. */
interface Locale {
  /** Its own name for itself. */
  name: string;
  /** Whether readers can choose it; the others are built in tests only. */
  published: boolean;
  /** BCP 47, for dates, numbers and plurals. */
  intl: string;
  /** The underscore form of Open Graph. */
  og: string;
  dir: 'ltr' | 'rtl';
  /** None, then one to twelve, as running text has them. */
  numbers: readonly string[];
  /** US dollars around an `{amount}` that may have its scale in words. */
  dollars: string;
  /** Two dates, `{from}` and `{until}`. */
  range: string;
  /** Quotation marks: opening, closing, and the same inside a quotation. */
  quotes: readonly string[];
}

/**
 * Every language has what the first one has, of the same kind and length.
 * @throws Error with every fault at once
 */
export function checkedLocales<L extends string>(given: Record<L, object>): Record<L, Locale> {
  const entries = Object.entries(given) as [string, Record<string, unknown>][];
  const model = entries[0]?.[1] ?? {};
  const faults = entries.flatMap(([lang, locale]) => [
    ...(/^[a-z]{2}$/.test(lang) ? [] : [`"${lang}" is not a language. Expected two small letters.`]),
    ...(locale['dir'] === 'ltr' || locale['dir'] === 'rtl' ? [] : [`${lang}.dir: expected "ltr" or "rtl".`]),
    ...Object.entries(model).flatMap(([key, example]) =>
      kindOf(locale[key]) === kindOf(example)
        ? []
        : [
            `${lang}.${key}: ${kindOf(locale[key])}. Expected ${kindOf(example)}, such as ${JSON.stringify(example)}.`,
          ],
    ),
  ]);
  if (faults.length > 0) throw new Error(faults.map((fault) => `${FILE}: ${fault}`).join('\n'));
  return given as Record<L, Locale>;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  return Array.isArray(value) ? `a list of ${value.length}` : `a ${typeof value}`;
}

export const LOCALE: Record<Lang, Locale> = checkedLocales(languages);
export const PUBLISHED: readonly Lang[] = LANGS.filter((lang) => LOCALE[lang].published);

/** The same for every language, as names and made-up rows have it. */
export const inEvery = <T>(value: T) =>
  Object.fromEntries(LANGS.map((lang) => [lang, value])) as Record<Lang, T>;
