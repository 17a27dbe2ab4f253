/** A Data Package as texts by row and column: what releases are compared and rewritten as, whatever columns they had. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../csv';
import { type Field, type Resource, readDescriptor } from '../descriptor';
import { DESCRIPTOR } from '../load';
import { PackageError } from '../problems';

export interface RawRow {
  /** Of its file. */
  line: number;
  cells: Readonly<Record<string, string>>;
}

export interface RawTable extends Pick<Resource, 'name' | 'path' | 'titles'> {
  file: string;
  fields: readonly Field[];
  head: readonly string[];
  /** The column that names a row. */
  key: string;
  rows: readonly RawRow[];
}

export type RawPackage = readonly RawTable[];

/** @throws PackageError where its descriptor cannot be read */
export function readRaw(dir: string): RawPackage {
  const descriptor = join(dir, DESCRIPTOR);
  const { resources, problems } = readDescriptor(readFileSync(descriptor), descriptor);
  if (problems.length > 0) throw new PackageError(problems);
  return resources.map(({ name, path, titles, fields }) => {
    const file = join(dir, path);
    const [header, ...body] = readCsv(readFileSync(file, 'utf8').replace(/^\ufeff/, '')).rows;
    const head = header?.cells.map(({ text }) => text) ?? [];
    const rows = body.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(head.map((column, i) => [column, cells[i]?.text ?? ''])),
    }));
    return {
      name,
      path,
      titles,
      file,
      fields,
      head,
      key: fields.find((field) => field.key)?.name ?? '',
      rows,
    };
  });
}

/** A table as a spreadsheet would save it; one that nobody changed comes out as it was. */
export function writeRaw({ head, rows }: RawTable): string {
  const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [head, ...rows.map(({ cells }) => head.map((column) => cells[column] ?? ''))];
  return lines.map((line) => `${line.map(cell).join(',')}\n`).join('');
}

export const tableOf = (all: RawPackage, name: string): RawTable | undefined =>
  all.find((table) => table.name === name);
export const idOf = ({ key }: RawTable, { cells }: RawRow): string => cells[key] ?? '';
/** Ids in a cell that refers to rows. */
export const idsIn = ({ type, delimiter }: Field, text: string): readonly string[] =>
  (type === 'list' ? text.split(delimiter) : [text]).filter(Boolean);
