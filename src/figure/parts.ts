/** Long lists in parts, each a page of its own: no page grows with the data. */

/** Rows of one page of the list of moves, and of sources. */
export const PER_PAGE = { moves: 400, sources: 1000 };

/** One page of a list: which it is, from 1, of how many, and what is on it. */
export interface Part<T> {
  number: number;
  of: number;
  rows: readonly T[];
}

/** A list in parts; an empty one is one part. */
export function partsOf<T>(rows: readonly T[], perPage: number): readonly Part<T>[] {
  const of = Math.max(1, Math.ceil(rows.length / perPage));
  return Array.from({ length: of }, (_, i) => ({
    number: i + 1,
    of,
    rows: rows.slice(i * perPage, (i + 1) * perPage),
  }));
}

const places = new WeakMap<readonly { id: string }[], ReadonlyMap<string, number>>();

/** Which part of a list a row is on, from 1; of a row that is not in it, the first. */
export function partOf(rows: readonly { id: string }[], perPage: number, id: string): number {
  const known = places.get(rows) ?? new Map(rows.map((row, i) => [row.id, i]));
  places.set(rows, known);
  return 1 + Math.floor((known.get(id) ?? 0) / perPage);
}

/** The end of a part's address: the first is the list's own page. */
export const partPath = (list: string, number: number) => (number === 1 ? list : `${list}/${number}`);
