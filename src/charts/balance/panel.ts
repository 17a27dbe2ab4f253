/** A panel of `balance`: the net of one organisation over time, as a line among the others or as steps with names. */
import type { Move, PartialDate } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import { formatSigned } from '~/i18n/numbers';
import type { Mark } from '~/kit/draw';
import { type Box, boxOf, type Label, label, labelRow, overlap } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import { boxPath } from '~/kit/shapes';
import type { MonthStep, NetMonth } from '~/model/balance';
import type { Frame } from '../contract';
import { nameOfMove } from '../move-mark';
import { type BalanceModel, lineId, lineText, type OrgBalance, wayOf } from './definition';
import { CONTEXT, empty, level, type Piece, type Point, polygon, polyline, thickStep } from './pieces';

/** Least and most value drawn. */
export type Range = readonly [low: number, high: number];

const OWN_LINE = 2.5;
/** Strength of the band in which vague dates lie: in the own hue behind a line, without hue behind blocks. */
const BAND = { line: 0.22, blocks: 0.15 };
const TICK_STEP = 5;

/** For all organisations and readings, as far below zero as above. */
export function commonRange(orgs: readonly OrgBalance[]): Range {
  const all = orgs.flatMap(({ months }) => months.flatMap(({ low, high }) => [low, high]));
  const most = Math.max(TICK_STEP, ...all.map(Math.abs));
  return [-most, most];
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

/** Left edge of a month; the months of the axis fill the box, all equally wide. */
export function scaleX(model: BalanceModel, box: Box): (month: PartialDate) => number {
  const first = monthNumber(model.from);
  const unit = monthWidth(model, box);
  return (month) => box.x + (monthNumber(month) - first) * unit;
}
const monthNumber = (month: PartialDate) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
const monthCount = (model: BalanceModel) => monthNumber(model.until) - monthNumber(model.from) + 1;
const monthWidth = (model: BalanceModel, box: Box) => box.width / monthCount(model);

/** The axis of an organisation's own view: as even as it can be with every block equally wide. */
export interface Months {
  /** Left edge of a month. */
  x(month: PartialDate): number;
  /** Width of a block. */
  block: number;
  /** Whether months without moves are clearly narrower than those with some. */
  uneven: boolean;
}
const LEAST_BLOCK = 8;
const WIDEST_BLOCK = 20;
/** Below this share of an even month, an empty month is called narrow. */
const NARROW = 0.97;
/** Moves in and moves out of one month stand side by side. */
const columnsOf = (step: MonthStep) => Number(step.in.length > 0) + Number(step.out.length > 0);

/**
 * All months equally wide where a block of at least 8 pixels fits. Else months with moves are as wide as their
 * blocks need, at least 8 pixels each unless there are more than the box can hold; the others share what is left.
 */
function monthsOf(model: BalanceModel, org: OrgBalance, box: Box): Months {
  const first = monthNumber(model.from);
  const count = monthCount(model);
  const columns = new Array<number>(count).fill(0);
  for (const step of org.steps) columns[monthNumber(step.month) - first] = columnsOf(step);
  const unit = box.width / count;
  const all = columns.reduce((sum, n) => sum + n, 0);
  const even = unit / Math.max(1, ...columns);
  const block = Math.min(WIDEST_BLOCK, Math.max(even, Math.min(LEAST_BLOCK, box.width / Math.max(1, all))));
  // The least width of a month, so that with the wider ones kept all of them fill the box.
  let least = unit;
  for (let kept = -1; ; ) {
    const wider = columns.filter((n) => n * block > least + 1e-9);
    if (wider.length === kept) break;
    kept = wider.length;
    const taken = wider.reduce((sum, n) => sum + n * block, 0);
    least = kept < count ? Math.max(0, (box.width - taken) / (count - kept)) : 0;
  }
  const edges = [box.x];
  for (const n of columns) edges.push((edges.at(-1) ?? box.x) + Math.max(n * block, least));
  return {
    x: (month) => edges[monthNumber(month) - first] ?? box.x + box.width,
    block,
    uneven: least < NARROW * unit,
  };
}

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

/** Organisation, net and its moves in and out of its own view; these below, or at `right`, where that is given. */
export function headOf(
  org: OrgBalance,
  { x, y, size, right }: { x: number; y: number; size: number; right?: number },
  frame: Frame,
): Label[] {
  const { net, in: into, out } = wayOf(org, 'named');
  const name = { text: org.name, size, face: 'label-600' as const, tone: `${org.id}-text` };
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

/** Lines that the heads of small panels take: 1 where organisation and counts fit side by side in all of them. */
export const smallHeadLines = (orgs: readonly OrgBalance[], width: number, frame: Frame): 1 | 2 =>
  orgs.every((org) =>
    smallHead(org, { x: 0, y: 0, lines: 1 }, frame).every((one) => endOf(one, frame) <= width),
  )
    ? 1
    : 2;
const endOf = (one: Label, { measure }: Frame) => one.x + measure(one.text, one.size, one.face);

/** Organisation and its named moves in and out, over a small panel. */
export function smallHead(
  org: OrgBalance,
  { x, y, lines }: { x: number; y: number; lines: 1 | 2 },
  frame: Frame,
): Label[] {
  const { in: into, out } = wayOf(org, 'named');
  const name = { text: org.name, face: 'label-600' as const, tone: `${org.id}-text` };
  const counts = { text: frame.say('inOut', { in: into, out }), tone: 'muted' };
  return lines === 1
    ? labelRow([name, counts], x, y, frame.measure, 6)
    : [...labelRow([name], x, y, frame.measure), label(counts.text, x, y + 17, { tone: counts.tone })];
}

/** "0" left of a box whose other values stand elsewhere. */
export const zeroLabel = (box: Box, range: Range): Label =>
  label('0', box.x - 7, scaleY(box, range)(0) + 4, { size: 12, tone: 'muted', anchor: 'end' });

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
  text: string;
}
const EARLY_GAP = 12;

/** Where the time axis begins when the cell begins at `x`. */
const axisStart = (x: number, early: Early | undefined) => (early ? early.end + EARLY_GAP : x);

/** Share of a box that the cell takes at most for its names. */
const EARLY_MOST = 0.3;

/**
 * The cell of an organisation in a box, for blocks of a width; undefined where all its moves lie on the axis.
 * `names`: with room for them beside the blocks, where that is not too much.
 */
function earlyOf(
  org: OrgBalance,
  { x, width }: Box,
  block: number,
  frame: Frame,
  names: boolean,
): Early | undefined {
  const years = [...new Set(org.early.map(({ month }) => month.slice(0, 4)))];
  if (years.length === 0) return undefined;
  const text = years.length > 1 ? `${years[0]}–${years.at(-1)}` : (years[0] ?? '');
  const columns = org.early.reduce((sum, step) => sum + columnsOf(step), 0);
  const moves = org.early.flatMap((step) => [...step.in, ...step.out]);
  const widest = Math.max(...moves.map((move) => reserve(frame.measure(nameAt(move, true), 13))));
  const named = columns * block + NAME_LEFT + widest + 2;
  const least = Math.max(columns * block, frame.measure(text, 12)) + 2;
  return { x, end: x + (names && named <= EARLY_MOST * width ? Math.max(named, least) : least), text };
}
/** Between a block and its name. */
const NAME_LEFT = 6;

/** A name as it stands at a block, with the year where the axis cannot tell it. */
const nameAt = (move: Move, year: boolean) =>
  year || move.date.length === 4 ? `${move.person}, ${move.date.slice(0, 4)}` : move.person;

/** Cell, box and months of an organisation's own view, in a box that they fill together. */
export function ownAxis(model: BalanceModel, org: OrgBalance, box: Box, frame: Frame, names: boolean) {
  const early = earlyOf(org, box, monthsOf(model, org, box).block, frame, names);
  const start = axisStart(box.x, early);
  const rest = { ...box, x: start, width: box.x + box.width - start };
  return { early, box: rest, months: monthsOf(model, org, rest) };
}

/** Years at the Januaries of the axis, where there is room for them; `x`: left edge of a month. */
export function yearLabels(
  model: BalanceModel,
  box: Box,
  frame: Frame,
  x = scaleX(model, box),
  early?: Early,
): Label[] {
  const at = (text: string, left: number) =>
    label(text, left, box.y + box.height + 18, { size: 12, tone: 'muted' });
  const end = box.x + box.width;
  const years = yearsOf(model)
    .map((year) => ({ year, left: x(`${year}-01`), room: frame.measure(year, 12) }))
    // The last may stand a little before its tick.
    .filter(({ left, room }) => left + 0.7 * room <= end)
    .map(({ year, left, room }) => at(year, Math.min(left, end - 1 - room)))
    .filter((one, i, all) => (all[i + 1]?.x ?? Infinity) - one.x > frame.measure(one.text, one.size) + 4);
  return early ? [at(early.text, early.x), ...years] : years;
}

/** Grid, range of the vague dates, and then the own line, among the others or alone, as one mark, or the moves as steps. */
export function panel(
  model: BalanceModel,
  org: OrgBalance,
  box: Box,
  range: Range,
  frame: Frame,
  { early, others = false }: { early?: Early | undefined; others?: boolean } = {},
): Piece {
  const y = scaleY(box, range);
  const months = model.view.kind === 'org' ? monthsOf(model, org, box) : undefined;
  const x = months?.x ?? scaleX(model, box);
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
    ...(months ? { tone: 'muted', opacity: BAND.blocks } : { tone: org.id, opacity: BAND.line }),
  });
  if (others)
    for (const other of model.orgs.filter((one) => one.id !== org.id))
      piece.shapes.push({ d: polyline(path(other, ({ net }) => net)), stroke: 1, ...CONTEXT });
  const zero = { d: polyline(level(early?.x ?? x1, x2, y(0))), tone: 'ink', stroke: 1 };
  if (months) {
    const { marks, shapes } = steps(model, org, box, range, frame, months, early);
    // Above the ground of the blocks, so that nothing breaks it.
    piece.shapes.push(...shapes, zero);
    piece.marks.push(...marks);
    return piece;
  }
  // Above the others, of which some run along it.
  piece.shapes.push(zero);
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
  org: OrgBalance,
  box: Box,
  { x, block }: Months,
  early: Early | undefined,
): readonly Placed[] {
  const before: Placed[] = [];
  let left = early?.x ?? 0;
  for (const step of early ? org.early : []) {
    const width = columnsOf(step) * block;
    before.push({ step, x: left, width, next: left + width });
    left += width;
  }
  const last = before.at(-1);
  if (last && early) last.next = early.end;
  const after = org.steps.map((step, i) => {
    const next = org.steps[i + 1];
    return {
      step,
      x: x(step.month),
      width: columnsOf(step) * block,
      next: next ? x(next.month) : box.x + box.width,
    };
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
  months: Months,
  early: Early | undefined,
): Pick<Piece, 'marks' | 'shapes'> {
  const y = scaleY(box, range);
  const height = box.height / (range[1] - range[0]);
  const placed = placeSteps(org, box, months, early);
  const width = months.block;
  const gap = width > 12 ? 1 : 0.5;
  const lines = levels(org, box, placed).map(([x0, x1, net]) => ({
    d: polyline(level(x0, x1, y(net))),
    tone: org.id,
    stroke: 1.5,
  }));
  const blocks = placed.flatMap(({ step, x: left }) => [
    ...step.in.map((move, i) => ({ move, left, top: y(step.before + i + 1) })),
    ...step.out.map((move, i) => ({
      move,
      // A month with both has them side by side.
      left: left + (step.in.length > 0 ? width : 0),
      top: y(peakOf(step) - i),
    })),
  ]);
  return {
    // Outlined blocks are pale: on a ground of paper the range does not show through.
    shapes: [
      ...lines,
      ...blocks.map(({ left, top }) => ({ d: boxPath(left, top, width, height), tone: 'paper' })),
    ],
    marks: blocks.map(({ move, left, top }): Mark => {
      const inset = move.confirmed ? gap : gap + 0.6;
      return {
        id: move.id,
        name: nameOfMove(move, model.nameOf, frame),
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
 * words. `marks` are the blocks of `panel`, `above` the free room over the box.
 */
export function stepLabels(
  marks: readonly Mark[],
  org: OrgBalance,
  box: Box,
  range: Range,
  frame: Frame,
  months: Months,
  early: Early | undefined,
  above = 8,
): Label[] {
  const y = scaleY(box, range);
  const left = early?.x ?? box.x;
  const blocks = marks.map((mark) => extentOfPath(mark.d));
  const lines = levels(org, box, placeSteps(org, box, months, early)).map(([x0, x1, net]) => ({
    x: x0,
    y: y(net) - 1,
    width: x1 - x0,
    height: 2,
  }));
  const across = [0, ...ticksOf(range)].map((tick) => ({
    x: left,
    y: y(tick) - 0.5,
    width: box.x + box.width - left,
    height: 1,
  }));
  const band = org.months.flatMap(({ month, low, high }, i) => {
    if (low === high) return [];
    const next = org.months[i + 1];
    const x0 = months.x(month);
    const x1 = next ? months.x(next.month) : box.x + box.width;
    return [{ x: x0, y: y(high), width: x1 - x0, height: y(low) - y(high) }];
  });
  const moves = new Map(wayOf(org, 'named').moves.map((move) => [move.id, move]));
  const placed: Label[] = [];
  /** Names in one line keep apart. */
  const apart = (other: Label): Box => {
    const own = boxOf(other, frame.measure);
    return { ...own, x: own.x - NAME_GAP, width: own.width + 2 * NAME_GAP };
  };
  const alone = (one: Label) => free(one, []);
  const free = (one: Label, more: readonly Box[] = placed.map(apart)) => {
    const own = boxOf(one, frame.measure);
    // A name of the cell keeps to it, as those of the axis keep out of it: the gap parts the years.
    const inCell =
      early !== undefined && blocks.some((at, i) => marks[i]?.id === one.mark && at.x < early.end);
    const [from, to] = inCell ? [left, early.end] : [box.x, box.x + box.width];
    const within = own.x >= from - 1 && own.x + own.width <= to + 1 && own.y >= box.y - above;
    const taken = [...blocks, ...lines, ...across, ...more];
    return within && !taken.some((other) => overlap(own, other, 0.5));
  };
  /** Right of the range of vague dates that begins at a block, or of the block where none does. */
  const beyond = (right: number, { y: top, height }: Box) => {
    let end = right;
    for (const part of band)
      if (
        part.x < end + 3 &&
        part.x + part.width > end &&
        part.y < top + height - 1 &&
        part.y + part.height > top + 1
      )
        end = part.x + part.width;
    return end;
  };
  /** The first that lies wholly on paper, or else on the range of the vague dates. */
  const clearest = (of: readonly Label[]) =>
    of.find((one) => !band.some((part) => overlap(boxOf(one, frame.measure), part, 0.5))) ?? of[0];
  for (const [i, mark] of marks.entries()) {
    const move = moves.get(mark.id);
    const at = blocks[i];
    if (!move || !at) continue;
    const inCell = early !== undefined && at.x < early.end;
    const again = [...moves.values()].some((other) => other !== move && other.person === move.person);
    const text = nameAt(move, inCell || again);
    const [right, middle, foot] = [at.x + at.width, at.y + at.height / 2 + 4.5, at.y + at.height];
    const end = { anchor: 'end' as const, mark: mark.id };
    const fits = clearest(
      [
        label(text, right + NAME_LEFT, middle, { mark: mark.id }),
        label(text, at.x - 6, middle, end),
        label(text, beyond(right, at) + 6, middle, { mark: mark.id }),
        label(text, at.x, at.y - 6, { mark: mark.id }),
        label(text, at.x, foot + 15, { mark: mark.id }),
        label(text, right, at.y - 6, end),
        label(text, right, foot + 15, end),
        label(text, right + 10, at.y - 6, { mark: mark.id }),
        label(text, right + 10, foot + 15, { mark: mark.id }),
      ].filter((one) => free(one)),
    );
    if (!fits) return largestMonth(org, box, range, frame, months).filter(alone).slice(0, 1);
    placed.push(fits);
  }
  return placed;
}

/** Least distance of two names in one line. */
const NAME_GAP = 10;
/** Below this a month stands out by nothing. */
const NOTABLE = 4;

/**
 * "June 2025: 10 out", left or right of the tallest stack, at its end; only moves known to be of that month count.
 * Nothing where no month stands out.
 */
function largestMonth(org: OrgBalance, box: Box, range: Range, frame: Frame, months: Months): Label[] {
  const { say, lang } = frame;
  const known = (moves: MonthStep['in']) => moves.filter((move) => move.date.length > 4).length;
  const size = (step: MonthStep) => Math.max(known(step.in), known(step.out));
  const [most] = [...org.steps].sort((a, b) => size(b) - size(a));
  if (!most || size(most) < NOTABLE) return [];
  const way = known(most.in) >= known(most.out) ? 'in' : 'out';
  const text = say(`month.${way}`, { month: formatDate(most.month, lang), n: size(most) });
  const x = months.x(most.month);
  const [peak, after] = [peakOf(most), netAfter(most)].map(scaleY(box, range)) as [number, number];
  // From the end of the stack towards its middle, so that a line of the grid can be passed.
  return Array.from({ length: 6 }, (_, i) => (way === 'in' ? peak + 14 + 5 * i : after - 5 - 5 * i)).flatMap(
    (y) => [label(text, x - 8, y, { anchor: 'end' }), label(text, x + columnsOf(most) * months.block + 8, y)],
  );
}

/** The box around the corners of a path of straight lines. */
function extentOfPath(d: string): Box {
  const numbers = [...d.matchAll(/-?[\d.]+/g)].map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
