/** Widths of a table's columns where each row is laid out by itself and cannot ask the others. */
import type { Table } from '~/charts/contract';
import { styleHash } from './_style-hash';

/** Letters: beyond these a line is broken, and even a word; what says where a row is from takes most. */
const LINE = 24;
const WORD = 20;
const EVIDENCE = 72;
/** A letter's width in em, of bold names too, and what stands between two columns (figure.css). */
const LETTER = 0.58;
const GAP = '16px';

const letters = (value: unknown) => String(value ?? '').length;
const longestWord = (value: unknown) =>
  Math.max(
    ...String(value ?? '')
      .split(/\s/)
      .map(letters),
  );

/** A style sheet with the width of each column of a chart's own table, and its hash for the policy. */
export function columnsSheet({ columns, rows }: Table) {
  const tracks = columns.map(({ key, label }) => {
    const cells = rows.map((row) => row.cells[key]);
    const word = Math.min(WORD, Math.max(longestWord(label), ...cells.map(longestWord)));
    const line = Math.min(LINE, Math.max(word, ...cells.map(letters)));
    return `minmax(calc(${+(word * LETTER).toFixed(2)}em + ${GAP}),${line}fr)`;
  });
  const css = `.table-section tr{grid-template-columns:${tracks.join(' ')} minmax(0,${EVIDENCE}fr)}`;
  return { css, hash: styleHash(css) };
}
