/** What an overview says of its finding: a bracket round the fullest days, and a large count each way since. */
import { extentOf, formatDate, formatDays } from '~/i18n/dates';
import { type Box, boxOf, type Label, type LabelOptions, label, labelRow, overlap } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import type { Token } from '~/kit/palette';
import { round } from '~/kit/shapes';
import type { Columns, Placed, Stage } from './columns';
import { type Direction, type Pair, sheetHolding, spell, type Turn } from './definition';
import { fits } from './place';

/** Nothing where the pair is another, or where names stand beside the marks. */
export function turnWords(
  pair: Pair,
  placed: readonly Placed[],
  taken: readonly Box[],
  stage: Stage,
): { labels: readonly Label[]; strokes: readonly ((baseline: number) => { d: string; tone: Token })[] } {
  const { model, frame, sizes, columns, named } = stage;
  const { turn } = model;
  const { say, measure, lang } = frame;
  const narrow = frame.kind === 'narrow';
  const has = (way: Direction, other: Direction) => way.from === other.from && way.to === other.to;
  if (!turn || named || (!has(pair.up, turn.there) && !has(pair.down, turn.there)))
    return { labels: [], strokes: [] };
  const inWindow = new Set(turn.window.moves.map((move) => move.id));
  const stack = placed.filter(({ move }) => inWindow.has(move.id)).map(({ box }) => box);
  const [top, bottom] = [
    Math.min(...stack.map((box) => box.y)),
    Math.max(...stack.map((box) => box.y + box.height)),
  ];
  const x = round(Math.min(...stack.map((box) => box.x)) - 4.5);
  const bracket = (dy: number) => ({
    d: `M${x} ${round(top + dy)}L${x - 4} ${round(top + dy)}L${x - 4} ${round(bottom + dy)}L${x} ${round(bottom + dy)}`,
    tone: 'ink',
  });
  const middle = (top + bottom) / 2;
  const labels = [
    label(
      say('window', { n: spell(turn.window.moves.length, lang), days: spell(turn.window.days, lang) }),
      x - 11,
      middle - 3,
      {
        size: sizes.head,
        face: 'label-600',
        anchor: 'end',
        view: sheetHolding(turn.window.first, turn.window.last),
      },
    ),
    label(formatDays(turn.window.first, turn.window.last, lang), x - 11, middle + 14, {
      size: 13,
      anchor: 'end',
    }),
  ];
  const counts = (
    [
      [turn.there, turn.thereSince],
      [turn.back, turn.backSince],
    ] as const
  )
    .filter(([, moves]) => moves.length > 0)
    .map(([way, moves]) => {
      const side = has(way, pair.up) ? (-1 as const) : (1 as const);
      return {
        way,
        side,
        n: String(moves.length),
        x: besideStack(placed, side, turn, columns) + (narrow ? 6 : 14),
      };
    });
  const form = [sinceInFull, sinceInBrief].find((one) =>
    counts.every((count) => fits(one(count, 0, turn, stage), frame.width, frame)),
  );
  for (const count of form ? counts : []) {
    const words = (y: number) => form?.(count, y, turn, stage) ?? [];
    const blocked = [...taken, ...labels.map((one) => boxOf(one, measure))];
    const height = Math.max(...words(0).map((one) => one.y)) + 4;
    for (let k = 4; k < 400; k += 2) {
      const made = words(count.side < 0 ? -k - height : k + 0.74 * sizes.figure);
      if (made.map((one) => boxOf(one, measure)).some((a) => blocked.some((b) => overlap(a, b, -3))))
        continue;
      labels.push(...made);
      break;
    }
  }
  return { labels, strokes: [bracket] };
}

/** Days after the window whose marks still belong to its stack. */
const SOON = 45;

/** Right of the marks of the window and of the weeks after it. */
function besideStack(placed: readonly Placed[], side: -1 | 1, turn: Turn, columns: Columns): number {
  const [since] = extentOf(turn.since);
  const near = placed.filter(
    ({ move, box }) =>
      Math.sign(box.y + box.height / 2) === side &&
      move.precision !== 'year' &&
      extentOf(move.date)[0] < since + SOON * 86_400_000,
  );
  return Math.max(columns.x(since), ...near.map(({ box }) => box.x + box.width));
}

interface SinceCount {
  way: Direction;
  n: string;
  x: number;
}

/** "10 to Meta since 1 July 2025", the number large. `y`: baseline of the number. */
function sinceInFull(
  { way, n, x }: SinceCount,
  y: number,
  turn: Turn,
  { model, frame, sizes }: Stage,
): Label[] {
  const { say, measure, lang } = frame;
  const inward = model.view.kind === 'org' && way.to === model.view.org;
  const other = inward ? way.from : way.to;
  const after = x + reserve(measure(n, sizes.figure, 'label-600')) + 6;
  const head: (LabelOptions & { text: string })[] = [
    { text: say(inward ? 'from' : 'to'), size: 14, tone: 'muted' },
    { text: model.nameOf(other), size: 14, face: 'label-600', tone: `${other}-text` },
  ];
  return [
    label(n, x, y, { size: sizes.figure, face: 'label-600' }),
    ...labelRow(head, after, y - 10, measure, 4),
    label(say('since', { date: formatDate(turn.since, lang) }), after, y + 5, { size: 13, tone: 'muted' }),
  ];
}

/** "10 since", where there is no room for more. */
function sinceInBrief({ n, x }: SinceCount, y: number, _turn: Turn, { frame, sizes }: Stage): Label[] {
  return [
    label(n, x, y, { size: sizes.figure, face: 'label-600' }),
    label(frame.say('since.short'), x, y + 14, { size: 12, tone: 'muted' }),
  ];
}
