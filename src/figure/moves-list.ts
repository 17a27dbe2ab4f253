/** The list of all moves, asked for what some of them have in common: where a mark of many leads. */
import type { Move } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import { DEFAULTS, formatMoves, type MovesState } from '~/views/moves-query';
import { pagePath } from '~/views/paths';

/** Of a mark that stands for more moves, the page names the sources of so many; the list has all. */
export const EVIDENCE_UP_TO = 24;

/** What all of them share, '' where they differ. */
function shared(moves: readonly Move[], wordOf: (move: Move) => string): string {
  const [first] = moves;
  const value = first ? wordOf(first) : '';
  return moves.every((move) => wordOf(move) === value) ? value : '';
}

/** What the list is asked for, so that it has these moves, and few others. */
function askedFor(moves: readonly Move[]): MovesState {
  const [from, to] = [shared(moves, (move) => move.from), shared(moves, (move) => move.to)];
  const [first] = moves;
  const org =
    from || to
      ? ''
      : [first?.from, first?.to].find((id) => moves.every((move) => [move.from, move.to].includes(id ?? '')));
  return {
    ...DEFAULTS,
    from,
    to,
    org: org ?? '',
    status: shared(moves, (move) => (move.confirmed ? 'confirmed' : move.status)),
    when: shared(moves, (move) => move.date.slice(0, 7)) || shared(moves, (move) => move.date.slice(0, 4)),
    scope: shared(moves, (move) => move.scope) === 'core' ? 'core' : 'all',
  };
}

const addressOf = (state: MovesState, lang: Lang) => pagePath(lang, 'moves') + formatMoves(state);

/** The address of the list that has these moves, and few others. */
export const listOfMoves = (moves: readonly Move[], lang: Lang): string => addressOf(askedFor(moves), lang);

/** The same, where it has no other of `all`; else undefined. */
export function listOfOnly(moves: readonly Move[], all: readonly Move[], lang: Lang): string | undefined {
  const state = askedFor(moves);
  const { from, to, org, status, when, scope } = state;
  const found = all.filter(
    (move) =>
      (scope === 'all' || move.scope === scope) &&
      (!from || move.from === from) &&
      (!to || move.to === to) &&
      (!org || move.from === org || move.to === org) &&
      move.status.startsWith(status) &&
      move.date.startsWith(when),
  );
  return found.length === moves.length ? addressOf(state, lang) : undefined;
}
