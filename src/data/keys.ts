/** Keys within and across tables: what must be unique is, and what is referred to exists. */
import type { Field } from './descriptor';
import { didYouMean } from './nearest';
import type { Problem } from './problems';
import { placeIn, type Table } from './table';

export function checkKeys(tables: readonly Table[], problems: Problem[]): void {
  for (const table of tables) {
    for (const field of table.fields) {
      if (field.unique) checkUnique(table, field, problems);
      if (field.references !== undefined) checkReferences(table, field, tables, problems);
    }
  }
}

function checkUnique(table: Table, field: Field, problems: Problem[]): void {
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const cell = row.cells.get(field.name);
    if (cell === undefined || row.values.get(field.name) === undefined) continue;
    const first = lines.get(cell.text);
    if (first === undefined) lines.set(cell.text, row.line);
    else {
      const message = `"${cell.text}" is already on line ${first}. Expected another one.`;
      problems.push({ file: table.file, line: cell.line, column: cell.column, field: field.name, message });
    }
  }
}

function checkReferences(table: Table, field: Field, tables: readonly Table[], problems: Problem[]): void {
  const { references } = field;
  const target = tables.find(({ name }) => name === references?.resource);
  if (references === undefined || target === undefined) return;
  const known = new Set<string>();
  // Cells, not values: a row with another mistake still names itself.
  for (const row of target.rows) {
    const key = row.cells.get(references.field);
    if (key !== undefined) known.add(key.text);
  }
  // A table that could not be read says nothing on what it lacks.
  if (known.size === 0 && !target.whole) return;
  const messages = new Map<string, string>();
  const kind = target.name.replace(/s$/, '');
  for (const row of table.rows) {
    const cell = row.cells.get(field.name);
    const value = row.values.get(field.name);
    if (cell === undefined || value === undefined) continue;
    let offset = 0;
    for (const item of Array.isArray(value) ? (value as readonly string[]) : [cell.text]) {
      if (!known.has(item)) {
        const message =
          messages.get(item) ??
          `no ${kind} "${item}".${didYouMean(item, known) || ` Expected one of ${target.file}.`}`;
        messages.set(item, message);
        problems.push({ file: table.file, ...placeIn(cell, offset), field: field.name, message });
      }
      offset += item.length + field.delimiter.length;
    }
  }
}
