/** Axes: ticks of a D3 scale with labels that give way to each other, beside or below a plot. */
import { type ScaleContinuousNumeric, type ScaleTime, type TimeInterval, utcMonth, utcYear } from 'd3';
import { box, type Part } from './block';
import type { Item, Line } from './items';
import { text } from './text';

/** Where a tick stands along its axis, in CSS pixels from the plot's edge, and what it says; '' for a tick alone. */
export interface Tick {
  at: number;
  text: string;
  /** Slug of the view it leads to. */
  view?: string | undefined;
}

export const TICK_SIZE = 12;
/** Between two labels, and between a label and its axis. */
const APART = 8;
const LENGTH = 5;
/** From a tick to the words that begin at it. */
const BEHIND = 4;

const label = (tick: Tick) =>
  text(tick.text, { size: TICK_SIZE, tone: 'muted', view: tick.view, scale: true });

/** Ticks of a scale of numbers, about `count` of them. */
export const numberTicks = (
  scale: ScaleContinuousNumeric<number, number>,
  count: number,
  say: (value: number, isLast: boolean) => string,
): Tick[] =>
  scale.ticks(count).map((value, i, all) => ({ at: scale(value), text: say(value, i === all.length - 1) }));

/** A unit of time and how a tick of it is said. */
interface TimeUnit {
  every: TimeInterval | null;
  say(date: Date): string;
}

export const years = (say: (date: Date) => string = (date) => String(date.getUTCFullYear())): TimeUnit[] =>
  [1, 2, 5, 10].map((step) => ({ every: utcYear.every(step), say }));

export const months = (say: (date: Date) => string): TimeUnit[] =>
  [1, 2, 3, 6].map((step) => ({ every: utcMonth.every(step), say }));

/** Ticks of the first of several units whose labels keep apart; of the last one, if none do. */
export function timeTicks(scale: ScaleTime<number, number>, units: readonly TimeUnit[]): Tick[] {
  const [from, to] = [scale.domain()[0] as Date, scale.domain().at(-1) as Date];
  let ticks: Tick[] = [];
  for (const { every, say } of units) {
    if (!every) continue;
    ticks = every.range(every.ceil(from), to).map((date) => ({ at: scale(date), text: say(date) }));
    const clear = ticks.every(
      (tick, i) => i === 0 || tick.at - (ticks[i - 1]?.at ?? 0) >= label(tick).width + APART,
    );
    if (clear) break;
  }
  return ticks;
}

/**
 * A scale and its ticks, on which time goes on until the last words have room that begin at their tick: else they alone
 * would end at theirs. No tick is added for it.
 * @param end  where the axis does, which may be after the scale
 */
export function withRoom<Scale extends ScaleTime<number, number>>(
  given: Scale,
  ticksOf: (scale: Scale) => readonly Tick[],
  end = given.range()[1] ?? 0,
): { scale: Scale; ticks: readonly Tick[] } {
  const [start = 0] = given.range();
  const until = given.domain()[1] as Date;
  let scale = given;
  let ticks = ticksOf(scale);
  // Once more where a longer time is told in longer steps, of which another may be the last.
  for (let turn = 0; turn < 3; turn++) {
    const last = ticks.findLast((tick) => tick.text !== '');
    const at = last ? end - BEHIND - label(last).width : end;
    if (!last || last.at <= at || at <= start) break;
    const [from, to] = scale.domain().map(Number) as [number, number];
    const later = from + ((to - from) * (last.at - start)) / (at - start);
    const longer = scale.copy().domain([from, later]) as Scale;
    ticks = ticksOf(longer).filter((tick) => tick.at < longer(until));
    scale = longer;
  }
  return { scale, ticks };
}

/** A label of an axis in its place: left edge, and the tick it is for. */
interface Placed {
  tick: Tick;
  part: Part;
  x: number;
}

/** Centred on their ticks, or beginning at them, within the axis; those that would touch give way evenly. */
function placeLabels(ticks: readonly Tick[], width: number, begin: boolean): Placed[] {
  const all = ticks
    .filter((tick) => tick.text !== '')
    .map((tick): Placed => {
      const part = label(tick);
      const wanted = begin ? tick.at + BEHIND : tick.at - part.width / 2;
      return { tick, part, x: Math.max(0, Math.min(width - part.width, wanted)) };
    });
  const clear = (some: readonly Placed[]) =>
    some.every(
      (one, i) => i === 0 || one.x >= (some[i - 1]?.x ?? 0) + (some[i - 1]?.part.width ?? 0) + APART,
    );
  // Every label, else every second, third, ... that ends on the last; else the first and the last, or one alone.
  const end = all.length - 1;
  for (let step = 1; step < end; step++) {
    const some = all.filter((_, i) => i % step === 0);
    if (end % step === 0 && clear(some)) return some;
  }
  const ends = all.filter((_, i) => i === 0 || i === end);
  return clear(ends) ? ends : all.slice(-1);
}

/**
 * An axis under a plot: a line, ticks, and labels that give way, never an overlap and never a cut.
 * @param width of the plot; ticks count from its left edge
 */
export function axisBelow(
  ticks: readonly Tick[],
  width: number,
  { line = true, begin = false }: { line?: boolean; begin?: boolean } = {},
): Part {
  const placed = placeLabels(ticks, width, begin);
  const words = Math.max(0, ...placed.map(({ part }) => part.height));
  const height = LENGTH + words + (words > 0 ? 1 : 0);
  const runsInWords = ({ at }: Tick) => placed.some(({ x, part }) => x <= at && at < x + part.width);
  // A tick that words begin at is as long as they are high; one that would run through words ends above them.
  const lengthOf = (tick: Tick) => (!begin ? LENGTH : runsInWords(tick) ? LENGTH - 2 : height - 2);
  return box(width, height, (x, y): Item[] => [
    ...(line ? [lineFrom(x, y, x + width, y)] : []),
    ...ticks.map((tick) => lineFrom(x + tick.at, y, x + tick.at, y + lengthOf(tick))),
    ...placed.flatMap((one) => one.part.at(x + one.x, y + LENGTH + (begin ? -2 : 1))),
  ]);
}

/** Labels left of a plot `height` high, as wide as the widest: its right edge is the plot's left. Ticks count from the top. */
export function axisLeft(ticks: readonly Tick[], height: number): Part {
  const parts = ticks.map((tick) => ({ tick, part: label(tick) }));
  const width = Math.max(0, ...parts.map(({ part }) => part.width)) + 6;
  return box(width, height, (x, y) =>
    parts.flatMap(({ tick, part }) =>
      part.at(x + width - 6 - part.width, y + tick.at - part.height / 2 - 0.5),
    ),
  );
}

/** Hairlines through a plot at ticks, behind everything. */
export const gridDown = (ticks: readonly Tick[], height: number): Part =>
  box(0, 0, (x, y) => ticks.map((tick) => lineFrom(x + tick.at, y, x + tick.at, y + height, 'rule')));
export const gridAcross = (ticks: readonly Tick[], width: number): Part =>
  box(0, 0, (x, y) => ticks.map((tick) => lineFrom(x, y + tick.at, x + width, y + tick.at, 'rule')));

/** Two strokes aslant where a scale leaves something out. */
export const breakSign = (x: number, y: number, half = 5): Line[] =>
  [-2.5, 2.5].map((dx) => lineFrom(x + dx - half / 2.5, y + half, x + dx + half / 2.5, y - half));

const lineFrom = (x1: number, y1: number, x2: number, y2: number, tone = 'muted'): Line => ({
  kind: 'line',
  x1,
  y1,
  x2,
  y2,
  tone,
});
