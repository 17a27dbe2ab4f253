/** What `careers` shows, before any pixel. */
import type { Move, OrgId, PartialDate } from '~/data/types';
import type { ChartModel, Evidence } from '../contract';
import type { Career } from './career';

export type CareersView = { kind: 'hires' } | { kind: 'wanderers' };

/** Careers from companies that one person heads. */
export interface Group {
  head: string;
  careers: readonly Career[];
}

export interface CareersModel extends ChartModel {
  view: CareersView;
  careers: readonly Career[];
  /** Of hires: the same by who heads the company they came from, where that is more than one of them; else ''. */
  groups: readonly Group[];
  /** The first day on which one of the hires is known; '' without any. */
  hired: PartialDate | '';
  orgs: readonly { id: OrgId; name: string }[];
  nameOf(org: OrgId): string;
  /** Who heads a company, where the data says so, and what says it. */
  heads: ReadonlyMap<OrgId, { person: string; evidence: Evidence }>;
  /** Who went through all of the companies in the fewest months. */
  crossed: { person: string; first: Move; last: Move; months: number } | undefined;
  /** Where the last move of every career leads, if that is one company. */
  sameEnd: OrgId | undefined;
  /** The first year in which all of the companies existed: before it there is nothing to move between. */
  since: string;
}
