/** What carries a mark or a sentence: the kinds of rows that have sources, and the table of each. */
import type { Dataset } from './types';

export const TABLE_OF = {
  move: 'moves',
  event: 'events',
  figure: 'figures',
  quote: 'quotes',
  career: 'careers',
  misreport: 'misreports',
  conflict: 'conflicts',
  source: 'sources',
} as const satisfies Record<string, keyof Dataset>;

export type EvidenceKind = keyof typeof TABLE_OF;
