/** The table beside every chart whose marks are moves: who, from, to, when, how well known. */
import type { Move, OrgId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatList } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import type { Table } from './contract';

/** Who is counted by a mark of many moves, for the cell `people` of its row. */
export const peopleOf = (moves: readonly Move[], lang: Lang): string =>
  formatList([...new Set(moves.map((move) => move.person))], lang);

/** Needs the messages `table.*`, which every such chart has in its own words. */
export function moveTable(
  moves: readonly Move[],
  nameOf: (org: OrgId) => string,
  say: Say,
  lang: Lang,
): Table {
  return {
    caption: say('table.caption', { n: moves.length }),
    columns: ['person', 'from', 'to', 'date', 'role', 'status'].map((key) => ({
      key,
      label: say(`table.${key}`),
      ...(key === 'role' ? { extra: true } : {}),
    })),
    rows: moves.map((move) => ({
      id: move.id,
      evidence: [{ kind: 'move', id: move.id }],
      cells: {
        person: move.person,
        from: nameOf(move.from),
        to: nameOf(move.to),
        date: formatDate(move.date, lang),
        role: move.toRole[lang],
        status: say(`table.${move.status}`),
      },
    })),
  };
}
