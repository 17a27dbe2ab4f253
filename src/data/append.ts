/** Rows at the end of a table and cells within it, as its file is written; the rest of it stays byte for byte. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { readCsv } from './csv';

const LINE = /\r\n|\n|\r/;

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** @param text a file @returns it with a row more, its lines ended as they are there */
export function withRow(text: string, cells: readonly string[]): string {
  const end = LINE.exec(text)?.[0] ?? '\n';
  const ended = text === '' || /[\r\n]$/.test(text) ? text : text + end;
  return `${ended}${cells.map(cell).join(',')}${end}`;
}

/** @param key the first column's text in the row @returns the file with another text in one cell */
export function withCell(text: string, key: string, column: string, to: string): string {
  const [head, ...rows] = readCsv(text.replace(/^\ufeff/, '')).rows;
  const at = head?.cells.findIndex((one) => one.text === column) ?? -1;
  const found = rows.find(({ cells }) => cells[0]?.text === key)?.cells[at];
  if (!found) return text;
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  const line = lines[found.line - 1] ?? '';
  const from = found.column - 1 + (found.line === 1 && text.startsWith('\ufeff') ? 1 : 0);
  const was = found.quoted ? cell(found.text).length : found.text.length;
  lines[found.line - 1] = line.slice(0, from) + cell(to) + line.slice(from + was);
  return lines.join('');
}

/** Writes all of the files or none: each stands whole beside its place before the first takes it. */
export function writeTogether(files: readonly { file: string; text: string }[]): void {
  const made = files.map(({ file, text }) => {
    const { dir, base } = parse(file);
    return {
      file,
      text,
      beside: join(dir, `.${base}.new`),
      was: existsSync(file) ? readFileSync(file) : undefined,
    };
  });
  const done: typeof made = [];
  try {
    for (const { beside, text } of made) writeFileSync(beside, text);
    for (const one of made) {
      renameSync(one.beside, one.file);
      done.push(one);
    }
  } catch (error) {
    for (const { file, was } of done) if (was) writeFileSync(file, was);
    throw error;
  } finally {
    for (const { beside } of made) rmSync(beside, { force: true });
  }
}
