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

/** What is known only by one year: a square each and the year beside them, and how many moves where a square is not one. */
export function yearChip(data: readonly Datum[], stage: Stage, room: number): Part {
  const { sizes, frame, model } = stage;
  const { dot } = sizes;
  const [year, ids] = [data[0]?.date ?? '', data.map(({ id }) => id)];
  const n = data.reduce((sum, { moves }) => sum + moves.length, 0);
  const words = text(model.merged ? frame.say('year.count', { year, n }) : year, {
    size: 12,
    tone: 'muted',
    ...(ids.length > 1 ? { sums: ids } : { mark: ids[0] }),
  });
  const squares = data.map((datum) =>
    box(dot, dot, (x, y) => [markOf(datum, { x, y, width: dot, height: dot }, stage)]),
  );
  const gap = dot / 2;
  const drawn = run(squares, room - words.width - gap, { gap, leading: gap, align: 'middle' });
  return beside([drawn, words], { gap: 4, align: 'middle' });
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
