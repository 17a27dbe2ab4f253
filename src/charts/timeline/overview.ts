/** The overview: the largest pair mirrored on one baseline, everything else by where it leads, on one scale of time. */
import { max, range, scaleLinear } from 'd3';
import {
  beside,
  box,
  firstFitting,
  group,
  over,
  type Part,
  rule,
  run,
  sheet,
  stack,
  weightless,
  within,
} from '~/kit/block';
import { filled, type Geometry } from '~/kit/items';
import { crossed, firstFree } from '~/kit/place';
import { eventsOf } from './events';
import { tailOf, withDays } from './finding';
import { groupName, headsOf, originsOf } from './heads';
import { type Direction, fullestMonth, type LaneStyle, laneOf } from './lane';
import { keyOf } from './mark';
import type { Band, Side } from './model';
import { acrossOf, axisOf, SHARES } from './scale';
import type { Stage } from './stage';

/** Between the words of a lane and the scale; no column of words takes more of a drawing. */
const GUTTER = 12;
const COLUMN = 0.26;
/** Lanes of so many marks have names; the highest bar in marks' heights. */
const NAMES = 12;
const BAR = 9;
/** Between the words in a lane and its marks: a bracket has room. */
const BESIDE = 8;
/** An axis with its words. */
const AXIS = 26;

type Style = Omit<LaneStyle, 'side'>;

export function overview(stage: Stage): Geometry {
  const { frame, model, sizes } = stage;
  const column = frame.kind === 'narrow' ? 0 : columnOf(stage);
  const tail = model.turn ? tailOf(model.turn, 0, stage).width + GUTTER : 0;
  const across = acrossOf(model, frame.width - column - tail, frame);
  const lanes = model.bands.flatMap(({ up, down }) => [...up.lanes, ...(down?.lanes ?? [])]);
  const fullest = max(lanes, fullestMonth) || 1;
  const grid = across.ticks
    .filter(({ at }) => at >= (across.time.range()[0] as number))
    .map(({ at }) => ({ at: column + at, tone: 'rule' }));
  const made = (roomy: boolean, share: number, all?: LaneStyle['all']) => () => {
    const bar = scaleLinear([0, fullest], [0, share * BAR * sizes.step]);
    const style = { across, bar, roomy, namesUpTo: NAMES, ...(all ? { all } : {}) };
    const events = eventsOf(stage, (instant) => column + across.time(instant), frame.width);
    const bands = model.bands.map((band) => bandPart(band, style, column, stage));
    return crossed(withKey(stack([...bands, events], { gap: sizes.gap }), stage), grid);
  };
  const tries = model.merged
    ? SHARES.map((share) => made(false, share))
    : [made(true, 1, { reach: 0, events: [] }), made(true, 1), made(false, 1)];
  const plot = firstFitting(tries, { height: sizes.high - AXIS });
  const axis = beside([box(column, 0), axisOf(across)], { gap: 0, align: 'start' });
  return sheet(stack([plot, axis]), frame.width);
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

/** The key in the empty upper left, in one line or in several; above everything where there is no room. */
function withKey(plot: Part, stage: Stage): Part {
  const { width } = stage.frame;
  const items = plot.at(0, 0);
  const bounds = { x: 0, y: 0, width, height: plot.height };
  const forms = [width, 1].map((room) => ({ part: keyOf(stage, room), x: 0, y: 0 }));
  const free = firstFree(forms, filled(items), bounds, BESIDE / 2);
  return free ? over(plot, free.part) : stack([keyOf(stage, width), plot], { gap: 4 });
}

function bandPart(band: Band, style: Style, column: number, stage: Stage): Part {
  const { model } = stage;
  const line = (tone: string) =>
    beside([box(column, 1), rule(style.across.width, tone)], { gap: 0, align: 'start' });
  const sideOf = (side: Side, way: Direction) =>
    stack(
      rowsOf(side, way, Boolean(band.down), { ...style, side: way }, column, stage).flatMap((part, i) =>
        i === 0 ? [part] : [line('rule'), part],
      ),
    );
  const up = sideOf(band.up, -1);
  if (!band.down) return stack([up, line('rule')]);
  const whole = stack([up, line('muted'), sideOf(band.down, 1)]);
  const { turn } = model;
  if (!turn) return whole;
  const said = model.merged ? whole : withDays(whole, turn, column, stage);
  return beside([said, tailOf(turn, up.height, stage)], { gap: GUTTER, align: 'start' });
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
  const room = column > 0 ? column - GUTTER : style.across.width;
  const heads = headsOf(side, way, mirrored, stage, room);
  const low = headsOf(side, way, mirrored, stage, room, false);
  return side.lanes.map((lane, i) => {
    const down = way < 0 ? 'end' : 'start';
    const marks = within(laneOf(lane, style, stage), { height: stage.sizes.lane, down });
    const head = heads[i] as Part;
    const placed = (words: Part) =>
      column > 0 ? besideIt(words, marks, way, column) : tucked([words, low[i] as Part], marks, way);
    const origins = originsOf(lane, stage, room);
    const brief = placed(head);
    const full = () => placed(run([head, origins], room));
    return group(groupName(lane, stage), firstFitting([full, () => brief], { height: brief.height }));
  });
}

const besideIt = (words: Part, marks: Part, way: Direction, column: number): Part =>
  beside([within(words, { width: column }), marks], { gap: 0, align: way < 0 ? 'end' : 'start' });

/** Words in the empty part of a lane, as near to its line as can be, in one of their forms; else beyond the marks. */
function tucked(forms: readonly Part[], marks: Part, way: Direction): Part {
  const items = marks.at(0, 0);
  const places = forms.flatMap((part) => {
    const spare = marks.height - part.height;
    return range(0, spare, 2).map((y) => ({ part, x: 0, y: way < 0 ? spare - y : y }));
  });
  const free = firstFree(
    places,
    filled(items),
    { x: 0, y: 0, width: marks.width, height: marks.height },
    BESIDE,
  );
  if (free) return over(weightless(free.part, 0, free.y), marks);
  const words = forms[0] as Part;
  return stack(way < 0 ? [words, marks] : [marks, words], { gap: 1 });
}
