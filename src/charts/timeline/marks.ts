/** A move as a mark: a dot is a day, a pill a month, a square only a year. All three are one kind of outline. */
import type { Move } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import type { Mark } from '~/kit/draw';
import type { Box } from '~/kit/labels';
import { boxPath, pillPath, roundedPath } from '~/kit/shapes';
import type { Frame } from '../contract';
import { nameOfMove } from '../move-mark';
import type { TimelineModel } from './definition';

/** Half of the outline, which lies on the edge of a shape: an outlined mark is as large as a solid one. */
const INSET = 0.6;

export function markOf(move: Move, box: Box, hit: Box, model: TimelineModel, frame: Frame): Mark {
  const inset = move.confirmed ? 0 : INSET;
  const [x, y, w, h] = [box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset];
  return {
    id: move.id,
    name: nameOfMove(move, model.nameOf, frame),
    look: move.confirmed ? 'solid' : 'said',
    tone: move.from,
    date: move.date,
    d: move.precision === 'year' ? roundedPath(x, y, w, h, 1) : pillPath(x, y, w, h),
    hit: boxPath(hit.x, hit.y, hit.width, hit.height),
  };
}

/** The middle of a date, in milliseconds (UTC): where its tick or line stands. */
export function middleOf(date: string): number {
  const [start, end] = extentOf(date);
  return (start + end) / 2;
}
