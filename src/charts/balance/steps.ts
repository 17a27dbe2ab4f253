/** The view of one organisation in `balance`: its moves as blocks on steps, in up and out down, above its three counts. */
import { extent, pairs, scaleLinear } from 'd3';
import { formatDate } from '~/i18n/dates';
import { axisBelow, axisLeft, gridAcross, TICK_SIZE, type Tick } from '~/kit/axis';
import { beside, box, over, type Part, space, stack } from '~/kit/block';
import { type Box, type Item, labelsOf } from '~/kit/items';
import { boxPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { NAMES_UP_TO } from '../names';
import { blocksOf, type Column, columnsOf, type Plot } from './blocks';
import { netTicks } from './line';
import { type BalanceModel, inYears, type OrgBalance, wayOf } from './model';
import type { Sizes } from './sizes';
import { type Slots, slotsOf } from './slots';
import { namesAt, numbersAt } from './step-words';
import { key } from './ways';
import { countOf } from './words';

/** Free above and below the blocks: for names, or for how many the highest columns hold. */
const HEADROOM = { whole: 32, broken: 32, numbers: 18 };
/** Names each in one line where that has room, or broken, else numbers. */
type Labelling = keyof typeof HEADROOM;
const NAMES = ['whole', 'broken'] as const;
/** From the words above to a ground. */
const INSET = 6;
/** Between two labels of months. */
const APART = 3;

export function ownSteps(org: OrgBalance, model: BalanceModel, frame: Frame, sizes: Sizes): Part {
  const { say, width } = frame;
  const moves = wayOf(org, 'named').moves.length;
  const hasAll = (part: Part) =>
    labelsOf({ items: part.at(0, 0) }).filter(({ mark }) => mark).length === moves;
  const drawn = (labels: Labelling) => walk(org, model, labels, frame, sizes);
  const named = moves > NAMES_UP_TO ? undefined : NAMES.map(drawn).find(hasAll);
  const aside = !inYears(org) && org.periods.some(({ date }) => date.length === 4);
  return stack([
    text(say('axis', { years: String(inYears(org)), aside: String(aside) }), {
      size: sizes.small,
      tone: 'muted',
      room: width,
    }),
    named ?? drawn('numbers'),
    space(10),
    text(say('ways'), { size: sizes.small, face: 'label-600' }),
    space(3),
    key(model, frame, sizes, sizes.bar - 3, org),
  ]);
}

/** The blocks between their axes. */
function walk(org: OrgBalance, model: BalanceModel, labels: Labelling, frame: Frame, sizes: Sizes): Part {
  const { periods } = org;
  const [height, free] = [sizes.steps, HEADROOM[labels]];
  const nets = periods.flatMap(({ before, after, in: into }) => [before, after, before + countOf(into)]);
  const [low = 0, high = 0] = extent([0, ...nets]);
  const y = scaleLinear([low, Math.max(low + 1, high)], [height - free, free]);
  const ticks = netTicks(y, frame.lang);
  const axis = axisLeft(ticks, height);
  const width = frame.width - axis.width;
  const x = slotsOf(org, width);
  const drawn = box(width, height, (left, top): Item[] => {
    const plot: Plot = { x, y, left, top, width, height };
    const columns = columnsOf(plot);
    const blocks = blocksOf(columns, model, frame);
    const zero = { x1: left, x2: left + width, y1: top + y(0), y2: top + y(0) };
    const taken = [...blocks.boxes, { x: left, y: zero.y1 - 0.5, width, height: 1 }];
    return [
      ...groundsOf(plot, columns),
      { kind: 'line', ...zero, tone: 'ink' },
      ...blocks.items,
      ...(labels === 'numbers'
        ? numbersAt(columns, model, plot, taken, frame)
        : namesAt(columns, plot, taken, labels)),
    ];
  });
  const plot = stack([over(gridAcross(ticks, width), drawn), timeAxis(x, width, frame)]);
  return beside([axis, plot], { gap: 0, align: 'start' });
}

/** What stands aside, as it has no month, has a ground of its own, which does not shine through its blocks. */
function groundsOf({ x: { places, pitch, block }, left, top, height }: Plot, columns: readonly Column[]) {
  const aside = places.filter((place) => place.aside);
  const grounds = aside.map(({ x, width }): Box => {
    return { x: left + x, y: top + INSET, width: width - (pitch - block), height: height - INSET };
  });
  const under = columns.filter(({ period }) => aside.some((place) => place.period === period));
  return [
    ...grounds.map((at): Item => ({ kind: 'shape', d: boxPath(at), fill: 'rule', opacity: 0.5 })),
    ...under.map(({ box }): Item => ({ kind: 'shape', d: boxPath(box), fill: 'paper' })),
  ];
}

/** Months where they have room, and years: only those with moves, each as wide as any other. */
function timeAxis({ places, years }: Slots, width: number, { lang, say }: Frame): Part {
  const labels = places.map(({ period, aside, x, width: room }) => {
    const words = aside ? say('axis.aside') : formatDate(period.date, lang, 'monthShort');
    const part = text(words, { size: TICK_SIZE, tone: 'muted', scale: true, room, anchor: 'middle' });
    return { part, at: x + (room - part.width) / 2 };
  });
  // A year is said below.
  const hasRoom =
    places.some(({ period }) => period.date.length > 4) &&
    pairs(labels).every(([a, b]) => a.at + a.part.width + APART <= b.at) &&
    labels.every(({ part, at }) => at >= 0 && at + part.width <= width);
  const months = box(width, Math.max(0, ...labels.map(({ part }) => part.height)), (left, y) =>
    labels.flatMap(({ part, at }) => part.at(left + at, y)),
  );
  // A year too short for its number is passed over: no line runs through a label.
  const ticks = years.filter(
    ({ at, year }, i) => (years[i + 1]?.at ?? width) - at >= text(year, { size: TICK_SIZE }).width + 8,
  );
  const below = ticks.map(({ year, at }): Tick => ({ at, text: year }));
  return stack([hasRoom && months, axisBelow(below, width, { line: false, begin: true })]);
}
