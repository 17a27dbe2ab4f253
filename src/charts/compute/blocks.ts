/** Countable blocks: a stretch of them as one mark, the last cut where the value ends within it. */
import { range } from 'd3';
import { around, type Box, type Item, type Mark, type Shape } from '~/kit/items';
import { boxPath, type MarkOf, markIn, round } from '~/kit/shapes';

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

const aslant = ({ x, y, width, height }: Box) =>
  `M${round(x)} ${round(y + height)}L${round(x + width)} ${round(y)}`;

/** Nothing for an empty stretch. */
export function blocks(
  mark: MarkOf,
  from: number,
  to: number,
  grid: Grid,
  {
    struck = false,
    striped = false,
    weight = 1,
  }: { struck?: boolean; striped?: boolean; weight?: number } = {},
): Item[] {
  const boxes = boxesOf(from, to, grid);
  const whole = around(boxes);
  if (!whole) return [];
  const outlines = boxes.map((one) => markIn(mark, one, boxPath, weight).d);
  const d = outlines.map((one, i) => (struck ? one + aslant(boxes[i] as Box) : one)).join('');
  const drawn: Mark = { kind: 'mark', ...mark, d, box: whole };
  const stripes: Shape = {
    kind: 'shape',
    d: boxes.map(aslant).join(''),
    stroke: 'paper',
    width: Math.max(1.5, 0.18 * (boxes[0]?.height ?? 0)),
  };
  return striped ? [drawn, stripes] : [drawn];
}
