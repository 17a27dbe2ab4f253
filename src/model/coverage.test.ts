import { expect, test } from 'vitest';
import { directionsOf, functionsOf, meaningsOf, precisionsOf } from './coverage';
import { madeData, madeMove } from './testing/made';

const data = madeData(
  ['a', 'b'],
  [
    madeMove('1', 'a', 'b', '2025-07-08', { function: 'research', sources: ['s', 't'], singleSource: false }),
    madeMove('2', 'a', 'b', '2025-07', { function: 'research', confirmed: false, dateMeans: 'left' }),
    madeMove('3', 'a', 'b', '2025', { function: 'other' }),
  ],
  [
    ['a', 'b', 'total', 2],
    ['b', 'a', 'further', 4],
  ],
);

test('kinds of work are counted, the most frequent first', () => {
  expect(functionsOf(data).map(({ key, n }) => [key, n])).toEqual([
    ['research', 2],
    ['other', 1],
  ]);
});

test('dates are counted by how precise they are and by what they mean', () => {
  expect(precisionsOf(data).map(({ key, n }) => [key, n])).toEqual([
    ['day', 1],
    ['month', 1],
    ['year', 1],
  ]);
  expect(meaningsOf(data).map(({ key, n }) => [key, n])).toEqual([
    ['reported', 2],
    ['left', 1],
  ]);
});

test('a direction says how well it is known, and what others counted where that is more than the names', () => {
  expect(directionsOf(data)).toEqual([
    {
      from: 'a',
      to: 'b',
      named: 3,
      confirmed: 2,
      single: 2,
      sources: 4 / 3,
      counted: undefined,
      countedBy: '',
    },
    {
      ...{ from: 'b', to: 'a', named: 0, confirmed: 0, single: 0, sources: 0, counted: 4 },
      countedBy: data.figures.find(({ from }) => from === 'b')?.id,
    },
  ]);
});
