/** The row that another row names. The loader has checked that it exists; a test's own data may lack it. */

/** @throws Error `unknown figure "x"` */
export function rowOf<R extends { id: string }>(kind: string, rows: readonly R[], id: string): R {
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error(`unknown ${kind} "${id}"`);
  return row;
}
