import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from './csv';
import { dateFault } from './dates';
import { decode } from './decode';
import { readDescriptor } from './descriptor';
import { JsonFault, readJson } from './json';
import { checkLanguages } from './languages';
import { nearest } from './nearest';
import { formatProblem, formatProblems, type Problem } from './problems';
import { readTable } from './table';

const RUNS = { numRuns: 500 };

describe('CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '🙂', ',', '"', '\n', ' ', ';') });
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

  test('what a spreadsheet writes is read as it was meant, and every cell knows its place', () => {
    const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(tables, fc.constantFrom('\n', '\r\n'), (table, end) => {
        const text = table.map((row) => row.map(quote).join(',')).join(end);
        const { rows, faults } = readCsv(text);
        expect(faults).toEqual([]);
        expect(rows.map((row) => row.cells.map((c) => c.text))).toEqual(table);
        const lines = text.split(/\r\n|\n/);
        for (const { text: inside, line, column } of rows.flatMap((row) => row.cells)) {
          const first = quote(inside).split('\n')[0] ?? '';
          expect((lines[line - 1] ?? '').slice(column - 1, column - 1 + first.length)).toBe(first);
        }
      }),
      RUNS,
    );
  });

  test('any text at all is read to its end', () => {
    const odd = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r') });
    fc.assert(
      fc.property(odd, (text) => {
        for (const { line, column } of readCsv(text).faults) {
          expect((text.split(/\r\n|\n|\r/)[line - 1] ?? '').length).toBeGreaterThanOrEqual(column - 1);
        }
      }),
      RUNS,
    );
  });

  test('one bad quote does not swallow the rows after it', () => {
    const { rows, faults } = readCsv('a,b\n1,"x\n2,"y"\n3,z\n');
    expect(faults).toEqual([
      {
        line: 2,
        column: 3,
        message: 'this quote is never closed. Expected a second one at the end of the cell.',
      },
    ]);
    expect(rows.map((row) => row.cells.map((c) => c.text))).toEqual([
      ['a', 'b'],
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'z'],
    ]);
    expect(rows.map((row) => row.broken)).toEqual([false, true, false, false]);
  });
});

describe('JSON', () => {
  test('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (source, indent) => {
        const value: unknown = JSON.parse(source);
        expect(readJson(JSON.stringify(value, null, indent)).value).toEqual(value);
      }),
      RUNS,
    );
  });

  test('fails where JSON.parse fails, and only with a place', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '-', '.', 'e', ' ', '\\', 'null'),
        }),
        (text) => {
          const accepts = (read: (text: string) => unknown) => {
            try {
              read(text);
              return true;
            } catch (error) {
              return error instanceof JsonFault || error instanceof SyntaxError ? false : 'another error';
            }
          };
          expect(accepts(readJson)).toBe(accepts(JSON.parse));
        },
      ),
      RUNS,
    );
  });

  test('says where a value stands', () => {
    const json = readJson('{\n  "a": [1,\n    {"b": true}]\n}');
    expect(json.at(['a', 1, 'b'])).toEqual({ line: 3, column: 11 });
    expect(json.at(['a', 1, 'missing'])).toEqual({ line: 3, column: 5 });
  });

  test('refuses a name twice, and a thousand brackets', () => {
    expect(() => readJson('{"a": 1, "a": 2}')).toThrow('"a" is here twice. Expected it once.');
    expect(() => readJson('['.repeat(1e5))).toThrow('Expected fewer levels.');
  });
});

test('a descriptor of any shape is told, never thrown', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const { problems } = readDescriptor(new TextEncoder().encode(text), 'datapackage.json');
      expect(problems.length).toBeGreaterThan(0);
    }),
    { ...RUNS, examples: [['[{"toString":""}]']] },
  );
});

test('bytes are UTF-8 exactly where the platform says so', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 8 }), (bytes) => {
      fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
      let sound = true;
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch {
        sound = false;
      }
      expect(decode(bytes).fault === undefined).toBe(sound);
    }),
    { numRuns: 5000 },
  );
});

test('dates are those of the calendar, as precise as written', () => {
  for (const date of ['2025', '2025-12', '2024-02-29', '2000-02-29', '2025-06-30'])
    expect(dateFault(date), date).toBe('');
  for (const date of [
    '2025-00',
    '2025-1',
    '2025-02-29',
    '1900-02-29',
    '2025-06-31',
    '2025-06-00',
    '25-06-01',
    '2025-06-01 ',
    '2025/06',
  ])
    expect(dateFault(date), date).toMatch(/^is not a date/);
});

test('a word is guessed from a slip, not from afar', () => {
  expect(nearest('openia', ['meta', 'openai', 'xai'])).toBe('openai');
  expect(nearest('xia', ['meta', 'openai', 'xai'])).toBe('xai');
  expect(nearest('google', ['meta', 'openai', 'xai'])).toBe('');
});

describe('languages', () => {
  const field = (name: string, required: boolean) => ({
    name,
    type: 'string' as const,
    uri: false,
    delimiter: ',',
    required,
    unique: false,
    pattern: undefined,
    example: '',
    options: undefined,
    minimum: -Infinity,
    maximum: Infinity,
    partialDate: false,
    key: false,
    longest: Number.POSITIVE_INFINITY,
    earliest: undefined,
    planned: false,
    anyScript: false,
    concerns: false,
    titles: {},
    descriptions: {},
    person: false,
    identity: false,
    allowFormula: false,
    references: undefined,
  });
  const told = (csv: string, columns: [string, boolean][]) => {
    const problems: Problem[] = [];
    const fields = columns.map(([name, required]) => field(name, required));
    const table = readTable(
      { name: 't', path: 't.csv', titles: {}, fields },
      new TextEncoder().encode(csv),
      't.csv',
      problems,
    );
    checkLanguages(table, ['en', 'de'], problems);
    return problems.map(formatProblem);
  };

  test('a language that is asked for needs its column', () => {
    expect(told('name_en\nHires\n', [['name_en', true]])).toEqual([
      't.csv:1:1 name_de: missing column. The language "de" needs it, here and in datapackage.json.',
    ]);
  });

  test('a required text is required in every language, a note only where another language has one', () => {
    expect(
      told('name_en,name_de,note_en,note_de\nHires,,Four.,\nRaid,Welle,,\n', [
        ['name_en', true],
        ['name_de', false],
        ['note_en', false],
        ['note_de', false],
      ]),
    ).toEqual([
      't.csv:2:7 name_de: empty, though name_en has a text. Expected it in this language too.',
      't.csv:2:14 note_de: empty, though note_en has a text. Expected it in this language too.',
    ]);
  });
});

test('many problems are counted, not all printed', () => {
  const problem: Problem = { file: 'a.csv', line: 2, column: 1, field: 'id', message: 'empty.' };
  const lines = formatProblems(Array.from({ length: 1203 }, () => problem)).split('\n');
  expect(lines).toHaveLength(502);
  expect(lines.slice(-3)).toEqual([
    'a.csv:2:1 id: empty.',
    '... and 703 more.',
    '1203 problems. Nothing was built.',
  ]);
});
