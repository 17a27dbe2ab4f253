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

/** Where a band begins and ends, and how high it stands there, at half way, and at its end. */
export interface Band {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Vertical thickness at the ends and in the middle. */
  thick: number;
  middle: number;
  /** Share of the span that is flat at both ends, 0 to 0.5. */
  flat: number;
}

/**
 * A band that leaves and arrives flat, as an outline: two cubic halves above and two below
 * (de Casteljau at one half of the S between the flat ends). `y0`, `y1` are its centre.
 */
export function bandPath(band: Band): string {
  const upper = edge(band, -1);
  const lower = edge(band, 1);
  const [u0, u1, u2, u3, u4, u5, u6, u7, u8] = upper;
  const [l0, l1, l2, l3, l4, l5, l6, l7, l8] = lower;
  return `M${u0}L${u1}C${u2} ${u3} ${u4}C${u5} ${u6} ${u7}L${u8}L${l8}L${l7}C${l6} ${l5} ${l4}C${l3} ${l2} ${l1}L${l0}Z`;
}

function edge({ x0, y0, x1, y1, thick, middle, flat }: Band, side: 1 | -1): string[] {
  const end = (side * thick) / 2;
  const mid = (side * middle) / 2;
  const span = x1 - x0;
  const a = x0 + flat * span;
  const b = x1 - flat * span;
  const k = (b - a) / 2;
  const [ax, ay, bx, by] = [a, y0, b, y1];
  const [c1, c2] = [a + k, b - k];
  const half = { x: (ax + 3 * c1 + 3 * c2 + bx) / 8, y: (ay + by) / 2 };
  return [
    p(x0, y0 + end),
    p(ax, ay + end),
    p((ax + c1) / 2, ay + end),
    p((ax + 2 * c1 + c2) / 4, (3 * ay + by) / 4 + mid),
    p(half.x, half.y + mid),
    p((c1 + 2 * c2 + bx) / 4, (ay + 3 * by) / 4 + mid),
    p((c2 + bx) / 2, by + end),
    p(bx, by + end),
    p(x1, y1 + end),
  ];
}
