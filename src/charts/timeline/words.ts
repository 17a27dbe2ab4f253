/** What `timeline` says of each of its views. */
import type { Lang, Move } from '~/data/types';
import { dayOf, formatDate, formatDays } from '~/i18n/dates';
import { formatList, formatNumber, spellNumber, spellPart } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import type { ChartWords } from '../contract';
import { keyTo } from '../move-mark';
import type { SheetView, TimelineModel } from './model';
import type { Turn } from './turn';

/** Words up to twelve, but never "ein": an article would need its noun. */
export const spell = (value: number, lang: Lang) =>
  value < 2 ? formatNumber(value, lang) : spellNumber(value, lang);

export function timelineWords(model: TimelineModel, say: Say, lang: Lang): ChartWords {
  const { view, moves } = model;
  if (view.kind === 'sheet') return sheetWords(model, view, say, lang);
  if (moves.length === 0) return nothing(model, say);
  return view.kind === 'org' ? orgWords(model, view.org, say, lang) : allWords(model, say, lang);
}

function nothing({ view, nameOf }: TimelineModel, say: Say): ChartWords {
  const name = view.kind === 'org' ? nameOf(view.org) : say('all.name');
  const title = say('empty.title', { name });
  return { name, title, subtitle: say('marks'), summary: title, foot: say('foot') };
}

/** What every overview counts. */
function common({ moves, asOf, orgs, nameOf }: TimelineModel, lang: Lang) {
  const years = [...Map.groupBy(moves, (move) => move.date.slice(0, 4))];
  // The latest where several have as many.
  const [year, own] = years.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? 1 : -1))[0] ?? [
    '',
    [],
  ];
  return {
    n: moves.length,
    year,
    k: own.length,
    until: formatDate(asOf, lang),
    confirmed: moves.filter((move) => move.confirmed).length,
    orgs: formatList(orgs.map(nameOf), lang),
    others: spell(orgs.length - 1, lang),
  };
}

/** What the marks are, and what is not counted. */
function readAs(first: string, { data, grain, undated }: TimelineModel, say: Say) {
  const key = keyTo(data, say);
  const merged = grain === 'move' ? [] : [say(`merged.${grain}`, { undated })];
  return { subtitle: [first, ...merged, key].join(' '), key };
}
const footOf = ({ countedMore }: TimelineModel, say: Say, lang: Lang) =>
  [
    say('foot'),
    ...(countedMore > 0 ? [say('counted-more', { n: countedMore, spelt: spell(countedMore, lang) })] : []),
    say('dates'),
  ].join(' ');

function orgWords(model: TimelineModel, id: string, say: Say, lang: Lang): ChartWords {
  const { moves, nameOf } = model;
  const values = {
    ...common(model, lang),
    org: nameOf(id),
    in: moves.filter((move) => move.to === id).length,
    out: moves.filter((move) => move.from === id).length,
  };
  return {
    name: values.org,
    title: say(2 * values.k > moves.length ? 'org.title.most' : 'org.title', values),
    ...readAs(say('org.subtitle', values), model, say),
    summary: say('org.summary', values),
    foot: footOf(model, say, lang),
  };
}

function allWords(model: TimelineModel, say: Say, lang: Lang): ChartWords {
  const { turn } = model;
  const values = common(model, lang);
  const same = {
    name: say('all.name'),
    ...readAs(say('all.subtitle', values), model, say),
    foot: footOf(model, say, lang),
  };
  if (!turn || turn.names !== turn.window.moves.length || !turn.thereSince.length || !turn.backSince.length)
    return { ...same, title: say('all.title.plain', values), summary: say('all.summary.plain', values) };
  const [a, b] = [turn.thereSince.length, turn.backSince.length];
  // In one title all counts are words, or none is.
  const spelt = [turn.names, a, b].every((n) => spell(n, lang) !== formatNumber(n, lang));
  const number = (n: number) => (spelt ? spell(n, lang) : formatNumber(n, lang));
  return {
    ...same,
    title: say(a === b ? 'all.title.even' : 'all.title.uneven', {
      names: number(turn.names),
      to: model.nameOf(turn.to),
      from: model.nameOf(turn.from),
      days: spell(turn.window.days, lang),
      a: number(a),
      b: number(b),
      // A move dated only by the year may belong to either stretch.
      floor: turn.vague.length > 0 ? 'yes' : 'no',
    }),
    summary: say('all.summary', { ...values, ...turnValues(turn, model, lang), a, b }),
  };
}

function turnValues({ window, names, from, to, since, vague }: Turn, model: TimelineModel, lang: Lang) {
  const [first] = vague;
  const alike = first && vague.every((move: Move) => move.from === first.from && move.date === first.date);
  return {
    names,
    from: model.nameOf(from),
    to: model.nameOf(to),
    window: formatDays(window.first, window.last, lang),
    since: formatDate(since, lang),
    vague: vague.length,
    vagueFrom: alike ? model.nameOf(first.from) : '',
    vagueDate: alike ? first.date : '',
    vagueForm: alike ? 'alike' : 'other',
  };
}

function sheetWords(model: TimelineModel, view: SheetView, say: Say, lang: Lang): ChartWords {
  const { moves, nameOf, blocks, vague } = model;
  const [first, second] = blocks;
  const [main] = first?.lanes ?? [];
  const joined = second?.kind === 'joined' ? second.lanes : [];
  const a = first?.n ?? 0;
  const b = second?.kind === 'rest' ? 0 : (second?.n ?? 0);
  const values = {
    n: moves.length,
    confirmed: moves.filter((move) => move.confirmed).length,
    period: periodOf(model, say, lang),
    a,
    b,
    aWord: spellPart(a, Math.max(a, b), lang),
    bWord: spellPart(b, Math.max(a, b), lang),
    from: nameOf(main?.from ?? ''),
    to: nameOf(main?.to ?? ''),
    joined: formatList(
      joined.map(({ n, from }) => say('joined.from', { n, org: nameOf(from ?? '') })),
      lang,
    ),
  };
  const form = !first ? 'none' : values.b === 0 ? 'one' : joined.length > 0 ? 'joined' : 'exchange';
  const unnamed = model.unnamed.map(({ from, to, value, date }) =>
    say('unnamed', { from: nameOf(from), to: nameOf(to), value, date: formatDate(date, lang) }),
  );
  const spelt = spell(vague, lang);
  const left = { n: vague, spelt, Spelt: capital(spelt), year: view.since.slice(0, 4) };
  return {
    name: say(`sheet.${view.sheet}`),
    title: say(`sheet.title.${form}`, values),
    ...(first ? readAs(say('sheet.subtitle', values), model, say) : { subtitle: say('marks') }),
    summary: [say(`sheet.summary.${form}`, values), ...unnamed].join(' '),
    foot: [say('foot'), ...(vague > 0 ? [say('sheet.vague', left)] : []), say('dates')].join(' '),
  };
}

/** "June to September 2025"; one month alone is "January 2027". */
function periodOf(model: TimelineModel, say: Say, lang: Lang): string {
  const [first, last] = [model.start, model.end - 1].map(dayOf) as [string, string];
  const until = formatDate(last.slice(0, 7), lang);
  return first.slice(0, 7) === last.slice(0, 7)
    ? until
    : say('period', { first: formatDate(first, lang, 'monthName'), last: until });
}
