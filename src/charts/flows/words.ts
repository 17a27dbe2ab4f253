/** What `flows` says of a view: its name, its finding, how it is read, and its numbers in one sentence. */
import type { Move } from '~/data/types';
import { extentOf, formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatList, spellNumber, spellPart } from '~/i18n/numbers';
import type { Say, Values } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import type { ChartWords } from '../contract';
import { keyTo } from '../move-mark';
import { isMerged } from './currents';
import { type FlowsModel, type FlowsView, inOut } from './model';

/** Views of so many moves are told with the names of their people. */
const TOLD_UP_TO = 8;

type Words = Omit<ChartWords, 'foot'>;

export function wordsOf(model: FlowsModel, say: Say, lang: Lang): Words {
  const { view } = model;
  const common = commonValues(model, say, lang);
  const threads = model.currents.flatMap((current) => current.threads);
  const key = keyTo(threads, say);
  const marks = `${say('thread', common)} ${key}`;
  const words = () => {
    if (view.kind === 'org') return orgWords(model, view.org, common, marks, say);
    if (view.kind === 'pair') return pairWords(model, view, common, marks, say);
    if (view.kind === 'all') return allWords(model, common, marks, say);
    return partWords(model, view, common, marks, say, lang);
  };
  return { ...words(), key };
}

/** What any sentence about a view may need. */
function commonValues({ moves, orgs, asOf, currents }: FlowsModel, say: Say, lang: Lang) {
  const n = moves.length;
  const confirmed = moves.filter((move) => move.confirmed).length;
  const researchers = researchersOf(moves);
  const status = statusOf(n, confirmed, say, lang);
  const word = spellNumber(n, lang);
  return {
    n,
    word,
    N: capital(word),
    confirmed,
    confirmedWord: spellPart(confirmed, n, lang),
    status,
    Status: capital(status),
    researchers,
    researcherWord: spellPart(researchers, n, lang),
    until: formatDate(asOf, lang),
    orgs: formatList(
      orgs.map(({ name }) => name),
      lang,
    ),
    orgCount: spellNumber(orgs.length, lang),
    others: orgs.length - 1,
    othersWord: spellNumber(orgs.length - 1, lang),
    merged: isMerged(currents) ? 'yes' : 'no',
  };
}

const researchersOf = (moves: readonly Move[]) => moves.filter((move) => move.function === 'research').length;

function orgWords(model: FlowsModel, id: string, common: Values, marks: string, say: Say): Words {
  const org = model.nameOf(id);
  const values = { ...common, org, ...inOut(model, id) };
  return {
    name: org,
    group: say('org.group'),
    title: say('org.title', values),
    subtitle: `${say('org.subtitle', values)} ${marks}`,
    summary: say('org.summary', values),
  };
}

function pairWords(
  { nameOf, counted }: FlowsModel,
  view: FlowsView & { kind: 'pair' },
  common: Values,
  marks: string,
  say: Say,
): Words {
  const values = { ...common, from: nameOf(view.from), to: nameOf(view.to) };
  const more = counted ? ` ${say(`pair.${counted.basis}`, { value: counted.row.value })}` : '';
  return {
    name: say('pair.name', values),
    group: say('pair.group'),
    title: say('pair.title', values),
    subtitle: `${say('pair.subtitle', values)}${more} ${marks}`.trim(),
    summary: `${say('pair.summary', values)}${more}`,
  };
}

/** A wave or some years: led by the direction in which most of its moves run. */
function partWords(
  model: FlowsModel,
  view: FlowsView & { kind: 'wave' | 'period' },
  common: Values & { n: number },
  marks: string,
  say: Say,
  lang: Lang,
): Words {
  const { moves, currents, nameOf } = model;
  const [largest] = [...currents].sort((a, b) => b.n - a.n);
  const name = view.kind === 'wave' ? model.waveName : periodName(view, model.asOf, say, lang);
  const most = largest?.n ?? 0;
  const values = {
    ...common,
    name,
    span: spanOf(moves, lang),
    largest: most,
    largestWord: spellPart(most, common.n, lang),
    majority: 2 * most > common.n ? 'yes' : 'no',
    from: nameOf(largest?.from ?? ''),
    to: nameOf(largest?.to ?? ''),
    people: formatList([...new Set(moves.map((move) => move.person))], lang),
  };
  const targets = new Set(currents.map(({ to }) => to)).size;
  const form = currents.length === 1 ? 'direction' : targets === 1 ? 'destination' : 'several';
  const wave = view.kind === 'wave' ? [say('wave.subtitle')] : [];
  const told = common.n <= TOLD_UP_TO ? '.named' : '';
  return {
    name,
    group: say(`${view.kind}.group`),
    title: say(view.kind === 'period' ? 'period.title' : `wave.${form}`, values),
    subtitle: [say('part.subtitle', values), ...wave, marks].join(' '),
    summary: say(`${view.kind}.summary${told}`, values),
  };
}

function allWords({ exchange, nameOf, beyond }: FlowsModel, common: Values, marks: string, say: Say): Words {
  const [there, back] = exchange;
  const values = {
    ...common,
    beyond: beyond ? 'yes' : 'no',
    a: there?.moves.length ?? 0,
    b: back?.moves.length ?? 0,
    from: nameOf(there?.from ?? ''),
    to: nameOf(there?.to ?? ''),
    researchA: researchersOf(there?.moves ?? []),
    researchB: researchersOf(back?.moves ?? []),
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
    confirmedWord: spellPart(confirmed, n, lang),
    reported,
    reportedWord: spellPart(reported, n, lang),
  });
}

/** "2025", "Up to 2024"; a year that goes on names the last month of the data: "2026, to June". */
function periodName(
  { since, until }: FlowsView & { kind: 'period' },
  asOf: string,
  say: Say,
  lang: Lang,
): string {
  if (until !== undefined) return since ?? say('period.until', { year: until });
  const [year, month] = asOf.split('-');
  if (since === undefined || month === undefined || (year === since && month === '12')) return since ?? asOf;
  const last = formatDate(asOf.slice(0, 7), lang, year === since ? 'monthName' : 'month');
  return say('period.since', { year: since, month: last });
}

/** The day, month or years that all dates of these moves share, as precise as the vaguest of them allows. */
export function spanOf(moves: readonly Move[], lang: Lang): string {
  const dates = moves.map((move) => move.date);
  const [first = ''] = dates;
  if (dates.every((date) => date === first)) return formatDate(first, lang);
  if (dates.every((date) => date.length >= 7 && date.slice(0, 7) === first.slice(0, 7)))
    return formatDate(first.slice(0, 7), lang);
  const years = dates.map((date) => new Date(extentOf(date)[0]).getUTCFullYear());
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return from === to ? String(from) : `${from}–${to}`;
}
