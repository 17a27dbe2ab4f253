/** What `compute` counts: power in megawatts, chips in pieces, money in US dollars, each with the row behind it. */
import { latest } from '~/data/rows';
import type { Dataset, FigureRow, MachineRow, OrgId, PartialDate, SiteRow, SumRow } from '~/data/types';
import { compareDates } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { rowOf } from '~/model/row';
import type { ChartModel, Evidence } from '../contract';

export type ComputeView = 'power' | 'gpus' | 'money';

/** Part of a site's power; parts do not overlap. */
export interface Part {
  /** Row of the table. */
  id: string;
  state: 'running' | 'planned' | 'dropped';
  megawatts: number;
  /** What it is a remainder of, where no source gives it itself; megawatts. */
  rest: { whole: number; less: number } | undefined;
  date: PartialDate;
  evidence: readonly Evidence[];
}

export interface PowerSite {
  id: string;
  org: OrgId;
  orgName: string;
  name: string;
  fate: string;
  basis: SiteRow['basis'];
  /** What runs is said by one source, and no second says how much. */
  oneSource: boolean;
  /** Megawatts. */
  running: number;
  planned: number;
  /** Part of the plan with its own date. */
  interim: { megawatts: number; date: PartialDate } | undefined;
  parts: readonly Part[];
}

export interface Machines {
  id: string;
  state: MachineRow['state'];
  gpus: number;
  chip: string;
  date: PartialDate;
  words: string;
  /** One source alone says so. */
  oneSource: boolean;
  evidence: readonly Evidence[];
}

export interface GpuSite {
  id: string;
  org: OrgId;
  orgName: string;
  name: string;
  /** In the order of time. */
  machines: readonly Machines[];
}

export interface Sum {
  id: string;
  kind: SumRow['kind'];
  org: OrgId;
  bound: SumRow['bound'];
  state: SumRow['state'];
  dollars: number;
  name: string;
  terms: string;
  date: PartialDate;
  evidence: readonly Evidence[];
}

/** Only the list of its view is filled. */
export interface ComputeModel extends ChartModel {
  view: ComputeView;
  /** Largest plan first. */
  power: readonly PowerSite[];
  /** Of what runs: whose estimates of which day it is, if of one, and the power of what, if of one kind. */
  estimate: { who: string; date: PartialDate } | undefined;
  measured: FigureRow['power'];
  /** What one block stands for: megawatts, or chips. */
  block: number;
  /** Most chips first. */
  gpus: readonly GpuSite[];
  /** By kind, the largest first. */
  sums: readonly Sum[];
}

export function computeModel(data: Dataset, view: ComputeView, lang: Lang): ComputeModel {
  const power = view === 'power' ? powerSites(data, lang) : [];
  const gpus = view === 'gpus' ? gpuSites(data, lang) : [];
  const running = data.sites.filter((site) => site.running).map((site) => figureOf(data, site.running));
  return {
    asOf: latest([data.eventsTo, ...(view === 'power' ? running.map((figure) => figure.date) : [])]),
    view,
    power,
    estimate: estimateOf(running, data, lang),
    measured: same(running.map((figure) => figure.power)) ?? '',
    gpus,
    block: view === 'power' ? powerBlock(power) : gpuBlock(gpus),
    sums: view === 'money' ? sumsOf(data, lang) : [],
  };
}

/** Megawatts of a figure of power. @throws Error on a unit that is none */
export function megawattsOf({ id, unit, value }: Pick<FigureRow, 'id' | 'unit' | 'value'>): number {
  if (unit === 'megawatts') return value;
  if (unit === 'gigawatts') return value * 1000;
  throw new Error(`invalid unit "${unit}" of figure "${id}": expected megawatts or gigawatts`);
}

const figureOf = (data: Dataset, id: string) => rowOf('figure', data.figures, id);
const orgNameOf = (data: Dataset, id: OrgId, lang: Lang) =>
  rowOf('organisation', data.organisations, id).name[lang];
const events = (ids: readonly string[]) => ids.map((id) => ({ kind: 'event', id }) as const);

/** The one value of them all, if there is one. */
const same = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined);

function estimateOf(figures: readonly FigureRow[], data: Dataset, lang: Lang): ComputeModel['estimate'] {
  const date = same(figures.map((figure) => figure.date));
  const id = same(figures.flatMap((figure) => figure.sources));
  if (date === undefined || id === undefined) return undefined;
  const { publisher, originalPublisher } = rowOf('source', data.sources, id);
  return { who: originalPublisher[lang] || publisher[lang], date };
}

function powerSites(data: Dataset, lang: Lang): PowerSite[] {
  return data.sites
    .filter((row) => row.planned !== '')
    .map((row): PowerSite => {
      const planned = figureOf(data, row.planned);
      const running = row.running === '' ? undefined : figureOf(data, row.running);
      const also = row.runningAlso ? [row.runningAlso] : [];
      const grown = row.grown === '' ? undefined : figureOf(data, row.grown);
      const interim = row.interim === '' ? undefined : figureOf(data, row.interim);
      const plannedMw = megawattsOf(planned);
      const runningMw = running ? megawattsOf(running) : 0;
      const part = (
        state: Part['state'],
        figure: FigureRow,
        less: FigureRow | undefined,
        more: readonly string[] = [],
      ): Part => {
        const rest = less && { whole: megawattsOf(figure), less: megawattsOf(less) };
        return {
          id: `${row.id}_${state}`,
          state,
          megawatts: rest ? rest.whole - rest.less : megawattsOf(figure),
          rest,
          date: figure.date,
          evidence: [
            ...[figure.id, ...(less ? [less.id] : []), ...more].map(
              (id) => ({ kind: 'figure', id }) as const,
            ),
            ...events(row.events),
          ],
        };
      };
      return {
        id: row.id,
        org: row.org,
        orgName: orgNameOf(data, row.org, lang),
        name: row.name[lang],
        fate: row.fate[lang],
        basis: row.basis,
        oneSource: running?.singleSource === true && also.length === 0,
        running: runningMw,
        planned: plannedMw,
        interim: interim && { megawatts: megawattsOf(interim), date: interim.date },
        parts: [
          ...(running ? [part('running', running, undefined, also)] : []),
          ...(plannedMw > runningMw ? [part('planned', planned, running, interim ? [interim.id] : [])] : []),
          ...(grown && megawattsOf(grown) > plannedMw ? [part('dropped', grown, planned)] : []),
        ],
      };
    })
    .sort((a, b) => b.planned - a.planned || b.running - a.running);
}

const mostAt = ({ machines }: GpuSite) => Math.max(...machines.map((one) => one.gpus));

function gpuSites(data: Dataset, lang: Lang): GpuSite[] {
  return data.sites
    .map((site): GpuSite => {
      const machines = data.machines
        .filter((row) => row.site === site.id)
        .map((row): Machines => {
          const figure = figureOf(data, row.figure);
          return {
            id: figure.id,
            state: row.state,
            gpus: figure.value,
            chip: figure.unit,
            date: figure.date,
            words: row.words[lang],
            oneSource: figure.singleSource,
            evidence: [{ kind: 'figure', id: figure.id }, ...events(row.events)],
          };
        });
      return {
        id: site.id,
        org: site.org,
        orgName: orgNameOf(data, site.org, lang),
        name: site.name[lang],
        machines: machines.sort((a, b) => compareDates(a.date, b.date)),
      };
    })
    .filter((site) => site.machines.length > 0)
    .sort((a, b) => mostAt(b) - mostAt(a));
}

/** Most blocks of the largest row: more are no longer counted by eye. */
const MOST_BLOCKS = 60;

/** All that a site has, plans and has dropped. */
export const megawattsIn = (site: Pick<PowerSite, 'parts'>) =>
  site.parts.reduce((sum, part) => sum + part.megawatts, 0);

/** 1, 2 or 5 and its tenfolds: the smallest step of which no more than `most` make up `value`. */
export function stepFor(value: number, most: number): number {
  const least = Math.max(value, most) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10);
}

/** Megawatts that a block stands for. */
const powerBlock = (sites: readonly PowerSite[]) =>
  stepFor(Math.max(0, ...sites.map(megawattsIn)), MOST_BLOCKS);

/** Chips that a block stands for. */
const gpuBlock = (sites: readonly GpuSite[]) =>
  stepFor(Math.max(0, ...sites.flatMap((site) => site.machines.map((one) => one.gpus))), MOST_BLOCKS);

const KINDS: readonly SumRow['kind'][] = ['programme', 'site', 'month'];

function sumsOf(data: Dataset, lang: Lang): Sum[] {
  const sums = data.sums.map((row): Sum => {
    const figure = figureOf(data, row.figure);
    return {
      id: figure.id,
      kind: row.kind,
      org: row.org,
      bound: row.bound,
      state: row.state,
      dollars: figure.value,
      name: row.name[lang],
      terms: row.terms[lang],
      date: figure.date,
      evidence: [{ kind: 'figure', id: figure.id }, ...events(row.events)],
    };
  });
  const bySize = sums.sort((a, b) => b.dollars - a.dollars);
  return KINDS.flatMap((kind) => bySize.filter((sum) => sum.kind === kind));
}
