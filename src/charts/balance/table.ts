/** The table of `balance`: three counts of each organisation, its months, or its moves and its three counts. */
import type { Move } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import type { WayOfCounting } from '~/model/balance';
import type { Column, Evidence, Row, Table } from '../contract';
import { asEvidence, moveTable, peopleOf } from '../move-table';
import { type BalanceModel, isMerged, type OrgBalance, wayId, wayOf } from './model';
import { countOf, wayLabel } from './words';

export function tableOf(model: BalanceModel, say: Say, lang: Lang): Table {
  const [org] = model.shown;
  if (model.view.kind === 'months') return monthsTable(model, say, lang);
  return model.view.kind === 'org' && org ? orgTable(model, org, say, lang) : allTable(model, say, lang);
}

const column = (key: string, say: Say): Column => ({
  key,
  label: say(`table.${key}`),
  ...(key === 'org' || key === 'month' ? { name: true } : {}),
  ...(['in', 'out', 'net'].includes(key) ? { numeric: true } : {}),
  ...(key === 'people' ? { extra: true } : {}),
  ...(key === 'net' ? { signed: true } : {}),
});

const evidenceOf = (way: WayOfCounting, all: readonly Move[]): readonly Evidence[] => [
  ...way.larger.map(({ counted }): Evidence => ({ kind: 'figure', id: counted.row.id })),
  // A net of no moves rests on what was looked at.
  ...asEvidence(way.moves.length ? way.moves : all),
];

function allTable(model: BalanceModel, say: Say, lang: Lang): Table {
  return {
    caption: say('all.caption', { until: formatDate(model.asOf, lang) }),
    columns: ['org', 'way', 'in', 'out', 'net'].map((key) => column(key, say)),
    rows: model.shown.flatMap((org) =>
      org.ways.map(
        (way): Row => ({
          id: wayId(org.id, way.way),
          evidence: evidenceOf(way, wayOf(org, 'named').moves),
          cells: {
            org: org.name,
            way: wayLabel(way.way, wayOf(org, 'counted').larger, say, lang),
            in: way.in,
            out: way.out,
            net: way.net,
          },
        }),
      ),
    ),
  };
}

function monthsTable(model: BalanceModel, say: Say, lang: Lang): Table {
  return {
    caption: `${say('months.caption', { until: formatDate(model.asOf, lang) })}. ${say('table.dates')}`,
    columns: ['org', 'month', 'in', 'out', 'net'].map((key) => column(key, say)),
    rows: model.shown.flatMap((org) =>
      org.periods.map(
        (period): Row => ({
          id: period.id,
          evidence: asEvidence([...period.in, ...period.out].flatMap(({ moves }) => moves)),
          cells: {
            org: org.name,
            month: formatDate(period.date, lang),
            net: period.after,
            in: countOf(period.in),
            out: countOf(period.out),
          },
        }),
      ),
    ),
  };
}

/** The moves in the order of the steps, or what is drawn as one of them; then the three nets. */
function orgTable(model: BalanceModel, org: OrgBalance, say: Say, lang: Lang): Table {
  const named = wayOf(org, 'named');
  const table = isMerged(org) ? mergedTable(model, org, say, lang) : movesTable(model, org, say, lang);
  const empty = Object.fromEntries(table.columns.map(({ key }) => [key, '']));
  const [first] = table.columns;
  return {
    caption: `${say('org.caption', { n: named.moves.length, org: org.name })}. ${say('table.dates')}`,
    columns: [...table.columns, column('net', say)],
    rows: [
      ...table.rows,
      ...org.ways.map(
        (way): Row => ({
          id: wayId(org.id, way.way),
          evidence: evidenceOf(way, named.moves),
          cells: {
            ...empty,
            [first?.key ?? '']: say('table.sum', { way: wayLabel(way.way, model.larger, say, lang) }),
            net: way.net,
          },
        }),
      ),
    ],
  };
}

type Body = Pick<Table, 'columns' | 'rows'>;

const blocksOf = (org: OrgBalance) => org.periods.flatMap((period) => [...period.in, ...period.out]);

function movesTable(model: BalanceModel, org: OrgBalance, say: Say, lang: Lang): Body {
  const moves = blocksOf(org).flatMap((block) => block.moves);
  const { columns, rows } = moveTable(moves, model.nameOf, say, lang);
  const net = (i: number) => (moves[i]?.to === org.id ? 1 : -1);
  return { columns, rows: rows.map((row, i) => ({ ...row, cells: { ...row.cells, net: net(i) } })) };
}

function mergedTable(model: BalanceModel, org: OrgBalance, say: Say, lang: Lang): Body {
  return {
    columns: ['month', 'from', 'to', 'people', 'status'].map((key) => column(key, say)),
    rows: org.periods.flatMap((period) =>
      [...period.in, ...period.out].map(
        (block): Row => ({
          id: block.id,
          evidence: asEvidence(block.moves),
          cells: {
            month: formatDate(period.date, lang),
            from: model.nameOf(block.from),
            to: model.nameOf(block.to),
            people: peopleOf(block.moves, say, lang),
            status: say(`status.${block.confirmed}`),
            net: block.to === org.id ? block.moves.length : -block.moves.length,
          },
        }),
      ),
    ),
  };
}
