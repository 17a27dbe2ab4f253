/** Moves counted by origin and destination. Every count is a floor: named, reported moves only. */
import type { Dataset, FigureRow, Move, Organisation, OrgId } from '~/data/types';
import { byDate } from './select';

/** Those the data are about, in the order of every chart and menu. */
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

const keyOf = (from: OrgId, to: OrgId) => `${from} ${to}`;

/** Moves of each ordered pair, in the order given. */
function byWay(moves: readonly Move[]): ReadonlyMap<string, readonly Move[]> {
  return Map.groupBy(moves, (move) => keyOf(move.from, move.to));
}

/** Ordered pairs with at least one move, by rank of origin, then of destination. */
export function countFlows(data: Dataset, moves: readonly Move[]): readonly Flow[] {
  // Of all moves many views ask; what is not frozen may change.
  if (!Object.isFrozen(moves)) return flowsOf(data, moves);
  const own = counted.get(data) ?? new WeakMap<readonly Move[], readonly Flow[]>();
  counted.set(data, own);
  const flows = own.get(moves) ?? flowsOf(data, moves);
  own.set(moves, flows);
  return flows;
}

const counted = new WeakMap<Dataset, WeakMap<readonly Move[], readonly Flow[]>>();

function flowsOf(data: Dataset, moves: readonly Move[]): readonly Flow[] {
  const orgs = coreOrganisations(data).map((org) => org.id);
  const ways = byWay(moves);
  return orgs.flatMap((from) =>
    orgs.flatMap((to) => {
      const own = ways.get(keyOf(from, to));
      return own ? [{ from, to, moves: [...own].sort(byStatusThenDate) }] : [];
    }),
  );
}

export function byStatusThenDate(a: Move, b: Move): number {
  return Number(b.confirmed) - Number(a.confirmed) || byDate(a, b);
}

/** What the press, or a party in court, counted in one direction beyond the names. */
export interface Counted {
  row: FigureRow;
  basis: Exclude<FigureRow['basis'], ''>;
  named: number;
  /** Named and unnamed together: never less than the named. */
  total: number;
}

/** The largest count of a direction that exceeds its named moves; none where the names are all there is. */
export function countedBeyond(data: Dataset, from: OrgId, to: OrgId): Counted | undefined {
  return allCounted(data).get(keyOf(from, to));
}

/** Whether anything was, in any direction. */
export const isCountedBeyond = (data: Dataset): boolean => allCounted(data).size > 0;

/** Counts of a data set, made once: charts ask for them pair by pair. */
const counts = new WeakMap<Dataset, ReadonlyMap<string, Counted>>();

function allCounted(data: Dataset): ReadonlyMap<string, Counted> {
  const known = counts.get(data);
  if (known) return known;
  const ways = byWay(data.moves.filter((move) => move.scope === 'core'));
  const made = new Map<string, Counted>();
  for (const row of data.figures) {
    if (!row.basis) continue;
    const key = keyOf(row.from, row.to);
    const named = ways.get(key)?.length ?? 0;
    const total = row.basis === 'further' ? named + row.value : row.value;
    if (total > Math.max(named, made.get(key)?.total ?? 0))
      made.set(key, { row, basis: row.basis, named, total });
  }
  counts.set(data, made);
  return made;
}

/** The two organisations between which most moves run, the larger direction first. */
export function largestExchange(flows: readonly Flow[]): readonly [Flow, Flow | undefined] | undefined {
  const ways = new Map(flows.map((flow) => [keyOf(flow.from, flow.to), flow]));
  const back = (flow: Flow) => ways.get(keyOf(flow.to, flow.from));
  const both = (flow: Flow) => flow.moves.length + (back(flow)?.moves.length ?? 0);
  const best = [...flows].sort((a, b) => both(b) - both(a) || b.moves.length - a.moves.length)[0];
  return best && [best, back(best)];
}
