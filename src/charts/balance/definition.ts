/** What `balance` counts and says: moves in minus moves out, over time and by three ways of counting. */
import type { Dataset, Lang, Move, OrgId, PartialDate } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import { formatList, formatSigned, spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import {
  type Larger,
  largerCounts,
  type MonthStep,
  type NetMonth,
  netByMonth,
  startOfLastRun,
  stepsByMonth,
  type Way,
  type WayOfCounting,
  waysOfCounting,
} from '~/model/balance';
import { coreOrganisations } from '~/model/flows';
import { namesIn } from '~/model/names';
import { selectMoves } from '~/model/select';
import type { ChartDefinition, ChartModel, ChartWords, NamedView, Row, Table } from '../contract';
import { moveTable } from '../move-table';

export type BalanceView = { kind: 'all' } | { kind: 'org'; org: OrgId };

/** One organisation: its net over time, its moves as steps, and its net by three ways of counting. */
export interface OrgBalance {
  id: OrgId;
  name: string;
  months: readonly NetMonth[];
  steps: readonly MonthStep[];
  /** Steps before the time axis begins. */
  early: readonly MonthStep[];
  /** Confirmed, named, counted. */
  ways: readonly WayOfCounting[];
}

export interface BalanceModel extends ChartModel {
  lang: Lang;
  view: BalanceView;
  /** All organisations with a named move, by rank. */
  orgs: readonly OrgBalance[];
  /** Those in view: all, or one. */
  shown: readonly OrgBalance[];
  /** Directions of those in view in which more were counted than named. */
  larger: readonly Larger[];
  /** First and last month of the time axis. */
  from: PartialDate;
  until: PartialDate;
  nameOf(org: OrgId): string;
}

export const definition: ChartDefinition<BalanceView, BalanceModel> = {
  id: 'balance',

  views(data) {
    return [
      { slug: '', view: { kind: 'all' } },
      ...orgsWithMoves(data).map(
        (id): NamedView<BalanceView> => ({ slug: id, view: { kind: 'org', org: id } }),
      ),
    ];
  },

  model(data, view, lang) {
    const moves = selectMoves(data.moves);
    const nameOf = namesIn(data, lang);
    const until = data.movesTo.slice(0, 7);
    const from = startOfLastRun(moves) ?? until;
    const orgs = orgsWithMoves(data).map((id) => {
      const steps = stepsByMonth(moves, id, until);
      return {
        id,
        name: nameOf(id),
        months: netByMonth(moves, id, from, until),
        steps: steps.filter(({ month }) => month >= from),
        early: steps.filter(({ month }) => month < from),
        ways: waysOfCounting(data, id),
      };
    });
    const shown = view.kind === 'org' ? orgs.filter((org) => org.id === view.org) : orgs;
    return {
      asOf: data.movesTo,
      lang,
      view,
      orgs,
      shown,
      larger: largerCounts(data).filter(({ from, to }) => shown.some(({ id }) => id === from || id === to)),
      from,
      until,
      nameOf,
    };
  },

  words(model, say, lang) {
    const [org] = model.shown;
    return model.view.kind === 'org' && org ? orgWords(model, org, say, lang) : allWords(model, say, lang);
  },

  table(model, say, lang) {
    const [org] = model.shown;
    return model.view.kind === 'org' && org ? orgTable(model, org, say, lang) : allTable(model, say, lang);
  },
};

function orgsWithMoves(data: Dataset): readonly OrgId[] {
  const moves = selectMoves(data.moves);
  return coreOrganisations(data)
    .map((org) => org.id)
    .filter((id) => moves.some((move) => move.from === id || move.to === id));
}

/** @throws Error on a way that does not exist */
export function wayOf(org: OrgBalance, way: Way): WayOfCounting {
  const found = org.ways.find((one) => one.way === way);
  if (!found) throw new Error(`missing way of counting "${way}" of "${org.id}"`);
  return found;
}

/** Row of an organisation's line, and of its net by one way of counting. */
export const lineId = (org: OrgId) => `${org}-line`;
export const wayId = (org: OrgId, way: Way) => `${org}-${way}`;

/** How many larger counts are the press's, and how many are alleged in court. */
function byBasis(larger: readonly Larger[]): { press: number; alleged: number } {
  const alleged = larger.filter(({ counted }) => counted.basis === 'alleged').length;
  return { press: larger.length - alleged, alleged };
}

/** How the larger counts are called: by the press, in court, or both, and in how many directions. */
export function wayLabel(way: Way, larger: readonly Larger[], say: Say, lang: Lang): string {
  if (way !== 'counted') return say(`way.${way}`);
  const { press, alleged } = byBasis(larger);
  return say('way.counted', {
    press,
    alleged,
    pressWords: spellNumber(press, lang),
    allegedWords: spellNumber(alleged, lang),
  });
}

/** The same in few words, for a row's head. */
export function shortWayLabel(way: Way, larger: readonly Larger[], say: Say, lang: Lang): string {
  return way === 'counted' && larger.length > 0
    ? say('way.larger', byBasis(larger))
    : wayLabel(way, larger, say, lang);
}

/** Above zero, below zero or at it by every way of counting, or `open`: it depends on the count. */
export type Standing = 'ahead' | 'behind' | 'even' | 'open';

export function standingOf(org: OrgBalance): Standing {
  const every = (test: (net: number) => boolean) => org.ways.every(({ net }) => test(net));
  if (every((net) => net > 0)) return 'ahead';
  if (every((net) => net < 0)) return 'behind';
  return every((net) => net === 0) ? 'even' : 'open';
}

function allWords(model: BalanceModel, say: Say, lang: Lang): ChartWords {
  const standing = (as: Standing) =>
    model.orgs.filter((org) => standingOf(org) === as).map(({ name }) => name);
  const [plus, minus, open] = [standing('ahead'), standing('behind'), standing('open')];
  const nets = (way: Way) =>
    formatList(
      model.orgs.map((org) => `${org.name} ${formatSigned(wayOf(org, way).net, lang)}`),
      lang,
    );
  const only = (way: Way) =>
    formatList(
      model.orgs.map((org) => formatSigned(wayOf(org, way).net, lang)),
      lang,
    );
  const values = {
    n: spellNumber(model.orgs.length, lang),
    plus: formatList(plus, lang),
    minus: formatList(minus, lang),
    open: formatList(open, lang),
    pluses: plus.length,
    opens: open.length,
    until: formatDate(model.asOf, lang),
    named: nets('named'),
    confirmed: only('confirmed'),
    counted: only('counted'),
    counts: shortWayLabel('counted', model.larger, say, lang),
    larger: model.larger.length,
  };
  const found = plus.length > 0 && minus.length > 0;
  return {
    name: say('all.name'),
    title: say(`all.title.${found ? 'found' : 'neutral'}`, values),
    subtitle: [
      found && open.length > 0 && say('all.open', values),
      say('all.subtitle', values),
      model.orgs.some(vague) && say('band'),
    ]
      .filter(Boolean)
      .join(' '),
    summary: say('all.summary', values),
    foot: footOf(model, say, lang),
  };
}

function orgWords(model: BalanceModel, org: OrgBalance, say: Say, lang: Lang): ChartWords {
  const named = wayOf(org, 'named');
  const values = {
    org: org.name,
    in: named.in,
    out: named.out,
    net: formatSigned(named.net, lang),
    confirmed: formatSigned(wayOf(org, 'confirmed').net, lang),
    counted: formatSigned(wayOf(org, 'counted').net, lang),
    counts: wayLabel('counted', model.larger, say, lang),
    larger: model.larger.length,
    until: formatDate(model.asOf, lang),
  };
  return {
    name: org.name,
    title: say(`org.title.${named.net > 0 ? 'plus' : named.net < 0 ? 'minus' : 'even'}`, values),
    subtitle: `${say('org.subtitle')}${vague(org) ? ` ${say('band')}` : ''}`,
    summary: say('org.summary', values),
    foot: footOf(model, say, lang),
  };
}

/** Whether vague dates leave a range anywhere on the line. */
export const vague = (org: OrgBalance) => org.months.some(({ low, high }) => low < high);

/** What is not counted; what the larger counts mix, and what changes without those only alleged in court. */
function footOf(model: BalanceModel, say: Say, lang: Lang): string {
  const alleged = model.larger.filter(({ counted }) => counted.basis === 'alleged');
  const without = model.shown.flatMap((org) => {
    const { net, larger } = wayOf(org, 'counted');
    const shift = larger
      .filter(({ counted }) => counted.basis === 'alleged')
      .reduce((sum, one) => sum + (one.to === org.id ? one.beyond : -one.beyond), 0);
    return shift === 0 ? [] : [say('foot.net', { org: org.name, net: formatSigned(net - shift, lang) })];
  });
  return [
    say('foot.floor', { larger: model.larger.length }),
    model.larger.length > 0 &&
      say('foot.larger', {
        n: model.larger.length,
        alleged: alleged.length,
        without: formatList(without, lang),
      }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Where a move stands in time, and how many lie before the axis, which the view of all has no room to draw. */
function datesNote(model: BalanceModel, say: Say): string {
  const before = model.view.kind === 'all' ? model.shown.flatMap(({ early }) => early) : [];
  const carried = new Set(before.flatMap((step) => [...step.in, ...step.out])).size;
  return [
    carried > 0 && say('table.carried', { n: carried, year: model.from.slice(0, 4) }),
    say('table.dates'),
  ]
    .filter(Boolean)
    .join(' ');
}

const evidenceOf = (way: WayOfCounting, all: readonly Move[]): Row['evidence'] => [
  ...way.larger.map(({ counted }) => ({ kind: 'figure' as const, id: counted.row.id })),
  // A net of no moves rests on what was looked at.
  ...(way.moves.length ? way.moves : all).map((move) => ({ kind: 'move' as const, id: move.id })),
];

function allTable(model: BalanceModel, say: Say, lang: Lang): Table {
  return {
    caption: `${say('all.caption', { until: formatDate(model.asOf, lang) })}. ${datesNote(model, say)}`,
    columns: [
      { key: 'org', label: say('table.org') },
      { key: 'way', label: say('table.way') },
      { key: 'in', label: say('table.in'), numeric: true },
      { key: 'out', label: say('table.out'), numeric: true },
      { key: 'net', label: say('table.net'), numeric: true },
    ],
    rows: model.shown.flatMap((org): Row[] => {
      const named = wayOf(org, 'named');
      const larger = wayOf(org, 'counted').larger;
      return [
        {
          id: lineId(org.id),
          evidence: evidenceOf(named, named.moves),
          cells: {
            org: org.name,
            way: lineText(org, model, say, lang),
            in: named.in,
            out: named.out,
            net: named.net,
          },
        },
        ...org.ways.map((way) => ({
          id: wayId(org.id, way.way),
          evidence: evidenceOf(way, named.moves),
          cells: {
            org: org.name,
            way: wayLabel(way.way, larger, say, lang),
            in: way.in,
            out: way.out,
            net: way.net,
          },
        })),
      ];
    }),
  };
}

/** "named, month by month since January 2023, between −6 and +5" */
export function lineText(org: OrgBalance, model: BalanceModel, say: Say, lang: Lang): string {
  const nets = org.months.map(({ net }) => net);
  return say('line', {
    since: formatDate(model.from, lang),
    low: formatSigned(Math.min(...nets), lang),
    high: formatSigned(Math.max(...nets), lang),
  });
}

/** The moves in the order of the steps, then the three nets. */
function orgTable(model: BalanceModel, org: OrgBalance, say: Say, lang: Lang): Table {
  const named = wayOf(org, 'named');
  const table = moveTable(named.moves, model.nameOf, say, lang);
  const empty = { from: '', to: '', date: '', role: '', status: '' };
  return {
    caption: `${say('org.caption', { n: named.moves.length, org: org.name })}. ${datesNote(model, say)}`,
    columns: [...table.columns, { key: 'net', label: say('table.net'), numeric: true }],
    rows: [
      ...table.rows.map((row, i) => ({
        ...row,
        cells: { ...row.cells, net: named.moves[i]?.to === org.id ? 1 : -1 },
      })),
      ...org.ways.map((way) => ({
        id: wayId(org.id, way.way),
        evidence: evidenceOf(way, named.moves),
        cells: {
          ...empty,
          person: say('table.sum', { way: wayLabel(way.way, model.larger, say, lang) }),
          net: way.net,
        },
      })),
    ],
  };
}
