/** First lines to copy into R, Python or an Observable notebook: each reads the counted moves and counts their directions. */
import { readFileSync } from 'node:fs';
import { absolute, path } from '~/views/paths';

/** By the ending of its file. */
export const STARTERS = [
  { tool: 'R', file: 'directions.R' },
  { tool: 'Python', file: 'directions.py' },
  { tool: 'Observable', file: 'directions.ojs' },
] as const;

/** Stands in the files, so that they can be run as they are once it is put right. */
const PLACE = 'https://example.org/data/';

/** A starter as this copy of the site serves it. @param data  where the data are */
export const starter = (file: string, data = absolute(path('data/'))): string =>
  readFileSync(`src/pages/data/_starters/${file}`, 'utf8').replace(PLACE, data);
