/** Sums as bars from zero on one linear scale; rent by the month, which is no sum, in words behind a bullet. */
import { scaleLinear } from 'd3';
import { formatDate } from '~/i18n/dates';
import { formatNumber } from '~/i18n/numbers';
import { axisBelow, numberTicks } from '~/kit/axis';
import { area, beside, box, group, type Part, rule, space, stack } from '~/kit/block';
import { BEYOND, barPath, type MarkOf, markIn, pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import { CARD, type Frame, sizesFor } from '../contract';
import { dollarsOf, isShared, nameOf } from './definition';
import type { ComputeModel, Sum } from './model';

const SIZES = {
  wide: { head: 17, words: 14, bar: 16, gap: 18, spare: 30 },
  medium: { head: 14, words: 13, bar: 13, gap: 9, spare: 16 },
  narrow: { head: 14, words: 12.5, bar: 9, gap: 5.5, spare: 10 },
};
type Sizes = (typeof SIZES)['wide'];
/** No sum is drawn thinner than the eye can find. */
const SLIVER = 2;
const BULLET = 8;
const TICKS = 5;

export function pageMoney(model: ComputeModel, frame: Frame): Part {
  const sizes = sizesFor(SIZES, frame);
  const kinds = [...new Set(model.sums.map((sum) => sum.kind))];
  const drawn = model.sums.filter((sum) => sum.kind !== 'month');
  const x = scaleLinear(
    [0, Math.max(1, ...drawn.map((sum) => sum.dollars))],
    [0, frame.width - sizes.spare],
  ).nice(TICKS);
  const tick = (value: number, isLast: boolean) =>
    frame.say('tick', { value: formatNumber(value / 1e9, frame.lang), unit: isLast ? 'yes' : 'no' });
  const last = drawn.at(-1)?.kind;
  const sections = kinds.map((kind) => {
    const head = frame.say(`money.head.${kind}`);
    const rows = model.sums.filter((sum) => sum.kind === kind).map((sum) => row(sum, model, x, frame, sizes));
    return group(
      head,
      stack([
        text(head, { size: sizes.head, face: 'label-600', room: frame.width }),
        rule(frame.width, 'rule', 7),
        stack(rows, { gap: sizes.gap }),
        // The scale is drawn where its last bar stands.
        kind === last && space(sizes.gap),
        kind === last && axisBelow(numberTicks(x, TICKS, tick), frame.width - 2),
      ]),
    );
  });
  return stack(sections, { gap: sizes.gap + 4 });
}

const sumMark = (sum: Sum, title: string, { say, lang }: Frame): MarkOf => ({
  id: sum.id,
  name: say('money.mark', {
    name: title,
    amount: dollarsOf(sum, say, lang),
    terms: sum.terms,
    date: formatDate(sum.date, lang),
  }),
  look: sum.state === 'agreed' ? 'solid' : 'said',
  // A rent is no bar of a company: its bullet only begins a line.
  tone: sum.kind === 'month' ? 'ink' : sum.org,
  date: sum.date,
});

/** Who, how much and for what, over a bar; a rent has no length and stands behind a bullet. */
function row(
  sum: Sum,
  { sums }: ComputeModel,
  x: (dollars: number) => number,
  frame: Frame,
  sizes: Sizes,
): Part {
  const { say, lang, width } = frame;
  const rent = sum.kind === 'month';
  const title = nameOf(sum, sums, say, lang);
  const date = formatDate(sum.date, lang, 'month');
  const words = text(
    [
      { text: title, face: 'label-600', tone: rent ? 'ink' : `${sum.org}-text` },
      { text: dollarsOf(sum, say, lang), face: 'label-600' },
      isShared(sum, sums) ? sum.terms : say('money.terms', { terms: sum.terms, date }),
    ],
    { size: sizes.words, room: width - (rent ? 2 * BULLET : 0), mark: sum.id },
  );
  const mark = sumMark(sum, title, frame);
  const bullet = box(BULLET, BULLET, (left, y) => [
    markIn(mark, { x: left, y, width: BULLET, height: BULLET }, pillPath),
  ]);
  const bar = box(width, sizes.bar, (left, y) => [
    markIn(mark, { x: left, y, width: Math.max(SLIVER, x(sum.dollars)), height: sizes.bar }, (inner) =>
      barPath(inner, sum.bound),
    ),
  ]);
  const whole = rent ? beside([bullet, words], { gap: BULLET }) : stack([words, bar], { gap: 2 });
  return area(whole, sum.id, width);
}

const CARD_SIZES = { words: 50, bar: 62, gap: 30 };

/** A reduction: the largest announced programme over the largest sum raised for one of its sites. */
export function cardMoney({ sums }: ComputeModel, frame: Frame): Part {
  const { say, lang, width } = frame;
  const bySize = [...sums].sort((a, b) => b.dollars - a.dollars);
  const announced = bySize.find((sum) => sum.kind === 'programme');
  const raised = bySize.find(
    (sum) => sum.kind === 'site' && sum.state === 'agreed' && sum.org === announced?.org,
  );
  const shown = [announced, raised].filter((sum) => sum !== undefined);
  const { words: size, bar: height, gap } = CARD_SIZES;
  const x = scaleLinear([0, Math.max(1, ...shown.map((sum) => sum.dollars))], [0, width - BEYOND * height]);
  return stack(
    shown.map((sum) => {
      const amount = { text: dollarsOf(sum, say, lang), face: 'label-600' as const, tone: `${sum.org}-text` };
      const said = { text: say(`card.${sum.state}`), tone: 'muted' };
      const bar = box(width, height, (left, y) => [
        markIn(
          sumMark(sum, sum.name, frame),
          { x: left, y, width: Math.max(3 * SLIVER, x(sum.dollars)), height },
          (inner) => barPath(inner, sum.bound),
          CARD.weight,
        ),
      ]);
      return stack([text([amount, said], { size, room: width, leading: 1.1 }), bar], { gap: 6 });
    }),
    { gap },
  );
}
