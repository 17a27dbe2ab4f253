/** How large things are in each drawing of `flows`, and what a drawing shows of its view. */
import { sum } from 'd3';
import type { Frame, FrameKind } from '../contract';
import { type Current, isMerged, type Thread } from './currents';
import type { FlowsModel } from './model';
import type { End } from './sides';

/** CSS pixels. */
interface Style {
  /** No drawing of a page is higher, whatever it must leave out; with a name at each thread, a line more of title is free. */
  height: number;
  named: number;
  /** Of one move, at most. */
  thread: number;
  /** Between two organisations. */
  node: number;
  /** Type: an organisation, people and totals, the largest number. */
  name: number;
  small: number;
  number: number;
  /** Share of the width that people may take. */
  share: number;
  /** Whether organisations stand above their threads, else beside them. */
  above: boolean;
}

const WIDE = {
  height: 415,
  named: 415,
  thread: 5,
  node: 24,
  name: 19,
  small: 13,
  number: 34,
  share: 0.34,
  above: false,
};
const STYLES: Record<FrameKind, Style> = {
  // As high as a column's drawing is where it gives way.
  wide: { ...WIDE, height: 460, named: 460, thread: 5.7, small: 15 },
  medium: {
    height: 372,
    named: 380,
    thread: 5,
    node: 16,
    name: 15,
    small: 12,
    number: 27,
    share: 0.42,
    above: false,
  },
  narrow: {
    height: 412,
    named: 430,
    thread: 4.5,
    node: 10,
    name: 15,
    small: 12.5,
    number: 24,
    share: 0.52,
    above: true,
  },
  poster: WIDE,
  card: WIDE,
  map: {
    // Beside the text of a low window it is not drawn smaller for that (story-map.css).
    height: 528,
    named: 528,
    thread: 7,
    node: 28,
    name: 18,
    small: 13,
    number: 32,
    share: 0.3,
    above: true,
  },
};
/** Between two organisations over the names of their people, and where there are many. */
const CLOSE = 9;
/** More organisations are smaller, without a total each. */
const ROOMY_UP_TO = 6;
/** A move with a thread of its own is never thinner. */
const LEAST = 2;
/** What is not chosen takes so much of a side at most, and so much for each move. */
const GROUND = { room: 56, thread: 1.5 };
/** Between two currents of an organisation. */
export const CURRENT_GAP = 3;

/** Which pieces of a view are drawn. */
export interface Form {
  /** Its people at their threads, else counts. */
  named: boolean;
  /** What it did not choose, pale beneath. */
  ground: boolean;
  /** Share of their wanted thickness that threads have, where organisations without many take the room. */
  squeeze?: number;
}

export interface Scene extends Form {
  model: FlowsModel;
  frame: Frame;
  style: Style;
  crowded: boolean;
  /** What is not chosen, where it is drawn. */
  others: readonly Current[];
  /** Whether organisations stand above their threads, at each end: at the right people do beside them. */
  above: Record<End, boolean>;
  /** Thickness of a thread. */
  thick(thread: Thread): number;
}

export function sceneOf(model: FlowsModel, frame: Frame, form: Form): Scene {
  const own = STYLES[frame.kind];
  const crowded = model.orgs.length > ROOMY_UP_TO;
  const style = {
    ...own,
    ...(form.named ? { node: Math.max(CLOSE, 0.7 * own.node) } : {}),
    ...(crowded ? { node: Math.min(own.node, CLOSE) } : {}),
    ...(crowded ? { name: own.small + 2 } : {}),
  };
  const others = form.ground ? model.others : [];
  const pale = new Set(others.flatMap(({ threads }) => threads));
  const ground = Math.min(GROUND.thread, GROUND.room / Math.max(1, movesIn(others)));
  const unit = unitOf(model, style, others, ground * movesIn(others), form.squeeze);
  const thick = (thread: Thread) => thread.moves.length * (pale.has(thread) ? ground : unit);
  const above = { from: style.above, to: style.above || form.named };
  return { ...form, model, frame, style, crowded, others, above, thick };
}

const movesIn = (currents: readonly Current[]) => sum(currents, ({ n }) => n);

/** Pixels of one chosen move, so that all of them have room beside what is not chosen. */
function unitOf(
  { currents, orgs }: FlowsModel,
  style: Style,
  others: readonly Current[],
  ground: number,
  squeeze = 1,
): number {
  const words = orgs.length * (style.node + (style.above ? 1.3 * style.name : 0));
  const gaps = (currents.length + others.length) * CURRENT_GAP;
  const least = isMerged(currents) ? 0 : LEAST;
  const free = (style.height - words - gaps - ground) / Math.max(1, movesIn(currents));
  const unit = squeeze * Math.min(style.thread, free);
  // On quarters of a pixel, so that threads beside each other differ by what is written briefly.
  return Math.max(least, least > 0 ? Math.floor(4 * unit) / 4 : unit);
}
