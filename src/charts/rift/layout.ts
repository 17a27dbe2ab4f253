/** Where every line of `rift` stands: the quarrel as one line from founding to verdict, the rest under it; or suits with their steps. */

import { formatDate } from '~/i18n/dates';
import { box, firstFitting, group, over, type Part, rule, sheet, space, spread, stack } from '~/kit/block';
import type { Box, Item } from '~/kit/items';
import { text } from '~/kit/text';
import { type Frame, type Layout, sizesFor } from '../contract';
import { type Case, endsOf, type RiftModel, yearsOf } from './definition';
import { docket } from './docket';
import { SIZES, type Sizes } from './sizes';
import { apart, boxesOf, caseBar, caseRow, type Scale, scaleOf, toneOf, withYears } from './time';

export const page: Layout<RiftModel> = (model, frame) => {
  const sizes = sizesFor(SIZES, frame);
  const part = model.view === 'suits' ? docket(model, frame, sizes) : quarrel(model, frame, sizes);
  return sheet(part, frame.width);
};

/** The line of the title, then the other suits, then what happened out of court, all on one scale of time. */
function quarrel(model: RiftModel, frame: Frame, sizes: Sizes): Part {
  const { cases, asOf } = model;
  const { x, axis } = withYears(scaleOf(cases, asOf, frame.width));
  const ends = endsOf(model);
  const rest = cases.filter((one) => one !== ends?.founder && one !== ends?.late);
  const section = (kind: Case['kind']) => {
    const own = rest.filter((one) => one.kind === kind).map((one) => row(one, x, frame, sizes));
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
  const parts = [ends && arc(ends.founder, ends.late, x, frame, sizes), section('suit'), section('tie')];
  const height = sizes.quarrel;
  return spread([...parts, axis], {
    height,
    gap: [sizes.section, 3 * sizes.section],
  });
}

/** A case with its years where these cost no line; what is not in court is lighter than what is. */
function row(one: Case, x: Scale, frame: Frame, sizes: Sizes): Part {
  const { say, lang } = frame;
  const suit = one.kind === 'suit';
  const thick = suit ? sizes.bar : one.drawn === 'points' ? sizes.tie : sizes.tie / 2;
  const made = (title: string) => {
    const name = { text: title, face: 'label-600' as const, tone: toneOf(one) };
    const style = { size: suit ? sizes.title : sizes.small, mark: one.id, tone: suit ? 'ink' : 'muted' };
    const words = (room: number, anchor: 'start' | 'end') =>
      text([name, one.outcome], { ...style, room, anchor });
    return caseRow(words, one, x, frame, thick);
  };
  const plain = made(say('title.colon', { title: one.title }));
  const dated = () => made(say('title.dated', { title: one.title, years: yearsOf(one, lang) }));
  return firstFitting([dated, () => plain], { height: plain.height });
}

/** One line from the founding to the verdict: years and words at its ends, both cases on it, what came of each beneath. */
function arc(founder: Case, late: Case, x: Scale, frame: Frame, sizes: Sizes): Part {
  const { say, width } = frame;
  const thick = 2 * sizes.bar;
  const [from, to] = [founder, late].map((one) => boxesOf(one, x, thick)[0] as Box) as [Box, Box];
  // At the right edge of its bar, which may end before the scale does.
  const atEnds = (left: Part, right: Part, down?: 'start') =>
    apart(left, right, Math.max(to.x + to.width, left.width + AIR + right.width), down);
  const line = box(width, thick, (at, y): Item[] => {
    const middle = y + thick / 2;
    return [
      { kind: 'line', x1: at + from.x, y1: middle, x2: at + to.x, y2: middle, tone: 'ink', width: 2.5 },
    ];
  });
  return group(
    say('arc.name'),
    stack([
      atEnds(
        endOf(founder, founder.start, founder.role, 'start', frame, sizes),
        endOf(late, late.end, say(`card.${late.result || 'open'}`), 'end', frame, sizes),
      ),
      space(5),
      over(line, caseBar(founder, x, thick, frame), caseBar(late, x, thick, frame)),
      space(4),
      atEnds(noteOf(founder, 'start', frame, sizes), noteOf(late, 'end', frame, sizes), 'start'),
    ]),
  );
}

/** Between what stands at the left end and what stands at the right one. */
const AIR = 8;

/** A year and what it is for, with the case's name where that costs no line: the finding above has it anyway. */
function endOf(
  one: Case,
  date: string,
  said: string,
  anchor: 'start' | 'end',
  { say, lang, width }: Frame,
  { year, word }: Sizes,
): Part {
  const style = { face: 'label-600', tone: toneOf(one), mark: one.id, anchor } as const;
  const room = width * (anchor === 'start' ? 0.58 : 0.4);
  const made = (...words: string[]) => text(words, { ...style, size: word, room });
  const plain = made(said);
  const named = () => made(say('title.colon', { title: one.title }), said);
  return stack(
    [
      text(formatDate(date, lang, 'year'), { ...style, size: year }),
      firstFitting([named, () => plain], { height: plain.height }),
    ],
    { align: anchor },
  );
}

/** What came of a case, and when. */
function noteOf(one: Case, anchor: 'start' | 'end', { lang, width }: Frame, { small }: Sizes): Part {
  const date = { text: one.end && formatDate(one.end, lang, 'short'), tone: 'muted' };
  return text([date, one.outcome], { size: small, mark: one.id, room: width * 0.46, anchor });
}
