import { afterAll, describe, expect, test } from 'vitest';
import { checkPackage, formatProblems } from './load';
import { changed, clear, inRow, LAU, place, REAL, real, rowText, told } from './testing/spoiled';

afterAll(clear);

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
    [
      'a sum that is limited otherwise than its figure',
      'claims.csv',
      'pay-tulloch',
      'up-to',
      'exact',
      'bound: "exact", where the figure is "up-to". Expected both alike.',
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
