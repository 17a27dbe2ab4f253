/** Widths of a table's columns where each row is laid out by itself and cannot ask the others. */
import type { Table } from '~/charts/contract';
import { styleHash } from './_style-hash';

/** Letters: no column is narrower, or wider than what some lines of it need; a source's name takes most. */
const LEAST = 7;
const MOST = 24;
const EVIDENCE = 48;

const letters = (value: unknown) => String(value ?? '').length;
const longestWord = (value: unknown) =>
  Math.max(
    ...String(value ?? '')
      .split(/\s/)
      .map(letters),
  );

/** A style sheet with the share of the width that each column of a chart's own table has, and its hash for the policy. */
export function columnsSheet({ columns, rows }: Table) {
  const shares = columns.map(({ key, label }) => {
    const cells = rows.map((row) => row.cells[key]);
    const longest = Math.max(...cells.map(letters), longestWord(label));
    return Math.max(LEAST, Math.min(MOST, longest), ...cells.map(longestWord)) + 2;
  });
  const tracks = [...shares, EVIDENCE].map((share) => `minmax(0,${share}fr)`).join(' ');
  const css = `.table-section tr{grid-template-columns:${tracks}}`;
  return { css, hash: styleHash(css) };
}
