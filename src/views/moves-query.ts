/** The explorer's address and what it means: query <-> state, which moves a state shows, and in which order. */
import { precisionOf } from '~/data/dates';
import type { Move, Precision, Status } from '~/data/types';
import { compareDates } from '~/i18n/partial';
import { formatQuery, type Notice, readPairs, tidied } from './v1';

/** Columns a reader can sort by, as the table has them. */
export const COLUMNS = ['person', 'from', 'to', 'date', 'fn', 'role', 'status'] as const;
export type Column = (typeof COLUMNS)[number];
/** A column, ascending; with a minus before it, descending. */
export type Sort = Column | `-${Column}`;
export const SCOPES = ['core', 'outside', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** One word for what either kind of confirmation has in common, beside the three of the data. */
export const STATUSES = ['confirmed', 'confirmed-by-person', 'confirmed-by-company', 'reported'] as const;

/** How precise a date is known, what happened on it, and how many pages a move rests on. */
export const PRECISIONS: readonly Precision[] = ['day', 'month', 'year'];
export const MEANINGS: readonly Move['dateMeans'][] = ['started', 'announced', 'reported', 'left'];
export const SUPPORTS = ['one', 'several'] as const;

/** What the reader asked for; '' asks for nothing. */
export interface MovesState {
  /** Words, all of which must be found in person, organisations, date, field, role or note; without spaces at its ends. */
  q: string;
  /** The word for a person in an address: all their moves. */
  person: string;
  from: string;
  to: string;
  /** Left or joined. */
  org: string;
  fn: string;
  status: string;
  /** A year or a month, as dates begin. */
  when: string;
  precision: string;
  means: string;
  sources: string;
  scope: Scope;
  sort: Sort;
}

export const DEFAULTS: MovesState = {
  q: '',
  person: '',
  from: '',
  to: '',
  org: '',
  fn: '',
  status: '',
  when: '',
  precision: '',
  means: '',
  sources: '',
  scope: 'core',
  sort: 'date',
};

/** The values that the data know, for the keys whose values only the data know. */
export type KnownValues = Readonly<
  Record<'person' | 'from' | 'to' | 'org' | 'fn' | 'when', readonly string[]>
>;

/** A move as the table shows it. */
export interface MoveEntry {
  id: string;
  person: string;
  from: string;
  to: string;
  date: string;
  fn: string;
  status: Status;
  means: string;
  /** One page alone says so. */
  single: boolean;
  scope: 'core' | 'outside';
  /** What the table adds to it in words. */
  note: string;
  /** What stands in its cells, in the reader's language. */
  words: Readonly<Record<Column, string>>;
}

const KEYS = Object.keys(DEFAULTS) as (keyof MovesState)[];
const isKey = (key: string): key is keyof MovesState => (KEYS as string[]).includes(key);
const SORTS: readonly string[] = COLUMNS.flatMap((column) => [column, `-${column}`]);

/** The pairs of an address, for `parseMoves`. */
export const readMoves = (search: string) => readPairs(search, KEYS);

/** Never throws: a value that means nothing here falls back to its default, with a notice. */
export function parseMoves(
  pairs: Iterable<readonly [string, string]>,
  known: KnownValues,
): { state: MovesState; unknown: readonly (readonly [string, string])[]; notices: readonly Notice[] } {
  const allowed: Record<string, readonly string[]> = {
    ...known,
    status: STATUSES,
    precision: PRECISIONS,
    means: MEANINGS,
    sources: SUPPORTS,
    scope: SCOPES,
    sort: SORTS,
  };
  const state: Record<keyof MovesState, string> = { ...DEFAULTS };
  const unknown: [string, string][] = [];
  const notices: Notice[] = [];
  for (const [key, given] of pairs) {
    const value = tidied(given).toLowerCase();
    if (!isKey(key)) unknown.push([key, given]);
    else if (key === 'q') state.q = tidy(given);
    // A form sent by hand leaves its empty fields in the address.
    else if (value === '' || allowed[key]?.includes(value)) state[key] = value || DEFAULTS[key];
    else notices.push({ key, given });
  }
  return { state: state as MovesState, unknown, notices };
}

/** "?from=xai&sort=-date", or '' where nothing is asked: keys sorted, defaults omitted, unknown keys kept. */
export function formatMoves(state: MovesState, unknown: readonly (readonly [string, string])[] = []): string {
  const asked = KEYS.filter((key) => state[key] !== DEFAULTS[key]).map((key) => [key, state[key]] as const);
  return formatQuery({ place: 'page', query: {}, unknown: [...unknown, ...asked] });
}

/** Anything but the order differs from the default. */
export const isFiltered = (state: MovesState) =>
  KEYS.some((key) => key !== 'sort' && state[key] !== DEFAULTS[key]);

/** "moves-core-from-xai.csv": a file of what a state shows says which moves are in it. */
export function fileOfMoves(state: MovesState): string {
  const asked = KEYS.filter((key) => !['scope', 'sort'].includes(key) && state[key] !== DEFAULTS[key]);
  const words = asked.flatMap((key) => [key, state[key]]).join('-');
  // What no file system minds, and no longer than it can be read in a list of files.
  const name = fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80);
  return `${['moves', state.scope, ...name.split('-').filter(Boolean)].join('-')}.csv`;
}

export function filterMoves(entries: readonly MoveEntry[], state: MovesState): readonly MoveEntry[] {
  const wanted = fold(state.q).split(' ').filter(Boolean);
  return entries.filter((entry) => {
    if (!inScope(entry, state.scope)) return false;
    if (state.person && entry.person !== state.person) return false;
    if (state.from && entry.from !== state.from) return false;
    if (state.to && entry.to !== state.to) return false;
    if (state.org && entry.from !== state.org && entry.to !== state.org) return false;
    if (state.fn && entry.fn !== state.fn) return false;
    if (state.status && entry.status !== state.status && !entry.status.startsWith(`${state.status}-`))
      return false;
    if (!entry.date.startsWith(state.when)) return false;
    if (state.precision && precisionOf(entry.date) !== state.precision) return false;
    if (state.means && entry.means !== state.means) return false;
    if (state.sources && entry.single !== (state.sources === 'one')) return false;
    // Their words are read, and folded, only for who looks for one.
    if (wanted.length === 0) return true;
    const { person, from, to, date, fn, role } = entry.words;
    const text = fold([person, from, to, date, fn, role, entry.note].join(' '));
    return wanted.every((word) => text.includes(word));
  });
}

export const inScope = (entry: MoveEntry, scope: Scope) => scope === 'all' || entry.scope === scope;

/** Where two are alike in the column, the earlier stands first, whichever way the column runs. */
export function sortMoves(entries: readonly MoveEntry[], sort: Sort, lang: string): readonly MoveEntry[] {
  const { column, down } = readSort(sort);
  const by = orderOf(column, lang);
  return [...entries].sort(
    (a, b) => (down ? -by(a, b) : by(a, b)) || compareDates(a.date, b.date) || (a.id < b.id ? -1 : 1),
  );
}

/** How two entries stand to each other in a column. A collator is dear, and most orders need none. */
function orderOf(column: Column, lang: string): (a: MoveEntry, b: MoveEntry) => number {
  if (column === 'date') return (a, b) => compareDates(a.date, b.date);
  if (column === 'status') return (a, b) => rank(a) - rank(b);
  const { compare } = new Intl.Collator(lang, { sensitivity: 'base', numeric: true });
  return (a, b) => compare(a.words[column], b.words[column]);
}

export function readSort(sort: Sort): { column: Column; down: boolean } {
  const down = sort.startsWith('-');
  return { column: (down ? sort.slice(1) : sort) as Column, down };
}

/** What a click on a column's head asks for: ascending first, then the other way. */
export const nextSort = (sort: Sort, column: Column): Sort => (sort === column ? `-${column}` : column);

/** One space between words, none at the ends. */
export const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Letters that Unicode does not take apart into a base and a mark. */
const WHOLE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** "Élodie Łoś" and "elodie los" are the same to a search. */
export const fold = (text: string) =>
  tidy(text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()).replace(
    /[ßæœøłđðþı]/g,
    (letter) => WHOLE[letter] ?? letter,
  );

/** Best known first. */
const rank = ({ status }: MoveEntry) => (STATUSES as readonly string[]).indexOf(status);
