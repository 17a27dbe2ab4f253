/** What a mark or a sentence opens: the row behind it in words, how well it is known, and its sources. */
import type { EvidenceKind } from '~/data/evidence';
import type { Dataset, FigureRow, Move, PartialDate, Source, SourceId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatDollars, formatNumber, spellNumber } from '~/i18n/numbers';
import { keyOf, type Say } from '~/i18n/say';
import { namesIn } from '~/model/names';
import { rowOf } from '~/model/row';
import { countPeople } from '~/model/select';
import { pagePath } from '~/views/paths';

/** A page that was read; `original` is the report that the page passes on, where its own address was seen. */
export interface SourceRef {
  id: SourceId;
  /** "WIRED, read at Khelja": the original report first, where it is known; and how it was read. */
  text: string;
  href: string;
  original?: { text: string; href: string };
}

/** Plain text in one language; lines are sentences. */
export interface EvidenceText {
  title: string;
  lines: readonly string[];
  /** What a count counted, one by one, each with the address of its own row and sources. */
  each?: readonly { move: string; text: string; href: string }[];
  sources: readonly SourceRef[];
}

interface Words {
  data: Dataset;
  lang: Lang;
  say: Say;
}

/**
 * `source` takes several ids, joined by spaces; every other kind takes one.
 * @throws Error `unknown move "x". Did you mean "y"?`
 */
export function evidenceOf(
  kind: EvidenceKind,
  id: string,
  data: Dataset,
  lang: Lang,
  say: Say,
): EvidenceText {
  return WRITE[kind](id, { data, lang, say });
}

const WRITE: Record<EvidenceKind, (id: string, words: Words) => EvidenceText> = {
  move(id, words) {
    const { data, lang, say } = words;
    const move = rowOf('move', data.moves, id);
    return {
      title: move.person,
      lines: lines(
        say('evidence.move.way', {
          ...way(move, words),
          means: move.dateMeans,
          precision: move.precision,
          date: formatDate(move.date, lang),
        }),
        say('evidence.move.roles', { before: move.fromRole[lang], after: move.toRole[lang] }),
        say(`evidence.status.${move.status}`),
        move.singleSource && say('evidence.single'),
        move.note[lang],
      ),
      sources: refs(move.sources, words),
    };
  },
  event(id, words) {
    const { data, lang, say } = words;
    const event = rowOf('event', data.events, id);
    return {
      title: event.title[lang],
      lines: lines(
        say('evidence.event', { date: formatDate(event.date, lang), detail: event.detail[lang] }),
        event.singleSource && say('evidence.single'),
      ),
      sources: refs(event.sources, words),
    };
  },
  figure(id, words) {
    const { data, lang, say } = words;
    const figure = rowOf('figure', data.figures, id);
    return {
      title: say('evidence.figure.title', { subject: figure.subject[lang], measure: figure.measure[lang] }),
      lines: lines(
        say(figure.from && figure.to ? 'evidence.figure.way' : 'evidence.figure.value', {
          ...way(figure, words),
          value: formatFigure(figure, lang, say),
          date: formatDate(figure.date, lang),
        }),
        figure.note[lang],
        figure.singleSource && say('evidence.single'),
      ),
      sources: refs(figure.sources, words),
    };
  },
  quote(id, words) {
    const { data, lang, say } = words;
    const quote = rowOf('quote', data.quotes, id);
    const translated = quote.language !== lang && quote.translation[lang] !== '';
    return {
      title: quote.speaker,
      lines: lines(
        say('evidence.quote.where', {
          role: quote.role[lang],
          date: formatDate(quote.date, lang),
          context: quote.context[lang],
        }),
        translated && say('evidence.quote.original', { quote: quote.quote }),
      ),
      sources: refs(quote.sources, words),
    };
  },
  career(id, words) {
    const { data, lang, say } = words;
    const step = rowOf('career', data.careers, id);
    const { start, end } = step;
    const form = start && end ? 'span' : start ? 'from' : end ? 'until' : 'undated';
    const date = (value: PartialDate) => (value === '' ? '' : formatDate(value, lang));
    const org = namesIn(data, lang)(step.org);
    return {
      title: step.person,
      lines: lines(
        say(`evidence.career.${form}`, { org, start: date(start), end: date(end) }),
        sentence(step.role[lang]),
        step.sources.length === 1 && say('evidence.single'),
      ),
      sources: refs(step.sources, words),
    };
  },
  misreport(id, words) {
    const { data, lang, say } = words;
    const row = rowOf('misreport', data.misreports, id);
    return {
      title: say('evidence.misreport.title'),
      lines: lines(
        say('evidence.misreport.said', { said: row.said[lang] }),
        say('evidence.misreport.correct', { correct: row.correct[lang] }),
      ),
      sources: refs(row.sources, words),
    };
  },
  source(ids, words) {
    const sources = refs(ids.split(/\s+/).filter(Boolean), words);
    return { title: words.say('evidence.sources.title', { n: sources.length }), lines: [], sources };
  },
};

/** What a count opens: each move counted, with the best source of each. */
export function evidenceOfMoves(
  moves: readonly Move[],
  data: Dataset,
  lang: Lang,
  say: Say,
  as: 'moves' | 'people' = 'moves',
): EvidenceText {
  const words = { data, lang, say };
  const ways = new Set(moves.map((move) => `${move.from} ${move.to}`));
  const people = countPeople(moves);
  const title =
    as === 'people'
      ? say('evidence.moves.people', {
          n: people,
          moves: moves.length,
          each: people === moves.length ? 'one' : 'several',
        })
      : say('evidence.moves.title', { n: moves.length });
  const each = moves.map((move) => ({
    move: move.id,
    text: say(ways.size > 1 ? 'evidence.moves.oneWithWay' : 'evidence.moves.one', {
      ...way(move, words),
      person: move.person,
      date: formatDate(move.date, lang),
    }),
    href: `${pagePath(lang, 'moves')}#${move.id}`,
  }));
  const best = [...new Set(moves.flatMap((move) => move.sources.slice(0, 1)))];
  return {
    title,
    lines: lines(say('evidence.moves.floor')),
    each,
    sources: refs(best, words),
  };
}

/** A figure with its unit as its reader expects it: "$500 billion", "1.2 gigawatts", "8 people". */
export function formatFigure(
  figure: FigureRow,
  lang: Lang,
  say: Say,
  number: (value: number, lang: Lang) => string = formatNumber,
): string {
  const { unit, value } = figure;
  const dollars = unit.startsWith('US dollars');
  const amount = dollars ? formatDollars(value, lang) : number(value, lang);
  if (unit === 'US dollars') return amount;
  return say(`evidence.unit.${keyOf(unit)}`, { value: amount, n: value });
}

/** The same in running text: whole numbers to twelve in words, "one gigawatt". */
export const spellFigure = (figure: FigureRow, lang: Lang, say: Say) =>
  formatFigure(figure, lang, say, spellNumber);

/** A source as a link: the report behind the page first, then where and how it was read. */
export function sourceRef(source: Source, lang: Lang, say: Say): SourceRef {
  const { id, url, originalUrl } = source;
  const publisher = source.publisher[lang];
  const original = source.originalPublisher[lang];
  const named = isCopy(source, lang)
    ? say('evidence.source.copy', { original, page: pageName(publisher) })
    : publisher;
  return {
    id,
    text: withReading(named, source, lang, say),
    href: url,
    ...(originalUrl === '' ? {} : { original: { text: original, href: originalUrl } }),
  };
}

/** The entry of a source in the list of all, where the page that was read is one press away. */
export const sourceEntry = (lang: Lang, { id }: SourceRef) => `${pagePath(lang, 'sources')}#${id}`;

/** "WIRED (full text read in a public archive)": where it was not read on the page itself. */
export const withReading = (source: string, { read }: Source, lang: Lang, say: Say): string =>
  read[lang] === '' ? source : say('evidence.source.read', { source, read: read[lang] });

/** The page passes on somebody else's report, which is known. */
export function isCopy({ originalPublisher, kind, publisher }: Source, lang: Lang): boolean {
  const original = originalPublisher[lang];
  return original !== '' && kind !== 'first-party' && !publisher[lang].startsWith(original);
}

/** "Mirror of WIRED (bestintechnology.de)" beside "WIRED" says everything twice: the site is enough. */
export const pageName = (publisher: string) => /\(([^\s()]+\.[^\s()]+)\)$/.exec(publisher)?.[1] ?? publisher;

const refs = (ids: readonly SourceId[], { data, lang, say }: Words) =>
  ids.map((id) => sourceRef(rowOf('source', data.sources, id), lang, say));

function way({ from, to }: Pick<Move | FigureRow, 'from' | 'to'>, { data, lang }: Words) {
  const nameOf = namesIn(data, lang);
  return { from: nameOf(from), to: nameOf(to) };
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);

const lines = (...all: readonly (string | false)[]) =>
  all.filter((line): line is string => line !== false && line !== '');
