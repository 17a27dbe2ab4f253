/** One CSV file against its resource: header, width of rows, cells. */
import { checkCell, type Value } from './cells';
import { type Cell, type CsvRow, readCsv } from './csv';
import { decode } from './decode';
import type { Field, Resource } from './descriptor';
import { didYouMean } from './nearest';
import type { Problem } from './problems';

export interface Table {
  name: string;
  file: string;
  fields: readonly Field[];
  rows: readonly TableRow[];
  /** Every row could be read cell by cell; rows of a table that is not whole prove nothing missing. */
  whole: boolean;
}

export interface TableRow {
  line: number;
  /** By name of field; nothing where the column is missing. */
  cells: ReadonlyMap<string, Cell>;
  values: ReadonlyMap<string, Value>;
}

/** A row that stands in no file yet: its place is line 0. */
export function draftRow(fields: readonly Field[], texts: Readonly<Record<string, string>>): TableRow {
  const cells = fields.map(({ name }) => [name, texts[name] ?? ''] as const);
  return {
    line: 0,
    cells: new Map(cells.map(([name, text]) => [name, { line: 0, column: 0, text, quoted: false }])),
    values: new Map(fields.map((field) => [field.name, checkCell(field, texts[field.name] ?? '').value])),
  };
}

export function readTable(resource: Resource, bytes: Uint8Array, file: string, problems: Problem[]): Table {
  const { name, fields } = resource;
  const none: Table = { name, file, fields, rows: [], whole: false };
  const { text, fault } = decode(bytes);
  if (fault !== undefined) problems.push({ ...fault, file, field: '' });
  if (fault !== undefined && text === '') return none;
  const csv = readCsv(text);
  const [header, ...body] = csv.rows;
  if (header === undefined) {
    const message = `the file is empty. Expected the header ${fields.map((f) => f.name).join(',')}.`;
    problems.push({ file, line: 1, column: 1, field: '', message });
    return none;
  }
  const columns = checkHeader(header, fields, file, problems);
  // What a quote does between other marks than commas means nothing.
  if (columns === undefined) return none;
  for (const { line, column, message } of csv.faults) {
    problems.push({ file, line, column, field: '', message });
  }
  const whole = csv.faults.length === 0 && columns.every((field) => field !== undefined);
  const rows = body.map((row) => checkRow(row, columns, file, fault !== undefined, problems));
  return {
    name,
    file,
    fields,
    rows: rows.map(({ row }) => row),
    whole: whole && rows.every(({ sound }) => sound),
  };
}

/** The field of each column; `undefined` for an unknown one, and for all if the header is no header. */
function checkHeader(
  header: CsvRow,
  fields: readonly Field[],
  file: string,
  problems: Problem[],
): readonly (Field | undefined)[] | undefined {
  const names = fields.map((field) => field.name);
  const [first] = header.cells;
  const other = header.cells.length === 1 ? /[;\t|]/.exec(first?.text ?? '')?.[0] : undefined;
  if (other !== undefined) {
    const mark = other === '\t' ? 'tabs' : `"${other}"`;
    const message = `columns are separated by ${mark}. Expected commas.`;
    problems.push({ file, line: header.line, column: 1, field: '', message });
    return undefined;
  }
  const given = header.cells.map((cell) => cell.text);
  const columns = header.cells.map((cell, i) => {
    const problem = (message: string): undefined => {
      problems.push({ file, line: cell.line, column: cell.column, field: cell.text, message });
    };
    if (given.indexOf(cell.text) < i) return problem('this column is here twice. Expected it once.');
    const field = fields.find((f) => f.name === cell.text);
    if (field !== undefined) return field;
    const missing = names.filter((name) => !given.includes(name));
    return problem(
      `unknown column.${didYouMean(cell.text, missing) || ' Expected only those in datapackage.json.'}`,
    );
  });
  const missing = names.filter((name) => !given.includes(name));
  for (const name of missing) {
    problems.push({
      file,
      ...header.end,
      field: name,
      message: 'missing column. Expected it in the header.',
    });
  }
  const known = given.filter((name) => names.includes(name));
  const moved = missing.length > 0 ? -1 : known.findIndex((name, i) => name !== names[i]);
  const cell = header.cells.find(({ text }) => text === known[moved]);
  if (cell !== undefined && new Set(known).size === known.length) {
    const message = `column out of order. Expected "${names[moved]}" here.`;
    problems.push({ file, line: cell.line, column: cell.column, field: cell.text, message });
  }
  return columns;
}

function checkRow(
  row: CsvRow,
  columns: readonly (Field | undefined)[],
  file: string,
  /** The file is in another encoding, which was reported: a cell it made unreadable is not again. */
  damaged: boolean,
  problems: Problem[],
): { row: TableRow; sound: boolean } {
  const cells = new Map<string, Cell>();
  const values = new Map<string, Value>();
  columns.forEach((field, i) => {
    const cell = row.cells[i];
    if (field !== undefined && cell !== undefined) cells.set(field.name, cell);
  });
  const result = { row: { line: row.line, cells, values }, sound: true };
  if (row.broken) return { ...result, sound: false };
  const width = `the row has ${row.cells.length} ${row.cells.length === 1 ? 'cell' : 'cells'}. Expected ${columns.length}`;
  const extra = row.cells[columns.length];
  if (row.cells.every((cell) => cell.text === '')) {
    problems.push({
      file,
      line: row.line,
      column: 1,
      field: '',
      message: 'an empty row. Expected none: delete the line.',
    });
    return { ...result, sound: false };
  }
  if (extra !== undefined) {
    const message = `${width}: put a text with a comma in quotes.`;
    problems.push({ file, line: extra.line, column: extra.column, field: '', message });
    return { ...result, sound: false };
  }
  if (row.cells.length < columns.length) {
    const field = columns[row.cells.length]?.name ?? '';
    problems.push({ file, ...row.end, field, message: `no such cell: ${width}.` });
    return { ...result, sound: false };
  }
  for (const field of columns) {
    const cell = field === undefined ? undefined : cells.get(field.name);
    if (field === undefined || cell === undefined) continue;
    if (damaged && cell.text.includes('\ufffd')) continue;
    const { value, faults } = checkCell(field, cell.text);
    values.set(field.name, value);
    for (const { message, offset } of faults) {
      problems.push({ file, ...placeIn(cell, offset), field: field.name, message });
    }
  }
  return result;
}

/** The place of a character of a cell; its start where the text is not written as it reads. */
export function placeIn(cell: Cell, offset: number): { line: number; column: number } {
  const plain = offset > 0 && !cell.text.includes('"') && !cell.text.includes('\n');
  return { line: cell.line, column: cell.column + (plain ? offset + (cell.quoted ? 1 : 0) : 0) };
}
