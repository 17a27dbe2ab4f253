/** The bench's content of any size is sound, and the same each time. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { grow, grownTables } from '../e2e/bench/grown.mjs';
import { loadPackage } from '../src/data/load';
import { readTable } from './lib/tables.mjs';

const folder = mkdtempSync(join(tmpdir(), 'grown-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('grown content has as many moves as it was asked for, and no problem', () => {
  cpSync('content', folder, { recursive: true });
  grow(folder, 700);
  const data = loadPackage(join(folder, 'data'), { languages: ['en', 'de'] });
  const core = data.moves.filter(({ scope }) => scope === 'core');
  expect(core).toHaveLength(700);
  expect(new Set(core.map(({ date }) => date.slice(0, 4))).size).toBeGreaterThan(4);
  const made = core.filter(({ id }) => id.startsWith('made-up-'));
  for (const { person } of made) expect(person).toMatch(/^Person \d{4}$/);
});

test('the same number gives the same rows, and none are taken away', () => {
  const read = (name: string) => readFileSync(`content/data/${name}.csv`, 'utf8');
  const csv = {
    moves: read('moves'),
    sources: read('sources'),
    organisations: read('organisations'),
    events: read('events'),
  };
  expect(grownTables(csv, 300)).toEqual(grownTables(csv, 300));
  // A cell may be quoted that need not be.
  const { moves, sources } = grownTables(csv, 0);
  expect(readTable(moves)).toEqual(readTable(csv.moves));
  expect(readTable(sources)).toEqual(readTable(csv.sources));
});
