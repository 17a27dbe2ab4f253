import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv, writeSheet } from './write-csv';

const RISKY = /^[=+@\t\r]|^-\D/;

test('any text comes back as it was written', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !RISKY.test(one));
  const awkward = fc.constantFrom('a "b", c', 'two\nlines', 'two\r\nlines', '', ' ', ',', '"');
  const rows = fc
    .integer({ min: 1, max: 5 })
    .chain((n) =>
      fc.array(fc.array(fc.oneof(text, awkward), { minLength: n, maxLength: n }), { minLength: 1 }),
    )
    // A line without a letter is no row to any reader.
    .filter((all) => all.every((row) => row.length > 1 || row[0] !== ''));
  fc.assert(
    fc.property(rows, (all) => {
      expect(parse(writeCsv(all), { record_delimiter: '\r\n' })).toEqual(all);
    }),
  );
});

test('what a spreadsheet could take for a formula is text; a negative number stays one', () => {
  expect(writeCsv([['=1+1', '@x', '-x', -1]])).toBe("'=1+1,'@x,'-x,-1\r\n");
});

test('a spreadsheet gets columns parted as its language does it, and knows the alphabet', () => {
  const rows = [
    ['Größe', 'a;b', 'c,d'],
    ['x\u00a0y', 1.5, -2],
  ] as const;
  expect(writeSheet(rows, 'de')).toBe('\ufeffGröße;"a;b";c,d\r\nx y;1,5;-2\r\n');
  expect(writeSheet(rows, 'en')).toBe('\ufeffGröße,a;b,"c,d"\r\nx y,1.5,-2\r\n');
  expect(parse(writeSheet(rows, 'de'), { bom: true, delimiter: ';' })[0]).toEqual(['Größe', 'a;b', 'c,d']);
});
