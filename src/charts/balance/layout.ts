/** Where everything in `balance` stands: a panel per organisation over time, and beneath it the strip of counts. */
import { label } from '~/kit/labels';
import { balanceText } from '~/kit/measure';
import type { Frame, Layout } from '../contract';
import { layoutCard } from './card';
import type { BalanceModel } from './definition';
import {
  axisStart,
  commonRange,
  earlyOf,
  headOf,
  panel,
  stepLabels,
  stepRange,
  tickLabels,
  yearLabels,
} from './panel';
import { type BalanceGeometry, empty, sum } from './pieces';
import { type Column, strip, stripRows } from './strip';

export type { BalanceGeometry } from './pieces';

export const layout: Layout<BalanceModel, BalanceGeometry> = (model, frame) => {
  if (frame.kind === 'card') return layoutCard(model, frame);
  return frame.kind === 'narrow' ? layoutNarrow(model, frame) : layoutWide(model, frame);
};

/** Where every wide plot begins; the words of a row stand left of it. */
const PLOT_X = 200;
const PLOT_GAP = 26;
const WORDS = PLOT_X - 24;

function layoutWide(model: BalanceModel, frame: Frame): BalanceGeometry {
  const single = model.view.kind === 'org' ? model.shown[0] : undefined;
  const n = Math.max(1, model.shown.length);
  const width = (frame.width - PLOT_X - PLOT_GAP * (n - 1)) / n;
  const columns = model.shown.map((org, i): Column => ({ org, x: PLOT_X + i * (width + PLOT_GAP), width }));
  const range = single ? stepRange(single) : commonRange(model.orgs, true);
  const top = single ? 12 : 56;
  const height = single ? Math.min(300, 26 * (range[1] - range[0])) : 190;

  const words = empty();
  const head = single ? 74 : 18;
  const axis = balanceText(frame.say('axis'), WORDS, 13, 'label-400', frame.measure);
  words.labels.push(
    label(frame.say('months'), 0, head, { face: 'label-600' }),
    ...axis.map((text, i) => label(text, 0, head + 19 + 17 * i, { tone: 'muted' })),
    ...tickLabels({ x: PLOT_X, y: top, width: 0, height }, range, frame),
  );
  const panels = columns.map(({ org, x }) => {
    const early = single && earlyOf(org, x, 18, frame);
    const start = axisStart(x, early);
    const box = { x: start, y: top, width: x + width - start, height };
    const piece = panel(model, org, box, range, frame, early);
    piece.labels.push(
      ...headOf(org, single ? 0 : x, single ? 20 : 18, single ? 19 : 17, model, frame, 'below'),
      ...yearLabels(model, box, frame, early),
      ...(single ? stepLabels(piece.marks, model, org, box, range, frame, early) : []),
    );
    return piece;
  });
  const below = strip(model, columns, top + height + 38, frame, 'beside', WORDS);
  return sum(frame.width, below.bottom, [words, ...panels, below.piece]);
}

const GUTTER = 28;

function layoutNarrow(model: BalanceModel, frame: Frame): BalanceGeometry {
  const single = model.view.kind === 'org' ? model.shown[0] : undefined;
  const range = single ? stepRange(single) : commonRange(model.orgs, false);
  const height = single ? Math.min(250, 22 * (range[1] - range[0])) : 56;
  let y = 0;
  const panels = model.shown.map((org, i) => {
    const early = single && earlyOf(org, GUTTER, 7, frame);
    const start = axisStart(GUTTER, early);
    const box = { x: start, y: y + 26, width: frame.width - start, height };
    const piece = panel(model, org, box, range, frame, early);
    piece.labels.push(
      ...headOf(org, 0, y + 15, 15, model, frame, 'right'),
      ...tickLabels({ ...box, x: GUTTER }, range, frame),
      ...(i === model.shown.length - 1 ? yearLabels(model, box, frame, early) : []),
      ...(single ? stepLabels(piece.marks, model, org, box, range, frame, early) : []),
    );
    y = box.y + height + 8;
    return piece;
  });
  const below = single
    ? strip(model, [{ org: single, x: 0, width: frame.width }], y + 28, frame, 'above', frame.width)
    : stripRows(model, y + 26, frame);
  return sum(frame.width, below.bottom, [...panels, below.piece]);
}
