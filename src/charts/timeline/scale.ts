/** Across a drawing: a cell for each year long before the others, a break, and the scale of time. */
import { pairs, type ScaleTime, scaleUtc } from 'd3';
import type { PartialDate } from '~/data/types';
import { dayOf, extentOf, formatDate } from '~/i18n/dates';
import { axisBelow, breakSign, months, type Tick, timeTicks, withRoom, years } from '~/kit/axis';
import { box, over, type Part } from '~/kit/block';
import type { Extent } from '~/kit/place';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { type Datum, sheetHolding, type TimelineModel } from './model';

export interface Across {
  width: number;
  early: readonly (Extent & { year: number })[];
  time: ScaleTime<number, number>;
  /** Where months begin and what they are called, or years. */
  ticks: readonly Tick[];
}

/** Width of an early year's cell at least, and of the break behind the last. */
const CELL = 26;
const BREAK = 12;
/** What the highest bar may be of its height, the first that lets all lanes have room. */
export const SHARES = [1, 0.75, 0.55, 0.4, 0.3, 0.2, 0.12];
/** The last mark keeps clear of the end. */
const END = 2;

export function acrossOf(model: TimelineModel, width: number, frame: Frame): Across {
  const cell = Math.max(CELL, ...model.early.map((year) => text(String(year), { size: 12 }).width + 8));
  const early = model.early.map((year, i) => ({ year, x0: i * cell, x1: (i + 1) * cell - 4 }));
  const from = early.length > 0 ? early.length * cell + BREAK : 0;
  const ticksOf = (time: Across['time']) =>
    model.view.kind === 'sheet' ? monthTicks(time, frame) : yearTicks(time);
  const given = scaleUtc([model.start, model.end], [from, width - END]);
  const { scale, ticks } = withRoom(given, ticksOf, width);
  const cells = early.map(({ year, x0 }): Tick => ({ at: x0, text: String(year) }));
  return { width, early, time: scale, ticks: [...cells, ...ticks] };
}

const yearTicks = (time: Across['time']): Tick[] =>
  timeTicks(time, years()).map((tick) => ({ ...tick, view: sheetHolding(tick.text, tick.text) }));

/** Two ticks of months are no nearer. */
const NEAREST = 16;

/** Every month with its name, in full or short, where need be only some of them; else short names of fewer months. */
function monthTicks(time: Across['time'], { lang }: Frame): Tick[] {
  const said = (style: 'monthName' | 'monthShort') => months((date) => formatDate(dayOf(date), lang, style));
  const [full, short] = [said('monthName'), said('monthShort')];
  const every = timeTicks(time, [...full.slice(0, 1), ...short.slice(0, 1)]);
  return pairs(every).every(([a, b]) => b.at - a.at >= NEAREST) ? every : timeTicks(time, short);
}

/** The axis below, its break once. */
export const axisOf = ({ ticks, width, early, time }: Across): Part =>
  over(
    axisBelow(ticks, width, { begin: true }),
    early.length > 0 &&
      box(width, 0, (x, y) => breakSign(x + (time.range()[0] as number) - BREAK / 2 - 2, y + 0.5)),
  );

/** Where a date stands: its day as a dot, its month as long as it is. Nothing for a mere year. */
export function extentOn(
  { date, precision }: Pick<Datum, 'date' | 'precision'>,
  across: Across,
  dot: number,
): Extent {
  const [start, end] = extentOf(date);
  const year = Number(date.slice(0, 4));
  const cell = across.early.find((one) => one.year === year);
  const scale = cell
    ? scaleUtc()
        .domain([Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)])
        .range([cell.x0, cell.x1])
    : across.time;
  const [first, last] = scale.range() as [number, number];
  const width = precision === 'day' ? dot : Math.max(1.5 * dot, scale(end) - scale(start) - 1);
  const middle = (scale(start) + scale(end)) / 2;
  const x0 = Math.max(first, Math.min(last - width, middle - width / 2));
  return { x0, x1: x0 + width };
}

/** From where to where a month reaches: the next begins at its end. An early year's cell has all of its year. */
export function monthOn(date: PartialDate, { early, time }: Across): readonly [number, number] {
  const year = Number(date.slice(0, 4));
  const cell = early.find((one) => one.year === year);
  if (!cell) return extentOf(date).map((instant) => time(instant)) as [number, number];
  const pitch = (cell.x1 - cell.x0) / 12;
  const x0 = cell.x0 + (Number(date.slice(5, 7)) - 1) * pitch;
  return [x0, x0 + pitch];
}
