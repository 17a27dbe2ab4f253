/** One lane: marks away from a baseline, each at its date, with names where there is room; or bars of months. */
import { greatest, groups, max, rollup, type ScaleLinear } from 'd3';
import { box, type Part } from '~/kit/block';
import type { Item } from '~/kit/items';
import { dodge, type Extent } from '~/kit/place';
import { text } from '~/kit/text';
import { markOf } from './mark';
import type { Datum, Lane } from './model';
import { type Across, extentOn } from './scale';
import type { Stage } from './stage';

/** -1 up from a baseline, 1 down from it. */
export type Direction = -1 | 1;

export interface LaneStyle {
  across: Across;
  side: Direction;
  /** Up to this many marks they have names. */
  namesUpTo: number;
  /** Moves to the height of a bar. */
  bar: ScaleLinear<number, number>;
}

/** First mark's distance from the baseline; least space between two of a level, and between names. */
const OFF = 3;
const AIR = 1.5;
const NAME_AIR = 8;
/** Between a mark and its name. */
const GAP = 4;
/** Moves of one month that make a stack: the next months stand beside it, not on it. */
const STACK = 5;

export const dated = (lane: Lane) => lane.data.filter((datum) => datum.precision !== 'year');

/** A lane as wide as the scale; its baseline is its lower edge upwards, its upper edge downwards. */
export const laneOf = (lane: Lane, style: LaneStyle, stage: Stage): Part =>
  stage.model.merged ? bars(dated(lane), style, stage) : dots(dated(lane), style, stage);

function dots(data: readonly Datum[], { across, side, namesUpTo }: LaneStyle, stage: Stage): Part {
  const { sizes } = stage;
  const named = data.length <= namesUpTo;
  const extents = besideStacks(data, across, sizes.dot);
  const names = data.map((datum) =>
    text(named ? shortName(datum, stage) : '', { size: sizes.text, mark: datum.id }),
  );
  const choices = extents.map((own, i) => choicesOf(own, named ? (names[i]?.width ?? 0) : 0, across));
  const levels = dodge(
    choices.map((some) => some.map(({ extent }) => extent)),
    named ? NAME_AIR : AIR,
  );
  const step = named ? sizes.nameStep : sizes.step;
  const height = OFF + step * ((max(levels, ({ level }) => level) ?? -1) + 1);
  return box(across.width, height, (x, y): Item[] =>
    data.flatMap((datum, i) => {
      const { x0, x1 } = extents[i] as Extent;
      const { level, choice } = levels[i] as (typeof levels)[number];
      const away = OFF + step * (level + 0.5);
      const middle = side < 0 ? y + height - away : y + away;
      const at = { x: x + x0, y: middle - sizes.dot / 2, width: x1 - x0, height: sizes.dot };
      const nameAt = choices[i]?.[choice]?.name;
      const name = names[i] as Part;
      return [
        markOf(datum, at, stage),
        ...(nameAt === undefined ? [] : name.at(x + nameAt, middle - name.height / 2 - 0.5)),
      ];
    }),
  );
}

/** A mark with its name right of it, left of it, or without one. */
function choicesOf({ x0, x1 }: Extent, width: number, across: Across): { extent: Extent; name?: number }[] {
  const right = { extent: { x0, x1: x1 + GAP + width }, name: x1 + GAP };
  const left = { extent: { x0: x0 - GAP - width, x1 }, name: x0 - GAP - width };
  const [first] = across.time.range() as [number];
  // In the cell of an early year a name would run over the break.
  const own = [right, left].filter(
    ({ extent }) => width > 0 && extent.x1 <= across.width && (extent.x0 >= first || x1 < first),
  );
  return [...own.filter(({ extent }) => extent.x0 >= 0), { extent: { x0, x1 } }];
}

/** The last word of a name, or all of it where two people share that word. */
export function shortName(datum: Datum, { model }: Stage): string {
  const lastOf = (person: string) => person.slice(person.lastIndexOf(' ') + 1);
  const person = datum.moves[0]?.person ?? '';
  const shared = model.moves.some((move) => move.person !== person && lastOf(move.person) === lastOf(person));
  return shared ? person : lastOf(person);
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
export const fullestMonth = (lane: Lane): number =>
  max(
    rollup(
      dated(lane),
      (own) => countOf(own),
      ({ date }) => date,
    ).values(),
  ) ?? 0;
const countOf = (data: readonly Datum[]) => data.reduce((sum, { moves }) => sum + moves.length, 0);

/** Months as bars, confirmed at the baseline; the fullest says its number. */
function bars(data: readonly Datum[], { across, side, bar }: LaneStyle, stage: Stage): Part {
  const months = groups(data, ({ date }) => date);
  const most = greatest(months, ([, own]) => countOf(own));
  const high = bar(most ? countOf(most[1]) : 0);
  const label = text(most ? String(countOf(most[1])) : '', { size: stage.sizes.text, face: 'label-600' });
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
