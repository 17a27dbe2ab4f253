import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { readCsv } from '~/data/csv';
import { writeRaw } from '~/data/releases/package';
import type { Move } from '~/data/types';
import { selectMoves } from '~/model/select';
import { DEFAULT_LANG } from '~/views/v1';
import { readTable, writeTable } from '../../scripts/lib/tables.mjs';
import { archive } from './_archive';
import { dataset } from './_data';
import { CORE_FILE, coreMoves, moveFiles, movesOf } from './_move-files';
import { thePackage } from './_package';
import { workbook } from './_workbook';

const data = dataset();
const counted = selectMoves(data.moves).length;
const files = moveFiles(DEFAULT_LANG).flatMap((group) => group.files);
const packed = archive();
const fileOf = (name: string) => files.find((file) => file.name === name);

describe('the files of moves', () => {
  test('first offered has a line for each move that the story counts, and no more', () => {
    const csv = writeRaw(coreMoves());
    expect(csv.trimEnd().split('\n').length - 1).toBe(counted);
    expect(readCsv(csv).rows.length - 1).toBe(counted);
    expect(fileOf(CORE_FILE)?.n).toBe(counted);
  });

  test('have the rows of moves.csv, unchanged, for a pair, a field, a year and a person', () => {
    const [move] = selectMoves(data.moves);
    if (!move) throw new Error('no move');
    const table = readTable(readFileSync('content/data/moves.csv', 'utf8'));
    const asked: [string, (one: Move) => boolean][] = [
      [`from-${move.from}-to-${move.to}`, (one) => one.from === move.from && one.to === move.to],
      [`fn-${move.function}`, (one) => one.function === move.function],
      [`when-${move.date.slice(0, 4)}`, (one) => one.date.startsWith(move.date.slice(0, 4))],
    ];
    for (const [choice, fits] of asked) {
      const ids = data.moves.filter((one) => one.scope === 'core' && fits(one)).map(({ id }) => id);
      const file = fileOf(`moves-core-${choice}.csv`);
      const rows = table.filter(([id = ''], i) => i === 0 || ids.includes(id));
      expect(file && writeRaw(movesOf(file.ids))).toBe(writeTable(rows));
    }
    const person = files.find(({ text }) => text === move.person);
    expect(person?.ids).toContain(move.id);
  });

  test('have each a name of its own, and at least one move', () => {
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    expect(files.filter(({ n }) => n === 0)).toEqual([]);
  });
});

describe('the workbook', async () => {
  const bytes = Buffer.from(await workbook());
  const sheets = await readWorkbook(bytes);
  const sheet = (name: string) => sheets.find((one) => one.sheet === name)?.data ?? [];

  test('has a sheet that explains, the counted moves, and one for each table', () => {
    const tables = thePackage().tables.map(({ name }) => name);
    expect(sheets.map((one) => one.sheet)).toEqual(['README', CORE_FILE.replace('.csv', ''), ...tables]);
    expect(sheet(CORE_FILE.replace('.csv', '')).length - 1).toBe(counted);
    const told = sheet('README').flat().join('\n');
    expect(told).toContain('CC BY 4.0');
    for (const { fields } of thePackage().tables) for (const { name } of fields) expect(told).toContain(name);
  });

  test('has every cell as its table has it: days as dates, numbers as numbers, all else as text', () => {
    for (const { name, head, fields, rows } of thePackage().tables) {
      const [, ...read] = sheet(name);
      expect(read).toHaveLength(rows.length);
      rows.forEach(({ cells }, i) => {
        head.forEach((column, k) => {
          const text = cells[column] ?? '';
          const value = read[i]?.[k] ?? null;
          const { type, partialDate } = fields.find((one) => one.name === column) ?? {};
          if (text === '') expect(value).toBeNull();
          else if (type === 'integer' || type === 'number') expect(value).toBe(Number(text));
          else if (type === 'boolean') expect(value).toBe(text.toLowerCase() === 'true');
          else if ((partialDate || type === 'date') && text.length === 10)
            expect(value instanceof Date && value.toISOString().slice(0, 10)).toBe(text);
          else expect(value).toBe(text);
        });
      });
    }
  });

  test('and the archive are the same bytes whenever they are made', async () => {
    expect(Buffer.from(await workbook()).equals(bytes)).toBe(true);
    expect(Buffer.from(archive()).equals(Buffer.from(packed))).toBe(true);
    const clock = /20\d\d-\d\d-\d\dT\d\d:\d\d/;
    const parts = Object.entries(unzipSync(new Uint8Array(bytes)));
    expect(
      parts.filter(([name, part]) => name.startsWith('docProps') && clock.test(strFromU8(part))),
    ).toEqual([]);
  });
});

describe('the archive', () => {
  const parts = unzipSync(packed);
  test('has the package byte for byte, with licence, citation and changes', () => {
    for (const { path } of thePackage().tables)
      expect(strFromU8(parts[path] ?? new Uint8Array())).toBe(readFileSync(`content/data/${path}`, 'utf8'));
    for (const name of [
      'README.txt',
      'CHANGES.txt',
      'LICENSE.txt',
      'CITATION.cff',
      'citation.bib',
      CORE_FILE,
    ])
      expect(Object.keys(parts)).toContain(name);
    expect(strFromU8(parts['LICENSE.txt'] ?? new Uint8Array())).toContain('CC BY 4.0');
  });
});
