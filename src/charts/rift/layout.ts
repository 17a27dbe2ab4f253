/** Where every line of `rift` stands: the quarrel as one line from founding to verdict, the rest under it; or suits with their steps. */

import { formatDate } from '~/i18n/dates';
import { box, firstFitting, group, over, type Part, rule, sheet, space, stack } from '~/kit/block';
import type { Item } from '~/kit/items';
import { text } from '~/kit/text';
import { type Frame, type Layout, sizesFor } from '../contract';
import { type Case, endsOf, type RiftModel } from './definition';
import { docket } from './docket';
import { SIZES, type Sizes } from './sizes';
import { apart, axisOf, boxesOf, caseBar, caseRow, type Scale, scaleOf, toneOf } from './time';

export const page: Layout<RiftModel> = (model, frame) => {
  const sizes = sizesFor(SIZES, frame);
  const part = model.view === 'suits' ? docket(model, frame, sizes) : quarrel(model, frame, sizes);
  return sheet(part, frame.width);
};

/** The line of the title, then the other suits, then what happened out of court, all on one scale of time. */
function quarrel(model: RiftModel, frame: Frame, sizes: Sizes): Part {
  const { cases, asOf } = model;
  const x = scaleOf(cases, asOf, frame.width);
  const ends = endsOf(model);
  const rest = cases.filter((one) => one !== ends?.founder && one !== ends?.late);
  const rows = (kind: Case['kind']) =>
    rest
      .filter((one) => one.kind === kind)
      .map((one) =>
        caseRow(wordsOf(one, frame, sizes), one, x, asOf, frame, kind === 'suit' ? sizes.bar : sizes.tie),
      );
  const section = (kind: Case['kind']) => {
    const own = rows(kind);
    const name = frame.say(`group.${kind}`);
    const head = text(name, {
      size: sizes.title,
      face: 'label-600' as const,
      ...(kind === 'suit' ? { view: 'suits' } : { tone: 'muted' }),
    });
    return (
      own.length > 0 &&
      group(name, stack([head, rule(frame.width, 'rule', 7), stack(own, { gap: sizes.gap })]))
    );
  };
  return stack([
    ends && arc(ends.founder, ends.late, x, asOf, frame, sizes),
    ends && space(sizes.section),
    section('suit'),
    space(sizes.section),
    section('tie'),
    space(10),
    axisOf(x, frame.width),
  ]);
}

/** Title and outcome of a case, as one sentence; what is not the quarrel in smaller letters. */
const wordsOf =
  (one: Case, { say }: Frame, sizes: Sizes) =>
  (room: number): Part => {
    const suit = one.kind === 'suit';
    const title = {
      text: say('title.colon', { title: one.title }),
      face: 'label-600' as const,
      tone: toneOf(one),
    };
    return text([title, one.outcome], {
      size: suit ? sizes.title : sizes.small,
      room,
      mark: one.id,
      tone: suit ? 'ink' : 'muted',
    });
  };

/** One line from the founding to the verdict: years and words at its ends, both cases on it, what came of each beneath. */
function arc(founder: Case, late: Case, x: Scale, asOf: string, frame: Frame, sizes: Sizes): Part {
  const { say, lang, width } = frame;
  const thick = 2 * sizes.bar;
  const year = (date: string, one: Case) =>
    text(formatDate(date, lang, 'year'), {
      size: sizes.year,
      face: 'label-600',
      tone: toneOf(one),
      mark: one.id,
    });
  // With the case's name where that costs no line: the finding above has it anyway.
  const word = (said: string, one: Case, anchor: 'start' | 'end') => {
    const made = (...words: string[]) =>
      text(words, {
        size: sizes.word,
        face: 'label-600',
        tone: toneOf(one),
        mark: one.id,
        room: width * 0.48,
        anchor,
      });
    const plain = made(said);
    const named = () => made(say('title.colon', { title: one.title }), said);
    return firstFitting([named, () => plain], { height: plain.height });
  };
  const [left, right] = [
    stack([year(founder.start, founder), word(founder.role, founder, 'start')]),
    stack([year(late.end, late), word(say(`card.${late.result || 'open'}`), late, 'end')], { align: 'end' }),
  ];
  const line = box(width, thick, (at, y): Item[] => {
    const middle = y + thick / 2;
    const from = boxesOf(founder, x, asOf, thick)[0]?.x ?? 0;
    const to = boxesOf(late, x, asOf, thick)[0]?.x ?? width;
    return [{ kind: 'line', x1: at + from, y1: middle, x2: at + to, y2: middle, tone: 'ink', width: 2.5 }];
  });
  // On a phone only what came of the suit: how the founder left opens with its mark.
  const narrow = frame.kind === 'narrow';
  const note = (one: Case, anchor: 'start' | 'end') =>
    text(one.outcome, { size: sizes.small, mark: one.id, room: width * (narrow ? 0.8 : 0.46), anchor });
  return group(
    say('arc.name'),
    stack([
      apart(left, right, width),
      space(5),
      over(line, caseBar(founder, x, asOf, thick, frame), caseBar(late, x, asOf, thick, frame)),
      space(4),
      apart(narrow ? box(0, 0) : note(founder, 'start'), note(late, 'end'), width),
    ]),
  );
}
