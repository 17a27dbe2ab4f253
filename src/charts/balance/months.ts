/** Small panels of `balance`: an organisation's net as a line, a piece for every month with moves, in a pale band of what vague dates allow. */
import { area, curveStepAfter, max, min, range, type ScaleLinear, scaleLinear, scaleUtc } from 'd3';
import { extentOf } from '~/i18n/dates';
import { formatSigned } from '~/i18n/numbers';
import { axisBelow, axisLeft, gridAcross, numberTicks, timeTicks, years } from '~/kit/axis';
import { beside, box, group, over, type Part, pad, run, stack } from '~/kit/block';
import { around, type Box, type Item, type Mark } from '~/kit/items';
import { type Candidate, firstFree } from '~/kit/place';
import { boxPath, marksAsOne } from '~/kit/shapes';
import { text } from '~/kit/text';
import { netAfter, netOf, placedIn, type Step } from '~/model/balance';
import type { Frame } from '../contract';
import { type BalanceModel, type OrgBalance, wayOf } from './model';
import type { Sizes } from './sizes';
import { periodText, stretchText, turnsOf } from './words';

/** Free above and below a line. */
const EDGE = 4;

/** From the first month to the end of the last, and from the lowest to the highest net of several. */
export function scalesOf(model: BalanceModel, orgs: readonly OrgBalance[], width: number, height: number) {
  const [first] = extentOf(model.from);
  const [, last] = extentOf(model.until);
  const nets = orgs.flatMap(({ months }) => months);
  const low = Math.min(-1, min(nets, (month) => month.low) ?? 0);
  const high = Math.max(1, max(nets, (month) => month.high) ?? 0);
  return {
    x: scaleUtc([first, last], [0, width]).clamp(true),
    y: scaleLinear([low, high], [height - EDGE, EDGE]),
    ...{ width, height },
  };
}
export type Scales = ReturnType<typeof scalesOf>;

/** About this many, and none between whole numbers. */
const TICKS = 4;
export const ticksFor = (y: ScaleLinear<number, number>) => {
  const [low = 0, high = 0] = y.domain();
  return Math.min(TICKS, high - low);
};
const LINE = 2.5;

/** All organisations in columns, on the same scales. */
export function panels(model: BalanceModel, frame: Frame, sizes: Sizes): Part {
  const n = model.shown.length;
  const columns = frame.kind === 'narrow' ? (n > 4 ? 2 : 1) : n > 4 ? 3 : Math.min(2, n);
  const height = sizes.panel;
  const marginOf = (width: number) =>
    axisLeft(yTicks(scalesOf(model, model.orgs, width, height), frame), height);
  const left = marginOf(100);
  const width = (frame.width - left.width - sizes.gap * (columns - 1)) / columns;
  const scales = scalesOf(model, model.orgs, width, height);
  const ticks = yTicks(scales, frame);
  const all = model.shown.map((org) => panel(org, model, scales, frame, sizes));
  const most = max(all, (one) => one.head.height) ?? 0;
  const rows = Array.from({ length: Math.ceil(n / columns) }, (_, row) => {
    const own = all.slice(row * columns, (row + 1) * columns);
    const axis = pad(axisLeft(ticks, height), { top: most });
    const drawn = own.map(({ head, plot, name }) =>
      group(name, stack([box(width, most, (x, y) => head.at(x, y + most - head.height)), plot])),
    );
    return beside([axis, beside(drawn, { gap: sizes.gap, align: 'start' })], { gap: 0, align: 'start' });
  });
  return stack(rows, { gap: 8 });
}

const yTicks = ({ y }: Scales, { lang }: Frame) =>
  numberTicks(y, ticksFor(y), (tick) => formatSigned(tick, lang));

function panel(org: OrgBalance, model: BalanceModel, scales: Scales, frame: Frame, sizes: Sizes) {
  const { say, lang } = frame;
  const { net, in: into, out } = wayOf(org, 'named');
  const values = { org: org.name, in: into, out, net: formatSigned(net, lang) };
  const bold = { size: sizes.name, face: 'label-600' as const };
  const name = { text: org.name, ...bold, tone: `${org.id}-text`, view: frame.plain ? undefined : org.id };
  const { width, x } = scales;
  const head = run(
    [
      text([name, { text: formatSigned(net, lang), ...bold }], { room: width }),
      text(say('inOut', values), { size: sizes.small, tone: 'muted', room: width }),
    ],
    width,
  );
  const axis = axisBelow(timeTicks(x, years()), width, { line: false, begin: true });
  return {
    head,
    name: say('panel', values),
    plot: stack([
      over(gridAcross(yTicks(scales, frame), width), plot(org, model, scales, frame, sizes)),
      axis,
    ]),
  };
}

/** The stretch of most moves, the band, zero, the line, and by how much it changed in the stretch. */
function plot(org: OrgBalance, model: BalanceModel, scales: Scales, frame: Frame, sizes: Sizes): Part {
  const { width, height, y } = scales;
  return box(width, height, (left, top): Item[] => {
    const origin = { x: left, y: top };
    const pieces = line(org, model, scales, origin, LINE, frame);
    const zero = { x1: left, x2: left + width, y1: top + y(0), y2: top + y(0), tone: 'ink' };
    const taken = [...pieces.flatMap(({ boxes }) => boxes), { x: left, y: zero.y1 - 1, width, height: 2 }];
    return [
      ...shade(model, scales, origin),
      band(org, scales, origin),
      { kind: 'line', ...zero },
      ...pieces.map(({ mark }) => mark),
      ...change(org, model, scales, origin, taken, frame, sizes),
    ];
  });
}

interface Point {
  x: number;
  y: number;
}

const startOf = (date: string) => extentOf(date)[0];

/** From where to where the stretch of most moves lies. */
function extentOfStretch({ stretch }: BalanceModel, { x }: Scales): readonly [number, number] | undefined {
  return stretch && [x(startOf(stretch.from)), x(extentOf(stretch.until)[1])];
}

function shade(model: BalanceModel, scales: Scales, { x, y }: Point): Item[] {
  const [x0, x1] = extentOfStretch(model, scales) ?? [0, 0];
  const d = boxPath({ x: x + x0, y, width: x1 - x0, height: scales.height });
  return x1 > x0 ? [{ kind: 'shape', d, fill: 'rule', opacity: 0.7 }] : [];
}

/** Between the least and the most net that vague dates allow; each month to its end. */
function band(org: OrgBalance, { x, y }: Scales, origin: Point): Item {
  const last = org.months.at(-1);
  const points = org.months.map(({ month, low, high }) => ({ at: startOf(month), low, high }));
  const end = last ? [{ at: extentOf(last.month)[1], low: last.low, high: last.high }] : [];
  const shape = area<(typeof points)[number]>()
    .x(({ at }) => origin.x + x(at))
    .y0(({ low }) => origin.y + y(low))
    .y1(({ high }) => origin.y + y(high))
    .curve(curveStepAfter)
    .digits(1);
  return { kind: 'shape', d: shape([...points, ...end]) ?? '', fill: org.id, opacity: 0.25 };
}

/**
 * The net as a line `thick` pixels wide, a mark for every period: it rises or falls when the moves of a step are
 * placed, and runs level to the next. Boxes, not a stroked path: a mark is a surface.
 */
export function line(
  org: OrgBalance,
  { until }: BalanceModel,
  { x, y, width, height }: Scales,
  origin: Point,
  thick: number,
  { say, lang }: Frame,
): { mark: Mark; boxes: readonly Box[] }[] {
  const steps = org.periods.flatMap((period) => period.steps);
  const starts = [...steps.map(({ date }) => x(startOf(placedIn(date, until)))), width];
  const inner = (x0: number, x1: number, y0: number, y1: number): Box => {
    const [left, right] = [Math.max(0, x0 - thick / 2), Math.min(width, x1 + thick / 2)];
    const top = Math.min(y0, y1) - thick / 2;
    const size = { width: right - left, height: Math.abs(y1 - y0) + thick };
    return { x: origin.x + left, y: origin.y + top, ...size };
  };
  return org.periods.map((period) => {
    const first = steps.indexOf(period.steps[0] as Step);
    const boxes = period.steps.flatMap((step, k) => {
      const [from, to] = [starts[first + k] ?? 0, starts[first + k + 1] ?? width];
      const [before, after] = [y(step.before), y(netAfter(step))];
      return [inner(from, from, before, after), inner(from, to, after, after)];
    });
    const name = periodText(org, period, say, lang);
    const own = { id: period.id, name, look: 'solid' as const, tone: org.id, date: period.date };
    const frame = around(boxes) as Box;
    const hit = { ...frame, y: origin.y, height };
    return { mark: { ...marksAsOne(own, boxes, frame), hit }, boxes };
  });
}

/** "June to August 2025: +9" beside the stretch, or the change alone. */
function change(
  org: OrgBalance,
  model: BalanceModel,
  scales: Scales,
  { x, y }: Point,
  taken: readonly Box[],
  { say, lang }: Frame,
  { small }: Sizes,
): readonly Item[] {
  const { stretch } = model;
  const [x0, x1] = extentOfStretch(model, scales) ?? [0, 0];
  if (!stretch) return [];
  const { width, height } = scales;
  const net = { text: formatSigned(netOf(stretch.moves, org.id), lang), face: 'label-600' as const };
  const words = say('change', { stretch: stretchText(stretch, lang) });
  // In full where it is the finding.
  const isTurn = turnsOf(model).some((turn) => turn.org === org);
  const tries = [...(isTurn ? [[words, net]] : []), [net]].flatMap((said): Candidate[] =>
    (['end', 'start'] as const).flatMap((anchor) => {
      const part = text(said, { size: small, anchor, room: 96, halo: true });
      const at = anchor === 'end' ? x + x0 - 6 - part.width : x + x1 + 6;
      const downs = range(0, Math.max(1, height - part.height + 1), 5);
      return downs.map((down) => ({ part, x: at, y: y + down }));
    }),
  );
  const found = firstFree(tries, taken, { x, y, width, height }, 3);
  return found ? found.part.at(found.x, found.y) : [];
}
