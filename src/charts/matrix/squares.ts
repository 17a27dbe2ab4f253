/** The squares of one direction: one a named move, then those that were only counted; or one for ten moves and more. */
import { range } from 'd3';
import { box, type Part } from '~/kit/block';
import type { Box, Item, Mark } from '~/kit/items';
import { markIn, marksAsOne } from '~/kit/shapes';
import type { Frame } from '../contract';
import { lookOf, nameOfMove } from '../move-mark';
import { type Cell, type CellPart, type MatrixModel, partsOf, unnamed } from './definition';

/** Side of a square and distance of two, CSS pixels. */
export interface Size {
  side: number;
  pitch: number;
}

/** How many squares a row holds: rows of a cell are as long as each other where they can be, so none stands alone. */
function perRowOf(n: number, { side, pitch }: Size, room: number): number {
  const most = Math.max(1, Math.min(n, Math.floor((room - side) / pitch) + 1));
  return Math.ceil(n / Math.max(1, Math.ceil(n / most)));
}

/** Squares of a cell, as wide as they need to be within `room`. `weight`: of their outlines. */
export function squares(
  cell: Cell,
  model: MatrixModel,
  size: Size,
  room: number,
  frame: Frame,
  weight = 1,
): Part {
  const { unit } = model;
  const parts = partsOf(cell, model);
  const rest = unnamed(cell);
  const n = [...parts.map(({ moves }) => moves.length), rest].reduce(
    (sum, one) => sum + Math.ceil(one / unit),
    0,
  );
  const perRow = perRowOf(n, size, room);
  const { side, pitch } = size;
  const rows = Math.ceil(n / perRow);
  const width = n === 0 ? 0 : (Math.min(n, perRow) - 1) * pitch + side;
  return box(width, n === 0 ? 0 : (rows - 1) * pitch + side, (x, y): Item[] => {
    const at = (i: number): Box => ({
      x: x + (i % perRow) * pitch,
      y: y + Math.floor(i / perRow) * pitch,
      width: side,
      height: side,
    });
    let taken = 0;
    /** The next squares; the last is as wide as it is full. */
    const next = (count: number): Box[] => {
      const boxes = range(taken, taken + Math.ceil(count / unit)).map(at);
      taken += boxes.length;
      const last = boxes.at(-1);
      const full = (count - 1) % unit === unit - 1 ? 1 : (count % unit) / unit;
      if (last) last.width = Math.max(LEAST * side, full * side);
      return boxes;
    };
    return [
      ...(unit === 1
        ? cell.moves.map((_, i) => moveSquare(cell, model, i, next(1)[0] as Box, frame, weight))
        : parts.map((part) => partMark(cell, part, model, next(part.moves.length), frame, weight))),
      ...(rest > 0 ? [ghosts(cell, model, next(rest), frame, weight)] : []),
    ];
  });
}

/** A square that is hardly begun is still seen. */
const LEAST = 0.15;

function moveSquare(cell: Cell, model: MatrixModel, i: number, at: Box, frame: Frame, weight: number): Mark {
  const move = cell.moves[i] as Cell['moves'][number];
  const name = nameOfMove(move, model.nameOf, frame);
  const { id, from, date } = move;
  return markIn({ id, name, ...lookOf(move), tone: from, date }, at, undefined, weight);
}

/** All named moves of a direction that are known equally well as one mark, where a square stands for many. */
function partMark(
  cell: Cell,
  part: CellPart,
  model: MatrixModel,
  boxes: readonly Box[],
  { say }: Frame,
  weight: number,
) {
  const name = say('part', {
    from: model.nameOf(cell.from),
    to: model.nameOf(cell.to),
    n: part.moves.length,
    status: say(part.confirmed ? 'table.confirmed' : 'table.reported'),
  });
  return marksAsOne({ id: part.id, name, ...lookOf(part), tone: cell.from }, boxes, weight);
}

/** What was counted beyond the names, as one mark. */
function ghosts(cell: Cell, model: MatrixModel, boxes: readonly Box[], { say }: Frame, weight: number) {
  const counted = cell.counted;
  const name = say(`ghost.${counted?.basis}`, {
    value: counted?.row.value ?? 0,
    named: cell.moves.length,
    from: model.nameOf(cell.from),
    to: model.nameOf(cell.to),
  });
  return marksAsOne({ id: counted?.row.id ?? '', name, look: 'ghost', tone: 'ink' }, boxes, weight);
}
