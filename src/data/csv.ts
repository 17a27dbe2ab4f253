/** Comma-separated text as rows of cells that know where they stand (RFC 4180; LF, CRLF or CR). */
import type { Place } from './problems';

// An own reader: csv-parse stops at the first stray quote and counts columns as fields, not characters.

export interface Cell extends Place {
  text: string;
  quoted: boolean;
}

export interface CsvRow {
  line: number;
  cells: readonly Cell[];
  /** The place after the last character. */
  end: Place;
  /** A quote went wrong in it, so its cells mean little. */
  broken: boolean;
}

interface CsvFault extends Place {
  message: string;
}

interface Csv {
  /** Without blank lines. */
  rows: readonly CsvRow[];
  faults: readonly CsvFault[];
}

const CELL_END = /[,\r\n]/g;
const LINE_END = /[\r\n]/g;

export function readCsv(text: string): Csv {
  const rows: CsvRow[] = [];
  const faults: CsvFault[] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;

  const find = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? text.length;
  };
  const place = (index: number): Place => ({ line, column: index - lineStart + 1 });

  while (at < text.length) {
    const cells: Cell[] = [];
    const rowLine = line;
    let broken = false;
    for (;;) {
      const from = place(at);
      if (text[at] === '"') {
        const closed = closingQuote(text, at);
        const inside = text.slice(at + 1, closed === -1 ? undefined : closed);
        const lines = inside.match(/\r\n|\n|\r/g)?.length ?? 0;
        const after = closed === -1 ? '' : (text[closed + 1] ?? ',');
        if (after === ',' || after === '\n' || after === '\r') {
          cells.push({ ...from, text: inside.replaceAll('""', '"').replace(/\r\n?/g, '\n'), quoted: true });
          if (lines > 0) {
            line += lines;
            lineStart = Math.max(text.lastIndexOf('\n', closed), text.lastIndexOf('\r', closed)) + 1;
          }
          at = closed + 1;
        } else {
          broken = true;
          // A cell that ends badly after a line or a comma ran into the opening quote of another one.
          const unclosed = closed === -1 || lines > 0 || text[closed - 1] === ',';
          faults.push(
            unclosed
              ? {
                  ...from,
                  message: 'this quote is never closed. Expected a second one at the end of the cell.',
                }
              : {
                  ...place(closed + 1),
                  message:
                    'text after a closing quote. Expected a comma; a quote inside a text is doubled ("").',
                },
          );
          const to = unclosed ? find(LINE_END, at) : find(CELL_END, closed + 1);
          cells.push({ ...from, text: text.slice(at + 1, to), quoted: true });
          at = to;
        }
      } else {
        const to = find(CELL_END, at);
        const cell = text.slice(at, to);
        const stray = cell.indexOf('"');
        if (stray !== -1) {
          broken = true;
          faults.push({
            ...place(at + stray),
            message:
              'a quote inside a cell without quotes. Expected the whole cell in quotes and this one doubled ("").',
          });
        }
        cells.push({ ...from, text: cell, quoted: false });
        at = to;
      }
      if (text[at] !== ',') break;
      at += 1;
    }
    const blank = cells.length === 1 && cells[0]?.text === '' && !cells[0].quoted;
    if (!blank) rows.push({ line: rowLine, cells, end: place(at), broken });
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    lineStart = at;
  }
  return { rows, faults };
}

/** Index of the quote that closes the one at `open`, skipping doubled ones; -1 if there is none. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
