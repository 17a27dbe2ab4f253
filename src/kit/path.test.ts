/** Outlines in steps: the same points in fewer letters, and what is alike is the same text. */
import { describe, expect, test } from 'vitest';
import { inSteps, numbers } from './path';
import { bandPath, boxPath, pillPath } from './shapes';

test('numbers have no nought before a point and no space before a sign', () => {
  expect(numbers(0.5, -0.25, 3, -4, 0)).toBe('.5-.2 3-4 0');
});

describe('an outline in absolute places', () => {
  test.each([
    ['M10,20H30V40L10,40Z', 'M10 20h20v20h-20z'],
    ['M0,0L5,0L5,0L8,4', 'M0 0h5l3 4'],
    ['M10,10C10,20,30,20,30,40', 'M10 10c0 10 20 10 20 30'],
    ['M1,1A4,4,0,0,1,5,5', 'M1 1a4 4 0 0 1 4 4'],
    // Back where it began, and on from there.
    ['M10,10h5v5h-5ZM30,10h5v5h-5Z', 'M10 10h5v5h-5zm20 0h5v5h-5z'],
  ])('%s is %s', (d, steps) => {
    expect(inSteps(d)).toBe(steps);
    expect(inSteps(steps)).toBe(steps);
  });

  test('with a command that no outline has is an error that names it', () => {
    expect(() => inSteps('M0,0Q1,1,2,2')).toThrow('"Q" in the outline M0,0Q1,1,2,2');
  });
});

const afterFirst = (d: string) => inSteps(d).replace(/^M[\d. -]+/, '');

test('marks of one size are the same text after their first point, wherever they stand', () => {
  const places = [0, 3.37, 12.84, 100.05].map((x) => ({ x, y: 7 * x, width: 9.8, height: 9.8 }));
  for (const outline of [boxPath, pillPath])
    expect(new Set(places.map((box) => afterFirst(outline(box)))).size).toBe(1);
  const bands = places.map(({ y }) => bandPath({ x0: 10, x1: 90, y0: y, y1: y + 40, thick: 4.9, flat: 0.2 }));
  expect(new Set(bands.map(afterFirst)).size).toBe(1);
});
