/** How far every stay reaches along a time axis: level while it lasts, then a step as wide as its date is vague. */
import { cumsum, groups, sum } from 'd3';
import type { Career, Span, Stay } from './career';
import { gapOf, isVague } from './spans';

type Extent = readonly [from: number, to: number];

/** All in pixels along the axis. */
export interface Course {
  stay: Stay;
  /** Its level part: where it begins, is whole after a soft edge, and ends. */
  start: number;
  full: number;
  end: number;
  /** Where it breaks off, when its end is known to lie before its step. */
  pause: number | undefined;
  /** Where it fades out, if no step follows. */
  fades: Extent | undefined;
  step: Extent | undefined;
}

export interface Measures {
  /** From the axis' beginning to its end, whatever the instant. */
  x(instant: number): number;
  /** Least width of a step: one day is no width at all. */
  step: number;
  /** Length of an edge whose date is not known. */
  stub: number;
  thickOf(person: string): number;
}

/** Courses of each career in turn. What was over, way out and all, before the axis begins is told in words. */
export function coursesOf(careers: readonly Career[], from: number, measures: Measures): Course[][] {
  const isShown = ({ left, ended }: Stay) => (left?.[1] ?? ended?.[1] ?? Number.POSITIVE_INFINITY) > from;
  const shown = careers.map(({ stays }) => stays.filter(isShown));
  const asides = asidesOf(shown.flat(), measures);
  const wanted = ({ id, left }: Stay): Extent | undefined => {
    if (!left) return undefined;
    const [a, b] = [measures.x(left[0]), measures.x(left[1])];
    const spare = Math.max(0, measures.step - (b - a)) / 2;
    return [a - spare + (asides.get(id) ?? 0), b + spare + (asides.get(id) ?? 0)];
  };
  return shown.map((stays) => {
    let entered: number | undefined;
    return stays.map((stay, i) => {
      const [own, next] = [stay, stays[i + 1]].map((one) => one && wanted(one));
      // A vague step gives way to the next one, and none begins before the one before it has ended.
      const until =
        own && next && isVague(stay.left ?? own) ? Math.min(own[1], next[0] - 1) : (own?.[1] ?? 0);
      const begin = own && Math.max(own[0], entered ?? own[0]);
      const step = begin === undefined ? undefined : ([begin, Math.max(until, begin + 2)] as const);
      const course = courseOf(stay, entered, step, measures);
      entered = step?.[1];
      return course;
    });
  });
}

function courseOf(
  stay: Stay,
  entered: number | undefined,
  step: Extent | undefined,
  measures: Measures,
): Course {
  const { x, stub } = measures;
  // A month or better has no width: sharp where it begins, or ends.
  const edge = (span: Span): Extent => [x(span[0]), x(span[isVague(span) ? 1 : 0])];
  const left = x(Number.NEGATIVE_INFINITY);
  const ended = stay.ended && edge(stay.ended);
  const end = step?.[0] ?? Math.max(ended?.[1] ?? 0, (entered ?? left) + (ended ? 2 : stub));
  const [start, full] =
    entered !== undefined
      ? [entered, entered]
      : stay.start !== '' && stay.began
        ? edge(stay.began)
        : [Math.max(left, end - stub), end];
  const gap = step && gapOf(stay);
  return {
    stay,
    start: Math.min(start, end - 1),
    full: Math.min(full, end),
    end,
    pause: gap && edge(gap)[0],
    fades: step ? undefined : (ended ?? [Math.min(start + 4, end), end]),
    step,
  };
}

/** Steps of one date would hide each other: they stand side by side near it, in the order of their people. */
function asidesOf(stays: readonly Stay[], { thickOf, stub }: Measures): ReadonlyMap<string, number> {
  const exact = stays.filter(({ left }) => left && !isVague(left));
  return new Map(
    groups(exact, (stay) => stay.exit?.date).flatMap(([, own]) => {
      const widths = own.map((stay) => thickOf(stay.person) + 3);
      const all = sum(widths);
      const ends = cumsum(widths);
      return own.map((stay, i) => {
        const aside = (ends[i] ?? 0) - (widths[i] ?? 0) / 2 - all / 2;
        return [stay.id, aside * Math.min(1, (2 * stub) / all)] as const;
      });
    }),
  );
}
