/** The threads of `flows` as marks: pale ground, then current over current, each with a casing in paper colour. */
import type { Item, Mark } from '~/kit/items';
import { type Band, bandPath, markAlong } from '~/kit/shapes';
import type { Frame } from '../contract';
import { lookOf, nameOfMove } from '../move-mark';
import type { Current, Thread } from './currents';
import type { FlowsModel } from './model';

const GROUND_OPACITY = 0.14;
/** Around what passes over something else, and between two solid threads. */
const CASING = 2;
const APART = 0.8;

/** Where a thread runs, with the thickness of all its moves. */
export type Way = (thread: Thread) => Band;

type Told = Pick<FlowsModel, 'nameOf'>;

/** Those that are only reported share the line between them. */
const apart = ({ confirmed, moves }: Thread, band: Band): Band =>
  confirmed && moves.length === 1 ? { ...band, thick: band.thick - Math.min(APART, band.thick / 3) } : band;

function markOf(current: Current, thread: Thread, band: Band, { nameOf }: Told, frame: Frame): Mark {
  const [move] = thread.moves;
  const alone = thread.moves.length === 1 ? move : undefined;
  const name = alone ? nameOfMove(alone, nameOf, frame) : ribbonName(current, thread, nameOf, frame);
  return markAlong(
    { id: thread.id, name, ...lookOf(thread), tone: current.from, date: alone?.date },
    apart(thread, band),
  );
}

const ribbonName = ({ from, to }: Current, thread: Thread, nameOf: Told['nameOf'], { say }: Frame) =>
  say('mark.ribbon', {
    from: nameOf(from),
    to: nameOf(to),
    n: thread.moves.length,
    status: say(thread.confirmed ? 'table.confirmed' : 'table.reported'),
  });

/** A current's threads over a casing: around all of them, or around each where they fan out. */
export function currentItems(
  current: Current,
  way: Way,
  fanned: boolean,
  model: Told,
  frame: Frame,
): readonly Item[] {
  const bands = current.threads.map(way);
  const marks = current.threads.map((thread) => markOf(current, thread, way(thread), model, frame));
  const casing = { kind: 'shape' as const, fill: 'paper', casing: true };
  // Around one alone its own outline and a line: the same text.
  const casings =
    fanned || bands.length === 1
      ? current.threads.map((thread): Item => {
          const d = bandPath(apart(thread, way(thread)));
          return { ...casing, d, stroke: 'paper', width: CASING + APART };
        })
      : [{ ...casing, d: bandPath(withCasing(hullOf(bands))) }];
  return [...casings, ...marks];
}

const withCasing = (band: Band): Band => ({ ...band, thick: band.thick + CASING });

/** One band over several that lie side by side at both ends. */
function hullOf(bands: readonly Band[]): Band {
  const [first, last] = [bands[0] as Band, bands.at(-1) as Band];
  const shift = (last.thick - first.thick) / 4;
  return {
    ...first,
    y0: (first.y0 + last.y0) / 2 + shift,
    y1: (first.y1 + last.y1) / 2 + shift,
    thick: last.y0 - first.y0 + (first.thick + last.thick) / 2,
  };
}

/** What the view did not choose: pale as one, so that no crossing shows. */
export function groundItems(others: readonly Current[], way: Way): readonly Item[] {
  const marks = others.flatMap(({ threads, from }) =>
    threads.map((thread) => {
      const band = way(thread);
      // A little thicker, so that no seam shows between them.
      const mark = { id: thread.id, name: '', look: 'context' as const, tone: from };
      return markAlong(mark, { ...band, thick: band.thick + 0.5 });
    }),
  );
  return marks.length > 0 ? [{ kind: 'group', opacity: GROUND_OPACITY, items: marks }] : [];
}
