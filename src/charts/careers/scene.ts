/** What all parts of the trunk's drawing need: its sizes and places, and where a stay lies between them. */
import type { ScaleTime } from 'd3';
import type { Frame } from '../contract';
import type { Stay } from './career';
import type { CareersModel } from './model';
import { gapOf, isVague } from './spans';

/** Type; a band; columns of names (none: names stand above), of the bend and of the trunk; between rows; height at most. */
export const SIZES = {
  wide: { name: 17, words: 14, thick: 20, lead: 210, bend: 150, trunk: 110, gap: 22, most: 450 },
  medium: { name: 14, words: 12, thick: 13, lead: 150, bend: 60, trunk: 90, gap: 10, most: 365 },
  narrow: { name: 14, words: 12, thick: 10, lead: 0, bend: 44, trunk: 56, gap: 6, most: 450 },
};
/** Told of each person: all, no earlier employers, only a name; where there is no room, less. */
export const TOLD = { all: 2, work: 1, name: 0 };
/** Least width of a break between an exit and the hire, as far as what is known of its date allows. */
const BREAK = 12;

/** What all of a drawing's parts need; every x in pixels of the frame. */
export interface Scene {
  model: CareersModel;
  frame: Frame;
  sizes: (typeof SIZES)['wide'];
  told: number;
  /** Where rows begin, and where words in them end: right of it bands turn. */
  row: number;
  limit: number;
  /** Where the axis begins, and ends with the hires; where the trunk begins. */
  left: number;
  hire: number;
  trunk: number;
  /** Thickness of one person's band. */
  unit: number;
  x: ScaleTime<number, number>;
}

/** Where a stay before the hire begins, is whole, and ends; where it breaks off before the hire, if it does. */
export function edgesOf(stay: Stay, { x, left, hire, sizes }: Scene) {
  const end = stay.exit ? hire : Math.min(hire, stay.ended ? x(stay.ended[0]) : hire);
  const gap = gapOf(stay);
  const pause = gap && Math.min(Math.max(hire - BREAK, x(gap[0])), x(gap[1]));
  const until = pause ?? end;
  const [start, full] = stay.began
    ? [x(stay.began[0]), x(stay.began[isVague(stay.began) ? 1 : 0])]
    : [until - sizes.bend / 2, until];
  return { start: Math.min(Math.max(left, start), until - 1), full, end, pause };
}
