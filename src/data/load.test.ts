/** The real package is read whole; what it has to have, and several mistakes at once. */
import { afterAll, describe, expect, test } from 'vitest';
import { extentOf } from '~/i18n/dates';
import { checkPackage, loadPackage, PackageError } from './load';
import { changed, clear, inRow, LAU, place, REAL, RESOURCES, real, told } from './testing/spoiled';

afterAll(clear);

describe('the real package', () => {
  const data = loadPackage(REAL);
  const rows = (file: string) => real(file).trim().split('\n').length - 1;

  test('has every row of every file that the descriptor lists', () => {
    expect(RESOURCES.length).toBeGreaterThan(0);
    for (const { name, path } of RESOURCES) expect(data, name).toHaveProperty(`${name}.length`, rows(path));
    expect(checkPackage(REAL)).toEqual([]);
  });

  test('a move is a core move exactly where both of its companies are', () => {
    const core = data.organisations.filter((org) => org.scope === 'core').map((org) => org.id);
    expect(data.moves.map((move) => move.id)).toEqual([...new Set(data.moves.map((move) => move.id))]);
    for (const move of data.moves)
      expect(move.scope === 'core', move.id).toBe(core.includes(move.from) && core.includes(move.to));
  });

  test('reaches as far as its latest core move and its latest event', () => {
    const core = data.moves.filter((move) => move.scope === 'core').map((move) => move.date);
    const events = data.events.map((event) => event.date);
    for (const [to, dates] of [
      [data.movesTo, core],
      [data.eventsTo, events],
    ] as const) {
      expect(dates).toContain(to);
      expect(dates.filter((date) => extentOf(date)[0] > extentOf(to)[0])).toEqual([]);
    }
  });

  test('derives precision, confirmation and single sources', () => {
    for (const move of data.moves) {
      expect(move.precision).toBe({ 4: 'year', 7: 'month', 10: 'day' }[move.date.length]);
      expect(move.confirmed).toBe(move.status.startsWith('confirmed'));
      expect(move.singleSource).toBe(move.sources.length === 1);
    }
  });

  test('has organisations and waves by their rank, each wave with a move', () => {
    for (const ranks of [data.organisations, data.waves].map((ranked) => ranked.map(({ rank }) => rank)))
      expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
    for (const wave of data.waves)
      expect(
        data.moves.filter((move) => move.wave === wave.id),
        wave.id,
      ).not.toEqual([]);
  });

  test('is frozen to the last list', () => {
    expect(() => Object.assign(data, { moves: [] })).toThrow(TypeError);
    expect(() => (data.moves as unknown[]).push(1)).toThrow(TypeError);
    expect(() => Object.assign(data.moves[0]?.note ?? {}, { en: '' })).toThrow(TypeError);
  });

  test('repeats of nobody what a court paper accuses them of', () => {
    const about = ['moves.csv', 'careers.csv'].flatMap((path) => real(path).split('\n'));
    expect(
      about.filter((line) => /\b(accus\w*|alleg\w*|theft|stole|steal\w*|trade secrets?)\b/i.test(line)),
    ).toEqual([]);
    // Of whom a complaint has more to say than a move, not even the name: Nathaniel Li moved from Scale AI to Meta and is somebody else.
    const names = RESOURCES.flatMap(({ path }) => real(path).split('\n')).filter(
      (line) => /\bLi\b/.test(line) && !line.includes('Nathaniel Li'),
    );
    expect(names).toEqual([]);
  });

  test('describes every column, so that nobody needs to ask', () => {
    for (const { path, schema } of RESOURCES) {
      expect(schema.fields.map((field) => field.name).join(',')).toBe(real(path).split('\n')[0]);
      for (const field of schema.fields) {
        expect(field.title, `${path} ${field.name}`).toMatch(/\S/);
        expect(field.description, `${path} ${field.name}`).toMatch(/\S/);
        expect(field.example, `${path} ${field.name}`).toBeDefined();
      }
    }
  });
});

test('only organisations, moves and sources have to be there, and of those no column that speaks of the others', () => {
  const data = loadPackage('examples/lenses/data');
  expect(data.events).toEqual([]);
  expect(data.moves[0]?.wave).toBe('');
  expect(data.eventsTo).toBe(data.movesTo);
  const descriptor = JSON.parse(real('datapackage.json'));
  descriptor.resources = descriptor.resources.filter(({ name }: { name: string }) => name === 'moves');
  const { dir } = changed({ 'datapackage.json': () => JSON.stringify(descriptor) });
  expect(told(dir).join('\n')).toMatch(/no resource "organisations"/);
});

test('several mistakes in several files are told at once, without a trace', () => {
  const moves = inRow('moves.csv', LAU, '2025-07-08', '2025-13-08');
  const events = inRow('events.csv', 'four-hires', ';tesla;', ';telsa;');
  const waves = real('waves.csv').replace(/,1\n/, ',one\n');
  const { dir, path } = changed({
    'moves.csv': moves.edit,
    'events.csv': events.edit,
    'waves.csv': () => waves,
  });
  const expected = [
    `${path('events.csv')}:${place(events.text, ';telsa;').replace(/\d+$/, (column) => String(Number(column) + 1))} orgs: no organisation "telsa". Did you mean "tesla"?`,
    `${path('moves.csv')}:${place(moves.text, '2025-13-08')} date: "2025-13-08" is not a date. Expected YYYY, YYYY-MM or YYYY-MM-DD.`,
    `${path('waves.csv')}:${place(waves, ',one\n').replace(/\d+$/, (column) => String(Number(column) + 1))} rank: "one" is not a number. Expected a whole number in digits, without separators.`,
    '3 problems. Nothing was built.',
  ].join('\n');
  let thrown: unknown;
  try {
    loadPackage(dir);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(PackageError);
  expect((thrown as PackageError).message).toBe(expected);
  expect((thrown as PackageError).stack).toBe(expected);
});
