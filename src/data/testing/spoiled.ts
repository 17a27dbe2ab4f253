/** Copies of the real package with something spoiled, for tests of what is told then. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { checkPackage, formatProblems } from '../load';

/** The package of this site. */
export const REAL = 'content/data';
const made: string[] = [];
/** To be done after all tests of a file. */
export function clear() {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
}

/** A copy of the real package with some files changed; `undefined` deletes one. */
export function changed(edits: Record<string, (text: string) => string | Uint8Array | undefined>) {
  const dir = mkdtempSync(join(tmpdir(), 'counterflow-'));
  made.push(dir);
  cpSync(REAL, dir, { recursive: true });
  for (const [file, edit] of Object.entries(edits)) {
    const after = edit(readFileSync(join(dir, file), 'utf8'));
    if (after === undefined) rmSync(join(dir, file));
    else writeFileSync(join(dir, file), after);
  }
  return { dir, path: (file: string) => relative(process.cwd(), join(dir, file)) };
}

/** `line:column` of a piece of the text, counted without the reader under test. */
export function place(text: string, piece: string): string {
  const index = text.indexOf(piece);
  if (index === -1) throw new Error(`the test looks for ${piece}, which is not there`);
  const before = text.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** A file of it. */
export const real = (file: string) => readFileSync(join(REAL, file), 'utf8');

/** Changes one row of a file and returns the text before and after. */
export function inRow(
  file: string,
  id: string,
  from: string,
  to: string,
): { text: string; edit: () => string; row: string } {
  const text = real(file);
  const row = text.split('\n').find((line) => line.startsWith(`${id},`)) ?? '';
  if (!row.includes(from)) throw new Error(`the row ${id} has no ${from}`);
  const after = text.replace(row, row.replace(from, to));
  return { text: after, edit: () => after, row: row.replace(from, to) };
}

/** The line of a row. */
export const rowText = (file: string, id: string) =>
  real(file)
    .split('\n')
    .find((line) => line.startsWith(`${id},`)) ?? '';

/** Tables as the descriptor lists them. */
export const RESOURCES = (
  JSON.parse(real('datapackage.json')) as {
    resources: {
      name: string;
      path: string;
      schema: { fields: { name: string; title: string; description: string; example: unknown }[] };
    }[];
  }
).resources;

/** How a problem names a field of the descriptor. */
export function fieldPath(resource: string, field: string): string {
  const i = RESOURCES.findIndex(({ name }) => name === resource);
  return `resources.${i}.schema.fields.${RESOURCES[i]?.schema.fields.findIndex(({ name }) => name === field)}`;
}

/** A row that tests spoil. */
export const LAU = 'lau-tesla-openai-2025';
/** What is said about a package, line by line. */
export const told = (dir: string) => formatProblems(checkPackage(dir)).split('\n');
