/** The finding: the fullest days of the largest direction, and what each way saw since. */
import type { Dataset, Move, OrgId, PartialDate } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import { countFlows, largestExchange } from '~/model/flows';
import { selectMoves } from '~/model/select';
import { dayAfter, densestWindow, type MoveWindow } from '~/model/window';

export interface Turn {
  from: OrgId;
  to: OrgId;
  window: MoveWindow;
  /** Different people in the window. */
  names: number;
  /** The day after the window. */
  since: PartialDate;
  thereSince: readonly Move[];
  backSince: readonly Move[];
  /** Of both ways: moves dated too vaguely to stand before or after that day. */
  vague: readonly Move[];
}

/** Longest window that a title may call a few days, and the fewest moves worth the words. */
const WINDOW_DAYS = 6;
const WINDOW_MOVES = 5;

/** @returns undefined where no days stand out */
export function turnOf(data: Dataset, moves: readonly Move[]): Turn | undefined {
  const exchange = largestExchange(countFlows(data, moves));
  const window = exchange && densestWindow(exchange[0].moves, WINDOW_DAYS);
  if (!window || window.moves.length < WINDOW_MOVES || window.days < 2) return undefined;
  const [{ from, to }] = exchange;
  const there = selectMoves(moves, { from, to });
  const back = selectMoves(moves, { from: to, to: from });
  const since = dayAfter(window.last);
  const [instant] = extentOf(since);
  return {
    from,
    to,
    window,
    names: new Set(window.moves.map((move) => move.person)).size,
    since,
    thereSince: selectMoves(there, { since }),
    backSince: selectMoves(back, { since }),
    vague: [...there, ...back].filter((move) => {
      const [start, end] = extentOf(move.date);
      return start < instant && end > instant;
    }),
  };
}
