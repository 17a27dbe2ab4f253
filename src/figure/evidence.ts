/** What a mark or a sentence opens: the row behind it in words, how well it is known, and its sources. */

import { precisionOf } from '~/data/dates';
import { type EvidenceKind, TABLE_OF } from '~/data/evidence';
import type { ConflictRow, Dataset, FigureRow, Move, PartialDate, SourceId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import { capital } from '~/i18n/sentence';
import { namesIn } from '~/model/names';
import { rowOf } from '~/model/row';
import { countPeople } from '~/model/select';
import { boundedFigure } from './amount';
import { rowAddress } from './listed';
import { EVIDENCE_UP_TO, listOfMoves } from './moves-list';
import { type SourceRef, sourceRef } from './source-ref';

/** A claim that sources tell in several ways: who says what, and what is used here. */
export interface Dispute {
  claim: string;
  /** The same where a row is told in short: "Disputed: …". */
  doubt: string;
  /** The page of the conflict. */
  href: string;
  variants: readonly { said: string; by: string; sources: readonly SourceRef[] }[];
  used: string;
}

/** The one form of evidence, wherever it is shown; plain text in one language, in sentences. */
export interface EvidenceText {
  title: string;
  /** What the row says. */
  statement: readonly string[];
  /** How well it is known: by whom it was confirmed, or that one page alone carries it. */
  known: readonly string[];
  /** How precise its date is, and what happened on it; '' where it has none of its own. */
  dated: string;
  note: string;
  disputed: readonly Dispute[];
  /** The same in short, as figures and the notes of the story have it; what is disputed leads to its own page. */
  lines: readonly string[];
  /** What a count counted, one by one, each with the address of its own row and sources. */
  each?: readonly { move: string; text: string; href: string }[];
  sources: readonly SourceRef[];
}

/**
 * What is disputed of a mark that rests on several rows, each claim once. An event beside rows of another kind says who
 * led a company at the time: what is disputed of it is not disputed of the mark.
 * @param texts  the evidence of each of `rows`, in their order
 */
export function disputedAmong(
  rows: readonly { kind: EvidenceKind }[],
  texts: readonly EvidenceText[],
): Dispute[] {
  const [first] = rows;
  const meant = texts.filter((_, i) => rows[i]?.kind !== 'event' || first?.kind === 'event');
  return [...new Map(meant.flatMap(({ disputed }) => disputed).map((one) => [one.href, one])).values()];
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
    const { dateMeans: means, precision } = move;
    const date = formatDate(move.date, lang);
    return form(words, {
      title: move.person,
      statement: [
        say('evidence.move.way', { ...way(move, words), means, precision, date }),
        say('evidence.move.roles', {
          before: roleIn(move.fromRole[lang], say),
          after: roleIn(move.toRole[lang], say),
        }),
      ],
      known: [say(`evidence.status.${move.status}`), single(move, say)],
      dated: say('evidence.dated.move', { date, precision, means }),
      note: move.note[lang],
      disputed: disputesOf('move', id, words),
      sources: move.sources,
    });
  },
  event(id, words) {
    const { data, lang, say } = words;
    const event = rowOf('event', data.events, id);
    return form(words, {
      title: event.title[lang],
      statement: [say('evidence.event', { date: formatDate(event.date, lang), detail: event.detail[lang] })],
      known: [single(event, say)],
      dated: dated(event.date, words),
      disputed: disputesOf('event', id, words),
      sources: event.sources,
    });
  },
  figure(id, words) {
    const { data, lang, say } = words;
    const figure = rowOf('figure', data.figures, id);
    return form(words, {
      title: say('evidence.figure.title', { subject: figure.subject[lang], measure: figure.measure[lang] }),
      statement: [
        capital(
          say(figure.from && figure.to ? 'evidence.figure.way' : 'evidence.figure.value', {
            ...way(figure, words),
            value: boundedFigure(figure, lang, say),
            date: formatDate(figure.date, lang),
          }),
        ),
        claimed(id, words),
      ],
      known: [single(figure, say)],
      dated: dated(figure.date, words),
      note: figure.note[lang],
      disputed: disputesOf('figure', id, words),
      sources: figure.sources,
    });
  },
  quote(id, words) {
    const { data, lang, say } = words;
    const quote = rowOf('quote', data.quotes, id);
    const translated = quote.language !== lang && quote.translation[lang] !== '';
    return form(words, {
      title: quote.speaker,
      statement: [
        say('evidence.quote.where', {
          role: quote.role[lang],
          date: formatDate(quote.date, lang),
          context: quote.context[lang],
        }),
        translated ? say('evidence.quote.original', { quote: quote.quote }) : '',
      ],
      dated: dated(quote.date, words),
      disputed: disputesOf('quote', id, words),
      sources: quote.sources,
    });
  },
  career(id, words) {
    const { data, lang, say } = words;
    const step = rowOf('career', data.careers, id);
    const { start, end } = step;
    const span = start && end ? 'span' : start ? 'from' : end ? 'until' : 'undated';
    const date = (value: PartialDate) => (value === '' ? '' : formatDate(value, lang));
    const org = namesIn(data, lang)(step.org);
    return form(words, {
      title: step.person,
      statement: [
        say(`evidence.career.${span}`, { org, start: date(start), end: date(end) }),
        sentence(step.role[lang]),
      ],
      known: [single({ singleSource: step.sources.length === 1 }, say)],
      disputed: disputesOf('career', id, words),
      sources: step.sources,
    });
  },
  misreport(id, words) {
    const { data, lang, say } = words;
    const row = rowOf('misreport', data.misreports, id);
    return form(words, {
      title: say('evidence.misreport.title'),
      statement: [
        say('evidence.misreport.said', { said: row.said[lang] }),
        say('evidence.misreport.correct', { correct: row.correct[lang] }),
      ],
      sources: row.sources,
    });
  },
  conflict(id, words) {
    const { claim, variants, used } = disputeOf(
      rowOf('conflict', words.data.conflicts, id),
      words.data,
      words.lang,
      words.say,
    );
    return form(words, {
      title: claim,
      statement: [
        ...variants.map(({ said, by }) => words.say('evidence.conflict.variant', { said, by: capital(by) })),
        words.say('evidence.conflict.used', { used }),
      ],
      sources: [...new Set(variants.flatMap(({ sources }) => sources.map((source) => source.id)))],
    });
  },
  source(ids, words) {
    const sources = ids.split(/\s+/).filter(Boolean);
    return form(words, { title: words.say('evidence.sources.title', { n: sources.length }), sources });
  },
};

interface Parts
  extends Pick<EvidenceText, 'title'>,
    Partial<Pick<EvidenceText, 'dated' | 'note' | 'disputed' | 'each'>> {
  statement?: readonly string[];
  known?: readonly string[];
  sources: readonly SourceId[];
}

/** Puts the parts into the form; those that are empty are left out. */
function form(words: Words, { dated = '', note = '', disputed = [], ...parts }: Parts): EvidenceText {
  const [statement, known] = [parts.statement ?? [], parts.known ?? []].map((all) => all.filter(Boolean));
  return {
    ...parts,
    statement: statement ?? [],
    known: known ?? [],
    dated,
    note,
    disputed,
    lines: [...(statement ?? []), ...(known ?? []), note].filter(Boolean),
    sources: refs(parts.sources, words),
  };
}

/** The data's word for a role that no source gives stands in a cell of its own: within a sentence it is small. */
function roleIn(role: string, say: Say): string {
  const unstated = say('evidence.move.unstated');
  return role === capital(unstated) ? unstated : role;
}

const single = ({ singleSource }: { singleSource: boolean }, say: Say) =>
  singleSource ? say('evidence.single') : '';

/** Who says so and who denies it, where a figure is somebody's claim. */
function claimed(figure: string, { data, lang, say }: Words): string {
  const claim = data.claims.find((one) => one.figure === figure);
  if (!claim) return '';
  const denies = claim.denies[lang];
  return say('evidence.figure.claim', { says: claim.says[lang], denied: denies ? 'true' : '', denies });
}

const dated = (date: PartialDate, { lang, say }: Words) =>
  say('evidence.dated', { date: formatDate(date, lang), precision: precisionOf(date) });

/** Conflicts that a row is part of. */
const disputesOf = (
  kind: Exclude<EvidenceKind, 'misreport' | 'conflict' | 'source'>,
  id: string,
  { data, lang, say }: Words,
): readonly Dispute[] =>
  data.conflicts
    .filter((one) => one[TABLE_OF[kind]].includes(id))
    .map((one) => disputeOf(one, data, lang, say));

/** A conflict in words: who says what. */
export const disputeOf = (conflict: ConflictRow, data: Dataset, lang: Lang, say: Say): Dispute => ({
  claim: conflict.claim[lang],
  doubt: say('evidence.disputed', { claim: conflict.claim[lang] }),
  href: rowAddress(data, lang, 'conflicts', conflict.id),
  variants: data.variants
    .filter((one) => one.conflict === conflict.id)
    .map(({ said, by, sources }) => ({
      said: said[lang],
      by: by[lang],
      sources: refs(sources, { data, lang, say }),
    })),
  used: conflict.used[lang],
});

/** Above so many moves a count opens the first of them, and the list. */
const COUNTED_UP_TO = 100;

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
  const told = moves.length > COUNTED_UP_TO ? moves.slice(0, EVIDENCE_UP_TO) : moves;
  const rest = moves.length - told.length;
  const each = told.map((move) => ({
    move: move.id,
    text: say(ways.size > 1 ? 'evidence.moves.oneWithWay' : 'evidence.moves.one', {
      ...way(move, words),
      person: move.person,
      date: formatDate(move.date, lang),
    }),
    href: rowAddress(data, lang, 'moves', move.id),
  }));
  if (rest > 0)
    each.push({ move: '', text: say('evidence.rest', { n: rest }), href: listOfMoves(moves, lang) });
  const best = [...new Set(told.flatMap((move) => move.sources.slice(0, 1)))];
  return form(words, { title, statement: [say('evidence.moves.floor')], each, sources: best });
}

const refs = (ids: readonly SourceId[], { data, lang, say }: Words) =>
  ids.map((id) => sourceRef(rowOf('source', data.sources, id), lang, say));

function way({ from, to }: Pick<Move | FigureRow, 'from' | 'to'>, { data, lang }: Words) {
  const nameOf = namesIn(data, lang);
  return { from: nameOf(from), to: nameOf(to) };
}

const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
