import { describe, expect, test } from 'vitest';
import type { Mark } from './items';
import { type MarkOf, markAlong, markIn, marksAsOne, pillPath } from './shapes';

const AT = { x: 10, y: 20, width: 12, height: 12 };
const BAND = { x0: 0, y0: 200, x1: 300, y1: 20, thick: 4, flat: 0.2 };
const MADE: Record<string, (mark: MarkOf) => Mark> = {
  'a square': (mark) => markIn(mark, AT),
  'a small square': (mark) => markIn(mark, { ...AT, width: 6, height: 6 }),
  'a long block': (mark) => markIn(mark, { ...AT, width: 50 }),
  'a dot': (mark) => markIn(mark, AT, pillPath),
  'a pill': (mark) => markIn(mark, { ...AT, width: 20 }, pillPath),
  'blocks as one': (mark) => marksAsOne(mark, [AT]),
  'a thread': (mark) => markAlong(mark, BAND),
  'a short and thick thread': (mark) => markAlong(mark, { ...BAND, x1: 120, thick: 12 }),
};

describe.each(Object.entries(MADE))('%s on one source', (_, make) => {
  const made = (look: Mark['look'], striped: boolean) =>
    make({ id: 'a', name: 'A', tone: 'ink', look, striped });

  test('is its outline and stripes within it, and as large', () => {
    for (const look of ['solid', 'said'] as const) {
      const [plain, striped] = [made(look, false), made(look, true)];
      expect(striped.d.startsWith(plain.d)).toBe(true);
      expect(striped.box).toEqual(plain.box);
      const { x, y, width, height } = striped.box;
      const stripes = stripesOf(striped, plain);
      expect(stripes.length).toBeGreaterThan(0);
      for (const [px, py] of stripes.flat()) {
        expect(Math.abs(px - x - width / 2)).toBeLessThan(width / 2 + 0.1);
        expect(Math.abs(py - y - height / 2)).toBeLessThan(height / 2 + 0.1);
      }
    }
  });

  test('runs aslant, one way: the same sign at every size', () => {
    for (const look of ['solid', 'said'] as const)
      for (const corners of stripesOf(made(look, true), made(look, false))) {
        const [[x0, y0], [x1, y1]] = corners as [Point, Point];
        expect(x0 - x1).toBeGreaterThan(0);
        expect(y1 - y0).toBeGreaterThan(0);
      }
  });

  test('has gaps where it is filled: they run the other way round', () => {
    for (const corners of stripesOf(made('solid', true), made('solid', false)))
      expect(areaOf(corners)).toBeLessThan(-1);
  });
});

type Point = [x: number, y: number];

/** The corners of each; a line has two. */
function stripesOf(striped: Mark, plain: Mark): Point[][] {
  const outlines = striped.d.slice(plain.d.length).match(/M[^M]+/g) ?? [];
  return outlines.map((outline) => {
    const corners: Point[] = [];
    for (const [, command, dx, dy] of outline.matchAll(/([MLl])(-?[\d.]+)[ ,]?(-?[\d.]+)/g)) {
      const [x, y] = command === 'l' ? (corners.at(-1) as Point) : [0, 0];
      corners.push([x + Number(dx), y + Number(dy)]);
    }
    return corners;
  });
}

/** Less than nought where they run against the clock. */
const areaOf = (corners: readonly Point[]) =>
  corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length] as Point;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
