/** Places: who stands above whom, where words find room first, what a line must leave out, where a pointer finds a mark. */
import { box, type Part } from './block';
import { type Box, filled, type Item, type Line, labelsOf, marksOf, overlap } from './items';

/** From left to right, CSS pixels. */
export interface Extent {
  x0: number;
  x1: number;
}

/**
 * The lowest free level for each item in turn, 0 nearest to the baseline, and which of its extents fits there. Own
 * geometry: D3's force and beeswarm move marks off their dates.
 * @param items  extents an item may fill, the preferred one first
 * @param gap    least space between two items of a level
 */
export function dodge(
  items: readonly (readonly Extent[])[],
  gap: number,
): readonly { level: number; choice: number }[] {
  const levels: Extent[][] = [];
  return items.map((extents) => {
    for (let level = 0; ; level++) {
      const taken = levels[level] ?? [];
      levels[level] = taken;
      const choice = extents.findIndex((one) =>
        taken.every((other) => one.x1 + gap <= other.x0 || other.x1 + gap <= one.x0),
      );
      const extent = extents[choice];
      if (extent || extents.length === 0) {
        if (extent) taken.push(extent);
        return { level, choice: Math.max(choice, 0) };
      }
    }
  });
}

/** A part and where it might stand. */
export interface Candidate {
  part: Part;
  x: number;
  y: number;
}

/** The box a candidate's words would fill. */
export const boxOf = ({ part, x, y }: Candidate): Box => ({ x, y, width: part.width, height: part.height });

/**
 * The first candidate that lies within the bounds and touches nothing that is taken.
 * @param air  pixels kept free around it
 * @returns undefined where none has room
 */
export const firstFree = (
  candidates: readonly Candidate[],
  taken: readonly Box[],
  bounds: Box,
  air = 2,
): Candidate | undefined =>
  candidates.find((one) => {
    const own = boxOf(one);
    return isWithin(own, bounds) && !taken.some((other) => overlap(own, other, -air));
  });

const isWithin = (own: Box, bounds: Box) =>
  own.x >= bounds.x - 0.5 &&
  own.y >= bounds.y - 0.5 &&
  own.x + own.width <= bounds.x + bounds.width + 0.5 &&
  own.y + own.height <= bounds.y + bounds.height + 0.5;

/** Places each list of candidates in turn, each keeping clear of what came before; what finds no room is left out. */
export function placeAll(
  wanted: readonly (readonly Candidate[])[],
  taken: readonly Box[],
  bounds: Box,
  air = 2,
): Item[] {
  const full = [...taken];
  return wanted.flatMap((candidates) => {
    const found = firstFree(candidates, full, bounds, air);
    if (!found) return [];
    const items = found.part.at(found.x, found.y);
    full.push(...labelsOf({ items }).map((one) => one.box));
    return items;
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
    const end = Math.min(top, line.y2);
    if (end - y >= LEAST_PIECE) pieces.push({ ...line, y1: y, y2: end });
    y = Math.max(y, bottom);
  }
  return pieces;
}

/**
 * A part with upright lines behind it from its top to its bottom, without what would run through its marks and words.
 * @param lines  with their distance from its left edge
 */
export const crossed = (
  part: Part,
  lines: readonly (Pick<Line, 'tone' | 'dash'> & { at: number })[],
  air = 2,
): Part =>
  box(part.width, part.height, (x, y) => {
    const items = part.at(x, y);
    const taken = filled(items);
    const drawn = lines.flatMap(({ at, ...look }) => {
      // On the middle of a pixel, so that it is one pixel wide.
      const x1 = Math.round(x + at) + 0.5;
      return cutLine({ kind: 'line', x1, y1: y, x2: x1, y2: y + part.height, ...look }, taken, air);
    });
    return [...drawn, ...items];
  });

/** A finger's width, CSS pixels. */
const FINGER = 24;

/**
 * An area to point at for every mark: a finger wide and high where its neighbours leave that room; no two share
 * any, and each holds its whole mark. Only neighbours are compared, so it stays linear where marks stand apart.
 */
export function hitBoxes(marks: readonly Box[], least = FINGER): readonly Box[] {
  const areas = marks.map((box) => {
    const [dx, dy] = [Math.max(0, least - box.width) / 2, Math.max(0, least - box.height) / 2];
    return { x0: box.x - dx, x1: box.x + box.width + dx, y0: box.y - dy, y1: box.y + box.height + dy };
  });
  const order = marks.map((_, i) => i).sort((a, b) => (areas[a]?.x0 ?? 0) - (areas[b]?.x0 ?? 0));
  order.forEach((i, k) => {
    for (const j of order.slice(k + 1)) {
      if ((areas[j]?.x0 ?? 0) >= (areas[i]?.x1 ?? 0)) break;
      part(areas[i] as Area, areas[j] as Area, marks[i] as Box, marks[j] as Box);
    }
  });
  return areas.map(({ x0, x1, y0, y1 }) => ({ x: x0, y: y0, width: x1 - x0, height: y1 - y0 }));
}

interface Area {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Draws the line between two areas that meet half-way between their marks, on the side where these are furthest apart. */
function part(p: Area, q: Area, a: Box, b: Box): void {
  if (p.x1 <= q.x0 || q.x1 <= p.x0 || p.y1 <= q.y0 || q.y1 <= p.y0) return;
  const right = b.x - (a.x + a.width);
  const left = a.x - (b.x + b.width);
  const below = b.y - (a.y + a.height);
  const above = a.y - (b.y + b.height);
  const most = Math.max(right, left, below, above);
  if (most < 0) return;
  if (most === right) p.x1 = q.x0 = Math.min(Math.max(b.x - right / 2, q.x0), p.x1);
  else if (most === left) p.x0 = q.x1 = Math.max(Math.min(a.x - left / 2, q.x1), p.x0);
  else if (most === below) p.y1 = q.y0 = Math.min(Math.max(b.y - below / 2, q.y0), p.y1);
  else p.y0 = q.y1 = Math.max(Math.min(a.y - above / 2, q.y1), p.y0);
}

/** An area that is hardly larger than its mark helps nobody, CSS pixels. */
const LEAST_GAIN = 3;

/**
 * The items with an area to point at for every mark that has none, as `hitBoxes` has them. One that would lie over
 * another mark, as of threads that cross, is left out: what is drawn of it is its area.
 */
export function pointable(items: readonly Item[]): readonly Item[] {
  const marks = marksOf({ items });
  const areas = hitBoxes(marks.map((mark) => mark.box));
  const hits = new Map<Item, Box | undefined>(
    marks.map((mark, i) => {
      const area = areas[i] as Box;
      const larger = area.width - mark.box.width + area.height - mark.box.height >= LEAST_GAIN;
      return [mark, larger && !marks.slice(0, i).some(({ box }) => overlap(area, box)) ? area : undefined];
    }),
  );
  const widen = (item: Item): Item => {
    if (item.kind === 'group') return { ...item, items: item.items.map(widen) };
    const hit = item.kind === 'mark' && !item.hit ? hits.get(item) : undefined;
    return item.kind === 'mark' && hit ? { ...item, hit } : item;
  };
  return items.map(widen);
}
