/** The view of one organisation in `balance`: its moves as blocks on steps, in up and out down, above its three counts. */
import { extent, scaleBand, scaleLinear } from 'd3';
import { formatDate } from '~/i18n/dates';
import { axisBelow, axisLeft, gridAcross, TICK_SIZE, type Tick } from '~/kit/axis';
import { beside, box, over, type Part, space, stack } from '~/kit/block';
import { type Item, labelsOf } from '~/kit/items';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { blocksOf, columnsOf, type Plot } from './blocks';
import { netTicks } from './line';
import { type BalanceModel, inYears, type OrgBalance, wayOf } from './model';
import type { Sizes } from './sizes';
import { namesAt, numbersAt } from './step-words';
import { key } from './ways';
import { countOf } from './words';

/** A step is no wider, however few there are. */
const WIDEST = 90;
/** Free above and below the blocks: for names, or for how many the highest columns hold. */
const HEADROOM = { names: 32, numbers: 18 };
type Labelling = keyof typeof HEADROOM;

export function ownSteps(org: OrgBalance, model: BalanceModel, frame: Frame, sizes: Sizes): Part {
  const { say, width } = frame;
  const named = walk(org, model, 'names', frame, sizes);
  const moves = wayOf(org, 'named').moves.length;
  const hasAll = labelsOf({ items: named.at(0, 0) }).filter(({ mark }) => mark).length === moves;
  return stack([
    text(say('axis', { years: String(inYears(org)) }), { size: sizes.small, tone: 'muted', room: width }),
    hasAll ? named : walk(org, model, 'numbers', frame, sizes),
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
  const reach = Math.min(width, WIDEST * periods.length);
  const x = scaleBand(
    periods.map(({ id }) => id),
    [0, reach],
  ).paddingInner(0.12);
  const drawn = box(width, height, (left, top): Item[] => {
    const plot: Plot = { x, y, left, top, width, height };
    const columns = columnsOf(org, plot);
    const blocks = blocksOf(columns, model, frame);
    const zero = { x1: left, x2: left + width, y1: top + y(0), y2: top + y(0) };
    const taken = [...blocks.boxes, { x: left, y: zero.y1 - 0.5, width, height: 1 }];
    return [
      { kind: 'line', ...zero, tone: 'ink' },
      ...blocks.items,
      ...(labels === 'names' ? namesAt(columns, plot, taken) : numbersAt(columns, model, plot, taken, frame)),
    ];
  });
  const plot = stack([over(gridAcross(ticks, width), drawn), timeAxis(org, x, width, frame)]);
  return beside([axis, plot], { gap: 0, align: 'start' });
}

/** Months where they have room, and years: only those with moves, each as wide as any other. */
function timeAxis(org: OrgBalance, x: Plot['x'], width: number, { lang }: Frame): Part {
  const { periods } = org;
  const labels = periods.map(({ date }) =>
    text(formatDate(date, lang, 'monthShort'), { size: TICK_SIZE, tone: 'muted', scale: true }),
  );
  const start = (i: number) => x(periods[i]?.id ?? '') ?? 0;
  // A year is said below.
  const hasRoom = !inYears(org) && labels.every((label) => label.width + 3 <= x.step());
  const months = box(width, labels[0]?.height ?? 0, (left, y) =>
    labels.flatMap((label, i) => label.at(left + start(i) + (x.bandwidth() - label.width) / 2, y)),
  );
  const years = periods.flatMap(({ date }, i): Tick[] => {
    const year = date.slice(0, 4);
    return periods[i - 1]?.date.slice(0, 4) === year ? [] : [{ at: start(i), text: year }];
  });
  // A year too short for its number is passed over: no line runs through a label.
  const clear = years.filter(
    ({ at, text: year }, i) => (years[i + 1]?.at ?? width) - at >= text(year, { size: TICK_SIZE }).width + 8,
  );
  return stack([hasRoom && months, axisBelow(clear, width, { line: false, begin: true })]);
}
