/** The finding on a mirrored pair: a bracket round the fullest days, and a large count each way since. */
import { line } from 'd3';
import type { Move, OrgId } from '~/data/types';
import { formatDate, formatDays } from '~/i18n/dates';
import { formatNumber } from '~/i18n/numbers';
import { box, firstFitting, type Part, rule, stack, within } from '~/kit/block';
import { around, type Box, filled, marksOf } from '~/kit/items';
import { type Candidate, firstFree } from '~/kit/place';
import { text } from '~/kit/text';
import { endWords } from './heads';
import { marksOfMoves, sheetHolding } from './model';
import type { Stage } from './stage';
import type { Turn } from './turn';
import { spell } from './words';

/** Depth of a bracket, and so its distance from what it holds. */
const BRACKET = 4;
/** Where the counts since would take more of a drawing, they stand in two lines. */
const TAIL = 0.16;

/** @param column where the scale begins, CSS pixels */
export function withDays(band: Part, turn: Turn, column: number, stage: Stage): Part {
  const items = band.at(0, 0);
  const ids = new Set(turn.window.moves.map((move) => move.id));
  const pile = around(
    marksOf({ items })
      .filter((mark) => ids.has(mark.id))
      .map((mark) => mark.box),
  );
  const bounds = { x: column, y: 0, width: band.width - column, height: band.height };
  const said = pile && firstFree(placesOf(pile, turn, stage), filled(items), bounds);
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

/** "10 to Meta in six days, 25 to 30 June 2025": left of the middle of its bracket, or higher; without the days if need be. */
function placesOf(pile: Box, turn: Turn, stage: Stage): Candidate[] {
  const { frame, sizes } = stage;
  const { first, last, moves, days } = turn.window;
  const sums = marksOfMoves(stage.model.data, moves);
  const said = [
    figure(moves, turn.to, stage),
    text(frame.say('window', { days: spell(days, frame.lang) }), {
      size: sizes.head,
      face: 'label-600',
      view: sheetHolding(first, last),
    }),
    text(formatDays(first, last, frame.lang), { size: sizes.text, sums }),
  ];
  return [said, said.slice(0, 2)].flatMap((lines) => {
    const part = stack(lines, { align: 'end' });
    const x = pile.x - BRACKET - 7 - part.width;
    return [pile.y + (pile.height - part.height) / 2, pile.y].map((y) => ({ part, x, y }));
  });
}

/** "10 to Meta", the count large; in one line or in two. */
function figure(moves: readonly Move[], to: OrgId, stage: Stage, inLine = true): Part {
  const { figure: size, head } = stage.sizes;
  const words = endWords('to', to, stage, head);
  const said = formatNumber(moves.length, stage.frame.lang);
  const count = {
    text: said,
    size,
    face: 'label-600' as const,
    sums: marksOfMoves(stage.model.data, moves),
    spoken: [said, ...words.map((word) => word.text)].join(' '),
  };
  const style = { leading: 1.05 };
  return inLine ? text([count, ...words], style) : stack([text([count], style), text(words, style)]);
}

/**
 * Right of the scale: since when, and how many each way, large, on both sides of the line.
 * @param up height of the marks above the line
 */
export function tailOf(turn: Turn, up: number, stage: Stage): Part {
  const { frame, sizes } = stage;
  const style = frame.kind === 'wide' ? 'long' : 'short';
  const date = formatDate(turn.since, frame.lang, style).replaceAll(' ', '\u00a0');
  const sums = marksOfMoves(stage.model.data, [...turn.thereSince, ...turn.backSince]);
  const made = (inLine: boolean) => () => {
    const there = figure(turn.thereSince, turn.to, stage, inLine);
    const back = figure(turn.backSince, turn.from, stage, inLine);
    const room = Math.max(text(date, { size: sizes.text }).width, there.width, back.width);
    const since = text(frame.say('since', { date }), { size: sizes.text, tone: 'muted', room, sums });
    const above = within(stack([since, there]), { height: up, down: 'end' });
    return stack([above, rule(room, 'muted'), back]);
  };
  return firstFitting([made(true), made(false)], { width: TAIL * frame.width });
}
