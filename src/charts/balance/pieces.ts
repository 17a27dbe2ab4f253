/** What a drawing of `balance` is put together from: pieces, and lines of right angles. */
import type { Line, Mark } from '~/kit/draw';
import type { Label } from '~/kit/labels';
import { round } from '~/kit/shapes';
import type { Geometry } from '../contract';

/** A line or a surface that is no datum of its own. */
export interface Shape {
  d: string;
  tone: string;
  /** Width of a stroke; absent: filled. */
  stroke?: number;
  dash?: string;
  /** Of the fill, or of the stroke where there is one. */
  opacity?: number;
}
export interface BalanceGeometry extends Geometry {
  lines: readonly Line[];
  /** Beneath the marks, in drawing order. */
  shapes: readonly Shape[];
}

/** Part of a drawing. */
export interface Piece {
  marks: Mark[];
  labels: Label[];
  lines: Line[];
  shapes: Shape[];
}
/** The lines of the others behind the own one: nearer to the paper than to the text. */
export const CONTEXT = { tone: 'muted', opacity: 0.4 } as const;

export const empty = (): Piece => ({ marks: [], labels: [], lines: [], shapes: [] });

export const merge = (parts: readonly Piece[]): Piece => ({
  marks: parts.flatMap((part) => part.marks),
  labels: parts.flatMap((part) => part.labels),
  lines: parts.flatMap((part) => part.lines),
  shapes: parts.flatMap((part) => part.shapes),
});

export const sum = (width: number, height: number, parts: readonly Piece[]): BalanceGeometry => ({
  ...merge(parts),
  width,
  height: Math.ceil(height),
});

export type Point = readonly [x: number, y: number];

const xy = ([x, y]: Point) => `${round(x)} ${round(y)}`;
export const polyline = (points: readonly Point[]) =>
  points.map((point, i) => `${i ? 'L' : 'M'}${xy(point)}`).join('');
/** A level line. */
export const level = (x0: number, x1: number, y: number): readonly Point[] => [
  [x0, y],
  [x1, y],
];
export const polygon = (points: readonly Point[]) => `${polyline(points)}Z`;

/**
 * The outline of a line of right angles, `width` pixels thick: a mark is a surface, so that it is drawn, pointed
 * at and coloured like any other. Each corner is offset by the normals of its two sides, at right angles exact.
 */
export function thickStep(points: readonly Point[], width: number): string {
  const half = width / 2;
  const normal = (a: Point | undefined, b: Point | undefined): Point =>
    a && b ? [-Math.sign(b[1] - a[1]) * half, Math.sign(b[0] - a[0]) * half] : [0, 0];
  const side = (sign: 1 | -1): Point[] =>
    points.map((point, i) => {
      const before = normal(points[i - 1], point);
      const after = normal(point, points[i + 1]);
      return [point[0] + sign * (before[0] + after[0]), point[1] + sign * (before[1] + after[1])];
    });
  return polygon([...side(1), ...side(-1).reverse()]);
}

/** A straight line from a to b that stops `short` pixels before both. */
export function between(a: Point, b: Point, short: number): string {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const share = short / Math.max(length, 2 * short);
  const at = (t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  return polyline([at(share), at(1 - share)]);
}
