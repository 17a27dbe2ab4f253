import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { extentOf } from '~/i18n/dates';
import { checkPackage, formatProblems, loadPackage, PackageError } from './load';

const REAL = 'content/data';
const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true });
});

/** A copy of the real package with some files changed; `undefined` deletes one. */
function changed(edits: Record<string, (text: string) => string | Uint8Array | undefined>) {
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
function place(text: string, piece: string): string {
  const index = text.indexOf(piece);
  if (index === -1) throw new Error(`the test looks for ${piece}, which is not there`);
  const before = text.slice(0, index).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

const real = (file: string) => readFileSync(join(REAL, file), 'utf8');

/** Changes one row of a file and returns the text before and after. */
function inRow(
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

const rowText = (file: string, id: string) =>
  real(file)
    .split('\n')
    .find((line) => line.startsWith(`${id},`)) ?? '';

/** Tables as the descriptor lists them. */
const RESOURCES = (
  JSON.parse(real('datapackage.json')) as {
    resources: {
      name: string;
      path: string;
      schema: { fields: { name: string; title: string; description: string; example: unknown }[] };
    }[];
  }
).resources;

/** How a problem names a field of the descriptor. */
function fieldPath(resource: string, field: string): string {
  const i = RESOURCES.findIndex(({ name }) => name === resource);
  return `resources.${i}.schema.fields.${RESOURCES[i]?.schema.fields.findIndex(({ name }) => name === field)}`;
}

const LAU = 'lau-tesla-openai-2025';
const told = (dir: string) => formatProblems(checkPackage(dir)).split('\n');

describe('the real package', () => {
  const data = loadPackage(REAL);
  const rows = (file: string) => real(file).trim().split('\n').length - 1;

  test('has every row of every file that the descriptor lists', () => {
    expect(RESOURCES.length).toBeGreaterThan(0);
    for (const { name, path } of RESOURCES) expect(data, name).toHaveProperty(`${name}.length`, rows(path));
    expect(checkPackage(REAL)).toEqual([]);
  });

  test('a move is a core move exactly where both of its companies are', () => {
    const core = data.organisations.filter((org) => org.scope === 'core').map((org) => org.id);
    expect(data.moves.map((move) => move.id)).toEqual([...new Set(data.moves.map((move) => move.id))]);
    for (const move of data.moves)
      expect(move.scope === 'core', move.id).toBe(core.includes(move.from) && core.includes(move.to));
  });

  test('reaches as far as its latest core move and its latest event', () => {
    const core = data.moves.filter((move) => move.scope === 'core').map((move) => move.date);
    const events = data.events.map((event) => event.date);
    for (const [to, dates] of [
      [data.movesTo, core],
      [data.eventsTo, events],
    ] as const) {
      expect(dates).toContain(to);
      expect(dates.filter((date) => extentOf(date)[0] > extentOf(to)[0])).toEqual([]);
    }
  });

  test('derives precision, confirmation and single sources', () => {
    for (const move of data.moves) {
      expect(move.precision).toBe({ 4: 'year', 7: 'month', 10: 'day' }[move.date.length]);
      expect(move.confirmed).toBe(move.status.startsWith('confirmed'));
      expect(move.singleSource).toBe(move.sources.length === 1);
    }
  });

  test('has organisations and waves by their rank, each wave with a move', () => {
    for (const ranks of [data.organisations, data.waves].map((ranked) => ranked.map(({ rank }) => rank)))
      expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
    for (const wave of data.waves)
      expect(
        data.moves.filter((move) => move.wave === wave.id),
        wave.id,
      ).not.toEqual([]);
  });

  test('is frozen to the last list', () => {
    expect(() => Object.assign(data, { moves: [] })).toThrow(TypeError);
    expect(() => (data.moves as unknown[]).push(1)).toThrow(TypeError);
    expect(() => Object.assign(data.moves[0]?.note ?? {}, { en: '' })).toThrow(TypeError);
  });

  test('names nobody a court paper accuses', () => {
    // Nathaniel Li moved from Scale AI to Meta and is somebody else.
    const names = RESOURCES.flatMap(({ path }) => real(path).split('\n')).filter(
      (line) => /\bLi\b/.test(line) && !line.includes('Nathaniel Li'),
    );
    expect(names).toEqual([]);
  });

  test('describes every column, so that nobody needs to ask', () => {
    for (const { path, schema } of RESOURCES) {
      expect(schema.fields.map((field) => field.name).join(',')).toBe(real(path).split('\n')[0]);
      for (const field of schema.fields) {
        expect(field.title, `${path} ${field.name}`).toMatch(/\S/);
        expect(field.description, `${path} ${field.name}`).toMatch(/\S/);
        expect(field.example, `${path} ${field.name}`).toBeDefined();
      }
    }
  });
});

describe('a mistake in a row is told where it stands', () => {
  test('a missing cell', () => {
    const { edit, text } = inRow('moves.csv', LAU, ',David Lau,', ',');
    const { dir, path } = changed({ 'moves.csv': edit });
    const line = text.split('\n').findIndex((row) => row.startsWith(LAU));
    const width = (text.split('\n')[0] ?? '').split(',').length;
    const last = (text.split('\n')[0] ?? '').split(',').at(-1);
    const end = (text.split('\n')[line] ?? '').length + 1;
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:${line + 1}:${end} ${last}: no such cell: the row has ${width - 1} cells. Expected ${width}.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('an empty cell', () => {
    const { edit, text } = inRow('moves.csv', LAU, ',David Lau,', ',,');
    const { dir, path } = changed({ 'moves.csv': edit });
    const [line, column] = place(text, `${LAU},`).split(':');
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:${line}:${Number(column) + LAU.length + 1} person: empty. Expected a text.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a comma in a text without quotes', () => {
    const { edit, text } = inRow('moves.csv', LAU, ',Scaling team,', ',Scaling, team, member,');
    const { dir, path } = changed({ 'moves.csv': edit });
    const width = (text.split('\n')[0] ?? '').split(',').length;
    expect(told(dir)[0]).toMatch(
      new RegExp(
        `^${path('moves.csv')}:\\d+:\\d+ the row has ${width + 2} cells\\. Expected ${width}: put a text with a comma in quotes\\.$`,
      ),
    );
    expect(told(dir)).toHaveLength(2);
  });

  test.each([
    [
      'an unknown organisation',
      ',tesla,openai,',
      ',tesla,openia,',
      'openia',
      'to_org',
      'no organisation "openia". Did you mean "openai"?',
    ],
    [
      'an unknown wave',
      ',scaling-team-2025,',
      ',scaling-team-2026,',
      'scaling-team-2026',
      'wave',
      'no wave "scaling-team-2026". Did you mean "scaling-team-2025"?',
    ],
    [
      'an unknown source within a list',
      ';khelja-four-hires;',
      ';khelja-for-hires;',
      'khelja-for-hires',
      'source_ids',
      'no source "khelja-for-hires". Did you mean "khelja-four-hires"?',
    ],
    [
      'a source named twice',
      ';khelja-four-hires;teslarati-four-hires',
      ';teslarati-four-hires;teslarati-four-hires',
      'teslarati-four-hires;devdiscourse',
      'source_ids',
      '"teslarati-four-hires" is named twice. Expected it once.',
    ],
    [
      'a day that is no date',
      '2025-07-08',
      '2025-13-08',
      '2025-13-08',
      'date',
      '"2025-13-08" is not a date. Expected YYYY, YYYY-MM or YYYY-MM-DD.',
    ],
    [
      'a date as a spreadsheet writes it',
      '2025-07-08',
      '08.07.2025',
      '08.07.2025',
      'date',
      '"08.07.2025" is not a date. Expected YYYY, YYYY-MM or YYYY-MM-DD.',
    ],
    [
      'the 31st of February',
      '2025-07-08',
      '2025-02-31',
      '2025-02-31',
      'date',
      '"2025-02-31" is not a date: February 2025 has 28 days.',
    ],
    [
      'a year of another age',
      '2025-07-08',
      '0025-07-08',
      '0025-07-08',
      'date',
      '"0025-07-08" is not a date of our time. Expected a year from 1900 to 2100.',
    ],
    [
      'a status nobody knows',
      ',confirmed-by-person,',
      ',confirmed-by-persn,',
      'confirmed-by-persn',
      'status',
      '"confirmed-by-persn" is not known here. Expected "confirmed-by-person", "confirmed-by-company" or "reported". Did you mean "confirmed-by-person"?',
    ],
    [
      'a formula',
      ',Scaling team,',
      ',=1+1,',
      '=1+1',
      'to_role_en',
      '"=1+1" looks like a formula, and a spreadsheet would run it. Expected no =, +, @, - or tab at the start.',
    ],
    [
      'a formula in quotes',
      ',Scaling team,',
      ',"@SUM(A1,A2)",',
      '"@SUM(A1,A2)"',
      'to_role_en',
      '"@SUM(A1,A2)" looks like a formula, and a spreadsheet would run it. Expected no =, +, @, - or tab at the start.',
    ],
    [
      'a formula behind a minus',
      ',Scaling team,',
      ',-A1,',
      '-A1,',
      'to_role_en',
      '"-A1" looks like a formula, and a spreadsheet would run it. Expected no =, +, @, - or tab at the start.',
    ],
    [
      'a space nobody sees',
      ',David Lau,',
      ',David Lau ,',
      'David Lau ,',
      'person',
      '"David Lau " has a space at its start or end. Expected none.',
    ],
    [
      'an unreadable character',
      ',David Lau,',
      ',David La\u0007,',
      'David La\u0007',
      'person',
      '"David La?" holds the unreadable character U+0007.',
    ],
    [
      'a move from a company to itself',
      ',tesla,openai,',
      ',openai,openai,',
      'openai,2025-07-08',
      'to_org',
      '"openai" is also the origin. Expected another organisation.',
    ],
    [
      'a scope that contradicts the companies',
      ',tesla,openai,',
      ',apple,openai,',
      'core,',
      'scope',
      '"core" does not fit a move from "apple" to "openai". Expected "outside".',
    ],
    [
      'a quote within a cell',
      ',David Lau,',
      ',David "Dave" Lau,',
      '"Dave"',
      '',
      'a quote inside a cell without quotes. Expected the whole cell in quotes and this one doubled ("").',
    ],
    [
      'text after a closing quote',
      ',David Lau,',
      ',"David" Lau,',
      ' Lau,',
      '',
      'text after a closing quote. Expected a comma; a quote inside a text is doubled ("").',
    ],
    [
      'a quote that is never closed',
      ',David Lau,',
      ',"David Lau,',
      '"David',
      '',
      'this quote is never closed. Expected a second one at the end of the cell.',
    ],
  ])('%s', (_, from, to, at, field, message) => {
    const { edit, row } = inRow('moves.csv', LAU, from, to);
    const { dir, path } = changed({ 'moves.csv': edit });
    const line = place(edit(), row).split(':')[0];
    const column = row.indexOf(at) + 1;
    const said = told(dir);
    expect(said).toContain(
      `${path('moves.csv')}:${line}:${column} ${field === '' ? '' : `${field}: `}${message}`,
    );
    expect(said.at(-1)).toBe('1 problem. Nothing was built.');
  });

  test('an id that is there twice', () => {
    const text = real('moves.csv');
    const row = text.split('\n').find((line) => line.startsWith(LAU)) ?? '';
    const { dir, path } = changed({ 'moves.csv': () => `${text}${row}\n` });
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:${text.split('\n').length}:1 id: "${LAU}" is already on line ${place(text, LAU).split(':')[0]}. Expected another one.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a career step that ends before it starts', () => {
    const { edit, row } = inRow('careers.csv', 'lau-tesla-2', ',2017-01,2025,', ',2017-01,2016,');
    const { dir, path } = changed({ 'careers.csv': edit });
    expect(told(dir)).toEqual([
      `${path('careers.csv')}:${place(edit(), row).split(':')[0]}:${row.indexOf('2016') + 1} end: "2016" is before the start, "2017-01". Expected the same time or later.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a career step within the year it starts in is fine', () => {
    const { edit } = inRow('careers.csv', 'lau-tesla-2', ',2017-01,2025,', ',2017-01,2017,');
    expect(told(changed({ 'careers.csv': edit }).dir)).toEqual(['']);
  });

  test('an event on the axis without a short name', () => {
    const { edit, row } = inRow('events.csv', 'four-hires', ',four hires,vier Zugänge,', ',,,');
    const { dir, path } = changed({ 'events.csv': edit });
    expect(told(dir)).toEqual([
      `${path('events.csv')}:${place(edit(), row).split(':')[0]}:${row.indexOf(',,,') + 2} short_en: empty, though on_axis is true. Expected a few words.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a head without the event that says so', () => {
    const { edit, row } = inRow('organisations.csv', 'tesla', ',tesla-vote-2025', ',');
    const { dir, path } = changed({ 'organisations.csv': edit });
    expect(told(dir)).toEqual([
      `${path('organisations.csv')}:${place(edit(), row).split(':')[0]}:${row.length + 1} headed_event: empty, though headed_by is not. Expected both or none.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a core organisation without a colour; another one needs none', () => {
    const lacking = (name: string) => name !== 'xai' && name !== 'apple';
    const problems = checkPackage(REAL, { hasColour: lacking });
    const at = place(real('organisations.csv'), '\nxai,').split(':').map(Number);
    expect(formatProblems(problems).split('\n')).toEqual([
      `${REAL}/organisations.csv:${(at[0] ?? 0) + 1}:1 id: "xai" is core and no colour is left for it. Expected a row in palette.csv.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('somebody worked with whom no step names', () => {
    const { edit } = inRow('careers.csv', 'dalton-robinhood', ',Uday Ruddarraju,', ',Uday Rudarraju,');
    expect(told(changed({ 'careers.csv': edit }).dir)[0]).toMatch(
      /with: no career "Uday Rudarraju"\. Did you mean "Uday Ruddarraju"\?$/,
    );
  });

  test('a conflict that is told in one way alone, or that concerns no row', () => {
    const [head = '', first = '', ...others] = real('variants.csv').split('\n');
    const id = first.split(',')[1] ?? '';
    const alone = [head, first, ...others.filter((line) => line.split(',')[1] !== id)].join('\n');
    const one = changed({ 'variants.csv': () => alone });
    expect(told(one.dir)).toContain(
      `${one.path('conflicts.csv')}:${place(real('conflicts.csv'), `${id},`)} id: only one row of variants.csv is of "${id}". Expected two or more.`,
    );
    const nothing = changed({
      'conflicts.csv': (text) => `${text}lost,Which?,Welche?,One.,Eine.,,,,,\n`,
      'variants.csv': (text) =>
        `${text}lost-a,lost,a,a,A,A,seed-atsit-27248\nlost-b,lost,b,b,B,B,seed-atsit-27248\n`,
    });
    expect(told(nothing.dir)[0]).toMatch(
      /conflicts\.csv:\d+:\d+ moves: moves, careers, figures, events, quotes: all are empty\. Expected a row that it is about\.$/,
    );
  });

  test('a correction of a table that is not there', () => {
    const { dir, path } = changed({
      'corrections.csv': (text) => {
        const columns = (text.split('\n')[0] ?? '').split(',');
        const cells: Record<string, string> = { id: 'one', date: '2026-01-02', table: 'moevs' };
        return `${columns.join(',')}\n${columns.map((column) => cells[column] ?? 'text').join(',')}\n`;
      },
    });
    expect(told(dir)[0]).toMatch(
      new RegExp(`^${path('corrections.csv')}:2:\\d+ table: no table "moevs"\\. Did you mean "moves"\\?$`),
    );
  });

  /** The one line told where a cell of a row has another text. */
  function toldOf(file: string, id: string, from: string, to: string, options = {}) {
    const { edit, row, text } = inRow(file, id, from, to);
    expect(row).toContain(to);
    const { dir, path } = changed({ [file]: edit });
    const lines = formatProblems(checkPackage(dir, options)).split('\n');
    expect(lines).toHaveLength(2);
    const where = `${path(file)}:${place(text, row).split(':')[0]}:`;
    expect(lines[0]?.startsWith(where), lines[0]).toBe(true);
    return lines[0]?.slice(lines[0].indexOf(' ') + 1);
  }
  const missingLetter = (text: string) => /[\u0300-\u04ff]/.exec(text)?.[0] ?? '';

  test.each([
    [
      'a date to come',
      'moves.csv',
      LAU,
      '2025-07-08',
      '2100-01-01',
      'date: "2100-01-01" is more than a year ahead. Expected the date of what has happened.',
    ],
    [
      'a date before all of it',
      'moves.csv',
      LAU,
      '2025-07-08',
      '1900',
      'date: "1900" is earlier than anything here. Expected 2015 or later.',
    ],
    [
      'a plan may lie ahead',
      'figures.csv',
      'hyperion-gw-2030',
      ',2030,',
      ',2101,',
      'date: "2101" is not a date of our time. Expected a year from 1900 to 2100.',
    ],
    [
      'a move to a company that was not there',
      'moves.csv',
      'ruddarraju-xai-openai-2025',
      '2025-07-08',
      '2021-07-08',
      /^date: "2021-07-08" is before "xai" was founded, 2023-\S+\. Expected a later date\.$/,
    ],
    [
      'less than no move',
      'figures.csv',
      'raid-count-ten',
      ',10,',
      ',-5,',
      'value: -5 is too small. Expected at least 0.',
    ],
    [
      'no move',
      'figures.csv',
      'raid-count-ten',
      ',10,',
      ',0,',
      'value: 0 moves cannot be counted. Expected a whole number, 1 or more.',
    ],
    [
      'half a move',
      'figures.csv',
      'raid-count-ten',
      ',10,',
      ',1.5,',
      'value: 1.5 moves cannot be counted. Expected a whole number, 1 or more.',
    ],
    [
      'a name with letters turned around',
      'moves.csv',
      LAU,
      'David Lau',
      '\u202eDavid Lau',
      'person: "?David Lau" holds the invisible character U+202E. Expected it deleted.',
    ],
    [
      'a name with a space of no width',
      'moves.csv',
      LAU,
      'David Lau',
      'David\u200b Lau',
      'person: "David? Lau" holds the invisible character U+200B. Expected it deleted.',
    ],
    [
      'a name of ninety letters',
      'moves.csv',
      LAU,
      'David Lau',
      'D'.repeat(90),
      /^person: "D+…" has 90 letters\. Expected at most 80: addresses and files are named after it\.$/,
    ],
    [
      'a name in letters that no typeface has',
      'moves.csv',
      LAU,
      'David Lau',
      'Давид Lau',
      'person: "Давид Lau" has the letter "Д" (U+0414), which no typeface here has. Expected a Latin one, or add it to src/kit/letters.ts.',
    ],
    [
      'an accent apart from its letter',
      'moves.csv',
      LAU,
      'David Lau',
      'Davi\u0301d Lau',
      'person: "Davi\u0301d Lau" is written with accents apart from their letters. Expected "Davíd Lau" (Unicode NFC).',
    ],
    [
      'a power that is none',
      'sites.csv',
      'abilene',
      /abilene-[\w-]+/,
      'raid-count-ten',
      /^running: "raid-count-ten" is a figure in "people". Expected one in megawatts or gigawatts\.$/,
    ],
  ] as const)('%s', (_, file, id, from, to, message) => {
    const given =
      typeof from === 'string' ? from : (from.exec(rowText(file, id).slice(id.length))?.[0] ?? '');
    expect(toldOf(file, id, given, to, { missingLetter })).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  test('an id that no file can be named after, and one that is the word for nothing', () => {
    const long = 'w'.repeat(65);
    for (const [id, said] of [
      [
        long,
        `"${'w'.repeat(59)}…" has 65 letters. Expected at most 64: addresses and files are named after it.`,
      ],
      ['undefined', '"undefined" is the word for nothing. Expected a name.'],
      ['null', '"null" is the word for nothing. Expected a name.'],
    ] as const) {
      const { dir, path } = changed({ 'waves.csv': (text) => `${text.trimEnd()}\n${id},A,B,99\n` });
      const line = real('waves.csv').trimEnd().split('\n').length + 1;
      expect(told(dir)[0]).toBe(`${path('waves.csv')}:${line}:1 id: ${said}`);
    }
  });

  test('the same move under another id, as far as its dates tell', () => {
    const row = rowText('moves.csv', LAU);
    const again = (date: string) => row.replace(LAU, 'lau-again').replace('2025-07-08', date);
    const { dir, path } = changed({ 'moves.csv': (text) => `${text.trimEnd()}\n${again('2025')}\n` });
    const line = real('moves.csv').trimEnd().split('\n').length + 1;
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:${line}:1 id: the same move is on line 2, "${LAU}". Expected it once.`,
      '1 problem. Nothing was built.',
    ]);
    const later = changed({ 'moves.csv': (text) => `${text.trimEnd()}\n${again('2026-07')}\n` });
    expect(checkPackage(later.dir)).toEqual([]);
  });

  test('a career that never came to one of the companies', () => {
    const { dir, path } = changed({
      'careers.csv': (text) =>
        `${text.trimEnd()}\nxy-1,X Y,four,${rowText('careers.csv', 'lau-altera').split(',')[3]},A,B,,,,,,teslamagz-lau\n`,
    });
    const line = real('careers.csv').trimEnd().split('\n').length + 1;
    expect(told(dir)[0]).toBe(
      `${path('careers.csv')}:${line}:15 org: no row of "X Y" is at a core organisation. Expected one, or none of these rows.`,
    );
  });

  test('a number with a comma', () => {
    const { edit, row } = inRow('figures.csv', 'flow-openai-anthropic', ',8.2,', ',"8,2",');
    const { dir, path } = changed({ 'figures.csv': edit });
    expect(told(dir)[0]).toBe(
      `${path('figures.csv')}:${place(edit(), row).split(':')[0]}:${row.indexOf('"8,2"') + 1} value: "8,2" is not a number. Expected digits with a point, such as 1.5, without separators.`,
    );
  });

  test('an address that is none', () => {
    const { edit, row } = inRow(
      'sources.csv',
      'khelja-four-hires',
      ',https://khelja.in/?p=11247,',
      ',javascript:alert(1),',
    );
    const { dir, path } = changed({ 'sources.csv': edit });
    expect(told(dir)[0]).toBe(
      `${path('sources.csv')}:${place(edit(), row).split(':')[0]}:${row.indexOf('javascript') + 1} url: "javascript:alert(1)" is not a web address. Expected a full address with https://.`,
    );
  });

  test('a source that no row cites, and a cited one that is flagged', () => {
    const idle = /^([^,]+),.*,true$/m.exec(real('sources.csv'))?.[1] ?? '';
    const text = real('sources.csv')
      .split('\n')
      .map((row) =>
        row.startsWith(`${idle},`)
          ? row.replace(/true$/, 'false')
          : row.startsWith('khelja-four-hires,')
            ? row.replace(/false$/, 'true')
            : row,
      );
    const { dir, path } = changed({ 'sources.csv': () => text.join('\n') });
    const at = (id: string) => {
      const line = text.findIndex((row) => row.startsWith(`${id},`));
      const row = text[line] ?? '';
      return `${path('sources.csv')}:${line + 1}:${row.lastIndexOf(',') + 2} background:`;
    };
    const first =
      real('moves.csv')
        .split('\n')
        .findIndex((row) => row.includes('khelja-four-hires')) + 1;
    const said = told(dir);
    expect(said).toContain(`${at(idle)} no row cites "${idle}". Expected true, or a row that cites it.`);
    expect(said).toContain(
      `${at('khelja-four-hires')} "khelja-four-hires" is cited in ${path('moves.csv')}:${first}. Expected false.`,
    );
    expect(said).toHaveLength(3);
  });
});

describe('a mistake in a file is told where it stands', () => {
  test('another encoding', () => {
    const text = real('moves.csv').replace('David Lau', 'David L\u00e4u');
    const { dir, path } = changed({ 'moves.csv': () => Buffer.from(text, 'latin1') });
    const [line, column] = place(text, '\u00e4u').split(':');
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:${line}:${column} byte 0xE4 is not UTF-8. Expected UTF-8: in a spreadsheet save as "CSV UTF-8".`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('UTF-16', () => {
    const { dir, path } = changed({ 'waves.csv': (text) => Buffer.from(`\ufeff${text}`, 'utf16le') });
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:1 saved as UTF-16. Expected UTF-8: in a spreadsheet save as "CSV UTF-8".`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a byte order mark, CRLF, a missing last newline and blank lines are fine', () => {
    const data = loadPackage(REAL);
    const { dir } = changed({
      'moves.csv': (text) => `\ufeff${text}`,
      'events.csv': (text) => text.replaceAll('\n', '\r\n'),
      'quotes.csv': (text) => text.trimEnd(),
      'waves.csv': (text) => `${text}\n\n`,
    });
    expect(loadPackage(dir)).toEqual(data);
  });

  test('a mistake behind a byte order mark and CRLF stands where an editor shows it', () => {
    const { edit, text } = inRow('moves.csv', LAU, '2025-07-08', '2025-13-08');
    const { dir, path } = changed({ 'moves.csv': () => `\ufeff${edit().replaceAll('\n', '\r\n')}` });
    expect(told(dir)[0]).toBe(
      `${path('moves.csv')}:${place(text, '2025-13-08')} date: "2025-13-08" is not a date. Expected YYYY, YYYY-MM or YYYY-MM-DD.`,
    );
  });

  test('semicolons between the columns', () => {
    const { dir, path } = changed({ 'waves.csv': (text) => text.replaceAll(',', ';') });
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:1 columns are separated by ";". Expected commas.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('an extra column', () => {
    const { dir, path } = changed({
      'waves.csv': (text) =>
        text
          .trimEnd()
          .split('\n')
          .map((row, i) => `${row},${i === 0 ? 'colour' : 'red'}`)
          .join('\n'),
    });
    const column = (real('waves.csv').split('\n')[0] ?? '').length + 2;
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:${column} colour: unknown column. Expected only those in datapackage.json.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a misspelt column', () => {
    const { dir, path } = changed({ 'moves.csv': (text) => text.replace(',status,', ',sttaus,') });
    const header = real('moves.csv').split('\n')[0] ?? '';
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:1:${header.indexOf(',status') + 2} sttaus: unknown column. Did you mean "status"?`,
      `${path('moves.csv')}:1:${header.length + 1} status: missing column. Expected it in the header.`,
      '2 problems. Nothing was built.',
    ]);
  });

  test('a missing column', () => {
    const { dir, path } = changed({
      'waves.csv': (text) => text.replace(/,rank\n/, '\n').replace(/,\d+\n/g, '\n'),
    });
    const header = (real('waves.csv').split('\n')[0] ?? '').replace(/,rank$/, '');
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:${header.length + 1} rank: missing column. Expected it in the header.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a column twice', () => {
    const { dir, path } = changed({
      'waves.csv': (text) => text.replace(/^id,/, 'id,id,').replace(/\n(?=.)/g, '\nx,'),
    });
    expect(told(dir)).toContain(`${path('waves.csv')}:1:4 id: this column is here twice. Expected it once.`);
  });

  test('columns in another order', () => {
    const { dir, path } = changed({
      'moves.csv': (text) => text.replace('from_org,to_org', 'to_org,from_org'),
    });
    const header = real('moves.csv').split('\n')[0] ?? '';
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:1:${header.indexOf('from_org') + 1} to_org: column out of order. Expected "from_org" here.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('an empty file', () => {
    const { dir, path } = changed({ 'waves.csv': () => '' });
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:1 the file is empty. Expected the header ${real('waves.csv').split('\n')[0]}.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a missing file', () => {
    const { dir, path } = changed({ 'waves.csv': () => undefined });
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:1 no such file. datapackage.json lists it.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a header alone is fine where nothing is needed', () => {
    const { dir } = changed({ 'corrections.csv': (text) => `${text.split('\n')[0]}\n` });
    expect(loadPackage(dir).corrections).toEqual([]);
  });

  test('a header alone leaves every reference open', () => {
    const { dir, path } = changed({ 'waves.csv': (text) => `${text.split('\n')[0]}\n` });
    const moves = loadPackage(REAL).moves.filter((move) => move.wave !== '');
    const said = told(dir);
    expect(said).toHaveLength(moves.length + 1);
    expect(said[0]).toMatch(
      new RegExp(
        `^${path('moves.csv')}:2:\\d+ wave: no wave "scaling-team-2025"\\. Expected one of ${path('waves.csv')}\\.$`,
      ),
    );
  });

  test('no move at all', () => {
    const { dir, path } = changed({ 'moves.csv': (text) => `${text.split('\n')[0]}\n` });
    expect(told(dir)).toContain(
      `${path('moves.csv')}:1:1 no core move. Expected at least one: the date of the data is the latest one's.`,
    );
  });

  test('ten megabytes are read, if they are sound', { timeout: 30_000 }, () => {
    const text = real('events.csv');
    const row = text.split('\n')[1] ?? '';
    const id = row.split(',')[0] ?? '';
    const more = Array.from({ length: Math.ceil(1e7 / row.length) }, (_, i) => row.replace(id, `copy-${i}`));
    const { dir } = changed({ 'events.csv': () => `${text}${more.join('\n')}\n` });
    expect(loadPackage(dir).events).toHaveLength(text.trim().split('\n').length - 1 + more.length);
  });
});

describe('a mistake in datapackage.json is told where it stands', () => {
  const cases: [string, (text: string) => string, (text: string) => string, string][] = [
    [
      'a comma too many',
      (text) => text.replace(/\n\}\n$/, ',\n}\n'),
      (text) => `${text.split('\n').length - 1}:1`,
      'not JSON: found "}". Expected a name in double quotes.',
    ],
    [
      'half a file',
      (text) => text.slice(0, text.indexOf('"resources"')),
      (text) => place(`${text}§`, '§'),
      'not JSON: found the end of the file. Expected a name in double quotes.',
    ],
    ['no JSON at all', () => 'hello', () => '1:1', 'not JSON: found "h". Expected a value.'],
    ['an empty file', () => '', () => '1:1', 'not JSON: found the end of the file. Expected a value.'],
    [
      'another version of the standard',
      (text) => text.replace('profiles/2.0/datapackage', 'profiles/1.0/datapackage'),
      (text) => place(text, '"https://datapackage.org/profiles/1.0'),
      '$schema: "https://datapackage.org/profiles/1.0/datapackage.json" does not fit. Expected "https://datapackage.org/profiles/2.0/datapackage.json".',
    ],
    [
      'a type nobody reads',
      (text) => text.replace('"type": "list"', '"type": "lst"'),
      (text) => place(text, '"lst"'),
      `${fieldPath('moves', 'source_ids')}.type: "lst" does not fit. Expected "string", "integer", "number", "boolean", "date", "list". Did you mean "list"?`,
    ],
    [
      'a misspelt constraint',
      (text) => text.replace('"required": true', '"requierd": true'),
      (text) => place(text, '"requierd": ').replace(/\d+$/, (column) => String(Number(column) + 12)),
      'resources.0.schema.fields.0.constraints.requierd: unknown property. Did you mean "required"?',
    ],
    [
      'a pattern that is none',
      (text) => text.replace('"pattern": "^[a-z]{2}$"', '"pattern": "^[a-z"'),
      (text) => place(text, '"^[a-z"'),
      `${fieldPath('quotes', 'language')}.constraints.pattern: "^[a-z" is not a regular expression.`,
    ],
    [
      'a path out of the folder',
      (text) => text.replace('"path": "waves.csv"', '"path": "../waves.csv"'),
      (text) => place(text, '"../waves.csv"'),
      'resources.1.path: "../waves.csv" does not fit. Expected a file beside datapackage.json, such as "moves.csv".',
    ],
    [
      'a key to a table that is not there',
      (text) => text.replace(/("reference": \{\s*"resource": )"waves"/, '$1"wave"'),
      (text) =>
        place(text, ' "wave",\n              "fields"').replace(/\d+$/, (column) =>
          String(Number(column) + 1),
        ),
      'resources.2.schema.foreignKeys.2.reference.resource: no resource "wave". Did you mean "waves"?',
    ],
    [
      'a table that nothing reads',
      (text) => text.replace('"name": "misreports"', '"name": "mistakes"'),
      () => '1:1',
      'resources.mistakes: no table that is read here. Expected one of organisations, waves, moves, careers, figures, events, quotes, sources, misreports, conflicts, variants, claims, cases, sites, machines, sums, corrections.',
    ],
    [
      'a column of another type',
      (text) => text.replace('"type": "number"', '"type": "string"'),
      () => '1:1',
      'resources.figures.value: "string" does not fit. Expected the type "number" or "integer".',
    ],
  ];
  test.each(cases)('%s', (_, edit, at, message) => {
    const { dir, path } = changed({ 'datapackage.json': edit });
    const text = edit(real('datapackage.json'));
    expect(text).not.toBe(real('datapackage.json'));
    expect(told(dir)).toEqual([
      `${path('datapackage.json')}:${at(text)} ${message}`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a table without a title in a language that readers can choose', () => {
    const { dir, path } = changed({
      'datapackage.json': (text) => text.replace(/"counterflow:title_de": "Wellen",/, ''),
    });
    expect(formatProblems(checkPackage(dir, { languages: ['en', 'de'] })).split('\n')[0]).toBe(
      `${path('datapackage.json')}:1:1 resources.waves.counterflow:title_de: missing. The language "de" needs it.`,
    );
  });

  test('a column without a title or a description in such a language', () => {
    const { dir, path } = changed({
      'datapackage.json': (text) =>
        text
          .replace(/"counterflow:title_de": "Person",/, '')
          .replace(/"counterflow:description_de": "Name, wie[^"]*",/, ''),
    });
    const told = formatProblems(checkPackage(dir, { languages: ['en', 'de'] }));
    expect(told).toContain(
      `${path('datapackage.json')}:1:1 resources.moves.person.counterflow:title_de: missing. The language "de" needs it.`,
    );
    expect(told).toContain('counterflow:description_de: missing.');
  });

  test('but a package from before there were conflicts is whole without them', () => {
    const without = (text: string) => {
      const descriptor = JSON.parse(text) as { resources: { name: string }[] };
      const resources = descriptor.resources.filter(({ name }) => !/^(conflicts|variants)$/.test(name));
      return JSON.stringify({ ...descriptor, resources });
    };
    const { dir } = changed({
      'datapackage.json': without,
      'conflicts.csv': () => undefined,
      'variants.csv': () => undefined,
      // Pages that only they cite.
      'sources.csv': (text) => text.replace(/^((?:bta-yangsong|newsaz-2025-11-07),.*),false$/gm, '$1,true'),
    });
    expect(loadPackage(dir)).toMatchObject({ conflicts: [], variants: [] });
  });

  test('a folder without one', () => {
    const { dir, path } = changed({ 'datapackage.json': () => undefined });
    expect(told(dir)).toEqual([
      `${path('datapackage.json')}:1:1 no such file. Expected the descriptor of a Data Package.`,
      '1 problem. Nothing was built.',
    ]);
  });
});

test('only organisations, moves and sources have to be there, and of those no column that speaks of the others', () => {
  const data = loadPackage('examples/lenses/data');
  expect(data.events).toEqual([]);
  expect(data.moves[0]?.wave).toBe('');
  expect(data.eventsTo).toBe(data.movesTo);
  const descriptor = JSON.parse(real('datapackage.json'));
  descriptor.resources = descriptor.resources.filter(({ name }: { name: string }) => name === 'moves');
  const { dir } = changed({ 'datapackage.json': () => JSON.stringify(descriptor) });
  expect(told(dir).join('\n')).toMatch(/no resource "organisations"/);
});

test('several mistakes in several files are told at once, without a trace', () => {
  const moves = inRow('moves.csv', LAU, '2025-07-08', '2025-13-08');
  const events = inRow('events.csv', 'four-hires', ';tesla;', ';telsa;');
  const waves = real('waves.csv').replace(/,1\n/, ',one\n');
  const { dir, path } = changed({
    'moves.csv': moves.edit,
    'events.csv': events.edit,
    'waves.csv': () => waves,
  });
  const expected = [
    `${path('events.csv')}:${place(events.text, ';telsa;').replace(/\d+$/, (column) => String(Number(column) + 1))} orgs: no organisation "telsa". Did you mean "tesla"?`,
    `${path('moves.csv')}:${place(moves.text, '2025-13-08')} date: "2025-13-08" is not a date. Expected YYYY, YYYY-MM or YYYY-MM-DD.`,
    `${path('waves.csv')}:${place(waves, ',one\n').replace(/\d+$/, (column) => String(Number(column) + 1))} rank: "one" is not a number. Expected a whole number in digits, without separators.`,
    '3 problems. Nothing was built.',
  ].join('\n');
  let thrown: unknown;
  try {
    loadPackage(dir);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(PackageError);
  expect((thrown as PackageError).message).toBe(expected);
  expect((thrown as PackageError).stack).toBe(expected);
});
