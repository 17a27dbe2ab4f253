/** Checked tables as the typed rows of `types.ts`; which column feeds which property is written here once. */
import { extentOf } from '~/i18n/dates';
import { LANGS, type Lang } from '~/i18n/languages';
import { unbroken } from '~/i18n/sentence';
import type { Value } from './cells';
import { precisionOf } from './dates';
import type { FieldType, Resource } from './descriptor';
import type { Table, TableRow } from './table';
import type { Dataset, Localised, Move, Rows } from './types';

/** Reads one property; `column` and `types` let the descriptor be checked before any row is read. */
interface Reader<T> {
  column: string;
  types: readonly FieldType[];
  read(row: TableRow): T;
  /** A table may be without it: then every cell of it is empty. */
  optional?: true;
}

type Readers<T> = { readonly [K in keyof T]: Reader<T[K]> };

/** The values of an enum are the descriptor's; the type is believed. */
function text<T extends string = string>(column: string): Reader<T> {
  return { column, types: ['string', 'date'], read: (row) => (row.values.get(column) ?? '') as T };
}

function number(column: string): Reader<number> {
  return { column, types: ['number', 'integer'], read: (row) => row.values.get(column) as number };
}

/** Empty is undefined. */
function maybeNumber(column: string): Reader<number | undefined> {
  return {
    column,
    types: ['number', 'integer'],
    read: (row) => row.values.get(column) as number | undefined,
  };
}

function flag(column: string): Reader<boolean> {
  return { column, types: ['boolean'], read: (row) => row.values.get(column) === true };
}

function list(column: string): Reader<readonly string[]> {
  return { column, types: ['list'], read: (row) => (row.values.get(column) ?? []) as readonly string[] };
}

/**
 * Spreadsheets hold the typewriter's apostrophe and plain spaces; readers see the printer's, and no line ends between a
 * number and what it counts.
 */
const typeset = (text: string) => unbroken(text.replace(/(?<=\p{L})'(?=\p{L}|\s|$)/gu, '’'));

const inLanguages = (text: (lang: Lang) => Value) =>
  Object.fromEntries(LANGS.map((lang) => [lang, typeset(String(text(lang) ?? ''))])) as Localised;

/** A language without a column comes out empty. */
function localised(name: string, column = `${name}_en`): Reader<Localised> {
  const read = (row: TableRow) => inLanguages((lang) => row.values.get(`${name}_${lang}`));
  return { column, types: ['string'], read };
}

function derived<T, U>(reader: Reader<T>, derive: (value: T) => U): Reader<U> {
  return { ...reader, read: (row) => derive(reader.read(row)) };
}

const optional = <T>(reader: Reader<T>): Reader<T> => ({ ...reader, optional: true });

const single = derived(list('source_ids'), (sources) => sources.length === 1);

/** Every table, as the compiler demands; which column feeds which property. */
const READERS: { readonly [T in keyof Rows]: Readers<Rows[T]> } = {
  organisations: {
    id: text('id'),
    name: localised('name'),
    scope: text('scope'),
    rank: number('rank'),
    founded: optional(text('founded')),
    headedBy: optional(text('headed_by')),
    headedEvent: optional(text('headed_event')),
  },
  waves: { id: text('id'), name: localised('name'), rank: number('rank') },
  moves: {
    id: text('id'),
    person: text('person'),
    from: text('from_org'),
    to: text('to_org'),
    date: text('date'),
    precision: derived(text('date'), precisionOf),
    dateMeans: text('date_means'),
    fromRole: localised('from_role'),
    toRole: localised('to_role'),
    function: text('function'),
    status: text('status'),
    confirmed: derived(text<Move['status']>('status'), (status) => status !== 'reported'),
    scope: text('scope'),
    wave: optional(text('wave')),
    sources: list('source_ids'),
    singleSource: single,
    note: localised('note'),
  },
  careers: {
    id: text('id'),
    person: text('person'),
    group: text('group'),
    org: text('org'),
    role: localised('role'),
    start: text('start'),
    end: text('end'),
    exitEvent: text('exit_event'),
    years: maybeNumber('years'),
    with: list('with'),
    sources: list('source_ids'),
  },
  figures: {
    id: text('id'),
    subject: localised('subject'),
    measure: localised('measure'),
    value: number('value'),
    bound: optional(text('bound')),
    unit: text('unit'),
    power: text('power'),
    from: text('from_org'),
    to: text('to_org'),
    basis: text('basis'),
    date: text('date'),
    sources: list('source_ids'),
    singleSource: single,
    note: localised('note'),
  },
  events: {
    id: text('id'),
    date: text('date'),
    precision: derived(text('date'), precisionOf),
    orgs: list('orgs'),
    title: localised('title'),
    short: localised('short'),
    onAxis: flag('on_axis'),
    detail: localised('detail'),
    sources: list('source_ids'),
    singleSource: single,
  },
  quotes: {
    id: text('id'),
    speaker: text('speaker'),
    role: localised('role'),
    date: text('date'),
    quote: derived(text('quote'), typeset),
    language: text('language'),
    // Its columns may all be absent, so its presence is vouched for by the quotation.
    translation: localised('translation', 'quote'),
    context: localised('context'),
    sources: list('source_ids'),
  },
  sources: {
    id: text('id'),
    publisher: localised('publisher'),
    title: text('title'),
    url: text('url'),
    published: text('published'),
    language: text('language'),
    kind: text('kind'),
    read: localised('read'),
    originalPublisher: localised('original_publisher'),
    originalTitle: text('original_title'),
    originalUrl: text('original_url'),
    originalDate: text('original_date'),
  },
  misreports: {
    id: text('id'),
    said: localised('said'),
    correct: localised('correct'),
    sources: list('source_ids'),
  },
  conflicts: {
    id: text('id'),
    claim: localised('claim'),
    used: localised('used'),
    moves: list('moves'),
    careers: list('careers'),
    figures: list('figures'),
    events: list('events'),
    quotes: list('quotes'),
  },
  variants: {
    id: text('id'),
    conflict: text('conflict'),
    said: localised('said'),
    by: localised('by'),
    sources: list('source_ids'),
  },
  claims: {
    figure: text('figure'),
    bound: text('bound'),
    basis: text('basis'),
    years: maybeNumber('years'),
    terms: localised('terms'),
    says: localised('says'),
    denies: localised('denies'),
    quotes: list('quotes'),
    events: list('events'),
  },
  cases: {
    id: text('id'),
    kind: text('kind'),
    drawn: text('drawn'),
    org: text('org'),
    title: localised('title'),
    start: text('start'),
    steps: list('steps'),
    end: text('end'),
    also: list('also'),
    result: text('result'),
    role: localised('role'),
    outcome: localised('outcome'),
  },
  sites: {
    id: text('id'),
    org: text('org'),
    name: localised('name'),
    running: text('running'),
    runningAlso: text('running_also'),
    planned: text('planned'),
    interim: text('interim'),
    grown: text('grown'),
    basis: text('basis'),
    fate: localised('fate'),
    events: list('events'),
  },
  machines: {
    figure: text('figure'),
    site: text('site'),
    state: text('state'),
    words: localised('words'),
    events: list('events'),
  },
  sums: {
    figure: text('figure'),
    kind: text('kind'),
    org: text('org'),
    bound: text('bound'),
    state: text('state'),
    name: localised('name'),
    terms: localised('terms'),
    events: list('events'),
  },
  corrections: {
    id: text('id'),
    date: text('date'),
    table: text('table'),
    row: text('row'),
    what: localised('what'),
  },
};

/** Tables without which there is nothing to tell; a package need not have the others. */
export const REQUIRED: readonly string[] = ['organisations', 'moves', 'sources'] satisfies (keyof Rows)[];

/** Columns the rest of the code relies on, in the tables that there are: resource, column, and the types it may have. */
export const NEEDS: readonly {
  resource: string;
  column: string;
  types: readonly FieldType[];
  optional: true | undefined;
}[] = Object.entries(READERS).flatMap(([resource, readers]) =>
  Object.values(readers as Readers<Record<string, unknown>>).map(({ column, types, optional }) => ({
    resource,
    column,
    types,
    optional,
  })),
);

/** Only for tables without a problem. A table whose rows have a rank comes by it, every other as written. */
export function toDataset(resources: readonly Resource[], tables: readonly Table[]): Dataset {
  const read = Object.entries(READERS).map(([name, readers]) => {
    const table = tables.find((one) => one.name === name);
    return [name, byRank((table?.rows ?? []).map((row) => toRow(row, readers)))];
  });
  const rows = Object.fromEntries(read) as Pick<Dataset, keyof Rows>;
  const movesTo = latest(rows.moves.filter((move) => move.scope === 'core').map((move) => move.date));
  return deepFreeze({
    ...rows,
    files: resources.map(({ name, path, titles, fields }) => ({
      name,
      path,
      title: inLanguages((lang) => titles[lang]),
      columns: fields.map((field) => ({
        name: field.name,
        title: inLanguages((lang) => field.titles[lang]),
        description: inLanguages((lang) => field.descriptions[lang]),
      })),
    })),
    movesTo,
    // Without a table of events nothing later is known than the moves.
    eventsTo: latest(rows.events.map((event) => event.date)) || movesTo,
  });
}

function toRow(row: TableRow, readers: Readers<object>): object {
  const entries = Object.entries(readers) as [string, Reader<unknown>][];
  return Object.fromEntries(entries.map(([property, reader]) => [property, reader.read(row)]));
}

const rankOf = (row: object) => ('rank' in row ? Number(row.rank) : 0);
const byRank = (rows: readonly object[]) => [...rows].sort((a, b) => rankOf(a) - rankOf(b));

/** By the first instant a date can mean, so that a bare year never hides a day within it. */
export function latest(dates: readonly string[]): string {
  return dates.reduce(
    (last, date) => (last === '' || extentOf(date)[0] > extentOf(last)[0] ? date : last),
    '',
  );
}

/** Nothing reaches into rows that everybody shares. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
