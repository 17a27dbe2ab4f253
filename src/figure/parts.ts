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

/** The end of a part's address: the first is the list's own page. */
export const partPath = (list: string, number: number) => (number === 1 ? list : `${list}/${number}`);
