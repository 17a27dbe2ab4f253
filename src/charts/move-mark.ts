/** What the mark of a move is called in every chart: who, from, to, when, how well known. */
import type { Move, OrgId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Frame } from './contract';

/** "Ann Lee, OpenAI to Meta, June 2025, reported only"; needs the messages `mark` and `table.<status>`. */
export const nameOfMove = (
  move: Move,
  nameOf: (org: OrgId) => string,
  { say, lang }: Pick<Frame, 'say' | 'lang'>,
): string =>
  say('mark', {
    person: move.person,
    from: nameOf(move.from),
    to: nameOf(move.to),
    date: formatDate(move.date, lang),
    status: say(`table.${move.status}`),
  });
