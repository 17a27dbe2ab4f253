/**
 * Colours for organisations to which palette.csv gives none, in the order in which they are given. They were searched
 * for by the numbers of `sight.ts`: a few can be as far apart as those ask, many only so far as there is room.
 */
import type { Hue } from './sight';

export interface Hues {
  light: Hue;
  dark: Hue;
}

const hues = (mark: string, text: string, darkMark: string, darkText: string): Hues => ({
  light: { mark, text },
  dark: { mark: darkMark, text: darkText },
});

const FEW: readonly Hues[] = [
  hues('#14a194', '#108176', '#26ffd9', '#26ffd9'),
  hues('#9a7708', '#8e6d07', '#ffb93f', '#ffb93f'),
  hues('#0264d7', '#0264d7', '#2b95ff', '#2b95ff'),
  hues('#7e0052', '#7e0052', '#db3e7a', '#dd4a82'),
  hues('#053706', '#053706', '#3c7102', '#638d35'),
];

const MANY: readonly Hues[] = [
  hues('#03329f', '#03329f', '#7792f5', '#7792f5'),
  hues('#8851c9', '#8851c9', '#415acb', '#677bd5'),
  hues('#784d7a', '#784d7a', '#dcbaf5', '#dcbaf5'),
  hues('#690056', '#690056', '#b36ba0', '#b36ba0'),
  hues('#d4618b', '#b25175', '#ff9f97', '#ff9f97'),
  hues('#9d495a', '#9d495a', '#b6631c', '#bc6f2e'),
  hues('#650012', '#650012', '#ce9919', '#ce9919'),
  hues('#8a7416', '#846f15', '#cfdd5b', '#cfdd5b'),
  hues('#525706', '#525706', '#82945b', '#82945b'),
  hues('#648855', '#5a7a4d', '#307b62', '#4d8d78'),
  hues('#1f5538', '#1f5538', '#20fec0', '#20fec0'),
  hues('#22a199', '#1b7e77', '#57bcb4', '#57bcb4'),
];

/** As many as there are, at most twelve. */
export const houseHues = (n: number): readonly Hues[] => (n <= FEW.length ? FEW : MANY).slice(0, n);
