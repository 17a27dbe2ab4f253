/** Every chart there is. A new one is a folder and a line here. */

import type { Dataset } from '~/data/types';
import balance from './balance';
import careers from './careers';
import compute from './compute';
import type { ChartEntry } from './contract';
import flows from './flows';
import matrix from './matrix';
import offers from './offers';
import rift from './rift';
import timeline from './timeline';

export const CHARTS: readonly ChartEntry[] = [
  flows,
  timeline,
  matrix,
  balance,
  careers,
  compute,
  offers,
  rift,
];

/** Those that these rows have something for. */
export const chartsIn = (data: Dataset): readonly ChartEntry[] =>
  CHARTS.filter(({ slugs }) => slugs(data).length > 0);

/** @returns undefined where no chart has that id */
export function chartById(id: string): ChartEntry | undefined {
  return CHARTS.find((chart) => chart.id === id);
}
