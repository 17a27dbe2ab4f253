/** Where every mark of `timeline` stands: an overview of mirrored pairs, a sheet with a row per name, or a card. */
import { extentOf, formatDate } from '~/i18n/dates';
import type { Line, Look } from '~/kit/draw';
import { label } from '~/kit/labels';
import type { Token } from '~/kit/palette';
import type { Frame, Geometry, Layout } from '../contract';
import { layoutCard } from './card';
import type { TimelineModel } from './definition';
import { layoutOverview } from './overview';
import { layoutSheet } from './sheet';

export interface TimelineGeometry extends Geometry {
  /** Baselines, grid and event lines, behind the marks. */
  lines: readonly Line[];
  /** Open strokes: breaks of the scale, brackets. */
  strokes: readonly { d: string; tone: Token }[];
  /** A card's own dots, which open nothing. */
  dots: readonly { d: string; look: Look; tone: Token }[];
}

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
  return {
    width: frame.width,
    height,
    marks: [],
    labels: [label(text, 0, height / 2, { size, tone: 'muted' })],
    lines: [{ x1: 0, y1: height - 1, x2: frame.width, y2: height - 1, tone: 'rule' }],
    strokes: [],
    dots: [],
  };
}

/** The middle of a date, for ticks and lines. */
export const middleOf = (date: string) => {
  const [start, end] = extentOf(date);
  return (start + end) / 2;
};
