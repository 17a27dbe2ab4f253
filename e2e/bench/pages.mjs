/** What is measured: pages of the site and the sizes they are read at. */
import { chooseInFigure, followInMap, searchAndFilter } from './interaction.mjs';

/** A phone is tapped, all else is clicked. */
export const SCREENS = [
  { width: 1280, height: 900, touch: false },
  { width: 390, height: 844, touch: true },
];

/**
 * `seen`: what a reader came for, counted as soon as one of these stands whole in the window. `use`: what readers
 * do there. `goals`: times the moment in which the bare page shows its chart, and bytes (see goals.mjs).
 */
export const PAGES = [
  {
    name: 'embed',
    path: 'embed/v1/en/flows/',
    seen: 'svg',
    use: [chooseInFigure],
    goals: { seen: 1.2, all: 25_000, script: 5_000 },
  },
  { name: 'chart page', path: 'charts/flows/', seen: 'svg', use: [chooseInFigure], goals: { seen: 1.3 } },
  {
    name: 'story',
    path: '',
    seen: 'svg',
    use: [followInMap, chooseInFigure],
    goals: { paint: 1.5, html: 66_000 },
  },
  { name: 'explorer', path: 'moves/', seen: 'tr[data-move]', use: [searchAndFilter], goals: {} },
];

export const EMBED = PAGES[0];
export const CHART_PAGE = PAGES[1];
