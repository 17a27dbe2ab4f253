/** What `flows` counts in a view: named moves by origin and destination, what it chose and what it did not. */
import type { Dataset, Move, OrgId } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import {
  type Counted,
  coreOrganisations,
  countedBeyond,
  countFlows,
  type Flow,
  isCountedBeyond,
  largestExchange,
} from '~/model/flows';
import { namesIn } from '~/model/names';
import { type MoveFilter, matches, selectMoves } from '~/model/select';
import type { ChartModel } from '../contract';
import { type Current, currentsOf } from './currents';

export type FlowsView =
  | { kind: 'all' }
  | { kind: 'org'; org: OrgId }
  | { kind: 'pair'; from: OrgId; to: OrgId }
  | { kind: 'wave'; wave: string }
  | { kind: 'period'; since?: string; until?: string };

export interface FlowsModel extends ChartModel {
  view: FlowsView;
  orgs: readonly { id: OrgId; name: string }[];
  /** What the view chose, by date, and the same by direction. */
  moves: readonly Move[];
  currents: readonly Current[];
  /** What it did not choose: the ground it stands on. */
  others: readonly Current[];
  /** The two directions between which most of the chosen moves run, the larger first. */
  exchange: readonly Flow[];
  /** What was counted beyond the names, where the view is one direction. */
  counted: Counted | undefined;
  /** In some direction more were counted than are named. */
  beyond: boolean;
  waveName: string;
  nameOf(org: OrgId): string;
}

export function modelOf(data: Dataset, view: FlowsView, lang: Lang): FlowsModel {
  const all = selectMoves(data.moves);
  const filter = filterOf(view);
  const moves = all.filter((move) => matches(move, filter));
  const chosen = new Set(moves.map((move) => move.id));
  const nameOf = namesIn(data, lang);
  const flows = countFlows(data, all);
  const wave = view.kind === 'wave' && data.waves.find(({ id }) => id === view.wave);
  return {
    asOf: data.movesTo,
    view,
    orgs: coreOrganisations(data).map(({ id }) => ({ id, name: nameOf(id) })),
    moves,
    currents: currentsOf(flows, (move) => chosen.has(move.id)),
    others: currentsOf(flows, (move) => !chosen.has(move.id), '-others'),
    exchange: (largestExchange(countFlows(data, moves)) ?? []).flatMap((flow) => (flow ? [flow] : [])),
    counted: view.kind === 'pair' ? countedBeyond(data, view.from, view.to) : undefined,
    beyond: isCountedBeyond(data),
    waveName: wave ? wave.name[lang] : '',
    nameOf,
  };
}

function filterOf(view: FlowsView): MoveFilter {
  if (view.kind === 'org') return { org: view.org };
  if (view.kind === 'pair') return { from: view.from, to: view.to };
  if (view.kind === 'wave') return { wave: view.wave };
  if (view.kind === 'period') return { since: view.since, until: view.until };
  return {};
}

/** Named moves into and out of an organisation within the view. */
export function inOut({ moves }: FlowsModel, org: OrgId): { in: number; out: number } {
  return {
    in: moves.filter((move) => move.to === org).length,
    out: moves.filter((move) => move.from === org).length,
  };
}

/** Slug of the view of one direction. */
export const pairSlug = ({ from, to }: { from: OrgId; to: OrgId }) => `${from}-to-${to}`;
