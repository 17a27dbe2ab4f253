/** What only this data demands, across cells and tables; keys and types are the descriptor's part. */
import { extentOf } from '~/i18n/dates';
import { codeOf } from './cells';
import type { Field } from './descriptor';
import { localisedName } from './languages';
import { didYouMean } from './nearest';
import { type Problem, quoted } from './problems';
import type { Table, TableRow } from './table';
import type { Lang } from './types';

type Report = (row: TableRow, field: string, message: string) => void;
type Tables = ReadonlyMap<string, Table>;

/** What the rules ask of the rest of the site. */
interface Site {
  languages: readonly Lang[];
  hasColour: (name: string) => boolean;
  missingLetter: (text: string) => string;
}

export function checkRules(all: readonly Table[], site: Site, problems: Problem[]): void {
  const { languages, hasColour, missingLetter } = site;
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
  const founded = foundingOf(tables);
  const figuresById = rowsById(tables, 'figures');
  const unitOf = new Map([...figuresById].map(([id, row]) => [id, text(row, 'unit')]));
  check('moves', (row, report) => {
    checkDirection(row, report);
    checkScope(row, scopes, report);
    checkFounded(row, founded, report);
  });
  check('moves', onlyOnce());
  const shown = peopleAtCore(tables, scopes);
  check('careers', (row, report) => {
    checkPeriod(row, report);
    checkShown(row, shown, report);
  });
  check('organisations', (row, report) => {
    checkTogether(row, ['headed_by', 'headed_event'], report);
    checkColours(row, hasColour, report);
  });
  check('events', checkShortName);
  check('figures', checkPair);
  for (const name of ['claims', 'sums']) check(name, (row, report) => checkBound(row, figuresById, report));
  check('quotes', (row, report) => checkTranslation(row, languages, report));
  check('corrections', (row, report) => checkTable(row, [...tables.keys()], report));
  check('conflicts', needsVariants(tables));
  for (const { name, fields } of all) {
    const concerned = fields.filter((field) => field.concerns).map((field) => field.name);
    check(name, (row, report) => checkConcern(row, concerned, report));
    const drawn = fields.filter((field) => field.type === 'string' && !field.uri && !field.anyScript);
    check(name, (row, report) => checkLetters(row, drawn, missingLetter, report));
    const units = UNITS.get(name);
    const figures = fields.filter((field) => field.references?.resource === 'figures');
    if (units) check(name, (row, report) => checkUnits(row, figures, units, unitOf, report));
  }
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
  if (hasColour(id)) return;
  report(row, 'id', `"${id}" is core and no colour is left for it. Expected a row in palette.csv.`);
}

/** A count of moves names its pair and its basis and is one; any other figure names neither. */
function checkPair(row: TableRow, report: Report): void {
  checkTogether(row, ['from_org', 'to_org', 'basis'], report);
  checkDirection(row, report);
  const value = row.values.get('value');
  if (text(row, 'basis') === '' || typeof value !== 'number') return;
  if (Number.isInteger(value) && value > 0) return;
  report(row, 'value', `${value} moves cannot be counted. Expected a whole number, 1 or more.`);
}

/** Nobody left for a company, or left it, before there was one. */
function checkFounded(row: TableRow, founded: ReadonlyMap<string, string>, report: Report): void {
  const date = text(row, 'date');
  for (const field of ['from_org', 'to_org']) {
    const since = founded.get(text(row, field));
    if (date === '' || since === undefined || extentOf(date)[1] > extentOf(since)[0]) continue;
    const org = text(row, field);
    report(row, 'date', `"${date}" is before "${org}" was founded, ${since}. Expected a later date.`);
    return;
  }
}

/** A move that another row has under another id would be counted twice. */
function onlyOnce(): (row: TableRow, report: Report) => void {
  const seen = new Map<string, TableRow[]>();
  return (row, report) => {
    const date = text(row, 'date');
    if (date === '') return;
    const way = ['person', 'from_org', 'to_org'].map((field) => text(row, field)).join('\n');
    const [start, end] = extentOf(date);
    const same = seen.get(way)?.find((other) => {
      const [from, until] = extentOf(text(other, 'date'));
      return start < until && from < end;
    });
    // An id that is there twice is told as that.
    if (same && text(same, 'id') !== text(row, 'id'))
      report(row, 'id', `the same move is on line ${same.line}, "${text(same, 'id')}". Expected it once.`);
    seen.set(way, [...(seen.get(way) ?? []), row]);
  };
}

/** What is drawn or printed is made of letters that our typefaces have. */
function checkLetters(
  row: TableRow,
  fields: readonly Field[],
  missingLetter: Site['missingLetter'],
  report: Report,
): void {
  for (const { name } of fields) {
    const given = row.values.get(name);
    const letter = typeof given === 'string' ? missingLetter(given) : '';
    if (typeof given !== 'string' || letter === '') continue;
    const composed = given.normalize('NFC');
    if (letter === '\n' || letter === '\t') {
      report(row, name, `${quoted(given)} has a line break or a tab. Expected one line.`);
    } else if (missingLetter(composed) === '') {
      const message = `${quoted(given)} is written with accents apart from their letters. Expected ${quoted(composed)} (Unicode NFC).`;
      report(row, name, message);
    } else {
      const message = `${quoted(given)} has the letter "${letter}" (${codeOf(letter)}), which no typeface here has. Expected a Latin one, or add it to src/kit/letters.ts.`;
      report(row, name, message);
    }
  }
}

/** What tables make of their figures: a power, a sum of money. */
const UNITS: ReadonlyMap<string, { pattern: RegExp; expected: string }> = new Map([
  ['sites', { pattern: /^(mega|giga)watts$/, expected: 'megawatts or gigawatts' }],
  ['claims', { pattern: /^US dollars/, expected: 'US dollars' }],
  ['sums', { pattern: /^US dollars/, expected: 'US dollars' }],
]);

function checkUnits(
  row: TableRow,
  fields: readonly Field[],
  { pattern, expected }: { pattern: RegExp; expected: string },
  unitOf: ReadonlyMap<string, string>,
  report: Report,
): void {
  for (const { name } of fields) {
    const id = text(row, name);
    const unit = unitOf.get(id) ?? '';
    if (unit === '' || pattern.test(unit)) continue;
    report(row, name, `"${id}" is a figure in ${quoted(unit)}. Expected one in ${expected}.`);
  }
}

/** A sum is limited as its figure is: a chart and the evidence behind it say the same. */
function checkBound(row: TableRow, figures: ReadonlyMap<string, TableRow>, report: Report): void {
  const figure = figures.get(text(row, 'figure'));
  if (!figure?.cells.has('bound')) return;
  const [bound, expected] = [text(row, 'bound'), text(figure, 'bound') || 'exact'];
  if (bound === expected) return;
  report(row, 'bound', `${quoted(bound)}, where the figure is ${quoted(expected)}. Expected both alike.`);
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

/** What is told in one way is no conflict. */
function needsVariants(tables: Tables): (row: TableRow, report: Report) => void {
  const variants = tables.get('variants');
  const told = Map.groupBy(variants?.rows ?? [], (row) => text(row, 'conflict'));
  return (row, report) => {
    const id = text(row, 'id');
    const n = told.get(id)?.length ?? 0;
    // A row that could not be read may be one of them.
    if (id === '' || n >= 2 || variants?.whole !== true) return;
    report(
      row,
      'id',
      `${n === 0 ? 'no row' : 'only one row'} of variants.csv is of "${id}". Expected two or more.`,
    );
  };
}

/** A row about other rows names one at least. */
function checkConcern(row: TableRow, fields: readonly string[], report: Report): void {
  const [first] = fields;
  if (first === undefined || fields.some((field) => row.cells.get(field)?.text !== '')) return;
  report(row, first, `${fields.join(', ')}: all are empty. Expected a row that it is about.`);
}

/** Only a period that is reversed however the dates are read: 2025 to 2025-03 may be right. */
function checkPeriod(row: TableRow, report: Report): void {
  const [start, end] = [text(row, 'start'), text(row, 'end')];
  if (start === '' || end === '' || extentOf(end)[1] > extentOf(start)[0]) return;
  report(row, 'end', `"${end}" is before the start, "${start}". Expected the same time or later.`);
}

/** A career is drawn from its stays at the core organisations. */
function checkShown(row: TableRow, shown: ReadonlySet<string>, report: Report): void {
  const person = text(row, 'person');
  if (person === '' || shown.has(person)) return;
  report(row, 'org', `no row of "${person}" is at a core organisation. Expected one, or none of these rows.`);
}

function peopleAtCore(tables: Tables, scopes: ReadonlyMap<string, string>): ReadonlySet<string> {
  const rows = tables.get('careers')?.rows ?? [];
  // An organisation that is not there has its own problem.
  const atCore = rows.filter((row) => scopes.get(text(row, 'org')) !== 'outside');
  return new Set(atCore.map((row) => text(row, 'person')));
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

/** The day of founding of each organisation that an event tells of. */
function foundingOf(tables: Tables): ReadonlyMap<string, string> {
  const events = rowsById(tables, 'events');
  const dates = [...rowsById(tables, 'organisations')].map(([id, row]) => {
    const event = events.get(text(row, 'founded'));
    return [id, event ? text(event, 'date') : ''] as const;
  });
  return new Map(dates.filter(([, date]) => date !== ''));
}

const rowsById = (tables: Tables, name: string): ReadonlyMap<string, TableRow> =>
  new Map((tables.get(name)?.rows ?? []).map((row) => [text(row, 'id'), row]));

function text(row: TableRow, field: string): string {
  const value = row.values.get(field);
  return typeof value === 'string' ? value : '';
}

/** Ids of a list, also of one in which another item is wrong. */
function list(row: TableRow, field: string): readonly string[] {
  return row.cells.get(field)?.text.split(';') ?? [];
}
