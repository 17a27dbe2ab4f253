/** Where a key leads from a mark: arrows where the picture goes, within its group first; other keys along the order. */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
/** A group, whatever tells it from others. */
type Named = object | string;
/** A mark: its box, and the groups it stands in, the innermost first. Several are in the order of the drawing. */
export interface Place {
  box: Box;
  groups: readonly Named[];
}
export type Direction = 'up' | 'down' | 'left' | 'right';

/** Centres nearer than this, in pixels, are at the same place: the order of the drawing decides. */
const SAME = 0.5;
/** What lies beside the way is as far as twice that way ahead. */
const ASIDE = 2;
/** Groups so close are one row: columns of steps touch at a corner. */
const TOUCH = 4;

/** A box seen in a direction: from `near` to `far` ahead, from `from` to `to` across. */
interface Seen {
  near: number;
  far: number;
  from: number;
  to: number;
}

function seen({ left, top, right, bottom }: Box, direction: Direction): Seen {
  if (direction === 'right') return { near: left, far: right, from: top, to: bottom };
  if (direction === 'left') return { near: -right, far: -left, from: top, to: bottom };
  if (direction === 'down') return { near: top, far: bottom, from: left, to: right };
  return { near: -bottom, far: -top, from: left, to: right };
}

/** How far ahead and aside one middle is of another, and how far apart their edges across are; below 0 they overlap. */
const between = (a: Seen, b: Seen) => ({
  ahead: (b.near + b.far - a.near - a.far) / 2,
  aside: Math.abs(b.from + b.to - a.from - a.to) / 2,
  gap: Math.max(b.from - a.to, a.from - b.to),
});

const around = (all: readonly Seen[]): Seen => ({
  near: Math.min(...all.map((one) => one.near)),
  far: Math.max(...all.map((one) => one.far)),
  from: Math.min(...all.map((one) => one.from)),
  to: Math.max(...all.map((one) => one.to)),
});

/** @returns index of the place an arrow leads to from another; the same where it leads nowhere */
export function placeTowards(places: readonly Place[], from: number, direction: Direction): number {
  const boxes = places.map(({ box }) => seen(box, direction));
  const start = boxes[from];
  if (!start) return from;
  const back = direction === 'up' || direction === 'left';
  const groups = places[from]?.groups ?? [];
  const comes = (i: number) => i > from !== back;
  const isIn = (i: number, group: Named | undefined) =>
    group === undefined || places[i]?.groups.includes(group);
  const way = boxes.map((box, i) => {
    const { ahead, aside, gap } = between(start, box);
    // One over the other: the later one comes after.
    const pile = Math.abs(ahead) < SAME && aside < SAME;
    const on = i !== from && (pile ? comes(i) : ahead >= SAME);
    const next = Math.abs(i - from) === 1 && box.near >= start.far;
    return { on, ahead: pile ? Math.abs(i - from) / 1e6 : ahead, aside, gap, next };
  });
  type Way = (typeof way)[number];
  /** The nearest of those that count, by a distance. */
  const nearest = (counts: (one: Way, i: number) => unknown, distance: (one: Way, i: number) => number) => {
    let best: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, one] of way.entries()) {
      const far = one.on && counts(one, i) ? distance(one, i) : least;
      if (far < least) [best, least] = [i, far];
    }
    return best;
  };
  const straight = ({ ahead, aside, gap }: Way) => ahead + ASIDE * Math.max(gap, 0) + aside / 100;

  if (direction === 'up' || direction === 'down') {
    // More beside than ahead is another direction, unless there the next of the group begins, or nothing else lies ahead.
    for (const group of [...groups, undefined]) {
      const found =
        nearest((one, i) => isIn(i, group) && one.gap <= one.ahead, straight) ??
        nearest((one, i) => group !== undefined && isIn(i, group) && one.next, straight);
      if (found !== undefined) return found;
    }
    return nearest(() => true, straight) ?? from;
  }

  // A row first; then, as in a lane of dates, what comes next in the group, but never back into the line above.
  const [own] = groups;
  const isInLine = ({ gap }: Way, i: number) =>
    -gap > Math.min(start.to - start.from, (boxes[i]?.to ?? 0) - (boxes[i]?.from ?? 0)) / 2;
  const found =
    nearest((one, i) => isIn(i, own) && isInLine(one, i), straight) ??
    nearest((_, i) => own !== undefined && isIn(i, own) && comes(i), straight);
  if (found !== undefined) return found;

  // Then the group beside it, and there the mark most nearly straight ahead.
  for (const [k, group] of groups.entries()) {
    const scope = groups[k + 1];
    const branches = places.map(
      ({ groups }, i) => groups.at(scope === undefined ? -1 : groups.indexOf(scope) - 1) ?? i,
    );
    const boxOf = (branch: Named | number | undefined) =>
      around(boxes.filter((_, i) => branches[i] === branch));
    const mine = boxOf(group);
    const known = new Map<Named | number | undefined, ReturnType<typeof between>>(
      [...new Set(branches)].map((one) => [one, between(mine, boxOf(one))]),
    );
    const beside = nearest(
      (_, i) => isIn(i, scope) && branches[i] !== group && (known.get(branches[i])?.gap ?? TOUCH) < TOUCH,
      ({ ahead, aside }, i) => (known.get(branches[i])?.ahead ?? 0) * 1e6 + aside * 1e3 + ahead,
    );
    if (beside !== undefined) return beside;
  }

  // Where all lie below one another, as threads do, across leads from group to group.
  return boxes.every((box) => Math.abs(between(start, box).ahead) < SAME)
    ? groupTowards(places, from, back)
    : from;
}

/** @returns the first place of the next group, or of the one before */
export function groupTowards(places: readonly Place[], from: number, back: boolean): number {
  const firsts = places.flatMap(({ groups }, i) =>
    i > 0 && groups[0] === places[i - 1]?.groups[0] ? [] : [i],
  );
  const at = firsts.findLastIndex((first) => first <= from);
  return firsts[at + (back ? -1 : 1)] ?? firsts[at] ?? from;
}

/** @returns the first or last place of the group, and from there that of the drawing */
export function endTowards(places: readonly Place[], from: number, back: boolean): number {
  const own = places.flatMap(({ groups }, i) => (groups[0] === places[from]?.groups[0] ? [i] : []));
  const end = own.at(back ? 0 : -1) ?? from;
  return end === from ? (back ? 0 : places.length - 1) : end;
}
