/**
 * Totals on the way of an arrow. From a mark it halts at the total that is the nearest of all ahead, and each total is
 * met from one mark whatever is nearer. The same arrow then leads on to where it would have led without totals, so that
 * none keeps a reader from a mark, and its opposite back to where it came from.
 */
import { type Direction, farness, marksAmong, type Place, placeTowards, SAME, wayTo } from './directions';

/** The way that a reader at a total is on: from which mark or total, in which direction. */
export interface Course {
  from: number;
  direction: Direction;
}
interface Step {
  to: number;
  /** Of whoever is at a total then: a mark has every way open. */
  course?: Course | undefined;
}
interface Known {
  /** The mark an arrow leads to from a mark; the same where it leads to none. */
  beyond: (course: Course) => number;
  /** Whether a total lies ahead on a course, and before the mark where it ends. */
  passes: (total: number, course: Course) => boolean;
  /** For each total the one on which it is always met: from the nearest mark whose arrow passes it. */
  courses: ReadonlyMap<number, Course>;
}

const DIRECTIONS = ['up', 'down', 'left', 'right'] as const;
const OPPOSITE = { up: 'down', down: 'up', left: 'right', right: 'left' } as const;

const known = new WeakMap<readonly Place[], Known>();

const way = (places: readonly Place[], from: number, to: number, direction: Direction) => {
  const [a, b] = [places[from], places[to]];
  return a && b ? wayTo(a.box, b.box, direction) : { ahead: 0, aside: 0, gap: 0 };
};

function learnt(places: readonly Place[]): Known {
  const before = known.get(places);
  if (before) return before;
  const marks = marksAmong(places);
  const own = marks.flatMap((i) => places[i] ?? []);
  const beyond = ({ from, direction }: Course) =>
    marks[placeTowards(own, marks.indexOf(from), direction)] ?? from;
  const passes = (total: number, course: Course) => {
    const { from, direction } = course;
    if (way(places, from, total, direction).ahead < SAME) return false;
    const end = beyond(course);
    return end === from || way(places, total, end, direction).ahead >= SAME;
  };
  const all = marks.flatMap((from) => DIRECTIONS.map((direction) => ({ from, direction })));
  const courses = places.flatMap(({ total }, i) => {
    if (!total) return [];
    const far = (course: Course) => farness(way(places, course.from, i, course.direction));
    const course = all
      .map((one) => [far(one), one] as const)
      .sort(([a], [b]) => a - b)
      .find(([, one]) => passes(i, one));
    return course ? [[i, course[1]] as const] : [];
  });
  const made = { beyond, passes, courses: new Map(courses) };
  known.set(places, made);
  return made;
}

/** @returns the totals on a course, in the order in which they are met */
function totalsOn(course: Course, places: readonly Place[]): number[] {
  const { from, direction } = course;
  const { passes, courses } = learnt(places);
  const nearest = placeTowards(places, from, direction);
  const ahead = (total: number) => way(places, from, total, direction).ahead;
  return [...courses]
    .filter(([i, own]) => i === nearest || (own.from === from && own.direction === direction))
    .flatMap(([i]) => (passes(i, course) ? [i] : []))
    .sort((a, b) => ahead(a) - ahead(b));
}

/**
 * @param course of a reader who is at a total, if an arrow led there
 * @returns where an arrow leads among marks and totals; the same where it leads nowhere
 */
export function stepTowards(
  places: readonly Place[],
  from: number,
  direction: Direction,
  course?: Course,
): Step {
  const isTotal = places[from]?.total;
  const now = isTotal ? course : { from, direction };
  const totals = now ? totalsOn(now, places) : [];
  const at = totals.indexOf(from);
  if (now?.direction === OPPOSITE[direction]) return { to: totals[at - 1] ?? now.from, course: now };
  if (now?.direction === direction) {
    const to = totals[at + 1] ?? learnt(places).beyond(now);
    if (to !== now.from || !isTotal) return { to, course: now };
  }
  const to = placeTowards(places, from, direction);
  return { to, course: to === from ? course : { from, direction } };
}
