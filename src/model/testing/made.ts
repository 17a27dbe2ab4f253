/** Rows made up for tests: a move in a line, organisations called after their ids, in the order given. */
import { latest } from '~/data/rows';
import type { Dataset, FigureRow, Move, Organisation } from '~/data/types';
import { inEvery } from '~/i18n/languages';

/** A move; what no test asks about is filled in, how precise its date is read off it. Confirmed unless said otherwise. */
export function madeMove(id: string, from: string, to: string, date: string, over: Partial<Move> = {}): Move {
  const confirmed = over.confirmed ?? true;
  return {
    id,
    person: `Person ${id}`,
    from,
    to,
    date,
    precision: (['year', 'month', 'day'] as const)[date.split('-').length - 1] ?? 'day',
    dateMeans: 'reported',
    fromRole: inEvery(''),
    toRole: inEvery('role'),
    function: 'research',
    status: confirmed ? 'confirmed-by-person' : 'reported',
    confirmed,
    scope: 'core',
    wave: '',
    sources: ['s'],
    singleSource: true,
    note: inEvery(''),
    ...over,
  };
}

export type MoveSpec = readonly [from: string, to: string, date: string, said?: 'said' | undefined];
export type CountSpec = readonly [from: string, to: string, basis: FigureRow['basis'], value: number];

/** A move each; ids and people are called after their places. */
export const madeMoves = (specs: readonly MoveSpec[], person = 'Person'): Move[] =>
  specs.map(([from, to, date, said], i) =>
    madeMove(`m${i}`, from, to, date, { person: `${person} ${i}`, confirmed: !said }),
  );

/** The tables that count moves; whoever asks for another one must give it. */
export function madeData(
  orgs: readonly string[],
  moves: readonly Move[],
  counts: readonly CountSpec[] = [],
  over: Partial<Dataset> = {},
): Dataset {
  return {
    organisations: orgs.map(
      (id, i) => ({ id, name: inEvery(id), scope: 'core', rank: i + 1 }) as Organisation,
    ),
    moves,
    waves: [],
    events: [],
    conflicts: [],
    variants: [],
    figures: counts.map(([from, to, basis, value], i) => ({
      ...{ id: `f${i}`, from, to, basis, value },
      ...{ date: '2026', measure: inEvery('count') },
    })),
    movesTo: latest(moves.map(({ date }) => date)) || '2026-06-26',
    ...over,
  } as unknown as Dataset;
}
