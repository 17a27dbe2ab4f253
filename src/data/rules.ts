/** What only this data demands, across cells and tables; keys and types are the descriptor's part. */
import { extentOf } from '~/i18n/dates';
import { localisedName } from './languages';
import { didYouMean } from './nearest';
import type { Problem } from './problems';
import type { Table, TableRow } from './table';
import type { Lang } from './types';

type Report = (row: TableRow, field: string, message: string) => void;
type Tables = ReadonlyMap<string, Table>;

/** What the rules ask of the rest of the site. */
interface Site {
  languages: readonly Lang[];
  hasColour: (name: string) => boolean;
}

export function checkRules(all: readonly Table[], { languages, hasColour }: Site, problems: Problem[]): void {
  const tables = new Map(all.map((table) => [table.name, table]));
  const check = (name: string, rule: (row: TableRow, report: Report) => void) => {
    const table = tables.get(name);
    if (table === undefined) return;
    for (const row of table.rows) {
      rule(row, (at, field, message) => {
        const cell = at.cells.get(field);
        if (cell === undefined) return;
        problems.push({ file: table.file, line: cell.line, column: cell.column, field, message });
      });
    }
  };
  const scopes = scopesOfOrganisations(tables);
  check('moves', (row, report) => {
    checkDirection(row, report);
    checkScope(row, scopes, report);
  });
  check('careers', checkPeriod);
  check('organisations', (row, report) => {
    checkTogether(row, ['headed_by', 'headed_event'], report);
    checkColours(row, hasColour, report);
  });
  check('events', checkShortName);
  check('figures', checkPair);
  check('quotes', (row, report) => checkTranslation(row, languages, report));
  check('corrections', (row, report) => checkTable(row, [...tables.keys()], report));
  // A row that could not be read may be the one that cites a source.
  if (all.every((table) => table.whole)) {
    const cited = citations(all);
    check('sources', (row, report) => checkBackground(row, cited, report));
  }
  for (const [name, kind] of [
    ['moves', 'core move'],
    ['events', 'event'],
  ] as const) {
    const table = tables.get(name);
    if (table?.whole !== true || table.rows.some((row) => name === 'events' || text(row, 'scope') === 'core'))
      continue;
    const message = `no ${kind}. Expected at least one: the date of the data is the latest one's.`;
    problems.push({ file: table.file, line: 1, column: 1, field: '', message });
  }
  const quotes = tables.get('quotes');
  for (const lang of languages) {
    const column = `translation_${lang}`;
    if (quotes === undefined || quotes.fields.some((field) => field.name === column)) continue;
    if (!quotes.rows.some((row) => text(row, 'language') !== '' && text(row, 'language') !== lang)) continue;
    const message = `missing column. The language "${lang}" needs it, here and in datapackage.json.`;
    problems.push({ file: quotes.file, line: 1, column: 1, field: column, message });
  }
}

function checkDirection(row: TableRow, report: Report): void {
  const to = text(row, 'to_org');
  if (to === '' || to !== text(row, 'from_org')) return;
  report(row, 'to_org', `"${to}" is also the origin. Expected another organisation.`);
}

function checkScope(row: TableRow, scopes: ReadonlyMap<string, string>, report: Report): void {
  const [from, to, scope] = [text(row, 'from_org'), text(row, 'to_org'), text(row, 'scope')];
  const ends = [scopes.get(from), scopes.get(to)];
  if (scope === '' || ends.includes(undefined)) return;
  const expected = ends.every((end) => end === 'core') ? 'core' : 'outside';
  if (scope === expected) return;
  report(row, 'scope', `"${scope}" does not fit a move from "${from}" to "${to}". Expected "${expected}".`);
}

/** Every chart draws a core organisation in its own colours. */
function checkColours(row: TableRow, hasColour: Site['hasColour'], report: Report): void {
  const id = text(row, 'id');
  if (id === '' || text(row, 'scope') !== 'core') return;
  const missing = [id, `${id}-text`].filter((name) => !hasColour(name)).map((name) => `--${name}`);
  if (missing.length === 0) return;
  const expected = `${missing.join(' and ')} in src/styles/tokens.css`;
  report(row, 'id', `"${id}" is core and has no colour. Expected ${expected}.`);
}

/** A count of moves names its pair and its basis, any other figure neither. */
function checkPair(row: TableRow, report: Report): void {
  checkTogether(row, ['from_org', 'to_org', 'basis'], report);
  checkDirection(row, report);
}

/** Columns that say one thing together are all filled or all empty. */
function checkTogether(row: TableRow, fields: readonly string[], report: Report): void {
  const given = fields.filter((field) => row.cells.get(field)?.text !== '');
  if (given.length === 0) return;
  for (const field of fields) {
    if (given.includes(field)) continue;
    const are = `${given.join(' and ')} ${given.length === 1 ? 'is' : 'are'} not`;
    report(row, field, `empty, though ${are}. Expected ${fields.length === 2 ? 'both' : 'all'} or none.`);
  }
}

/** An event that stands on the axis has the few words that stand there. */
function checkShortName(row: TableRow, report: Report): void {
  const field = [...row.cells.keys()].find((name) => localisedName(name) === 'short');
  if (row.values.get('on_axis') !== true || field === undefined || row.cells.get(field)?.text !== '') return;
  report(row, field, 'empty, though on_axis is true. Expected a few words.');
}

/** A correction is of a table that there is. */
function checkTable(row: TableRow, names: readonly string[], report: Report): void {
  const name = text(row, 'table');
  if (name === '' || names.includes(name)) return;
  report(row, 'table', `no table "${name}".${didYouMean(name, names)}`);
}

/** Only a period that is reversed however the dates are read: 2025 to 2025-03 may be right. */
function checkPeriod(row: TableRow, report: Report): void {
  const [start, end] = [text(row, 'start'), text(row, 'end')];
  if (start === '' || end === '' || extentOf(end)[1] > extentOf(start)[0]) return;
  report(row, 'end', `"${end}" is before the start, "${start}". Expected the same time or later.`);
}

function checkTranslation(row: TableRow, languages: readonly Lang[], report: Report): void {
  const language = text(row, 'language');
  if (language === '') return;
  for (const lang of languages) {
    const cell = row.cells.get(`translation_${lang}`);
    if (cell === undefined) continue;
    if (lang !== language && cell.text === '')
      report(row, `translation_${lang}`, 'empty. Expected a translation.');
    if (lang === language && cell.text !== '') {
      report(row, `translation_${lang}`, `the quotation itself is in "${lang}". Expected an empty cell.`);
    }
  }
}

function checkBackground(row: TableRow, cited: ReadonlyMap<string, string>, report: Report): void {
  const background = row.values.get('background');
  if (background === undefined) return;
  const id = text(row, 'id');
  const by = cited.get(id);
  if (background === true && by !== undefined) {
    report(row, 'background', `"${id}" is cited in ${by}. Expected false.`);
  }
  if (background === false && by === undefined) {
    report(row, 'background', `no row cites "${id}". Expected true, or a row that cites it.`);
  }
}

/** Where each source is cited first, as `file:line`. */
function citations(tables: readonly Table[]): ReadonlyMap<string, string> {
  const cited = new Map<string, string>();
  for (const { file, fields, rows } of tables) {
    for (const { name } of fields.filter((field) => field.references?.resource === 'sources')) {
      for (const row of rows) {
        for (const id of list(row, name)) {
          if (!cited.has(id)) cited.set(id, `${file}:${row.line}`);
        }
      }
    }
  }
  return cited;
}

function scopesOfOrganisations(tables: Tables): ReadonlyMap<string, string> {
  const rows = tables.get('organisations')?.rows ?? [];
  return new Map(rows.map((row) => [text(row, 'id'), text(row, 'scope')]));
}

function text(row: TableRow, field: string): string {
  const value = row.values.get(field);
  return typeof value === 'string' ? value : '';
}

/** Ids of a list, also of one in which another item is wrong. */
function list(row: TableRow, field: string): readonly string[] {
  return row.cells.get(field)?.text.split(';') ?? [];
}
