/** Bars for sums that are only bounded: the right end stays open where the true value lies beyond it. */
import type { Bound } from '~/data/types';
import { boxPath, round } from './shapes';

/** How far the slivers of `more-than` reach beyond the bar, as a share of its height. */
export const BEYOND = 0.65;

/**
 * A bar from `x`, `width` long, all in CSS pixels. A ceiling closes like an exact sum, since nothing lies beyond
 * it; a floor stays open at the right and goes on in two slivers. One command pattern for either.
 */
export function barPath(x: number, y: number, width: number, height: number, bound: Bound = 'exact'): string {
  if (bound !== 'more-than') return boxPath(x, y, width, height);
  const at = (px: number, py: number) => `${round(px)} ${round(py)}`;
  const [end, low] = [x + width, y + height];
  const step = height / 4;
  const slivers = [
    [end + step * 0.6, step * 0.8],
    [end + step * 2.2, step * 0.4],
  ] as const;
  const body = `M${at(end, y)}L${at(x, y)}L${at(x, low)}L${at(end, low)}`;
  return body + slivers.map(([from, wide]) => boxPath(from, y, wide, height)).join('');
}
