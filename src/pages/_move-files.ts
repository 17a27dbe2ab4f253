/** The moves as files for each choice of the explorer, with the columns of moves.csv and the names of its downloads. */
import { idOf, type RawTable, tableOf } from '~/data/releases/package';
import type { Move } from '~/data/types';
import { personSlug } from '~/figure/about';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import { selectMoves } from '~/model/select';
import {
  COLUMNS,
  DEFAULTS,
  fileOfMoves,
  filterMoves,
  type MoveEntry,
  type MovesState,
} from '~/views/moves-query';
import { dataset } from './_data';
import { moveFilters } from './_move-filters';
import { thePackage } from './_package';
import { sayFor } from './_words';

interface MoveFile {
  /** "moves-core-from-xai.csv" */
  name: string;
  /** What was chosen, in words. */
  text: string;
  /** How many moves, a line each below the head. */
  n: number;
  ids: ReadonlySet<string>;
}

interface MoveFiles {
  /** The filter, in words. */
  label: string;
  files: readonly MoveFile[];
}

/** Beyond so many people a file for each would be most of the site: the explorer's own download has them. */
const PEOPLE = 500;

type Choice = readonly [asked: Partial<MovesState>, text: string];

/** The one that a count of lines is right in: all moves that the story counts. */
export const CORE_FILE = fileOfMoves(DEFAULTS);

const made = new Map<Lang, readonly MoveFiles[]>();

/** By filter, in the order of the explorer's form; a choice without a move has no file. */
export function moveFiles(lang: Lang): readonly MoveFiles[] {
  const last = import.meta.env?.DEV ? undefined : made.get(lang);
  const files = last ?? filesIn(lang);
  made.set(lang, files);
  return files;
}

function filesIn(lang: Lang): readonly MoveFiles[] {
  const data = dataset();
  const say = sayFor(lang);
  const entries = data.moves.map(entryOf);
  const nameOf = (id: string) => data.organisations.find((org) => org.id === id)?.name[lang] ?? id;
  const filters = moveFilters(data.moves, data, lang, say)
    .filter(({ name }) => name !== 'sort')
    .map(({ name, groups }): [string, readonly Choice[]] => [
      say(`moves.filter.${name}`),
      groups.flatMap(({ options }) => options.map(([value, text]): Choice => [{ [name]: value }, text])),
    ]);
  const ways = Map.groupBy(data.moves, ({ from, to }) => `${from} ${to}`);
  const pairs = [...ways.values()].flatMap(([move]): Choice[] =>
    move
      ? [
          [
            { from: move.from, to: move.to },
            say('data.way', { from: nameOf(move.from), to: nameOf(move.to) }),
          ],
        ]
      : [],
  );
  // By the word in an address, which a name in another script may lack.
  const people = new Map(data.moves.map(({ person }) => [personSlug(person), person]));
  people.delete('');
  const persons = people.size > PEOPLE ? [] : [...people].map(([person, name]): Choice => [{ person }, name]);
  persons.sort(([, a], [, b]) => a.localeCompare(b, lang));
  const all: readonly (readonly [string, readonly Choice[]])[] = [
    ...filters.slice(-1),
    [say('data.ways'), pairs],
    ...filters.slice(0, -1),
    [say('moves.person'), persons],
  ];
  return all
    .map(([label, choices]) => ({ label, files: choices.flatMap((choice) => filesOf(entries, choice, say)) }))
    .filter(({ files }) => files.length > 0);
}

/** Between the core organisations, as the explorer shows it, and with others where that is more. */
function filesOf(entries: readonly MoveEntry[], [asked, text]: Choice, say: Say): readonly MoveFile[] {
  const fileOf = (scope: MovesState['scope'], told: string): MoveFile => {
    const state = { ...DEFAULTS, scope, ...asked };
    const ids = new Set(filterMoves(entries, state).map(({ id }) => id));
    return { name: fileOfMoves(state), text: told, n: ids.size, ids };
  };
  const core = fileOf('core', text);
  if (asked.scope) return [core];
  const all = fileOf('all', core.n > 0 ? say('data.others', { choice: text }) : text);
  return [core, all].filter(({ n }, i) => n > (i === 0 ? 0 : core.n));
}

const NO_WORDS = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as MoveEntry['words'];

/** Choices ask for values, never for words. */
const entryOf = ({ id, person, from, to, date, function: fn, status, scope, ...move }: Move): MoveEntry => ({
  id,
  person: personSlug(person),
  from,
  to,
  date,
  fn,
  status,
  means: move.dateMeans,
  single: move.singleSource,
  scope,
  note: '',
  words: NO_WORDS,
});

/** Rows of the table of moves as they stand there, in its order. */
export function movesOf(ids: ReadonlySet<string>): RawTable {
  const table = tableOf(thePackage().tables, 'moves');
  if (!table) throw new Error('no table "moves"');
  return { ...table, rows: table.rows.filter((row) => ids.has(idOf(table, row))) };
}

/** The moves that the story counts. */
export const coreMoves = (): RawTable => movesOf(new Set(selectMoves(dataset().moves).map(({ id }) => id)));
