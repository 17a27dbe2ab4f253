/** The stretch of days on which most moves fall. Only moves known to the day can be in it. */
import type { Move, PartialDate } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import { byDate } from './select';

export interface MoveWindow {
  /** In the order of their dates. */
  moves: readonly Move[];
  /** Day of the first and of the last of them; the window is no longer than they need. */
  first: PartialDate;
  last: PartialDate;
  /** Both ends included. */
  days: number;
}

const DAY = 86_400_000;
const startOf = (date: PartialDate) => extentOf(date)[0];

/**
 * The fullest window of at most `length` days, the earliest where several are as full.
 * @returns undefined where no move is known to the day
 */
export function densestWindow(moves: readonly Move[], length: number): MoveWindow | undefined {
  const dated = moves.filter((move) => move.precision === 'day').sort(byDate);
  let best: readonly Move[] = [];
  // Both ends only ever move on, so that every move is looked at twice at most.
  let until = 0;
  dated.forEach((first, i) => {
    const end = startOf(first.date) + length * DAY;
    while (until < dated.length && startOf(dated[until]?.date ?? '') < end) until++;
    if (until - i > best.length) best = dated.slice(i, until);
  });
  const [first, last] = [best[0], best.at(-1)];
  if (!first || !last) return undefined;
  const days = Math.round((startOf(last.date) - startOf(first.date)) / DAY) + 1;
  return { moves: best, first: first.date, last: last.date, days };
}

/** The day after a date, or after the last day it can mean. */
export function dayAfter(date: PartialDate): PartialDate {
  return new Date(extentOf(date)[1]).toISOString().slice(0, 10);
}
