/** Where a key leads from a mark: arrows where the picture goes, within its group first; other keys along the order. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/** A group, whatever tells it from others. */
type Named = object | string;
/**
 * A mark, or a total that chooses several: its box, and the groups it stands in, the innermost first. Several are in the
 * order of the drawing.
 */
export interface Place {
  box: Box;
  groups: readonly Named[];
  /** Arrows lead to it; keys that go by groups lead to marks. */
  total?: boolean;
}
export type Direction = 'up' | 'down' | 'left' | 'right';

/** Centres nearer than this, in pixels, are at the same place: the order of the drawing decides. */
export const SAME = 0.5;
/** What lies beside the way is as far as twice that way ahead. */
const ASIDE = 2;
/** Groups so close are one row: columns of steps touch at a corner. */
const TOUCH = 4;

/** A box seen in a direction: where it begins and ends ahead, and where across. */
type Seen = readonly [near: number, far: number, from: number, to: number];

const seen = ({ left, top, right, bottom }: Box, back: boolean, level: boolean): Seen => {
  const [near, far, from, to] = level ? [left, right, top, bottom] : [top, bottom, left, right];
  return back ? [-far, -near, from, to] : [near, far, from, to];
};

/** How far ahead and aside one middle is of another, and how far apart their edges across are; below 0 they overlap. */
const between = ([a0, a1, a2, a3]: Seen, [b0, b1, b2, b3]: Seen) => ({
  ahead: (b0 + b1 - a0 - a1) / 2,
  aside: Math.abs(b2 + b3 - a2 - a3) / 2,
  gap: Math.max(b2 - a3, a2 - b3),
});

/** How one box lies to another, in a direction. */
export type Way = ReturnType<typeof between>;

export function wayTo(a: Box, b: Box, direction: Direction): Way {
  const back = direction === 'up' || direction === 'left';
  const level = direction === 'left' || direction === 'right';
  return between(seen(a, back, level), seen(b, back, level));
}

/** How far something is that lies in a direction. */
export const farness = ({ ahead, aside, gap }: Way) => ahead + ASIDE * Math.max(gap, 0) + aside / 100;

const around = (all: readonly Seen[]): Seen =>
  all.reduce(([a, b, c, d], [e, f, g, h]) => [
    Math.min(a, e),
    Math.max(b, f),
    Math.min(c, g),
    Math.max(d, h),
  ]);

/** Numbers of the places that are marks. */
export const marksAmong = (places: readonly Place[]): number[] =>
  places.flatMap(({ total }, i) => (total ? [] : [i]));

/** @returns index of the place an arrow leads to from another; the same where it leads nowhere */
export function placeTowards(places: readonly Place[], from: number, direction: Direction): number {
  const back = direction === 'up' || direction === 'left';
  const level = direction === 'left' || direction === 'right';
  const boxes = places.map(({ box }) => seen(box, back, level));
  const start = boxes[from];
  if (!start) return from;
  const groups = places[from]?.groups ?? [];
  const comes = (i: number) => i > from !== back;
  const isIn = (i: number, group: Named | undefined) =>
    group === undefined || places[i]?.groups.includes(group);
  const way = boxes.map((box, i) => {
    const { ahead, aside, gap } = between(start, box);
    // One over the other: the later one comes after.
    const pile = Math.abs(ahead) < SAME && aside < SAME;
    const on = i !== from && (pile ? comes(i) : ahead >= SAME);
    const next = Math.abs(i - from) === 1 && box[0] >= start[1];
    return { on, ahead: pile ? Math.abs(i - from) / 1e6 : ahead, aside, gap, next };
  });
  type Other = (typeof way)[number];
  /** The nearest of those that count, by a distance. */
  const nearest = (
    counts: (one: Other, i: number) => unknown,
    distance: (one: Other, i: number) => number,
  ) => {
    let best: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, one] of way.entries()) {
      const far = one.on && counts(one, i) ? distance(one, i) : least;
      if (far < least) [best, least] = [i, far];
    }
    return best;
  };
  if (!level) {
    // More beside than ahead is another direction, unless there the next of the group begins, or nothing else lies ahead.
    for (const group of groups) {
      const found =
        nearest((one, i) => isIn(i, group) && one.gap <= one.ahead, farness) ??
        nearest((one, i) => isIn(i, group) && one.next, farness);
      if (found !== undefined) return found;
    }
    // Out of its group a mark that comes next in the drawing is not passed by, however far aside.
    const beyond = (one: Other) => (one.next ? one.ahead : farness(one));
    return nearest((one) => one.next || one.gap <= one.ahead, beyond) ?? nearest(() => true, farness) ?? from;
  }

  // A row first; then, as in a lane of dates, what comes next in the group, but never back into the line above.
  const [own] = groups;
  const isInLine = ({ gap }: Other, i: number) => {
    const [, , top, bottom] = boxes[i] ?? start;
    return -gap > Math.min(start[3] - start[2], bottom - top) / 2;
  };
  const found =
    nearest((one, i) => isIn(i, own) && isInLine(one, i), farness) ??
    nearest((_, i) => own !== undefined && isIn(i, own) && comes(i), farness);
  if (found !== undefined) return found;

  // Then the group beside it, and there the mark most nearly straight ahead.
  const groupBox = (group: Named | undefined) =>
    around(boxes.filter((_, i) => places[i]?.groups[0] === group));
  const mine = groupBox(own);
  const beside = places.map(({ groups: [group] }) => group !== own && between(mine, groupBox(group)));
  const there = nearest(
    (_, i) => beside[i] && beside[i].gap < TOUCH,
    ({ ahead, aside }, i) => (beside[i] ? beside[i].ahead * 1e6 : 0) + aside * 1e3 + ahead,
  );
  if (there !== undefined) return there;

  // Where all lie below one another, as threads do, across leads from group to group.
  return boxes.every((box) => Math.abs(between(start, box).ahead) < SAME)
    ? groupTowards(places, from, back)
    : from;
}

/** @returns the first mark of the next group, or of the one before */
export function groupTowards(places: readonly Place[], from: number, back: boolean): number {
  const groupAt = (i: number | undefined) => places[i ?? -1]?.groups[0];
  const firsts = marksAmong(places).filter(
    (mark, i, all) => i === 0 || groupAt(mark) !== groupAt(all[i - 1]),
  );
  // A total may stand before the marks of its group.
  const isAhead = (first: number) => places[from]?.total && groupAt(first) === groupAt(from);
  const at = firsts.findLastIndex((first) => first <= from || isAhead(first));
  return firsts[at + (back ? -1 : 1)] ?? firsts[at] ?? from;
}

/** @returns the first or last mark of the group, and from there that of the drawing */
export function endTowards(places: readonly Place[], from: number, back: boolean): number {
  const marks = marksAmong(places);
  const own = marks.filter((i) => places[i]?.groups[0] === places[from]?.groups[0]);
  const [end = from, last = from] = [own, marks].map((some) => some.at(back ? 0 : -1));
  return end === from ? last : end;
}
