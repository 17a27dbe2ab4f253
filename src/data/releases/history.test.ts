import { expect, test } from 'vitest';
import { goneFrom, historyOf, readIn } from './history';
import type { RawPackage } from './package';

const field = (name: string, title: string, key = false) => ({
  ...{ name, key, titles: { en: title, de: `${title} (de)` }, descriptions: {} },
  ...{ type: 'string', delimiter: ',' },
});
/** A package of one table. */
const made = (...rows: Record<string, string>[]): RawPackage =>
  [
    {
      ...{ name: 'moves', path: 'moves.csv', file: 'moves.csv', titles: {}, key: 'id' },
      head: Object.keys(rows[0] ?? {}),
      fields: [
        field('id', 'Identifier', true),
        field('date', 'Date'),
        field('note_en', 'Note'),
        field('note_de', 'Note'),
      ],
      rows: rows.map((cells, i) => ({ line: i + 2, cells })),
    },
  ] as unknown as RawPackage;
const row = (id: string, date: string, en = '', de = '') => ({ id, date, note_en: en, note_de: de });

const releases = [
  { release: '2026-11-29', all: made(row('a', '2025'), row('gone', '2024')) },
  { release: '2026-12-24', all: made(row('a', '2025-07'), row('b', '2026')) },
];
const now = made(row('a', '2025-07', 'Later.', 'Später.'), row('b', '2026'), row('c', '2026'));

test('what a row has been is told release by release, in the words of its columns', () => {
  const { since, edits } = historyOf(releases, now, 'moves', 'a');
  expect(since).toBe('2026-11-29');
  expect(edits.map(({ release }) => release)).toEqual(['2026-12-24', '']);
  expect(edits.map((edit) => readIn(edit, now, 'moves', 'de'))).toEqual([
    [{ title: 'Date (de)', before: '2025', after: '2025-07' }],
    [{ title: 'Note (de)', before: '', after: 'Später.' }],
  ]);
});

test('a row that came later is since its own release, and one that no release has yet is new', () => {
  expect(historyOf(releases, now, 'moves', 'b')).toEqual({ since: '2026-12-24', edits: [] });
  expect(historyOf(releases, now, 'moves', 'c')).toEqual({ since: '', edits: [] });
});

test('a column that came later is no change of the rows', () => {
  const wider = made({ ...row('b', '2026'), function: 'research' });
  expect(historyOf(releases, wider, 'moves', 'b').edits).toEqual([]);
});

test('what a release has and the data have no more is known, and nothing else', () => {
  expect(goneFrom(releases, now, 'moves')).toEqual(['gone']);
  expect(goneFrom([], now, 'moves')).toEqual([]);
  expect(historyOf(releases, now, 'moves', 'gone')).toEqual({ since: '2026-11-29', edits: [] });
});
