/** Bars for sums that are only bounded: the right end stays open where the true value may lie elsewhere. */
import type { Bound } from '~/data/types';
import { boxPath, round } from './shapes';

/** How far the slivers of `more-than` reach beyond the bar, as a share of its height. */
export const BEYOND = 0.65;

/**
 * A bar from `x`, `width` long, all in CSS pixels. A ceiling does not close at the right;
 * a floor goes on in two slivers beyond it. One command pattern per bound.
 */
export function barPath(x: number, y: number, width: number, height: number, bound: Bound = 'exact'): string {
  if (bound === 'exact') return boxPath(x, y, width, height);
  const at = (px: number, py: number) => `${round(px)} ${round(py)}`;
  const [end, low] = [x + width, y + height];
  const body = `M${at(end, y)}L${at(x, y)}L${at(x, low)}L${at(end, low)}`;
  if (bound === 'up-to') return body;
  const step = height / 4;
  return `${body}${boxPath(end + step * 0.6, y, step * 0.8, height)}${boxPath(end + step * 2.2, y, step * 0.4, height)}`;
}
