/** Where everything in `balance` stands: a panel per organisation over time, and beneath it the strip of counts. */
import { label } from '~/kit/labels';
import { balanceText } from '~/kit/measure';
import type { Frame, Layout } from '../contract';
import { layoutCard } from './card';
import type { BalanceModel } from './definition';
import {
  commonRange,
  headOf,
  ownAxis,
  panel,
  stepLabels,
  stepRange,
  tickLabels,
  yearLabels,
  zeroLabel,
} from './panel';
import { type BalanceGeometry, empty, sum } from './pieces';
import { type Column, strip, stripRows, VALUES } from './strip';

export type { BalanceGeometry } from './pieces';

export const layout: Layout<BalanceModel, BalanceGeometry> = (model, frame) => {
  if (frame.kind === 'card') return layoutCard(model, frame);
  return frame.kind === 'narrow' ? layoutNarrow(model, frame) : layoutWide(model, frame);
};

/** Where every wide plot begins; the words of a row stand left of it. */
const PLOT_X = 200;
const PLOT_GAP = 26;
const WORDS = PLOT_X - 24;

/** Above the plot of one organisation, for a name over the highest block. */
const HEADROOM = 24;

function layoutWide(model: BalanceModel, frame: Frame): BalanceGeometry {
  const single = model.view.kind === 'org' ? model.shown[0] : undefined;
  const n = Math.max(1, model.shown.length);
  const width = (frame.width - PLOT_X - PLOT_GAP * (n - 1)) / n;
  const columns = model.shown.map((org, i): Column => ({ org, x: PLOT_X + i * (width + PLOT_GAP), width }));
  const range = single ? stepRange(single) : commonRange(model.orgs, true);
  const top = single ? HEADROOM : 56;
  const height = single ? Math.min(300, 26 * (range[1] - range[0])) : 190;

  const words = empty();
  const head = single ? 74 : 18;
  const axis = balanceText(frame.say('axis'), WORDS, 13, 'label-400', frame.measure);
  words.labels.push(
    label(frame.say('months'), 0, head, { face: 'label-600' }),
    ...axis.map((text, i) => label(text, 0, head + 19 + 17 * i, { tone: 'muted' })),
    ...tickLabels({ x: PLOT_X, y: top, width: 0, height }, range, frame),
  );
  const panels = columns.map(({ org, x, width: room }, i) => {
    const whole = { x, y: top, width: room, height };
    const own = single && ownAxis(model, org, whole, frame);
    const box = own?.box ?? whole;
    const piece = panel(model, org, box, range, frame, own?.early);
    piece.labels.push(
      ...headOf(org, single ? { x: 0, y: 20, size: 19 } : { x, y: 18, size: 17 }, model, frame),
      ...yearLabels(model, box, frame, own?.months.x, own?.early),
      ...(own ? stepLabels(piece.marks, org, box, range, frame, own.months, own.early, HEADROOM) : []),
      ...(i > 0 ? [zeroLabel(box, range)] : []),
    );
    return piece;
  });
  const below = strip(model, columns, top + height + 38, frame, { words: WORDS });
  return sum(frame.width, below.bottom, [words, ...panels, below.piece]);
}

/** Room for values left of a plot. */
const GUTTER = 28;
/** Width of the strip's words on a phone. */
const NARROW_WORDS = 134;
/** From this width on, panels stand two by two. */
const TWO_UP = 520;

function layoutNarrow(model: BalanceModel, frame: Frame): BalanceGeometry {
  const single = model.view.kind === 'org' ? model.shown[0] : undefined;
  const range = single ? stepRange(single) : commonRange(model.orgs, false);
  const across = !single && frame.width >= TWO_UP ? 2 : 1;
  const gap = 24;
  const width = (frame.width - gap * (across - 1)) / across;
  const height = single ? Math.min(250, 22 * (range[1] - range[0])) : across === 2 ? 108 : 56;
  // A year under every plot, or once under those that share its axis.
  const top = single && frame.width >= TWO_UP ? 26 + HEADROOM - 6 : 26;
  const pitch = top + height + (across === 2 ? 40 : 8);
  const last = Math.ceil(model.shown.length / across) - 1;
  const panels = model.shown.map((org, i) => {
    const row = Math.floor(i / across);
    const left = (i % across) * (width + gap);
    const y = row * pitch;
    const whole = { x: left + GUTTER, y: y + top, width: width - GUTTER, height };
    const own = single && ownAxis(model, org, whole, frame);
    const box = own?.box ?? whole;
    const piece = panel(model, org, box, range, frame, own?.early);
    const head = { x: left, right: left + width, y: y + 15, size: 15 };
    piece.labels.push(
      ...headOf(org, head, model, frame),
      ...tickLabels(whole, range, frame),
      ...(across === 2 || row === last ? yearLabels(model, box, frame, own?.months.x, own?.early) : []),
      ...(own ? stepLabels(piece.marks, org, box, range, frame, own.months, own.early, top - 24) : []),
      ...(own?.months.uneven
        ? [label(frame.say('wider'), whole.x, y + top + height + 35, { size: 12, tone: 'muted' })]
        : []),
    );
    return piece;
  });
  const y = last * pitch + top + height + (single ? 50 : 36);
  const words = frame.width >= TWO_UP ? WORDS : NARROW_WORDS;
  const below = single
    ? strip(model, [{ org: single, x: words + 12, width: frame.width - words - 12 - VALUES }], y, frame, {
        words,
        values: frame.width,
      })
    : stripRows(model, y, frame);
  return sum(frame.width, below.bottom, [...panels, below.piece]);
}
