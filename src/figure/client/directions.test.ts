/** Arrows go where the picture goes, on plain boxes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type Direction, nearestTowards } from './directions';

const box = (left: number, top: number, width = 10, height = 10): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

test('in a grid each arrow leads to the neighbour on its side, and at the edge nowhere', () => {
  const grid = [0, 20, 40].flatMap((y) => [0, 20, 40].map((x) => box(x, y)));
  const from = (direction: Direction, at: number) => nearestTowards(grid, at, direction);
  expect(['up', 'right', 'down', 'left'].map((one) => from(one as Direction, 4))).toEqual([1, 5, 7, 3]);
  expect([from('up', 1), from('left', 3), from('right', 5), from('down', 7)]).toEqual(
    Array(4).fill(undefined),
  );
});

test('down from a short bar leads to the long bar below it, not to one whose middle is nearer', () => {
  const bars = [box(0, 0, 20), box(0, 30, 800), box(60, 45, 20)];
  expect(nearestTowards(bars, 0, 'down')).toBe(1);
});

test('what lies more aside than ahead is another direction', () => {
  const marks = [box(0, 0), box(200, 30)];
  expect(nearestTowards(marks, 0, 'down')).toBeUndefined();
  expect(nearestTowards(marks, 0, 'right')).toBe(1);
});

test('marks over one another are all reached, one after the other', () => {
  const pile = [box(0, 0), box(0, 0), box(0, 0), box(30, 0)];
  const way = [0];
  for (let at: number | undefined = 0; at !== undefined; ) {
    at = nearestTowards(pile, at, 'right');
    if (at !== undefined) way.push(at);
  }
  expect(way).toEqual([0, 1, 2, 3]);
  expect(nearestTowards(pile, 2, 'left')).toBe(1);
});

test('only what is looked among is found', () => {
  const row = [box(0, 0), box(20, 0), box(40, 0)];
  expect(nearestTowards(row, 0, 'right', (i) => i !== 1)).toBe(2);
});

test('an arrow never leads back: pressed again and again, it comes to an end', () => {
  const side = fc.integer({ min: 0, max: 300 });
  const boxes = fc.array(
    fc.tuple(side, side, side, side).map((four) => box(...four)),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(boxes, fc.constantFrom<Direction>('up', 'down', 'left', 'right'), (all, direction) => {
      const seen = new Set<number>();
      for (let at: number | undefined = 0; at !== undefined; at = nearestTowards(all, at, direction)) {
        expect(seen.has(at)).toBe(false);
        seen.add(at);
      }
    }),
  );
});
