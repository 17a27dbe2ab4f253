/** Words at the blocks of `balance`: every name, or how many the highest columns hold. */
import { max } from 'd3';
import { TICK_SIZE } from '~/kit/axis';
import { type Part, stack } from '~/kit/block';
import type { Box, Item } from '~/kit/items';
import { type Candidate, placeAll } from '~/kit/place';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { type Column, columnText, type Plot } from './blocks';
import type { BalanceModel } from './model';

/** A column of at least so many moves, and of at least this share of the highest, says how many, where names have no room. */
const COUNTED = { least: 5, share: 1 / 3 };

const boundsOf = ({ left, top, width, height }: Plot): Box => ({ x: left, y: top, width, height });

/** Names above what steps up and below what steps down, or on the other side; in one line each, or broken where that has no room. */
export function namesAt(
  columns: readonly Column[],
  plot: Plot,
  taken: readonly Box[],
  lines: 'whole' | 'broken',
): Item[] {
  const rooms = lines === 'whole' ? [Number.POSITIVE_INFINITY, plot.x.pitch - 4] : [plot.x.pitch - 4];
  const wanted = columns.map((column) =>
    rooms.flatMap((room) => {
      const part = namesOf(column, room);
      return part ? beyond(column, part, plot) : [];
    }),
  );
  return placeAll(wanted, taken, boundsOf(plot), 1);
}

/** The names of a column, broken between words; none where one would be broken within. */
function namesOf({ blocks, end }: Column, room: number): Part | undefined {
  const style = { size: TICK_SIZE, room, anchor: 'middle' as const, halo: true };
  const people = blocks.flatMap(({ id, moves }) => moves.map(({ person }) => ({ id, person })));
  // A comma ends each but the last, or a name in two lines would be two people.
  const ordered = (end === 'in' ? people.reverse() : people).map(({ id, person }, i, { length }) => ({
    id,
    said: i < length - 1 ? `${person},` : person,
  }));
  const words = ordered.flatMap(({ said }) => said.split(/[\s-]/));
  if (words.some((word) => text(word, { size: TICK_SIZE }).width > room)) return undefined;
  return stack(
    ordered.map(({ id, said }) => text(said, { ...style, mark: id })),
    { align: 'middle' },
  );
}

/** In the direction in which a column steps, else on its other side; over its middle, else flush with an edge. */
function beyond({ box, end }: Column, part: Part, { left, width }: Plot): Candidate[] {
  const spare = box.width - part.width;
  const xs = [spare / 2, 0, spare].map((dx) =>
    Math.max(left, Math.min(box.x + dx, left + width - part.width)),
  );
  const ys = [box.y - part.height - 1, box.y + box.height + 3];
  return (end === 'in' ? ys : ys.reverse()).flatMap((y) => xs.map((x) => ({ part, x, y })));
}

/** How many and from where, left or right of a high column, else beyond it. */
export function numbersAt(
  columns: readonly Column[],
  model: BalanceModel,
  plot: Plot,
  taken: readonly Box[],
  frame: Frame,
): Item[] {
  const least = Math.max(COUNTED.least, COUNTED.share * (max(columns, ({ n }) => n) ?? 0));
  const wanted = columns
    .filter(({ n }) => n >= least)
    .map((column): Candidate[] => {
      const { blocks, box } = column;
      const sums = blocks.map(({ id }) => id);
      const part = text(columnText(column, model, frame), { size: 13, halo: true, sums });
      const downs = [0.5, 0.3, 0.7, 0.1, 0.9].map((at) => box.y + at * box.height - part.height / 2);
      const sides = [box.x - 6 - part.width, box.x + box.width + 6];
      const beside = downs.flatMap((y) => sides.map((x) => ({ part, x, y })));
      return [...beside, ...beyond(column, part, plot)];
    });
  return placeAll(wanted, taken, boundsOf(plot), 3);
}
