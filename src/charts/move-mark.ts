/** What the mark of a move looks like and is called in every chart: who, from, to, when, how well known. */
import type { Move, OrgId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Say } from '~/i18n/say';
import type { MarkOf } from '~/kit/shapes';
import type { Frame } from './contract';

/** How well a move is known; a mark of many says only whether they are confirmed. */
export type Known = Pick<Move, 'confirmed'> & Partial<Pick<Move, 'singleSource'>>;

/** Solid where it is confirmed, an outline where it is only reported, striped where one source says so. */
export const lookOf = ({ confirmed, singleSource = false }: Known): Pick<MarkOf, 'look' | 'striped'> => ({
  look: confirmed ? 'solid' : 'said',
  striped: singleSource,
});

/** What `marks` says of solid and outlined, and of striped where a mark is. */
export const keyTo = (marks: readonly Known[], say: Say, key = say('marks')): string =>
  [key, ...(marks.some((mark) => lookOf(mark).striped) ? [say('striped')] : [])].join(' ');

/** "reported only, one source"; needs the messages `single` and `table.<status>`. */
export function statusOf({ status, singleSource }: Move, say: Say): string {
  const said = say(`table.${status}`);
  return singleSource ? say('single', { status: said }) : said;
}

/** "Ann Lee, OpenAI to Meta, June 2025, reported only"; needs the message `mark` and those of `statusOf`. */
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
    status: statusOf(move, say),
  });
