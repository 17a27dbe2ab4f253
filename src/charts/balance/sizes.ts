/** Sizes of `balance` on a page: words, dots and the heights of plots, CSS pixels. */
export const SIZES = {
  wide: { name: 18, small: 14, value: 16, bar: 28, row: 86, gap: 40, panel: 163, steps: 285 },
  medium: { name: 15, small: 13, value: 14, bar: 22, row: 69, gap: 22, panel: 135, steps: 205 },
  narrow: { name: 14, small: 13, value: 13, bar: 18, row: 54, gap: 16, panel: 56, steps: 200 },
};
export type Sizes = (typeof SIZES)['wide'];
