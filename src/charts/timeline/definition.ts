/** What `timeline` counts and says: named moves over time, pair against pair, and a row per name for one stretch. */
import type { Lang, Move } from '~/data/types';
import { formatDate, formatRange } from '~/i18n/dates';
import type { Say } from '~/i18n/say';
import { coreOrganisations } from '~/model/flows';
import { selectMoves } from '~/model/select';
import type { ChartDefinition, Table } from '../contract';
import { countingTable, moveTable } from '../move-table';
import { timelineModel } from './build';
import { SHEETS, type TimelineModel, type TimelineView } from './model';
import { timelineWords } from './words';

export const definition: ChartDefinition<TimelineView, TimelineModel> = {
  id: 'timeline',

  views(data) {
    return [
      { slug: '', view: { kind: 'all' } },
      ...SHEETS.filter(({ view: { since, until } }) => selectMoves(data.moves, { since, until }).length > 0),
      ...coreOrganisations(data).map(({ id }) => ({ slug: id, view: { kind: 'org', org: id } as const })),
    ];
  },

  model: timelineModel,
  words: timelineWords,

  table(model, say, lang) {
    return model.merged ? monthTable(model, say, lang) : moveTable(model.moves, model.nameOf, say, lang);
  },
};

function monthTable({ data, nameOf }: TimelineModel, say: Say, lang: Lang): Table {
  const dateOf = ({ steps, moves, date }: TimelineModel['data'][number]) =>
    steps ? yearsOf(moves, lang) : formatDate(date, lang);
  return countingTable(data, dateOf, nameOf, say, lang);
}

/** "2019 to 2026". */
function yearsOf(moves: readonly Move[], lang: Lang): string {
  const [first = '', last = ''] = [moves[0], moves.at(-1)].map((move) => move?.date.slice(0, 4));
  return first === last ? first : formatRange(first, last, lang);
}
