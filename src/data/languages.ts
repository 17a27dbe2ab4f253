/** Texts that exist once per language: columns `name_en`, `name_de` are one text, complete or not there. */
import { LANGS, type Lang } from '~/i18n/languages';
import type { Field } from './descriptor';
import type { Problem } from './problems';
import type { Table } from './table';

/** Texts whose languages depend on the row; `rules.ts` checks them. */
const BY_ROW = ['translation'];

/** `name` of `name_en`; empty for a column without a language. */
export function localisedName(column: string): string {
  const lang = LANGS.find((l) => column.endsWith(`_${l}`));
  return lang === undefined ? '' : column.slice(0, -lang.length - 1);
}

export function checkLanguages(table: Table, languages: readonly Lang[], problems: Problem[]): void {
  const names = new Set(table.fields.map((field) => localisedName(field.name)));
  for (const name of names) {
    if (name === '' || BY_ROW.includes(name)) continue;
    const group = table.fields.filter((field) => localisedName(field.name) === name);
    for (const lang of languages) checkLanguage(table, name, group, lang, problems);
  }
}

function checkLanguage(
  table: Table,
  name: string,
  group: readonly Field[],
  lang: Lang,
  problems: Problem[],
): void {
  const field = group.find((f) => f.name === `${name}_${lang}`);
  if (field === undefined) {
    const message = `missing column. The language "${lang}" needs it, here and in datapackage.json.`;
    problems.push({ file: table.file, line: 1, column: 1, field: `${name}_${lang}`, message });
    return;
  }
  // An empty cell of a required field is reported with the cell.
  if (field.required) return;
  const required = group.find((f) => f.required);
  for (const row of table.rows) {
    const cell = row.cells.get(field.name);
    if (cell === undefined || cell.text !== '') continue;
    const filled = required ?? group.find((f) => (row.cells.get(f.name)?.text ?? '') !== '');
    if (filled === undefined) continue;
    const message = `empty, though ${filled.name} has a text. Expected it in this language too.`;
    problems.push({ file: table.file, line: cell.line, column: cell.column, field: field.name, message });
  }
}
