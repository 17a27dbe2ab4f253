/** What `timeline` counts and says: named moves over time, pair against pair, and a row per name for one stretch. */
import type { Dataset, Lang, Move, OrgId, PartialDate } from '~/data/types';
import { dayOf, extentOf, formatDate, formatDays } from '~/i18n/dates';
import { formatList, formatNumber, spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import { type Counted, coreOrganisations, countedBeyond, countFlows, largestExchange } from '~/model/flows';
import { namesIn } from '~/model/names';
import { byDate, type MoveFilter, selectMoves } from '~/model/select';
import { dayAfter, densestWindow, type MoveWindow } from '~/model/window';
import type { ChartDefinition, ChartModel, ChartWords, NamedView } from '../contract';
import { moveTable } from '../move-table';

export type TimelineView =
  | { kind: 'all' }
  | { kind: 'org'; org: OrgId }
  /** A row and a name per move of a stretch of months. */
  | { kind: 'sheet'; sheet: string; since: PartialDate; until: PartialDate };

/** One way between two companies, in the order of dates. */
export interface Direction {
  from: OrgId;
  to: OrgId;
  moves: readonly Move[];
  /** What was counted beyond the names; over all time, so only an overview may show it. */
  counted?: Counted;
}

/** Both ways between two companies, mirrored on one baseline. */
export interface Pair {
  up: Direction;
  down: Direction;
}

/** The fullest days of the largest direction, and what each way saw since. */
export interface Turn {
  there: Direction;
  back: Direction;
  window: MoveWindow;
  /** Different people in the window. */
  names: number;
  /** The day after the window. */
  since: PartialDate;
  thereSince: readonly Move[];
  backSince: readonly Move[];
  /** Of both ways: moves dated too vaguely to stand before or after that day. */
  vague: readonly Move[];
}

/** Rows of a sheet that belong together: one direction, or all into one company. */
export interface Block {
  kind: 'direction' | 'joined' | 'rest';
  org: OrgId;
  n: number;
  directions: readonly Direction[];
}

export interface TimelineEvent {
  date: PartialDate;
  /** Its name in a few words. */
  text: string;
}

export interface TimelineModel extends ChartModel {
  view: TimelineView;
  orgs: readonly { id: OrgId; name: string }[];
  /** In the order of their dates. */
  moves: readonly Move[];
  /** Overviews: largest pair first. */
  pairs: readonly Pair[];
  /** Sheets: the largest direction, then whatever joined the company it left, then the rest. */
  blocks: readonly Block[];
  /** Sheets: directions that the press counted in this stretch and of which nobody is named. */
  unnamed: readonly Direction[];
  turn?: Turn;
  events: readonly TimelineEvent[];
  /** Years with a cell of their own, then the first instant of the scale and the first after it (ms, UTC). */
  early: readonly number[];
  start: number;
  end: number;
  /** Sheets: moves dated only by a year that reaches into the stretch. */
  vague: number;
  nameOf(org: OrgId): string;
}

const SHEETS: readonly NamedView<TimelineView & { kind: 'sheet' }>[] = [
  { slug: 'summer-2025', view: { kind: 'sheet', sheet: 'summer-2025', since: '2025-06', until: '2025-09' } },
  { slug: '2026', view: { kind: 'sheet', sheet: '2026', since: '2026', until: '2026' } },
];

/** The sheet that shows all of these days: where a label of the overview leads. */
export function sheetHolding(first: PartialDate, last: PartialDate): string | undefined {
  return SHEETS.find(
    ({ view }) =>
      extentOf(view.since)[0] <= extentOf(first)[0] && extentOf(view.until)[1] >= extentOf(last)[1],
  )?.slug;
}

/** Longest window that a title may call a few days, and the fewest moves worth the words. */
const WINDOW_DAYS = 6;
const WINDOW_MOVES = 5;
/** Years without a move that make the scale begin anew behind a break. */
const GAP_YEARS = 3;

export const definition: ChartDefinition<TimelineView, TimelineModel> = {
  id: 'timeline',

  views(data) {
    return [
      { slug: '', view: { kind: 'all' } },
      ...SHEETS,
      ...coreOrganisations(data).map(({ id }) => ({ slug: id, view: { kind: 'org', org: id } as const })),
    ];
  },

  model(data, view, lang) {
    const all = selectMoves(data.moves);
    const moves = selectMoves(data.moves, filterOf(view));
    const nameOf = namesIn(data, lang);
    const sheet = view.kind === 'sheet';
    const scale = sheet ? sheetScale(view, data.movesTo) : overviewScale(all, data.movesTo);
    const shown = data.events.filter((event) => {
      const [from] = extentOf(event.date);
      const own = view.kind !== 'org' || event.orgs.includes(view.org);
      return own && event.onAxis && from >= scale.start && from < scale.end;
    });
    return {
      asOf: data.movesTo,
      view,
      orgs: coreOrganisations(data).map(({ id, name }) => ({ id, name: name[lang] })),
      moves,
      pairs: sheet ? [] : pairsOf(data, moves, view),
      blocks: sheet ? blocksOf(data, moves) : [],
      unnamed: sheet ? unnamedIn(data, view, moves) : [],
      turn: sheet ? undefined : turnOf(data, moves),
      events: shown.map(({ date, short }) => ({ date, text: short[lang] })),
      ...scale,
      early: scale.early.filter((year) =>
        moves.some((move) => yearOf(move) === year && move.precision !== 'year'),
      ),
      vague: sheet ? all.filter((move) => isVagueIn(move, scale.start, scale.end)).length : 0,
      nameOf,
    };
  },

  words: (model, say, lang) => wordsOf(model, say, lang),

  table: (model, say, lang) => moveTable(model.moves, model.nameOf, say, lang),
};

function filterOf(view: TimelineView): MoveFilter {
  if (view.kind === 'org') return { org: view.org };
  if (view.kind === 'sheet') return { since: view.since, until: view.until };
  return {};
}

const yearOf = (move: Move) => Number(move.date.slice(0, 4));

/** Every core move on one scale of more than a year, to the last month; years far before the others get a cell each. */
function overviewScale(all: readonly Move[], movesTo: PartialDate) {
  const years = [...new Set(all.map(yearOf))].sort((a, b) => a - b);
  const after = years.findLastIndex((year, i) => i > 0 && year - (years[i - 1] ?? year) > GAP_YEARS);
  const first = years[Math.max(after, 0)] ?? yearOf({ date: movesTo } as Move);
  return {
    early: years.slice(0, Math.max(after, 0)),
    start: Date.UTC(Math.min(first, Number(movesTo.slice(0, 4)) - 1), 0, 1),
    end: extentOf(movesTo.slice(0, 7))[1],
  };
}

function sheetScale(view: TimelineView & { kind: 'sheet' }, movesTo: PartialDate) {
  const [start] = extentOf(view.since);
  const [until, known] = [extentOf(view.until)[1], extentOf(movesTo.slice(0, 7))[1]];
  const end = known > start ? Math.min(until, known) : until;
  return { early: [], start, end };
}

function isVagueIn(move: Move, start: number, end: number): boolean {
  const [from, to] = extentOf(move.date);
  return from < end && to > start && (from < start || to > end);
}

/** Two by two, the larger way up; seen from one company, whatever joins it is up. */
function pairsOf(data: Dataset, moves: readonly Move[], view: TimelineView): readonly Pair[] {
  const orgs = coreOrganisations(data).map((org) => org.id);
  const way = (from: OrgId, to: OrgId): Direction => ({
    from,
    to,
    moves: moves.filter((move) => move.from === from && move.to === to),
    counted: countedBeyond(data, from, to),
  });
  return orgs
    .flatMap((a, i) => orgs.slice(i + 1).map((b) => [way(a, b), way(b, a)] as const))
    .filter(([one]) => view.kind !== 'org' || one.from === view.org || one.to === view.org)
    .map(([one, other]) => {
      const oneUp = view.kind === 'org' ? one.to === view.org : one.moves.length > other.moves.length;
      return oneUp ? { up: one, down: other } : { up: other, down: one };
    })
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

export const sizeOf = (pair: Pair) => pair.up.moves.length + pair.down.moves.length;

function turnOf(data: Dataset, moves: readonly Move[]): Turn | undefined {
  const exchange = largestExchange(countFlows(data, moves));
  const window = exchange && densestWindow(exchange[0].moves, WINDOW_DAYS);
  if (!window || window.moves.length < WINDOW_MOVES || window.days < 2) return undefined;
  const [{ from, to }] = exchange;
  const inOrder = (a: OrgId, b: OrgId): Direction => ({
    from: a,
    to: b,
    moves: selectMoves(moves, { from: a, to: b }),
  });
  const [there, back] = [inOrder(from, to), inOrder(to, from)];
  const since = dayAfter(window.last);
  const [instant] = extentOf(since);
  return {
    there,
    back,
    window,
    names: new Set(window.moves.map((move) => move.person)).size,
    since,
    thereSince: selectMoves(there.moves, { since }),
    backSince: selectMoves(back.moves, { since }),
    vague: [...there.moves, ...back.moves].filter((move) => {
      const [start, end] = extentOf(move.date);
      return start < instant && end > instant;
    }),
  };
}

function blocksOf(data: Dataset, moves: readonly Move[]): readonly Block[] {
  const flows = countFlows(data, moves)
    .map((flow) => ({ ...flow, moves: [...flow.moves].sort(byDate) }))
    .sort((a, b) => b.moves.length - a.moves.length);
  const [main, ...others] = flows;
  if (!main) return [];
  const joined = others.filter((flow) => flow.to === main.from);
  const rest = others.filter((flow) => flow.to !== main.from);
  const block = (kind: Block['kind'], org: OrgId, directions: readonly Direction[]): Block => ({
    kind,
    org,
    directions,
    n: directions.reduce((sum, one) => sum + one.moves.length, 0),
  });
  return [
    block('direction', main.to, [main]),
    block(joined.length > 1 ? 'joined' : 'direction', main.from, joined),
    block('rest', '', rest),
  ].filter((one) => one.directions.length > 0);
}

function unnamedIn(
  data: Dataset,
  view: TimelineView & { kind: 'sheet' },
  moves: readonly Move[],
): readonly Direction[] {
  const orgs = coreOrganisations(data).map((org) => org.id);
  const [start, end] = [extentOf(view.since)[0], extentOf(view.until)[1]];
  return orgs.flatMap((from) =>
    orgs.flatMap((to) => {
      const counted = countedBeyond(data, from, to);
      if (counted?.basis !== 'further' || moves.some((move) => move.from === from && move.to === to))
        return [];
      const [day] = extentOf(counted.row.date);
      return day >= start && day < end ? [{ from, to, moves: [], counted }] : [];
    }),
  );
}

/** Words up to twelve, but never "ein": an article would need its noun. */
export const spell = (value: number, lang: Lang) =>
  value < 2 ? formatNumber(value, lang) : spellNumber(value, lang);

/** The year of most moves, the latest where several have as many. */
function peakYear(moves: readonly Move[]): { year: number; k: number } {
  const counts = new Map<number, number>();
  for (const move of moves) counts.set(yearOf(move), (counts.get(yearOf(move)) ?? 0) + 1);
  const [year, k] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  return { year, k };
}

function wordsOf(model: TimelineModel, say: Say, lang: Lang): ChartWords {
  const { view, moves, nameOf } = model;
  const confirmed = moves.filter((move) => move.confirmed).length;
  const common = { n: moves.length, confirmed, until: formatDate(model.asOf, lang) };
  const foot = say('foot');

  if (view.kind === 'sheet') return sheetWords(model, view, say, lang);
  if (moves.length === 0) {
    const name = view.kind === 'org' ? nameOf(view.org) : say('all.name');
    return {
      name,
      title: say('empty.title', { name }),
      subtitle: say('marks'),
      summary: say('empty.title', { name }),
      foot,
    };
  }
  const { year, k } = peakYear(moves);
  const peak = { year: String(year), k };
  if (view.kind === 'org') {
    const values = {
      ...common,
      ...peak,
      org: nameOf(view.org),
      in: moves.filter((move) => move.to === view.org).length,
      out: moves.filter((move) => move.from === view.org).length,
    };
    return {
      name: values.org,
      title: say(2 * k > moves.length ? 'org.title.most' : 'org.title', values),
      subtitle: `${say('org.subtitle', values)} ${say('dates.overview')} ${say('marks')}`,
      summary: say('org.summary', values),
      foot,
    };
  }
  const { turn } = model;
  const subtitle = `${say('all.subtitle', common)} ${say('dates.overview')} ${say('marks')}`;
  if (
    !turn ||
    turn.names !== turn.window.moves.length ||
    turn.thereSince.length * turn.backSince.length === 0
  )
    return {
      name: say('all.name'),
      title: say('all.title.plain', { ...common, ...peak }),
      subtitle,
      summary: say('all.summary.plain', { ...common, ...peak }),
      foot,
    };
  const [a, b] = [turn.thereSince.length, turn.backSince.length];
  const [vague] = turn.vague;
  const alike = turn.vague.every((move) => move.from === vague?.from && move.date === vague.date);
  return {
    name: say('all.name'),
    title: say(a === b ? 'all.title.even' : 'all.title.uneven', {
      names: capital(spell(turn.names, lang)),
      to: nameOf(turn.there.to),
      from: nameOf(turn.there.from),
      days: spell(turn.window.days, lang),
      a: spell(a, lang),
      b: spell(b, lang),
      // A move dated only by the year may belong to either stretch.
      floor: turn.vague.length > 0 ? 'yes' : 'no',
    }),
    subtitle,
    summary: say('all.summary', {
      ...common,
      names: turn.names,
      from: nameOf(turn.there.from),
      to: nameOf(turn.there.to),
      window: formatDays(turn.window.first, turn.window.last, lang),
      since: formatDate(turn.since, lang),
      a,
      b,
      vague: turn.vague.length,
      vagueFrom: alike && vague ? nameOf(vague.from) : '',
      vagueDate: alike && vague ? vague.date : '',
      vagueForm: alike ? 'alike' : 'other',
    }),
    foot,
  };
}

function sheetWords(
  model: TimelineModel,
  view: TimelineView & { kind: 'sheet' },
  say: Say,
  lang: Lang,
): ChartWords {
  const { moves, nameOf } = model;
  const name = say(`${view.sheet}.name`);
  const confirmed = moves.filter((move) => move.confirmed).length;
  const [first, second] = model.blocks;
  const main = first?.directions[0];
  const values = {
    n: moves.length,
    confirmed,
    name,
    period: periodOf(model, say, lang),
    a: first?.n ?? 0,
    b: second?.kind === 'rest' ? 0 : (second?.n ?? 0),
    from: nameOf(main?.from ?? ''),
    to: nameOf(main?.to ?? ''),
  };
  const form =
    moves.length === 0 ? 'none' : values.b === 0 ? 'one' : second?.kind === 'joined' ? 'joined' : 'exchange';
  const unnamed = model.unnamed.map((way) =>
    say('unnamed', {
      from: nameOf(way.from),
      to: nameOf(way.to),
      value: way.counted?.row.value ?? 0,
      date: formatDate(way.counted?.row.date ?? '', lang),
    }),
  );
  const joined =
    second?.kind === 'joined'
      ? formatList(
          second.directions.map((way) => say('joined.from', { n: way.moves.length, org: nameOf(way.from) })),
          lang,
        )
      : '';
  return {
    name,
    title: say(`sheet.title.${form}`, values),
    subtitle:
      moves.length === 0
        ? say('marks')
        : `${say('sheet.subtitle', values)} ${say('dates.sheet')} ${say('marks')}`,
    summary: [say(`sheet.summary.${form}`, { ...values, joined }), ...unnamed].join(' '),
    foot: [
      say('foot'),
      ...(model.vague > 0
        ? [
            say('sheet.vague', {
              n: model.vague,
              spelt: spell(model.vague, lang),
              Spelt: capital(spell(model.vague, lang)),
              year: view.since.slice(0, 4),
            }),
          ]
        : []),
    ].join(' '),
  };
}

/** "June to September 2025"; one month alone is "January 2027". */
function periodOf(model: TimelineModel, say: Say, lang: Lang): string {
  const [first, last] = [model.start, model.end - 1].map((at) => new Date(at).toISOString().slice(0, 7));
  const until = formatDate(last ?? '', lang);
  return first === last
    ? until
    : say('period', { first: formatDate(dayOf(model.start), lang, 'monthName'), last: until });
}
