/** What `timeline` shows, before any pixel: named moves by way and date, alone or, where they are many, by the month. */
import { groups, max, rollup } from 'd3';
import type { Dataset, Lang, Move, OrgId, PartialDate, Precision } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import { coreOrganisations, countedBeyond } from '~/model/flows';
import { namesIn } from '~/model/names';
import { type MoveFilter, selectMoves } from '~/model/select';
import type { ChartModel, NamedView } from '../contract';
import { type Turn, turnOf } from './turn';
import { bandOf, bandsOf, blocksOf } from './ways';

export type TimelineView =
  | { kind: 'all' }
  | { kind: 'org'; org: OrgId }
  /** A row and a name per move of a stretch of months. */
  | { kind: 'sheet'; sheet: string; since: PartialDate; until: PartialDate };

export type SheetView = TimelineView & { kind: 'sheet' };

/** What one mark stands for: a move, or the moves of one way and month that are known equally well. */
export interface Datum {
  id: string;
  from: OrgId;
  to: OrgId;
  date: PartialDate;
  precision: Precision;
  confirmed: boolean;
  moves: readonly Move[];
}

/** Where moves lead: between two companies, or between one and all others. */
export interface Way {
  from?: OrgId | undefined;
  to?: OrgId | undefined;
  /** Named moves. */
  n: number;
}

/** Marks on one line, in the order of their dates; its way is what its words say. */
export interface Lane extends Way {
  data: readonly Datum[];
}

/** Lanes that belong together; several have a heading. */
export interface Side {
  head?: Way;
  lanes: readonly Lane[];
}

/** One way above a baseline, the other below; or what leads to one company, above alone. */
export interface Band {
  up: Side;
  down?: Side;
}

/** Rows of a sheet that belong together: one direction, all into one company, or what is left. */
export interface Block extends Side {
  kind: 'direction' | 'joined' | 'rest';
  n: number;
}

export interface Unnamed {
  from: OrgId;
  to: OrgId;
  value: number;
  date: PartialDate;
}

export interface TimelineModel extends ChartModel {
  view: TimelineView;
  /** Of every core company, by rank. */
  orgs: readonly OrgId[];
  /** In the order of their dates. */
  moves: readonly Move[];
  data: readonly Datum[];
  /** So many that a mark is no longer a move. */
  merged: boolean;
  /** Overviews: the largest first. */
  bands: readonly Band[];
  /** Sheets: the largest direction, then whatever joined the company it left, then the rest. */
  blocks: readonly Block[];
  /** Sheets: directions that the press counted in this stretch and of which nobody is named. */
  unnamed: readonly Unnamed[];
  /** Overviews: directions in which the press counted more than are named. */
  countedMore: number;
  turn: Turn | undefined;
  events: readonly { date: PartialDate; text: string }[];
  /** Years with a cell of their own, then the first instant of the scale and the first after it (ms, UTC). */
  early: readonly number[];
  start: number;
  end: number;
  /** Sheets: moves dated only by a year that reaches into the stretch. */
  vague: number;
  nameOf(org: OrgId): string;
}

export const SHEETS: readonly NamedView<SheetView>[] = [
  { slug: 'summer-2025', view: { kind: 'sheet', sheet: 'summer-2025', since: '2025-06', until: '2025-09' } },
  { slug: '2026', view: { kind: 'sheet', sheet: '2026', since: '2026', until: '2026' } },
];

/** The sheet that shows all of these days: where a label of the overview leads. */
export function sheetHolding(first: PartialDate, last: PartialDate): string | undefined {
  return SHEETS.find(
    ({ view }) =>
      extentOf(view.since)[0] <= extentOf(first)[0] && extentOf(view.until)[1] >= extentOf(last)[1],
  )?.slug;
}

/** Above these counts, in all and of one way and month, a mark stands for a month's moves: a stack would be a tower. */
const MOST_MARKS = 150;
const MOST_STACK = 18;
/** Years without a move that make the scale begin anew behind a break. */
const GAP_YEARS = 3;

export function timelineModel(data: Dataset, view: TimelineView, lang: Lang): TimelineModel {
  const all = selectMoves(data.moves);
  const moves = selectMoves(data.moves, filterOf(view));
  const sheet = view.kind === 'sheet';
  const scale = sheet ? sheetScale(view, data.movesTo) : overviewScale(all, data.movesTo);
  const merged = areMany(moves);
  const marks = merged ? byMonth(moves) : moves.map(alone);
  const orgs = coreOrganisations(data).map((org) => org.id);
  return {
    asOf: data.movesTo,
    view,
    orgs,
    moves,
    data: marks,
    merged,
    bands: view.kind === 'org' ? [bandOf(view.org, orgs, marks)] : sheet ? [] : bandsOf(data, orgs, marks),
    blocks: sheet ? blocksOf(data, moves, marks) : [],
    unnamed: sheet ? unnamedIn(data, orgs, view, moves) : [],
    countedMore: sheet ? 0 : countedMoreIn(data, orgs, view),
    turn: view.kind === 'all' ? turnOf(data, moves) : undefined,
    events: data.events
      .filter((event) => {
        const [from] = extentOf(event.date);
        const own = view.kind !== 'org' || event.orgs.includes(view.org);
        return own && event.onAxis && from >= scale.start && from < scale.end;
      })
      .map(({ date, short }) => ({ date, text: short[lang] })),
    ...scale,
    early: scale.early.filter((year) =>
      moves.some((move) => yearOf(move) === year && move.precision !== 'year'),
    ),
    vague: sheet ? all.filter((move) => isVagueIn(move, scale.start, scale.end)).length : 0,
    nameOf: namesIn(data, lang),
  };
}

function filterOf(view: TimelineView): MoveFilter {
  if (view.kind === 'org') return { org: view.org };
  if (view.kind === 'sheet') return { since: view.since, until: view.until };
  return {};
}

const yearOf = (move: Move) => Number(move.date.slice(0, 4));
const monthOf = (date: PartialDate) => date.slice(0, 7);

function areMany(moves: readonly Move[]): boolean {
  const stacks = rollup(
    moves.filter((move) => move.precision !== 'year'),
    (own) => own.length,
    ({ from, to, date }) => `${from} ${to} ${monthOf(date)}`,
  );
  return moves.length > MOST_MARKS || (max(stacks.values()) ?? 0) > MOST_STACK;
}

const alone = (move: Move): Datum => {
  const { id, from, to, date, precision, confirmed } = move;
  return { id, from, to, date, precision, confirmed, moves: [move] };
};

function byMonth(moves: readonly Move[]): Datum[] {
  const key = ({ from, to, date, confirmed }: Move) =>
    `${from}-to-${to}-${monthOf(date)}-${confirmed ? 'confirmed' : 'reported'}`;
  return groups(moves, key).map(([id, own]): Datum => {
    const { from, to, date, precision, confirmed } = own[0] as Move;
    const coarse = precision === 'day' ? 'month' : precision;
    return { id, from, to, date: monthOf(date), precision: coarse, confirmed, moves: own };
  });
}

/** Every core move on one scale of more than a year, to the last month; years far before the others get a cell each. */
function overviewScale(all: readonly Move[], movesTo: PartialDate) {
  const years = [...new Set(all.map(yearOf))].sort((a, b) => a - b);
  const after = years.findLastIndex((year, i) => i > 0 && year - (years[i - 1] ?? year) > GAP_YEARS);
  const last = Number(movesTo.slice(0, 4));
  const first = years[Math.max(after, 0)] ?? last;
  return {
    early: years.slice(0, Math.max(after, 0)),
    start: Date.UTC(Math.min(first, last - 1), 0, 1),
    end: extentOf(monthOf(movesTo))[1],
  };
}

function sheetScale(view: SheetView, movesTo: PartialDate) {
  const [start] = extentOf(view.since);
  const [until, known] = [extentOf(view.until)[1], extentOf(monthOf(movesTo))[1]];
  return { early: [], start, end: known > start ? Math.min(until, known) : until };
}

function isVagueIn(move: Move, start: number, end: number): boolean {
  const [from, to] = extentOf(move.date);
  return from < end && to > start && (from < start || to > end);
}

const waysOf = (orgs: readonly OrgId[]) =>
  orgs.flatMap((from) => orgs.filter((to) => to !== from).map((to) => ({ from, to })));

function countedMoreIn(data: Dataset, orgs: readonly OrgId[], view: TimelineView): number {
  return waysOf(orgs).filter(
    ({ from, to }) =>
      (view.kind !== 'org' || from === view.org || to === view.org) && countedBeyond(data, from, to),
  ).length;
}

function unnamedIn(
  data: Dataset,
  orgs: readonly OrgId[],
  view: SheetView,
  moves: readonly Move[],
): readonly Unnamed[] {
  const [start, end] = [extentOf(view.since)[0], extentOf(view.until)[1]];
  return waysOf(orgs).flatMap(({ from, to }) => {
    const counted = countedBeyond(data, from, to);
    if (counted?.basis !== 'further' || moves.some((move) => move.from === from && move.to === to)) return [];
    const [day] = extentOf(counted.row.date);
    return day >= start && day < end ? [{ from, to, value: counted.row.value, date: counted.row.date }] : [];
  });
}
