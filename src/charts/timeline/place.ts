/** Room on a time scale: who stands above whom, what a line must leave out, and where a pointer finds a mark. */
import type { Line } from '~/kit/draw';
import { type Box, boxOf, type Label } from '~/kit/labels';
import type { Frame } from '../contract';

/** From left to right, CSS pixels. */
export interface Span {
  x0: number;
  x1: number;
}

/**
 * The lowest free level for each item in turn, 0 nearest to the baseline, and which of its spans fits there.
 * @param items  spans an item may fill, the preferred one first
 * @param gap    least space between two items of a level
 */
export function dodge(
  items: readonly (readonly Span[])[],
  gap: number,
): readonly { level: number; choice: number }[] {
  const levels: Span[][] = [];
  return items.map((spans) => {
    for (let level = 0; ; level++) {
      const taken = levels[level] ?? [];
      levels[level] = taken;
      const choice = spans.findIndex((span) =>
        taken.every((t) => span.x1 + gap <= t.x0 || t.x1 + gap <= span.x0),
      );
      const span = spans[choice];
      if (span || spans.length === 0) {
        if (span) taken.push(span);
        return { level, choice: Math.max(choice, 0) };
      }
    }
  });
}

/** Shorter pieces of a line look like dirt. */
const LEAST_PIECE = 8;

/** A vertical line without the parts that would run through a box; no piece under 8 px. */
export function cutLine(line: Line, boxes: readonly Box[], air = 2): readonly Line[] {
  const holes = boxes
    .filter((box) => box.x - air < line.x1 && line.x1 < box.x + box.width + air)
    .map((box) => [box.y - air, box.y + box.height + air] as const)
    .sort((a, b) => a[0] - b[0]);
  const pieces: Line[] = [];
  let y = line.y1;
  for (const [top, bottom] of [...holes, [line.y2, line.y2] as const]) {
    if (Math.min(top, line.y2) - y >= LEAST_PIECE)
      pieces.push({ ...line, y1: y, y2: Math.min(top, line.y2) });
    y = Math.max(y, bottom);
  }
  return pieces;
}

/**
 * An area to point at for every mark: at least `least` wide and high where its neighbours leave that room;
 * no two share any, and each holds its whole mark.
 */
export function hitBoxes(marks: readonly Box[], least = 24): readonly Box[] {
  const areas = marks.map((box) => {
    const [dx, dy] = [Math.max(0, least - box.width) / 2, Math.max(0, least - box.height) / 2];
    return { x0: box.x - dx, x1: box.x + box.width + dx, y0: box.y - dy, y1: box.y + box.height + dy };
  });
  marks.forEach((a, i) => {
    for (let j = i + 1; j < marks.length; j++) {
      const b = marks[j] as Box;
      const [p, q] = [areas[i], areas[j]] as [(typeof areas)[0], (typeof areas)[0]];
      if (p.x1 <= q.x0 || q.x1 <= p.x0 || p.y1 <= q.y0 || q.y1 <= p.y0) continue;
      const right = b.x - (a.x + a.width);
      const left = a.x - (b.x + b.width);
      const below = b.y - (a.y + a.height);
      const above = a.y - (b.y + b.height);
      const most = Math.max(right, left, below, above);
      if (most < 0) continue;
      if (most === right) p.x1 = q.x0 = Math.min(Math.max(b.x - right / 2, q.x0), p.x1);
      else if (most === left) p.x0 = q.x1 = Math.max(Math.min(a.x - left / 2, q.x1), p.x0);
      else if (most === below) p.y1 = q.y0 = Math.min(Math.max(b.y - below / 2, q.y0), p.y1);
      else p.y0 = q.y1 = Math.max(Math.min(a.y - above / 2, q.y1), p.y0);
    }
  });
  return areas.map(({ x0, x1, y0, y1 }) => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));
}

/** Whether a line of labels ends before `x`. */
export function fits(row: readonly Label[], x: number, frame: Frame): boolean {
  return row.every((one) => {
    const box = boxOf(one, frame.measure);
    return box.x + box.width <= x;
  });
}
