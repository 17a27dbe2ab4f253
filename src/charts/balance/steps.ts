/** The view of one organisation in `balance`: its moves as blocks on steps, in up and out down, above its three counts. */
import { extent, type ScaleBand, type ScaleLinear, scaleBand, scaleLinear, sum } from 'd3';
import { formatDate } from '~/i18n/dates';
import { formatSigned } from '~/i18n/numbers';
import { axisBelow, axisLeft, gridAcross, numberTicks, TICK_SIZE, type Tick } from '~/kit/axis';
import { beside, box, over, type Part, space, stack } from '~/kit/block';
import { type Box, type Item, type Line, labelsOf, type Mark } from '~/kit/items';
import { type Candidate, FINGER, hitBoxes, placeAll } from '~/kit/place';
import { markIn } from '~/kit/shapes';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { type BalanceModel, type Block, type OrgBalance, type Period, wayOf } from './model';
import { ticksFor } from './months';
import type { Sizes } from './sizes';
import { key } from './ways';
import { countOf } from './words';

/** A step is no wider, however few there are. */
const WIDEST = 78;
/** From this many blocks on a column says how many where names have no room. */
const COUNTED = 5;
/** Up to this many moves each has its name, if all have room. */
const NAMES_UP_TO = 24;
/** Free above and below the blocks, for names, or for numbers. */
const HEADROOM = { names: 32, numbers: 18 };
const GAP = 1;

export function ownSteps(org: OrgBalance, model: BalanceModel, frame: Frame, sizes: Sizes): Part {
  const { say, width } = frame;
  const named = walk(org, model, 'names', frame, sizes);
  const moves = wayOf(org, 'named').moves.length;
  const hasAll = labelsOf({ items: named.at(0, 0) }).filter(({ mark }) => mark).length === moves;
  return stack([
    text(say('axis'), { size: sizes.small, tone: 'muted', room: width }),
    hasAll ? named : walk(org, model, 'numbers', frame, sizes),
    space(10),
    text(say('ways'), { size: sizes.small, face: 'label-600' }),
    space(3),
    key(model, frame, sizes, org),
  ]);
}

/** What blocks are labelled with: every name, or how many the highest columns hold. */
type Labelling = keyof typeof HEADROOM;

/** The blocks between their axes. */
function walk(org: OrgBalance, model: BalanceModel, labels: Labelling, frame: Frame, sizes: Sizes): Part {
  const height = sizes.steps;
  const nets = org.periods.flatMap(({ before, after, in: into }) => [before, after, before + countOf(into)]);
  const [low = 0, high = 0] = extent([0, ...nets]);
  const free = HEADROOM[labels];
  const y = scaleLinear([low, Math.max(low + 1, high)], [height - free, free]);
  const ticks = numberTicks(y, ticksFor(y), (tick) => formatSigned(tick, frame.lang));
  const axis = axisLeft(ticks, height);
  const width = frame.width - axis.width;
  const ids = org.periods.map(({ id }) => id);
  const x = scaleBand(ids, [0, Math.min(width, WIDEST * ids.length)]).paddingInner(0.12);
  const drawn = blocks(org, model, { x, y, height, width }, labels, frame);
  return beside([axis, stack([over(gridAcross(ticks, width), drawn), timeAxis(org, x, width, frame)])], {
    ...{ gap: 0, align: 'start' },
  });
}

interface Scales {
  x: ScaleBand<string>;
  y: ScaleLinear<number, number>;
  width: number;
  height: number;
}

/** All moves of a period in one direction: where they stand, and between which nets. */
interface Column {
  period: Period;
  end: 'in' | 'out';
  moves: readonly Block[];
  /** Edges, and the nets at the foot of its first and the end of its last block. */
  x0: number;
  x1: number;
  from: number;
  to: number;
}

/** Moves in, then moves out; side by side where a period has both. */
function columnsOf(org: OrgBalance, { x }: Scales): Column[] {
  return org.periods.flatMap((period) => {
    const [left, right] = [x(period.id) ?? 0, (x(period.id) ?? 0) + x.bandwidth()];
    const both = period.in.length > 0 && period.out.length > 0;
    const [middle, peak] = [(left + right) / 2, period.before + countOf(period.in)];
    const columns: Column[] = [
      {
        ...{ period, end: 'in', moves: period.in, x0: left, x1: both ? middle : right },
        from: period.before,
        to: peak,
      },
      {
        ...{ period, end: 'out', moves: period.out, x0: both ? middle : left, x1: right },
        from: peak,
        to: period.after,
      },
    ];
    return columns.filter(({ moves }) => moves.length > 0);
  });
}

/** Blocks on their steps, thin lines from step to step, and words where they have room. */
function blocks(org: OrgBalance, model: BalanceModel, scales: Scales, labels: Labelling, frame: Frame): Part {
  const { x, y, width, height } = scales;
  const columns = columnsOf(org, scales);
  return box(width, height, (left, top): Item[] => {
    const origin = { x: left, y: top };
    const marks = columns.flatMap((column) => stackOf(column, model, scales, origin, frame));
    const hits = hitBoxes(
      marks.map((mark) => mark.box),
      FINGER,
    );
    const levels = org.periods.slice(1).map((period, i): Line => {
      const x1 = left + (x(org.periods[i]?.id ?? '') ?? 0) + x.bandwidth();
      const at = top + y(period.before);
      return { kind: 'line', x1, x2: left + (x(period.id) ?? 0), y1: at, y2: at, tone: 'muted' };
    });
    const zero = top + y(0);
    const taken = marks.map((mark) => mark.box);
    return [
      { kind: 'line', x1: left, x2: left + width, y1: zero, y2: zero, tone: 'ink' },
      ...levels,
      ...marks.map((mark, i) => ({ ...mark, hit: hits[i] })),
      ...(labels === 'names'
        ? namesAt(columns, scales, origin, taken)
        : numbersAt(columns, model, scales, origin, taken, frame)),
    ];
  });
}

interface Point {
  x: number;
  y: number;
}

/** The blocks of a column, each as high as it has moves. */
function stackOf(column: Column, model: BalanceModel, { y }: Scales, origin: Point, frame: Frame): Mark[] {
  let level = column.from;
  return column.moves.map((block) => {
    const next = level + (column.end === 'in' ? 1 : -1) * block.moves.length;
    const [top, bottom] = [Math.min(y(level), y(next)), Math.max(y(level), y(next))];
    level = next;
    const gap = Math.min(GAP, (bottom - top) / 4);
    const size = { width: column.x1 - column.x0 - GAP, height: bottom - top - gap };
    const at = { x: origin.x + column.x0 + GAP / 2, y: origin.y + top + gap / 2 };
    const look = block.confirmed ? 'solid' : 'said';
    const name = nameOf(block, column.period, model, frame);
    return markIn(
      { id: block.id, name, look, tone: block.from, date: column.period.date },
      { ...at, ...size },
    );
  });
}

function nameOf(block: Block, period: Period, { nameOf }: BalanceModel, { say, lang }: Frame): string {
  const [move, ...others] = block.moves;
  const ends = { from: nameOf(block.from), to: nameOf(block.to) };
  return move && others.length === 0
    ? say('mark.move', {
        ...ends,
        person: move.person,
        date: formatDate(move.date, lang),
        status: say(`table.${move.status}`),
      })
    : say('mark.block', {
        ...ends,
        n: block.moves.length,
        date: formatDate(period.date, lang),
        status: say(`status.${block.confirmed}`),
      });
}

/** Beyond a column, in the direction of its step, else on its other side. */
function beyond(column: Column, part: Part, { y }: Scales, origin: Point): Candidate[] {
  const x = origin.x + (column.x0 + column.x1 - part.width) / 2;
  const [top, bottom] = [Math.min(y(column.from), y(column.to)), Math.max(y(column.from), y(column.to))];
  const places = [origin.y + top - part.height, origin.y + bottom + 1];
  return (column.end === 'in' ? places : places.reverse()).map((at) => ({ part, x, y: at }));
}

/** The names of a column, broken between words where none has to be broken within. */
function namesOf({ moves, end }: Column, room: number): Part | undefined {
  const people = moves.map(({ moves: [move] }) => move?.person ?? '');
  const words = people.flatMap((person) => person.split(/[\s-]/));
  if (words.some((word) => text(word, { size: TICK_SIZE }).width > room)) return undefined;
  const names = moves.map(({ id }, i) =>
    text(people[i] ?? '', { size: TICK_SIZE, room, mark: id, anchor: 'middle' }),
  );
  return stack(end === 'in' ? names.reverse() : names, { align: 'middle' });
}

function namesAt(columns: readonly Column[], scales: Scales, origin: Point, taken: readonly Box[]): Item[] {
  if (sum(columns, ({ moves }) => moves.length) > NAMES_UP_TO) return [];
  const { width, height, x } = scales;
  const wanted = columns.map((column) => {
    const part = namesOf(column, x.step() - 4);
    return part ? beyond(column, part, scales, origin) : [];
  });
  return placeAll(wanted, taken, { ...origin, width, height }, 1);
}

/** "June 2025: 10 from OpenAI" left or right of a high column, else beyond it. */
function numbersAt(
  columns: readonly Column[],
  { nameOf }: BalanceModel,
  scales: Scales,
  origin: Point,
  taken: readonly Box[],
  { say, lang }: Frame,
): Item[] {
  const { width, height, y } = scales;
  const wanted = columns.flatMap((column): Candidate[][] => {
    const { period, moves, end, x0, x1 } = column;
    const n = sum(moves, (one) => one.moves.length);
    if (n < COUNTED) return [];
    const others = new Set(moves.map((block) => (end === 'in' ? block.from : block.to)));
    const [other, ...more] = [...others].map(nameOf);
    const date = formatDate(period.date, lang, 'month');
    const words = say(`period.${more.length > 0 ? end : end === 'in' ? 'from' : 'to'}`, {
      n,
      date,
      other: other ?? '',
    });
    const part = text(words, { size: 13, halo: true });
    const middle = origin.y + y((column.from + column.to) / 2) - part.height / 2;
    const sides = [origin.x + x0 - 6 - part.width, origin.x + x1 + 6].map((x) => ({ part, x, y: middle }));
    return [[...sides, ...beyond(column, part, scales, origin)]];
  });
  return placeAll(wanted, taken, { ...origin, width, height }, 3);
}

/** Months where they have room, and years: only those with moves, each as wide as any other. */
function timeAxis(org: OrgBalance, x: ScaleBand<string>, width: number, { lang }: Frame): Part {
  const labels = org.periods.map(({ id, date }) => ({
    at: (x(id) ?? 0) + x.bandwidth() / 2,
    part: text(formatDate(date, lang, 'monthShort'), { size: TICK_SIZE, tone: 'muted' }),
  }));
  const room = labels.every(({ part }) => part.width + 3 <= x.step());
  const height = room ? (labels[0]?.part.height ?? 0) : 0;
  const months = box(width, height, (left, y) =>
    room ? labels.flatMap(({ at, part }) => part.at(left + at - part.width / 2, y)) : [],
  );
  const firsts = org.periods.filter(
    ({ date }, i) => org.periods[i - 1]?.date.slice(0, 4) !== date.slice(0, 4),
  );
  const years = firsts.map(({ id, date }): Tick => ({ at: x(id) ?? 0, text: date.slice(0, 4) }));
  // A year too short for its number is passed over: no line runs through a label.
  const clear = years.filter(({ at, text: year }, i) => {
    const next = years[i + 1]?.at ?? width;
    return next - at >= text(year, { size: TICK_SIZE }).width + 8;
  });
  return stack([months, axisBelow(clear, width, { line: false, begin: true })]);
}
