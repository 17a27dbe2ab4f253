/** One stay as a mark: a band that runs level, steps once and runs on, equally thick all the way, with soft edges. */
import { pathRound } from 'd3';
import { around, type Box, type Fade, type Mark, type Shape } from '~/kit/items';
import { half, round } from '~/kit/path';
import { OUTLINE, stripesAcross } from '~/kit/shapes';
import type { Frame } from '../contract';
import { lookOf, nameOfMove } from '../move-mark';
import { knownOf, roleOf, type Stay } from './career';
import type { CareersModel } from './model';

/** Level from x0 at y0, aslant from a to b, level to x1 at y1. */
export interface Way {
  x0: number;
  y0: number;
  a: number;
  b: number;
  y1: number;
  x1: number;
}

export const level = (x0: number, x1: number, y: number): Way => ({ x0, y0: y, a: x1, b: x1, y1: y, x1 });

/**
 * Its outline: D3 strokes such a line, but a mark that fades and travels is filled.
 * @param reach how far before and after its corners it is bent, where the slope between them leaves that room
 */
export function bandPath(way: Way, thick: number, reach: number): string {
  // On whole pixels, and on halves, so that corners that are alike are the same text.
  const [x0, x1] = [Math.round(way.x0), Math.round(way.x1)];
  const [a, b] = [way.a, way.b].map((x) => Math.min(half(x), x1)) as [number, number];
  const [y0, y1] = [half(way.y0), half(way.y1)];
  const [dy, long, edge] = [y1 - y0, Math.hypot(b - a, y1 - y0), thick / 2];
  // Tangent of edge the angle it turns by: each edge is the line in the middle, shifted aside by that much.
  const turn = Math.abs(dy) < 1 ? 0 : (long - b + a) / dy;
  const radius = turn === 0 ? 0 : Math.min(reach, long / 2, x1 - b) / Math.abs(turn);
  const [outer, inner] = [radius + Math.sign(dy) * edge, radius - Math.sign(dy) * edge].map((r) =>
    Math.max(0, r),
  );
  const [p, q, shift] = [outer ?? 0, inner ?? 0, turn * edge];
  const path = pathRound(1);
  path.moveTo(x0, y0 - edge);
  path.arcTo(a + shift, y0 - edge, b + shift, y1 - edge, p);
  path.arcTo(b + shift, y1 - edge, x1 + 1, y1 - edge, q);
  path.lineTo(x1, y1 - edge);
  path.lineTo(x1, y1 + edge);
  path.arcTo(b - shift, y1 + edge, a - shift, y0 + edge, p);
  path.arcTo(a - shift, y0 + edge, x0 - 1, y0 + edge, q);
  path.lineTo(x0, y0 + edge);
  path.closePath();
  return path.toString();
}

export interface Drawn {
  /** Two where it breaks off in between. */
  ways: readonly Way[];
  thick: number;
  reach: number;
  fade?: Fade | undefined;
  hit?: Box | undefined;
  /** How much heavier its outline is than in a page. */
  weight?: number;
}

/** How thick a stay is drawn: less by its line, where it has one, and on whole pixels. */
export const innerOf = (stay: Stay, thick: number, weight = 1): number =>
  knownOf(stay).confirmed ? thick : Math.max(Math.round(thick - OUTLINE * weight), 1);

/** The mark of a stay, as thick as asked for whether it is filled or an outline. */
export function markOf(stay: Stay, model: CareersModel, frame: Frame, drawn: Drawn): Mark {
  const { ways, thick, reach, fade, hit, weight = 1 } = drawn;
  const { look, striped } = lookOf(knownOf(stay));
  const inner = innerOf(stay, thick, weight);
  const stripes = striped ? ways.map((way) => stripesOf(way, inner, reach)) : [];
  const boxes = ways.map(({ x0, x1, y0, y1 }) => {
    return { x: x0, y: Math.min(y0, y1) - thick / 2, width: x1 - x0, height: Math.abs(y1 - y0) + thick };
  });
  return {
    kind: 'mark',
    id: stay.id,
    name: nameOf(stay, model, frame),
    look,
    tone: stay.org,
    date: (stay.exit ?? stay.entry)?.date ?? (stay.start || undefined),
    d: [...ways.map((way) => bandPath(way, inner, reach)), ...stripes].join(''),
    box: around(boxes) ?? { x: 0, y: 0, width: 0, height: 0 },
    fade,
    ...(hit ? { hit } : {}),
  };
}

/** From stripe to stripe, about. */
const APART = 20;

/** Across what is straight of a band: before its step, in it and after it. */
function stripesOf({ x0, y0, a, b, y1, x1 }: Way, thick: number, reach: number): string {
  const [from, to] = [half(y0), half(y1)];
  const long = Math.hypot(b - a, to - from);
  const bent = long > 0 ? Math.min(0.5, reach / long) : 0;
  const [dx, dy] = [bent * (b - a), bent * (to - from)];
  const stretches = [
    [x0, from, a - reach, from],
    [a + dx, from + dy, b - dx, to - dy],
    [b + reach, to, x1, to],
  ] as const;
  return stretches
    .map(([x, y, endX, endY]) => {
      const count = endX < x ? 0 : Math.round(Math.hypot(endX - x, endY - y) / APART);
      return stripesAcross([x, y], [endX, endY], thick, count);
    })
    .join('');
}

/** A move as in every chart; a stay without one by its role. Many people on one band are their number. */
function nameOf({ exit, org, evidence, ...stay }: Stay, { nameOf }: CareersModel, frame: Frame): string {
  const person = stay.person || frame.say('people', { n: evidence.length });
  if (exit) return nameOfMove({ ...exit, person }, nameOf, frame);
  const role = roleOf(stay, frame.say);
  return frame.say('mark.stay', { person, org: nameOf(org), role, said: role ? 'yes' : 'no' });
}

/** Opacity along the x axis, place after place; a fade that no eye would see is none. */
export function fadeOf(...stops: readonly (readonly [x: number, opacity: number])[]): Fade | undefined {
  const rising = stops.filter(([x], i) => i === 0 || x >= (stops[i - 1]?.[0] ?? x));
  const [from, to] = [rising[0]?.[0] ?? 0, rising.at(-1)?.[0] ?? 0];
  if (to - from < 1.5) return undefined;
  const placed = rising.map(([x, opacity]) => ({ at: (x - from) / (to - from), opacity }));
  return { from, to, stops: placed };
}

const inked = (d: string, width: number): Shape => ({ kind: 'shape', d, stroke: 'ink', width });

/** Holds together what stands right of it, from y0 to y1. */
export const bracketBeside = (x: number, y0: number, y1: number, tick: number, width = 1.5): Shape =>
  inked(`M${round(x + tick)},${round(y0)}H${round(x)}V${round(y1)}H${round(x + tick)}`, width);

/** Holds together what stands above it, from x0 to x1. */
export const bracketUnder = (x0: number, x1: number, y: number, tick: number): Shape =>
  inked(`M${round(x0)},${round(y - tick)}V${round(y)}H${round(x1)}V${round(y - tick)}`, 1.25);
