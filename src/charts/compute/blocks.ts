/** What the drawings share: countable blocks as path strings, the last one cut where the value ends within it. */
import type { Line, Mark } from '~/kit/draw';
import type { Label } from '~/kit/labels';
import { boxPath, round } from '~/kit/shapes';

/** What a view's drawing makes; its width is the frame's. */
export interface Drawing {
  height: number;
  marks: readonly Mark[];
  labels: readonly Label[];
  lines: readonly Line[];
}

/** Where block number `index` (from 0) stands. */
export type Place = (index: number) => { x: number; y: number };

export interface BlockSize {
  width: number;
  height: number;
  /** A last block that is not full is cut in this direction. */
  cut: 'width' | 'height';
}

/**
 * The blocks from `from` to `to` (block units, fractions allowed), `struck` with a stroke from corner to corner.
 * Nothing for an empty stretch.
 */
export function blocksPath(from: number, to: number, place: Place, size: BlockSize, struck = false): string {
  let d = '';
  for (let index = Math.floor(from + 1e-9); index < to - 1e-9; index++) {
    const [start, end] = [Math.max(0, from - index), Math.min(1, to - index)];
    const { x, y } = place(index);
    const [w, h] =
      size.cut === 'width'
        ? [size.width * (end - start), size.height]
        : [size.width, size.height * (end - start)];
    const left = size.cut === 'width' ? x + size.width * start : x;
    // A column is filled from below.
    const top = size.cut === 'height' ? y + size.height * (1 - end) : y;
    d += boxPath(left, top, w, h);
    if (struck) d += `M${round(left)} ${round(top + h)}L${round(left + w)} ${round(top)}`;
  }
  return d;
}
