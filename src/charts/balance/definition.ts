/** What `balance` shows: the three counts of all, all month by month, and each organisation move by move. */
import type { ChartDefinition, NamedView } from '../contract';
import { type BalanceModel, type BalanceView, modelOf, orgsWithMoves } from './model';
import { tableOf } from './table';
import { wordsOf } from './words';

export const definition: ChartDefinition<BalanceView, BalanceModel> = {
  id: 'balance',

  views: (data) => [
    { slug: '', view: { kind: 'all' } },
    { slug: 'months', view: { kind: 'months' } },
    ...orgsWithMoves(data).map(
      (id): NamedView<BalanceView> => ({ slug: id, view: { kind: 'org', org: id } }),
    ),
  ],

  model: modelOf,
  words: wordsOf,
  table: tableOf,
};
