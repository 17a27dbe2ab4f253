/** Moves of one organisation in `balance` as blocks: a column for each period and direction, each from the net before it. */
import { pairs, type ScaleLinear } from 'd3';
import { formatDate } from '~/i18n/dates';
import type { Box, Item, Mark } from '~/kit/items';
import { markIn } from '~/kit/shapes';
import type { Frame } from '../contract';
import { lookOf, nameOfMove } from '../move-mark';
import type { BalanceModel, Block, Period } from './model';
import type { Slots } from './slots';
import { countOf } from './words';

/** Where blocks stand: periods across, nets down from the top left corner. */
export interface Plot {
  x: Slots;
  y: ScaleLinear<number, number>;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** All moves of a period in one direction. */
export interface Column {
  period: Period;
  end: 'in' | 'out';
  blocks: readonly Block[];
  n: number;
  box: Box;
}

/** Between two blocks. */
const GAP = 1;

/** Moves in, then moves out, each in a slot of its own. */
export const columnsOf = ({ x, y, left, top }: Plot): Column[] =>
  x.places.flatMap(({ period, slot }) => {
    const peak = period.before + countOf(period.in);
    const feet = { in: period.before, out: period.after };
    const ends = (['in', 'out'] as const).filter((end) => period[end].length > 0);
    return ends.map((end, i): Column => {
      const [high, low] = [top + y(peak), top + y(feet[end])];
      const at: Box = { x: left + slot + i * x.pitch, y: high, width: x.block, height: low - high };
      return { period, end, blocks: period[end], n: countOf(period[end]), box: at };
    });
  });

/** "June 2025: 10 from OpenAI" */
export function columnText({ period, blocks, end, n }: Column, model: BalanceModel, frame: Frame): string {
  const others = new Set(blocks.map((block) => model.nameOf(end === 'in' ? block.from : block.to)));
  const [other = '', ...more] = others;
  const key = more.length > 0 ? end : end === 'in' ? 'from' : 'to';
  return frame.say(`period.${key}`, { n, date: formatDate(period.date, frame.lang, 'month'), other });
}

/** The blocks in named columns, thin lines from step to step, and what they fill. */
export function blocksOf(columns: readonly Column[], model: BalanceModel, frame: Frame) {
  const stacks = columns.map((column) => stackOf(column, model, frame));
  const boxes = stacks.flat().map((mark) => mark.box);
  const groups = stacks.map(
    (items, i): Item => ({
      kind: 'group',
      name: columnText(columns[i] as Column, model, frame),
      items,
    }),
  );
  const levels = pairs(columns).map(([{ end, box }, next]): Item => {
    const y = end === 'in' ? box.y : box.y + box.height;
    return { kind: 'line', x1: box.x + box.width, x2: next.box.x, y1: y, y2: y, tone: 'muted' };
  });
  return { items: [...levels, ...groups], boxes };
}

/** Moves in from the foot up, moves out from the top down, each block as high as it has moves. */
function stackOf(column: Column, model: BalanceModel, frame: Frame): Mark[] {
  const { box, period, end, n } = column;
  let before = 0;
  return column.blocks.map((block) => {
    const share = block.moves.length / n;
    const down = end === 'in' ? 1 - before - share : before;
    before += share;
    const gap = Math.min(GAP, (share * box.height) / 4);
    const at = { y: box.y + down * box.height + gap / 2, height: share * box.height - gap };
    const name = nameOf(block, period, model, frame);
    const mark = { id: block.id, name, ...lookOf(block), tone: block.from, date: period.date };
    return markIn(mark, { ...box, ...at });
  });
}

function nameOf(block: Block, period: Period, model: BalanceModel, { say, lang }: Frame): string {
  const [move, ...others] = block.moves;
  if (move && others.length === 0) return nameOfMove(move, model.nameOf, { say, lang });
  const ends = { from: model.nameOf(block.from), to: model.nameOf(block.to) };
  const [date, status] = [formatDate(period.date, lang), say(`status.${block.confirmed}`)];
  return say('mark.block', { ...ends, n: block.moves.length, date, status });
}
