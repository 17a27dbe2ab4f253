/** The table beside every chart whose marks are moves: who, from, to, when, how well known. */
import type { Move, OrgId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatList } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import type { Evidence, Table } from './contract';
import { statusOf } from './move-mark';

/** Up to so many people of a mark are named in its row; above it, these and how many more. */
export const PEOPLE_UP_TO = 24;

/** A mark that counts several moves. */
export interface CountingMark {
  id: string;
  from: OrgId;
  to: OrgId;
  moves: readonly Move[];
  confirmed: boolean;
}

/** Who is counted by a mark of many moves, for the cell `people` of its row. Needs the message `table.people.more`. */
export function peopleOf(moves: readonly Move[], say: Say, lang: Lang): string {
  const people = [...new Set(moves.map((move) => move.person))];
  if (people.length <= PEOPLE_UP_TO) return formatList(people, lang);
  const named = people.slice(0, PEOPLE_UP_TO);
  return say('table.people.more', { people: named.join(', '), n: people.length - named.length });
}

/** What a mark of these moves rests on. */
export const asEvidence = (moves: readonly Move[]): readonly Evidence[] => moves.map(evidenceOfMove);

/** One for each move, however many marks count it. */
const known = new WeakMap<Move, Evidence>();

function evidenceOfMove(move: Move): Evidence {
  const made = known.get(move) ?? { kind: 'move', id: move.id };
  known.set(move, made);
  return made;
}

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
      ...(key === 'person' ? { name: true } : {}),
      ...(key === 'role' ? { extra: true } : {}),
    })),
    rows: moves.map((move) => ({
      id: move.id,
      evidence: [evidenceOfMove(move)],
      cells: {
        person: move.person,
        from: nameOf(move.from),
        to: nameOf(move.to),
        date: formatDate(move.date, lang),
        role: move.toRole[lang],
        status: statusOf(move, say),
      },
    })),
  };
}

/**
 * A row for each mark, where a mark is no longer a move. Needs the messages `table.*` of such a chart.
 * @param dateOf  when its moves were, as a reader's words
 */
export function countingTable<M extends CountingMark>(
  marks: readonly M[],
  dateOf: (mark: M) => string,
  nameOf: (org: OrgId) => string,
  say: Say,
  lang: Lang,
): Table {
  return {
    caption: say('table.caption', { n: new Set(marks.flatMap(({ moves }) => moves)).size }),
    columns: ['from', 'to', 'date', 'moves', 'people', 'status'].map((key) => ({
      key,
      label: say(`table.${key}`),
      ...(key === 'moves' ? { numeric: true } : {}),
      ...(key === 'people' ? { extra: true } : {}),
    })),
    rows: marks.map((mark) => ({
      id: mark.id,
      evidence: asEvidence(mark.moves),
      cells: {
        from: nameOf(mark.from),
        to: nameOf(mark.to),
        date: dateOf(mark),
        moves: mark.moves.length,
        people: peopleOf(mark.moves, say, lang),
        status: say(mark.confirmed ? 'table.confirmed' : 'table.reported'),
      },
    })),
  };
}
