import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatProblem, loadPackage } from '~/data/load';
import { goneFrom } from '~/data/releases/history';
import { readRaw } from '~/data/releases/package';
import { PUBLISHED } from '~/i18n/languages';
import { newMoves, withNewRows } from '../../scripts/lib/new-rows.mjs';
import { readTable, writeTable } from '../../scripts/lib/tables.mjs';
import { checkSite } from './_check';
import { command } from './_release-command';
import { changesOf, checkReleases, filesOf, isAhead, keepPages, readReleased, releasesIn } from './_releases';
import { rowAddresses, tablesWithPages } from './_rows';

let root: string;
beforeEach(() => {
  root = relative(process.cwd(), mkdtempSync(join(tmpdir(), 'releases-')));
  cpSync('content', root, { recursive: true });
  for (const name of ['releases', 'releases.csv']) rmSync(join(root, name), { recursive: true, force: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const real = (table: string) => readFileSync(`content/data/${table}.csv`, 'utf8');
const [HEAD = []] = readTable(real('moves'));
const PERSON = HEAD.indexOf('person');
/** A person of one move, whom no other row mentions. */
const moves = readTable(real('moves')).slice(1);
const NAME = moves
  .map((row) => row[PERSON] ?? '')
  .find((name) => {
    const all = readdirSync('content/data').map((file) => readFileSync(`content/data/${file}`, 'utf8'));
    return (
      all.join('\n').split(name.split(' ').at(-1) ?? '').length === 2 &&
      !prose().includes(name.split(' ').at(-1) ?? '')
    );
  }) as string;
const MOVE = moves.find((row) => row[PERSON] === NAME)?.[0] as string;
function prose() {
  const files = readdirSync('content/story', { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => readFileSync(`content/story/${file}`, 'utf8'))
    .join('\n');
}

const change = (table: string, edit: (rows: string[][]) => string[][]) => {
  const file = join(root, 'data', `${table}.csv`);
  writeFileSync(file, writeTable(edit(readTable(readFileSync(file, 'utf8')))));
};
/** The ten rows of another day. */
function addMoves() {
  const csv = Object.fromEntries(['moves', 'organisations', 'sources'].map((name) => [name, real(name)]));
  for (const name of ['moves', 'sources'])
    writeFileSync(join(root, 'data', `${name}.csv`), withNewRows(name, csv as never));
  return newMoves(csv as never);
}
const correct = (table: string, row: string) =>
  change('corrections', (rows) => [
    ...rows,
    ['why', '2026-11-30', table, row, 'What was wrong.', 'Was falsch war.'],
  ]);
const publish = (day: string) => command('', day, root);
/** As `publish('2026-11-29')` leaves the content of today: made once, and copied for each test that begins there. */
const publishedOnce = mkdtempSync(join(tmpdir(), 'released-'));
afterAll(() => rmSync(publishedOnce, { recursive: true }));
function startPublished() {
  if (!existsSync(join(publishedOnce, 'releases'))) {
    cpSync(root, publishedOnce, { recursive: true });
    expect(command('', '2026-11-29', publishedOnce).failed).toBe(false);
  }
  cpSync(publishedOnce, root, { recursive: true });
}
const bytes = (release: string) =>
  filesOf(release, root).map((file) => [
    file,
    Buffer.from(readReleased(release, file, root)).toString('base64'),
  ]);

describe('a release', () => {
  test('is the data as they are, and stays so whatever is added', () => {
    expect(publish('2026-11-29').failed).toBe(false);
    const served = bytes('2026-11-29');
    expect(served.length).toBeGreaterThan(10);
    expect(isAhead(root)).toBe(false);
    expect(Buffer.from(readReleased('2026-11-29', 'moves.csv', root)).toString()).toBe(real('moves'));
    const added = addMoves();
    expect(isAhead(root), 'rows that are in no release').toBe(true);
    const { lines, failed } = publish('2026-12-24');
    expect(failed, lines.join('\n')).toBe(false);
    expect(releasesIn(root)).toEqual(['2026-11-29', '2026-12-24']);
    expect(bytes('2026-11-29')).toEqual(served);
    expect(checkReleases(root)).toEqual([]);
    const { since, changes, words } = changesOf('2026-12-24', root);
    expect([since, changes['moves']?.added]).toEqual(['2026-11-29', added.map(({ id }) => id)]);
    expect(words.en?.[0]).toMatch(/^Moves: 10 rows added \(Jo Ng, .*\)\.$/);
    expect(words.de?.[0]).toMatch(/^Wechsel: 10 Zeilen neu \(Jo Ng, .*\)\.$/);
  });

  test('that was changed by hand is told, and so stops a build', () => {
    startPublished();
    writeFileSync(join(root, 'releases/2026-11-29/waves.csv'), 'id\n');
    expect(checkSite(root).map(formatProblem)).toEqual([
      `${root}/releases/2026-11-29/waves.csv:1:1 is not as it was published. A release never changes: Expected it as it was.`,
    ]);
  });

  test.each(['moves.csv', 'datapackage.json', 'changes.json', 'pages.json.gz'])(
    'is refused where its %s is another, or gone',
    (name) => {
      startPublished();
      keepPages('2026-11-29', new Uint8Array([1, 2, 3]), root);
      expect(checkReleases(root)).toEqual([]);
      const file = join(root, 'releases/2026-11-29', name);
      const was = readFileSync(file);
      const told = () => checkReleases(root).map((problem) => relative(process.cwd(), problem.file));
      writeFileSync(file, Buffer.concat([was, Buffer.from(' ')]));
      expect(told()).toEqual([file]);
      rmSync(file);
      expect(told()).toEqual([file]);
      writeFileSync(file, was);
      expect(checkReleases(root)).toEqual([]);
    },
  );

  test('is refused where a table was changed and its digest with it, and where all of it is gone', () => {
    startPublished();
    const [table, changes] = ['moves.csv', 'changes.json'].map((name) =>
      join(root, 'releases/2026-11-29', name),
    );
    const [old, other] = [real('moves'), `${real('moves')} `];
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    writeFileSync(table ?? '', other);
    const told = readFileSync(changes ?? '', 'utf8');
    expect(told).toContain(digest(old));
    writeFileSync(changes ?? '', told.replace(digest(old), digest(other)));
    expect(checkReleases(root).map(({ file }) => relative(process.cwd(), file))).toEqual([changes]);
    rmSync(join(root, 'releases/2026-11-29'), { recursive: true });
    expect(checkReleases(root)[0]?.message).toMatch(/^is gone\./);
  });

  test('is not made of a day that has one, nor of data with a mistake', () => {
    startPublished();
    expect(publish('2026-11-29').failed).toBe(true);
    change('waves', (rows) => rows.map((row, i) => (i === 1 ? row.with(-1, 'one') : row)));
    expect(publish('2026-12-24').lines[0]).toContain('data/waves.csv:2:');
    expect(releasesIn(root)).toEqual(['2026-11-29']);
  });

  test('loses no row that no correction speaks of', () => {
    const [{ id = '' } = {}] = addMoves();
    publish('2026-11-29');
    change('moves', (rows) => rows.filter((row) => row[0] !== id));
    const { lines, failed } = publish('2026-12-24');
    expect(failed).toBe(true);
    expect(lines[0]).toMatch(
      /releases\/2026-11-29\/moves\.csv:\d+:1 id: "made-up-1" was in the last release and is gone\./,
    );
    correct('moves', '');
    expect(publish('2026-12-24').failed).toBe(false);
    expect(changesOf('2026-12-24', root).words.en).toEqual(['Moves: one row removed.']);
  });

  test('gives no id to another person', () => {
    startPublished();
    change('moves', (rows) => rows.map((row) => (row[0] === MOVE ? row.with(PERSON, 'Somebody Else') : row)));
    const { lines, failed } = publish('2026-12-24');
    expect(failed).toBe(true);
    expect(lines[0]).toContain(
      `person: "${MOVE}" was of "${NAME}" in the last release and is of "Somebody Else" now.`,
    );
    correct('moves', MOVE);
    expect(publish('2026-12-24').failed).toBe(false);
  });
});

describe('a removal', () => {
  const everything = () =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(csv|json)$/.test(file))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');

  test.each([
    ['a name', NAME],
    ['a row', MOVE],
  ])(
    'by %s takes the rows out of the data and of every release, with a dated note that names nobody',
    (_, given) => {
      startPublished();
      addMoves();
      publish('2026-12-24');
      expect(everything()).toContain(NAME);
      const { lines } = command(given, '2027-01-07', root);
      expect(lines).toHaveLength(1);
      expect(everything()).not.toContain(NAME);
      expect(everything()).not.toContain(MOVE);
      expect(checkSite(root)).toEqual([]);
      for (const folder of ['data', 'releases/2026-11-29', 'releases/2026-12-24']) {
        const rows = readTable(readFileSync(join(root, folder, 'corrections.csv'), 'utf8'));
        expect(rows.at(-1)?.slice(0, 5)).toEqual([
          'removed-moves-2027-01-07',
          '2027-01-07',
          'moves',
          '',
          'One row was removed: whoever is named here can ask for it.',
        ]);
      }
      expect(changesOf('2026-12-24', root).changes['moves']).toMatchObject({
        removed: 0,
        added: { length: 10 },
      });
      // And the next release needs no other word for it.
      expect(publish('2027-01-08').failed).toBe(false);
    },
  );

  test('no page is left of a person who was taken out', () => {
    startPublished();
    command(NAME, '2027-01-07', root);
    const now = loadPackage(join(root, 'data'), { languages: PUBLISHED });
    expect(rowAddresses(now).map(({ id }) => id)).not.toContain(MOVE);
    const kept = releasesIn(root).map((day) => ({ release: day, all: readRaw(join(root, 'releases', day)) }));
    // Nor one that says that it is gone: its id has the name.
    for (const table of tablesWithPages())
      expect(goneFrom(kept, readRaw(join(root, 'data')), table), table).toEqual([]);
  });

  test('takes a conflict about the row along, with all its variants', () => {
    const cells = (table: string, own: Record<string, string>) =>
      change(table, ([head = [], ...rows]) => [
        head,
        ...rows,
        head.map((name) => own[name] ?? (/_(en|de)$/.test(name) ? 'text' : '')),
      ]);
    cells('conflicts', { id: 'own', moves: MOVE });
    cells('variants', { id: 'own-a', conflict: 'own', source_ids: 'seed-atsit-27248' });
    cells('variants', { id: 'own-b', conflict: 'own', source_ids: 'seed-atsit-27248' });
    expect(publish('2026-11-29').lines[0]).toContain('holds the release');
    expect(command(NAME, '2027-01-07', root).lines).toHaveLength(1);
    for (const folder of ['data', 'releases/2026-11-29'])
      for (const table of ['conflicts', 'variants'])
        expect(readFileSync(join(root, folder, `${table}.csv`), 'utf8')).not.toMatch(/^own/m);
    expect(checkSite(root)).toEqual([]);
  });

  test('tells which texts may still speak of the person, and what asks in vain', () => {
    const { lines } = command('David Lau', '2027-01-07', root);
    expect(lines.join('\n')).toMatch(/data\/events\.csv:\d+:1 \w+: "Lau" stands here\./);
    expect(lines.join('\n')).toMatch(
      /story\/en\/\S+\.mdx:\d+:\d+ <Who move="lau-tesla-openai-2025">: unknown move/,
    );
  });

  test('of nobody is refused', () => {
    expect(() => command('Nobody', '2027-01-07', root)).toThrow('nobody is "Nobody" in the data.');
  });
});
