/** What `flows` counts and says: named moves by origin and destination, one thread a move. */
import type { Lang, Move, OrgId } from '~/data/types';
import { extentOf, formatDate } from '~/i18n/dates';
import { LOCALE } from '~/i18n/languages';
import { formatList, formatNumber, spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import {
  type Counted,
  coreOrganisations,
  countedBeyond,
  countFlows,
  type Flow,
  largestExchange,
} from '~/model/flows';
import { namesIn } from '~/model/names';
import { type MoveFilter, matches, selectMoves } from '~/model/select';
import type { ChartDefinition, ChartModel, ChartWords, NamedView } from '../contract';
import { moveTable } from '../move-table';

export type FlowsView =
  | { kind: 'all' }
  | { kind: 'org'; org: OrgId }
  | { kind: 'pair'; from: OrgId; to: OrgId }
  | { kind: 'wave'; wave: string }
  | { kind: 'period'; since?: string; until?: string };

export interface FlowsModel extends ChartModel {
  lang: Lang;
  view: FlowsView;
  orgs: readonly { id: OrgId; name: string }[];
  /** All moves between the four; a view chooses among them, and the rest stays as ground. */
  flows: readonly Flow[];
  chosen: ReadonlySet<string>;
  moves: readonly Move[];
  counted: readonly { from: OrgId; to: OrgId; counted: Counted }[];
  waveName: string;
  movesTo: string;
  nameOf(org: OrgId): string;
}

const PERIODS: readonly NamedView<FlowsView>[] = [
  { slug: 'to-2024', view: { kind: 'period', until: '2024' } },
  { slug: '2025', view: { kind: 'period', since: '2025', until: '2025' } },
  { slug: '2026', view: { kind: 'period', since: '2026' } },
];

export const definition: ChartDefinition<FlowsView, FlowsModel> = {
  id: 'flows',

  views(data) {
    const orgs = coreOrganisations(data);
    const core = selectMoves(data.moves);
    return [
      { slug: '', view: { kind: 'all' } },
      ...orgs.map(({ id }) => ({ slug: id, view: { kind: 'org', org: id } as const })),
      ...countFlows(data, core).map(({ from, to }) => ({
        slug: `${from}-to-${to}`,
        view: { kind: 'pair', from, to } as const,
      })),
      ...data.waves
        .filter((wave) => core.some((move) => move.wave === wave.id))
        .map(({ id }) => ({ slug: id, view: { kind: 'wave', wave: id } as const })),
      ...PERIODS,
    ];
  },

  model(data, view, lang) {
    const all = selectMoves(data.moves);
    const moves = all.filter((move) => matches(move, filterOf(view)));
    const nameOf = namesIn(data, lang);
    const flows = countFlows(data, all);
    return {
      asOf: data.movesTo,
      movesTo: data.movesTo,
      lang,
      view,
      orgs: coreOrganisations(data).map(({ id }) => ({ id, name: nameOf(id) })),
      flows,
      chosen: new Set(moves.map((move) => move.id)),
      moves,
      counted: flows.flatMap(({ from, to }) => {
        const counted = countedBeyond(data, from, to);
        return counted ? [{ from, to, counted }] : [];
      }),
      waveName:
        view.kind === 'wave' ? (data.waves.find((wave) => wave.id === view.wave)?.name[lang] ?? '') : '',
      nameOf,
    };
  },

  words(model, say, lang) {
    return { ...wordsOf(model, say, lang), foot: say('foot') };
  },

  table(model, say, lang) {
    return moveTable(model.moves, model.nameOf, say, lang);
  },
};

function filterOf(view: FlowsView): MoveFilter {
  if (view.kind === 'org') return { org: view.org };
  if (view.kind === 'pair') return { from: view.from, to: view.to };
  if (view.kind === 'wave') return { wave: view.wave };
  if (view.kind === 'period') return { since: view.since, until: view.until };
  return {};
}

/** Named moves into and out of an organisation within the view. */
export function inOut(model: FlowsModel, org: OrgId): { in: number; out: number } {
  return {
    in: model.moves.filter((move) => move.to === org).length,
    out: model.moves.filter((move) => move.from === org).length,
  };
}

function wordsOf(model: FlowsModel, say: Say, lang: Lang): Omit<ChartWords, 'foot'> {
  const { view, moves, nameOf } = model;
  const n = moves.length;
  const confirmed = moves.filter((move) => move.confirmed).length;
  const researchers = moves.filter((move) => move.function === 'research').length;
  const until = formatDate(model.movesTo, lang);
  const marks = say('marks');
  const word = spellNumber(n, lang);
  const status = statusOf(n, confirmed, say, lang);
  const common = {
    n,
    word,
    N: capital(word),
    confirmed,
    confirmedWord: partWord(confirmed, n, lang),
    status,
    Status: capital(status),
    researchers,
    researcherWord: partWord(researchers, n, lang),
    until,
  };

  if (view.kind === 'org') {
    const name = nameOf(view.org);
    const values = { ...common, org: name, ...inOut(model, view.org) };
    return {
      name,
      group: say('org.group'),
      title: say('org.title', values),
      subtitle: `${say('org.subtitle', values)} ${marks}`,
      summary: say('org.summary', values),
    };
  }
  if (view.kind === 'pair') {
    const from = nameOf(view.from);
    const to = nameOf(view.to);
    const more = model.counted.find((one) => one.from === view.from && one.to === view.to)?.counted;
    const counted = more ? ` ${say(`pair.${more.basis}`, { value: more.row.value })}` : '';
    const values = { ...common, from, to };
    return {
      name: say('pair.name', values),
      group: say('pair.group'),
      title: say('pair.title', values),
      subtitle: `${say('pair.subtitle', values)}${counted} ${marks}`,
      summary: `${say('pair.summary', values)}${counted}`,
    };
  }
  if (view.kind === 'wave' || view.kind === 'period') {
    const own = chosenFlows(model);
    const largest = [...own].sort((x, y) => y.moves.length - x.moves.length)[0];
    const name = view.kind === 'wave' ? model.waveName : periodName(view, model.movesTo, say, lang);
    const form =
      own.length === 1
        ? 'direction'
        : new Set(own.map((flow) => flow.to)).size === 1
          ? 'destination'
          : 'several';
    const values = {
      ...common,
      name,
      span: spanOf(moves, lang),
      largest: largest?.moves.length ?? 0,
      largestWord: partWord(largest?.moves.length ?? 0, n, lang),
      majority: 2 * (largest?.moves.length ?? 0) > n ? 'yes' : 'no',
      from: nameOf(largest?.from ?? ''),
      to: nameOf(largest?.to ?? ''),
      people: formatList([...new Set(moves.map((move) => move.person))], lang),
    };
    return {
      name,
      group: say(`${view.kind}.group`),
      title: say(view.kind === 'period' ? 'period.title' : `wave.${form}`, values),
      subtitle: [
        say('part.subtitle', values),
        ...(view.kind === 'wave' ? [say('wave.subtitle')] : []),
        marks,
      ].join(' '),
      summary: say(`${view.kind}.summary${n <= 8 ? '.named' : ''}`, values),
    };
  }
  const exchange = largestExchange(model.flows);
  const [there, back] = exchange ?? [];
  const values = {
    ...common,
    a: there?.moves.length ?? 0,
    b: back?.moves.length ?? 0,
    from: nameOf(there?.from ?? ''),
    to: nameOf(there?.to ?? ''),
    researchA: there?.moves.filter((move) => move.function === 'research').length ?? 0,
    researchB: back?.moves.filter((move) => move.function === 'research').length ?? 0,
    orgs: model.orgs.length,
  };
  return {
    name: say('all.name'),
    title: say('all.title', values),
    subtitle: `${say('all.subtitle', values)} ${marks}`,
    summary: say('all.summary', values),
  };
}

/** "all four are confirmed", "two are confirmed, one reported only". */
function statusOf(n: number, confirmed: number, say: Say, lang: Lang): string {
  const form = n === 1 ? 'one' : confirmed === 0 ? 'none' : confirmed === n ? 'all' : 'some';
  const reported = n - confirmed;
  return say(`status.${form}`, {
    n,
    word: spellNumber(n, lang),
    confirmed,
    confirmedWord: partWord(confirmed, n, lang),
    reported,
    reportedWord: partWord(reported, n, lang),
  });
}

/** In words or in figures, as the whole is that it is a part of. */
const partWord = (part: number, whole: number, lang: Lang): string =>
  /\d/.test(spellNumber(whole, lang)) ? formatNumber(part, lang) : spellNumber(part, lang);

/** "2025", "Up to 2024"; a year that goes on names the last month of the data: "2026, to June". */
function periodName(
  { since, until }: FlowsView & { kind: 'period' },
  movesTo: string,
  say: Say,
  lang: Lang,
): string {
  if (until !== undefined) return since ?? say('period.until', { year: until });
  const [year, month] = movesTo.split('-');
  if (since === undefined || month === undefined || (year === since && month === '12'))
    return since ?? movesTo;
  const style = year === since ? ({ month: 'long' } as const) : ({ month: 'long', year: 'numeric' } as const);
  const last = new Intl.DateTimeFormat(LOCALE[lang].intl, { timeZone: 'UTC', ...style });
  return say('period.since', { year: since, month: last.format(extentOf(movesTo)[0]) });
}

/** The view's moves by direction, largest first. */
export function chosenFlows(model: FlowsModel): readonly Flow[] {
  return model.flows
    .map((flow) => ({ ...flow, moves: flow.moves.filter((move) => model.chosen.has(move.id)) }))
    .filter((flow) => flow.moves.length > 0)
    .sort((a, b) => b.moves.length - a.moves.length);
}

/** The day, month or years that all dates of these moves share, as precise as the vaguest of them allows. */
function spanOf(moves: readonly Move[], lang: Lang): string {
  const dates = moves.map((move) => move.date);
  const [first = ''] = dates;
  if (dates.every((date) => date === first)) return formatDate(first, lang);
  if (dates.every((date) => date.length >= 7 && date.slice(0, 7) === first.slice(0, 7)))
    return formatDate(first.slice(0, 7), lang);
  const years = dates.map((date) => new Date(extentOf(date)[0]).getUTCFullYear());
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return from === to ? String(from) : `${from}–${to}`;
}

/** One current of a card: what it is called at both ends, and how much of it is confirmed. */
export interface CardFlow {
  from: string;
  to: string;
  tone: string;
  n: number;
  confirmed: number;
}

/** Rows a card can still show at 300 pixels. */
const CARD_ROWS = 3;

/** The currents of a card, and how many of the view's moves they leave out. */
export function cardFlows(model: FlowsModel, others: string): { flows: readonly CardFlow[]; rest: number } {
  const { view, moves, nameOf } = model;
  if (view.kind === 'org') {
    const out = moves.filter((move) => move.from === view.org);
    const into = moves.filter((move) => move.to === view.org);
    const flow = (own: readonly Move[], from: string, to: string, tone: string) => ({
      from,
      to,
      tone,
      n: own.length,
      confirmed: own.filter((move) => move.confirmed).length,
    });
    return {
      flows: [flow(out, nameOf(view.org), others, view.org), flow(into, others, nameOf(view.org), 'muted')],
      rest: 0,
    };
  }
  const all = chosenFlows(model);
  const largest =
    view.kind === 'all'
      ? (largestExchange(all) ?? []).flatMap((flow) => (flow ? [flow] : []))
      : all.slice(0, CARD_ROWS);
  const shown = largest.map((flow) => ({
    from: nameOf(flow.from),
    to: nameOf(flow.to),
    tone: flow.from,
    n: flow.moves.length,
    confirmed: flow.moves.filter((move) => move.confirmed).length,
  }));
  const counted = shown.reduce((sum, flow) => sum + flow.n, 0);
  return { flows: shown, rest: view.kind === 'all' ? 0 : moves.length - counted };
}
