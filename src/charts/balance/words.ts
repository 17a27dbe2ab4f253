/** What `balance` says: titles, summaries, how counts, periods and the stretch of most moves are called. */
import type { PartialDate } from '~/data/types';
import { formatDate, formatRange } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatList, formatSigned, spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { type Larger, netOf, type Way } from '~/model/balance';
import type { ChartWords } from '../contract';
import { keyTo } from '../move-mark';
import {
  type BalanceModel,
  blocksIn,
  inYears,
  isMerged,
  isVague,
  type OrgBalance,
  type Period,
  type Standing,
  standingOf,
  wayOf,
} from './model';

export function wordsOf(model: BalanceModel, say: Say, lang: Lang): ChartWords {
  const [org] = model.shown;
  if (model.view.kind === 'months') return monthsWords(model, say, lang);
  return model.view.kind === 'org' && org ? orgWords(model, org, say, lang) : allWords(model, say, lang);
}

const listOf = (orgs: readonly OrgBalance[], lang: Lang, said: (org: OrgBalance) => string) =>
  formatList(orgs.map(said), lang);

const netText = (org: OrgBalance, way: Way, lang: Lang) => formatSigned(wayOf(org, way).net, lang);

function allWords(model: BalanceModel, say: Say, lang: Lang): ChartWords {
  const { orgs, shown, larger } = model;
  const standing = (as: Standing) => orgs.filter((org) => standingOf(org) === as);
  const [plus, minus, open] = [standing('ahead'), standing('behind'), standing('open')];
  const nameOf = ({ name }: OrgBalance) => name;
  const values = {
    n: spellNumber(orgs.length, lang),
    plus: listOf(plus, lang, nameOf),
    minus: listOf(minus, lang, nameOf),
    open: listOf(open, lang, nameOf),
    pluses: plus.length,
    opens: open.length,
    until: formatDate(model.asOf, lang),
    each: listOf(shown, lang, (org) => {
      const net = (way: Way) => netText(org, way, lang);
      const nets = { named: net('named'), confirmed: net('confirmed'), counted: net('counted') };
      return say('all.one', { org: org.name, larger: larger.length, ...nets });
    }),
    counts: shortWayLabel('counted', larger, say, lang),
    larger: larger.length,
  };
  const found = plus.length > 0 && minus.length > 0;
  return {
    name: say('all.name'),
    title: say(`all.title.${found ? 'found' : 'neutral'}`, values),
    subtitle: [found && open.length > 0 && say('all.open', values), say('all.subtitle')]
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
    confirmed: netText(org, 'confirmed', lang),
    counted: netText(org, 'counted', lang),
    counts: wayLabel('counted', model.larger, say, lang),
    larger: model.larger.length,
    until: formatDate(model.asOf, lang),
    merged: isMerged(org) ? (inYears(org) ? 'years' : 'months') : 'none',
  };
  const key = keyTo(org.periods.flatMap(blocksIn), say);
  return {
    name: org.name,
    title: say(`org.title.${named.net > 0 ? 'plus' : named.net < 0 ? 'minus' : 'even'}`, values),
    subtitle: `${say('org.subtitle', values)} ${key}`,
    key,
    summary: say('org.summary', values),
    foot: footOf(model, say, lang),
  };
}

/** Whose net rose most and whose fell most in the stretch of most moves, where one did. */
export function turnsOf({ orgs, stretch }: BalanceModel): readonly { org: OrgBalance; change: number }[] {
  const changes = orgs.map((org) => ({ org, change: netOf(stretch?.moves ?? [], org.id) }));
  const order = changes.sort((a, b) => b.change - a.change);
  const [most, least] = [order[0], order.at(-1)];
  return most && least && most.change > 0 && least.change < 0 ? [most, least] : [];
}

function monthsWords(model: BalanceModel, say: Say, lang: Lang): ChartWords {
  const { orgs, stretch, moves } = model;
  const [rise, fall] = turnsOf(model);
  const values = {
    stretch: stretch ? stretchText(stretch, lang) : '',
    n: stretch?.moves.length ?? 0,
    all: moves.length,
    rise: rise?.org.name ?? '',
    fall: fall?.org.name ?? '',
    up: rise?.change ?? 0,
    down: Math.abs(fall?.change ?? 0),
    since: formatDate(model.from, lang),
    until: formatDate(model.asOf, lang),
    nets: listOf(
      orgs,
      lang,
      (org) => `${org.name} ${formatSigned(netOf(stretch?.moves ?? [], org.id), lang)}`,
    ),
    named: listOf(orgs, lang, (org) => `${org.name} ${netText(org, 'named', lang)}`),
    vague: String(orgs.some(isVague)),
    has: String(stretch !== undefined),
  };
  return {
    name: say('months.name'),
    title: say(`months.title.${rise ? 'found' : 'neutral'}`, values),
    subtitle: say('months.subtitle', values),
    summary: say('months.summary', values),
    foot: say('months.foot'),
  };
}

/** "June to August 2025" */
export function stretchText({ from, until }: { from: PartialDate; until: PartialDate }, lang: Lang): string {
  if (from === until) return formatDate(until, lang, 'month');
  const sameYear = from.slice(0, 4) === until.slice(0, 4);
  return formatRange(
    formatDate(from, lang, sameYear ? 'monthName' : 'month'),
    formatDate(until, lang, 'month'),
    lang,
  );
}

/** "Meta, June 2025: 10 in, 1 out, net +3" */
export const periodText = (org: OrgBalance, period: Period, say: Say, lang: Lang): string =>
  say('mark.period', {
    org: org.name,
    date: formatDate(period.date, lang),
    in: countOf(period.in),
    out: countOf(period.out),
    net: formatSigned(period.after, lang),
  });

export const countOf = (blocks: Period['in']) => blocks.reduce((sum, { moves }) => sum + moves.length, 0);

/** How many larger counts are the press's, and how many are alleged in court. */
function byBasis(larger: readonly Larger[]): { press: number; alleged: number } {
  const alleged = larger.filter(({ counted }) => counted.basis === 'alleged').length;
  return { press: larger.length - alleged, alleged };
}

/** How the larger counts are called: by the press, in court, or both, and in how many directions. */
export function wayLabel(way: Way, larger: readonly Larger[], say: Say, lang: Lang): string {
  if (way !== 'counted') return say(`way.${way}`);
  const { press, alleged } = byBasis(larger);
  const values = { pressWords: spellNumber(press, lang), allegedWords: spellNumber(alleged, lang) };
  return say('way.counted', { press, alleged, ...values });
}

/** The same in few words, for a key. */
export const shortWayLabel = (way: Way, larger: readonly Larger[], say: Say, lang: Lang): string =>
  way === 'counted' && larger.length > 0
    ? say('way.larger', byBasis(larger))
    : wayLabel(way, larger, say, lang);

/** What is not counted; what the larger counts mix, and what changes without those only alleged in court. */
function footOf({ larger, shown }: BalanceModel, say: Say, lang: Lang): string {
  const alleged = larger.filter(({ counted }) => counted.basis === 'alleged');
  const without = shown.flatMap((org) => {
    const own = alleged.filter(({ from, to }) => from === org.id || to === org.id);
    const shift = own.reduce((sum, one) => sum + (one.to === org.id ? one.beyond : -one.beyond), 0);
    const net = formatSigned(wayOf(org, 'counted').net - shift, lang);
    return shift === 0 ? [] : [say('foot.net', { org: org.name, net })];
  });
  return say('foot', {
    n: larger.length,
    alleged: without.length === 0 ? 0 : alleged.length,
    without: formatList(without, lang),
  });
}
