/**
 * Totals on the way of an arrow from mark to mark. It halts there; the same arrow then leads on to where it would have
 * led without them, so that none keeps a reader from a mark, and its opposite back to where it came from.
 */
import { type Direction, farness, marksAmong, type Place, placeTowards, SAME, wayTo } from './directions';

/** The way that a reader at a total is on: from which mark, in which direction. */
export interface Course {
  mark: number;
  direction: Direction;
}
interface Step {
  to: number;
  /** Where it ends at a total. */
  course?: Course;
}
interface Known {
  /** The mark an arrow leads to from a mark; the same where it leads to none. */
  beyond: (course: Course) => number;
  /** For each total a course on which it is reached whatever else lies there. */
  courses: ReadonlyMap<number, Course>;
}

const DIRECTIONS = ['up', 'down', 'left', 'right'] as const;
const OPPOSITE = { up: 'down', down: 'up', left: 'right', right: 'left' } as const;

const known = new WeakMap<readonly Place[], Known>();

function learnt(places: readonly Place[]): Known {
  const before = known.get(places);
  if (before) return before;
  const marks = marksAmong(places);
  const own = marks.flatMap((i) => places[i] ?? []);
  const beyond = ({ mark, direction }: Course) =>
    marks[placeTowards(own, marks.indexOf(mark), direction)] ?? mark;
  const totals = places.flatMap(({ total }, i) => (total ? [i] : []));
  const courses = new Map(
    totals.flatMap((total) => {
      const course = courseTo(total, marks, places, beyond);
      return course ? [[total, course]] : [];
    }),
  );
  const made = { beyond, courses };
  known.set(places, made);
  return made;
}

const way = (places: readonly Place[], from: number, to: number, direction: Direction) => {
  const [a, b] = [places[from], places[to]];
  return a && b ? wayTo(a.box, b.box, direction) : { ahead: 0, aside: 0, gap: 0 };
};

/** Whether a total lies ahead of the mark, and before where the way ends. */
const isBetween = (places: readonly Place[], total: number, course: Course, end: number) =>
  way(places, course.mark, total, course.direction).ahead >= SAME &&
  (end === course.mark || way(places, total, end, course.direction).ahead >= SAME);

/** From the nearest mark by which it can be passed. */
function courseTo(
  total: number,
  marks: readonly number[],
  places: readonly Place[],
  beyond: Known['beyond'],
): Course | undefined {
  return marks
    .flatMap((mark) => DIRECTIONS.map((direction) => ({ mark, direction })))
    .map((course) => ({ course, far: farness(way(places, course.mark, total, course.direction)) }))
    .sort((a, b) => a.far - b.far)
    .find(({ course }) => isBetween(places, total, course, beyond(course)))?.course;
}

/** @returns the totals on a course, in the order in which they are met */
function totalsOn(course: Course, places: readonly Place[]): number[] {
  const { beyond, courses } = learnt(places);
  const { mark, direction } = course;
  const end = beyond(course);
  const [group] = places[mark]?.groups ?? [];
  const leaves = end === mark || !(places[end]?.groups ?? []).some((one) => one === group);
  const met = places.flatMap(({ total, groups }, i) => {
    if (!total || !isBetween(places, i, course, end)) return [];
    const seen = way(places, mark, i, direction);
    const own = courses.get(i);
    // Right ahead; at the edge of its group, or of all; or there is no other course to it.
    const isMet =
      seen.gap <= 0 ||
      (leaves && seen.gap <= seen.ahead && (end === mark || groups[0] === group)) ||
      (own?.mark === mark && own.direction === direction);
    return isMet ? [{ i, ahead: seen.ahead }] : [];
  });
  return met.sort((a, b) => a.ahead - b.ahead).map(({ i }) => i);
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
  if (isTotal && course?.direction === OPPOSITE[direction]) return { to: course.mark };
  const now = isTotal ? course : { mark: from, direction };
  if (now?.direction === direction) {
    const totals = totalsOn(now, places);
    const total = totals[totals.indexOf(from) + 1];
    if (total !== undefined) return { to: total, course: now };
    const to = learnt(places).beyond(now);
    if (to !== now.mark || !isTotal) return { to };
  }
  return { to: placeTowards(places, from, direction) };
}
