/** The card: counted dots and large figures that survive at 300 pixels. */

import type { Lang, Move, OrgId } from '~/data/types';
import { formatDate, formatDays } from '~/i18n/dates';
import { formatNumber } from '~/i18n/numbers';
import { beside, box, firstFitting, type Part, rule, sheet, space, stack, within } from '~/kit/block';
import type { Item, Shape } from '~/kit/items';
import { boxPath, pillPath } from '~/kit/shapes';
import type { Stretch } from '~/kit/text';
import { text } from '~/kit/text';
import { CARD, type Frame, type Layout } from '../contract';
import { nothing } from './layout';
import type { TimelineModel } from './model';
import type { Turn } from './turn';

const WORDS = 44;
/** Of a large count alone, and beside its dots; of a dot with what lies around it; of a row that is half a card. */
const FIGURE = { alone: 124, mirrored: 92 };
const PITCH = { most: 56, least: 9, mirrored: 34 };
const SIDE = 116;
/** Of what is only reported. */
const PALE = 0.18;

export const card: Layout<TimelineModel> = (model, frame) => {
  if (model.moves.length === 0)
    return { ...nothing(model, frame, WORDS), height: CARD.height, weight: CARD.weight };
  const { turn } = model;
  const drawn =
    model.view.kind === 'all' && turn && !model.merged
      ? firstFitting([() => mirrored(model, turn, frame), () => counted(rowsOf(model, frame), frame)], frame)
      : counted(rowsOf(model, frame), frame);
  return sheet(drawn, frame.width, { weight: CARD.weight, height: CARD.height });
};

/** A move that is counted, not chosen: solid, or pale with an outline, as marks are. */
function dot({ confirmed, from }: Move, x: number, y: number, pitch: number): Shape[] {
  const inset = (0.18 * pitch + (confirmed ? 0 : CARD.weight)) / 2;
  const d = pillPath({ x: x + inset, y: y + inset, width: pitch - 2 * inset, height: pitch - 2 * inset });
  if (confirmed) return [{ kind: 'shape', d, fill: from }];
  return [
    { kind: 'shape', d, fill: from, opacity: PALE },
    { kind: 'shape', d, stroke: `${from}-text`, width: CARD.weight },
  ];
}

/** Confirmed, then reported; otherwise in the order given. */
const solidFirst = (moves: readonly Move[]) =>
  [...moves].sort((a, b) => Number(b.confirmed) - Number(a.confirmed));

/** Dots in rows of `columns`. */
const dots = (moves: readonly Move[], pitch: number, most: number): Part => {
  const columns = Math.max(1, most);
  const height = Math.ceil(moves.length / columns) * pitch;
  return box(Math.min(columns, moves.length) * pitch, height, (x, y) =>
    solidFirst(moves).flatMap((move, i) =>
      dot(move, x + (i % columns) * pitch, y + Math.floor(i / columns) * pitch, pitch),
    ),
  );
};

/** The overview's finding on one baseline: the fullest days, then both ways since. */
function mirrored(model: TimelineModel, turn: Turn, { say, lang }: Frame): Part {
  const cluster = (moves: readonly Move[]) =>
    beside(
      [dots(moves, PITCH.mirrored, Math.ceil(moves.length / 2)), big(moves.length, FIGURE.mirrored, lang)],
      {
        gap: 14,
        align: 'middle',
      },
    );
  const words = (to: OrgId) =>
    within(text(['', { text: say('to'), tone: 'muted' }, bold(model, to)], { size: WORDS }), {
      height: SIDE,
      down: 'middle',
    });
  const column = (when: string, up: Part, down?: Part) => {
    const head = text(when, { size: WORDS });
    const width = Math.max(head.width, up.width, down?.width ?? 0);
    const half = (part: Part) => within(part, { height: SIDE, down: 'middle' });
    return stack([head, space(8), half(up), rule(width, 'muted', 4), down && half(down)]);
  };
  const { first, last, moves } = turn.window;
  return beside(
    [
      stack([space(WORDS * 1.24 + 8), words(turn.to), space(4), words(turn.from)]),
      column(formatDays(first, last, lang), cluster(moves)),
      column(
        say('since', { date: formatDate(turn.since, lang) }),
        cluster(turn.thereSince),
        cluster(turn.backSince),
      ),
    ],
    { gap: 48, align: 'start' },
  );
}

const big = (n: number, size: number, lang: Lang) =>
  text(formatNumber(n, lang), { size, face: 'label-600', leading: 1 });
const bold = (model: TimelineModel, org: OrgId): Stretch => ({
  text: model.nameOf(org),
  face: 'label-600',
  tone: `${org}-text`,
});

interface CardRow {
  moves: readonly Move[];
  words: readonly (string | Stretch)[];
}

/** One figure, its words and its dots per row; two rows at most. */
function counted(rows: readonly CardRow[], { width, lang }: Frame): Part {
  const shown = rows.slice(0, 2);
  const figures = shown.map((row) => big(row.moves.length, FIGURE.alone, lang));
  const column = Math.max(...figures.map((one) => one.width)) + 34;
  const most = Math.max(...shown.map((row) => row.moves.length));
  const pitch = Math.min(PITCH.most, (width - column) / Math.max(1, most));
  return stack(
    shown.map(({ words, moves }, i) => {
      const figure = figures[i] as Part;
      const said = text(words, { size: WORDS, tone: 'muted', room: width - column, leading: 1.05 });
      const drawn =
        pitch < PITCH.least
          ? bar(moves, ((width - column) * moves.length) / most)
          : dots(moves, pitch, moves.length);
      const right = stack([said, drawn], { gap: 6 });
      const left = box(column, figure.height, (x, y) => figure.at(x + column - 34 - figure.width, y));
      return within(beside([left, right], { gap: 0, align: 'middle' }), {
        height: CARD.height / 2,
        down: 'middle',
      });
    }),
  );
}

/** So many that dots would be dust: a bar, solid as far as it is confirmed. */
function bar(moves: readonly Move[], width: number): Part {
  const high = PITCH.most * 0.8;
  const solid = (width * moves.filter((move) => move.confirmed).length) / moves.length;
  return box(width, high, (x, y): Item[] => [
    { kind: 'shape', d: boxPath({ x, y, width: solid, height: high }), fill: 'muted' },
    {
      kind: 'shape',
      d: boxPath({ x: x + 2, y: y + 2, width: width - 4, height: high - 4 }),
      stroke: 'muted',
      width: CARD.weight,
    },
  ]);
}

function rowsOf(model: TimelineModel, { say }: Frame): readonly CardRow[] {
  const { view, moves, orgs } = model;
  const between = (from: OrgId, to: OrgId) => [bold(model, from), say('to'), bold(model, to)];
  if (view.kind === 'org')
    return [
      {
        moves: moves
          .filter((move) => move.to === view.org)
          .sort((a, b) => orgs.indexOf(a.from) - orgs.indexOf(b.from)),
        words: [say('card.in')],
      },
      { moves: moves.filter((move) => move.from === view.org), words: [say('card.out')] },
    ];
  const movesIn = (lanes: readonly { data: readonly { moves: readonly Move[] }[] }[]) =>
    lanes.flatMap((lane) => lane.data.flatMap((datum) => datum.moves));
  if (view.kind === 'sheet')
    return model.blocks
      .filter((block) => block.kind !== 'rest')
      .map(({ lanes, head }) => ({
        moves: movesIn(lanes),
        words: head?.to
          ? [say('joined'), bold(model, head.to)]
          : between(lanes[0]?.from ?? '', lanes[0]?.to ?? ''),
      }));
  return model.bands.slice(0, 1).flatMap(({ up, down }) =>
    [up, ...(down ? [down] : [])].map(({ lanes }) => ({
      moves: movesIn(lanes),
      words: between(lanes[0]?.from ?? '', lanes[0]?.to ?? ''),
    })),
  );
}
