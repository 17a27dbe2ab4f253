/** The finding on a mirrored pair: a bracket round the fullest days, and a large count each way since. */
import { range } from 'd3';
import type { OrgId } from '~/data/types';
import { extentOf, formatDate, formatDays } from '~/i18n/dates';
import { beside, box, type Part, stack } from '~/kit/block';
import { around, type Box, type Item, labelsOf, type Mark, marksOf } from '~/kit/items';
import { type Candidate, firstFree } from '~/kit/place';
import { text } from '~/kit/text';
import type { Direction } from './lane';
import { sheetHolding } from './model';
import type { Stage } from './stage';
import type { Turn } from './turn';
import { spell } from './words';

/** From a bracket to its stack and its words; words keep this distance from marks. */
const BRACKET = 4;
const AIR = 4;
/** Days after the window whose marks still belong to its stack. */
const SOON = 45 * 86_400_000;

type Placed = Candidate | undefined;

/** @param column where the scale begins, CSS pixels */
export function withTurn(band: Part, turn: Turn, column: number, stage: Stage): Part {
  const items = band.at(0, 0);
  const marks = marksOf({ items });
  const taken = [...marks, ...labelsOf({ items })].map((one) => one.box);
  const bounds = { x: column, y: 0, width: band.width - column, height: band.height };
  const ids = new Set(turn.window.moves.map((move) => move.id));
  const pile = around(marks.filter((mark) => ids.has(mark.id)).map((mark) => mark.box));
  const days = pile && daysOf(pile, taken, bounds, turn, stage);
  if (!days) return band;
  taken.push(...labelsOf({ items: days.part.at(days.x, days.y) }).map((label) => label.box));
  const counts = sincesOf(marks, pile, taken, bounds, turn, stage);
  const all = [days, ...counts].filter((one): one is Candidate => one !== undefined);
  return box(band.width, band.height, (x, y) => [
    ...band.at(x, y),
    ...all.flatMap((one) => one.part.at(x + one.x, y + one.y)),
  ]);
}

/** "ten in six days, 25 to 30 June 2025" left of its bracket, which holds the pile. */
function daysOf(pile: Box, taken: readonly Box[], bounds: Box, turn: Turn, stage: Stage): Placed {
  const { frame, sizes } = stage;
  const { first, last, moves, days } = turn.window;
  const said = frame.say('window', { n: spell(moves.length, frame.lang), days: spell(days, frame.lang) });
  const words = stack(
    [
      text(said, { size: sizes.head, face: 'label-600', anchor: 'end', view: sheetHolding(first, last) }),
      text(formatDays(first, last, frame.lang), { size: sizes.text, anchor: 'end' }),
    ],
    { align: 'end' },
  );
  const bracket = box(BRACKET, pile.height, (x, y): Item[] => [
    {
      kind: 'shape',
      d: `M${x + BRACKET} ${y}L${x} ${y}L${x} ${y + pile.height}L${x + BRACKET} ${y + pile.height}`,
      stroke: 'ink',
    },
  ]);
  const part = beside([words, bracket], { gap: 8, align: 'middle' });
  const place = { part, x: pile.x - BRACKET - part.width, y: pile.y + pile.height / 2 - part.height / 2 };
  return firstFree([place], taken, bounds, 1);
}

/** Both counts in one column right of the pile, so that up and down are compared at once; in lines where it is narrow. */
function sincesOf(
  marks: readonly Mark[],
  pile: Box,
  taken: readonly Box[],
  bounds: Box,
  turn: Turn,
  stage: Stage,
): Placed[] {
  const [since] = extentOf(turn.since);
  const near = marks.filter((mark) => mark.date && inWeeksAfter(mark.date, since) && mark.box.x >= pile.x);
  const x = Math.max(...[pile, ...near.map((mark) => mark.box)].map((one) => one.x + one.width)) + 8;
  const base = pile.y + pile.height;
  const ways = [
    { to: turn.to, n: turn.thereSince.length, side: -1 as Direction },
    { to: turn.from, n: turn.backSince.length, side: 1 as Direction },
  ].filter(({ n }) => n > 0);
  return ways.map(({ to, n, side }) => {
    const forms = [inFull(to, n, turn, stage), inLines(to, n, turn, stage)];
    const candidates = forms.flatMap((part) =>
      // From the baseline outwards, a step at a time.
      range(4, bounds.height, 2).map((away) => ({
        part,
        x,
        y: side < 0 ? base - away - part.height : base + away,
      })),
    );
    return firstFree(candidates, taken, bounds, AIR);
  });
}

const inWeeksAfter = (date: string, since: number) => {
  const [start] = extentOf(date);
  return start >= since && start < since + SOON;
};

/** "10 to Meta since 1 July 2025", the number large. */
const inFull = (to: OrgId, n: number, turn: Turn, stage: Stage): Part =>
  beside(
    [
      figure(n, stage),
      stack([towards(to, stage), text(sinceWords(turn, stage), { size: stage.sizes.text, tone: 'muted' })]),
    ],
    { gap: 6, align: 'middle' },
  );

const inLines = (to: OrgId, n: number, turn: Turn, stage: Stage): Part =>
  stack([
    figure(n, stage),
    towards(to, stage),
    text(sinceWords(turn, stage), {
      size: stage.sizes.text,
      tone: 'muted',
      room: towards(to, stage).width + 14,
    }),
  ]);

const figure = (n: number, { sizes }: Stage) =>
  text(String(n), { size: sizes.figure, face: 'label-600', leading: 1.05 });

const towards = (to: OrgId, { model, frame, sizes }: Stage) =>
  text(
    [
      { text: frame.say('to'), tone: 'muted' },
      { text: model.nameOf(to), face: 'label-600', tone: `${to}-text` },
    ],
    { size: sizes.text },
  );

/** "since 1 July 2025"; on a phone "since July 2025", or its day where that is not the first. */
function sinceWords({ since }: Turn, { frame: { kind, say, lang } }: Stage): string {
  const month = kind !== 'wide' && since.endsWith('-01');
  return say('since', { date: formatDate(month ? since.slice(0, 7) : since, lang) });
}
