import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '~/data/types';
import {
  fullestStretch,
  largerCounts,
  netByMonth,
  netOf,
  placedIn,
  startOfLastRun,
  stepsOf,
  waysOfCounting,
} from './balance';
import { madeData, madeMoves } from './testing/made';

const ORGS = ['a', 'b', 'c'];

const monthAt = (rows: readonly (readonly [string, string, string])[], month: string, until = '2026-06') =>
  netByMonth(madeMoves(rows), 'a', '2023-01', until).find((one) => one.month === month);

describe('net over time', () => {
  test('a day and a month are both a month; the net is that of its end', () => {
    const rows = [
      ['b', 'a', '2025-06-28'],
      ['a', 'b', '2025-07'],
    ] as const;
    expect(monthAt(rows, '2025-05')).toMatchObject({ net: 0, low: 0, high: 0 });
    expect(monthAt(rows, '2025-06')).toMatchObject({ net: 1, low: 1, high: 1 });
    expect(monthAt(rows, '2025-07')).toMatchObject({ net: 0, low: 0, high: 0 });
  });

  test('a bare year is drawn in July, and may lie in any month of it', () => {
    const rows = [['b', 'a', '2025']] as const;
    expect(monthAt(rows, '2024-12')).toMatchObject({ net: 0, low: 0, high: 0 });
    expect(monthAt(rows, '2025-01')).toMatchObject({ net: 0, low: 0, high: 1 });
    expect(monthAt(rows, '2025-07')).toMatchObject({ net: 1, low: 0, high: 1 });
    expect(monthAt(rows, '2025-12')).toMatchObject({ net: 1, low: 1, high: 1 });
  });

  test('one in and one out in the same vague year may come in either order', () => {
    const rows = [
      ['b', 'a', '2025'],
      ['a', 'c', '2025'],
    ] as const;
    expect(monthAt(rows, '2025-03')).toMatchObject({ net: 0, low: -1, high: 1 });
  });

  test('what came before the axis is carried in', () => {
    expect(monthAt([['a', 'b', '2017-06-20']], '2023-01')).toMatchObject({ net: -1, low: -1, high: -1 });
  });

  test('no date is read as later than the data reach, so the last net is that of all moves', () => {
    const rows = [['b', 'a', '2026']] as const;
    expect(placedIn('2026', '2026-03')).toBe('2026-03');
    expect(monthAt(rows, '2026-03', '2026-03')).toMatchObject({ net: 1, low: 1, high: 1 });
  });

  const date = fc.oneof(
    fc.integer({ min: 2023, max: 2026 }).map(String),
    fc
      .tuple(fc.integer({ min: 2020, max: 2025 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  );
  const pair = fc.constantFrom(['a', 'b'], ['b', 'a'], ['b', 'c'], ['c', 'a']);
  const anyMoves = fc
    .array(fc.tuple(pair, date), { maxLength: 30 })
    .map((rows) => madeMoves(rows.map(([[from, to], when]) => [from ?? '', to ?? '', when] as const)));

  test('the net never leaves its range, and ends at in minus out', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const months = netByMonth(moves, 'a', '2023-01', '2026-06');
        for (const { net, low, high } of months) expect(low <= net && net <= high).toBe(true);
        const count = (end: 'from' | 'to') => moves.filter((move) => move[end] === 'a').length;
        const total = count('to') - count('from');
        expect(months.at(-1)).toMatchObject({ net: total, low: total, high: total });
      }),
    );
  });

  test('steps hold every move once and join without a gap', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const steps = stepsOf(moves, 'a', '2026-06');
        const held = steps.flatMap((step) => [...step.in, ...step.out].map((move) => move.id));
        const own = moves.filter((move) => move.from === 'a' || move.to === 'a').map((move) => move.id);
        expect([...held].sort()).toEqual([...own].sort());
        let net = 0;
        for (const step of steps) {
          expect(step.before).toBe(net);
          net += step.in.length - step.out.length;
        }
      }),
    );
  });
});

test('what is known only by its year is a step of its own, in the middle of the year', () => {
  const rows = madeMoves([
    ['b', 'a', '2025'],
    ['b', 'a', '2025-06-28'],
    ['a', 'b', '2025-07'],
    ['b', 'a', '2025-06'],
  ]);
  expect(stepsOf(rows, 'a', '2026-06').map(({ date, before }) => [date, before])).toEqual([
    ['2025-06', 0],
    ['2025', 2],
    ['2025-07', 3],
  ]);
});

test('the fullest stretch holds most moves, is no longer than asked for or needed, and takes no bare year in', () => {
  const on = (...dates: string[]) =>
    fullestStretch(madeMoves(dates.map((date) => ['a', 'b', date] as const)), 3);
  const found = on('2024-11', '2025-06-28', '2025-08', '2025-07-01', '2025', '2025-09', '2025-06');
  expect(found).toMatchObject({ from: '2025-06', until: '2025-08' });
  expect(netOf(found?.moves ?? [], 'a')).toBe(-4);
  expect(netOf(found?.moves ?? [], 'c')).toBe(0);
  expect(on('2025')).toBeUndefined();
  expect(on('2025-12')).toMatchObject({ from: '2025-12', until: '2025-12' });
});

test('the axis begins with the last unbroken run of years', () => {
  const on = (...dates: string[]) =>
    startOfLastRun(madeMoves(dates.map((date) => ['a', 'b', date] as const)));
  expect(on('2017-06', '2023', '2024-01', '2025', '2026')).toBe('2023-01');
  expect(on('2024', '2025-07')).toBe('2024-01');
  expect(on()).toBeUndefined();
});

describe('three ways of counting', () => {
  const moves = madeMoves([
    ['b', 'a', '2025'],
    ['b', 'a', '2025', 'said'],
    ['a', 'b', '2025', 'said'],
    ['a', 'c', '2025'],
    ['b', 'c', '2025'],
  ]);
  const nets = (data: Dataset) =>
    waysOfCounting(data, 'a').map(({ way, in: into, out, net }) => [way, into, out, net]);

  test('confirmed, named, and the same again where nobody counted more', () => {
    expect(nets(madeData(ORGS, moves))).toEqual([
      ['confirmed', 1, 1, 0],
      ['named', 2, 2, 0],
      ['counted', 2, 2, 0],
    ]);
  });

  test('a total stands in place of the names, further people beside them, and smaller counts change nothing', () => {
    const data = madeData(ORGS, moves, [
      ['b', 'a', 'total', 9],
      ['a', 'b', 'further', 3],
      ['a', 'c', 'total', 1],
      ['b', 'c', 'alleged', 50],
    ]);
    expect(nets(data).at(-1)).toEqual(['counted', 9, 5, 4]);
    expect(
      waysOfCounting(data, 'a')
        .at(-1)
        ?.larger.map(({ counted }) => counted.row.id),
    ).toEqual(['f1', 'f0']);
    expect(largerCounts(data).map(({ from, to, beyond }) => [from, to, beyond])).toEqual([
      ['a', 'b', 3],
      ['b', 'a', 7],
      ['b', 'c', 49],
    ]);
  });

  test('what one gives another receives: by every way the nets add up to nothing', () => {
    const data = madeData(ORGS, moves, [['b', 'a', 'total', 9]]);
    for (const i of [0, 1, 2]) {
      const sum = ORGS.reduce((total, org) => total + (waysOfCounting(data, org)[i]?.net ?? Number.NaN), 0);
      expect(sum).toBe(0);
    }
  });
});
