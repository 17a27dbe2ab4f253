import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { faultsOf } from './check-package.mjs';
import { readTable, writeTable } from './lib/tables.mjs';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'package-'));
  cpSync('content/data', dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const setCell = (table: string, column: string, text: string) => {
  const file = join(dir, `${table}.csv`);
  const rows = readTable(readFileSync(file, 'utf8'));
  const at = rows[0]?.indexOf(column) ?? -1;
  writeFileSync(file, writeTable(rows.map((row, i) => (i === 1 ? row.with(at, text) : row))));
};
const setDescriptor = (edit: (text: string) => string) => {
  const file = join(dir, 'datapackage.json');
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
};

describe('a validator of somebody else', () => {
  test('accepts the package', async () => {
    expect(await faultsOf(dir)).toEqual([]);
  });

  test.each([
    ['a reference to nothing', () => setCell('moves', 'from_org', 'nobody'), /moves/],
    ['a word that no list has', () => setCell('moves', 'scope', 'inside'), /moves/],
    ['a text for a number', () => setCell('figures', 'value', 'many'), /figures/],
    [
      'an id twice',
      () => setCell('waves', 'id', readTable(readFileSync(join(dir, 'waves.csv'), 'utf8'))[2]?.[0] ?? ''),
      /waves/,
    ],
    [
      'a column of another name',
      () => setDescriptor((text) => text.replace('"name": "person"', '"name": "who"')),
      /moves/,
    ],
    [
      'a package without a resource',
      () => setDescriptor((text) => JSON.stringify({ ...JSON.parse(text), resources: [] })),
      /datapackage/,
    ],
  ])('refuses %s', async (_, spoil, where) => {
    spoil();
    const faults = await faultsOf(dir);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join('\n')).toMatch(where);
  });
});
