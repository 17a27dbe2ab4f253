/** How far every stay reaches along a time axis: level while it lasts, then a step as wide as its date is vague. */
import { groups, sum } from 'd3';
import { extentOf } from '~/i18n/dates';
import { gapOf, isVague, type Span } from './spans';
import type { Career, Stay } from './stays';

type Extent = readonly [from: number, to: number];

/** All in pixels along the axis. */
export interface Course {
  stay: Stay;
  /** Its level part: it fades in from the first to the second place, and ends at the third. */
  start: number;
  full: number;
  end: number;
  /** Where it breaks off, when its end is known to lie before its step. */
  pause: number | undefined;
  /** Where a line without a step fades out. */
  fades: Extent | undefined;
  step: Extent | undefined;
}

export interface Measures {
  x(instant: number): number;
  /** Where the axis begins. */
  left: number;
  /** Least width of a step: one day is no width at all. */
  step: number;
  /** Length of an edge whose date is not known. */
  stub: number;
  thickOf(person: string): number;
}

/** A stay that was over, way out and all, before the axis begins is told in words. */
export const isShown = (stay: Stay, from: number): boolean =>
  (stay.left?.[1] ?? stay.ended?.[1] ?? Number.POSITIVE_INFINITY) > from;

/** Courses of each career in turn; `from` is the instant at which the axis begins. */
export function coursesOf(careers: readonly Career[], from: number, measures: Measures): Course[][] {
  const shown = careers.map(({ stays }) => stays.filter((stay) => isShown(stay, from)));
  const asides = asidesOf(shown.flat(), measures);
  return shown.map((stays) => {
    let entered: number | undefined;
    return stays.map((stay, i) => {
      const [own, next] = [stay, stays[i + 1]].map((one) => one && wanted(one, measures, asides));
      // A vague step gives way to the next one, and none begins before the one before it has ended.
      const until = own && next && isVague(stay.left as Span) ? Math.min(own[1], next[0] - 1) : own?.[1];
      const begin = own && Math.max(own[0], entered ?? own[0]);
      const step = begin === undefined ? undefined : ([begin, Math.max(until ?? begin, begin + 2)] as const);
      const course = courseOf(stay, entered, step, measures);
      entered = step?.[1];
      return course;
    });
  });
}

function wanted(stay: Stay, { x, step }: Measures, asides: ReadonlyMap<string, number>): Extent | undefined {
  if (!stay.left) return undefined;
  const [a, b] = [x(stay.left[0]), x(stay.left[1])];
  const spare = Math.max(0, step - (b - a)) / 2;
  const aside = asides.get(stay.id) ?? 0;
  return [a - spare + aside, b + spare + aside];
}

function courseOf(
  stay: Stay,
  entered: number | undefined,
  step: Extent | undefined,
  measures: Measures,
): Course {
  const { x, left, stub } = measures;
  // A month or better has no width: sharp where it begins, or ends.
  const edge = (span: Span): Extent => [x(span[0]), x(span[isVague(span) ? 1 : 0])];
  const ended = stay.ended && edge(stay.ended);
  const stop = ended && Math.max(ended[1], (entered ?? 0) + 2);
  const end = step?.[0] ?? stop ?? (entered ?? left) + stub;
  const gap = step && gapOf(stay);
  const pause = gap && edge(gap)[0];
  const known = stay.start !== '' && stay.began ? edge(stay.began) : ([end - stub, end] as const);
  const [start, full] = (entered === undefined ? known : [entered, entered]).map((at) =>
    Math.max(left, at),
  ) as [number, number];
  // Whoever left before the axis begins has nothing level on it but where the step sets out.
  const late = pause !== undefined && pause <= left;
  return {
    stay,
    start: Math.min(late ? end - 2 : start, end - 1),
    full: late ? end - 2 : Math.min(full, end),
    end,
    pause: late ? undefined : pause,
    fades: step ? undefined : (ended ?? [Math.min(start + 4, end), end]),
    step,
  };
}

/** Steps of one date would hide each other: they stand side by side, in the order of their people. */
function asidesOf(stays: readonly Stay[], { thickOf, stub }: Measures): ReadonlyMap<string, number> {
  const exact = stays.filter((stay) => stay.exit && stay.left && !isVague(stay.left));
  const days = groups(exact, (stay) => extentOf(stay.exit?.date ?? '')[0]);
  return new Map(
    days.flatMap(([, own]) => {
      const widths = own.map((stay) => thickOf(stay.person) + 3);
      const all = sum(widths);
      // However many they are, they stay near their date.
      const share = Math.min(1, (2 * stub) / all);
      return own.map((stay, i): [string, number] => [
        stay.id,
        share * (sum(widths.slice(0, i)) + (widths[i] ?? 0) / 2 - all / 2),
      ]);
    }),
  );
}
