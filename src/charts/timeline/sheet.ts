/** The sheet: a row and a name per move, its mark in a field of months; what has no room for names is counted. */
import { max, scaleLinear } from 'd3';
import { formatDate } from '~/i18n/dates';
import {
  beside,
  box,
  firstFitting,
  group,
  type Part,
  pad,
  run,
  sheet,
  space,
  stack,
  within,
} from '~/kit/block';
import type { Geometry } from '~/kit/items';
import { crossed } from '~/kit/place';
import { text } from '~/kit/text';
import { eventsOf, middleOf } from './events';
import { groupName, wayWords } from './heads';
import { fullestMonth, laneOf } from './lane';
import { keyOf } from './mark';
import type { Block, Lane } from './model';
import { blockRows, GAP, headOf, laneWords, wordsWidth } from './rows';
import { type Across, acrossOf, axisOf, SHARES } from './scale';
import type { Stage } from './stage';

/** Between two columns, and between two ways. */
const GUTTER = 24;
const APART = 4;
/** A column of words takes no more of its sheet; the highest bar in marks' heights. */
const WORDS = 0.68;
const BAR = 6;
/** Lanes of so many marks have names. */
const NAMES = 18;

/** Blocks with a row and a name per move, then blocks that are counted, over one field of months. */
interface Column {
  named: readonly Block[];
  counted: readonly Block[];
  width: number;
  roomy: boolean;
  /** Of the highest bar's height. */
  share: number;
}

export function sheetOf(stage: Stage): Geometry {
  const { frame, model, sizes } = stage;
  const { width } = frame;
  const { blocks } = model;
  const [first, ...others] = blocks;
  const list = (named: readonly Block[], counted: readonly Block[], roomy = true, share = 1) => [
    { named, counted, width, roomy, share },
  ];
  const half = { counted: [], width: (width - GUTTER) / 2, roomy: true, share: 1 };
  // One scale for all where it fits; else a column for the first way and one for the others.
  const pair = first && frame.kind !== 'narrow' && others.length > 0;
  const tries: Column[][] = [
    ...(model.merged
      ? []
      : [
          list(blocks, []),
          ...(pair
            ? [
                [
                  { ...half, named: [first] },
                  { ...half, named: others },
                ],
              ]
            : []),
          list(blocks.slice(0, 1), others),
        ]),
    list([], blocks),
    ...(model.merged ? SHARES : [1]).map((share) => list([], blocks, false, share)),
  ];
  const below = unnamed(stage);
  const drawn = firstFitting(
    tries.map((columns) => () => fields(columns, stage)),
    { height: sizes.high - (below ? below.height + 6 : 0) },
  );
  return sheet(stack([drawn, below], { gap: 6 }), width);
}

/** Columns beside each other on one scale, their axes in line; what the marks are stands beside the first. */
function fields(columns: readonly Column[], stage: Stage): Part {
  const { model, frame } = stage;
  const words = Math.max(
    ...columns.map(({ named, counted, width }) => wordsWidth(named, counted, WORDS * width, stage)),
  );
  const left = words + GAP;
  const drawn = columns.map((column) => {
    const across = acrossOf(model, column.width - left, frame);
    return { across, width: column.width, rows: stack(rowsOf(column, words, across, stage), { gap: APART }) };
  });
  const height = Math.max(...drawn.map(({ rows }) => rows.height));
  return beside(
    drawn.map(({ across, width, rows }, i) => {
      const events = eventsOf(stage, (instant) => left + across.time(instant), width);
      const key = within(i === 0 ? keyOf(stage, words) : box(0, 0), { width: left });
      return stack([
        events,
        events.height > 0 && space(2),
        crossed(within(rows, { height }), linesIn(across, left, stage), 1.5),
        beside([key, axisOf(across)], { gap: 0, align: 'end' }),
      ]);
    }),
    { gap: GUTTER, align: 'start' },
  );
}

function rowsOf(
  { named, counted: ways, width, roomy, share }: Column,
  words: number,
  across: Across,
  stage: Stage,
) {
  const lanes = ways.flatMap((block) => block.lanes);
  const bar = scaleLinear([0, max(lanes, fullestMonth) || 1], [0, share * BAR * stage.sizes.row]);
  const style = { across, side: -1 as const, roomy, namesUpTo: NAMES, bar };
  const events = stage.model.events.map(({ date }) => across.time(middleOf(date)));
  // A way has its words beside its marks, or above where names find more room left of these: whichever is lower.
  const counted = (lane: Lane, block: Block) => {
    const made = (reach: number) => laneOf(lane, roomy ? { ...style, all: { reach, events } } : style, stage);
    const said = within(laneWords(lane, block, stage, words), { width: words + GAP });
    const side = beside([said, made(0)], { gap: 0, align: 'start' });
    const above = stack([laneWords(lane, block, stage, width), pad(made(words), { left: words + GAP })]);
    return above.height < side.height ? above : side;
  };
  return [
    ...named.flatMap((block) => blockRows(block, words, across, stage)),
    ...ways.flatMap((block) => [
      headOf(block, stage, width),
      ...block.lanes.map((lane) => group(groupName(lane, stage), counted(lane, block))),
    ]),
  ];
}

/** Months and events, behind the rows. */
const linesIn = (across: Across, left: number, { model }: Stage) => [
  ...across.ticks.map(({ at }) => ({ at: left + at, tone: 'rule' })),
  ...model.events.map(({ date }) => ({
    at: left + across.time(middleOf(date)),
    tone: 'ink',
    dash: '1.5 2.5',
  })),
];

/** Directions of which nobody is named in this stretch, though the press counted. */
function unnamed(stage: Stage): Part | undefined {
  const { model, frame, sizes } = stage;
  const { say, lang, width } = frame;
  const lines = model.unnamed.map(({ id, from, to, value, date }) =>
    run(
      [
        text(wayWords({ from, to, n: 0 }, stage, sizes.text).slice(0, -1), { room: width }),
        text(`${say('unnamed.none')}, ${say('unnamed.count', { value, date: formatDate(date, lang) })}`, {
          size: sizes.text,
          tone: 'muted',
          room: width,
          row: { kind: 'figure', id },
        }),
      ],
      width,
    ),
  );
  return lines.length > 0 ? stack(lines, { gap: 2 }) : undefined;
}
