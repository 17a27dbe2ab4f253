/** What each prose component says and what its words open: pure, so that a test can read the story aloud. */
import { type EvidenceKind, TABLE_OF } from '~/data/evidence';
import { latest } from '~/data/rows';
import type { Dataset, FigureRow, Move, QuoteRow } from '~/data/types';
import { formatFigure, spellFigure } from '~/figure/amount';
import { type EvidenceText, evidenceOf, evidenceOfMoves } from '~/figure/evidence';
import { type DateStyle, formatDate } from '~/i18n/dates';
import { type Lang, LOCALE } from '~/i18n/languages';
import { formatDollars, formatList, formatNumber, spellNumber } from '~/i18n/numbers';
import { capital, unbroken } from '~/i18n/sentence';
import { rowOf } from '~/model/row';
import { countPeople, type MoveFilter, selectMoves } from '~/model/select';
import type { StoryContext } from './context';

export type Context = Pick<StoryContext, 'lang' | 'data' | 'say'>;

/** Words and their evidence; `text` is empty where the words stand between the tags. */
export interface Saying {
  text: string;
  /** Equal keys share a note. */
  key: string;
  /** Ids of the moves the words speak of. */
  moves: readonly string[];
  evidence: () => EvidenceText;
}

/** Kinds of evidence as props; exactly one is given. */
export type EvidenceProp = Partial<Record<EvidenceKind, string>>;

export interface WhoProps {
  move: string;
}
export interface WhenProps extends Pick<EvidenceProp, 'move' | 'event' | 'figure' | 'quote'> {
  style?: DateStyle;
}
export interface CountProps extends MoveFilter {
  /** Count different people; a move is counted otherwise. */
  people?: boolean;
  /** At the start of a sentence. */
  capital?: boolean;
  /** In figures even up to twelve, beside larger numbers. */
  figures?: boolean;
  /** Its word for one, where the sentence bends it: a figure before a full stop would be an ordinal. */
  one?: string;
}
export interface FactProps {
  figure: string;
  /**
   * `number` leaves the unit to the sentence, `unit` prints it, `dollars` is for money. Money is dollars unless
   * said otherwise; power, time and shares have their unit; the rest is a number.
   */
  style?: 'number' | 'unit' | 'dollars';
  capital?: boolean;
  figures?: boolean;
}
export type NamesProps = MoveFilter;
export interface AsOfProps {
  of: keyof typeof REACH;
}
interface MisreportsProps {
  ids?: string;
}
export interface SaidProps {
  quote: string;
  /** Verbatim; all of it where absent. */
  part?: string;
}

/** A person, named by one of their moves. */
function who({ move, ...rest }: WhoProps, context: Context): Saying {
  nothingElse(rest);
  return saying('move', move, context, rowOf('move', context.data.moves, move).person);
}

/** A date exactly as precise as it is known. */
function when({ style, ...props }: WhenProps, context: Context): Saying {
  const [kind, id] = oneOf(props, ['move', 'event', 'figure', 'quote']);
  const { date } = rowOf<{ id: string; date: string }>(kind, context.data[TABLE_OF[kind]], id);
  return saying(kind, id, context, formatDate(date, context.lang, style));
}

/** How many named moves, or people, a filter finds. */
function count(
  { people = false, capital = false, figures = false, one = '', ...filter }: CountProps,
  context: Context,
): Saying {
  const { data, lang, say } = context;
  const moves = selected(filter, context);
  const n = people ? countPeople(moves) : moves.length;
  const as = people ? 'people' : 'moves';
  const word = (figures ? formatNumber : spellNumber)(n, lang);
  return {
    text: cased(n === 1 && one ? one : word, capital),
    key: `${as} ${JSON.stringify(filter)}`,
    moves: moves.map(({ id }) => id),
    evidence: () => evidenceOfMoves(moves, data, lang, say, as),
  };
}

/** The people a filter finds, each once, in the order of their moves. */
function names(filter: NamesProps, context: Context): Saying {
  const { data, lang, say } = context;
  const moves = selected(filter, context);
  if (moves.length === 0) throw new Error('no move matches. Expected at least one person to name.');
  return {
    text: formatList([...new Set(moves.map((move) => move.person))], lang),
    key: `moves ${JSON.stringify(filter)}`,
    moves: moves.map(({ id }) => id),
    evidence: () => evidenceOfMoves(moves, data, lang, say),
  };
}

/** A figure as the data has it, never rounded. */
function fact(
  { figure, style, capital = false, figures = false, ...rest }: FactProps,
  context: Context,
): Saying {
  nothingElse(rest);
  const { lang, say, data } = context;
  const row = rowOf('figure', data.figures, figure);
  const number = figures ? formatNumber : spellNumber;
  const text = {
    number: () => number(row.value, lang),
    dollars: () => formatDollars(row.value, lang),
    unit: () => (figures ? formatFigure : spellFigure)(row, lang, say),
  }[style ?? usualStyle(row)]();
  return saying('figure', figure, context, cased(text, capital));
}

/** Words that rest on a row, or on pages that no row stands for. */
function claim(props: EvidenceProp, context: Context): Saying {
  const [kind, id] = oneOf(props, ['move', 'event', 'figure', 'quote', 'career', 'misreport', 'source']);
  return saying(kind, id, context, '');
}

interface Spoken extends Saying {
  /** Language of the words shown. */
  language: string;
  /** They were translated. */
  translated: boolean;
}

/** A passage of a quotation, in quotation marks. */
function said({ quote, part: given, ...rest }: SaidProps, context: Context): Spoken {
  nothingElse(rest);
  // As the data are read.
  const part = given === undefined ? undefined : unbroken(given);
  const row = rowOf('quote', context.data.quotes, quote);
  const translation = row.language === context.lang ? '' : row.translation[context.lang];
  const translated = translation !== '' && (part === undefined || translation.includes(part));
  const whole = translated ? translation : row.quote;
  if (part !== undefined && !whole.includes(part)) {
    throw new Error(`"${part}" is not in quote "${quote}". Expected a verbatim part of "${row.quote}"`);
  }
  const language = translated ? context.lang : row.language;
  const text = quoted(part ?? whole, context.lang);
  return { ...saying('quote', quote, context, text), language, translated };
}

/** A whole quotation, the original beside it where a translation is shown. */
function quotation(
  { quote }: { quote: string },
  context: Context,
): Spoken & { row: QuoteRow; original: string } {
  const row = rowOf('quote', context.data.quotes, quote);
  const spoken = said({ quote }, context);
  return { ...spoken, row, original: spoken.translated ? quoted(row.quote, context.lang) : '' };
}

/** What the first German report got wrong, with the correction and its evidence. */
export function misreports({ ids, ...rest }: MisreportsProps, context: Context) {
  nothingElse(rest);
  const { data, lang } = context;
  const rows =
    ids === undefined
      ? data.misreports
      : ids.split(/\s+/).map((id) => rowOf('misreport', data.misreports, id));
  return rows.map((row) => ({
    said: row.said[lang],
    correct: row.correct[lang],
    saying: saying('misreport', row.id, context, row.correct[lang]),
  }));
}

/** How far rows reach, and each with its date. */
type Reach = [kind: EvidenceKind, to: string, rows: (readonly string[])[]];
/** What reaches up to a date of its own; of sources it is the day on which the latest was published. */
const REACH: Readonly<Record<'moves' | 'events' | 'sources', (data: Dataset) => Reach>> = {
  moves: ({ moves, movesTo }: Dataset) => ['move', movesTo, moves.map(({ id, date }) => [id, date])],
  events: ({ events, eventsTo }: Dataset) => ['event', eventsTo, events.map(({ id, date }) => [id, date])],
  sources: ({ sources }: Dataset) => {
    const dated = sources.filter(({ published }) => published !== '');
    return [
      'source',
      latest(dated.map(({ published }) => published)),
      dated.map(({ id, published }) => [id, published]),
    ];
  },
};

/** The date the data reaches, with the row that has it. */
function asOf({ of, ...rest }: AsOfProps, context: Context): Saying {
  nothingElse(rest);
  const [kind, to, rows] = REACH[of](context.data);
  const [id = ''] = rows.find(([, date]) => date === to) ?? [];
  return saying(kind, id, context, formatDate(to, context.lang));
}

const SPEAK = {
  Who: who,
  When: when,
  Count: count,
  Names: names,
  Fact: fact,
  Claim: claim,
  Said: said,
  Quote: quotation,
  AsOf: asOf,
};
type Speaker = keyof typeof SPEAK;
export const isSpeaker = (component: string): component is Speaker => Object.hasOwn(SPEAK, component);

/** What a component says; the one door for pages and tests. @throws Error that begins with the component as written */
export function speak<C extends Speaker>(
  component: C,
  props: Parameters<(typeof SPEAK)[C]>[0],
  context: Context,
): ReturnType<(typeof SPEAK)[C]> {
  try {
    const say = SPEAK[component] as (props: unknown, context: Context) => ReturnType<(typeof SPEAK)[C]>;
    return say(props, context);
  } catch (error) {
    const attributes = Object.entries(props).map(([key, value]) =>
      value === true ? ` ${key}` : ` ${key}="${value}"`,
    );
    const said = error instanceof Error ? error.message : error;
    throw new Error(`<${component}${attributes.join('')}>: ${said}`, { cause: error });
  }
}

/** In the quotation marks of the page's language; straight marks inside, as pages print them, are set as type. */
export function quoted(text: string, lang: Lang): string {
  const [open, close, innerOpen, innerClose] = LOCALE[lang].quotes;
  const inner = text.replace(/["“„]([^"“”„]*)["“”]/g, `${innerOpen}$1${innerClose}`).replace(/'/g, '’');
  return `${open}${inner}${close}`;
}

/** What cites one row has its note under this key. */
const keyOfRow = ({ kind, id }: { kind: EvidenceKind; id: string }) => `${kind} ${id}`;

/** The row that a key is of; undefined for a count, and for pages that no row stands for. */
export function rowOfKey(key: string): { kind: EvidenceKind; id: string } | undefined {
  const [kind = '', id = '', more] = key.split(' ');
  if (kind === 'source' || more !== undefined || !Object.hasOwn(TABLE_OF, kind)) return undefined;
  return { kind: kind as EvidenceKind, id };
}

function saying(kind: EvidenceKind, id: string, { data, lang, say }: Context, text: string): Saying {
  const evidence = evidenceOf(kind, id, data, lang, say);
  const moves = kind === 'move' ? [id] : [];
  return { text, key: keyOfRow({ kind, id }), moves, evidence: () => evidence };
}

function selected(filter: MoveFilter, { data }: Context): readonly Move[] {
  const { from, to, org, wave, person, function: role, confirmed, scope, since, until, ...rest } = filter;
  nothingElse(rest);
  for (const id of [from, to, org]) if (id !== undefined) rowOf('organisation', data.organisations, id);
  if (wave !== undefined) rowOf('wave', data.waves, wave);
  return selectMoves(data.moves, filter);
}

/** The one kind of evidence that was given. @throws Error on none, on two, and on a prop of another name */
function oneOf<K extends EvidenceKind>(
  props: Readonly<Record<string, unknown>>,
  kinds: readonly K[],
): readonly [K, string] {
  const given = Object.keys(props).filter((key) => props[key] !== undefined);
  const kind = kinds.find((one) => one === given[0]);
  if (kind === undefined || given.length !== 1) {
    throw new Error(
      `${given.length === 0 ? 'missing evidence' : `invalid props ${given.join(', ')}`}. Expected one of ${kinds.join(', ')}.`,
    );
  }
  return [kind, String(props[kind])];
}

/** MDX takes any attribute: a misspelt one would be dropped in silence. */
function nothingElse(rest: object): void {
  const [stray] = Object.keys(rest);
  if (stray !== undefined) throw new Error(`unknown prop "${stray}".`);
}

function usualStyle({ unit }: FigureRow): 'number' | 'unit' | 'dollars' {
  if (unit.startsWith('US dollars')) return 'dollars';
  return ['gigawatts', 'megawatts', 'days', 'months', 'minutes', 'percent'].includes(unit)
    ? 'unit'
    : 'number';
}

const cased = (text: string, first: boolean) => (first ? capital(text) : text);
