/** The views of `flows`, and the table beside them; what is counted and said in each is beside it. */
import type { Move } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import { coreOrganisations, countFlows } from '~/model/flows';
import { selectMoves } from '~/model/select';
import type { ChartDefinition, NamedView, Table } from '../contract';
import { countingTable, moveTable } from '../move-table';
import { isMerged } from './currents';
import { type FlowsModel, type FlowsView, modelOf, pairSlug } from './model';
import { spanOf, wordsOf } from './words';

/** From the fullest year on each year, the last as far as it goes; what came before is one. */
function periodsOf(moves: readonly Move[]): readonly NamedView<FlowsView>[] {
  const years = Map.groupBy(moves, (move) => move.date.slice(0, 4));
  const ordered = [...years.keys()].sort();
  const most = Math.max(...[...years.values()].map((own) => own.length));
  const first = ordered.findIndex((year) => years.get(year)?.length === most);
  const last = ordered.at(-1);
  const before = ordered[first - 1];
  return [
    ...(before ? [{ slug: `to-${before}`, view: { kind: 'period', until: before } } as const] : []),
    ...ordered.slice(first).map(
      (year): NamedView<FlowsView> => ({
        slug: year,
        view: { kind: 'period', since: year, ...(year === last ? {} : { until: year }) },
      }),
    ),
  ];
}

export const definition: ChartDefinition<FlowsView, FlowsModel> = {
  id: 'flows',

  views(data) {
    const core = selectMoves(data.moves);
    return [
      { slug: '', view: { kind: 'all' } },
      ...coreOrganisations(data).map(({ id }) => ({ slug: id, view: { kind: 'org', org: id } as const })),
      ...countFlows(data, core).map(({ from, to }) => ({
        slug: pairSlug({ from, to }),
        view: { kind: 'pair', from, to } as const,
      })),
      ...data.waves
        .filter((wave) => core.some((move) => move.wave === wave.id))
        .map(({ id }) => ({ slug: id, view: { kind: 'wave', wave: id } as const })),
      ...periodsOf(core),
    ];
  },

  model: modelOf,

  words: (model, say, lang) => ({ ...wordsOf(model, say, lang), foot: say('foot') }),

  table: (model, say, lang) =>
    isMerged(model.currents)
      ? ribbonTable(model, say, lang)
      : moveTable(model.moves, model.nameOf, say, lang),
};

function ribbonTable({ currents, nameOf }: FlowsModel, say: Say, lang: Lang): Table {
  const ribbons = currents.flatMap(({ from, to, threads }) =>
    threads.map((thread) => ({ ...thread, from, to })),
  );
  return countingTable(ribbons, ({ moves }) => spanOf(moves, lang), nameOf, say, lang);
}
