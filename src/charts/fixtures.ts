/** The data as it may be one day, for tests of drawings: today's rows changed by pure functions, sound and frozen. */
import { deepFreeze, latest } from '~/data/rows';
import type { Dataset, Localised, Move, Organisation, OrgId } from '~/data/types';
import { capital } from '~/i18n/sentence';
import { coreOrganisations } from '~/model/flows';

export interface Fixture {
  /** What is different, for the message of a test. */
  name: string;
  data: Dataset;
  /** Changes every view, so every view is worth a look. */
  everywhere: boolean;
}

type Tables = Omit<Dataset, 'movesTo' | 'eventsTo'>;
type Change = (data: Dataset) => Partial<Tables>;
type Direction = readonly [from: OrgId, to: OrgId];

const EVERYWHERE: Readonly<Record<string, Change>> = {
  'names of 5 to 40 letters': withLongNames,
  'a first move in each empty direction': (data) => ({
    moves: [...data.moves, ...madeUpMoves(data, directionsOf(data).filter(isEmpty(data)))],
  }),
  'ten times the moves': (data) => ({ moves: timesOver(data.moves, 10) }),
  'a fifth organisation': withFifth,
};

const HERE_AND_THERE: Readonly<Record<string, Change>> = {
  'no move in the fullest direction': (data) => ({
    moves: data.moves.filter((move) => !isOf(fullest(data, directionsOf(data), isOf))(move)),
  }),
  'no way back': (data) => ({
    moves: data.moves.filter(({ from, to }) => rankOf(data, from) < rankOf(data, to)),
  }),
  'one move in each direction': (data) => ({ moves: madeUpMoves(data, directionsOf(data)) }),
  'twice the moves': (data) => ({ moves: timesOver(data.moves, 2) }),
  'all moves of one year': (data) => {
    const year = yearOf(data.movesTo);
    return { moves: data.moves.map((move) => ({ ...move, date: year + move.date.slice(4) })) };
  },
  'all moves of one day': (data) => {
    const date = `${yearOf(data.movesTo)}-06-15`;
    return { moves: data.moves.map((move) => ({ ...move, date, precision: 'day' as const })) };
  },
  'each move on one source': (data) => onOneSource(data, () => true),
  'one move in all': (data) => ({ moves: data.moves.filter((move) => move.scope === 'core').slice(0, 1) }),
  'an organisation without moves': (data) => {
    const ids = coreOrganisations(data).map(({ id }) => id);
    return { moves: data.moves.filter((move) => !touches(fullest(data, ids, touches))(move)) };
  },
  'texts twice as long': withLongTexts,
  'twice the rows that are no moves': withTwiceTheRest,
  'one row of each kind that is no move': withOneOfTheRest,
  'no row that is no move': () => ({ careers: [], cases: [], claims: [], sites: [], machines: [], sums: [] }),
};

/** Every fixture, made when it is asked for. */
export function* fixturesOf(data: Dataset): Generator<Fixture> {
  for (const [name, change] of Object.entries(EVERYWHERE))
    yield { name, data: changed(data, change), everywhere: true };
  for (const [name, change] of Object.entries(HERE_AND_THERE))
    yield { name, data: changed(data, change), everywhere: false };
}

/** Of all moves these rest on one source. */
export const onOneSource = (data: Dataset, which: (move: Move) => boolean): Dataset =>
  changed(data, () => ({ moves: data.moves.map((move) => ({ ...move, singleSource: which(move) })) }));

/** Core moves as many as `n`, in every direction and month since a company was there, more of them later. */
export function grownTo(data: Dataset, n: number): Dataset {
  const core = data.moves.filter((move) => move.scope === 'core');
  const directions = directionsOf(data);
  const last = 12 * Number(data.movesTo.slice(0, 4)) + Number(data.movesTo.slice(5, 7)) - 1;
  const made = Array.from({ length: Math.max(0, n - core.length) }, (_, i): Move => {
    const like = core[i % core.length] as Move;
    // A direction is the fuller the earlier it stands; a month the later it is.
    const [from, to] = directions[Math.floor(directions.length * ((i * 0.618) % 1) ** 2)] as Direction;
    const month = last - Math.floor(96 * ((i * 0.7549) % 1) ** 2);
    const date = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const [day, precision] =
      i % 30 === 0
        ? ([date.slice(0, 4), 'year'] as const)
        : i % 2 === 0
          ? ([date, 'month'] as const)
          : ([`${date}-${String((i % 28) + 1).padStart(2, '0')}`, 'day'] as const);
    const own = { id: `grown-${i}`, person: madeUpName(i), from, to, date: day, precision, wave: '' };
    return { ...like, ...own, scope: 'core' };
  });
  return changed(data, () => ({ moves: [...data.moves, ...made] }));
}

/** Frozen and dated as the loader does it. */
function changed(data: Dataset, change: Change): Dataset {
  const all = { ...data, ...change(data) };
  const core = all.moves.filter((move) => move.scope === 'core');
  return deepFreeze({
    ...all,
    movesTo: latest(core.map((move) => move.date)),
    eventsTo: latest(all.events.map((event) => event.date)),
  });
}

const yearOf = (date: string) => date.slice(0, 4);
const rankOf = (data: Dataset, id: OrgId) => data.organisations.find((org) => org.id === id)?.rank ?? 0;
const isOf =
  ([from, to]: Direction) =>
  (move: Move) =>
    move.from === from && move.to === to;
const touches = (id: OrgId) => (move: Move) => move.from === id || move.to === id;
const isEmpty = (data: Dataset) => (direction: Direction) => !data.moves.some(isOf(direction));

/** Every ordered pair of the core organisations. */
function directionsOf(data: Dataset): readonly Direction[] {
  const ids = coreOrganisations(data).map(({ id }) => id);
  return ids.flatMap((from) => ids.flatMap((to): Direction[] => (from === to ? [] : [[from, to]])));
}

/** Which of several has most moves. */
function fullest<T>(data: Dataset, all: readonly T[], matching: (one: T) => (move: Move) => boolean): T {
  const count = (one: T) => data.moves.filter(matching(one)).length;
  const [first, ...others] = [...all].sort((a, b) => count(b) - count(a));
  if (first === undefined)
    throw new Error(`no core organisation, ${others.length} others. Expected several.`);
  return first;
}

/** One new move for each direction, each like an old one in all but person, ends and standing. */
function madeUpMoves(data: Dataset, directions: readonly Direction[]): readonly Move[] {
  const likes = data.moves.filter((move) => move.scope === 'core');
  return directions.map(([from, to], i) => {
    const like = likes[i % likes.length] as Move;
    const person = madeUpName(i);
    return { ...like, id: `made-up-${from}-${to}-${i}`, person, from, to, scope: 'core', wave: '' };
  });
}

/** The moves and as many again, by other people, until there are `n` times as many. */
function timesOver(moves: readonly Move[], n: number): readonly Move[] {
  const copies = Array.from({ length: n - 1 }, (_, k) =>
    moves.map((move, i) => ({
      ...move,
      id: `${move.id}-${k + 2}`,
      person: madeUpName(k * moves.length + i),
    })),
  );
  return [...moves, ...copies.flat()];
}

const GIVEN = ['Jo', 'Zoë', 'Łukasz', 'Åsa', 'Núria', 'François-Xavier', 'Élodie', 'Șerban', 'Øystein', 'Ed'];
const FAMILY = ['Li', 'Ñuñez', 'Œhler', 'Ng', 'O’Neill', 'Groß', 'Súilleabháin', 'Šimůnek', 'Æbelø', 'Wu'];
const SYLLABLES = [
  'na',
  'ré',
  'lo',
  'mü',
  'ki',
  'tå',
  've',
  'sø',
  'gi',
  'dě',
  'pa',
  'wő',
  'hu',
  'çe',
  'bî',
  'jy',
];

/** Name `i` of a series without repeats: 5 to 40 letters, with marks and hyphens, all of them in our typefaces. */
export function madeUpName(i: number): string {
  const at = (parts: readonly string[], k: number) => parts[k % parts.length] as string;
  // The last part is the number in syllables, so no two are alike.
  let last = '';
  for (let n = i; n > 0 || last === ''; n = Math.floor(n / SYLLABLES.length)) last += at(SYLLABLES, n);
  let name = `${at(GIVEN, i)} ${capital(last)}`;
  const length = 5 + ((i * 11) % 36);
  for (let k = 0; k < FAMILY.length; k++) {
    const longer = name.replace(' ', ` ${at(FAMILY, i + k * 3)}-`);
    if (longer.length <= length) name = longer;
  }
  return name;
}

/** Every person under another name, alike in each table. */
function withLongNames(data: Dataset): Partial<Tables> {
  const known = new Map<string, string>();
  const renamed = (person: string) => {
    const name = known.get(person) ?? madeUpName(known.size);
    known.set(person, name);
    return name;
  };
  const rename = <T extends { person: string }>(row: T): T => ({ ...row, person: renamed(row.person) });
  return { moves: data.moves.map(rename), careers: data.careers.map(rename) };
}

/** One more core organisation, last in order, with two moves to and from each other. */
function withFifth(data: Dataset): Partial<Tables> {
  const four = coreOrganisations(data);
  const last = four.at(-1) as Organisation;
  const fifth: Organisation = { ...last, id: 'fifth', name: inAll(last.name, () => 'Northern Lights') };
  const rank = last.rank + 1;
  const others = data.organisations.map((org) => (org.rank < rank ? org : { ...org, rank: org.rank + 1 }));
  const directions = four.flatMap(({ id }): Direction[] => [
    [id, fifth.id],
    [fifth.id, id],
  ]);
  return {
    organisations: [...others, { ...fifth, rank }].sort((a, b) => a.rank - b.rank),
    moves: [...data.moves, ...madeUpMoves(data, [...directions, ...directions])],
  };
}

const inAll = (texts: Localised, change: (text: string) => string): Localised =>
  Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, change(text)])) as Localised;

const isLocalised = (value: unknown): value is Localised =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A row with each of its texts, in every language, changed. */
const reworded = <T extends object>(row: T, change: (text: string) => string): T =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, isLocalised(value) ? inAll(value, change) : value]),
  ) as T;

function withLongTexts(data: Dataset): Partial<Tables> {
  const longer = (text: string) => text && `${text}, ${text}`;
  const all = <T extends object>(rows: readonly T[]) => rows.map((row) => reworded(row, longer));
  return {
    careers: all(data.careers),
    events: all(data.events),
    figures: all(data.figures),
    cases: all(data.cases),
    claims: all(data.claims),
    sites: all(data.sites),
    machines: all(data.machines),
    sums: all(data.sums),
  };
}

/** Each row once more, with a name, and figures and events, of its own. */
function withTwiceTheRest(data: Dataset): Partial<Tables> {
  const second = (id: string) => id && `${id}-2`;
  const numbered = <T extends object>(row: T): T => reworded(row, (text) => text && `${text} II`);
  const people = [...new Set(data.careers.map(({ person }) => person))];
  const twice = <T>(rows: readonly T[], again: (row: T) => T) => [...rows, ...rows.map(again)];
  const withId = <T extends { id: string }>(row: T): T => ({ ...row, id: second(row.id) });
  return {
    figures: twice(data.figures, withId),
    events: twice(data.events, withId),
    careers: twice(data.careers, (row) => ({
      ...withId(row),
      person: madeUpName(people.indexOf(row.person)),
    })),
    cases: twice(data.cases, (row) => ({
      ...numbered(withId(row)),
      start: second(row.start),
      steps: row.steps.map(second),
      end: second(row.end),
      also: row.also.map(second),
    })),
    claims: twice(data.claims, (row) => ({ ...row, figure: second(row.figure) })),
    sites: twice(data.sites, (row) => ({
      ...numbered(withId(row)),
      running: second(row.running),
      planned: second(row.planned),
      interim: second(row.interim),
      grown: second(row.grown),
    })),
    machines: twice(data.machines, (row) => ({ ...row, figure: second(row.figure), site: second(row.site) })),
    sums: twice(data.sums, (row) => ({ ...numbered(row), figure: second(row.figure) })),
  };
}

/** The first of each kind; the machine is one of the site's. */
function withOneOfTheRest(data: Dataset): Partial<Tables> {
  const machine = data.machines.slice(0, 1);
  const firstOf = <T, K>(rows: readonly T[], keyOf: (row: T) => K) =>
    rows.filter((row, i) => rows.findIndex((one) => keyOf(one) === keyOf(row)) === i);
  const people = firstOf(data.careers, ({ group }) => group).map(({ person }) => person);
  return {
    careers: data.careers.filter(({ person }) => people.includes(person)),
    cases: firstOf(data.cases, ({ kind }) => kind),
    claims: data.claims.slice(0, 1),
    sites: data.sites.filter(({ id }) => machine.some(({ site }) => site === id)),
    machines: machine,
    sums: firstOf(data.sums, ({ kind }) => kind),
  };
}
