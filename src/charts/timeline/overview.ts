/** The overview: the largest pair mirrored on one baseline, everything else by where it leads, on one scale of time. */
import { max, scaleLinear } from 'd3';
import {
  beside,
  box,
  firstFitting,
  group,
  over,
  type Part,
  rule,
  sheet,
  space,
  stack,
  within,
} from '~/kit/block';
import { type Geometry, labelsOf, marksOf } from '~/kit/items';
import { cutLine, firstFree, pointable } from '~/kit/place';
import { eventsOf } from './events';
import { withTurn } from './finding';
import { groupName, headsOf, withOrigins } from './heads';
import { type Direction, fullestMonth, type LaneStyle, laneOf } from './lane';
import { keyOf } from './mark';
import type { Band, Side } from './model';
import { acrossOf, axisOf } from './scale';
import type { Stage } from './stage';

/** Between the words of a lane and the scale; no column of words takes more of a drawing. */
const GUTTER = 12;
const COLUMN = 0.3;
/** How many marks of a lane have names, tried in turn; the highest bar in marks' heights. */
const NAMED = [12, 6, 0];
const BAR = 9;

type Style = Omit<LaneStyle, 'side'>;

export function overview(stage: Stage): Geometry {
  const { frame, model, sizes } = stage;
  const column = frame.kind === 'narrow' ? 0 : columnOf(stage);
  const across = acrossOf(model, frame.width - column, frame);
  const lanes = model.bands.flatMap(({ up, down }) => [...up.lanes, ...(down?.lanes ?? [])]);
  const bar = scaleLinear([0, max(lanes, fullestMonth) || 1], [0, BAR * sizes.step]);
  const made = (namesUpTo: number) => () => {
    const style = { across, bar, namesUpTo };
    const bands = model.bands.map((band) => bandPart(band, style, column, stage));
    return withGrid(stack([header(stage, style, column), ...bands], { gap: sizes.gap }), style, column);
  };
  const plot = firstFitting(NAMED.map(made), { height: sizes.high - 24 });
  const axis = beside([space(0), box(column, 0), axisOf(across)], { gap: 0, align: 'start' });
  return pointable(sheet(stack([plot, axis]), frame.width));
}

/** As wide as the widest words of a lane with one year beside them, if that is not too wide. */
function columnOf(stage: Stage): number {
  const room = COLUMN * stage.frame.width - GUTTER;
  const sides = stage.model.bands.flatMap(({ up, down }) => [
    ...headsOf(up, -1, Boolean(down), stage, room),
    ...(down ? headsOf(down, 1, true, stage, room) : []),
  ]);
  return Math.ceil((max(sides, ({ width }) => width) ?? 0) + GUTTER);
}

/** Key at the left, events at their days. */
function header(stage: Stage, { across }: Style, column: number): Part {
  const events = eventsOf(stage, (instant) => column + across.time(instant), stage.frame.width);
  const left = Math.min(stage.frame.width, ...labelsOf({ items: events.at(0, 0) }).map((one) => one.box.x));
  return over(keyOf(stage, left - GUTTER), events);
}

function bandPart(band: Band, style: Style, column: number, stage: Stage): Part {
  const { frame, model, sizes } = stage;
  const wide = frame.width - column;
  const sideOf = (side: Side, way: Direction) =>
    rowsOf(side, way, Boolean(band.down), { ...style, side: way }, column, stage);
  const line = (tone: string) => beside([box(column, 1), rule(wide, tone)], { gap: 0, align: 'start' });
  const ups = sideOf(band.up, -1).flatMap((part, i) => (i === 0 ? [part] : [line('rule'), part]));
  const downs = band.down
    ? sideOf(band.down, 1).flatMap((part, i) => (i === 0 ? [part] : [line('rule'), part]))
    : [];
  const whole = stack([...ups, line('muted'), ...downs]);
  const said = band.down && model.turn && !model.merged ? withTurn(whole, model.turn, column, stage) : whole;
  return band.down ? said : within(said, { height: sizes.dot });
}

/** Each lane with its words: beside it, or on a phone above it, away from the line and in its empty part if there is one. */
function rowsOf(
  side: Side,
  way: Direction,
  mirrored: boolean,
  style: LaneStyle,
  column: number,
  stage: Stage,
): Part[] {
  const room = column > 0 ? column - GUTTER : stage.frame.width;
  const heads = headsOf(side, way, mirrored, stage, room);
  return side.lanes.map((lane, i) => {
    const marks = laneOf(lane, style, stage);
    const words = withOrigins(heads[i] as Part, lane, stage, room, wordsRoom(marks, column, stage));
    return group(
      groupName(lane, stage),
      column > 0 ? besideIt(words, marks, way, column) : tucked(words, marks, way),
    );
  });
}

const wordsRoom = (marks: Part, column: number, { sizes }: Stage) =>
  column > 0 ? Math.max(marks.height, sizes.head * 1.3) : 2.4 * sizes.head;

const besideIt = (words: Part, marks: Part, way: Direction, column: number): Part =>
  beside([within(words, { width: column }), marks], { gap: 0, align: way < 0 ? 'end' : 'start' });

function tucked(words: Part, marks: Part, way: Direction): Part {
  const items = marks.at(0, 0);
  const taken = [...marksOf({ items }), ...labelsOf({ items })].map((one) => one.box);
  const y = way < 0 ? marks.height - words.height - 2 : 2;
  const bounds = { x: 0, y: 0, width: marks.width, height: marks.height };
  const free = firstFree([{ part: words, x: 0, y }], taken, bounds);
  if (free)
    return over(
      box(0, 0, (x, top) => words.at(x, top + y)),
      marks,
    );
  return way < 0 ? stack([words, marks], { gap: 1 }) : stack([marks, words], { gap: 1 });
}

/** Hairlines at the ticks behind everything, without what would run through words or marks. */
function withGrid(part: Part, { across }: Style, column: number): Part {
  return box(part.width, part.height, (x, y) => {
    const items = part.at(x, y);
    const taken = [...marksOf({ items }), ...labelsOf({ items })].map((one) => one.box);
    const lines = across.ticks
      .filter((tick) => tick.at >= (across.time.range()[0] as number))
      .flatMap((tick) => {
        const at = Math.round(x + column + tick.at) + 0.5;
        return cutLine(
          { kind: 'line', x1: at, y1: y + 20, x2: at, y2: y + part.height, tone: 'rule' },
          taken,
        );
      });
    return [...lines, ...items];
  });
}
