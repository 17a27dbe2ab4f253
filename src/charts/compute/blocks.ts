/** Countable blocks: a stretch of them as one mark, the last cut where the value ends within it. */
import { range } from 'd3';
import { around, type Box, type Item, type Shape } from '~/kit/items';
import { numbers, round } from '~/kit/path';
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

/** From stripe to stripe, level, and how wide one is, CSS pixels. */
const STRIPES = { step: 7, width: 1.25 };

/**
 * Lines aslant, each on through all blocks of a row or column that it meets: a tint of the whole, whatever the size
 * of its blocks, where a line in each would seem to halve it.
 */
const stripes = (boxes: readonly Box[], { cut }: Grid, step: number): string =>
  [...Map.groupBy(boxes, ({ x, y }) => (cut === 'width' ? y : x)).values()]
    .map((run) => around(run) as Box)
    .flatMap(({ x, y, width, height }) =>
      // Along each, x + y is the same; counted from the corner, so that a row is striped alike wherever it stands.
      range(step / 2, width + height, step).map((sum) => {
        const [from, to] = [Math.max(0, sum - height), Math.min(width, sum)];
        return `M${numbers(x + from, y + sum - from)}l${numbers(to - from, from - to)}`;
      }),
    )
    .join('');

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
  // The hatch runs on through all of them, where stripes of its own would seem to halve a small block.
  const { striped = false, ...own } = mark;
  const drawn = marksAsOne(own, boxes, weight);
  const lines: Shape[] = [
    ...(struck ? [{ d: strike(boxes), stroke: mark.tone, width: 1.5 * weight }] : []),
    ...(striped
      ? [
          {
            d: stripes(boxes, grid, STRIPES.step * weight),
            stroke: 'paper',
            width: STRIPES.width * weight,
          },
        ]
      : []),
  ].map((one) => ({ kind: 'shape', ...one }));
  return [drawn, ...lines];
}
