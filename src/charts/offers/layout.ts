/** Where every sum of `offers` lies: how many are disputed, then a bar from zero each, words above and below it. */
import { range, scaleLinear } from 'd3';
import { formatNumber } from '~/i18n/numbers';
import { axisBelow, gridDown, numberTicks, TICK_SIZE } from '~/kit/axis';
import { area, box, firstFitting, over, type Part, pad, run, sheet, space, stack } from '~/kit/block';
import type { Item } from '~/kit/items';
import { BEYOND, barPath, boxPath, markIn } from '~/kit/shapes';
import { text } from '~/kit/text';
import { CARD, type Frame, type Layout } from '../contract';
import { amountOf, type Claim, type OffersModel } from './definition';

/** Height of a bar, size of the words, and what lies between two rows. */
const SIZES = {
  wide: { bar: 19, amount: 16, small: 14, gap: 21, spare: 30 },
  medium: { bar: 14, amount: 13.5, small: 12, gap: 11, spare: 16 },
  narrow: { bar: 10, amount: 13, small: 12, gap: 6, spare: 10 },
};
/** No sum is drawn thinner than the eye can find. */
const SLIVER = 2;
const TICKS = 3;
/** An axis ends before its drawing does. */
const EDGE = 2;

export const page: Layout<OffersModel> = ({ claims }, frame) => {
  const sizes = SIZES[frame.kind === 'medium' || frame.kind === 'narrow' ? frame.kind : 'wide'];
  const ticksOf = (end: number) =>
    numberTicks(scaleOf(claims, end), TICKS, (tick, isLast) => tickText(tick, isLast, frame));
  // The last tick stands in the middle of its words.
  const half = text(ticksOf(frame.width).at(-1)?.text ?? '', { size: TICK_SIZE }).width / 2;
  const end = frame.width - Math.max(sizes.spare, half + EDGE);
  const [x, ticks] = [scaleOf(claims, end), ticksOf(end)];
  const rows = claims.map((claim) =>
    area(
      stack([
        heading(claim, frame, sizes),
        space(3),
        over(gridDown(ticks.slice(1), sizes.bar), bar(claim, x(claim.dollars), sizes.bar, frame)),
        below(claim, frame, sizes),
      ]),
      claim.id,
      frame.width,
    ),
  );
  return sheet(
    stack([
      tally(claims, frame),
      space(sizes.gap + 2),
      stack(rows, { gap: sizes.gap }),
      space(8),
      axisBelow(ticks, frame.width - EDGE),
      claims.length > 1 &&
        pad(text(frame.say('years'), { size: sizes.small, tone: 'muted', room: frame.width }), { top: 6 }),
    ]),
    frame.width,
  );
};

/** Dollars to pixels: zero at the left edge, the largest sum or the tick beyond it at `end`. */
function scaleOf(claims: readonly Claim[], end: number) {
  const most = Math.max(...claims.map((claim) => claim.dollars), 0);
  return scaleLinear([0, most || 1], [0, end]).nice(TICKS);
}

/** The finding before any length: a square for each sum, solid or dashed, and how many are which. */
function tally(claims: readonly Claim[], { say, kind, width }: Frame): Part {
  const size = kind === 'wide' ? 20 : 16;
  const pitch = Math.min(size + 5, width / Math.max(1, claims.length));
  const side = 0.8 * pitch;
  const n = claims.filter((claim) => claim.disputed).length;
  const squares = box(pitch * claims.length, side, (x, y): Item[] =>
    claims.map((claim, i) => {
      const at = { x: x + i * pitch + 1, y: y + 1, width: side - 2, height: side - 2 };
      return claim.disputed
        ? { kind: 'shape', d: boxPath(at), stroke: 'ink', width: 1.5, dash: '3 2.2' }
        : { kind: 'shape', d: boxPath(at), fill: 'ink' };
    }),
  );
  const words = text(say('tally', { n, all: claims.length }), {
    size,
    face: 'label-600',
    room: width,
    sums: claims.map(({ id }) => id),
  });
  return run([squares, words], width, { gap: 6, align: 'middle' });
}

/** "500 Mio.": a sum as short as its language has it; the last says the currency. */
function tickText(tick: number, isLast: boolean, { say, lang }: Frame): string {
  if (tick === 0) return '0';
  const [key, unit] = tick < 1e9 ? ['million', 1e6] : ['billion', 1e9];
  const value = formatNumber(tick / Number(unit), lang);
  return say(`tick.${key}`, { value, last: isLast ? 'yes' : 'no' });
}

type Sizes = (typeof SIZES)['wide'];

/** The sum, and what it is for. */
const heading = (claim: Claim, { say, lang, width }: Frame, { amount }: Sizes): Part =>
  text([{ text: amountOf(claim, say, lang), face: 'label-600' }, claim.terms], {
    size: amount,
    room: width,
    mark: claim.id,
  });

/** Who says so and who disputes it. */
function below(claim: Claim, { say, width }: Frame, { small }: Sizes): Part {
  const style = { size: small, room: width, mark: claim.id };
  const denies = claim.denies && text(say('denies', { who: claim.denies }), style);
  const says = text(say('says', { who: claim.says }), { ...style, tone: 'muted' });
  return run([says, denies], width, { gap: 18 });
}

/** A bar from zero, cut into its years where their number is known; what its length does not tell stands behind it. */
function bar(claim: Claim, long: number, height: number, frame: Frame): Part {
  const width = Math.max(SLIVER, long);
  const slivers = claim.bound === 'more-than' ? BEYOND * height : 0;
  const said = long < SLIVER ? 'sliver' : claim.bound === 'more-than' ? 'more' : '';
  const words = said && text(frame.say(said), { size: 12, tone: 'muted', mark: claim.id, halo: true });
  const after = width + slivers + 6;
  const cuts = range(1, claim.years ?? 1).map((year) => (year / (claim.years ?? 1)) * width);
  return box(frame.width, height, (x, y): Item[] => [
    markIn(markOf(claim, frame), { x, y, width, height }, (inner) => barPath(inner, claim.bound)),
    ...cuts.map(
      (cut): Item => ({
        kind: 'line',
        x1: x + cut,
        y1: y,
        x2: x + cut,
        y2: y + height,
        tone: claim.disputed ? 'muted' : 'paper',
        width: claim.disputed ? 1 : 1.5,
      }),
    ),
    ...(words && after + words.width <= frame.width ? words.at(x + after, y + height / 2 - 8) : []),
  ]);
}

const markOf = (claim: Claim, { say, lang }: Frame) => ({
  id: claim.id,
  name: say('mark', {
    amount: amountOf(claim, say, lang),
    terms: claim.terms,
    says: claim.says,
    denies: claim.denies,
    disputed: String(claim.disputed),
  }),
  // What is disputed is not the loudest, however long.
  look: claim.disputed ? ('ghost' as const) : ('solid' as const),
  tone: 'ink',
  date: claim.date,
});

/** Sizes of a card's words, tried in turn; height of its bars; from one to the next. */
const CARD_SIZES = { words: [50, 44, 38], bar: 80, pitch: 180 };

/** A reduction: the largest disputed sum and who disputes it, over the smallest that nobody does. */
export const card: Layout<OffersModel> = ({ claims }, frame) => {
  const shown = [claims.findLast((claim) => claim.disputed), claims.find((claim) => !claim.disputed)].filter(
    (claim) => claim !== undefined,
  );
  const { bar: height, pitch } = CARD_SIZES;
  const open = shown.some((claim) => claim.bound === 'more-than');
  const x = scaleLinear(
    [0, Math.max(...shown.map((claim) => claim.dollars), 1)],
    [0, frame.width - (open ? BEYOND * height : 4)],
  );
  const parts = shown.map((claim) => {
    const width = Math.max(3 * SLIVER, x(claim.dollars));
    const drawn = box(frame.width, height, (left, y) => [
      markIn(
        markOf(claim, frame),
        { x: left, y, width, height },
        (inner) => barPath(inner, claim.bound),
        CARD.weight,
      ),
    ]);
    const row = stack([cardWords(claim, frame), drawn], { gap: 4 });
    return box(frame.width, pitch, row.at);
  });
  return sheet(stack(parts), frame.width, { weight: CARD.weight, height: CARD.height });
};

/** The sum, and who disputes it where that has room. */
function cardWords(claim: Claim, { say, lang, width }: Frame): Part {
  const amount = { text: amountOf(claim, say, lang), face: 'label-600' as const };
  const plain = say(`card.${claim.disputed}`);
  const named = claim.denies ? [say('card.denied', { who: claim.denies })] : [];
  const tries = [...named, plain].flatMap((said) =>
    CARD_SIZES.words.map((size) => () => text([amount, { text: said, tone: 'muted' }], { size })),
  );
  return firstFitting([...tries, () => text([amount], { size: 38, room: width })], { width });
}
