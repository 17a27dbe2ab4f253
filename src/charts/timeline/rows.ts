/** Rows of a sheet: a heading, then a name, a date and a mark for each move. */
import { max } from 'd3';
import { formatDate } from '~/i18n/dates';
import { area, beside, box, group, over, type Part, space, stack, weightless, within } from '~/kit/block';
import { text } from '~/kit/text';
import { groupName, wayWords } from './heads';
import { markOf } from './mark';
import type { Block, Datum, Lane } from './model';
import { type Across, extentOn } from './scale';
import type { Stage } from './stage';

/** Between the words of a row and its field. */
export const GAP = 10;
/** From line to line: rows are read across, not as prose. */
const TIGHT = 1.14;

/** A heading and its rows; the origins of a group each have a line above theirs. */
export function blockRows(block: Block, words: number, across: Across, stage: Stage): Part[] {
  const room = words + GAP + across.width;
  return block.lanes.map((lane, i) => {
    const head = i === 0 && headOf(block, stage, room);
    const own = laneWords(lane, block, stage, room);
    const rows = lane.data.map((datum, k) => row(datum, lane.data[k - 1], words, across, stage));
    return group(groupName(lane, stage), stack([head, head && space(2), own, ...rows]));
  });
}

/** Above its origins stands the whole, as large as a direction; smaller is what is only left over. */
export const headOf = ({ head }: Block, stage: Stage, room: number): Part | undefined =>
  head && text(wayWords(head, stage, stage.sizes.head), { room });
export const laneWords = (lane: Lane, { head, kind }: Block, stage: Stage, room?: number): Part => {
  const { sizes } = stage;
  const size = head || kind === 'rest' ? sizes.text : sizes.head;
  return text(wayWords(lane, stage, size), { room, leading: TIGHT });
};

/** Name, date and mark of a move: the whole row opens its evidence. */
function row(datum: Datum, before: Datum | undefined, words: number, across: Across, stage: Stage): Part {
  const { sizes } = stage;
  const date = datum.date === before?.date ? undefined : dateText(datum, stage);
  const room = words - dateWidth([datum], stage);
  const person = datum.moves[0]?.person ?? '';
  const name = text(person, { size: sizes.text, mark: datum.id, room, leading: TIGHT });
  const { x0, x1 } = extentOn(datum, across, sizes.dot);
  const height = Math.max(sizes.row, name.height);
  const mark = box(across.width, height, (x, y) => {
    const at = { x: x + x0, y: y + (height - sizes.dot) / 2, width: x1 - x0, height: sizes.dot };
    return [markOf(datum, at, stage)];
  });
  const left = over(within(name, { width: words + GAP }), date && weightless(date, words - date.width));
  return area(beside([within(left, { height, down: 'middle' }), mark], { gap: 0, align: 'start' }), datum.id);
}

function dateText({ date, precision, id }: Datum, { frame, sizes }: Stage): Part {
  const style = frame.kind === 'wide' ? 'dayMonth' : 'dayShort';
  const said = formatDate(
    date,
    frame.lang,
    precision === 'day' ? style : frame.kind === 'wide' ? 'monthName' : 'monthShort',
  );
  return text(said, { size: sizes.text, tone: 'muted', mark: id, leading: TIGHT });
}

const dateWidth = (data: readonly Datum[], stage: Stage) =>
  GAP + (max(data, (datum) => dateText(datum, stage).width) ?? 0);

/** Names and dates, or the words of a way, as wide as they are; a longer name is broken. */
export function wordsWidth(
  named: readonly Block[],
  counted: readonly Block[],
  most: number,
  stage: Stage,
): number {
  const { sizes } = stage;
  const data = named.flatMap((block) => block.lanes).flatMap((lane) => lane.data);
  const names = max(data, ({ moves }) => text(moves[0]?.person ?? '', { size: sizes.text }).width) ?? 0;
  const counts = counted.flatMap((block) => block.lanes.map((lane) => laneWords(lane, block, stage)));
  const ways = max(counts, ({ width }) => width) ?? 0;
  return Math.min(most, 1 + Math.max(names + (data.length > 0 ? dateWidth(data, stage) : 0), ways));
}
