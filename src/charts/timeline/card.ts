/** The card: counted dots and large figures that survive at 300 pixels. */
import type { Move } from '~/data/types';
import { formatDate, formatDays } from '~/i18n/dates';
import type { Line } from '~/kit/draw';
import { boxOf, type Label, type LabelOptions, label, labelRow } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import { pillPath } from '~/kit/shapes';
import { CARD_HEIGHT, type Frame } from '../contract';
import type { Direction, TimelineModel, Turn } from './definition';
import type { TimelineGeometry } from './geometry';

const WORDS = 44;
type Part = LabelOptions & { text: string };

export function layoutCard(model: TimelineModel, frame: Frame): TimelineGeometry {
  const { turn } = model;
  return model.view.kind === 'all' && turn
    ? mirrored(model, turn, frame)
    : counted(rowsOf(model, frame), frame);
}

const dotOf = (move: Move, cx: number, cy: number, r: number) => ({
  d: pillPath(cx - r, cy - r, 2 * r, 2 * r),
  look: move.confirmed ? ('solid' as const) : ('said' as const),
  tone: move.from,
});

/** Confirmed, then reported; otherwise in the order given. */
const solidFirst = (moves: readonly Move[]) =>
  [...moves].sort((a, b) => Number(b.confirmed) - Number(a.confirmed));

/** The overview's finding on one baseline: the fullest days, then both ways since. */
function mirrored(model: TimelineModel, turn: Turn, frame: Frame): TimelineGeometry {
  const { say, measure, lang } = frame;
  const base = 188;
  const pitch = 34;
  const head = (way: Direction, y: number) =>
    labelRow(
      [
        { text: say('to'), size: WORDS, tone: 'muted' },
        { text: model.nameOf(way.to), size: WORDS, face: 'label-600', tone: `${way.to}-text` },
      ],
      0,
      y,
      measure,
      12,
    );
  const heads = [...head(turn.there, base - 30), ...head(turn.back, base + 60)];
  const x0 = Math.max(...heads.map((one) => one.x + reserve(measure(one.text, one.size, one.face)))) + 44;
  const dots: TimelineGeometry['dots'][number][] = [];
  const cluster = (moves: readonly Move[], x: number, side: -1 | 1): Label => {
    const columns = Math.ceil(moves.length / 2);
    solidFirst(moves).forEach((move, i) => {
      const row = Math.floor(i / columns);
      dots.push(dotOf(move, x + pitch * ((i % columns) + 0.5), base + side * (26 + pitch * row), 14));
    });
    return label(String(moves.length), x + columns * pitch + 14, base + (side < 0 ? -14 : 80), {
      size: 92,
      face: 'label-600',
    });
  };
  const one = cluster(turn.window.moves, x0, -1);
  const when = label(formatDays(turn.window.first, turn.window.last, lang), x0, 58, { size: WORDS });
  const x1 = Math.max(...[one, when].map((l) => boxOf(l, measure)).map((box) => box.x + box.width)) + 56;
  const labels = [
    ...heads,
    one,
    when,
    cluster(turn.thereSince, x1, -1),
    cluster(turn.backSince, x1, 1),
    label(say('since', { date: formatDate(turn.since, lang) }), x1, 58, { size: WORDS }),
  ];
  const rule = (a: number, b: number): Line => ({
    x1: a,
    y1: base,
    x2: b,
    y2: base,
    tone: 'muted',
    width: 2.5,
  });
  const end = Math.max(...labels.map((one) => boxOf(one, measure)).map((box) => box.x + box.width));
  const lines = [rule(x0, x1 - 56), rule(x1, end)];
  return { width: frame.width, height: CARD_HEIGHT, marks: [], labels, lines, strokes: [], dots };
}

interface CardRow {
  moves: readonly Move[];
  words: readonly Part[];
}

/** One figure, its words and its dots per row; two rows at most. */
function counted(rows: readonly CardRow[], frame: Frame): TimelineGeometry {
  const { measure } = frame;
  const shown = rows.slice(0, 2);
  const x =
    Math.max(...shown.map((row) => reserve(measure(String(row.moves.length), 124, 'label-600')))) + 34;
  const most = Math.max(...shown.map((row) => row.moves.length));
  const pitch = Math.min(56, (frame.width - x) / most);
  const height = CARD_HEIGHT / 2;
  const top = shown.length === 1 ? height / 2 : 0;
  const labels = shown.flatMap((row, i) => [
    label(String(row.moves.length), x - 34, top + i * height + 122, {
      size: 124,
      face: 'label-600',
      anchor: 'end',
    }),
    ...labelRow(row.words, x, top + i * height + 66, measure, 12),
  ]);
  const dots = shown.flatMap((row, i) =>
    solidFirst(row.moves).map((move, k) =>
      dotOf(move, x + pitch * (k + 0.5), top + i * height + 86 + pitch * 0.45, pitch * 0.41),
    ),
  );
  return { width: frame.width, height: CARD_HEIGHT, marks: [], labels, lines: [], strokes: [], dots };
}

function rowsOf(model: TimelineModel, frame: Frame): readonly CardRow[] {
  const { view, nameOf, moves } = model;
  const { say } = frame;
  const org = (id: string): Part => ({
    text: nameOf(id),
    size: WORDS,
    face: 'label-600',
    tone: `${id}-text`,
  });
  const word = (text: string): Part => ({ text, size: WORDS, tone: 'muted' });
  const byOrigin = (list: readonly Move[]) => {
    const order = model.orgs.map(({ id }) => id);
    return [...list].sort((a, b) => order.indexOf(a.from) - order.indexOf(b.from));
  };
  if (view.kind === 'org')
    return [
      { moves: byOrigin(moves.filter((move) => move.to === view.org)), words: [word(say('card.in'))] },
      { moves: moves.filter((move) => move.from === view.org), words: [word(say('card.out'))] },
    ];
  if (view.kind === 'sheet')
    return model.blocks
      .filter((block) => block.kind !== 'rest')
      .map((block) => ({
        moves: block.directions.flatMap((way) => way.moves),
        words:
          block.kind === 'joined'
            ? [word(say('joined')), org(block.org)]
            : block.directions.slice(0, 1).flatMap((way) => [org(way.from), word(say('to')), org(way.to)]),
      }));
  return model.pairs.slice(0, 1).flatMap((pair) =>
    [pair.up, pair.down].map((way) => ({
      moves: way.moves,
      words: [org(way.from), word(say('to')), org(way.to)],
    })),
  );
}
