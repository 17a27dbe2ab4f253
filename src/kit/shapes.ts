/** Outlines as path strings of fixed pattern, so that a mark of one view can travel into its place in another. */

/** Coordinates to a tenth of a pixel: what no eye sees costs bytes. */
export const round = (value: number) => Math.round(value * 10) / 10;
const p = (x: number, y: number) => `${round(x)} ${round(y)}`;

/** A box with fully round ends: a dot where it is as wide as high. Four arcs, always. */
export function pillPath(x: number, y: number, width: number, height: number): string {
  const r = Math.min(width, height) / 2;
  return roundedPath(x, y, width, height, r);
}

/** A box with corners of radius `r`. */
export function roundedPath(x: number, y: number, width: number, height: number, r: number): string {
  const [x1, y1] = [x + width, y + height];
  const arc = `A${round(r)} ${round(r)} 0 0 1`;
  return (
    `M${p(x + r, y)}L${p(x1 - r, y)}${arc} ${p(x1, y + r)}L${p(x1, y1 - r)}${arc} ${p(x1 - r, y1)}` +
    `L${p(x + r, y1)}${arc} ${p(x, y1 - r)}L${p(x, y + r)}${arc} ${p(x + r, y)}Z`
  );
}

/** A box. */
export function boxPath(x: number, y: number, width: number, height: number): string {
  return `M${p(x, y)}L${p(x + width, y)}L${p(x + width, y + height)}L${p(x, y + height)}Z`;
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

/** A band that leaves and arrives flat, as an outline: one cubic above, one below, few numbers for many threads. */
export function bandPath({ x0, y0, x1, y1, thick, flat }: Band): string {
  const half = thick / 2;
  const a = x0 + flat * (x1 - x0);
  const b = x1 - flat * (x1 - x0);
  const mid = (a + b) / 2;
  const there = `H${round(a)}C${p(mid, y0 - half)} ${p(mid, y1 - half)} ${p(b, y1 - half)}H${round(x1)}`;
  const back = `V${round(y1 + half)}H${round(b)}C${p(mid, y1 + half)} ${p(mid, y0 + half)} ${p(a, y0 + half)}H${round(x0)}`;
  return `M${p(x0, y0 - half)}${there}${back}Z`;
}

/** Width of a ghost's outline, and how it is broken: a dash about every corner where a side is a multiple of the period. */
export const GHOST = { line: 1.5, dash: 2.2, gap: 1.3 };
