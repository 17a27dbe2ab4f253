/** Where an arrow key leads: the nearest box in its direction. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export type Direction = 'up' | 'down' | 'left' | 'right';

/** Centres nearer than this, in pixels, are at the same place: the order of the drawing decides. */
const SAME = 0.5;
/** What lies beside the way is as far as twice that way ahead. */
const ASIDE = 2;

/**
 * @param after how many places `to` comes after `from` in the order of the drawing; negative before it
 * @returns how far away `to` is in that direction, or Infinity where it lies in another one
 */
function distanceTo(to: Box, from: Box, direction: Direction, after: number): number {
  const across = direction === 'left' || direction === 'right';
  const back = direction === 'left' || direction === 'up';
  const x = (to.left + to.right - from.left - from.right) / 2;
  const y = (to.top + to.bottom - from.top - from.bottom) / 2;
  const [along, off] = across ? [x, y] : [y, x];
  // One over the other: the later one comes after.
  if (Math.abs(x) < SAME && Math.abs(y) < SAME)
    return after > 0 === back ? Number.POSITIVE_INFINITY : Math.abs(after) / 1e6;
  const ahead = back ? -along : along;
  const gap = across
    ? Math.max(to.top - from.bottom, from.top - to.bottom, 0)
    : Math.max(to.left - from.right, from.left - to.right, 0);
  // More beside than ahead is another direction; of boxes that are only ahead, the one straight ahead is nearer.
  return ahead < SAME || gap > ahead ? Number.POSITIVE_INFINITY : ahead + ASIDE * gap + Math.abs(off) / 100;
}

/**
 * @param from index of the box the arrow starts at
 * @param among whether a box, by its index, is looked at
 * @returns index of the nearest box in that direction, or undefined where none lies there
 */
export function nearestTowards(
  boxes: readonly Box[],
  from: number,
  direction: Direction,
  among: (index: number) => boolean = () => true,
): number | undefined {
  const start = boxes[from];
  if (!start) return undefined;
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, box] of boxes.entries()) {
    if (i === from || !among(i)) continue;
    const far = distanceTo(box, start, direction, i - from);
    if (far < least) {
      least = far;
      best = i;
    }
  }
  return best;
}
