/** The net of one organisation over time in `balance`: its scales, the line in pieces, the band of what vague dates allow. */
import { area, curveStepAfter, extent, pairs, range, type ScaleLinear, scaleLinear, scaleUtc } from 'd3';
import type { PartialDate } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatSigned } from '~/i18n/numbers';
import { numberTicks, TICK_SIZE, type Tick } from '~/kit/axis';
import { around, type Box, type Item, type Mark } from '~/kit/items';
import { boxPath } from '~/kit/shapes';
import { netAfter, placedIn, type Step } from '~/model/balance';
import type { Frame } from '../contract';
import type { BalanceModel, OrgBalance } from './model';
import { periodText } from './words';

/** Free above and below a line. */
const EDGE = 4;
/** From one label of an axis to the next, in units of their size. */
const LEADING = 1.2;

/** From the first month to the end of the last. */
export const timeScale = ({ from, until }: BalanceModel, width: number) =>
  scaleUtc([extentOf(from)[0], extentOf(until)[1]], [0, width]).clamp(true);

/** From the lowest to the highest net of several, as far as their dates allow. */
export function heightScale(orgs: readonly OrgBalance[], height: number): ScaleLinear<number, number> {
  const nets = orgs.flatMap(({ months, periods }) => [
    ...months.flatMap((month) => [month.low, month.high]),
    // What was before the first month is carried in step by step.
    ...periods.flatMap(({ steps }) => steps.map(netAfter)),
  ]);
  const [low = 0, high = 0] = extent(nets);
  return scaleLinear([Math.min(-1, low), Math.max(1, high)], [height - EDGE, EDGE]);
}

/** As many whole numbers as keep apart, about four at most. */
export function netTicks(y: ScaleLinear<number, number>, lang: Lang): Tick[] {
  const [low = 0, high = 0] = y.domain();
  const tries = range(Math.min(4, high - low), 0, -1).map((count) =>
    numberTicks(y, count, (tick) => formatSigned(tick, lang)),
  );
  const isClear = (ticks: Tick[]) =>
    pairs(ticks).every(([a, b]) => Math.abs(a.at - b.at) > LEADING * TICK_SIZE);
  return tries.find(isClear) ?? [{ at: y(0), text: formatSigned(0, lang) }];
}

/** Where a line is drawn: its scales from its top left corner, and how large. */
export interface Plot {
  x: ReturnType<typeof timeScale>;
  y: ScaleLinear<number, number>;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A month lies in its middle, and a bare year at the beginning of the month it is placed in. */
function instantOf(date: PartialDate, until: PartialDate): number {
  const [start, end] = extentOf(placedIn(date, until));
  return date.length > 4 ? (start + end) / 2 : start;
}

/** Between the least and the most net that vague dates allow. */
export function band(org: OrgBalance, { until }: BalanceModel, { x, y, left, top, width }: Plot): Item {
  const points = org.months.map(({ month, low, high }) => ({ at: x(instantOf(month, until)), low, high }));
  const [first, last] = [points[0], points.at(-1)];
  const ends = first && last ? [{ ...first, at: 0 }, ...points, { ...last, at: width }] : [];
  const shape = area<(typeof points)[number]>()
    .x(({ at }) => left + at)
    .y0(({ low }) => top + y(low))
    .y1(({ high }) => top + y(high))
    .curve(curveStepAfter)
    .digits(1);
  return { kind: 'shape', d: shape(ends) ?? '', fill: org.id, opacity: 0.25 };
}

/**
 * The net as a line `thick` pixels wide, a mark for every period: it rises or falls where the moves of a step lie,
 * and runs level to the next. Boxes, not a stroked path: a mark is a surface.
 */
export function line(
  org: OrgBalance,
  { until }: BalanceModel,
  { x, y, left, top, width, height }: Plot,
  thick: number,
  { say, lang }: Frame,
): Mark[] {
  const half = thick / 2;
  const piece = (x0: number, x1: number, y0: number, y1: number): Box => {
    const [from, to] = [Math.max(0, x0 - half), Math.min(width, x1 + half)];
    const size = { width: to - from, height: Math.abs(y1 - y0) + thick };
    return { x: left + from, y: top + Math.min(y0, y1) - half, ...size };
  };
  const steps = org.periods.flatMap((period) => period.steps);
  const starts = [...steps.map(({ date }) => x(instantOf(date, until))), width];
  return org.periods.map((period) => {
    const first = steps.indexOf(period.steps[0] as Step);
    const boxes = period.steps.flatMap((step, k) => {
      const [from = 0, to = width] = starts.slice(first + k);
      const [before, after] = [y(step.before), y(netAfter(step))];
      return [piece(from, from, before, after), piece(from, to, after, after)];
    });
    const own = around(boxes) as Box;
    return {
      kind: 'mark',
      id: period.id,
      name: periodText(org, period, say, lang),
      look: 'solid',
      tone: org.id,
      d: boxes.map(boxPath).join(''),
      box: own,
      hit: { ...own, y: top, height },
      date: period.date,
    };
  });
}
