/** Widths of a table's columns where each row is laid out by itself and cannot ask the others. */
import type { Table } from '~/charts/contract';

/** Letters: beyond these a line is broken, and even a word; what says where a row is from takes most. */
const LINE = 24;
const WORD = 20;
const EVIDENCE = 72;
/** A letter's width in em, of bold names too, and what stands between two columns (figure/table.css). */
const LETTER = 0.58;
const GAP = '16px';

const letters = (value: unknown) => String(value ?? '').length;
const longestWord = (value: unknown) =>
  Math.max(
    ...String(value ?? '')
      // Not where a no-break space holds a number and its unit.
      .split(/[^\S\u00a0]/)
      .map(letters),
  );

/** Which columns a table has; that of another view, fetched into the page, may have others. */
export const columnsKey = ({ columns }: Pick<Table, 'columns'>) => columns.map(({ key }) => key).join(' ');

/**
 * On a wide screen each row of a chart's own table is laid out by itself, and only near the window. A table with other
 * columns stays as it is.
 */
export function columnsCss({ columns, rows }: Table): string {
  const tracks = columns.map(({ key, label }) => {
    const cells = rows.map((row) => row.cells[key]);
    const word = Math.min(WORD, Math.max(longestWord(label), ...cells.map(longestWord)));
    const line = Math.min(LINE, Math.max(word, ...cells.map(letters)));
    return `minmax(calc(${+(word * LETTER).toFixed(2)}em + ${GAP}),${line}fr)`;
  });
  const table = `.table-section [data-columns="${columnsKey({ columns })}"]`;
  const rules = [
    `${table},${table} :is(caption,thead,tbody){display:block}`,
    `${table} tr{display:grid;grid-template-columns:${tracks.join(' ')} minmax(0,${EVIDENCE}fr);align-items:baseline;border-top:1px solid var(--rule);contain-intrinsic-block-size:auto 6.5rem}`,
    `${table} :is(th,td){border:0;overflow-wrap:anywhere}`,
    `${table} thead tr{border:0}`,
    `${table} td.evidence{min-width:0}`,
  ];
  return `@media screen{@container figure (width>=56.25rem){${rules.join('')}}}`;
}
