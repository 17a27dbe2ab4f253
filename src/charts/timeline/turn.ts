/** What an overview says of its finding: a bracket round the fullest days, and a large count each way since. */
import { extentOf, formatDate, formatDays } from '~/i18n/dates';
import { type Box, boxOf, type Label, type LabelOptions, label, labelRow, overlap } from '~/kit/labels';
import { reserve, wrapText } from '~/kit/measure';
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
    .map(([way, moves]): SinceCount => {
      const side = has(way, pair.up) ? (-1 as const) : (1 as const);
      return {
        way,
        side,
        n: String(moves.length),
        x: besideStack(placed, side, turn, columns) + (narrow ? 6 : 14),
      };
    });
  // One column of figures, so that up and down are compared at once.
  const x0 = Math.max(...counts.map((count) => count.x));
  const allIn = counts.every((count) =>
    fits(sinceInFull({ ...count, x: x0 }, 0, turn, stage), frame.width, frame),
  );
  for (const count of counts) {
    const blocked = [...taken, ...labels.map((one) => boxOf(one, measure))];
    const made = allIn
      ? beside({ ...count, x: x0 }, turn, stage, blocked)
      : roomiest(count, turn, stage, blocked);
    labels.push(...(made ?? []));
  }
  return { labels, strokes: [bracket] };
}

/** The words of a count where they find room first, away from the baseline. @returns undefined without room */
function lowest(
  words: (y: number) => Label[],
  side: -1 | 1,
  blocked: readonly Box[],
  { frame, sizes }: Stage,
): { k: number; made: Label[] } | undefined {
  const height = Math.max(...words(0).map((one) => one.y)) + 4;
  for (let k = 4; k < 400; k += 2) {
    const made = words(side < 0 ? -k - height : k + 0.74 * sizes.figure);
    const clear = made
      .map((one) => boxOf(one, frame.measure))
      .every((a) => !blocked.some((b) => overlap(a, b, -3)));
    if (clear) return { k, made };
  }
  return undefined;
}

const beside = (count: SinceCount, turn: Turn, stage: Stage, blocked: readonly Box[]) =>
  lowest((y) => sinceInFull(count, y, turn, stage), count.side, blocked, stage)?.made;

/** Where the frame ends too soon: in lines right of the marks, or at its edge; never over the time before. */
function roomiest(count: SinceCount, turn: Turn, stage: Stage, blocked: readonly Box[]): Label[] | undefined {
  const { frame } = stage;
  const widthOf = (form: typeof sinceInFull) =>
    Math.max(...form({ ...count, x: 0 }, 0, turn, stage).map((one) => rightOf(one, frame.measure)));
  const tries: { form: typeof sinceInFull; x: number }[] = [
    { form: sinceInFull, x: count.x },
    { form: sinceInBrief, x: count.x },
    { form: sinceInBrief, x: Math.min(count.x, frame.width - widthOf(sinceInBrief)) },
  ];
  return tries
    .flatMap(({ form, x }) => {
      const at = { ...count, x };
      if (x < 0 || !fits(form(at, 0, turn, stage), frame.width, frame)) return [];
      return lowest((y) => form(at, y, turn, stage), count.side, blocked, stage) ?? [];
    })
    .sort((a, b) => a.k - b.k)[0]?.made;
}

const rightOf = (one: Label, measure: Stage['frame']['measure']) => {
  const box = boxOf(one, measure);
  return box.x + box.width;
};

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
  side: -1 | 1;
  n: string;
  x: number;
}

/** "10 to Meta since 1 July 2025", the number large. `y`: baseline of the number. */
function sinceInFull(count: SinceCount, y: number, turn: Turn, stage: Stage): Label[] {
  const { sizes, frame } = stage;
  const { n, x } = count;
  const narrow = frame.kind === 'narrow';
  const after = x + reserve(frame.measure(n, sizes.figure, 'label-600')) + (narrow ? 4 : 6);
  return [
    label(n, x, y, { size: sizes.figure, face: 'label-600' }),
    ...labelRow(objectOf(count, narrow ? 13 : 14, stage), after, y - (narrow ? 8 : 10), frame.measure, 4),
    label(sinceWords(turn, stage), after, y + 5, { size: narrow ? 12 : 13, tone: 'muted' }),
  ];
}

/** "10", "to Meta", "since July 2025" beneath one another, where there is no room for more. */
function sinceInBrief(count: SinceCount, y: number, turn: Turn, stage: Stage): Label[] {
  const { x } = count;
  return [
    label(count.n, x, y, { size: stage.sizes.figure, face: 'label-600' }),
    ...labelRow(objectOf(count, 13, stage), x, y + 15, stage.frame.measure, 4),
    ...wrapText(sinceWords(turn, stage), stage.frame.width - x, 12, 'label-400', stage.frame.measure).map(
      (line, i) => label(line, x, y + 29 + 13 * i, { size: 12, tone: 'muted' }),
    ),
  ];
}

/** "to Meta". */
function objectOf({ way }: SinceCount, size: number, { model, frame }: Stage) {
  const inward = model.view.kind === 'org' && way.to === model.view.org;
  const other = inward ? way.from : way.to;
  const parts: (LabelOptions & { text: string })[] = [
    { text: frame.say(inward ? 'from' : 'to'), size, tone: 'muted' },
    { text: model.nameOf(other), size, face: 'label-600', tone: `${other}-text` },
  ];
  return parts;
}

/** "since 1 July 2025"; on a phone "since July 2025", or its day where that is not the first. */
function sinceWords({ since }: Turn, { frame: { kind, say, lang } }: Stage): string {
  const month = kind === 'narrow' && since.endsWith('-01');
  return say('since', { date: formatDate(month ? since.slice(0, 7) : since, lang) });
}
