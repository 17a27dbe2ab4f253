import { afterAll, describe, expect, test } from 'vitest';
import { loadPackage } from './load';
import { changed, clear, inRow, LAU, place, REAL, real, told } from './testing/spoiled';

afterAll(clear);

describe('a mistake in a file is told where it stands', () => {
  test('another encoding', () => {
    const text = real('moves.csv').replace('David Lau', 'David L\u00e4u');
    const { dir, path } = changed({ 'moves.csv': () => Buffer.from(text, 'latin1') });
    const [line, column] = place(text, '\u00e4u').split(':');
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:${line}:${column} byte 0xE4 is not UTF-8. Expected UTF-8: in a spreadsheet save as "CSV UTF-8".`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('UTF-16', () => {
    const { dir, path } = changed({ 'waves.csv': (text) => Buffer.from(`\ufeff${text}`, 'utf16le') });
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:1 saved as UTF-16. Expected UTF-8: in a spreadsheet save as "CSV UTF-8".`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a byte order mark, CRLF, a missing last newline and blank lines are fine', () => {
    const data = loadPackage(REAL);
    const { dir } = changed({
      'moves.csv': (text) => `\ufeff${text}`,
      'events.csv': (text) => text.replaceAll('\n', '\r\n'),
      'quotes.csv': (text) => text.trimEnd(),
      'waves.csv': (text) => `${text}\n\n`,
    });
    expect(loadPackage(dir)).toEqual(data);
  });

  test('a mistake behind a byte order mark and CRLF stands where an editor shows it', () => {
    const { edit, text } = inRow('moves.csv', LAU, '2025-07-08', '2025-13-08');
    const { dir, path } = changed({ 'moves.csv': () => `\ufeff${edit().replaceAll('\n', '\r\n')}` });
    expect(told(dir)[0]).toBe(
      `${path('moves.csv')}:${place(text, '2025-13-08')} date: "2025-13-08" is not a date. Expected YYYY, YYYY-MM or YYYY-MM-DD.`,
    );
  });

  test.each(['waves.csv', 'quotes.csv'])('semicolons between the columns of %s, and no quote', (table) => {
    const { dir, path } = changed({ [table]: (text) => text.replaceAll(',', ';') });
    expect(told(dir)).toEqual([
      `${path(table)}:1:1 columns are separated by ";". Expected commas.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('an extra column', () => {
    const { dir, path } = changed({
      'waves.csv': (text) =>
        text
          .trimEnd()
          .split('\n')
          .map((row, i) => `${row},${i === 0 ? 'colour' : 'red'}`)
          .join('\n'),
    });
    const column = (real('waves.csv').split('\n')[0] ?? '').length + 2;
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:${column} colour: unknown column. Expected only those in datapackage.json.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a misspelt column', () => {
    const { dir, path } = changed({ 'moves.csv': (text) => text.replace(',status,', ',sttaus,') });
    const header = real('moves.csv').split('\n')[0] ?? '';
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:1:${header.indexOf(',status') + 2} sttaus: unknown column. Did you mean "status"?`,
      `${path('moves.csv')}:1:${header.length + 1} status: missing column. Expected it in the header.`,
      '2 problems. Nothing was built.',
    ]);
  });

  test('a missing column', () => {
    const { dir, path } = changed({
      'waves.csv': (text) => text.replace(/,rank\n/, '\n').replace(/,\d+\n/g, '\n'),
    });
    const header = (real('waves.csv').split('\n')[0] ?? '').replace(/,rank$/, '');
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:${header.length + 1} rank: missing column. Expected it in the header.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a column twice', () => {
    const { dir, path } = changed({
      'waves.csv': (text) => text.replace(/^id,/, 'id,id,').replace(/\n(?=.)/g, '\nx,'),
    });
    expect(told(dir)).toContain(`${path('waves.csv')}:1:4 id: this column is here twice. Expected it once.`);
  });

  test('columns in another order', () => {
    const { dir, path } = changed({
      'moves.csv': (text) => text.replace('from_org,to_org', 'to_org,from_org'),
    });
    const header = real('moves.csv').split('\n')[0] ?? '';
    expect(told(dir)).toEqual([
      `${path('moves.csv')}:1:${header.indexOf('from_org') + 1} to_org: column out of order. Expected "from_org" here.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('an empty file', () => {
    const { dir, path } = changed({ 'waves.csv': () => '' });
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:1 the file is empty. Expected the header ${real('waves.csv').split('\n')[0]}.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a missing file', () => {
    const { dir, path } = changed({ 'waves.csv': () => undefined });
    expect(told(dir)).toEqual([
      `${path('waves.csv')}:1:1 no such file. datapackage.json lists it.`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a header alone is fine where nothing is needed', () => {
    const { dir } = changed({ 'corrections.csv': (text) => `${text.split('\n')[0]}\n` });
    expect(loadPackage(dir).corrections).toEqual([]);
  });

  test('a header alone leaves every reference open', () => {
    const { dir, path } = changed({ 'waves.csv': (text) => `${text.split('\n')[0]}\n` });
    const moves = loadPackage(REAL).moves.filter((move) => move.wave !== '');
    const said = told(dir);
    expect(said).toHaveLength(moves.length + 1);
    expect(said[0]).toMatch(
      new RegExp(
        `^${path('moves.csv')}:2:\\d+ wave: no wave "scaling-team-2025"\\. Expected one of ${path('waves.csv')}\\.$`,
      ),
    );
  });

  test('no move at all', () => {
    const { dir, path } = changed({ 'moves.csv': (text) => `${text.split('\n')[0]}\n` });
    expect(told(dir)).toContain(
      `${path('moves.csv')}:1:1 no core move. Expected at least one: the date of the data is the latest one's.`,
    );
  });

  test('ten megabytes are read, if they are sound', { timeout: 30_000 }, () => {
    const text = real('events.csv');
    const row = text.split('\n')[1] ?? '';
    const id = row.split(',')[0] ?? '';
    const more = Array.from({ length: Math.ceil(1e7 / row.length) }, (_, i) => row.replace(id, `copy-${i}`));
    const { dir } = changed({ 'events.csv': () => `${text}${more.join('\n')}\n` });
    expect(loadPackage(dir).events).toHaveLength(text.trim().split('\n').length - 1 + more.length);
  });
});
