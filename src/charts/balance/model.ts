/** The model of `balance`: moves in minus moves out, by three ways of counting, month by month, and move by move. */
import type { Dataset, Lang, Move, OrgId, PartialDate } from '~/data/types';
import {
  fullestStretch,
  type Larger,
  largerCounts,
  type NetMonth,
  netAfter,
  netByMonth,
  type Step,
  type Stretch,
  startOfLastRun,
  stepsOf,
  type Way,
  type WayOfCounting,
  waysOfCounting,
} from '~/model/balance';
import { coreOrganisations } from '~/model/flows';
import { namesIn } from '~/model/names';
import { selectMoves } from '~/model/select';
import type { ChartModel } from '../contract';

export type BalanceView = { kind: 'all' } | { kind: 'months' } | { kind: 'org'; org: OrgId };

/** Moves of one step that are drawn as one: a move, or all that look alike where there are too many. */
export interface Block {
  id: string;
  from: OrgId;
  to: OrgId;
  confirmed: boolean;
  /** Of one move. */
  singleSource?: boolean;
  moves: readonly Move[];
}

/** What is chosen as one in time: a month, or a year where there are too many months. */
export interface Period {
  id: string;
  /** `2025-06`, or `2025`. */
  date: PartialDate;
  steps: readonly Step[];
  /** Net before and after. */
  before: number;
  after: number;
  in: readonly Block[];
  out: readonly Block[];
}

export const blocksIn = (period: Period): readonly Block[] => [...period.in, ...period.out];

/** One organisation: its net by three ways of counting and over time. */
export interface OrgBalance {
  id: OrgId;
  name: string;
  /** Confirmed, named, counted. */
  ways: readonly WayOfCounting[];
  months: readonly NetMonth[];
  periods: readonly Period[];
}

export interface BalanceModel extends ChartModel {
  lang: Lang;
  view: BalanceView;
  /** All organisations with a named move, by rank. */
  orgs: readonly OrgBalance[];
  /** Those in view: by their nets from the largest, by rank over time, or one. */
  shown: readonly OrgBalance[];
  /** All named moves. */
  moves: readonly Move[];
  /** Directions of those in view in which more were counted than named. */
  larger: readonly Larger[];
  /** First and last month of the time axis. */
  from: PartialDate;
  until: PartialDate;
  /** The months in which most moves fall. */
  stretch: Stretch | undefined;
  nameOf(org: OrgId): string;
}

/** A season, in months. */
const SEASON = 3;
/** Above this many months with moves of one organisation, a year is chosen as one. */
const MONTHS_UP_TO = 48;
/** Above this many moves of one organisation, those of a period that look alike are drawn as one; and above as many of these, those of a year. */
const BLOCKS_UP_TO = 150;

export function modelOf(data: Dataset, view: BalanceView, lang: Lang): BalanceModel {
  const nameOf = namesIn(data, lang);
  const { orgs: counted, ...all } = countedIn(data);
  const orgs = counted.map((org): OrgBalance => ({ ...org, name: nameOf(org.id) }));
  const shown = shownOf(view, orgs);
  return {
    ...all,
    asOf: data.movesTo,
    lang,
    view,
    orgs,
    shown,
    nameOf,
    larger: largerCounts(data).filter((one) => shown.some(({ id }) => id === one.from || id === one.to)),
  };
}

/** What every view rests on, in any language. */
interface Counted extends Pick<BalanceModel, 'moves' | 'from' | 'until' | 'stretch'> {
  orgs: readonly Omit<OrgBalance, 'name'>[];
}

const known = new WeakMap<Dataset, Counted>();

function countedIn(data: Dataset): Counted {
  const made = known.get(data);
  if (made) return made;
  const moves = selectMoves(data.moves);
  const until = data.movesTo.slice(0, 7);
  const from = startOfLastRun(moves) ?? until;
  const orgs = orgsWithMoves(data).map((id) => ({
    id,
    ways: waysOfCounting(data, id),
    months: netByMonth(moves, id, from, until),
    periods: periodsOf(id, stepsOf(moves, id, until)),
  }));
  const counted = { moves, from, until, orgs, stretch: fullestStretch(moves, SEASON) };
  known.set(data, counted);
  return counted;
}

/** By rank. */
export function orgsWithMoves(data: Dataset): readonly OrgId[] {
  const moves = selectMoves(data.moves);
  return coreOrganisations(data)
    .map((org) => org.id)
    .filter((id) => moves.some((move) => move.from === id || move.to === id));
}

function shownOf(view: BalanceView, orgs: readonly OrgBalance[]): readonly OrgBalance[] {
  if (view.kind === 'org') return orgs.filter((org) => org.id === view.org);
  const sum = (org: OrgBalance) => org.ways.reduce((all, { net }) => all + net, 0);
  return view.kind === 'all' ? [...orgs].sort((a, b) => sum(b) - sum(a)) : orgs;
}

/** The steps of an organisation, each a period; a year together where months, or what is drawn of them, are too many. */
function periodsOf(org: OrgId, steps: readonly Step[]): readonly Period[] {
  const n = steps.reduce((sum, step) => sum + step.in.length + step.out.length, 0);
  const grouped = (digits: number) => [...Map.groupBy(steps, ({ date }) => date.slice(0, digits))];
  const periods = (digits: number) =>
    grouped(digits).map(([date, own]) => periodOf(`${org}-${date}`, date, own, n > BLOCKS_UP_TO));
  const months = periods(7);
  const blocks = months.reduce((sum, period) => sum + period.in.length + period.out.length, 0);
  return months.length > MONTHS_UP_TO || blocks > BLOCKS_UP_TO ? periods(4) : months;
}

function periodOf(id: string, date: PartialDate, own: readonly Step[], merged: boolean): Period {
  const [first, last] = [own[0] as Step, own.at(-1) as Step];
  const blocks = (end: 'in' | 'out') =>
    blocksOf(
      id,
      own.flatMap((step) => step[end]),
      merged,
    );
  return {
    id,
    date,
    steps: own,
    before: first.before,
    after: netAfter(last),
    in: blocks('in'),
    out: blocks('out'),
  };
}

function blocksOf(period: string, moves: readonly Move[], merged: boolean): readonly Block[] {
  const alike = ({ from, to, confirmed }: Move) =>
    `${period}-${from}-${to}-${confirmed ? 'confirmed' : 'reported'}`;
  const groups = Map.groupBy(moves, (move) => (merged ? alike(move) : move.id));
  return [...groups].map(([id, own]) => {
    const { from, to, confirmed, singleSource } = own[0] as Move;
    return { id, from, to, confirmed, ...(merged ? {} : { singleSource }), moves: own };
  });
}

/** @throws Error on a way that does not exist */
export function wayOf(org: OrgBalance, way: Way): WayOfCounting {
  const found = org.ways.find((one) => one.way === way);
  if (!found) throw new Error(`missing way of counting "${way}" of "${org.id}"`);
  return found;
}

/** Row of an organisation's net by one way of counting. */
export const wayId = (org: OrgId, way: Way) => `${org}-${way}`;

/** Whether moves that look alike are drawn as one: there are too many. */
export const isMerged = (org: OrgBalance) => wayOf(org, 'named').moves.length > BLOCKS_UP_TO;

/** Whether a period is a year. */
export const inYears = (org: OrgBalance) => org.periods.every(({ date }) => date.length === 4);

/** Whether vague dates leave a range anywhere on the line. */
export const isVague = (org: OrgBalance) => org.months.some(({ low, high }) => low < high);

/** Above zero, below zero or at it by every way of counting, or `open`: it depends on the count. */
export type Standing = 'ahead' | 'behind' | 'even' | 'open';

export function standingOf(org: OrgBalance): Standing {
  const every = (test: (net: number) => boolean) => org.ways.every(({ net }) => test(net));
  if (every((net) => net > 0)) return 'ahead';
  if (every((net) => net < 0)) return 'behind';
  return every((net) => net === 0) ? 'even' : 'open';
}
