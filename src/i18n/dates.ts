/** Dates exactly as precise as they are known, in the reader's language; UTC throughout. */
import { dateFormat } from './intl';
import { type Lang, LOCALE } from './languages';

/**
 * `long` "8 July 2025", `short` "8 Jul 2025", `dayMonth` "8 July", `dayShort` "8 Jul", `month` "July 2025",
 * `monthName` "July", `monthShort` "Jul", `monthNarrow` "J", `year` "2025".
 */
export type DateStyle =
  | 'long'
  | 'short'
  | 'dayMonth'
  | 'dayShort'
  | 'month'
  | 'monthName'
  | 'monthShort'
  | 'monthNarrow'
  | 'year';

const parts = (date: string) => date.split('-').map(Number) as [number, number?, number?];

/** The instant a partial date begins, and the first instant after it, in milliseconds (UTC). */
export function extentOf(date: string): readonly [start: number, end: number] {
  const [y, m, d] = parts(date);
  if (m === undefined) return [Date.UTC(y, 0, 1), Date.UTC(y + 1, 0, 1)];
  if (d === undefined) return [Date.UTC(y, m - 1, 1), Date.UTC(y, m, 1)];
  return [Date.UTC(y, m - 1, d), Date.UTC(y, m - 1, d + 1)];
}

/** The day that an instant (milliseconds UTC, or a Date) lies in, as a date is written in the data. */
export const dayOf = (instant: number | Date): string => new Date(instant).toISOString().slice(0, 10);

type Options = Intl.DateTimeFormatOptions;
const STYLES: Record<Exclude<DateStyle, 'year'>, Options> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'long' },
  dayShort: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthName: { month: 'long' },
  monthShort: { month: 'short' },
  monthNarrow: { month: 'narrow' },
};

/**
 * Never says more than is known: a month asked for as `long` or as `dayMonth` is a month with its year. The day
 * stays on the line of its month.
 */
export function formatDate(date: string, lang: Lang, style: DateStyle = 'long'): string {
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

/** Order of partial dates: by first instant, the more precise first where they begin together. */
export function compareDates(a: string, b: string): number {
  const [a0, a1] = extentOf(a);
  const [b0, b1] = extentOf(b);
  return a0 - b0 || a1 - b1;
}
