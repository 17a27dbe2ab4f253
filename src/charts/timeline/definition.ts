/** What `timeline` counts and says: named moves over time, pair against pair, and a row per name for one stretch. */
import type { Lang, Move } from '~/data/types';
import { formatDate, formatRange } from '~/i18n/dates';
import type { Say } from '~/i18n/say';
import { coreOrganisations } from '~/model/flows';
import { selectMoves } from '~/model/select';
import type { ChartDefinition, Table } from '../contract';
import { asEvidence, moveTable, peopleOf } from '../move-table';
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

/** A row for each mark, where a mark is no longer a move. */
function monthTable({ data, moves, nameOf }: TimelineModel, say: Say, lang: Lang): Table {
  return {
    caption: say('table.caption', { n: moves.length }),
    columns: ['from', 'to', 'date', 'moves', 'people', 'status'].map((key) => ({
      key,
      label: say(`table.${key}`),
      ...(key === 'moves' ? { numeric: true } : {}),
      ...(key === 'people' ? { extra: true } : {}),
    })),
    rows: data.map((datum) => ({
      id: datum.id,
      evidence: asEvidence(datum.moves),
      cells: {
        from: nameOf(datum.from),
        to: nameOf(datum.to),
        date: datum.steps ? yearsOf(datum.moves, lang) : formatDate(datum.date, lang),
        moves: datum.moves.length,
        people: peopleOf(datum.moves, say, lang),
        status: say(datum.confirmed ? 'table.confirmed' : 'table.reported'),
      },
    })),
  };
}

/** "2019 to 2026". */
function yearsOf(moves: readonly Move[], lang: Lang): string {
  const [first = '', last = ''] = [moves[0], moves.at(-1)].map((move) => move?.date.slice(0, 4));
  return first === last ? first : formatRange(first, last, lang);
}
