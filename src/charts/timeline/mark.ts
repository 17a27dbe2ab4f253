/** A datum as a mark: a dot is a day, a pill a month, a square only a year; a bar is a month of many moves. */
import { beside, box, type Part, run } from '~/kit/block';
import type { Box, Mark } from '~/kit/items';
import { boxPath, markIn, markOfSteps, pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import { lookOf } from '../move-mark';
import type { Datum } from './model';
import type { Stage } from './stage';

/** Corner of a square, and how much longer the key's pill is than high. */
const CORNER = 1;
const PILL = 1.7;

export function markOf(datum: Datum, at: Box, stage: Stage): Mark {
  const { id, from, date } = datum;
  const mark = { id, name: stage.names.get(id)?.spoken ?? '', ...lookOf(datum), tone: from, date };
  return markIn(mark, at, outlineOf(datum, stage.model.merged));
}

/** A way in its months; of no date, so that a period in the address leaves it whole. */
export function stepsOf(datum: Datum, boxes: readonly Box[], stage: Stage): Mark {
  const name = stage.names.get(datum.id)?.spoken ?? '';
  return markOfSteps({ id: datum.id, name, ...lookOf(datum), tone: datum.from }, boxes);
}

const outlineOf = ({ precision }: Pick<Datum, 'precision'>, merged: boolean) =>
  precision === 'year' ? (at: Box) => pillPath(at, CORNER) : merged ? boxPath : (at: Box) => pillPath(at);

/** A date known only by its year: a square and the year beside it, and how many moves where it is not one. */
export function yearChip(datum: Datum, stage: Stage): Part {
  const { sizes, frame, model } = stage;
  const { dot } = sizes;
  const n = datum.moves.length;
  const words = model.merged ? frame.say('year.count', { year: datum.date, n }) : datum.date;
  const square = box(dot, dot, (x, y) => [markOf(datum, { x, y, width: dot, height: dot }, stage)]);
  return beside([square, text(words, { size: 12, tone: 'muted', mark: datum.id })], {
    gap: 4,
    align: 'middle',
  });
}

/** What the shapes of marks say of dates; only those that are there. */
export function keyOf(stage: Stage, room: number): Part {
  const { model, sizes, frame } = stage;
  const there = (['day', 'month', 'year'] as const).filter(
    (precision) => model.grain !== 'way' && model.data.some((datum) => datum.precision === precision),
  );
  const entries = there.map((precision) => {
    const width = precision === 'month' ? PILL * sizes.dot : sizes.dot;
    const shape = box(width, sizes.dot, (x, y) => [
      {
        kind: 'shape',
        d: outlineOf({ precision }, model.merged)({ x, y, width, height: sizes.dot }),
        fill: 'muted',
      },
    ]);
    return beside([shape, text(frame.say(`key.${precision}`), { size: 12, tone: 'muted' })], {
      gap: 4,
      align: 'middle',
    });
  });
  return run(entries, room, { gap: 12, align: 'middle' });
}
