/** Where every sum of `offers` lies: bars from zero on one linear scale, words above and below, never on them. */
import { scaleLinear } from 'd3';
import { formatNumber, spellNumber } from '~/i18n/numbers';
import { BEYOND, barPath } from '~/kit/bars';
import type { Line, Mark } from '~/kit/draw';
import { type Label, type LabelOptions, label, labelRow } from '~/kit/labels';
import { balanceText, reserve } from '~/kit/measure';
import { boxPath } from '~/kit/shapes';
import { tickLabels } from '~/kit/ticks';
import { CARD_HEIGHT, type Frame, type Geometry, type Layout } from '../contract';
import { amountOf, type Claim, capital, type OffersModel } from './definition';

export interface OffersGeometry extends Geometry {
  lines: readonly Line[];
  /** The marks in two strokes. */
  solid: readonly Mark[];
  dashed: readonly Mark[];
  dash: string;
}

interface Sizes {
  /** Room at the right, for an open end. */
  spare: number;
  bar: number;
  amount: number;
  text: number;
  small: number;
  /** Between a row's words and its bar, and between rows. */
  gap: number;
  rows: number;
}

const SIZES: Record<'wide' | 'narrow', Sizes> = {
  wide: { spare: 40, bar: 16, amount: 16, text: 15, small: 13.5, gap: 8, rows: 15 },
  narrow: { spare: 10, bar: 12, amount: 15, text: 14, small: 13, gap: 7, rows: 14 },
};
/** No sum is drawn thinner than the eye can find. */
const SLIVER = 2;
/** A group's head: its type, and what it takes from the drawing. */
const HEAD = { size: 18, height: 30 };
/** A card's outline is drawn by lines of its own weight. */
const NO_STROKE = '0 9999';

export const layout: Layout<OffersModel, OffersGeometry> = (model, frame) =>
  frame.kind === 'card'
    ? layoutCard(model, frame)
    : layoutBars(model, frame, SIZES[frame.kind === 'narrow' ? 'narrow' : 'wide']);

/** Dollars to pixels: zero at the left edge, the largest sum or the tick beyond it at `end`. */
function scaleOf(claims: readonly Claim[], end: number) {
  const most = Math.max(...claims.map((claim) => claim.dollars), 0);
  return scaleLinear()
    .domain([0, most || 1])
    .nice(3)
    .range([0, end]);
}

function layoutBars(model: OffersModel, frame: Frame, sizes: Sizes): OffersGeometry {
  const { claims } = model;
  const x = scaleOf(claims, frame.width - sizes.spare);
  const ticks = x.ticks(3);
  const labels: Label[] = [];
  const lines: Line[] = [];
  const marks: Mark[] = [];
  let y = 0;

  for (const disputed of [false, true]) {
    const group = claims.filter((claim) => claim.disputed === disputed);
    if (group.length === 0) continue;
    const n = group.length;
    const head = frame.say(`group.${disputed}`, { n, word: capital(spellNumber(n, frame.lang)) });
    labels.push(label(head, 0, y + 16, { size: HEAD.size, face: 'label-600' }));
    const from = frame.measure(head, HEAD.size, 'label-600') + 14;
    lines.push({ x1: from, y1: y + 10.5, x2: frame.width, y2: y + 10.5, tone: 'rule' });
    y += HEAD.height;
    for (const claim of group) {
      const top = y;
      y += 4;
      const heading = headingOf(claim, frame, sizes);
      for (const line of heading) {
        y += line.height;
        labels.push(...line.place(y));
      }
      y += sizes.gap;
      const width = Math.max(SLIVER, x(claim.dollars));
      let clear = width + 4;
      if (x(claim.dollars) < SLIVER) {
        const beside = width + 7 + (claim.bound === 'more-than' ? BEYOND * sizes.bar : 0);
        const style = { size: 13, tone: 'muted', mark: claim.id };
        const text = frame.say('sliver');
        labels.push(label(text, beside, y + sizes.bar / 2 + 4.5, style));
        clear = beside + reserve(frame.measure(text, style.size)) + 4;
      }
      for (const tick of ticks.slice(1)) {
        if (x(tick) > clear && x(tick) <= frame.width)
          lines.push({ x1: x(tick), y1: y, x2: x(tick), y2: y + sizes.bar, tone: 'rule' });
      }
      const barTop = y;
      y += sizes.bar;
      for (const line of belowOf(claim, frame, sizes)) {
        y += line.height;
        labels.push(...line.place(y));
      }
      marks.push(
        markOf(claim, frame, {
          width,
          top: barTop,
          height: sizes.bar,
          hit: boxPath(0, top, frame.width, y + 6 - top),
        }),
      );
      y += sizes.rows;
    }
    y += 6;
  }
  y -= 6;
  lines.push({ x1: 0, y1: y, x2: x.range()[1] ?? 0, y2: y, tone: 'muted' });
  for (const tick of ticks) lines.push({ x1: x(tick), y1: y, x2: x(tick), y2: y + 5, tone: 'muted' });
  const last = ticks.at(-1);
  const text = (tick: number) => tickText(tick, tick === last, frame);
  labels.push(
    ...tickLabels(ticks, { y: y + 19, left: 0, right: frame.width - 2, text, x, measure: frame.measure }),
  );
  return drawing(frame.width, y + 23, marks, labels, lines);
}

/** "500 Mio.": a sum as short as its language has it; the last says the currency. */
function tickText(tick: number, last: boolean, frame: Frame): string {
  if (tick === 0) return '0';
  const [key, unit] = tick < 1e9 ? ['million', 1e6] : ['billion', 1e9];
  return frame.say(`tick.${key}`, {
    value: formatNumber(tick / Number(unit), frame.lang),
    last: last ? 'yes' : 'no',
  });
}

/** One line of words: its height, and its labels once its baseline is known. */
interface TextLine {
  height: number;
  place(y: number): Label[];
}

/** The sum, and what it is for: in one line where both fit. */
function headingOf(claim: Claim, frame: Frame, sizes: Sizes): TextLine[] {
  const amount = {
    text: amountOf(claim, frame.say, frame.lang),
    size: sizes.amount,
    face: 'label-600' as const,
    mark: claim.id,
  };
  const terms = { text: claim.terms, size: sizes.text, mark: claim.id };
  const gap = 8;
  const both =
    reserve(frame.measure(amount.text, amount.size, amount.face)) +
    gap +
    reserve(frame.measure(terms.text, terms.size));
  if (both <= frame.width) {
    return [{ height: sizes.amount + 2, place: (y) => labelRow([amount, terms], 0, y, frame.measure, gap) }];
  }
  return [
    { height: sizes.amount + 2, place: (y) => [label(amount.text, 0, y, amount)] },
    ...wrapped(claim.terms, frame, { size: sizes.text, mark: claim.id }),
  ];
}

/** Who says so and who disputes it: in one line where both fit. */
function belowOf(claim: Claim, frame: Frame, sizes: Sizes): TextLine[] {
  const style = (tone: string): LabelOptions & { size: number } => ({
    size: sizes.small,
    tone,
    mark: claim.id,
  });
  const says = frame.say('says', { who: claim.says });
  const denies = claim.denies ? frame.say('denies', { who: claim.denies }) : '';
  const gap = 22;
  const height = sizes.small + 4.5;
  const width = (text: string) => reserve(frame.measure(text, sizes.small));
  if (width(says) + (denies ? gap + width(denies) : 0) <= frame.width) {
    const parts = [{ text: says, ...style('muted') }, ...(denies ? [{ text: denies, ...style('ink') }] : [])];
    return [{ height, place: (y) => labelRow(parts, 0, y, frame.measure, gap) }];
  }
  return [...wrapped(says, frame, style('muted')), ...(denies ? wrapped(denies, frame, style('ink')) : [])];
}

function wrapped(text: string, frame: Frame, options: LabelOptions & { size: number }): TextLine[] {
  return balanceText(text, frame.width, options.size, 'label-400', frame.measure).map((line) => ({
    height: options.size + 4,
    place: (y) => [label(line, 0, y, options)],
  }));
}

interface Bar {
  width: number;
  top: number;
  height: number;
  hit?: string;
}

function markOf(claim: Claim, frame: Frame, { width, top, height, hit }: Bar): Mark {
  return {
    id: claim.id,
    name: frame.say('mark', {
      amount: amountOf(claim, frame.say, frame.lang),
      terms: claim.terms,
      says: claim.says,
      denies: claim.denies,
      disputed: String(claim.disputed),
    }),
    look: claim.disputed ? 'said' : 'solid',
    tone: 'ink',
    date: claim.date,
    d: barPath(0, top, width, height, claim.bound),
    hit,
  };
}

const CARD = { size: 50, least: 44, bar: 80 };

/** A reduction: the largest disputed sum and who disputes it, over the smallest that nobody does. */
function layoutCard({ claims }: OffersModel, frame: Frame): OffersGeometry {
  const shown = [claims.findLast((claim) => claim.disputed), claims.find((claim) => !claim.disputed)].filter(
    (claim) => claim !== undefined,
  );
  const most = Math.max(...shown.map((claim) => claim.dollars), 1);
  const open = shown.some((claim) => claim.bound === 'more-than');
  const end = frame.width - (open ? BEYOND * CARD.bar : 2);
  const marks: Mark[] = [];
  const lines: Line[] = [];
  const labels: Label[] = [];
  shown.forEach((claim, i) => {
    const y = i * 180;
    const width = Math.max(2 * SLIVER, (claim.dollars / most) * end);
    const top = y + 64;
    marks.push(markOf(claim, frame, { width, top, height: CARD.bar }));
    // A stroke made for reading is a hair on a card.
    if (claim.disputed) lines.push(...outline(width, top, CARD.bar, claim.bound !== 'more-than'));
    labels.push(...cardWords(claim, y + 46, frame));
  });
  return { ...drawing(frame.width, CARD_HEIGHT, marks, labels, lines), dash: NO_STROKE };
}

/** The sum, and who disputes it where that has room. */
function cardWords(claim: Claim, y: number, frame: Frame): Label[] {
  const amount = { text: amountOf(claim, frame.say, frame.lang), face: 'label-600' as const };
  const plain = frame.say(`card.${claim.disputed}`);
  const named = claim.denies ? [frame.say('card.denied', { who: claim.denies })] : [];
  const tries = [...named, plain].flatMap((text) => [CARD.size, CARD.least].map((size) => ({ text, size })));
  const fit = tries.find(
    ({ text, size }) =>
      reserve(frame.measure(amount.text, size, amount.face)) + 16 + reserve(frame.measure(text, size)) <=
      frame.width,
  );
  const { text, size } = fit ?? { text: '', size: CARD.least };
  const parts = [{ ...amount, size }, ...(text ? [{ text, size, tone: 'muted' }] : [])];
  return labelRow(parts, 0, y, frame.measure, 16);
}

function outline(width: number, top: number, height: number, closed: boolean): Line[] {
  const dashed = { tone: 'ink', width: 4, dash: '16 10' };
  const low = top + height;
  return [
    { x1: 0, y1: top, x2: width, y2: top, ...dashed },
    { x1: 0, y1: low, x2: width, y2: low, ...dashed },
    { x1: 2, y1: top, x2: 2, y2: low, ...dashed },
    ...(closed ? [{ x1: width, y1: top, x2: width, y2: low, ...dashed }] : []),
  ];
}

function drawing(
  width: number,
  height: number,
  marks: readonly Mark[],
  labels: readonly Label[],
  lines: readonly Line[],
): OffersGeometry {
  const of = (look: Mark['look']) => marks.filter((mark) => mark.look === look);
  return {
    width,
    height: Math.ceil(height),
    marks,
    labels,
    lines,
    solid: of('solid'),
    dashed: of('said'),
    dash: '5 3.5',
  };
}
