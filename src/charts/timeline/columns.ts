/** Across an overview: a column for mere years, a cell for a year long before, a break, and the scale of time. */
import { type ScaleTime, scaleUtc, utcYear } from 'd3';
import type { Move } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import type { Box } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import { round } from '~/kit/shapes';
import type { Frame } from '../contract';
import type { TimelineModel } from './definition';
import type { Span } from './place';

export interface Sizes {
  /** Left end of the first column; the words of a band stand before it, or where they find room if it is 0. */
  plot: number;
  /** Height of a mark, least width of a pill, distance of levels, first mark's distance from the baseline. */
  dot: number;
  pill: number;
  step: number;
  off: number;
  /** Between the columns; width of a year's cell; of a break. */
  gap: number;
  cell: number;
  brk: number;
  bandGap: number;
  head: number;
  note: number;
  /** A count since the window. */
  figure: number;
  /** Half the height of a break. */
  slash: number;
}

export const SIZES: Record<'wide' | 'narrow', Sizes> = {
  wide: {
    plot: 200,
    dot: 9,
    pill: 11,
    step: 10,
    off: 3,
    gap: 16,
    cell: 30,
    brk: 16,
    bandGap: 9,
    head: 15,
    note: 13,
    figure: 30,
    slash: 5,
  },
  narrow: {
    plot: 0,
    dot: 7,
    pill: 11,
    step: 9,
    off: 3,
    gap: 8,
    cell: 25,
    brk: 10,
    bandGap: 9,
    head: 14,
    note: 13,
    figure: 22,
    slash: 3,
  },
};
/** Level distance where names or years stand beside the marks. */
export const NAME_STEP = 15;
export const YEAR_STEP = 13;
/** Least space between two marks of a level. */
export const AIR = 1.5;
/** The marks keep clear of the ends of their lines, left and right. */
const INSET_START = 1;
const INSET_END = 6;
/** Moves of one month, one way, that make a stack: the next months stand beside it, not on it. */
const STACK = 5;
export const YEAR_SIZE = 12;

export interface Columns {
  year?: Span;
  early: readonly (Span & { year: number })[];
  brk?: Span;
  time: Span;
  x: ScaleTime<number, number>;
}

export type Column = 'all' | 'year' | 'early' | 'time';

/** What every part of an overview needs to know. */
export interface Stage {
  model: TimelineModel;
  frame: Frame;
  sizes: Sizes;
  columns: Columns;
  /** Every mark has its name beside it. */
  named: boolean;
}

/** A move and its mark's box. */
export interface Placed {
  move: Move;
  box: Box;
}

/** Year column, a cell per early year, the break, the scale; a column that nothing needs is not there. */
export function columnsOf(model: TimelineModel, frame: Frame, sizes: Sizes, named: boolean): Columns {
  const { measure } = frame;
  const roomy = named && sizes.plot > 0;
  const nameWidth = (moves: readonly Move[]) =>
    roomy ? Math.max(0, ...moves.map((move) => 5 + reserve(measure(move.person, 13)))) : 0;
  let x = sizes.plot;
  const vague = model.moves.filter((move) => move.precision === 'year');
  const years = vague.map((move) => sizes.dot + 5 + reserve(measure(move.date, YEAR_SIZE)));
  const headWidth = Math.max(...yearWords(frame).map((word) => reserve(measure(word, YEAR_SIZE))));
  const year = vague.length ? { x0: x, x1: x + Math.max(headWidth, ...years) + nameWidth(vague) } : undefined;
  if (year) x = year.x1 + sizes.gap;
  const early = model.early.map((one) => {
    const own = model.moves.filter((move) => move.date.startsWith(`${one}-`));
    const width = Math.max(
      sizes.cell,
      reserve(measure(String(one), YEAR_SIZE)),
      sizes.cell / 2 + sizes.dot + nameWidth(own),
    );
    const span = { year: one, x0: x, x1: x + width };
    x = span.x1 + 4;
    return span;
  });
  const brk = early.length ? { x0: x - 4, x1: x - 4 + sizes.brk } : undefined;
  const time = { x0: brk ? brk.x1 : x, x1: frame.width };
  const scale = scaleUtc()
    .domain([model.start, model.end])
    .range([time.x0, time.x1 - INSET_END]);
  return { year, early, brk, time, x: scale };
}

/** Head of the year column: a line, or on a phone, where the column is narrow, a line for each word. */
export const yearWords = ({ kind, say }: Frame): readonly string[] =>
  kind === 'narrow' ? say('year').split(' ') : [say('year')];

export const yearsOf = ({ x }: Columns) => {
  const [start, end] = x.domain() as [Date, Date];
  return utcYear
    .range(start, end)
    .map((date) => ({ x: Math.round(x(date)) + 0.5, year: date.getUTCFullYear() }));
};

export const breakPath = ({ x0, x1 }: Span, y: number, h: number) => {
  const c = (x0 + x1) / 2;
  const stroke = (x: number) => `M${round(x - h / 2.5)} ${y + h}L${round(x + h / 2.5)} ${y - h}`;
  return stroke(c - 2) + stroke(c + 2);
};

export const columnOf = (move: Move, columns: Columns, one: boolean): Column =>
  one
    ? 'all'
    : move.precision === 'year'
      ? 'year'
      : columns.early.some((cell) => move.date.startsWith(`${cell.year}-`))
        ? 'early'
        : 'time';

/** Where a date stands: its day, its month, or the year column. */
export function spanOf(move: Move, sizes: Sizes, columns: Columns): Span {
  if (move.precision === 'year') {
    const x0 = (columns.year?.x0 ?? 0) + INSET_START;
    return { x0, x1: x0 + sizes.dot };
  }
  const [start, end] = extentOf(move.date);
  const cell = columns.early.find((one) => move.date.startsWith(`${one.year}-`));
  const bounds = cell ?? columns.time;
  const scale = cell
    ? scaleUtc()
        .domain([Date.UTC(cell.year, 0, 1), Date.UTC(cell.year + 1, 0, 1)])
        .range([cell.x0, cell.x0 + sizes.cell])
    : columns.x;
  const width = move.precision === 'day' ? sizes.dot : Math.max(sizes.pill, scale(end) - scale(start) - 2);
  const centre = (scale(start) + scale(end)) / 2;
  const most = bounds.x1 - (cell ? 0 : INSET_END);
  const x0 = Math.min(Math.max(centre - width / 2, bounds.x0 + INSET_START), most - width);
  return { x0, x1: x0 + width };
}

/**
 * How far right each of these marks must go so that the months after a stack stand beside it.
 * @param items  marks of one way on the scale of time, in the order of their dates
 * @param end    where the scale ends, CSS pixels
 * @returns a shift for each item, CSS pixels
 */
export function shiftsOf(
  items: readonly { move: Move; span: Span }[],
  end: number,
): ReadonlyMap<string, number> {
  const months = new Map<string, { move: Move; span: Span }[]>();
  for (const item of items) {
    const month = item.move.date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), item]);
  }
  const shifts = new Map<string, number>();
  let reach: number | undefined;
  for (const [, own] of [...months].sort(([a], [b]) => a.localeCompare(b))) {
    const [x0, x1] = [
      Math.min(...own.map(({ span }) => span.x0)),
      Math.max(...own.map(({ span }) => span.x1)),
    ];
    const shift = reach === undefined ? 0 : Math.max(0, Math.min(reach + AIR - x0, end - INSET_END - x1));
    for (const { move } of own) shifts.set(move.id, shift);
    // Only what had to give way pushes on.
    reach = own.length >= STACK || shift > 0 ? x1 + shift : undefined;
  }
  return shifts;
}
