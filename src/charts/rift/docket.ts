/** The suits of `rift` with their steps: a bar each, and a dot, a date and a sentence for what happened. */
import { utcYear } from 'd3';
import { formatDate } from '~/i18n/dates';
import { beside, box, firstFitting, group, type Part, rule, spread, stack, within } from '~/kit/block';
import type { Item } from '~/kit/items';
import { markIn, pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import type { Case, RiftModel, Step } from './definition';
import type { Sizes } from './sizes';
import { caseBar, dateWords, scaleOf, stepDate, toneOf, withYears } from './time';

/** Every suit with its bar and its steps: beside each other where there is room, else beneath. */
export function docket(model: RiftModel, frame: Frame, sizes: Sizes): Part {
  const { cases, asOf } = model;
  const wide = frame.kind === 'wide';
  const listed = frame.kind !== 'narrow';
  const gap = wide ? 40 : 24;
  const left = listed ? (frame.width - gap) * (wide ? 0.44 : 0.38) : frame.width;
  const right = listed ? frame.width - gap - left : frame.width;
  // The year of the first step has its name on the axis, too.
  const { x, axis } = withYears(scaleOf(cases, asOf, left, utcYear));
  const dates = cases.flatMap(({ steps }) => steps.map(({ date }) => dateOf(date, frame, sizes).width));
  const column = Math.max(0, ...dates) + 6;
  const { docket: height, gap: least } = sizes;
  const made = (apart: number) => () => {
    const [first, ...others] = cases.map((one) => {
      const head = headOf(one, left, listed, frame, sizes);
      const bar = caseBar(one, x, sizes.bar, frame, true);
      const style = { size: sizes.small + 1, face: 'label-600' as const, room: left, mark: one.id };
      const steps = stack(stepRows(one, right, column, frame, sizes), { gap: apart });
      const told = stack([head, bar, text(one.outcome, style)], { gap: 4 });
      const whole = listed
        ? beside([within(told, { width: left }), steps], { gap, align: 'start' })
        : stack([head, bar, steps], { gap: 4 });
      return group(one.title, whole);
    });
    const ruled = others.flatMap((suit) => [rule(frame.width), suit]);
    return spread([first, ...ruled, axis], { height, gap: [least, 4 * least] });
  };
  return firstFitting(sizes.apart.map(made), { height });
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

const dateOf = (date: string, frame: Frame, { small }: Sizes, mark?: string): Part =>
  text(stepDate(date, frame), { size: small, tone: 'muted', mark });

/** A dot, a date and what happened, for each step of a suit; dates in a column of all suits, on a phone in the sentence. */
function stepRows(one: Case, room: number, column: number, frame: Frame, sizes: Sizes): Part[] {
  const style = { size: sizes.small, room: room - INDENT };
  return one.steps.map((step) => {
    const [date, mark] = [step.date, step.id];
    const words =
      frame.kind === 'narrow'
        ? text([{ text: stepDate(date, frame), tone: 'muted' }, step.title], { ...style, mark })
        : beside(
            [
              within(dateOf(date, frame, sizes, mark), { width: column }),
              text(step.title, { ...style, room: style.room - column, mark }),
            ],
            { gap: 0, align: 'start' },
          );
    return box(room, words.height, (left, y) => [
      stepMark(step, one, left, y, { width: room, height: words.height }, sizes.small, frame),
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
