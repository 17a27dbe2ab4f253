/** The card of `rift`: one line from the founding to the verdict, or the suits with a word each. */
import { formatDate } from '~/i18n/dates';
import { box, firstFitting, over, type Part, rule, sheet, space, stack } from '~/kit/block';
import { text } from '~/kit/text';
import { CARD, type Frame, type Layout } from '../contract';
import { type Case, endsOf, type RiftModel } from './definition';
import { apart, caseBar, caseRow, scaleOf, toneOf } from './time';

/** Sizes of a card's words and bars. */
const CARD_SIZES = { year: 96, word: 54, bar: 56, row: 34, small: 46 };

/** A reduction: the one line from the founding to the verdict; or the suits as bars with one word each. */
export const card: Layout<RiftModel> = (model, frame) => {
  const ends = model.view === 'all' ? endsOf(model) : undefined;
  const part = ends ? cardArc(ends.founder, ends.late, frame) : cardSuits(model, frame);
  return sheet(part, frame.width, { weight: CARD.weight, height: CARD.height });
};

function cardArc(founder: Case, late: Case, frame: Frame): Part {
  const { say, lang, width } = frame;
  const { year, word, bar } = CARD_SIZES;
  const x = scaleOf([founder, late], late.until, width);
  const end = (one: Case, date: string, said: string, anchor: 'start' | 'end') =>
    stack(
      [
        text(formatDate(date, lang, 'year'), { size: year, face: 'label-600', tone: toneOf(one) }),
        text(said, { size: word, face: 'label-600', tone: toneOf(one), room: width * 0.6, anchor }),
      ],
      { align: anchor },
    );
  const [left, right] = [
    end(founder, founder.start, say('card.founder'), 'start'),
    end(late, late.end, say(`card.${late.result || 'open'}`), 'end'),
  ];
  const line = box(width, bar, (at, y) => [
    { kind: 'line', x1: at, y1: y + bar / 2, x2: at + width, y2: y + bar / 2, tone: 'muted', width: 4 },
  ]);
  return stack([
    apart(left, right, width),
    space(24),
    over(line, caseBar(founder, x, bar, frame), caseBar(late, x, bar, frame)),
  ]);
}

/** Rows a card can show at 300 pixels. */
const CARD_ROWS = 3;

function cardSuits(model: RiftModel, frame: Frame): Part {
  const shown = model.cases.filter((one) => one.kind === 'suit').slice(-CARD_ROWS);
  const { small, row } = CARD_SIZES;
  const x = scaleOf(shown, model.asOf, frame.width);
  const rows = shown.map((one) => {
    const word = frame.say(`card.${one.result || 'open'}`);
    const style = { size: small, face: 'label-600' as const, tone: toneOf(one) };
    return caseRow((room, anchor) => text(word, { ...style, room, anchor }), one, x, frame, row);
  });
  const year = (instant: Date | undefined) =>
    text(String(instant?.getUTCFullYear() ?? ''), { size: 44, tone: 'muted' });
  const [from, to] = x.domain();
  const foot = stack([rule(frame.width, 'muted', 14), apart(year(from), year(to), frame.width)]);
  return firstFitting(
    [
      () => stack([stack(rows, { gap: 22 }), foot]),
      () => stack([stack(rows, { gap: 8 }), foot]),
      () => stack(rows),
    ],
    { height: CARD.height },
  );
}
