import { expect, test } from 'vitest';
import { partPath, partsOf } from './parts';

test('a list is whole in its parts, and none is longer than a page', () => {
  const rows = Array.from({ length: 25 }, (_, i) => i);
  const parts = partsOf(rows, 10);
  expect(parts.flatMap((part) => part.rows)).toEqual(rows);
  expect(parts.map(({ number, of, rows: own }) => [number, of, own.length])).toEqual([
    [1, 3, 10],
    [2, 3, 10],
    [3, 3, 5],
  ]);
  expect(partsOf([], 10)).toHaveLength(1);
});

test('the first part has the address of the list', () => {
  expect([1, 2].map((number) => partPath('moves', number))).toEqual(['moves', 'moves/2']);
});
