/** The sheet: a row and a name per move, its mark in a field of months; what has no room for names is counted. */
import { max, scaleLinear } from 'd3';
import { formatDate } from '~/i18n/dates';
import {
  area,
  beside,
  box,
  firstFitting,
  group,
  over,
  type Part,
  run,
  sheet,
  space,
  stack,
  within,
} from '~/kit/block';
import { type Geometry, type Line, labelsOf, marksOf } from '~/kit/items';
import { cutLine, pointable } from '~/kit/place';
import { text } from '~/kit/text';
import { eventsOf, middleOf } from './events';
import { groupName, wayWords } from './heads';
import { fullestMonth, laneOf } from './lane';
import { keyOf, markOf } from './mark';
import type { Block, Datum, Lane } from './model';
import { type Across, acrossOf, axisOf, extentOn } from './scale';
import type { Stage } from './stage';

/** Between columns, between words and field, between two ways. */
const GUTTER = 24;
const GAP = 10;
const APART = 5;
/** A column of words takes no more of its sheet; the highest bar in marks' heights. */
const WORDS = 0.62;
const BAR = 6;

export function sheetOf(stage: Stage): Geometry {
  const { frame, model, sizes } = stage;
  const [first, ...others] = model.blocks;
  const two = frame.kind !== 'narrow' && others.length > 0 && first;
  const half = (frame.width - GUTTER) / 2;
  const named = model.merged
    ? []
    : [
        () =>
          two
            ? beside([column([first], [], half, stage), column(others, [], half, stage)], {
                gap: GUTTER,
                align: 'start',
              })
            : column(model.blocks, [], frame.width, stage),
        () => column(model.blocks.slice(0, 1), others, frame.width, stage),
      ];
  const tries = [...named, () => column([], model.blocks, frame.width, stage)];
  const below = stack([keyOf(stage, frame.width), unnamed(stage)], { gap: 4 });
  const room = sizes.high - below.height - 6;
  return pointable(sheet(stack([firstFitting(tries, { height: room }), below], { gap: 6 }), frame.width));
}

/** Blocks with names, then blocks that are counted, over one field of months. */
function column(named: readonly Block[], counted: readonly Block[], width: number, stage: Stage): Part {
  const { sizes, model, frame } = stage;
  const words = wordsWidth(named, counted, width, stage);
  const across = acrossOf(model, width - words - GAP, frame);
  const lanes = counted.flatMap((block) => block.lanes);
  const bar = scaleLinear([0, max(lanes, fullestMonth) || 1], [0, BAR * sizes.row]);
  const rows = [
    ...named.flatMap((block) => blockRows(block, words, across, stage)),
    ...counted.flatMap((block) => [
      block.head && text(headWords(block, stage), { room: width }),
      ...block.lanes.map((lane) => {
        const marks = laneOf(lane, { across, side: -1, roomy: false, namesUpTo: 0, bar }, stage);
        const said = text(wayWords(lane, stage, sizes.text), { room: words });
        return group(
          groupName(lane, stage),
          beside([within(said, { width: words + GAP }), marks], { gap: 0, align: 'end' }),
        );
      }),
    ]),
  ];
  const events = eventsOf(stage, (instant) => words + GAP + across.time(instant), width);
  const field = withField(stack(rows, { gap: APART }), words + GAP, across, stage);
  const axis = beside([box(words + GAP, 0), axisOf(across)], { gap: 0, align: 'start' });
  return stack([events, events.height > 0 && space(2), field, axis]);
}

/** A heading and its rows; the origins of a group each have a line above theirs. */
function blockRows(block: Block, words: number, across: Across, stage: Stage): Part[] {
  const { sizes } = stage;
  const room = words + GAP + across.width;
  return block.lanes.map((lane, i) => {
    const head = block.head && i === 0 && text(headWords(block, stage), { room });
    const own = text(wayWords(lane, stage, block.head || block.kind === 'rest' ? sizes.text : sizes.head), {
      room,
    });
    const rows = lane.data.map((datum, k) => row(datum, lane.data[k - 1], words, across, stage));
    return group(groupName(lane, stage), stack([head, own, ...rows]));
  });
}

/** "joined OpenAI 11". */
const headWords = ({ head, n }: Block, stage: Stage) => {
  const [, org] = wayWords({ to: head?.to, n }, stage, stage.sizes.head);
  return [
    { text: stage.frame.say('joined'), tone: 'muted', size: stage.sizes.head },
    ...(org ? [org] : []),
    { text: String(n), face: 'label-600' as const, size: stage.sizes.head },
  ];
};

/** Name, date and mark of a move: the whole row opens its evidence. */
function row(datum: Datum, before: Datum | undefined, words: number, across: Across, stage: Stage): Part {
  const { sizes } = stage;
  const date = datum.date === before?.date ? undefined : dateText(datum, stage);
  const name = text(datum.moves[0]?.person ?? '', {
    ...{ size: sizes.text, mark: datum.id, room: words - dateWidth([datum], stage) },
  });
  const { x0, x1 } = extentOn(datum, across, sizes.dot);
  const height = Math.max(sizes.row, name.height);
  const mark = box(across.width, height, (x, y) => {
    const at = { x: x + x0, y: y + (height - sizes.dot) / 2, width: x1 - x0, height: sizes.dot };
    return [markOf(datum, at, stage)];
  });
  const said = over(
    within(name, { width: words + GAP }),
    date && box(words, date.height, (x, y) => date.at(x + words - date.width, y)),
  );
  return area(beside([within(said, { height, down: 'middle' }), mark], { gap: 0, align: 'start' }), datum.id);
}

function dateText({ date, precision, id }: Datum, { frame, sizes }: Stage): Part {
  const style = frame.kind === 'wide' ? 'dayMonth' : 'dayShort';
  const said = formatDate(
    date,
    frame.lang,
    precision === 'day' ? style : frame.kind === 'wide' ? 'monthName' : 'monthShort',
  );
  return text(said, { size: sizes.text, tone: 'muted', mark: id });
}

const dateWidth = (data: readonly Datum[], stage: Stage) =>
  GAP + (max(data, (datum) => dateText(datum, stage).width) ?? 0);

/** Names and dates, or the words of a way, as wide as they are; a longer name is broken. */
function wordsWidth(named: readonly Block[], counted: readonly Block[], width: number, stage: Stage): number {
  const { sizes } = stage;
  const data = named.flatMap((block) => block.lanes).flatMap((lane) => lane.data);
  const names = max(data, ({ moves }) => text(moves[0]?.person ?? '', { size: sizes.text }).width) ?? 0;
  const lanes: Lane[] = counted.flatMap((block) => [...block.lanes]);
  const ways = max(lanes, (lane) => text(wayWords(lane, stage, sizes.text)).width) ?? 0;
  return Math.min(WORDS * width, Math.max(names + (data.length > 0 ? dateWidth(data, stage) : 0), ways));
}

/** Months and events as lines behind the rows, without what would run through a mark or a word. */
function withField(rows: Part, left: number, across: Across, { model }: Stage): Part {
  return box(left + across.width, rows.height, (x, y) => {
    const items = rows.at(x, y);
    const taken = [...marksOf({ items }), ...labelsOf({ items })].map((one) => one.box);
    const line = (at: number, more: Pick<Line, 'tone' | 'dash'>) =>
      cutLine({ kind: 'line', x1: at, y1: y, x2: at, y2: y + rows.height, ...more }, taken, 1.5);
    const months = across.ticks.map((tick) => Math.round(x + left + tick.at) + 0.5);
    const days = model.events.map(({ date }) => x + left + across.time(middleOf(date)));
    return [
      ...months.flatMap((at) => line(at, { tone: 'rule' })),
      ...days.flatMap((at) => line(at, { tone: 'ink', dash: '1.5 2.5' })),
      ...items,
    ];
  });
}

/** Directions of which nobody is named in this stretch, though the press counted. */
function unnamed(stage: Stage): Part | undefined {
  const { model, frame, sizes } = stage;
  const { say, lang, width } = frame;
  const lines = model.unnamed.map(({ from, to, value, date }) =>
    run(
      [
        text(wayWords({ from, to, n: 0 }, stage, sizes.text).slice(0, -1), { room: width }),
        text(`${say('unnamed.none')}, ${say('unnamed.count', { value, date: formatDate(date, lang) })}`, {
          ...{ size: sizes.text, tone: 'muted', room: width },
        }),
      ],
      width,
    ),
  );
  return lines.length > 0 ? stack(lines, { gap: 2 }) : undefined;
}
