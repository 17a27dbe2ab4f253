/** Makes the model of a view of `timeline` from the data. */
import type { Dataset, Lang, Move, OrgId, PartialDate } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import { coreOrganisations, countedBeyond } from '~/model/flows';
import { namesIn } from '~/model/names';
import { type MoveFilter, selectMoves } from '~/model/select';
import type { Datum, Grain, SheetView, TimelineModel, TimelineView, Unnamed } from './model';
import { turnOf } from './turn';
import { bandOf, bandsOf, blocksOf } from './ways';

/** Above these counts, in all and of one way and month, a mark stands for a month's moves: a stack would be a tower. */
const MOST_MARKS = { overview: 150, sheet: 70 };
const MOST_STACK = 18;
/** Above so many bars of months a mark is a whole way, drawn as a silhouette of its months. */
const MOST_BARS = 160;
/** Years without a move that make the scale begin anew behind a break. */
const GAP_YEARS = 3;

export function timelineModel(data: Dataset, view: TimelineView, lang: Lang): TimelineModel {
  const all = selectMoves(data.moves);
  const moves = selectMoves(data.moves, filterOf(view));
  const sheet = view.kind === 'sheet';
  const scale = sheet ? sheetScale(view, data.movesTo) : overviewScale(all, data.movesTo);
  const [grain, marks] = marksOf(moves, sheet ? 'sheet' : 'overview');
  const orgs = coreOrganisations(data).map((org) => org.id);
  return {
    asOf: data.movesTo,
    view,
    orgs,
    moves,
    data: marks,
    grain,
    merged: grain !== 'move',
    undated: grain === 'way' ? moves.filter(({ precision }) => precision === 'year').length : 0,
    bands: view.kind === 'org' ? [bandOf(view.org, orgs, marks)] : sheet ? [] : bandsOf(data, orgs, marks),
    blocks: sheet ? blocksOf(data, moves, marks) : [],
    unnamed: sheet ? unnamedIn(data, orgs, view, moves) : [],
    countedMore: sheet ? 0 : countedMoreIn(data, orgs, view),
    // Where a mark is a way, some days of it are no finding.
    turn: view.kind === 'all' && grain !== 'way' ? turnOf(data, moves) : undefined,
    events: data.events
      .filter((event) => {
        const [from] = extentOf(event.date);
        const own = view.kind !== 'org' || event.orgs.includes(view.org);
        return own && event.onAxis && from >= scale.start && from < scale.end;
      })
      .map(({ id, date, short }) => ({ id, date, text: short[lang] })),
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

function areMany(moves: readonly Move[], most: number): boolean {
  if (moves.length > most) return true;
  const dated = moves.filter((move) => move.precision !== 'year');
  const stacks = Map.groupBy(dated, ({ from, to, date }) => `${from} ${to} ${monthOf(date)}`);
  return [...stacks.values()].some((own) => own.length > MOST_STACK);
}

function marksOf(moves: readonly Move[], kind: keyof typeof MOST_MARKS): readonly [Grain, readonly Datum[]] {
  if (!areMany(moves, MOST_MARKS[kind])) return ['move', moves.map(alone)];
  const months = byMonth(moves);
  return months.length > MOST_BARS ? ['way', byWay(moves)] : ['month', months];
}

const alone = (move: Move): Datum => {
  const { id, from, to, date, precision, confirmed, singleSource } = move;
  return { id, from, to, date, precision, confirmed, singleSource, moves: [move] };
};

function byMonth(moves: readonly Move[]): Datum[] {
  const key = ({ from, to, date, confirmed }: Move) =>
    `${from}-to-${to}-${monthOf(date)}-${confirmed ? 'confirmed' : 'reported'}`;
  return [...Map.groupBy(moves, key)].map(([id, own]): Datum => {
    const { from, to, date, precision, confirmed } = own[0] as Move;
    const coarse = precision === 'day' ? 'month' : precision;
    return { id, from, to, date: monthOf(date), precision: coarse, confirmed, moves: own };
  });
}

function byWay(moves: readonly Move[]): Datum[] {
  const key = ({ from, to, confirmed }: Move) => `${from}-to-${to}-${confirmed ? 'confirmed' : 'reported'}`;
  return [...Map.groupBy(moves, key)].map(([id, own]): Datum => {
    const { from, to, date, confirmed } = own[0] as Move;
    const dated = own.filter(({ precision }) => precision !== 'year');
    const steps = [...Map.groupBy(dated, (move) => monthOf(move.date))]
      .map(([month, { length }]) => [month, length] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return { id, from, to, date: monthOf(date), precision: 'month', confirmed, moves: own, steps };
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
    const { id, value, date } = counted.row;
    return day >= start && day < end ? [{ id, from, to, value, date }] : [];
  });
}
