/** The finding on a mirrored pair: a bracket round the fullest days, and a large count each way since. */
import { line } from 'd3';
import { formatDate, formatDays } from '~/i18n/dates';
import { beside, box, type Part, stack, within } from '~/kit/block';
import { around, type Box, labelsOf, marksOf } from '~/kit/items';
import { type Candidate, firstFree } from '~/kit/place';
import { text } from '~/kit/text';
import { arrow } from './heads';
import type { Direction } from './lane';
import { sheetHolding } from './model';
import type { Stage } from './stage';
import type { Turn } from './turn';
import { spell } from './words';

/** Depth of a bracket, and so its distance from what it holds. */
const BRACKET = 4;

/** @param column where the scale begins, CSS pixels */
export function withDays(band: Part, turn: Turn, column: number, stage: Stage): Part {
  const items = band.at(0, 0);
  const marks = marksOf({ items });
  const taken = [...marks, ...labelsOf({ items })].map((one) => one.box);
  const ids = new Set(turn.window.moves.map((move) => move.id));
  const pile = around(marks.filter((mark) => ids.has(mark.id)).map((mark) => mark.box));
  const bounds = { x: column, y: 0, width: band.width - column, height: band.height };
  const said = pile && firstFree(placesOf(pile, turn, stage), taken, bounds);
  if (!said) return band;
  return box(band.width, band.height, (x, y) => [
    ...band.at(x, y),
    { kind: 'shape', d: bracket({ ...pile, x: x + pile.x - 1, y: y + pile.y }), stroke: 'ink' },
    ...said.part.at(x + said.x, y + said.y),
  ]);
}

/** Open to the right, where the box begins. */
const bracket = ({ x, y, height }: Box): string =>
  line().digits(1)([
    [x, y],
    [x - BRACKET, y],
    [x - BRACKET, y + height],
    [x, y + height],
  ]) ?? '';

/** "ten in six days, 25 to 30 June 2025": left of the middle of its bracket, or higher. */
function placesOf(pile: Box, turn: Turn, { frame, sizes }: Stage): Candidate[] {
  const { first, last, moves, days } = turn.window;
  const said = frame.say('window', { n: spell(moves.length, frame.lang), days: spell(days, frame.lang) });
  const part = stack(
    [
      text(said, { size: sizes.head, face: 'label-600', anchor: 'end', view: sheetHolding(first, last) }),
      text(formatDays(first, last, frame.lang), { size: sizes.text, anchor: 'end' }),
    ],
    { align: 'end' },
  );
  const x = pile.x - BRACKET - 7 - part.width;
  return [pile.y + (pile.height - part.height) / 2, pile.y].map((y) => ({ part, x, y }));
}

/**
 * Right of the scale: since when, and how many each way, large, on both sides of the line.
 * @param up height of the marks above the line
 */
export function tailOf(turn: Turn, up: number, { frame, model, sizes }: Stage): Part {
  const figure = (n: number, to: string, side: Direction) =>
    beside(
      [
        arrow(side, sizes.figure * 0.6),
        text(String(n), {
          size: sizes.figure,
          face: 'label-600',
          leading: 1.05,
          // An arrow is not heard.
          spoken: frame.say('since.n', { n, to: model.nameOf(to) }),
        }),
      ],
      { gap: 4 },
    );
  const style = frame.kind === 'wide' ? 'long' : 'short';
  const date = formatDate(turn.since, frame.lang, style).replaceAll(' ', '\u00a0');
  const room = text(date, { size: sizes.text }).width;
  const since = text(frame.say('since', { date }), {
    size: sizes.text,
    tone: 'muted',
    room,
  });
  const above = stack([since, figure(turn.thereSince.length, turn.to, -1)]);
  return stack([within(above, { height: up, down: 'end' }), figure(turn.backSince.length, turn.from, 1)]);
}
