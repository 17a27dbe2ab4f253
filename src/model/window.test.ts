import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Move } from '~/data/types';
import { dayAfter, densestWindow } from './window';

const move = (date: string, i: number): Move =>
  ({ id: `m${i}`, date, precision: (['year', 'month', 'day'] as const)[date.split('-').length - 1] }) as Move;
const moves = (...dates: string[]) => dates.map(move);

test('the window is no longer than its moves need, across the end of a month', () => {
  const found = densestWindow(moves('2025-06-01', '2025-06-27', '2025-07-02', '2025-07-02', '2025-07-03'), 6);
  expect(found).toMatchObject({ first: '2025-06-27', last: '2025-07-02', days: 6 });
  expect(found?.moves).toHaveLength(3);
});

test('vague dates are in no window', () => {
  expect(densestWindow(moves('2025', '2025-06'), 6)).toBeUndefined();
  expect(densestWindow(moves('2025-06', '2025-06-30'), 6)?.moves).toHaveLength(1);
});

test('no day begins a fuller one', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((d) => `2025-06-${String(d).padStart(2, '0')}`);
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 9 }),
      (dates, length) => {
        const found = densestWindow(dates.map(move), length);
        for (let d = 1; d <= 28; d++) {
          const inside = dates.filter(
            (date) => Number(date.slice(8)) >= d && Number(date.slice(8)) < d + length,
          );
          expect(found?.moves.length).toBeGreaterThanOrEqual(inside.length);
        }
        expect(found?.days).toBeLessThanOrEqual(length);
      },
    ),
  );
});

test('the day after', () => {
  expect(dayAfter('2025-06-30')).toBe('2025-07-01');
  expect(dayAfter('2024-02')).toBe('2024-03-01');
});
