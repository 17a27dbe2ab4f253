/** What runs between two organisations: threads of one move each, or, above a count, ribbons of many. */
import type { Move, OrgId } from '~/data/types';
import type { Flow } from '~/model/flows';

/** Above this many moves threads merge: one ribbon for what is confirmed in a direction, one for what is not. */
export const MERGE_ABOVE = 150;

/** One mark, and one row of the table. */
export interface Thread {
  /** Of its move; of several their direction and standing. */
  id: string;
  /** By date. */
  moves: readonly Move[];
  confirmed: boolean;
  /** Of one move. */
  singleSource?: boolean;
}

/** All threads of one direction; solid ones first, so that what is confirmed is seen as a share. */
export interface Current {
  from: OrgId;
  to: OrgId;
  n: number;
  confirmed: number;
  threads: readonly Thread[];
}

/**
 * The moves of each direction that satisfy `wanted`; a direction without any has no current.
 * @param ending  tells ribbons of one drawing from those of the same direction
 */
export function currentsOf(
  flows: readonly Flow[],
  wanted: (move: Move) => boolean,
  ending = '',
): readonly Current[] {
  const some = flows.map((flow) => ({ ...flow, moves: flow.moves.filter(wanted) }));
  const merged = some.reduce((sum, { moves }) => sum + moves.length, 0) > MERGE_ABOVE;
  return some
    .filter(({ moves }) => moves.length > 0)
    .map(({ from, to, moves }) => ({
      from,
      to,
      n: moves.length,
      confirmed: moves.filter((move) => move.confirmed).length,
      threads: merged ? ribbonsOf(`${from}-to-${to}`, ending, moves) : moves.map(threadOf),
    }));
}

const threadOf = (move: Move): Thread => {
  const { id, confirmed, singleSource } = move;
  return { id, moves: [move], confirmed, singleSource };
};

function ribbonsOf(direction: string, ending: string, moves: readonly Move[]): Thread[] {
  return [true, false]
    .map((confirmed) => ({
      id: `${direction}-${confirmed ? 'confirmed' : 'reported'}${ending}`,
      moves: moves.filter((move) => move.confirmed === confirmed),
      confirmed,
    }))
    .filter((thread) => thread.moves.length > 0);
}

export const isMerged = (currents: readonly Current[]): boolean =>
  currents.some(({ threads }) => threads.some(({ moves }) => moves.length > 1));
