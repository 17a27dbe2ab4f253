/** The sheet: a row and a name per move, its mark in a field of months; what has no room for names is counted. */
import { max, scaleLinear } from 'd3';
import { formatDate } from '~/i18n/dates';
import { beside, box, firstFitting, group, type Part, run, sheet, space, stack, within } from '~/kit/block';
import { type Geometry, type Line, labelsOf, marksOf } from '~/kit/items';
import { cutLine } from '~/kit/place';
import { text } from '~/kit/text';
import { eventsOf, middleOf } from './events';
import { groupName, wayWords } from './heads';
import { fullestMonth, laneOf } from './lane';
import { keyOf } from './mark';
import type { Block } from './model';
import { blockRows, GAP, headWords, wordsWidth } from './rows';
import { type Across, acrossOf, axisOf } from './scale';
import type { Stage } from './stage';

/** Between two columns, and between two ways. */
const GUTTER = 24;
const APART = 4;
/** A column of words takes no more of its sheet; the highest bar in marks' heights. */
const WORDS = 0.68;
const BAR = 6;
/** Lanes of so many marks have names. */
const NAMES = 18;

export function sheetOf(stage: Stage): Geometry {
  const { frame, model, sizes } = stage;
  const { width } = frame;
  const [first, ...others] = model.blocks;
  const half = (width - GUTTER) / 2;
  const key = (part: Part) => stack([part, keyOf(stage, part.width)], { gap: 6 });
  const list = (named: readonly Block[], counted: readonly Block[], roomy: boolean) => () =>
    key(column(named, counted, width, roomy, stage));
  const pair = (left: Block) => () =>
    beside([key(column([left], [], half, true, stage)), column(others, [], half, true, stage)], {
      gap: GUTTER,
      align: 'start',
    });
  const named =
    first && frame.kind !== 'narrow' && others.length > 0 ? [pair(first)] : [list(model.blocks, [], true)];
  const tries = [
    ...(model.merged ? [] : [...named, list(model.blocks.slice(0, 1), others, true)]),
    ...[true, false].map((roomy) => list([], model.blocks, roomy)),
  ];
  const below = unnamed(stage);
  const drawn = firstFitting(tries, { height: sizes.high - (below ? below.height + 6 : 0) });
  return sheet(stack([drawn, below], { gap: 6 }), width);
}

/** Blocks with names, then blocks that are counted, over one field of months. */
function column(
  named: readonly Block[],
  counted: readonly Block[],
  width: number,
  roomy: boolean,
  stage: Stage,
): Part {
  const { sizes, model, frame } = stage;
  const words = wordsWidth(named, counted, WORDS * width, stage);
  const across = acrossOf(model, width - words - GAP, frame);
  const lanes = counted.flatMap((block) => block.lanes);
  const bar = scaleLinear([0, max(lanes, fullestMonth) || 1], [0, BAR * sizes.row]);
  const style = { across, side: -1 as const, roomy, namesUpTo: NAMES, bar };
  const rows = [
    ...named.flatMap((block) => blockRows(block, words, across, stage)),
    ...counted.flatMap((block) => [
      block.head && text(headWords(block, stage), { room: width }),
      ...block.lanes.map((lane) => {
        const said = text(wayWords(lane, stage, sizes.text), { room: words });
        const row = [within(said, { width: words + GAP }), laneOf(lane, style, stage)];
        return group(groupName(lane, stage), beside(row, { gap: 0, align: 'end' }));
      }),
    ]),
  ];
  const events = eventsOf(stage, (instant) => words + GAP + across.time(instant), width);
  const field = withField(stack(rows, { gap: APART }), words + GAP, across, stage);
  const axis = beside([box(words + GAP, 0), axisOf(across)], { gap: 0, align: 'start' });
  return stack([events, events.height > 0 && space(2), field, axis]);
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
          size: sizes.text,
          tone: 'muted',
          room: width,
        }),
      ],
      width,
    ),
  );
  return lines.length > 0 ? stack(lines, { gap: 2 }) : undefined;
}
