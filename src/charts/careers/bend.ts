/** Bands that run level and then bend, step or turn, equally thick all the way, as outlines of fixed pattern. */
import { round } from '~/kit/shapes';

const p = (x: number, y: number) => `${round(x)} ${round(y)}`;

export interface Bend {
  /** Level from x0 to x1 at y0, then on to (x2, y1); a stay without a way out has y1 = y0. */
  x0: number;
  x1: number;
  x2: number;
  y0: number;
  y1: number;
  thick: number;
}

/** A soft S: the middle is offset along its normal, since a ribbon of constant height is thin where it is steep. */
export function bendPath({ x0, x1, x2, y0, y1, thick }: Bend): string {
  const [dx, dy, h] = [x2 - x1, y1 - y0, thick / 2];
  const length = Math.hypot(dx, 2 * dy) || 1;
  const normal = dx === 0 && dy === 0 ? [0, h] : [(-2 * dy * h) / length, (dx * h) / length];
  const edge = (side: 1 | -1) => {
    const [nx, ny] = [side * (normal[0] as number), side * (normal[1] as number)];
    return [
      p(x1, y0 + side * h),
      p(x1 + dx / 4, y0 + side * h),
      p(x1 + 0.375 * dx + nx, y0 + dy / 4 + ny),
      p(x1 + dx / 2 + nx, y0 + dy / 2 + ny),
      p(x1 + 0.625 * dx + nx, y0 + 0.75 * dy + ny),
      p(x1 + 0.75 * dx, y1 + side * h),
      p(x2, y1 + side * h),
    ];
  };
  const [a0, a1, a2, a3, a4, a5, a6] = edge(-1);
  const [b0, b1, b2, b3, b4, b5, b6] = edge(1);
  return (
    `M${p(x0, y0 - h)}L${a0}C${a1} ${a2} ${a3}C${a4} ${a5} ${a6}` +
    `L${b6}C${b5} ${b4} ${b3}C${b2} ${b1} ${b0}L${p(x0, y0 + h)}Z`
  );
}

/** Radius of the line in the middle of a step, where there is room; a short step keeps most of its way for its slope. */
const CORNER = 16;
const LEAST_CORNER = 8;

/** A step with a straight slope between two round corners: as steep as its date is exact, upright at the most. */
export function stepPath({ x0, x1, x2, y0, y1, thick }: Bend): string {
  const h = thick / 2;
  // Without a step the corners lie along the line: a renderer that strokes a curve of no length draws nonsense.
  const c =
    y0 === y1 ? (x2 - x1) / 4 : Math.min((x2 - x1) / 2, Math.max(LEAST_CORNER, (x2 - x1) / 5), CORNER);
  const [dx, dy] = [x2 - x1 - 2 * c, y1 - y0];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = length > 0 ? [dx / length, dy / length] : [1, 0];
  const edge = (side: 1 | -1) => {
    const k = (side * h) / (1 + ux);
    // Where the offset lines meet, at both corners.
    const [ax, ay, bx, by] = [x1 + c - uy * k, y0 + side * h, x2 - c - uy * k, y1 + side * h];
    const along = (reach: number) => Math.min(Math.max(0, reach), length / 2);
    const [ta, tb] = [along(ax - x1), along(x2 - bx)];
    const bow = 0.56;
    return [
      p(ax - ta, ay),
      p(ax - ta * (1 - bow), ay),
      p(ax + ux * ta * (1 - bow), ay + uy * ta * (1 - bow)),
      p(ax + ux * ta, ay + uy * ta),
      p(bx - ux * tb, by - uy * tb),
      p(bx - ux * tb * (1 - bow), by - uy * tb * (1 - bow)),
      p(bx + tb * (1 - bow), by),
      p(bx + tb, by),
    ];
  };
  const [a0, a1, a2, a3, a4, a5, a6, a7] = edge(-1);
  const [b0, b1, b2, b3, b4, b5, b6, b7] = edge(1);
  return (
    `M${p(x0, y0 - h)}L${a0}C${a1} ${a2} ${a3}L${a4}C${a5} ${a6} ${a7}` +
    `L${b7}C${b6} ${b5} ${b4}L${b3}C${b2} ${b1} ${b0}L${p(x0, y0 + h)}Z`
  );
}

export interface Turn {
  /** Level from x0 at y0, a quarter turn of radius `radius`, then down at x1 to y1. */
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  radius: number;
  thick: number;
}

export function turnPath({ x0, y0, x1, y1, radius, thick }: Turn): string {
  const h = thick / 2;
  const corner = (side: 1 | -1) => {
    const r = radius - side * h;
    const k = 0.4477 * r;
    const [cx, cy] = [x1 - radius, y0 + radius];
    return [p(cx, cy - r), p(cx + r - k, cy - r), p(cx + r, cy - r + k), p(cx + r, cy), p(cx + r, y1)];
  };
  const [a0, a1, a2, a3, a4] = corner(-1);
  const [b0, b1, b2, b3, b4] = corner(1);
  return `M${p(x0, y0 - h)}L${a0}C${a1} ${a2} ${a3}L${a4}L${b4}L${b3}C${b2} ${b1} ${b0}L${p(x0, y0 + h)}Z`;
}
