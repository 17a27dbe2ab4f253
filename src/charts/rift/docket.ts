/** The suits of `rift` with their steps: a bar each, and a dot, a date and a sentence for what happened. */
import { formatDate } from '~/i18n/dates';
import { beside, box, group, type Part, rule, spread, stack, within } from '~/kit/block';
import type { Item } from '~/kit/items';
import { markIn, pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import type { Case, RiftModel, Step } from './definition';
import type { Sizes } from './sizes';
import { axisOf, caseBar, dateWords, scaleOf, stepDate, toneOf } from './time';

/** Every suit with its bar and its steps: beside each other where there is room, else beneath. */
export function docket(model: RiftModel, frame: Frame, sizes: Sizes): Part {
  const { cases, asOf } = model;
  const wide = frame.kind === 'wide';
  const listed = frame.kind !== 'narrow';
  const gap = wide ? 40 : 24;
  const left = listed ? (frame.width - gap) * (wide ? 0.44 : 0.38) : frame.width;
  const right = listed ? frame.width - gap - left : frame.width;
  const x = scaleOf(cases, asOf, left);
  const suits = cases.map((one) => {
    const head = headOf(one, left, listed, frame, sizes);
    const bar = caseBar(one, x, sizes.bar, frame, true);
    const outcome = text(one.outcome, { size: sizes.small + 1, face: 'label-600', room: left, mark: one.id });
    const steps = stack(stepRows(one, right, frame, sizes), { gap: wide ? 8 : listed ? 2 : 1 });
    const whole = listed
      ? beside([within(stack([head, bar, outcome], { gap: 4 }), { width: left }), steps], {
          gap,
          align: 'start',
        })
      : stack([head, bar, steps], { gap: 4 });
    return group(one.title, whole);
  });
  const [first, ...others] = suits;
  const ruled = others.flatMap((suit) => [rule(frame.width), suit]);
  const { docket: height, gap: least } = sizes;
  return spread([first, ...ruled, axisOf(x, left)], { height, gap: [least, 4 * least] });
}

/** Title and dates of a suit; on a phone one word says what came of it, for its dates are among the steps. */
function headOf(one: Case, room: number, listed: boolean, frame: Frame, { title, small }: Sizes): Part {
  const { say } = frame;
  const style = { size: title + 1, room, mark: one.id, tone: toneOf(one) };
  if (listed) return stack([text(one.title, { ...style, face: 'label-600' }), dateWords(one, frame, small)]);
  const name = { text: say('title.colon', { title: one.title }), face: 'label-600' as const };
  return text([name, { text: say(`card.${one.result || 'open'}`), tone: 'ink' }], style);
}

const BULLET = 7;
/** From the left edge of a step to its words. */
const INDENT = BULLET + 8;

/** A dot, a date and what happened, for each step of a suit; dates in a column of their own, on a phone in the sentence. */
function stepRows(one: Case, room: number, frame: Frame, { small }: Sizes): Part[] {
  const style = { size: small, room: room - INDENT };
  const dates = one.steps.map(({ date }) => ({ text: stepDate(date, frame), size: small, tone: 'muted' }));
  const column = Math.max(0, ...dates.map((date) => text([date]).width)) + 10;
  return one.steps.map((step, i) => {
    const [date, mark] = [dates[i] ?? '', step.id];
    const words =
      frame.kind === 'narrow'
        ? text([date, step.title], { ...style, mark })
        : beside(
            [
              within(text([date], { mark }), { width: column }),
              text(step.title, { ...style, room: style.room - column, mark }),
            ],
            { gap: 0, align: 'start' },
          );
    return box(room, words.height, (left, y) => [
      stepMark(step, one, left, y, { width: room, height: words.height }, small, frame),
      ...words.at(left + INDENT, y),
    ]);
  });
}

function stepMark(
  step: Step,
  one: Case,
  x: number,
  y: number,
  whole: { width: number; height: number },
  size: number,
  { say, lang }: Frame,
): Item {
  const name = say('mark.step', { date: formatDate(step.date, lang), title: step.title });
  const dot = { x, y: y + 0.68 * size - BULLET / 2, width: BULLET, height: BULLET };
  return markIn(
    { id: step.id, name, look: 'solid', tone: one.tone, date: step.date, hit: { x, y, ...whole } },
    dot,
    pillPath,
  );
}
