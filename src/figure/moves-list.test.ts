import { expect, test } from 'vitest';
import type { Move } from '~/data/types';
import { listOfMoves, listOfOnly } from './moves-list';

const move = (from: string, to: string, date: string, status = 'reported') =>
  ({ from, to, date, status, confirmed: status !== 'reported', scope: 'core' }) as Move;

test('a mark of many leads to the list of what its moves have in common', () => {
  expect(listOfMoves([move('a', 'b', '2025-06-01'), move('a', 'b', '2025-06')], 'en')).toBe(
    '/moves/?from=a&status=reported&to=b&when=2025-06',
  );
  expect(listOfMoves([move('a', 'b', '2025-06'), move('a', 'c', '2025', 'confirmed-by-person')], 'de')).toBe(
    '/de/moves/?from=a&when=2025',
  );
  const both = [
    move('a', 'b', '2024', 'confirmed-by-person'),
    move('b', 'a', '2025', 'confirmed-by-company'),
  ];
  expect(listOfMoves(both, 'en')).toBe('/moves/?org=a&status=confirmed');
});

test('a total leads to the list only where it can be asked for exactly its moves', () => {
  const own = [move('a', 'b', '2025-06'), move('a', 'c', '2026', 'confirmed-by-person')];
  const others = [move('b', 'a', '2025'), move('c', 'b', '2025-06')];
  expect(listOfOnly(own, [...own, ...others], 'en')).toBe('/moves/?from=a');
  expect(listOfOnly(own, [...own, move('a', 'd', '2024'), ...others], 'en')).toBeUndefined();
});
