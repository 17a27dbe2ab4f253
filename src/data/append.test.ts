import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCell, withRow, writeTogether } from './append';
import { readCsv } from './csv';

const texts = (csv: string) => readCsv(csv).rows.map(({ cells }) => cells.map(({ text }) => text));

test('a row is read as it was meant, after a file that stays as it is', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ü', ',', '"', '\n', ' ', ';') });
  fc.assert(
    fc.property(
      fc.constantFrom('id,b\n', 'id,b\r\n', 'id,b', '\ufeffid,b\r\n1,"x\r\ny"'),
      cell,
      cell,
      (file, a, b) => {
        const made = withRow(file, [`_${a}`, b]);
        expect(made.startsWith(file)).toBe(true);
        expect(texts(made).at(-1)).toEqual([`_${a}`, b]);
      },
    ),
  );
});

test('a cell is changed and nothing around it', () => {
  const file = '\ufeffid,b,c\r\n1,"x\r\ny",true\r\n2,"a ""b"",",true\r\n';
  expect(withCell(file, '2', 'c', 'false')).toBe(file.replace(/true\r\n$/, 'false\r\n'));
  expect(withCell(file, '2', 'b', 'z')).toBe(file.replace('"a ""b"","', 'z'));
  expect(withCell(file, '3', 'c', 'false')).toBe(file);
});

test('of files that are written together none is new where one cannot be', () => {
  const dir = mkdtempSync(join(tmpdir(), 'together-'));
  const first = join(dir, 'a.csv');
  writeFileSync(first, 'old');
  // A file cannot take the place of a folder.
  mkdirSync(join(dir, 'b.csv', 'inside'), { recursive: true });
  expect(() =>
    writeTogether([
      { file: first, text: 'new' },
      { file: join(dir, 'b.csv'), text: 'new' },
    ]),
  ).toThrow();
  expect(readFileSync(first, 'utf8')).toBe('old');
  expect(readdirSync(dir).sort()).toEqual(['a.csv', 'b.csv']);
  rmSync(dir, { recursive: true });
});
