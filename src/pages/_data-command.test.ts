import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import { PUBLISHED } from '~/i18n/languages';
import { addMove, check } from './_data-command';

let root: string;
beforeEach(() => {
  root = relative(process.cwd(), mkdtempSync(join(tmpdir(), 'adding-')));
  cpSync('content', root, { recursive: true, filter: (path) => !path.includes('releases') });
});
afterEach(() => rmSync(root, { recursive: true }));

const read = (table: string) => readFileSync(join(root, 'data', `${table}.csv`), 'utf8');
const load = () => loadPackage(join(root, 'data'), { languages: PUBLISHED });
const today = loadPackage('content/data');
const [core, other] = today.organisations.filter(({ scope }) => scope === 'core').map(({ id }) => id);
const background =
  /^([a-z0-9-]+),.*,true$/m.exec(readFileSync('content/data/sources.csv', 'utf8'))?.[1] ?? '';
const taken = today.moves[0];

/** What is asked, by its first word, and what is answered; '' where nothing is said. */
const MOVE: Record<string, string | string[]> = {
  person: 'Jo "Ada" Ng-Example',
  from_org: core ?? '',
  to_org: other ?? '',
  date: '2024-05',
  date_means: 'reported',
  from_role_en: 'Engineer, inference',
  from_role_de: 'Technik, Inferenz',
  to_role_en: 'Not stated',
  to_role_de: 'Nicht genannt',
  function: 'engineering',
  status: 'reported',
  Add: 'yes',
};
const SOURCE: Record<string, string | string[]> = {
  Source: ['https://example.org/a', ''],
  publisher_en: 'Example News',
  publisher_de: 'Example News',
  title: 'A, "quoted" title',
  published: '2024-05-02',
  language: 'en',
  kind: 'original-report',
};

/** Answers as a person would; @returns what was told, and whether something was added */
async function add(answers: Record<string, string | string[]>) {
  const told: string[] = [];
  const asked: string[] = [];
  const left = structuredClone(answers);
  const added = await addMove(
    {
      tell: (line) => void told.push(line),
      ask: async (question) => {
        const word = /[\w]+/.exec(question)?.[0] ?? '';
        asked.push(word);
        if (asked.filter((one) => one === word).length > 5)
          throw new Error(`asked for ${word} again and again`);
        const answer = left[word] ?? '';
        return typeof answer === 'string' ? answer : (answer.shift() ?? '');
      },
    },
    root,
  );
  return { added, told: told.join('\n'), asked };
}

describe('adding a move', () => {
  test('puts it and its source at the end of their tables, and leaves all else as it was', async () => {
    const before = [read('moves'), read('sources')];
    const { added, told, asked } = await add({ ...MOVE, ...SOURCE });
    expect(added).toBe(true);
    expect([read('moves'), read('sources')].map((text, i) => text.startsWith(before[i] ?? ''))).toEqual([
      true,
      true,
    ]);
    const data = load();
    const move = data.moves.at(-1);
    expect(move).toMatchObject({
      person: MOVE['person'],
      from: core,
      to: other,
      date: '2024-05',
      scope: 'core',
    });
    expect(move?.id).toBe(`ng-example-${core}-${other}-2024`);
    expect(move?.singleSource).toBe(true);
    expect(told).toContain('one source');
    expect(data.sources.at(-1)).toMatchObject({ title: SOURCE['title'], url: 'https://example.org/a' });
    expect(move?.sources).toEqual([data.sources.at(-1)?.id]);
    // What follows from the rest is not asked for.
    for (const word of ['scope', 'note_de', 'original_title', 'background'])
      expect(asked).not.toContain(word);
    expect(check(root).failed).toBe(false);
  });

  test('keeps the ends of lines of a file from another system', async () => {
    writeFileSync(join(root, 'data/moves.csv'), read('moves').replaceAll('\n', '\r\n').trimEnd());
    await add({ ...MOVE, ...SOURCE });
    expect(read('moves')).not.toMatch(/[^\r]\n/);
    expect(load().moves).toHaveLength(today.moves.length + 1);
  });

  test('asks again for what no cell may hold, and takes a number for a choice', async () => {
    const wrong = {
      from_org: ['opnai', '1'],
      to_org: other ?? '',
      date: ['2024-13', '2024-05'],
      function: '2',
    };
    const { told } = await add({ ...MOVE, ...SOURCE, ...wrong });
    expect(told).toContain('"opnai" is not there. Did you mean "openai"?');
    expect(told).toContain('"2024-13" is not a date.');
    expect(load().moves.at(-1)).toMatchObject({ from: today.organisations[0]?.id, function: 'engineering' });
  });

  test('asks again at once for what the rest of the row, or of the data, forbids', async () => {
    const [{ id, founded } = { id: '', founded: '' }] = today.organisations.filter(
      (one) => one.founded !== '' && one.id !== core,
    );
    const since = today.events.find((event) => event.id === founded)?.date.slice(0, 4);
    const { told, asked } = await add({
      ...MOVE,
      ...SOURCE,
      person: ['山田 太郎', 'Taro Yamada'],
      to_org: [core ?? '', id],
      date: [`${Number(since) - 1}`, '2024-05'],
    });
    expect(told).toContain(`"${core}" is also the origin.`);
    expect(told).toContain('no typeface here has');
    expect(told).toContain(`before "${id}" was founded`);
    for (const word of ['person', 'to_org', 'date'])
      expect(asked.filter((one) => one === word)).toHaveLength(2);
    expect(load().moves.at(-1)).toMatchObject({ person: 'Taro Yamada', to: id, date: '2024-05' });
  });

  test('shows what it would write, and writes nothing without a yes', async () => {
    const before = [read('moves'), read('sources')];
    const { added, told, asked } = await add({ ...MOVE, ...SOURCE, Add: ['', 'maybe', 'no'] });
    expect(added).toBe(false);
    expect(asked.slice(-3)).toEqual(['Add', 'Add', 'Add']);
    for (const shown of [MOVE['person'], SOURCE['title'], 'https://example.org/a'])
      expect(told).toContain(`${shown}`);
    // A move that is there under another id.
    const { person = '', from = '', to = '', date = '', id = '' } = taken ?? {};
    const twice = await add({ ...MOVE, ...SOURCE, person, from_org: from, to_org: to, date });
    expect(twice.added).toBe(false);
    expect(twice.told).toMatch(new RegExp(`the same move is on line \\d+, "${id}"`));
    expect([read('moves'), read('sources')]).toEqual(before);
  });

  test('offers what most rows have, and names an example of what it expects', async () => {
    const languages = Object.entries(Object.groupBy(today.sources, ({ language }) => language));
    const [usual] = languages.sort(([, a = []], [, b = []]) => b.length - a.length)[0] ?? [];
    const { told } = await add({ ...MOVE, ...SOURCE, publisher_de: '', language: ['English', ''] });
    expect(told).toContain(`"English" does not fit. Expected a text such as "${usual}".`);
    expect(load().sources.at(-1)).toMatchObject({
      publisher: { en: SOURCE['publisher_en'], de: SOURCE['publisher_en'] },
      language: usual,
    });
  });

  test('refuses a move without a source', async () => {
    const { told, added } = await add({ ...MOVE, ...SOURCE, Source: ['', 'https://example.org/a', ''] });
    expect(told).toContain('A move without a source is refused');
    expect(added).toBe(true);
  });

  test('shows rows of a like name, and of the same way at about that time, and ends where it is one of them', async () => {
    const before = [read('moves'), read('sources')];
    const { person = '', from = '', to = '', date = '', id = '' } = taken ?? {};
    const misspelt = `${person.slice(0, -1)}`.toUpperCase();
    const byName = await add({ ...MOVE, person: misspelt, Is: 'y' });
    expect([byName.added, byName.told.includes(id)]).toEqual([false, true]);
    const byWay = await add({ ...MOVE, from_org: from, to_org: to, date, Is: 'y' });
    expect([byWay.added, byWay.told.includes(id)]).toEqual([false, true]);
    expect([read('moves'), read('sources')]).toEqual(before);
  });

  test('knows a page that is a source already, whatever hangs on its address', async () => {
    const known = today.sources.find(({ url }) => url.startsWith('https://www.') && !url.includes('?'));
    const address = `${known?.url.replace('https://www.', 'http://')}?utm_source=x#top`;
    const { told } = await add({ ...MOVE, Source: [address, ''] });
    expect(told).toContain(`Known: ${known?.id}`);
    expect(load().moves.at(-1)?.sources).toEqual([known?.id]);
    expect(read('sources')).toBe(readFileSync('content/data/sources.csv', 'utf8'));
  });

  test.skipIf(!background)('takes a page out of the background that it is the first to cite', async () => {
    await add({ ...MOVE, Source: [background, ''] });
    expect(load().moves.at(-1)?.sources).toEqual([background]);
  });

  test('writes both tables or none', async () => {
    const before = [read('moves'), read('sources')];
    rmSync(join(root, 'data/moves.csv'));
    await expect(add({ ...MOVE, ...SOURCE })).rejects.toThrow();
    writeFileSync(join(root, 'data/moves.csv'), before[0] ?? '');
    // An answer that never comes.
    await expect(add({ ...MOVE, ...SOURCE, language: 'english' })).rejects.toThrow('again and again');
    expect([read('moves'), read('sources')]).toEqual(before);
    expect(readdirSync(join(root, 'data')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

test('the check tells every mistake where it stands, a move without a source among them', () => {
  const [, row = ''] = read('moves').split('\n');
  const sources = taken?.sources.join(';') ?? '';
  writeFileSync(join(root, 'data/moves.csv'), read('moves').replace(row, row.replace(sources, '')));
  const { lines, failed } = check(root);
  expect(failed).toBe(true);
  expect(lines[0]).toMatch(/data\/moves\.csv:2:\d+ source_ids: empty\./);
  expect(lines.at(-1)).toMatch(/^\d+ problems?\.$/);
});
