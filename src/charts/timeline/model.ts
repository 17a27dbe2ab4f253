/** What `timeline` shows, before any pixel: named moves by way and date, alone or, where they are many, by the month. */
import type { Move, OrgId, PartialDate, Precision } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import type { ChartModel, NamedView } from '../contract';
import { stretchesOf } from '../subject';
import type { Turn } from './turn';

export type TimelineView =
  | { kind: 'all' }
  | { kind: 'org'; org: OrgId }
  /** A row and a name per move of a stretch of months. */
  | { kind: 'sheet'; sheet: string; since: PartialDate; until: PartialDate };

export type SheetView = TimelineView & { kind: 'sheet' };

/** What a mark stands for: a move; or, of those that are known equally well, all of a way and month, or all of a way. */
export type Grain = 'move' | 'month' | 'way';

/** What one mark stands for. */
export interface Datum {
  id: string;
  from: OrgId;
  to: OrgId;
  date: PartialDate;
  precision: Precision;
  confirmed: boolean;
  /** Of one move. */
  singleSource?: boolean;
  moves: readonly Move[];
  /** Of a way: how many in each month, earliest first. */
  steps?: readonly (readonly [month: PartialDate, n: number])[];
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

/** Lanes that belong together; several have a heading, which has the marks of all. */
export interface Side {
  head?: Lane;
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
  /** The figure that counts them. */
  id: string;
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
  grain: Grain;
  /** So many that a mark is no longer a move. */
  merged: boolean;
  /** Where a mark is a way: moves of which only the year is known, which no step has. */
  undated: number;
  /** Overviews: the largest first. */
  bands: readonly Band[];
  /** Sheets: the largest direction, then whatever joined the company it left, then the rest. */
  blocks: readonly Block[];
  /** Sheets: directions that the press counted in this stretch and of which nobody is named. */
  unnamed: readonly Unnamed[];
  /** Overviews: directions in which the press counted more than are named. */
  countedMore: number;
  turn: Turn | undefined;
  events: readonly { id: string; date: PartialDate; text: string }[];
  /** Years with a cell of their own, then the first instant of the scale and the first after it (ms, UTC). */
  early: readonly number[];
  start: number;
  end: number;
  /** Sheets: moves dated only by a year that reaches into the stretch. */
  vague: number;
  nameOf(org: OrgId): string;
}

/** Marks of a drawing that hold any of these moves. */
export function marksOfMoves(data: readonly Datum[], moves: readonly Move[]): readonly string[] {
  const wanted = new Set(moves);
  return data.filter((datum) => datum.moves.some((move) => wanted.has(move))).map(({ id }) => id);
}

/** Stretches that have a sheet of their own, as the content lists them. */
export const SHEETS: readonly NamedView<SheetView>[] = stretchesOf('timeline').map(
  ({ slug, since, until }) => ({
    slug,
    view: { kind: 'sheet', sheet: slug, since, until },
  }),
);

/** The sheet that shows all of these days: where a label of the overview leads. */
export function sheetHolding(first: PartialDate, last: PartialDate): string | undefined {
  return SHEETS.find(
    ({ view }) =>
      extentOf(view.since)[0] <= extentOf(first)[0] && extentOf(view.until)[1] >= extentOf(last)[1],
  )?.slug;
}
