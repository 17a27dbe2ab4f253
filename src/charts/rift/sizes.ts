/** Sizes of words and bars of `rift`, how high its two views are where they have room, and how far apart steps are there, by the width it is drawn for, CSS pixels. */
const wide = { year: 34, word: 19, title: 15, small: 13, bar: 12, tie: 8, gap: 13, section: 18 };
const medium = { year: 27, word: 15, title: 13, small: 12, bar: 10, tie: 7, gap: 6, section: 10 };
const narrow = { year: 26, word: 14, title: 13, small: 12, bar: 9, tie: 7, gap: 5, section: 8 };
export const SIZES = {
  wide: { ...wide, quarrel: 455, docket: 448, apart: [12, 10, 8] },
  medium: { ...medium, quarrel: 358, docket: 382, apart: [8, 5, 2] },
  narrow: { ...narrow, quarrel: 400, docket: 400, apart: [1] },
};
export type Sizes = (typeof SIZES)['wide'];
