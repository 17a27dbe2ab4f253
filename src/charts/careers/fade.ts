/** Soft edges: where a date is not known, or only its year, a band fades over the time in which it may lie. */

/** A gradient along one mark. `id` is its address in the page, so no two drawings may share one. */
export interface Wash {
  id: string;
  from: readonly [x: number, y: number];
  to: readonly [x: number, y: number];
  /** Opacity along the way, `at` from 0 to 1. */
  stops: readonly { at: number; opacity: number }[];
}

/** A month is a date; what is known less well than that is drawn soft. */
const VAGUE = 32 * 864e5;
export const isVague = (span: readonly [number, number]) => span[1] - span[0] > VAGUE;

/** A place along an axis, in pixels, and how opaque the band is there. */
export type FadePoint = readonly [place: number, opacity: number];

/** Below this many pixels no eye sees a fade. */
const SHARP = 1.5;

/** Opacity along a band from `start` to `end`, fading in over `begin`, out over `cease`, and back where it goes on at `again`. */
export function fadePoints(
  start: number,
  end: number,
  begin?: readonly [number, number],
  cease?: readonly [number, number],
  again?: number,
): readonly FadePoint[] {
  const soft = (edge?: readonly [number, number]) => (edge && edge[1] - edge[0] > SHARP ? edge : undefined);
  const [a, b] = [soft(begin), soft(cease)];
  if (!a && !b) return [];
  return [
    ...(a
      ? ([
          [a[0], 0],
          [a[1], 1],
        ] as const)
      : ([[start, 1]] as const)),
    ...(b
      ? ([
          [b[0], 1],
          [b[1], 0],
        ] as const)
      : []),
    ...(b && again !== undefined
      ? ([
          [again, 0],
          [again, 1],
        ] as const)
      : []),
    ...(b && again === undefined ? [] : ([[end, 1]] as const)),
  ];
}

/** @returns undefined where nothing fades */
export function washOf(id: string, points: readonly FadePoint[], vertical?: { x: number }): Wash | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last[0] <= first[0]) return undefined;
  const place = (value: number): readonly [number, number] => (vertical ? [vertical.x, value] : [value, 0]);
  const span = last[0] - first[0];
  let before = 0;
  const stops = points.map(([at, opacity]) => {
    before = Math.max(before, Math.min(1, (at - first[0]) / span));
    return { at: Math.round(before * 1e4) / 1e4, opacity };
  });
  return { id, from: place(first[0]), to: place(last[0]), stops };
}
