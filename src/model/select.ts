/** Which moves a view, a count or a sentence is about. Every count is a floor: named, reported moves only. */
import type { Move, MoveFunction, OrgId } from '~/data/types';
import { extentOf } from '~/i18n/dates';

/** All conditions must hold; an absent one always does. */
export interface MoveFilter {
  from?: OrgId;
  to?: OrgId;
  /** Left or joined. */
  org?: OrgId;
  wave?: string;
  person?: string;
  function?: MoveFunction;
  confirmed?: boolean;
  /** `core` unless said otherwise: between two of those the data are about. */
  scope?: 'core' | 'outside' | 'any';
  /** The move's date lies wholly within, both ends included; partial dates stand for all their days. */
  since?: string;
  until?: string;
}

export function matches(move: Move, filter: MoveFilter): boolean {
  const scope = filter.scope ?? 'core';
  if (scope !== 'any' && move.scope !== scope) return false;
  if (filter.from !== undefined && move.from !== filter.from) return false;
  if (filter.to !== undefined && move.to !== filter.to) return false;
  if (filter.org !== undefined && move.from !== filter.org && move.to !== filter.org) return false;
  if (filter.wave !== undefined && move.wave !== filter.wave) return false;
  if (filter.person !== undefined && move.person !== filter.person) return false;
  if (filter.function !== undefined && move.function !== filter.function) return false;
  if (filter.confirmed !== undefined && move.confirmed !== filter.confirmed) return false;
  if (filter.since === undefined && filter.until === undefined) return true;
  const [start, end] = extentOf(move.date);
  if (filter.since !== undefined && start < extentOf(filter.since)[0]) return false;
  if (filter.until !== undefined && end > extentOf(filter.until)[1]) return false;
  return true;
}

/** The matching moves in the order of their dates (first instant, then the more precise, then id). */
export function selectMoves(moves: readonly Move[], filter: MoveFilter = {}): readonly Move[] {
  const { scope = 'core', ...more } = filter;
  const own = inOrder(moves, scope);
  return Object.values(more).some((one) => one !== undefined)
    ? own.filter((move) => matches(move, filter))
    : own;
}

type Scope = NonNullable<MoveFilter['scope']>;

/** Each table is sorted once, however many views ask for a part of it. */
const sorted = new WeakMap<readonly Move[], Map<Scope, readonly Move[]>>();

function inOrder(moves: readonly Move[], scope: Scope): readonly Move[] {
  const known = sorted.get(moves) ?? new Map<Scope, readonly Move[]>();
  // What is not frozen may change: a test's own rows.
  if (Object.isFrozen(moves)) sorted.set(moves, known);
  const made =
    known.get(scope) ??
    Object.freeze(
      scope === 'any' ? moves.toSorted(byDate) : inOrder(moves, 'any').filter((move) => move.scope === scope),
    );
  known.set(scope, made);
  return made;
}

export function byDate(a: Move, b: Move): number {
  const [a0, a1] = extentOf(a.date);
  const [b0, b1] = extentOf(b.date);
  return a0 - b0 || a1 - b1 || (a.id < b.id ? -1 : 1);
}

/** How many different people made these moves. */
export function countPeople(moves: readonly Move[]): number {
  return new Set(moves.map((move) => move.person)).size;
}
