/** What a reader of the screen hears of a drawing's words. */
import { expect, test } from 'vitest';
import type { Item, Mark } from './items';
import { silentIn } from './speech';
import { type TextStyle, text } from './text';

const mark: Mark = {
  ...{ kind: 'mark', id: 'a', name: 'Ann Lee, North to South, June 2025', look: 'solid', tone: 'ink', d: '' },
  box: { x: 0, y: 0, width: 8, height: 8 },
};
const label = (words: string, style: TextStyle = {}) => text(words, style).at(0, 0);
const silent = (...items: readonly (readonly Item[])[]) =>
  [...silentIn([mark, ...items.flat()])].map((one) => one.text);

test('a label that only repeats its mark is passed over, one that says more is read', () => {
  expect(
    silent(label('Lee', { mark: 'a' }), label('June 2025, 3 more', { mark: 'a' }), label('Lee')),
  ).toEqual(['Lee']);
});

test('two totals that are called alike are both read, each said again is passed over', () => {
  const total = (...sums: string[]) => label('10', { sums, spoken: '10 to North' });
  expect(silent(total('a', 'b'), total('c', 'd'), total('a', 'b'))).toHaveLength(1);
});

test('a link under its own name is said once, a company in every sentence it stands in', () => {
  const link = { view: 'n-to-s', spoken: '21, North to South' };
  expect(
    silent(
      label('21', link),
      label('21', link),
      label('North', { view: 'n' }),
      label('North', { view: 'n' }),
    ),
  ).toEqual(['21']);
});
