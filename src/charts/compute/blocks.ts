/** Countable blocks: a stretch of them as one mark, the last cut where the value ends within it. */
import { range } from 'd3';
import { around, type Box, type Item } from '~/kit/items';
import { round } from '~/kit/path';
import { type MarkOf, marksAsOne } from '~/kit/shapes';

/** Where block number `index` (from 0) stands, and in which direction a part of one is cut. */
export interface Grid {
  at(index: number): Box;
  cut: 'width' | 'height';
}

/** The boxes from `from` to `to`, in blocks, fractions allowed. A column is filled from below. */
function boxesOf(from: number, to: number, { at, cut }: Grid): Box[] {
  return range(Math.floor(from + 1e-9), to - 1e-9).map((index) => {
    const [start, end] = [Math.max(0, from - index), Math.min(1, to - index)];
    const { x, y, width, height } = at(index);
    return cut === 'width'
      ? { x: x + width * start, y, width: width * (end - start), height }
      : { x, y: y + height * (1 - end), width, height: height * (end - start) };
  });
}

/** One line through each row of blocks, as a word is struck out. */
const strike = (boxes: readonly Box[]): string =>
  [...Map.groupBy(boxes, ({ y }) => y).values()]
    .map((row) => around(row) as Box)
    .map(({ x, y, width, height }) => `M${round(x)} ${round(y + height / 2)}h${round(width)}`)
    .join('');

/** Nothing for an empty stretch. */
export function blocks(
  mark: MarkOf,
  from: number,
  to: number,
  grid: Grid,
  { struck = false, weight = 1 }: { struck?: boolean; weight?: number } = {},
): Item[] {
  const boxes = boxesOf(from, to, grid);
  if (boxes.length === 0) return [];
  const drawn = marksAsOne(mark, boxes, weight);
  return struck
    ? [drawn, { kind: 'shape', d: strike(boxes), stroke: mark.tone, width: 1.5 * weight }]
    : [drawn];
}
