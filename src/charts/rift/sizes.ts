/** Sizes of words and bars of `rift`, by the width it is drawn for, CSS pixels. */
export const SIZES = {
  wide: { year: 34, word: 19, title: 15, small: 13, loud: 20, bar: 12, tie: 8, gap: 11, section: 18 },
  medium: { year: 27, word: 15, title: 13, small: 12, loud: 15, bar: 10, tie: 7, gap: 6, section: 10 },
  narrow: { year: 26, word: 14, title: 13, small: 12, loud: 13, bar: 9, tie: 7, gap: 7, section: 11 },
};
export type Sizes = (typeof SIZES)['wide'];
