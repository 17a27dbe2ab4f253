/** One lane: marks away from a baseline, each at its date, with names where there is room; or bars of months. */
import { greatest, groups, max, rollup, type ScaleLinear, sum } from 'd3';
import type { PartialDate } from '~/data/types';
import { formatNumber } from '~/i18n/numbers';
import { box, type Part, pad } from '~/kit/block';
import type { Box, Item } from '~/kit/items';
import { type Candidate, dodge, type Extent, placeAll } from '~/kit/place';
import { text } from '~/kit/text';
import { markOf, stepsOf } from './mark';
import type { Datum, Lane } from './model';
import { type Across, extentOn, monthOn } from './scale';
import type { Stage } from './stage';

/** -1 up from a baseline, 1 down from it. */
export type Direction = -1 | 1;

export interface LaneStyle {
  across: Across;
  side: Direction;
  /** Whether lanes of few marks are as high as names need, or only have those that find room. */
  roomy: boolean;
  /** Up to this many marks a lane has names. */
  namesUpTo: number;
  /** Every mark has its name, on a level that has room for both: names reach so far left of the scale, and rather clear of events. */
  all?: { reach: number; events: readonly number[] };
  /** Moves to the height of a bar. */
  bar: ScaleLinear<number, number>;
}

/** First mark's distance from the baseline; least space between two of a level, and between names. */
const OFF = 3;
const AIR = 1.5;
const NAME_AIR = 1;
/** Between a mark and its name, and between a name and whatever is next: no doubt whose it is. */
const GAP = 4;
const AWAY = 10;
/** Moves of one month that make a stack: the next months stand beside it, not on it. */
const STACK = 5;

export const dated = (lane: Lane) => lane.data.filter((datum) => datum.precision !== 'year');

/** A lane as wide as the scale; its baseline is its lower edge upwards, its upper edge downwards. */
export const laneOf = (lane: Lane, style: LaneStyle, stage: Stage): Part =>
  LANES[stage.model.grain](dated(lane), style, stage);

function dots(
  data: readonly Datum[],
  { across, side, roomy, namesUpTo, all }: LaneStyle,
  stage: Stage,
): Part {
  const { sizes } = stage;
  const extents = besideStacks(data, across, sizes.dot);
  const named = data.length <= namesUpTo;
  const choices = extents.map((extent, i): Named[] =>
    named && all ? withName(extent, data[i] as Datum, all, across, stage) : [extent],
  );
  const levels = dodge(choices, AIR);
  const step = named && roomy ? sizes.nameStep : sizes.step;
  // A name is often higher than the step to the next mark.
  const above = named ? Math.max(0, (sizes.text + 1 - step) / 2) : 0;
  const height = OFF + step * ((max(levels, ({ level }) => level) ?? -1) + 1) + above;
  const boxes = extents.map(({ x0, x1 }, i): Box => {
    const away = OFF + step * ((levels[i]?.level ?? 0) + 0.5);
    const middle = side < 0 ? height - away : away;
    return { x: x0, y: middle - sizes.dot / 2, width: x1 - x0, height: sizes.dot };
  });
  return box(across.width, height, (x, y): Item[] => {
    const marks = boxes.map((at) => ({ ...at, x: x + at.x, y: y + at.y }));
    const names = all
      ? data.flatMap((datum, i) => {
          const { name } = choices[i]?.[levels[i]?.choice ?? 0] ?? {};
          const part = nameOf(datum, stage);
          return name === undefined ? [] : part.at(x + name, nextTo(marks[i] as Box, part));
        })
      : namesOf(data, marks, { x, y, width: across.width, height }, stage);
    return [...data.map((datum, i) => markOf(datum, marks[i] as Box, stage)), ...(named ? names : [])];
  });
}

/** What a mark takes of its level, and where its name begins, if that is part of it. */
type Named = Extent & { name?: number };

const nameOf = ({ id }: Datum, { names, sizes }: Stage): Part =>
  text(names.get(id)?.short ?? '', { size: sizes.text, mark: id, leading: 1 });

/** Top of a name on the middle of its mark. */
const nextTo = (mark: Box, part: Part) => mark.y + (mark.height - part.height) / 2 - 0.5;

/** A mark with its name, before it if that strikes no event, else behind it; alone where neither has room. */
function withName(
  { x0, x1 }: Extent,
  datum: Datum,
  { reach, events }: NonNullable<LaneStyle['all']>,
  { width }: Across,
  stage: Stage,
): Named[] {
  const name = nameOf(datum, stage).width;
  const [left, right] = [x0 - GAP - name, x1 + GAP];
  const isStruck = (from: number) => events.some((at) => from < at && at < from + name);
  const both = [
    ...(left >= -reach ? [{ x0: left - AWAY, x1, name: left }] : []),
    ...(right + name <= width ? [{ x0, x1: right + name + AWAY, name: right }] : []),
  ];
  if (both.length === 0) return [{ x0, x1 }];
  return both.sort((a, b) => Number(isStruck(a.name)) - Number(isStruck(b.name)));
}

/** Names right or left of their marks, nearer to them than to any other; those that find room. */
function namesOf(data: readonly Datum[], marks: readonly Box[], lane: Box, stage: Stage): Item[] {
  const wanted = data.map((datum, i): Candidate[] => {
    const mark = marks[i] as Box;
    const part = nameOf(datum, stage);
    const y = nextTo(mark, part);
    const [after, before] = [pad(part, { right: AWAY }), pad(part, { left: AWAY })];
    return [
      { part: after, x: mark.x + mark.width + GAP, y },
      { part: before, x: mark.x - GAP - before.width, y },
    ];
  });
  return placeAll(wanted, marks, lane, NAME_AIR);
}

/**
 * Marks at their dates, moved right where the month before made a stack. Own geometry: months are often narrower
 * than their marks, and what came after a stack must not stand on it.
 */
function besideStacks(data: readonly Datum[], across: Across, dot: number): Extent[] {
  const shifts = new Map<string, number>();
  let reach = Number.NEGATIVE_INFINITY;
  const end = across.width;
  const months = groups(data, ({ date }) => date.slice(0, 7)).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [month, own] of months) {
    const extents = own.map((datum) => extentOn(datum, across, dot));
    const x0 = Math.min(...extents.map((one) => one.x0));
    const x1 = Math.max(...extents.map((one) => one.x1));
    const shift = Math.max(0, Math.min(reach + AIR - x0, end - x1));
    shifts.set(month, shift);
    // Only what had to give way pushes on.
    reach = own.length >= STACK || shift > 0 ? x1 + shift : Number.NEGATIVE_INFINITY;
  }
  return data.map((datum) => {
    const { x0, x1 } = extentOn(datum, across, dot);
    const by = shifts.get(datum.date.slice(0, 7)) ?? 0;
    return { x0: x0 + by, x1: x1 + by };
  });
}

/** Moves of the fullest month of a lane. */
export const fullestMonth = (lane: Lane): number => max(monthsOf(dated(lane)).values()) ?? 0;

/** How many moves each month has. */
const monthsOf = (data: readonly Datum[]): ReadonlyMap<PartialDate, number> =>
  rollup(
    data.flatMap(({ steps, date, moves }) => steps ?? [[date, moves.length] as const]),
    (own) => sum(own, ([, n]) => n),
    ([date]) => date,
  );
const countOf = (data: readonly Datum[]) => data.reduce((sum, { moves }) => sum + moves.length, 0);

/** Ways as silhouettes of their months, one on the other, confirmed at the baseline; the fullest month says its number. */
function silhouettes(data: readonly Datum[], { across, side, bar }: LaneStyle, stage: Stage): Part {
  const totals = monthsOf(data);
  const [month = '', most = 0] = greatest(totals, ([, n]) => n) ?? [];
  const label = text(most > 0 ? formatNumber(most, stage.frame.lang) : '', {
    size: stage.sizes.text,
    face: 'label-600',
    sums: data.filter(({ steps }) => steps?.some(([date]) => date === month)).map(({ id }) => id),
  });
  const high = bar(most);
  return box(across.width, high + label.height, (x, y): Item[] => {
    const base = side < 0 ? y + high + label.height : y;
    const reached = new Map<PartialDate, number>();
    const marks = [...data]
      .sort((a, b) => Number(b.confirmed) - Number(a.confirmed))
      .map((datum) => {
        const boxes = (datum.steps ?? []).map(([date, n]): Box => {
          const before = reached.get(date) ?? 0;
          reached.set(date, before + n);
          const [x0, x1] = monthOn(date, across);
          const [foot, top] = [bar(before), bar(before + n)];
          return { x: x + x0, y: side < 0 ? base - top : base + foot, width: x1 - x0, height: top - foot };
        });
        return stepsOf(datum, boxes, stage);
      });
    if (most === 0) return marks;
    const [x0, x1] = monthOn(month, across);
    const left = Math.max(0, Math.min(across.width - label.width, (x0 + x1 - label.width) / 2));
    return [...marks, ...label.at(x + left, side < 0 ? y : y + high)];
  });
}

/** Months as bars, confirmed at the baseline; the fullest says its number. */
function bars(data: readonly Datum[], { across, side, bar }: LaneStyle, stage: Stage): Part {
  const months = groups(data, ({ date }) => date);
  const most = greatest(months, ([, own]) => countOf(own));
  const high = bar(most ? countOf(most[1]) : 0);
  const label = text(most ? String(countOf(most[1])) : '', {
    size: stage.sizes.text,
    face: 'label-600',
    sums: most?.[1].map(({ id }) => id),
  });
  const height = high + label.height;
  return box(across.width, height, (x, y): Item[] => {
    const base = side < 0 ? y + height : y;
    const drawn = months.flatMap(([, own]) => {
      let reach = 0;
      return [...own]
        .sort((a, b) => Number(b.confirmed) - Number(a.confirmed))
        .map((datum): Item => {
          const { x0, x1 } = extentOn(datum, across, 2);
          const tall = bar(datum.moves.length);
          const top = side < 0 ? base - reach - tall : base + reach;
          reach += tall;
          return markOf(datum, { x: x + x0, y: top, width: x1 - x0, height: tall }, stage);
        });
    });
    if (!most?.[1][0]) return drawn;
    const { x0, x1 } = extentOn(most[1][0], across, 2);
    const left = Math.max(0, Math.min(across.width - label.width, (x0 + x1 - label.width) / 2));
    return [...drawn, ...label.at(x + left, side < 0 ? y : y + high)];
  });
}

const LANES = { move: dots, month: bars, way: silhouettes };
