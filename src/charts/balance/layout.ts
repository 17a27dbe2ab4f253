/** Where everything in `balance` stands: the three counts above small panels of all, or the panel of one above its counts. */
import { label } from '~/kit/labels';
import { balanceText } from '~/kit/measure';
import type { Frame, Layout } from '../contract';
import { layoutCard } from './card';
import type { BalanceModel, OrgBalance } from './definition';
import {
  commonRange,
  headOf,
  type Months,
  ownAxis,
  panel,
  type Range,
  smallHead,
  smallHeadLines,
  stepLabels,
  stepRange,
  tickLabels,
  yearLabels,
  zeroLabel,
} from './panel';
import { type BalanceGeometry, empty, type Piece, sum } from './pieces';
import { type Column, strip, stripRows, VALUES } from './strip';

export type { BalanceGeometry } from './pieces';

export const layout: Layout<BalanceModel, BalanceGeometry> = (model, frame) => {
  if (frame.kind === 'card') return layoutCard(model, frame);
  const narrow = frame.kind === 'narrow';
  const single = model.view.kind === 'org' ? model.shown[0] : undefined;
  if (single) return narrow ? ownNarrow(model, single, frame) : ownWide(model, single, frame);
  return narrow ? allNarrow(model, frame) : allWide(model, frame);
};

/** Where every wide plot begins; the words of a row stand left of it. */
const PLOT_X = 200;
const PLOT_GAP = 26;
const WORDS = PLOT_X - 24;
/** What values left of a plot leave to the words of its axis. */
const AXIS_WORDS = PLOT_X - 40;

/** Above the plot of one organisation, for a name over the highest block. */
const HEADROOM = 24;

/** Room for values left of a plot. */
const GUTTER = 28;
/** Width of the strip's words on a phone. */
const NARROW_WORDS = 134;
/** From this width on, a narrow drawing has room for names over blocks and for the lines of the others. */
const ROOMY = 520;

function allWide(model: BalanceModel, frame: Frame): BalanceGeometry {
  const n = Math.max(1, model.shown.length);
  const width = (frame.width - PLOT_X - PLOT_GAP * (n - 1)) / n;
  const columns = model.shown.map((org, i): Column => ({ org, x: PLOT_X + i * (width + PLOT_GAP), width }));
  const counts = strip(model, columns, 0, frame, { words: WORDS, heads: true });

  const begin = counts.bottom + 18;
  const range = commonRange(model.orgs);
  const lines = smallHeadLines(model.shown, width, frame);
  const [top, height] = [begin + 18 + 17 * lines, 144];
  const [axis, others] = (['axis', 'others'] as const).map((key) =>
    n > 1 || key === 'axis' ? balanceText(frame.say(key), AXIS_WORDS, 13, 'label-400', frame.measure) : [],
  ) as [string[], string[]];
  const words = empty();
  words.lines.push({ x1: 0, x2: frame.width, y1: begin, y2: begin, tone: 'rule' });
  words.labels.push(
    label(frame.say('months'), 0, begin + 22, { face: 'label-600' }),
    ...axis.map((text, i) => label(text, 0, begin + 41 + 17 * i, { tone: 'muted' })),
    ...others.map((text, i) => label(text, 0, begin + 49 + 17 * (axis.length + i), { tone: 'muted' })),
    ...tickLabels({ x: PLOT_X, y: top, width: 0, height }, range, frame),
  );
  const panels = columns.map(({ org, x, width: room }, i) => {
    const box = { x, y: top, width: room, height };
    const piece = panel(model, org, box, range, frame, { others: true });
    piece.labels.push(
      ...smallHead(org, { x, y: begin + 22, lines }, frame),
      ...yearLabels(model, box, frame),
      ...(i > 0 ? [zeroLabel(box, range)] : []),
    );
    return piece;
  });
  return sum(frame.width, top + height + 24, [counts.piece, words, ...panels]);
}

function allNarrow(model: BalanceModel, frame: Frame): BalanceGeometry {
  const roomy = frame.width >= ROOMY;
  const counts = stripRows(model, 0, frame);
  const across = 2;
  const gap = roomy ? 24 : 16;
  const width = (frame.width - gap * (across - 1)) / across;
  const range = commonRange(model.orgs);
  const lines = smallHeadLines(model.shown, width, frame);
  const height = roomy ? 90 : lines === 1 ? 58 : 50;
  const words = empty();
  const texts = [frame.say('axis'), ...(roomy && model.orgs.length > 1 ? [frame.say('others')] : [])];
  words.labels.push(
    label(frame.say('months'), 0, counts.bottom + 30, { face: 'label-600', size: 14 }),
    ...balanceText(texts.join('; '), frame.width, 13, 'label-400', frame.measure).map((text, i) =>
      label(text, 0, counts.bottom + 48 + 17 * i, { tone: 'muted' }),
    ),
  );
  const begin = (words.labels.at(-1)?.y ?? 0) + 10;
  const pitch = 4 + 17 * lines + height + 34;
  const panels = model.shown.map((org, i) => {
    const row = Math.floor(i / across);
    const left = (i % across) * (width + gap);
    const y = begin + row * pitch;
    const box = { x: left + GUTTER, y: y + 5 + 17 * lines, width: width - GUTTER, height };
    const piece = panel(model, org, box, range, frame, { others: roomy });
    piece.labels.push(
      ...smallHead(org, { x: left, y: y + 14, lines }, frame),
      ...tickLabels(box, range, frame),
      ...yearLabels(model, box, frame),
    );
    return piece;
  });
  const rows = Math.ceil(model.shown.length / across);
  return sum(frame.width, begin + rows * pitch - 8, [counts.piece, words, ...panels]);
}

function ownWide(model: BalanceModel, org: OrgBalance, frame: Frame): BalanceGeometry {
  const range = stepRange(org);
  const height = Math.min(280, 26 * (range[1] - range[0]));
  const whole = { x: PLOT_X, y: HEADROOM, width: frame.width - PLOT_X, height };
  const { piece, months } = ownPanel(model, org, whole, range, frame, HEADROOM);
  const axis = balanceText(frame.say('axis'), AXIS_WORDS, 13, 'label-400', frame.measure);
  piece.labels.push(
    ...headOf(org, { x: 0, y: 20, size: 19 }, frame),
    label(frame.say('months'), 0, 74, { face: 'label-600' }),
    ...axis.map((text, i) => label(text, 0, 93 + 17 * i, { tone: 'muted' })),
    ...tickLabels(whole, range, frame),
  );
  if (months.uneven) {
    const lines = balanceText(frame.say('wider'), WORDS, 12, 'label-400', frame.measure);
    const last = whole.y + height + 18;
    piece.labels.push(
      ...lines.map((text, i) =>
        label(text, 0, last - 15 * (lines.length - 1 - i), { size: 12, tone: 'muted' }),
      ),
    );
  }
  // Numbers beside their words: at the far side of a wide scale they would stand too far from both.
  const column = { org, x: PLOT_X, width: frame.width - PLOT_X };
  const options = { words: WORDS - 22, values: PLOT_X - 14 };
  const below = strip(model, [column], HEADROOM + height + 38, frame, options);
  return sum(frame.width, below.bottom, [piece, below.piece]);
}

function ownNarrow(model: BalanceModel, org: OrgBalance, frame: Frame): BalanceGeometry {
  const range = stepRange(org);
  const roomy = frame.width >= ROOMY;
  const height = Math.min(250, 22 * (range[1] - range[0]));
  const top = roomy ? 26 + HEADROOM - 6 : 26;
  const whole = { x: GUTTER, y: top, width: frame.width - GUTTER, height };
  const { piece, months } = ownPanel(model, org, whole, range, frame, top - 24);
  piece.labels.push(
    ...headOf(org, { x: 0, right: frame.width, y: 15, size: 15 }, frame),
    ...tickLabels(whole, range, frame),
    ...(months.uneven
      ? [label(frame.say('wider'), whole.x, top + height + 35, { size: 12, tone: 'muted' })]
      : []),
  );
  const words = roomy ? WORDS : NARROW_WORDS;
  const column = { org, x: words + 12, width: frame.width - words - 12 - VALUES };
  const y = top + height + (months.uneven ? 50 : 34);
  const below = strip(model, [column], y, frame, { words, values: frame.width });
  return sum(frame.width, below.bottom, [piece, below.piece]);
}

/** Blocks, years and names of one organisation in a box; a cell with room for names only where all names stand. */
function ownPanel(
  model: BalanceModel,
  org: OrgBalance,
  whole: { x: number; y: number; width: number; height: number },
  range: Range,
  frame: Frame,
  above: number,
): { piece: Piece; months: Months } {
  const draw = (names: boolean) => {
    const { box, early, months } = ownAxis(model, org, whole, frame, names);
    const piece = panel(model, org, box, range, frame, { early });
    const labels = stepLabels(piece.marks, org, box, range, frame, months, early, above);
    piece.labels.push(...yearLabels(model, box, frame, months.x, early), ...labels);
    return { piece, months, named: labels.length > 0 && labels.length === piece.marks.length };
  };
  const roomy = draw(true);
  return roomy.named ? roomy : draw(false);
}
