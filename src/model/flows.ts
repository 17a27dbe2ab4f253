/** Moves counted by origin and destination. Every count is a floor: named, reported moves only. */
import type { Dataset, FigureRow, Move, Organisation, OrgId } from '~/data/types';
import { byDate } from './select';

/** The four, in the order of every chart and menu. */
export function coreOrganisations(data: Dataset): readonly Organisation[] {
  return data.organisations.filter((org) => org.scope === 'core').sort((a, b) => a.rank - b.rank);
}

/** All moves of one ordered pair. */
export interface Flow {
  from: OrgId;
  to: OrgId;
  /** Confirmed first, then reported, each by date: a solid block beside an outlined one. */
  moves: readonly Move[];
}

/** Ordered pairs with at least one move, by rank of origin, then of destination. */
export function countFlows(data: Dataset, moves: readonly Move[]): readonly Flow[] {
  const orgs = coreOrganisations(data).map((org) => org.id);
  return orgs.flatMap((from) =>
    orgs.flatMap((to) => {
      const own = moves.filter((move) => move.from === from && move.to === to);
      return own.length ? [{ from, to, moves: [...own].sort(byStatusThenDate) }] : [];
    }),
  );
}

export function byStatusThenDate(a: Move, b: Move): number {
  return Number(b.confirmed) - Number(a.confirmed) || byDate(a, b);
}

/** What the press, or a party in court, counted in one direction beyond the names. */
export interface Counted {
  row: FigureRow;
  basis: NonNullable<FigureRow['basis']>;
  /** Named and unnamed together: never less than the named. */
  total: number;
}

/** The largest count of a direction that exceeds its named moves; none where the names are all there is. */
export function countedBeyond(data: Dataset, from: OrgId, to: OrgId): Counted | undefined {
  const named = data.moves.filter((m) => m.scope === 'core' && m.from === from && m.to === to).length;
  return data.figures
    .filter((row) => row.from === from && row.to === to && row.basis)
    .map((row) => {
      const basis = row.basis as NonNullable<FigureRow['basis']>;
      return { row, basis, total: basis === 'further' ? named + row.value : row.value };
    })
    .filter((counted) => counted.total > named)
    .sort((a, b) => b.total - a.total)[0];
}

/** The two organisations between which most moves run, the larger direction first. */
export function largestExchange(flows: readonly Flow[]): readonly [Flow, Flow | undefined] | undefined {
  const size = (from: OrgId, to: OrgId) =>
    flows.find((f) => f.from === from && f.to === to)?.moves.length ?? 0;
  const best = [...flows].sort(
    (a, b) =>
      size(b.from, b.to) + size(b.to, b.from) - size(a.from, a.to) - size(a.to, a.from) ||
      b.moves.length - a.moves.length,
  )[0];
  return best && [best, flows.find((f) => f.from === best.to && f.to === best.from)];
}
