/** A line as thick all the way, with round corners, as an outline; D3 strokes lines, but a mark that fades and travels is filled. */
import { type Path, pairs, pathRound } from 'd3';

export type Point = readonly [x: number, y: number];

/**
 * @param reach how far before and after a corner it bends, where the neighbouring corners leave that room: a flat
 *              corner is rounder than a sharp one
 */
export function tubePath(line: readonly Point[], thick: number, reach: number): string {
  const points = line.filter((point, i) => i === 0 || distance(point, line[i - 1] as Point) > 0.05);
  const path = pathRound(1);
  // The left edge on the way there is one side, the left edge on the way back the other.
  leftEdge(path, points, thick / 2, reach, true);
  leftEdge(path, [...points].reverse(), thick / 2, reach, false);
  path.closePath();
  return path.toString();
}

const distance = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(bx - ax, by - ay);

function leftEdge(path: Path, points: readonly Point[], half: number, reach: number, begins: boolean): void {
  const ways = pairs(points, (a, b) => {
    const long = distance(a, b);
    return { long, u: [(b[0] - a[0]) / long, (b[1] - a[1]) / long] as const };
  });
  const beside = ([x, y]: Point, [ux, uy]: Point): Point => [x + uy * half, y - ux * half];
  const [first, last] = [ways[0], ways.at(-1)];
  if (!first || !last) return;
  const [x, y] = beside(points[0] as Point, first.u);
  if (begins) path.moveTo(x, y);
  else path.lineTo(x, y);
  pairs(ways, (a, b) => ({ a, b })).forEach(({ a, b }, i) => {
    const cross = a.u[0] * b.u[1] - a.u[1] * b.u[0];
    const bent = 1 + a.u[0] * b.u[0] + a.u[1] * b.u[1];
    const [px, py] = points[i + 1] as Point;
    const corner: Point = [px + (half * (a.u[1] + b.u[1])) / bent, py - (half * (a.u[0] + b.u[0])) / bent];
    const room = Math.min(reach, i === 0 ? a.long : a.long / 2, i === ways.length - 2 ? b.long : b.long / 2);
    const radius = Math.abs(cross) < 1e-6 ? 0 : (room * bent) / Math.abs(cross) + Math.sign(cross) * half;
    path.arcTo(...corner, corner[0] + b.u[0], corner[1] + b.u[1], Math.max(0, radius));
  });
  path.lineTo(...beside(points.at(-1) as Point, last.u));
}
