/** Named moves in minus named moves out: month by month, and by three ways of counting. Every count is a floor. */
import type { Dataset, Move, OrgId, PartialDate } from '~/data/types';
import { byStatusThenDate, type Counted, coreOrganisations, countedBeyond } from './flows';
import { selectMoves } from './select';

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

/** What happened in one month, or in a year of which no month is known: the net before it, moves in, then moves out. */
export interface Step {
  /** As precise as it is known: `2025-06`, or `2025`. */
  date: PartialDate;
  before: number;
  /** Confirmed first, then reported, each by date. */
  in: readonly Move[];
  out: readonly Move[];
}

export const netAfter = (step: Step) => step.before + step.in.length - step.out.length;

/** Consecutive months in which more moves fall than in any others. */
export interface Stretch {
  /** Month of the first and of the last of them; no longer than they need. */
  from: PartialDate;
  until: PartialDate;
  moves: readonly Move[];
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

/** The months and bare years in which the organisation has a move, in the order in which they are placed. */
export function stepsOf(moves: readonly Move[], org: OrgId, until: PartialDate): readonly Step[] {
  const byStep = new Map<PartialDate, Move[]>();
  for (const move of moves) {
    if (signOf(move, org) === 0) continue;
    const date = move.date.slice(0, 7);
    const here = byStep.get(date);
    if (here) here.push(move);
    else byStep.set(date, [move]);
  }
  const at = (date: PartialDate) => indexOf(placedIn(date, until));
  const dates = [...byStep.keys()].sort((a, b) => at(a) - at(b) || a.length - b.length);
  let net = 0;
  return dates.map((date) => {
    const here = [...(byStep.get(date) ?? [])].sort(byStatusThenDate);
    const step: Step = {
      date,
      before: net,
      in: here.filter((move) => move.to === org),
      out: here.filter((move) => move.from === org),
    };
    net = netAfter(step);
    return step;
  });
}

/**
 * The fullest stretch of at most `length` months, the earliest where several are as full. Moves of which no month is known
 * are in none.
 * @returns undefined where no move is known to the month
 */
export function fullestStretch(moves: readonly Move[], length: number): Stretch | undefined {
  const byMonth = new Map<number, Move[]>();
  for (const move of moves) {
    if (move.date.length <= 4) continue;
    const month = indexOf(move.date);
    const here = byMonth.get(month);
    if (here) here.push(move);
    else byMonth.set(month, [move]);
  }
  const months = [...byMonth.keys()].sort((a, b) => a - b);
  const stretches = months.map((first) => {
    const own = Array.from({ length }, (_, i) => first + i).filter((month) => byMonth.has(month));
    return {
      from: monthOf(first),
      until: monthOf(own.at(-1) ?? first),
      moves: own.flatMap((month) => byMonth.get(month) ?? []),
    };
  });
  return stretches.reduce<Stretch | undefined>(
    (best, one) => (best && best.moves.length >= one.moves.length ? best : one),
    undefined,
  );
}

/** Named moves in minus named moves out. */
export const netOf = (moves: readonly Move[], org: OrgId): number =>
  moves.reduce((sum, move) => sum + signOf(move, org), 0);

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
