/** Where every mark of `timeline` stands: an overview of mirrored pairs, a sheet with a row per name, or a card. */
import { formatDate } from '~/i18n/dates';
import { label } from '~/kit/labels';
import { wrapText } from '~/kit/measure';
import type { Frame, Layout } from '../contract';
import { layoutCard } from './card';
import type { TimelineModel } from './definition';
import type { TimelineGeometry } from './geometry';
import { layoutOverview } from './overview';
import { layoutSheet } from './sheet';

const EMPTY_HEIGHT = { wide: 320, narrow: 320, poster: 320, card: 330 };

export const layout: Layout<TimelineModel, TimelineGeometry> = (model, frame) => {
  if (model.moves.length === 0) return layoutNothing(model, frame);
  if (frame.kind === 'card') return layoutCard(model, frame);
  return model.view.kind === 'sheet' ? layoutSheet(model, frame) : layoutOverview(model, frame);
};

/** Nothing recorded is said, in a drawing of the usual size. */
function layoutNothing(model: TimelineModel, frame: Frame): TimelineGeometry {
  const height = EMPTY_HEIGHT[frame.kind];
  const size = frame.kind === 'card' ? 44 : frame.kind === 'narrow' ? 14 : 19;
  const text = frame.say('empty', { until: formatDate(model.asOf, frame.lang) });
  const lines = wrapText(text, frame.width, size, 'label-400', frame.measure);
  return {
    width: frame.width,
    height,
    marks: [],
    labels: lines.map((line, i) => label(line, 0, height / 2 + i * size * 1.3, { size, tone: 'muted' })),
    lines: [{ x1: 0, y1: height - 1, x2: frame.width, y2: height - 1, tone: 'rule' }],
    strokes: [],
    dots: [],
  };
}
