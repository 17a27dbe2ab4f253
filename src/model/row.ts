/** A row by its id, found at once however long the table is. */
import { didYouMean } from '~/data/nearest';

/** Made once per table, whose rows never change. */
const indexes = new WeakMap<readonly unknown[], ReadonlyMap<string, unknown>>();

/** The row of an id, if there is one. */
export function findRow<R extends { id: string }>(rows: readonly R[], id: string): R | undefined {
  let index = indexes.get(rows) as ReadonlyMap<string, R> | undefined;
  if (!index) {
    index = new Map(rows.map((row) => [row.id, row]));
    indexes.set(rows, index);
  }
  return index.get(id);
}

/** A row that somebody names and that is not there. */
export class UnknownRow extends Error {}

/**
 * The row that an author or another row names. The loader has checked the latter; a test's own data may lack it.
 * @throws UnknownRow `unknown figure "x". Did you mean "y"?`
 */
export function rowOf<R extends { id: string }>(kind: string, rows: readonly R[], id: string): R {
  const row = findRow(rows, id);
  if (row) return row;
  const known = rows.map((one) => one.id);
  const guess =
    didYouMean(id, known) || ' Expected the id of a row: it may have another one now, or be gone.';
  throw new UnknownRow(`unknown ${kind} "${id}".${guess}`);
}
