/** Careers as stays: the time a person spent at one company, and the named move out of it. */
import type { CareerStep, Dataset, Move, OrgId, PartialDate } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { selectMoves } from '~/model/select';
import type { Evidence } from '../contract';

/** Within which instants something happened: earliest, latest (milliseconds, UTC). */
export type Span = readonly [earliest: number, latest: number];

export interface Stay {
  /** The move out of it, which has the same id in every chart; else the row of careers.csv. */
  id: string;
  person: string;
  org: OrgId;
  role: string;
  /** The row of careers.csv rests on one page alone. */
  oneSource: boolean;
  /** As the row has it; '' where no source gives it. */
  start: PartialDate | '';
  end: PartialDate | '';
  /** Absent where nothing bounds it; a start no source gives may still be bounded. */
  began?: Span;
  ended?: Span;
  /** Its exit was reported before the move out of it: the date of that report. */
  exitReported?: PartialDate;
  entry?: Move;
  exit?: Move;
  /** When the move out of it may have happened. */
  left?: Span;
  evidence: readonly Evidence[];
}

export interface Career {
  person: string;
  /** At the companies of this chart, in order. */
  stays: readonly Stay[];
  /** At other companies. */
  before: readonly Stay[];
}

/** The events that tell when a company began: nobody worked there earlier. */
const FOUNDED: Readonly<Record<OrgId, string>> = { xai: 'xai-founded', openai: 'openai-founded' };

/** Steps whose end is known only by its year, and the event that reports the exit within that year. */
const EXIT_REPORTED: Readonly<Record<string, string>> = { 'lau-tesla-2': 'lau-leaves-tesla' };

/** From careers.csv where the person stands there, else from the moves alone; in the order of their names given. */
export function careersOf(data: Dataset, people: readonly string[], lang: Lang): readonly Career[] {
  const core = new Set(data.organisations.filter((org) => org.scope === 'core').map((org) => org.id));
  return people.map((person) => {
    const moves = selectMoves(data.moves, { person });
    const rows = data.careers.filter((row) => row.person === person);
    const steps = rows.length > 0 ? rows.map((row) => fromRow(row, lang)) : fromMoves(moves, lang);
    return {
      person,
      stays: withSpans(
        withMoves(
          steps.filter((step) => core.has(step.org)),
          moves,
        ),
        data,
      ),
      before: steps.filter((step) => !core.has(step.org)),
    };
  });
}

type Step = Pick<Stay, 'id' | 'person' | 'org' | 'role' | 'oneSource' | 'start' | 'end' | 'evidence'> & {
  roleEn: string;
};

function fromRow({ id, person, org, role, start, end, sources }: CareerStep, lang: Lang): Step {
  return {
    id,
    person,
    org,
    role: role[lang],
    roleEn: role.en,
    oneSource: sources.length === 1,
    start,
    end,
    evidence: [{ kind: 'career', id }],
  };
}

/** Each move ends one stay and begins the next. */
function fromMoves(moves: readonly Move[], lang: Lang): Step[] {
  const [first] = moves;
  if (!first) return [];
  const step = (
    org: OrgId,
    role: Move['toRole'],
    start: PartialDate | '',
    entry: Move,
    exit?: Move,
  ): Step => ({
    id: exit?.id ?? `${entry.id}-after`,
    person: entry.person,
    org,
    role: role[lang],
    roleEn: role.en,
    oneSource: (exit ?? entry).singleSource,
    start,
    end: exit?.dateMeans === 'left' ? exit.date : '',
    evidence: exit ? [] : [{ kind: 'move', id: entry.id }],
  });
  return [
    step(first.from, first.fromRole, '', first, first),
    ...moves.map((move, i) => step(move.to, move.toRole, move.date, move, moves[i + 1])),
  ];
}

/** A step that ends with a named move takes its id and its evidence. */
function withMoves(steps: readonly Step[], moves: readonly Move[]): (Stay & { roleEn: string })[] {
  const free = [...moves];
  let entry: Move | undefined;
  return steps.map((step, i) => {
    const to = steps[i + 1]?.org;
    const at =
      to === undefined || to === step.org
        ? -1
        : free.findIndex((move) => move.from === step.org && move.to === to);
    const exit = at < 0 ? undefined : free.splice(at, 1)[0];
    const last = i === steps.length - 1 ? entry : undefined;
    const moved = [exit ?? last].flatMap((move) => (move ? [{ kind: 'move' as const, id: move.id }] : []));
    const own = step.evidence.filter(({ kind }) => kind !== 'move');
    const evidence = moved.length > 0 ? [...moved, ...own] : step.evidence;
    const stay = { ...step, id: exit?.id ?? step.id, entry, exit, evidence, step: step.id };
    entry = to === step.org ? entry : exit;
    return stay;
  });
}

function withSpans(
  stays: readonly (Stay & { roleEn: string; step?: string })[],
  data: Dataset,
): readonly Stay[] {
  const eventDate = (id: string | undefined) => data.events.find((event) => event.id === id)?.date;
  const foundedAt = (org: OrgId | undefined) => {
    const date = eventDate(org && FOUNDED[org]);
    return date ? extentOf(date)[0] : Number.NEGATIVE_INFINITY;
  };
  // A vague date ends where the next known one begins, and begins where its company does.
  const lefts = stays.map((stay, i): Span | undefined => {
    if (!stay.exit) return undefined;
    const [from, to] = extentOf(stay.exit.date);
    const next = stays.slice(i + 1).find((one) => one.exit)?.exit;
    const limit = next ? extentOf(next.date)[0] : to;
    const start = Math.max(from, foundedAt(stay.exit.to));
    return [start, limit > start ? Math.min(to, limit) : to];
  });
  return stays.map(({ roleEn, step, ...stay }, i) => {
    const following = stays[i + 1];
    const report = stay.end.length === 4 ? eventDate(step && EXIT_REPORTED[step]) : undefined;
    const exitReported = report?.startsWith(stay.end) ? report : undefined;
    const ended = endOf(stay, following?.org === stay.org ? following.start : '', exitReported, lefts[i]);
    const began = beginOf(stay, roleEn, ended, foundedAt(stay.org), stay.entry && lefts[i - 1]);
    return { ...stay, began, ended, exitReported, left: lefts[i] };
  });
}

function endOf(
  stay: Stay,
  promoted: PartialDate | '',
  reported: PartialDate | undefined,
  left?: Span,
): Span | undefined {
  if (promoted !== '') return extentOf(promoted);
  if (stay.end === '') return left;
  const [from, to] = extentOf(stay.end);
  return [from, reported ? Math.min(to, extentOf(reported)[1]) : to];
}

function beginOf(
  stay: Stay,
  roleEn: string,
  ended: Span | undefined,
  founded: number,
  entered?: Span,
): Span | undefined {
  if (entered) return entered;
  if (stay.start !== '') return extentOf(stay.start);
  if (!ended) return undefined;
  const years = yearsNamed(roleEn);
  if (years !== undefined) return [yearsBefore(ended[0], years + 1), yearsBefore(ended[0], years)];
  return Number.isFinite(founded) ? [founded, ended[0]] : undefined;
}

function yearsBefore(instant: number, years: number): number {
  const date = new Date(instant);
  return date.setUTCFullYear(date.getUTCFullYear() - years);
}

// One fact stands in no column, only in a sentence. Where the sentence changes, the drawing becomes vaguer, never false.

const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "nine years at Meta by her profile": 9. */
export function yearsNamed(text: string): number | undefined {
  const word = /\b(\w+) years\b/.exec(text)?.[1] ?? '';
  const value = NUMBERS.indexOf(word.toLowerCase()) + 1 || Number(word);
  return value > 0 ? value : undefined;
}

/** The shortest run of moves through all of `orgs`: the first and the last of them, if any. */
export function crossing(
  career: Career,
  orgs: readonly OrgId[],
): { first: Move; last: Move; months: number } | undefined {
  const exits = career.stays.flatMap((stay) => (stay.exit ? [stay.exit] : []));
  const runs = exits.flatMap((first, i) =>
    exits.slice(i).flatMap((last, k) => {
      const seen = new Set([first.from, ...exits.slice(i, i + k + 1).map((move) => move.to)]);
      const months = monthsBetween(first.date, last.date);
      return orgs.every((org) => seen.has(org)) && months !== undefined ? [{ first, last, months }] : [];
    }),
  );
  return runs.sort((a, b) => a.months - b.months)[0];
}

/** Calendar months from one date to another; undefined where one is known by its year alone. */
export function monthsBetween(from: PartialDate, to: PartialDate): number | undefined {
  const [[y0, m0], [y1, m1]] = [from, to].map((date) => date.split('-').map(Number)) as [number[], number[]];
  return m0 && m1 ? ((y1 ?? 0) - (y0 ?? 0)) * 12 + m1 - m0 : undefined;
}
