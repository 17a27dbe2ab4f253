/** What a title or a sentence takes for granted: when the data moves on, the words must be read again. */
import type { Move } from '~/data/types';
import { type MoveFilter, selectMoves } from '~/model/select';

/** `guards` of the front matter: a count that stands in the words. */
export interface Guard {
  count: MoveFilter;
  is: number;
}

/** `holds` of the front matter: a relation that the words rest on, whatever the numbers. */
export type Hold = { count: MoveFilter } & ({ over: MoveFilter } | { same: MoveFilter });

/** One sentence for each that is no longer true. */
export function brokenGuards(guards: readonly (Guard | Hold)[], moves: readonly Move[]): readonly string[] {
  const count = (filter: MoveFilter) => selectMoves(moves, filter).length;
  return guards.flatMap((guard) => {
    const n = count(guard.count);
    const [holds, expected] =
      'is' in guard
        ? [n === guard.is, `${guard.is}`]
        : 'over' in guard
          ? [n > count(guard.over), `more than ${count(guard.over)}`]
          : [n === count(guard.same), `${count(guard.same)}`];
    if (holds) return [];
    return [
      `${JSON.stringify(guard.count)} counts ${n}. Expected ${expected}: read the words that rest on it again.`,
    ];
  });
}
