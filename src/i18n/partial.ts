/** When dates are that are known to the year, the month or the day; of no language, so that a browser can ask. */

export const parts = (date: string) => date.split('-').map(Number) as [number, number?, number?];

/** The instant a partial date begins, and the first instant after it, in milliseconds (UTC). */
export function extentOf(date: string): Extent {
  const known = extents.get(date);
  if (known) return known;
  const made = extentFrom(...parts(date));
  extents.set(date, made);
  return made;
}

type Extent = readonly [start: number, end: number];

/** There are fewer dates than rows that have one. */
const extents = new Map<string, Extent>();

function extentFrom(y: number, m?: number, d?: number): Extent {
  if (m === undefined) return [Date.UTC(y, 0, 1), Date.UTC(y + 1, 0, 1)];
  if (d === undefined) return [Date.UTC(y, m - 1, 1), Date.UTC(y, m, 1)];
  return [Date.UTC(y, m - 1, d), Date.UTC(y, m - 1, d + 1)];
}

/** The day that an instant (milliseconds UTC, or a Date) lies in, as a date is written in the data. */
export const dayOf = (instant: number | Date): string => new Date(instant).toISOString().slice(0, 10);

/** Order of partial dates: by first instant, the more precise first where they begin together. */
export function compareDates(a: string, b: string): number {
  const [a0, a1] = extentOf(a);
  const [b0, b1] = extentOf(b);
  return a0 - b0 || a1 - b1;
}
