/** A panel of `balance`: the net of one organisation over time, as a line among the others or as steps with names. */
import type { PartialDate } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import { formatSigned } from '~/i18n/numbers';
import type { Mark } from '~/kit/draw';
import { type Box, boxOf, type Label, label, labelRow, overlap } from '~/kit/labels';
import { boxPath } from '~/kit/shapes';
import type { MonthStep, NetMonth } from '~/model/balance';
import type { Frame } from '../contract';
import { type BalanceModel, lineId, lineText, type OrgBalance, wayOf } from './definition';
import { empty, level, type Piece, type Point, polygon, polyline, thickStep } from './pieces';

/** Least and most value drawn. */
export type Range = readonly [low: number, high: number];

const OWN_LINE = 2.5;
const TICK_STEP = 5;

/** For all organisations and readings, as far below zero as above, to full fives or as far as they go. */
export function commonRange(orgs: readonly OrgBalance[], full: boolean): Range {
  const all = orgs.flatMap(({ months }) => months.flatMap(({ low, high }) => [low, high]));
  const most = Math.max(TICK_STEP, ...all.map(Math.abs));
  const reach = full ? Math.ceil(most / TICK_STEP) * TICK_STEP : most;
  return [-reach, reach];
}

/** For one organisation, every step within a month included. */
export function stepRange(org: OrgBalance): Range {
  const steps = [...org.early, ...org.steps].flatMap((step) => [step.before, peakOf(step), netAfter(step)]);
  const all = [...steps, ...org.months.flatMap(({ low, high }) => [low, high])];
  return [Math.min(-1, ...all), Math.max(1, ...all)];
}
const peakOf = (step: MonthStep) => step.before + step.in.length;
const netAfter = (step: MonthStep) => peakOf(step) - step.out.length;

export const scaleY = (box: Box, [low, high]: Range) => {
  return (value: number) => box.y + ((high - value) / (high - low)) * box.height;
};

/** Left edge of a month; the months of the axis fill the box. */
export function scaleX(model: BalanceModel, box: Box): (month: PartialDate) => number {
  const first = monthNumber(model.from);
  const unit = monthWidth(model, box);
  return (month) => box.x + (monthNumber(month) - first) * unit;
}
const monthNumber = (month: PartialDate) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
const monthWidth = (model: BalanceModel, box: Box) =>
  box.width / (monthNumber(model.until) - monthNumber(model.from) + 1);

/** Every fifth value; of a scale to full tens only its ends and zero. */
function ticksOf([low, high]: Range): readonly number[] {
  if (low === -high && high % (2 * TICK_STEP) === 0) return [low, 0, high];
  const first = Math.ceil(low / TICK_STEP);
  return Array.from({ length: Math.floor(high / TICK_STEP) - first + 1 }, (_, i) => (first + i) * TICK_STEP);
}

const yearsOf = (model: BalanceModel): readonly string[] => {
  const first = Number(model.from.slice(0, 4));
  return Array.from({ length: Number(model.until.slice(0, 4)) - first + 1 }, (_, i) => String(first + i));
};

/** Organisation and net; its moves in and out below, or at `right`, where that is given. */
export function headOf(
  org: OrgBalance,
  { x, y, size, right }: { x: number; y: number; size: number; right?: number },
  model: BalanceModel,
  frame: Frame,
): Label[] {
  const { net, in: into, out } = wayOf(org, 'named');
  const view = model.view.kind === 'all' ? { view: org.id } : {};
  const name = { text: org.name, size, face: 'label-600' as const, tone: `${org.id}-text`, ...view };
  const counts = frame.say('inOut', { in: into, out });
  return [
    ...labelRow(
      [name, { text: formatSigned(net, frame.lang), size, face: 'label-600' }],
      x,
      y,
      frame.measure,
      5,
    ),
    right === undefined
      ? label(counts, x, y + 19, { tone: 'muted' })
      : label(counts, right, y, { tone: 'muted', anchor: 'end' }),
  ];
}

/** Values left of the box. */
export function tickLabels(box: Box, range: Range, frame: Frame): Label[] {
  const y = scaleY(box, range);
  return ticksOf(range).map((tick) =>
    label(formatSigned(tick, frame.lang), box.x - 7, y(tick) + 4, { size: 12, tone: 'muted', anchor: 'end' }),
  );
}

/** A cell left of the time axis for moves from before it, and what stands beneath it. */
export interface Early {
  x: number;
  end: number;
  /** Width of a step in it. */
  block: number;
  text: string;
}
const EARLY_GAP = 12;

/** Where the time axis begins when the cell begins at `x`. */
export const axisStart = (x: number, early: Early | undefined) => (early ? early.end + EARLY_GAP : x);

/** The cell of an organisation at `x`; undefined where all its moves lie on the axis. */
export function earlyOf(org: OrgBalance, x: number, block: number, frame: Frame): Early | undefined {
  const years = [...new Set(org.early.map(({ month }) => month.slice(0, 4)))];
  if (years.length === 0) return undefined;
  const text = years.length > 1 ? `${years[0]}–${years.at(-1)}` : (years[0] ?? '');
  return { x, end: x + Math.max(org.early.length * block, frame.measure(text, 12)) + 2, block, text };
}

/** Years at the Januaries of the axis, where there is room for them. */
export function yearLabels(model: BalanceModel, box: Box, frame: Frame, early?: Early): Label[] {
  const x = scaleX(model, box);
  const at = (text: string, left: number) =>
    label(text, left, box.y + box.height + 18, { size: 12, tone: 'muted' });
  const years = yearsOf(model)
    .map((year) => at(year, x(`${year}-01`)))
    .filter((one) => one.x + frame.measure(one.text, one.size) <= box.x + box.width + 2);
  return early ? [at(early.text, early.x), ...years] : years;
}

/** Grid, range of the vague dates, and then the own line among the others as one mark, or the moves as steps. */
export function panel(
  model: BalanceModel,
  org: OrgBalance,
  box: Box,
  range: Range,
  frame: Frame,
  early?: Early,
): Piece {
  const y = scaleY(box, range);
  const x = scaleX(model, box);
  const [x1, x2, foot] = [box.x, box.x + box.width, box.y + box.height];
  const piece = empty();
  for (const tick of ticksOf(range)) {
    if (tick === 0) continue;
    const across = { y1: y(tick), y2: y(tick), tone: 'rule' };
    piece.lines.push({ x1, x2, ...across });
    if (early) piece.lines.push({ x1: early.x, x2: early.end, ...across });
  }
  for (const year of yearsOf(model)) {
    const at = x(`${year}-01`);
    piece.lines.push({ x1: at, x2: at, y1: foot, y2: foot + 5, tone: 'rule' });
  }
  const path = (of: OrgBalance, value: (month: NetMonth) => number) =>
    stepPoints(of.months, x, x2, (month) => y(value(month)));
  piece.shapes.push({
    d: polygon([...path(org, ({ high }) => high), ...path(org, ({ low }) => low).reverse()]),
    tone: org.id,
    opacity: 0.2,
  });
  if (model.view.kind === 'all')
    for (const other of model.orgs.filter((one) => one.id !== org.id))
      piece.shapes.push({ d: polyline(path(other, ({ net }) => net)), tone: 'rule', stroke: 1 });
  // Above the others, of which some run along it.
  const stretches: readonly Point[] = early
    ? [
        [early.x, early.end],
        [x1, x2],
      ]
    : [[x1, x2]];
  for (const [from, to] of stretches)
    piece.shapes.push({ d: polyline(level(from, to, y(0))), tone: 'muted', stroke: 1 });
  if (model.view.kind === 'org') {
    const { marks, shapes } = steps(model, org, box, range, frame, early);
    piece.shapes.push(...shapes);
    piece.marks.push(...marks);
    return piece;
  }
  piece.marks.push({
    id: lineId(org.id),
    name: frame.say('mark.line', { org: org.name, text: lineText(org, model, frame.say, frame.lang) }),
    look: 'solid',
    tone: org.id,
    d: thickStep(
      path(org, ({ net }) => net),
      OWN_LINE,
    ),
    hit: boxPath(box.x, box.y, box.width, box.height),
  });
  return piece;
}

/** Corners of a line that holds its value through each month and steps at its beginning, up to `end`. */
export function stepPoints(
  months: readonly NetMonth[],
  x: (month: PartialDate) => number,
  end: number,
  y: (month: NetMonth) => number,
): Point[] {
  const points: Point[] = [];
  let last: number | undefined;
  for (const month of months) {
    const at = y(month);
    if (at === last) continue;
    if (last !== undefined) points.push([x(month.month), last]);
    points.push([x(month.month), at]);
    last = at;
  }
  if (last !== undefined) points.push([end, last]);
  return points;
}

/** A step and where it stands. */
interface Placed {
  step: MonthStep;
  x: number;
  width: number;
  /** Where the next one begins, or the drawing ends. */
  next: number;
}

/** Every step, those before the axis in their cell. */
function placeSteps(
  model: BalanceModel,
  org: OrgBalance,
  box: Box,
  early: Early | undefined,
): readonly Placed[] {
  const x = scaleX(model, box);
  const unit = monthWidth(model, box);
  const right = box.x + box.width;
  const before = early
    ? org.early.map((step, i) => {
        const left = early.x + i * early.block;
        const last = i === org.early.length - 1;
        return { step, x: left, width: early.block, next: last ? early.end : left + early.block };
      })
    : [];
  const after = org.steps.map((step, i) => {
    const next = org.steps[i + 1];
    return { step, x: x(step.month), width: unit, next: next ? x(next.month) : right };
  });
  return [...before, ...after];
}

/** The net between the steps, as [x0, x1, net]: from where the axis begins, and from each step to the next. */
function levels(
  org: OrgBalance,
  box: Box,
  placed: readonly Placed[],
): readonly (readonly [number, number, number])[] {
  const first = placed.find(({ x }) => x >= box.x);
  const start = [
    box.x,
    first?.x ?? box.x + box.width,
    org.steps[0]?.before ?? org.months.at(-1)?.net ?? 0,
  ] as const;
  const between = placed.map(({ step, x, width, next }) => [x + width, next, netAfter(step)] as const);
  return [start, ...between].filter(([x0, x1]) => x1 > x0 + 0.1);
}

/** One block a move: those in climb from the net before the month, those out go down from there. */
function steps(
  model: BalanceModel,
  org: OrgBalance,
  box: Box,
  range: Range,
  frame: Frame,
  early: Early | undefined,
): Pick<Piece, 'marks' | 'shapes'> {
  const { say, lang } = frame;
  const y = scaleY(box, range);
  const height = box.height / (range[1] - range[0]);
  const placed = placeSteps(model, org, box, early);
  const gap = monthWidth(model, box) > 12 ? 1 : 0.5;
  const lines = levels(org, box, placed).map(([x0, x1, net]) => ({
    d: polyline(level(x0, x1, y(net))),
    tone: org.id,
    stroke: 1.5,
  }));
  const blocks = placed.flatMap(({ step, x: left, width: whole }) => {
    // A month with both has them side by side.
    const half = step.in.length > 0 && step.out.length > 0 ? 2 : 1;
    const width = whole / half;
    return [
      ...step.in.map((move, i) => ({ move, width, left, top: y(step.before + i + 1) })),
      ...step.out.map((move, i) => ({
        move,
        width,
        left: left + (half - 1) * width,
        top: y(peakOf(step) - i),
      })),
    ];
  });
  return {
    // Outlined blocks are pale: on a ground of paper the range does not show through.
    shapes: [
      ...lines,
      ...blocks.map(({ left, top, width }) => ({ d: boxPath(left, top, width, height), tone: 'paper' })),
    ],
    marks: blocks.map(({ move, left, top, width }): Mark => {
      const inset = move.confirmed ? gap : gap + 0.6;
      return {
        id: move.id,
        name: say('mark.move', {
          person: move.person,
          from: model.nameOf(move.from),
          to: model.nameOf(move.to),
          date: formatDate(move.date, lang),
          status: say(`table.${move.status}`),
        }),
        look: move.confirmed ? 'solid' : 'said',
        tone: move.from,
        date: move.date,
        d: boxPath(left + inset, top + inset, width - 2 * inset, height - 2 * inset),
        hit: boxPath(left, top, width, height),
      };
    }),
  };
}

/**
 * A name at every step where all find room, with the year where no more is known; else the largest month in
 * words. `marks` are the blocks of `panel`.
 */
export function stepLabels(
  marks: readonly Mark[],
  model: BalanceModel,
  org: OrgBalance,
  box: Box,
  range: Range,
  frame: Frame,
  early: Early | undefined,
): Label[] {
  const y = scaleY(box, range);
  const left = early?.x ?? box.x;
  const blocks = marks.map((mark) => extentOfPath(mark.d));
  const lines = levels(org, box, placeSteps(model, org, box, early)).map(([x0, x1, net]) => ({
    x: x0,
    y: y(net) - 1,
    width: x1 - x0,
    height: 2,
  }));
  const zero = { x: left, y: y(0), width: box.x + box.width - left, height: 1 };
  const moves = new Map(wayOf(org, 'named').moves.map((move) => [move.id, move]));
  const placed: Label[] = [];
  const alone = (one: Label) => free(one, []);
  const free = (one: Label, others: readonly Label[] = placed) => {
    const own = boxOf(one, frame.measure);
    const within = own.x >= left - 1 && own.x + own.width <= box.x + box.width && own.y >= box.y - 8;
    const taken = [...blocks, ...lines, zero, ...others.map((other) => boxOf(other, frame.measure))];
    return within && !taken.some((other) => overlap(own, other, 0.5));
  };
  for (const [i, mark] of marks.entries()) {
    const move = moves.get(mark.id);
    const at = blocks[i];
    if (!move || !at) continue;
    const text = move.date.length === 4 ? `${move.person}, ${move.date}` : move.person;
    const [right, middle, foot] = [at.x + at.width, at.y + at.height / 2 + 4.5, at.y + at.height];
    const end = { anchor: 'end' as const, mark: mark.id };
    const fits = [
      label(text, right + 6, middle, { mark: mark.id }),
      label(text, at.x - 6, middle, end),
      label(text, at.x, at.y - 6, { mark: mark.id }),
      label(text, at.x, foot + 15, { mark: mark.id }),
      label(text, right, at.y - 6, end),
      label(text, right, foot + 15, end),
    ].find((one) => free(one));
    if (!fits) return largestMonth(org, model, box, range, frame).filter(alone).slice(0, 1);
    placed.push(fits);
  }
  return placed;
}

/** Below this a month stands out by nothing. */
const NOTABLE = 4;

/**
 * "June 2025: 10 out", left or right of the tallest stack, at its end; only moves known to be of that month count.
 * Nothing where no month stands out.
 */
function largestMonth(org: OrgBalance, model: BalanceModel, box: Box, range: Range, frame: Frame): Label[] {
  const { say, lang } = frame;
  const known = (moves: MonthStep['in']) => moves.filter((move) => move.date.length > 4).length;
  const size = (step: MonthStep) => Math.max(known(step.in), known(step.out));
  const [most] = [...org.steps].sort((a, b) => size(b) - size(a));
  if (!most || size(most) < NOTABLE) return [];
  const way = known(most.in) >= known(most.out) ? 'in' : 'out';
  const text = say(`month.${way}`, { month: formatDate(most.month, lang), n: size(most) });
  const x = scaleX(model, box)(most.month);
  const y = scaleY(box, range)(way === 'in' ? peakOf(most) : netAfter(most)) + (way === 'in' ? 14 : -5);
  return [label(text, x - 8, y, { anchor: 'end' }), label(text, x + monthWidth(model, box) + 8, y)];
}

/** The box around the corners of a path of straight lines. */
function extentOfPath(d: string): Box {
  const numbers = [...d.matchAll(/-?[\d.]+/g)].map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
