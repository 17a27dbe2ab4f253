/** Named moves in minus named moves out: month by month, and by three ways of counting. Every count is a floor. */
import type { Dataset, Move, OrgId, PartialDate } from '~/data/types';
import { type Counted, coreOrganisations, countedBeyond } from './flows';
import { byDate, selectMoves } from './select';

/** The net of an organisation at the end of a month. */
export interface NetMonth {
  /** `2025-06` */
  month: PartialDate;
  /** Each move in the month it is placed in, see `placedIn`. */
  net: number;
  /** Least and most that the dates allow: a move known only by its year may lie in any month of it. */
  low: number;
  high: number;
}

/** What one month adds to each. */
type NetStep = Pick<NetMonth, 'net' | 'low' | 'high'>;

/** What happened in one month, as far as it can be placed: the net before it, moves in, then moves out. */
export interface MonthStep {
  month: PartialDate;
  before: number;
  in: readonly Move[];
  out: readonly Move[];
}

export type Way = 'confirmed' | 'named' | 'counted';

/** In, out and net of an organisation, counted one way. */
export interface WayOfCounting {
  way: Way;
  in: number;
  out: number;
  net: number;
  /** The named moves in this count. */
  moves: readonly Move[];
  /** Larger counts that stand in place of the names in their direction; only in `counted`. */
  larger: readonly Larger[];
}

/** A direction in which more were counted, or alleged, than are named. */
export interface Larger {
  from: OrgId;
  to: OrgId;
  counted: Counted;
  /** Counted and not named. */
  beyond: number;
}

/** Months as whole numbers, so that they can be compared and counted through. */
const indexOf = (month: PartialDate) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthOf = (index: number): PartialDate =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

/** First and last month a date may lie in; none later than the data reach. */
function readings(date: PartialDate, until: number): readonly [first: number, last: number] {
  if (date.length > 4) return [indexOf(date), indexOf(date)];
  const first = Number(date) * 12;
  return [Math.min(first, until), Math.min(first + 11, until)];
}

/** The month a move is drawn in: its own, or July of a year of which no month is known; none after `until`. */
export function placedIn(date: PartialDate, until: PartialDate): PartialDate {
  if (date.length > 4) return date.slice(0, 7);
  return monthOf(Math.min(Number(date) * 12 + 6, indexOf(until)));
}

const signOf = (move: Move, org: OrgId) => Number(move.to === org) - Number(move.from === org);

/**
 * The net at the end of each month from `from` to `until` (`2023-01`), both included. Moves before `from` are
 * carried in, so the last net is that of all moves.
 */
export function netByMonth(
  moves: readonly Move[],
  org: OrgId,
  from: PartialDate,
  until: PartialDate,
): readonly NetMonth[] {
  const [start, end] = [indexOf(from), indexOf(until)];
  const length = Math.max(0, end - start + 1);
  const steps = Array.from({ length }, () => ({ net: 0, low: 0, high: 0 }));
  const add = (index: number, of: keyof NetStep, by: number) => {
    const step = steps[Math.max(0, index - start)];
    if (step) step[of] += by;
  };
  for (const move of moves) {
    const sign = signOf(move, org);
    if (sign === 0) continue;
    const [first, last] = readings(move.date, end);
    add(indexOf(placedIn(move.date, until)), 'net', sign);
    // Until the last month it may lie in, it counts only where that widens the range.
    const [early, late] = sign > 0 ? (['high', 'low'] as const) : (['low', 'high'] as const);
    add(first, early, sign);
    add(last, late, sign);
  }
  let [net, low, high] = [0, 0, 0];
  return steps.map((step, i) => {
    net += step.net;
    low += step.low;
    high += step.high;
    return { month: monthOf(start + i), net, low, high };
  });
}

/** The months in which a move of the organisation is placed, with these moves in order of date. */
export function stepsByMonth(moves: readonly Move[], org: OrgId, until: PartialDate): readonly MonthStep[] {
  const own = moves.filter((move) => signOf(move, org) !== 0).sort(byDate);
  const months = [...new Set(own.map((move) => placedIn(move.date, until)))].sort();
  let before = 0;
  return months.map((month) => {
    const here = own.filter((move) => placedIn(move.date, until) === month);
    const step = {
      month,
      before,
      in: here.filter((move) => move.to === org),
      out: here.filter((move) => move.from === org),
    };
    before += step.in.length - step.out.length;
    return step;
  });
}

/** January of the first year of the last unbroken run of years that have a move; undefined without moves. */
export function startOfLastRun(moves: readonly Move[]): PartialDate | undefined {
  const years = [...new Set(moves.map((move) => Number(move.date.slice(0, 4))))].sort((a, b) => b - a);
  const gap = years.findIndex((year, i) => i > 0 && years[i - 1] !== year + 1);
  const first = gap < 0 ? years.at(-1) : years[gap - 1];
  return first === undefined ? undefined : `${first}-01`;
}

/** Every direction between the core organisations in which more were counted than are named. */
export function largerCounts(data: Dataset): readonly Larger[] {
  const orgs = coreOrganisations(data).map((org) => org.id);
  return orgs.flatMap((from) =>
    orgs.flatMap((to): Larger[] => {
      const counted = from === to ? undefined : countedBeyond(data, from, to);
      return counted ? [{ from, to, counted, beyond: counted.total - counted.named }] : [];
    }),
  );
}

/**
 * The organisation's net by three ways of counting: confirmed moves only; all named moves; the named ones with
 * the larger counts of the press, or of a party in court, in the directions that have one. The third mixes
 * outlets and spans of time.
 */
export function waysOfCounting(data: Dataset, org: OrgId): readonly WayOfCounting[] {
  const named = selectMoves(data.moves, { org });
  const larger = largerCounts(data).filter((one) => one.from === org || one.to === org);
  const way = (key: Way, moves: readonly Move[], more: readonly Larger[]): WayOfCounting => {
    const sum = (end: 'from' | 'to') =>
      moves.filter((move) => move[end] === org).length +
      more.filter((one) => one[end] === org).reduce((n, one) => n + one.beyond, 0);
    const [into, out] = [sum('to'), sum('from')];
    return { way: key, in: into, out, net: into - out, moves, larger: more };
  };
  return [
    way(
      'confirmed',
      named.filter((move) => move.confirmed),
      [],
    ),
    way('named', named, []),
    way('counted', named, larger),
  ];
}
