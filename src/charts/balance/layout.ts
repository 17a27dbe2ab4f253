/** Where the lines, steps and dots of `balance` stand: a panel per organisation, and a strip of three counts. */
import type { PartialDate } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import { formatSigned } from '~/i18n/numbers';
import type { Line, Mark } from '~/kit/draw';
import { type Box, boxOf, type Label, label, labelRow, overlap } from '~/kit/labels';
import { balanceText } from '~/kit/measure';
import { boxPath, pillPath, round } from '~/kit/shapes';
import type { NetMonth, Way } from '~/model/balance';
import { CARD_HEIGHT, type Frame, type Geometry, type Layout } from '../contract';
import { type BalanceModel, lineId, lineText, type OrgBalance, wayId, wayLabel, wayOf } from './definition';

/** A line or a surface that is no datum of its own. */
export interface Shape {
  d: string;
  tone: string;
  /** Width of a stroke; absent: filled. */
  stroke?: number;
  opacity?: number;
}
export interface BalanceGeometry extends Geometry {
  lines: readonly Line[];
  /** Beneath the marks, in drawing order. */
  shapes: readonly Shape[];
}

export const layout: Layout<BalanceModel, BalanceGeometry> = (model, frame) =>
  frame.kind === 'card'
    ? layoutCard(model, frame)
    : frame.kind === 'narrow'
      ? layoutNarrow(model, frame)
      : layoutWide(model, frame);

type Point = readonly [x: number, y: number];

/** What is drawn, gathered piece by piece; `sum` puts pieces into one geometry. */
interface Piece {
  marks: Mark[];
  labels: Label[];
  lines: Line[];
  shapes: Shape[];
}
const empty = (): Piece => ({ marks: [], labels: [], lines: [], shapes: [] });
const sum = (width: number, height: number, pieces: readonly Piece[]): BalanceGeometry => ({
  ...{ width, height: Math.ceil(height) },
  marks: pieces.flatMap((piece) => piece.marks),
  labels: pieces.flatMap((piece) => piece.labels),
  lines: pieces.flatMap((piece) => piece.lines),
  shapes: pieces.flatMap((piece) => piece.shapes),
});

const PLOT_X = 200;
const OWN_LINE = 2.5;
const TICK_STEP = 5;

// Frames

function layoutWide(model: BalanceModel, frame: Frame): BalanceGeometry {
  const gap = 26;
  const n = model.shown.length;
  const columns = columnsOf(model, PLOT_X, (frame.width - PLOT_X - gap * (n - 1)) / n, gap);
  const single = n === 1 && model.view.kind === 'org';
  const [low, high] = single ? stepExtent(model.shown[0] as OrgBalance) : extent(model.orgs);
  const top = single ? 12 : 56;
  const height = single ? Math.min(300, 24 * (high - low)) : 190;
  const pieces = columns.map(({ org, x, width }) => {
    const box = { x, y: top, width, height };
    const piece = panel(model, org, box, [low, high], frame);
    piece.labels.push(...yearLabels(model, box, frame));
    if (single) {
      piece.labels.push(...headOf(org, 0, 20, 19, model, frame, 'below'));
      const names = nameSteps(piece.marks, model, org, box, [low, high], frame);
      piece.labels.push(...names);
    } else piece.labels.push(...headOf(org, x, 18, 17, model, frame, 'below'));
    return piece;
  });
  const first = columns[0];
  if (first) pieces.push(tickLabels({ x: PLOT_X, y: top, width: 0, height }, [low, high], frame));
  const axisText = balanceText(frame.say('axis'), 140, 13, 'label-400', frame.measure);
  const axis = empty();
  axis.labels.push(
    ...axisText.map((text, i) => label(text, 0, (single ? 74 : top + 4) + 17 * i, { tone: 'muted' })),
  );
  const y = top + height + 38;
  const below = strip(model, columns, y, frame, 'beside');
  return sum(frame.width, below.bottom, [...pieces, axis, below.piece]);
}

function layoutNarrow(model: BalanceModel, frame: Frame): BalanceGeometry {
  const single = model.view.kind === 'org';
  const gutter = 28;
  const range = single && model.shown[0] ? stepExtent(model.shown[0]) : extent(model.orgs);
  const height = single ? Math.min(240, 22 * (range[1] - range[0])) : 62;
  let y = 0;
  const pieces = model.shown.map((org, i) => {
    const box = { x: gutter, y: y + 28, width: frame.width - gutter, height };
    const piece = panel(model, org, box, range, frame);
    const ticks = tickLabels({ ...box }, range, frame);
    piece.labels.push(...headOf(org, 0, y + 16, 15, model, frame, 'right'), ...ticks.labels);
    y = box.y + height + 10;
    if (i === model.shown.length - 1) piece.labels.push(...yearLabels(model, box, frame));
    return piece;
  });
  const columns = columnsOf(model, 0, (frame.width - 8 * (model.shown.length - 1)) / model.shown.length, 8);
  const below = strip(model, columns, y + 30, frame, 'above');
  return sum(frame.width, below.bottom, [...pieces, below.piece]);
}

interface Column {
  org: OrgBalance;
  x: number;
  width: number;
}
const columnsOf = (model: BalanceModel, x: number, width: number, gap: number): Column[] =>
  model.shown.map((org, i) => ({ org, x: x + i * (width + gap), width }));

// Scales

/** Least and most over all organisations and readings, to full fives, with zero. */
function extent(orgs: readonly OrgBalance[]): readonly [number, number] {
  const all = orgs.flatMap(({ months }) => months.flatMap(({ low, high, net }) => [low, high, net]));
  const reach = Math.max(TICK_STEP, ...all.map(Math.abs));
  const even = Math.ceil(reach / TICK_STEP) * TICK_STEP;
  return [-even, even];
}

/** Least and most of one organisation, every step within a month included. */
function stepExtent(org: OrgBalance): readonly [number, number] {
  const steps = org.steps.flatMap((step) => [
    step.before,
    step.before + step.in.length,
    step.before + step.in.length - step.out.length,
  ]);
  const all = [0, ...steps, ...org.months.flatMap(({ low, high }) => [low, high])];
  return [Math.min(-1, ...all), Math.max(1, ...all)];
}

const scaleY =
  (box: Box, [low, high]: readonly [number, number]) =>
  (value: number) =>
    box.y + ((high - value) / (high - low)) * box.height;

/** Left edge of a month; the months of the axis fill the box. */
function scaleX(model: BalanceModel, box: Box): (month: PartialDate) => number {
  const first = monthNumber(model.from);
  const unit = monthWidth(model, box);
  return (month) => box.x + (monthNumber(month) - first) * unit;
}
const monthNumber = (month: PartialDate) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
const monthWidth = (model: BalanceModel, box: Box) =>
  box.width / (monthNumber(model.until) - monthNumber(model.from) + 1);

const ticksOf = ([low, high]: readonly [number, number]) => {
  const ticks: number[] = [];
  for (let t = Math.ceil(low / TICK_STEP) * TICK_STEP; t <= high; t += TICK_STEP) ticks.push(t);
  // Small multiples need the ends and the zero only.
  return high - low >= 20 && high === -low ? ticks.filter((t) => t === low || t === 0 || t === high) : ticks;
};

// Panels

/** Organisation, its net, and its moves in and out: in two lines, or left and right of one. */
function headOf(
  org: OrgBalance,
  x: number,
  y: number,
  size: number,
  model: BalanceModel,
  frame: Frame,
  place: 'below' | 'right',
): Label[] {
  const { net, in: into, out } = wayOf(org, 'named');
  const view = model.view.kind === 'all' ? org.id : undefined;
  const counts = frame.say('inOut', { in: into, out });
  return [
    ...labelRow(
      [
        { text: org.name, size, face: 'label-600', tone: `${org.id}-text`, ...(view ? { view } : {}) },
        { text: formatSigned(net, frame.lang), size, face: 'label-600' },
      ],
      x,
      y,
      frame.measure,
      5,
    ),
    place === 'below'
      ? label(counts, x, y + 19, { tone: 'muted' })
      : label(counts, frame.width, y, { tone: 'muted', anchor: 'end' }),
  ];
}

function tickLabels(box: Box, range: readonly [number, number], frame: Frame): Piece {
  const y = scaleY(box, range);
  return {
    ...empty(),
    labels: ticksOf(range).map((tick) =>
      label(formatSigned(tick, frame.lang), box.x - 7, y(tick) + 4, {
        size: 12,
        tone: 'muted',
        anchor: 'end',
      }),
    ),
  };
}

/** Years at the Januaries of the axis, where there is room for them. */
function yearLabels(model: BalanceModel, box: Box, frame: Frame): Label[] {
  const x = scaleX(model, box);
  const labels: Label[] = [];
  for (let year = Number(model.from.slice(0, 4)); `${year}-01` <= model.until; year++) {
    const at = x(`${year}-01`);
    const one = label(String(year), at, box.y + box.height + 17, { size: 12, tone: 'muted' });
    if (at + frame.measure(one.text, 12) <= box.x + box.width + 2) labels.push(one);
  }
  return labels;
}

/** Grid, range, the others' lines, then the own line as one mark, or the moves as steps. */
function panel(
  model: BalanceModel,
  org: OrgBalance,
  box: Box,
  range: readonly [number, number],
  frame: Frame,
): Piece {
  const y = scaleY(box, range);
  const x = scaleX(model, box);
  const single = model.view.kind === 'org';
  const [x1, x2] = [box.x, box.x + box.width];
  const piece = empty();
  for (const tick of ticksOf(range))
    piece.lines.push({ x1, x2, y1: y(tick), y2: y(tick), tone: tick === 0 ? 'muted' : 'rule' });
  for (let year = Number(model.from.slice(0, 4)); `${year}-01` <= model.until; year++) {
    const at = x(`${year}-01`);
    const foot = box.y + box.height;
    piece.lines.push({ x1: at, x2: at, y1: foot, y2: foot + 5, tone: 'rule' });
  }
  const path = (value: (month: NetMonth) => number, of: OrgBalance = org) =>
    stepPoints(of.months, x, x2, (month) => y(value(month)));
  piece.shapes.push({
    d: polygon([...path(({ high }) => high), ...path(({ low }) => low).reverse()]),
    tone: org.id,
    opacity: 0.2,
  });
  if (!single)
    for (const other of model.orgs.filter((one) => one.id !== org.id))
      piece.shapes.push({ d: polyline(path(({ net }) => net, other)), tone: 'rule', stroke: 1 });
  const own = path(({ net }) => net);
  if (single) {
    piece.shapes.push({ d: thickStep(own, 1.5), tone: org.id });
    piece.marks.push(...stepMarks(model, org, box, range, frame));
  } else
    piece.marks.push({
      id: lineId(org.id),
      name: frame.say('mark.line', { org: org.name, text: lineText(org, model, frame.say, frame.lang) }),
      look: 'solid',
      tone: org.id,
      d: thickStep(own, OWN_LINE),
      hit: boxPath(box.x, box.y, box.width, box.height),
    });
  return piece;
}

/** Corners of a line that holds its value through each month and steps at its beginning. */
function stepPoints(
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

const xy = ([x, y]: Point) => `${round(x)} ${round(y)}`;
const polyline = (points: readonly Point[]) =>
  points.map((point, i) => `${i ? 'L' : 'M'}${xy(point)}`).join('');
const polygon = (points: readonly Point[]) => `${polyline(points)}Z`;

/**
 * The outline of a line of right angles, `width` pixels thick: a mark is a surface, so that it is drawn, pointed
 * at and coloured like any other. Each corner is offset by the normals of its two sides, at right angles exact.
 */
export function thickStep(points: readonly Point[], width: number): string {
  const half = width / 2;
  const normal = (a: Point | undefined, b: Point | undefined): Point =>
    a && b ? [-Math.sign(b[1] - a[1]) * half, Math.sign(b[0] - a[0]) * half] : [0, 0];
  const side = (sign: 1 | -1): Point[] =>
    points.map((point, i) => {
      const before = normal(points[i - 1], point);
      const after = normal(point, points[i + 1]);
      return [point[0] + sign * (before[0] + after[0]), point[1] + sign * (before[1] + after[1])];
    });
  return polygon([...side(1), ...side(-1).reverse()]);
}

/** One block a move: those in climb from the net before the month, those out go down from there. */
function stepMarks(
  model: BalanceModel,
  org: OrgBalance,
  box: Box,
  range: readonly [number, number],
  frame: Frame,
): Mark[] {
  const { say, lang } = frame;
  const y = scaleY(box, range);
  const x = scaleX(model, box);
  const unit = monthWidth(model, box);
  const step = box.height / (range[1] - range[0]);
  const gap = unit > 12 ? 1 : 0.5;
  return org.steps.flatMap(({ month, before, in: into, out }) => {
    // A month with both has them side by side.
    const half = into.length > 0 && out.length > 0 ? 2 : 1;
    const width = unit / half;
    const peak = before + into.length;
    const blocks = [
      ...into.map((move, i) => ({ move, top: before + i + 1, left: x(month) })),
      ...out.map((move, i) => ({ move, top: peak - i, left: x(month) + (half - 1) * width })),
    ];
    return blocks.map(({ move, top, left }): Mark => {
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
        d: boxPath(left + inset, y(top) + inset, width - 2 * inset, step - 2 * inset),
        hit: boxPath(left, y(top), width, step),
      };
    });
  });
}

/** A name at every step, where all of them find room; else the largest month in words. */
function nameSteps(
  marks: readonly Mark[],
  model: BalanceModel,
  org: OrgBalance,
  box: Box,
  range: readonly [number, number],
  frame: Frame,
): Label[] {
  const boxes = marks.map((mark) => extentOfPath(mark.d));
  const y = scaleY(box, range);
  const x = scaleX(model, box);
  /** The line between the steps, as boxes no word may touch. */
  const line = stepPoints(org.months, x, box.x + box.width, ({ net }) => y(net));
  const runs = line.slice(1).map((b, i): Box => {
    const a = line[i] as Point;
    return {
      x: Math.min(a[0], b[0]),
      y: Math.min(a[1], b[1]) - 1,
      width: Math.abs(a[0] - b[0]),
      height: Math.abs(a[1] - b[1]) + 2,
    };
  });
  const placed: Label[] = [];
  const free = (one: Box) =>
    one.x >= box.x &&
    one.x + one.width <= box.x + box.width &&
    ![...boxes, ...runs, ...placed.map((l) => boxOf(l, frame.measure))].some((other) =>
      overlap(one, other, 1),
    );
  for (const [i, mark] of marks.entries()) {
    const move = wayOf(org, 'named').moves.find((one) => one.id === mark.id);
    const at = boxes[i];
    if (!move || !at) continue;
    const baseline = at.y + at.height / 2 + 4.5;
    const vague = move.date.length === 4 ? `${move.person}, ${move.date}` : move.person;
    const options = [
      label(vague, at.x + at.width + 7, baseline, { mark: move.id }),
      label(vague, at.x - 7, baseline, { mark: move.id, anchor: 'end' }),
    ];
    const fits = options.find((one) => free(boxOf(one, frame.measure)));
    if (!fits) return largestMonth(org, x, y, frame);
    placed.push(fits);
  }
  return placed;
}

/** "June 2025: 10 out", left of the tallest stack, at its end. */
function largestMonth(
  org: OrgBalance,
  x: (month: PartialDate) => number,
  y: (value: number) => number,
  { say, lang }: Frame,
): Label[] {
  const size = (step: OrgBalance['steps'][number]) => Math.max(step.in.length, step.out.length);
  const [most] = [...org.steps].sort((a, b) => size(b) - size(a));
  if (!most) return [];
  const way = most.in.length >= most.out.length ? 'in' : 'out';
  const end = way === 'in' ? most.before + most.in.length : most.before + most.in.length - most.out.length;
  const text = say(`month.${way}`, { month: formatDate(most.month, lang), n: size(most) });
  return [label(text, x(most.month) - 8, y(end) + (way === 'in' ? 14 : -5), { anchor: 'end' })];
}

/** The box around the end points of a path of straight lines. */
function extentOfPath(d: string): Box {
  const numbers = [...d.matchAll(/-?[\d.]+/g)].map(Number);
  const xs = numbers.filter((_, i) => i % 2 === 0);
  const ys = numbers.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

// Strip

const DOT = 10;
const LOOK = { confirmed: 'solid', named: 'said', counted: 'ghost' } as const;

/** The three nets of each organisation on one scale, row by row, with the words of each row beside or above it. */
function strip(
  model: BalanceModel,
  columns: readonly Column[],
  top: number,
  frame: Frame,
  place: 'beside' | 'above',
): { piece: Piece; bottom: number } {
  const { say, lang, measure } = frame;
  const piece = empty();
  const ways: readonly Way[] = ['confirmed', 'named', 'counted'];
  const nets = model.orgs.flatMap((org) => org.ways.map((way) => way.net));
  const [low, high] = [Math.min(0, ...nets), Math.max(0, ...nets)];
  const room = { confirmed: 0, named: 0, counted: 0 };
  const rows = ways.map((way) => {
    const text = wayLabel(way, model.larger, say, lang);
    const lines = balanceText(text, place === 'beside' ? PLOT_X - 24 : frame.width, 13, 'label-400', measure);
    room[way] = place === 'beside' ? Math.max(28, lines.length * 17 + 11) : lines.length * 17 + 27;
    return { way, lines };
  });
  let y = top;
  if (place === 'beside') {
    piece.lines.push({ x1: 0, x2: frame.width, y1: y, y2: y, tone: 'rule' });
    piece.labels.push(label(say('strip'), 0, y + 22, { face: 'label-600' }));
    y += 32;
  } else {
    piece.labels.push(label(say('strip'), 0, y + 14, { face: 'label-600' }));
    y += 22;
    if (columns.length > 1)
      for (const { org, x } of columns)
        piece.labels.push(label(org.name, x, y + 14, { face: 'label-600', tone: `${org.id}-text` }));
    y += columns.length > 1 ? 22 : 0;
  }
  const begin = y;
  const at = new Map<string, Point>();
  for (const { way, lines } of rows) {
    const height = room[way];
    const centre = place === 'beside' ? y + height / 2 : y + height - 14;
    const first = place === 'beside' ? centre + 4.5 - (17 * (lines.length - 1)) / 2 : y + 13;
    piece.labels.push(
      ...lines.map((text, i) =>
        label(text, 0, first + 17 * i, { tone: place === 'above' ? 'muted' : 'ink' }),
      ),
    );
    for (const { org, x, width } of columns) {
      // Room for a number on either side.
      const unit = (width - 62) / Math.max(1, high - low);
      const zero = x + 31 - low * unit;
      const net = wayOf(org, way).net;
      const cx = zero + net * unit;
      at.set(`${org.id} ${way}`, [cx, centre]);
      if (place === 'above')
        piece.lines.push({ x1: zero, x2: zero, y1: centre - 9, y2: centre + 9, tone: 'muted' });
      const inset = way === 'confirmed' ? 0 : 0.6;
      piece.marks.push({
        id: wayId(org.id, way),
        name: say('mark.way', {
          org: org.name,
          way: wayLabel(way, wayOf(org, 'counted').larger, say, lang),
          net: formatSigned(net, lang),
          in: wayOf(org, way).in,
          out: wayOf(org, way).out,
        }),
        look: LOOK[way],
        tone: way === 'counted' ? 'muted' : org.id,
        d: pillPath(cx - DOT / 2 + inset, centre - DOT / 2 + inset, DOT - 2 * inset, DOT - 2 * inset),
        hit: boxPath(cx - 12, centre - Math.min(12, height / 2), 24, Math.min(24, height)),
      });
      piece.labels.push(
        label(formatSigned(net, lang), net < 0 ? cx - 9 : cx + 9, centre + 4.5, {
          anchor: net < 0 ? 'end' : 'start',
          mark: wayId(org.id, way),
          ...(way === 'named' ? { face: 'label-600' as const } : {}),
        }),
      );
    }
    y += height;
  }
  if (place === 'beside')
    for (const { org, x, width } of columns) {
      const unit = (width - 62) / Math.max(1, high - low);
      const zero = x + 31 - low * unit;
      piece.lines.push({ x1: zero, x2: zero, y1: begin, y2: y, tone: 'muted' });
      piece.shapes.push({
        d: polyline(ways.map((way) => at.get(`${org.id} ${way}`) as Point)),
        tone: 'rule',
        stroke: 1.5,
      });
    }
  return { piece, bottom: y + 4 };
}

// Card

/** A reduction: where the three counts of each organisation lie about zero; or one line and its net. */
function layoutCard(model: BalanceModel, frame: Frame): BalanceGeometry {
  return model.view.kind === 'org' && model.shown[0]
    ? cardOf(model, model.shown[0], frame)
    : cardOfAll(model, frame);
}

function cardOfAll(model: BalanceModel, frame: Frame): BalanceGeometry {
  const { lang, measure, width } = frame;
  const piece = empty();
  const nets = model.orgs.flatMap((org) => org.ways.map((way) => way.net));
  const [low, high] = [Math.min(0, ...nets), Math.max(0, ...nets)];
  const size = 50;
  const x0 = Math.max(...model.orgs.map((org) => measure(org.name, size, 'label-600'))) + 110;
  const unit = (width - x0 - 110) / Math.max(1, high - low);
  const x = (net: number) => x0 + (net - low) * unit;
  const step = CARD_HEIGHT / model.orgs.length;
  piece.shapes.push({
    d: polyline([
      [x(0), 0],
      [x(0), CARD_HEIGHT],
    ]),
    tone: 'ink',
    stroke: 3,
  });
  model.orgs.forEach((org, i) => {
    const own = org.ways.map((way) => way.net);
    const [least, most] = [Math.min(...own), Math.max(...own)];
    const y = step * (i + 0.5);
    const thick = Math.min(34, step * 0.5);
    piece.shapes.push({
      d: pillPath(x(least) - thick / 2, y - thick / 2, x(most) - x(least) + thick, thick),
      tone: org.id,
    });
    const number = (net: number, at: number, anchor: 'start' | 'end') =>
      label(formatSigned(net, lang), at, y + size * 0.34, { size, anchor });
    piece.labels.push(
      label(org.name, 0, y + size * 0.34, { size, face: 'label-600', tone: `${org.id}-text` }),
      number(least, x(least) - thick / 2 - 14, 'end'),
      ...(most > least ? [number(most, x(most) + thick / 2 + 14, 'start')] : []),
    );
  });
  return sum(width, CARD_HEIGHT, [piece]);
}

function cardOf(model: BalanceModel, org: OrgBalance, frame: Frame): BalanceGeometry {
  const { lang, width, say } = frame;
  const piece = empty();
  const { net, in: into, out } = wayOf(org, 'named');
  const box = { x: 0, y: 8, width: width - 330, height: CARD_HEIGHT - 16 };
  const nets = org.months.map((month) => month.net);
  const range = [Math.min(-1, ...nets), Math.max(1, ...nets)] as const;
  const y = scaleY(box, range);
  const points = stepPoints(org.months, scaleX(model, box), box.x + box.width, (month) => y(month.net));
  piece.shapes.push(
    {
      d: polyline([
        [0, y(0)],
        [box.width, y(0)],
      ]),
      tone: 'muted',
      stroke: 3,
    },
    { d: thickStep(points, 12), tone: org.id },
  );
  piece.labels.push(
    label(formatSigned(net, lang), box.width + 40, 150, {
      size: 150,
      face: 'label-600',
      tone: `${org.id}-text`,
    }),
    label(say('card.in', { n: into }), box.width + 44, 226, { size: 46 }),
    label(say('card.out', { n: out }), box.width + 44, 286, { size: 46 }),
  );
  return sum(width, CARD_HEIGHT, [piece]);
}
