/** Dates exactly as precise as they are known, in the reader's language; UTC throughout. */
import { dateFormat } from './intl';
import { type Lang, LOCALE } from './languages';
import { parts } from './partial';

export { compareDates, dayOf, extentOf } from './partial';

/**
 * `long` "8 July 2025", `short` "8 Jul 2025", `dayMonth` "8 July", `dayShort` "8 Jul", `month` "July 2025",
 * `monthName` "July", `monthShort` "Jul", `year` "2025".
 */
export type DateStyle =
  | 'long'
  | 'short'
  | 'dayMonth'
  | 'dayShort'
  | 'month'
  | 'monthName'
  | 'monthShort'
  | 'year';

type Options = Intl.DateTimeFormatOptions;
const STYLES: Record<Exclude<DateStyle, 'year'>, Options> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'long' },
  dayShort: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthName: { month: 'long' },
  monthShort: { month: 'short' },
};

/**
 * Never says more than is known: a month asked for as `long` or as `dayMonth` is a month with its year. The day
 * stays on the line of its month.
 */
export function formatDate(date: string, lang: Lang, style: DateStyle = 'long'): string {
  const key = `${date} ${lang} ${style}`;
  const known = formatted.get(key) ?? dateIn(date, lang, style);
  formatted.set(key, known);
  return known;
}

const formatted = new Map<string, string>();

function dateIn(date: string, lang: Lang, style: DateStyle): string {
  const [y, m, d] = parts(date);
  if (m === undefined || style === 'year') return String(y);
  const { day, ...rest } = STYLES[style];
  const options: Options = day && d === undefined ? { ...rest, year: 'numeric' } : STYLES[style];
  return dateFormat(LOCALE[lang].intl, options)
    .format(Date.UTC(y, m - 1, d ?? 1))
    .replace(/[\u2009\u202f]/g, '\u00a0')
    .replace(/Sept(?= |$)/, 'Sep')
    .replace(/^(\d{1,2}\.?) /, '$1\u00a0');
}

/** "25 to 30 June 2025", "25. bis 30. Juni 2025"; two days, both known to the day. */
export function formatDays(from: string, to: string, lang: Lang): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = sameMonth ? dayAlone(from, lang) : formatDate(from, lang, 'dayMonth');
  return formatRange(first, formatDate(to, lang), lang);
}

/** Two dates that are words already: "2024 to June 2025". */
export const formatRange = (from: string, until: string, lang: Lang) =>
  LOCALE[lang].range.replace('{from}', from).replace('{until}', until);

/** The day as it stands beside its month, with what belongs to it: "25", "25.". */
function dayAlone(date: string, lang: Lang): string {
  return dateFormat(LOCALE[lang].intl, STYLES.dayMonth)
    .formatToParts(Date.parse(date))
    .flatMap(({ type, value }) => (type === 'month' ? [] : [value]))
    .join('')
    .trim();
}
