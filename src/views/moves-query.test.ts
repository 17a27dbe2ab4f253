import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  COLUMNS,
  DEFAULTS,
  fileOfMoves,
  filterMoves,
  fold,
  formatMoves,
  isFiltered,
  type KnownValues,
  MEANINGS,
  type MoveEntry,
  type MovesState,
  nextSort,
  PRECISIONS,
  parseMoves,
  SCOPES,
  type Sort,
  STATUSES,
  SUPPORTS,
  sortMoves,
  tidy,
} from './moves-query';

const known: KnownValues = {
  person: ['ada-lovelace', 'zoe-los'],
  org: ['openai', 'meta', 'xai', 'tesla', 'apple'],
  from: ['openai', 'meta', 'xai', 'tesla', 'apple'],
  to: ['openai', 'meta', 'xai', 'tesla'],
  fn: ['research', 'infrastructure'],
  when: ['2023', '2024', '2025', '2025-06'],
};
const read = (query: string) => parseMoves(new URLSearchParams(query), known);
const state = (asked: Partial<MovesState>): MovesState => ({ ...DEFAULTS, ...asked });

const sorts = COLUMNS.flatMap((column): Sort[] => [column, `-${column}`]);
const either = (values: readonly string[]) => fc.constantFrom('', ...values);
/** Lone surrogates cannot stand in an address. */
const text = fc.string({ unit: 'binary' }).filter((one) => one === one.toWellFormed());
const states: fc.Arbitrary<MovesState> = fc.record({
  q: text.map(tidy),
  person: either(known.person),
  from: either(known.from),
  to: either(known.to),
  org: either(known.org),
  fn: either(known.fn),
  status: either(STATUSES),
  when: either(known.when),
  precision: either(PRECISIONS),
  means: either(MEANINGS),
  sources: either(SUPPORTS),
  scope: fc.constantFrom(...SCOPES),
  sort: fc.constantFrom(...sorts),
});
const unknowns = fc
  .array(
    fc.tuple(
      text.filter((key) => key !== '' && !(key in DEFAULTS)),
      text,
    ),
    { maxLength: 3 },
  )
  .map((pairs) => [...pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

describe('the address of a state', () => {
  test('read back is the state written, with what it did not know', () => {
    fc.assert(
      fc.property(states, unknowns, (asked, unknown) => {
        const query = formatMoves(asked, unknown);
        expect(query).toMatch(/^[A-Za-z0-9\-._~?=&%]*$/);
        expect(read(query)).toEqual({ state: asked, unknown, notices: [] });
      }),
    );
  });
  test('of any shape is read without throwing, and what is read can be written', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const { state: found, unknown } = read(query);
        expect(read(formatMoves(found, unknown)).state).toEqual(found);
      }),
    );
  });
  test('has sorted keys, no defaults, and keeps foreign keys', () => {
    const { state: found, unknown } = read('theme=dark&to=openai&scope=core&sort=-date&from=xai&q=');
    expect(found).toEqual(state({ from: 'xai', to: 'openai', sort: '-date' }));
    expect(formatMoves(found, unknown)).toBe('?from=xai&sort=-date&theme=dark&to=openai');
    expect(formatMoves(DEFAULTS)).toBe('');
  });
});

test.each([
  ['from=openia', 'from'],
  ['to=apple', 'to'],
  ['when=25', 'when'],
  ['status=maybe', 'status'],
  ['scope=everything', 'scope'],
  ['sort=--date', 'sort'],
  ['sort=toString', 'sort'],
])('%s falls back and says so', (query, key) => {
  const { state: found, notices } = read(query);
  expect(found).toEqual(DEFAULTS);
  expect(notices).toEqual([{ key, given: query.split('=')[1] }]);
});

const entry = (id: string, own: Partial<MoveEntry>, role = 'Researcher'): MoveEntry => {
  const move = {
    person: '',
    from: 'xai',
    to: 'openai',
    date: '2025-07-08',
    fn: 'research',
    status: 'reported' as const,
    means: 'reported',
    single: false,
    scope: 'core' as const,
    ...own,
  };
  const { from, to, date, fn, status } = move;
  return { id, note: '', ...move, words: { person: id, from, to, date, fn, role, status } };
};
const all = [
  entry('Łukasz Müller', { date: '2025-07', fn: 'infrastructure' }, 'Head of clusters'),
  entry('Anna Ødegård', { date: '2025-07-08', status: 'confirmed-by-person' }),
  entry('Ben Apple', { from: 'apple', to: 'meta', scope: 'outside', date: '2025' }),
  entry('Chi Meta', { from: 'meta', to: 'xai', date: '2023-01', status: 'confirmed-by-company' }),
];
const shown = (asked: Partial<MovesState>) => filterMoves(all, state(asked)).map(({ id }) => id);

describe('a file of what is shown', () => {
  test('is named after it, in letters that no file system minds', () => {
    expect(fileOfMoves(DEFAULTS)).toBe('moves-core.csv');
    expect(fileOfMoves(state({ from: 'xai', sort: '-date' }))).toBe('moves-core-from-xai.csv');
    expect(fileOfMoves(state({ q: '../Łoś & "Co"', scope: 'all' }))).toBe('moves-all-q-los-co.csv');
    expect(fileOfMoves(state({ q: '東京' }))).toBe('moves-core-q.csv');
    fc.assert(fc.property(states, (one) => /^moves(-[a-z0-9]+)+\.csv$/.test(fileOfMoves(one))));
  });
});

describe('a filter', () => {
  test('finds what a date is, how precisely it is known, and what one page alone says', () => {
    expect(shown({ precision: 'month', scope: 'all' })).toEqual(['Łukasz Müller', 'Chi Meta']);
    expect(shown({ precision: 'year', scope: 'all' })).toEqual(['Ben Apple']);
    const two = [entry('a', { single: true, means: 'left' }), entry('b', {})];
    const found = (asked: Partial<MovesState>) => filterMoves(two, state(asked)).map(({ id }) => id);
    expect(found({ sources: 'one' })).toEqual(['a']);
    expect(found({ sources: 'several' })).toEqual(['b']);
    expect(found({ means: 'left' })).toEqual(['a']);
  });

  test('shows the moves between the four unless asked', () => {
    expect(shown({})).toHaveLength(3);
    expect(shown({ scope: 'outside' })).toEqual(['Ben Apple']);
    expect(shown({ scope: 'all' })).toHaveLength(4);
    expect(isFiltered(state({ sort: '-date' }))).toBe(false);
    expect(isFiltered(state({ scope: 'all' }))).toBe(true);
  });
  test('finds person, organisation and role without accents, every word of it', () => {
    expect(shown({ q: 'lukasz muller' })).toEqual(['Łukasz Müller']);
    expect(shown({ q: 'ODEGARD' })).toEqual(['Anna Ødegård']);
    expect(shown({ q: 'clusters openai' })).toEqual(['Łukasz Müller']);
    expect(shown({ q: 'clusters anna' })).toEqual([]);
  });
  test('an organisation is left, joined, or either', () => {
    expect(shown({ from: 'meta' })).toEqual(['Chi Meta']);
    expect(shown({ to: 'xai' })).toEqual(['Chi Meta']);
    expect(shown({ org: 'xai' })).toHaveLength(3);
    expect(shown({ from: 'xai', to: 'xai' })).toEqual([]);
  });
  test('confirmed is confirmed by anyone', () => {
    expect(shown({ status: 'confirmed' })).toEqual(['Anna Ødegård', 'Chi Meta']);
    expect(shown({ status: 'confirmed-by-company' })).toEqual(['Chi Meta']);
    expect(shown({ status: 'reported' })).toEqual(['Łukasz Müller']);
  });
  test('a person is one person, whoever else is named in a note', () => {
    const two = [
      entry('a', { person: 'ada-lovelace' }),
      entry('b', { person: 'zoe-los', note: 'ada-lovelace' }),
    ];
    expect(filterMoves(two, state({ person: 'ada-lovelace' })).map(({ id }) => id)).toEqual(['a']);
  });
  test('a year holds its dates, however vague', () => {
    expect(shown({ when: '2025', scope: 'all' })).toHaveLength(3);
  });
  test('and others on top of it never show more', () => {
    fc.assert(
      fc.property(states, states, (a, b) => {
        const both = filterMoves(filterMoves(all, a), b);
        expect(filterMoves(filterMoves(all, b), a)).toEqual(both);
        expect(both.length).toBeLessThanOrEqual(filterMoves(all, a).length);
      }),
    );
  });
});

describe('an order', () => {
  const order = (sort: Sort) => sortMoves(all, sort, 'en-GB').map(({ id }) => id[0]);
  test('is by date at first, a vague date before the days in it only where it begins before them', () => {
    expect(order('date')).toEqual(['C', 'B', 'Ł', 'A']);
    expect(order('-date')).toEqual(['A', 'Ł', 'B', 'C']);
  });
  test('reads names as the language does, and the best known first', () => {
    expect(order('person')).toEqual(['A', 'B', 'C', 'Ł']);
    expect(order('status')).toEqual(['A', 'C', 'B', 'Ł']);
  });
  test('keeps the earlier first among the like, both ways', () => {
    expect(order('fn').slice(1)).toEqual(['C', 'B', 'A']);
    expect(order('-fn').slice(0, 3)).toEqual(['C', 'B', 'A']);
  });
  test('loses and invents nothing', () => {
    for (const sort of sorts) expect(new Set(order(sort)).size).toBe(all.length);
  });
  test('turns at the second click', () => {
    expect(nextSort('date', 'person')).toBe('person');
    expect(nextSort('person', 'person')).toBe('-person');
    expect(nextSort('-person', 'person')).toBe('person');
  });
});

test('a name is found in capitals, and with its accents written apart', () => {
  const name = fc.string({ unit: fc.constantFrom(...'aeouzéüåñçł '), maxLength: 12 });
  fc.assert(
    fc.property(name, (one) => {
      expect(fold(one.toUpperCase())).toBe(fold(one));
      expect(fold(one.normalize('NFD'))).toBe(fold(one));
    }),
  );
});
