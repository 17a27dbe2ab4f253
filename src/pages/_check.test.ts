import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { CHARTS } from '~/charts/registry';
import { formatProblem, loadPackage, openPackage, type Problem } from '~/data/load';
import { PUBLISHED } from '~/i18n/languages';
import { missingLetter } from '~/kit/letters';
import { readTable, writeTable } from '../../scripts/lib/tables.mjs';
import { checkSite } from './_check';

/** A copy of content/ that a test may spoil; what it spoiled is put right after it. */
const root = relative(process.cwd(), mkdtempSync(join(tmpdir(), 'content-')));
cpSync('content', root, { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));
const spoiled = new Set<string>();
afterEach(mend);
function mend() {
  for (const file of spoiled) cpSync(`content/${file}`, join(root, file));
  spoiled.clear();
}
function write(file: string, text: string) {
  spoiled.add(file);
  writeFileSync(join(root, file), text);
}

const real = (file: string) => readFileSync(`content/${file}`, 'utf8');
const path = (file: string) => join(root, file);
const told = () => checkSite(root).map(formatProblem);
type Row = Record<string, string>;
/** Rewrites the rows of a table. */
function rows(table: string, change: (rows: Row[]) => Row[]) {
  const [head = [], ...body] = readTable(real(`data/${table}.csv`));
  const given = body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
  const made = change(given).map((row) => head.map((name) => row[name] ?? ''));
  write(`data/${table}.csv`, writeTable([head, ...made]));
}
/** Where a piece of text stands in a file. */
function place(file: string, piece: string) {
  const text = readFileSync(join(root, file), 'utf8');
  const before = text.slice(0, text.indexOf(piece)).split('\n');
  expect(text).toContain(piece);
  return `${path(file)}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

test('the site can be built', () => {
  expect(checkSite()).toEqual([]);
  expect(told()).toEqual([]);
});

test('two people whom addresses could not tell apart are told', () => {
  rows('moves', ([first = {}, second = {}, ...others]) => [
    { ...first, person: 'Ann Léé' },
    { ...second, person: 'Ann Lee' },
    ...others,
  ]);
  expect(told().join('\n')).toContain(
    '"Ann Lee" and "Ann Léé" are both "ann-lee" in addresses. Expected one spelling of one person.',
  );
});

describe('prose that asks in vain is told where it is written, in the one list', () => {
  const SECTION = 'story/en/02-the-summer.mdx';
  const ask = (tag: string) => write(SECTION, real(SECTION).replace('\n\n', `\n\nA word. ${tag}\n\n`));

  const IN_VAIN = [
    ['<Who move="nobody" />', '<Who move="nobody">: unknown move "nobody".'],
    [
      '<When event="four-hirse" />',
      '<When event="four-hirse">: unknown event "four-hirse". Did you mean "four-hires"?',
    ],
    ['<Fact figure="no-such" />', '<Fact figure="no-such">: unknown figure "no-such".'],
    ['<Claim source="no-such">x</Claim>', '<Claim source="no-such">: unknown source "no-such".'],
    ['<Said quote="no-such" />', '<Said quote="no-such">: unknown quote "no-such".'],
    ['<Count wave="no-such" />', '<Count wave="no-such">: unknown wave "no-such".'],
    ['<Count from="nowhere" />', '<Count from="nowhere">: unknown organisation "nowhere".'],
    ['<Misreports ids="no-such" />', 'unknown misreport "no-such".'],
    ['<Chart id="flows" view="no-such" />', 'the chart "flows" has no view "no-such".'],
    ['<Hwo move="x" />', 'unknown component <Hwo>.'],
  ] as const;

  test('whatever it asks for, all at once', () => {
    ask(IN_VAIN.map(([tag]) => tag).join(' and '));
    const found = told();
    expect(found).toHaveLength(IN_VAIN.length);
    IN_VAIN.forEach(([tag, message], i) => {
      expect(found[i]).toContain(`${place(SECTION, tag)} ${message}`);
    });
  });

  test('also beside a mistake in a table', () => {
    ask('<Who move="nobody" />');
    rows('waves', (all) => all.map((row, i) => (i === 0 ? { ...row, rank: 'one' } : row)));
    expect(told().map((line) => line.split(' ')[0])).toEqual([
      place('data/waves.csv', 'one\n'),
      place(SECTION, '<Who move="nobody"'),
    ]);
  });

  test('what is no prose', () => {
    ask('{1 + 1}');
    expect(told()).toEqual([`${place(SECTION, '{1')} "{" is not prose. Expected words and components.`]);
  });

  test('a row that is gone, in every file and language that names it', () => {
    const asking = PUBLISHED.flatMap((lang) => (lang === 'en' ? [SECTION] : ['story/de/02-der-sommer.mdx']));
    rows('moves', (all) => all.filter(({ id }) => id !== 'bansal-openai-meta-2025'));
    const found = checkSite(root);
    for (const file of asking)
      expect(found.map(formatProblem).join('\n')).toContain(
        `${place(file, '<Who move="bansal-openai-meta-2025"')} <Who move="bansal-openai-meta-2025">: unknown move`,
      );
    expect(found.filter(({ file }) => file.startsWith('src/'))).toEqual([]);
  });
});

test('a colour too near another is told in palette.csv, one that is none too, and a row for nobody', () => {
  const rows = real('palette.csv');
  write('palette.csv', rows.replace('#3a56c8', '#2a8279'));
  // Both are named, and where each stands.
  expect(told().join('\n')).toContain(
    `${path('palette.csv')}:3:1 light: meta (line 3), #2a8279, and openai (line 2), #2a8279, differ by 0.00 `,
  );
  write('palette.csv', rows.replace('#3a56c8', 'blue').replace('tesla', 'nobody'));
  expect(told()).toEqual([
    `${path('palette.csv')}:3:1 light: "blue" is no colour. Expected one such as "#2a8279".`,
    `${path('palette.csv')}:5:1 organisation: "nobody" is no core organisation. Expected one.`,
  ]);
});

test('a chart that is asked for and has no rows is told where it is asked for', () => {
  rows('claims', () => []);
  const files = ['story/en/03-the-price-of-a-person.mdx', 'story/de/03-was-ein-mensch-kostet.mdx'];
  const lines = told();
  for (const file of files)
    expect(lines.join('\n')).toContain(
      `${place(file, '<Chart id="offers"')} these rows have no chart "offers".`,
    );
});

test('a page that every other leads to is missed, but not by a release, which has no prose', () => {
  spoiled.add('pages/de/method.mdx');
  rmSync(join(root, 'pages/de/method.mdx'));
  expect(told()).toEqual([
    `${path('pages/de/method.mdx')}:1:1 no such file. Expected it: every page leads to this one.`,
  ]);
  vi.stubEnv('RELEASE', '2026-01-02');
  expect(told()).toEqual([]);
  vi.unstubAllEnvs();
});

test('a unit without a word is told at its cell, once a language, and where a chart has another', () => {
  rows('figures', (all) => all.map((row, i) => (i === 0 ? { ...row, unit: 'Acme chips' } : row)));
  const [english, german, ...others] = told();
  const at = `${place('data/figures.csv', 'Acme chips')} unit: no word for it in`;
  const key = 'Expected the message "evidence.unit.acme-chips" in content/words';
  expect([english, german]).toEqual([
    `${at} English. ${key}/subject.en.json.`,
    `${at} Deutsch. ${key}/subject.de.json.`,
  ]);
  for (const line of others) expect(line).toMatch(/^src\/charts\/\w+\/words\.(en|de)\.json:1:1 .*acme-chips/);
});

test.each(['openai-to-meta', 'openai', 'all', '2025'])('a wave whose address is taken: %s', (id) => {
  const [first = ''] = readTable(real('data/waves.csv'))[1] ?? [];
  rows('waves', (all) => all.map((row) => (row.id === first ? { ...row, id } : row)));
  rows('moves', (all) => all.map((row) => (row.wave === first ? { ...row, wave: id } : row)));
  const message = `id: "${id}" is the name of another view of the chart "flows" already. Expected another id.`;
  expect(told()).toContain(`${place('data/waves.csv', `${id},`)} ${message}`);
});

test('a word that a chart’s messages lack is told with their file', () => {
  const descriptor = real('data/datapackage.json').replace('"reported"\n', '"reported", "rumoured"\n');
  write('data/datapackage.json', descriptor);
  rows('moves', (all) => all.map((row, i) => (i === 0 ? { ...row, status: 'rumoured' } : row)));
  const [one] = told().filter((line) => line.startsWith('src/charts/flows/words.en.json:1:1 '));
  expect(one).toContain('missing message "table.rumoured" in charts/flows/words.en');
});

test('a file that is no table, and a link to one elsewhere, are not published', () => {
  const notes = join(root, 'data', 'notes.txt');
  writeFileSync(notes, 'private');
  rmSync(join(root, 'data', 'waves.csv'));
  spoiled.add('data/waves.csv');
  symlinkSync(join(process.cwd(), 'content/data/waves.csv'), join(root, 'data', 'waves.csv'));
  const found = told();
  rmSync(notes);
  rmSync(join(root, 'data', 'waves.csv'));
  expect(found).toEqual([
    `${path('data/notes.txt')}:1:1 no table of datapackage.json. Expected it there, or the file in another folder.`,
    `${path('data/waves.csv')}:1:1 a link to a file elsewhere. Expected the file itself.`,
  ]);
});

describe('whatever is changed, the package can be read or says what is wrong', () => {
  const tables = JSON.parse(real('data/datapackage.json')).resources.map(
    ({ name }: { name: string }) => name,
  ) as string[];
  const body = new Map(tables.map((name) => [name, readTable(real(`data/${name}.csv`))]));
  /** What a spreadsheet, a slip or a joker may leave in a cell. */
  const ODD = [
    '',
    'null',
    '-5',
    '1.5',
    '0',
    '1e9',
    '9'.repeat(30),
    '1900',
    '2100-01-01',
    '2025',
    '2025-02-30',
  ]
    .concat([
      'x'.repeat(300),
      'openai',
      'all',
      'constructor',
      '__proto__',
      '\u202eabc',
      'a\u200bb',
      'Жук',
      '名',
    ])
    .concat([
      '🙂',
      'e\u0301',
      '<b>x</b>',
      '{n}',
      '&amp;',
      'true',
      ';',
      'a;a',
      ' ',
      '"',
      '=1+1',
      'W'.repeat(60),
    ]);
  const index = fc.nat();
  const table = fc.constantFrom(...tables);
  const pick = <T>(list: readonly T[], n: number) => list[n % list.length] as T;
  /** The table with one cell, row or column changed. */
  const changed = fc
    .tuple(
      table,
      fc.constantFrom('cell', 'cell', 'cell', 'other', 'gone', 'twice', 'short', 'column'),
      index,
      index,
      fc.constantFrom(...ODD),
    )
    .map(([name, how, r, c, odd]) => {
      const [head = [], ...all] = (body.get(name) ?? []).map((row) => [...row]);
      const at = r % all.length;
      const row = pick(all, r);
      const column = c % head.length;
      if (how === 'cell') row[column] = odd;
      if (how === 'other') row[column] = pick(all, r + c)[column] ?? '';
      if (how === 'gone') all.splice(at, 1);
      if (how === 'twice') all.push(row);
      if (how === 'short') row.pop();
      const rows = how === 'column' ? [head, ...all].map((one) => one.toSpliced(column, 1)) : [head, ...all];
      return [`data/${name}.csv`, writeTable(rows)] as const;
    });
  const options = { languages: PUBLISHED, missingLetter };
  const located = ({ file, line, column, message }: Problem) =>
    file.endsWith('.csv') || file.endsWith('.json') || file.endsWith('.mdx')
      ? line > 0 && column > 0 && message.length > 10
      : false;

  test('a cell, a row or a column', () => {
    let sound = 0;
    fc.assert(
      fc.property(changed, ([file, text]) => {
        write(file, text);
        const { problems, data } = openPackage(join(root, 'data'), options);
        for (const problem of problems) expect(problem).toSatisfy(located);
        if (problems.length === 0) {
          expect(data?.moves.length).toBeGreaterThan(0);
          sound += 1;
          // Each would take half a second.
          if (sound % 15 === 0) {
            const found = checkSite(root);
            for (const problem of found) expect(problem).toSatisfy(located);
            if (found.length === 0) draw();
          }
        }
        mend();
      }),
      { seed: 16, numRuns: 80, endOnFailure: true },
    );
    expect(sound).toBeGreaterThan(15);
  });

  /** Each chart's first view, as a page has it. */
  function draw() {
    const data = loadPackage(join(root, 'data'), { languages: PUBLISHED });
    for (const { at, slugs } of CHARTS) {
      const drawn = JSON.stringify(at(data, slugs(data)[0] ?? '', 'en').geometry('narrow'));
      expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
    }
  }

  test('a value of datapackage.json by one of another type', () => {
    const descriptor = real('data/datapackage.json');
    const paths = pathsOf(JSON.parse(descriptor));
    const values = fc.constantFrom(null, 1, '', 'x', true, [], {}, [''], [[]], [1]);
    fc.assert(
      fc.property(index, values, (n, value) => {
        const json = JSON.parse(descriptor);
        const steps = pick(paths, n);
        const parent = steps.slice(0, -1).reduce((node, step) => node[step], json);
        parent[steps.at(-1) ?? ''] = value;
        write('data/datapackage.json', JSON.stringify(json));
        const { problems, data } = openPackage(join(root, 'data'), options);
        for (const problem of problems) expect(problem).toSatisfy(located);
        expect(problems.length > 0 || data !== undefined).toBe(true);
        mend();
      }),
      { seed: 16, numRuns: 100, endOnFailure: true },
    );
  });
});

// biome-ignore lint/suspicious/noExplicitAny: any JSON
function pathsOf(node: any, path: readonly string[] = []): (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.keys(node).flatMap((key) => [[...path, key], ...pathsOf(node[key], [...path, key])]);
}
