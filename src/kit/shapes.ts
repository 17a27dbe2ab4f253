/** Outlines as path strings of fixed pattern, so that a mark of one view can travel into its place in another. */
import { pathRound } from 'd3';
import type { Bound } from '~/data/types';
import { around, type Box, type Look, type Mark } from './items';
import { half, numbers, round } from './path';

/** A box. */
export function boxPath({ x, y, width, height }: Box): string {
  const path = pathRound(1);
  path.rect(x, y, width, height);
  return path.toString();
}

/**
 * A box with corners of radius `r`; fully round ends, and so a dot where it is as wide as high, unless one is given.
 * It stands on half a pixel, and all that are as large are the same text after their first point.
 */
export function pillPath({ x, y, width, height }: Box, r = Math.min(width, height) / 2): string {
  const corner = round(r);
  const [level, upright] = [round(width) - 2 * corner, round(height) - 2 * corner];
  const turn = (dx: number, dy: number) => `a${numbers(corner, corner, 0, 0, 1, dx, dy)}`;
  const start = `M${numbers(half(x + r), half(y))}`;
  const [there, back] = [`h${numbers(level)}`, `h${numbers(-level)}`];
  // A dot is one turn, all but what nobody sees of it; round ends are one each.
  if (level < 0.15 && upright < 0.15) return `${start}a${numbers(corner, corner, 0, 1, 1, -0.1, 0)}z`;
  if (upright < 0.15) return `${start}${there}${turn(0, 2 * corner)}${back}${turn(0, -2 * corner)}z`;
  const right = `${turn(corner, corner)}v${numbers(upright)}${turn(-corner, corner)}`;
  const left = `${turn(-corner, -corner)}v${numbers(-upright)}${turn(corner, -corner)}`;
  return `${start}${there}${right}${back}${left}z`;
}

/** Where a band begins and ends; `y0`, `y1` are its centre. */
export interface Band {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Vertical, the same all along: what is counted stays as wide wherever it goes. */
  thick: number;
  /** Share of the span that is flat at both ends, 0 to 0.5. */
  flat: number;
}

/**
 * A band that leaves and arrives flat, as an outline. Own path: of `area` and `curveBumpX` every flat end is a curve,
 * twice as long. Bands which run side by side are the same text after their first point.
 */
export function bandPath({ x0, y0, x1, y1, thick, flat }: Band): string {
  const inset = Math.round(flat * (x1 - x0));
  const [run, fall] = [round(x1) - round(x0) - 2 * inset, half(y1 - y0)];
  const curve = (way: 1 | -1) => {
    const [dx, dy, bend] = [way * run, way * fall, way * round(run / 2)];
    return `h${numbers(way * inset)}c${numbers(bend, 0, bend, dy, dx, dy)}h${numbers(way * inset)}`;
  };
  return `M${numbers(x0, y0 - thick / 2)}${curve(1)}v${numbers(thick)}${curve(-1)}z`;
}

/** A mark that is a band. */
export function markAlong({ striped, ...mark }: MarkOf, band: Band): Mark {
  const { x0, y0, x1, y1, thick } = band;
  const box = {
    x: x0,
    y: Math.min(y0, y1) - thick / 2,
    width: x1 - x0,
    height: Math.abs(y1 - y0) + thick,
  };
  return { kind: 'mark', ...mark, d: bandPath(band) + (striped ? stripesAtStart(band) : ''), box };
}

/** All aslant. On a band as many in every view, so that it can travel, how wide, how far apart at most; in a box at least. */
const STRIPES = { start: 4, gap: 3, apart: 9, least: 8 };

type Point = readonly [x: number, y: number];

/**
 * A stripe from edge to edge, as a part of the outline, so that it fades, travels and is raised with it: it runs the
 * other way round, and so is a gap in what is filled.
 * @param wide  from its one side to the other; nowhere for a line
 */
function stripe([x0, y0]: Point, [x1, y1]: Point, [dx, dy]: Point): string {
  if (dx === 0 && dy === 0) return `M${numbers(x0, y0)}L${numbers(x1, y1)}`;
  const [left, up] = [dx / 2, dy / 2];
  const back = `L${numbers(x0 + left, y0 + up)}z`;
  return `M${numbers(x0 - left, y0 - up)}L${numbers(x1 - left, y1 - up)}l${numbers(dx, dy)}${back}`;
}

/** At the middles of so many equal parts, from 0 to 1. */
const middles = (count: number) => Array.from({ length: count }, (_, i) => (i + 0.5) / count);

/** Across what is straight of a band of this thickness: from corner to corner of a square where that keeps within it. */
export function stripesAcross([x0, y0]: Point, [x1, y1]: Point, thick: number, count: number): string {
  const long = Math.hypot(x1 - x0, y1 - y0);
  const [ux, uy] = [(x1 - x0) / long, (y1 - y0) / long];
  const edge = thick / 2;
  // On whole pixels, so that those of threads about as thick are the same text.
  const aslant = Math.max(0, Math.min(Math.round(edge - 0.1), (long / count - STRIPES.gap) / 2));
  const [dx, dy] = [uy * edge + ux * aslant, uy * aslant - ux * edge];
  return middles(count)
    .map((share): Point => [x0 + share * (x1 - x0), y0 + share * (y1 - y0)])
    .map(([x, y]) => stripe([x + dx, y + dy], [x - dx, y - dy], [STRIPES.gap * ux, STRIPES.gap * uy]))
    .join('');
}

/** Across a band where it begins, level and under nothing: on whole pixels, so that they are the same text in each. */
function stripesAtStart({ x0, y0, x1, thick, flat }: Band): string {
  const x = Math.round(x0);
  const apart = Math.min(STRIPES.apart, Math.floor((flat * (x1 - x0)) / STRIPES.start));
  return stripesAcross([x, y0], [x + apart * STRIPES.start, y0], thick, STRIPES.start);
}

/** Across a box, in parts about as wide as high, from corner to corner. */
function stripesIn({ x, y, width, height }: Box, look: Look, isRound: boolean): string {
  const parts = Math.max(1, Math.floor(width / Math.max(height, STRIPES.least)));
  const side = width / parts;
  const gap = look === 'solid' ? Math.max(1.2, 0.25 * Math.min(side, height)) : 0;
  // With its own width; a round outline ends before the corner.
  const short = isRound ? 0.15 : 0;
  const reach = Math.max(0, side / 2 - gap / 2 - short * side);
  return middles(parts)
    .map((share) => {
      const middle = x + share * width;
      const [top, foot] = [y + short * height, y + (1 - short) * height];
      return stripe([middle + reach, top], [middle - reach, foot], [gap, 0]);
    })
    .join('');
}

/** How far the slivers of `more-than` reach beyond a bar, as a share of its height. */
export const BEYOND = 0.65;

/**
 * A bar for a sum that may be only bounded. A ceiling closes like an exact sum, since nothing lies beyond it; a
 * floor stays open at the right and goes on in two slivers.
 */
export function barPath({ x, y, width, height }: Box, bound: Bound = 'exact'): string {
  if (bound !== 'more-than') return boxPath({ x, y, width, height });
  const path = pathRound(1);
  const [end, step] = [x + width, height / 4];
  path.moveTo(end, y);
  path.lineTo(x, y);
  path.lineTo(x, y + height);
  path.lineTo(end, y + height);
  path.rect(end + step * 0.6, y, step * 0.8, height);
  path.rect(end + step * 2.2, y, step * 0.4, height);
  return path.toString();
}

/** Width of a mark's outline, and of a ghost's with how it is broken, CSS pixels. */
export const OUTLINE = 1.25;
export const GHOST = { line: 1.5, dash: 2.2, gap: 1.3 };

/** What is known of a mark before its outline is; `striped` is what rests on one source. */
export type MarkOf = Omit<Mark, 'kind' | 'd' | 'box'> & { striped?: boolean };

/** An outline stands on its edge: a mark that has one is smaller by half of it, so that all look alike. */
const insetOf = ({ look }: MarkOf, weight: number) =>
  weight * (look === 'said' ? OUTLINE / 2 : look === 'ghost' ? GHOST.line / 2 : 0);

/** A mark in a box, in an outline that `outlineOf` gives for the box less half its line. */
export function markIn(
  { striped, ...mark }: MarkOf,
  box: Box,
  outlineOf: (box: Box) => string = boxPath,
  weight = 1,
): Mark {
  const inset = Math.min(insetOf(mark, weight), box.width / 2, box.height / 2);
  const inner = {
    x: box.x + inset,
    y: box.y + inset,
    width: box.width - 2 * inset,
    height: box.height - 2 * inset,
  };
  const stripes = striped ? stripesIn(inner, mark.look, outlineOf !== boxPath) : '';
  return { kind: 'mark', ...mark, d: outlineOf(inner) + stripes, box };
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** One mark of several boxes: blocks that are counted. */
export function marksAsOne(mark: MarkOf, boxes: readonly Box[], weight = 1): Mark {
  const d = boxes.map((box) => markIn(mark, box, boxPath, weight).d).join('');
  const { striped, ...own } = mark;
  return { kind: 'mark', ...own, d, box: around(boxes) ?? NOWHERE };
}

/** Boxes that adjoin from left to right as one outline each run, on half pixels: a count from step to step. */
function stepsPath(boxes: readonly Box[]): string {
  const path = pathRound(1);
  const cells = boxes.map(({ x, y, width, height }) => ({
    x0: half(x),
    x1: half(x + width),
    top: half(y),
    foot: half(y + height),
  }));
  let i = 0;
  while (i < cells.length) {
    let end = i + 1;
    while (end < cells.length && cells[end]?.x0 === cells[end - 1]?.x1) end++;
    const run = cells.slice(i, end);
    run.forEach(({ x0, x1, top }, k) => {
      if (k === 0) path.moveTo(x0, top);
      else path.lineTo(x0, top);
      path.lineTo(x1, top);
    });
    for (const { x0, x1, foot } of run.toReversed()) {
      path.lineTo(x1, foot);
      path.lineTo(x0, foot);
    }
    path.closePath();
    i = end;
  }
  return path.toString();
}

/** One mark of all steps of a count. */
export const markOfSteps = (mark: MarkOf, boxes: readonly Box[]): Mark => ({
  kind: 'mark',
  ...mark,
  d: stepsPath(boxes),
  box: around(boxes) ?? NOWHERE,
});
