/** What `matrix` counts and says: named moves by origin and destination, beside what the press counted. */
import type { Dataset, Lang, Move, OrgId } from '~/data/types';
import { formatDate } from '~/i18n/dates';
import { spellNumber } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { byStatusThenDate, type Counted, coreOrganisations, countedBeyond } from '~/model/flows';
import { namesIn } from '~/model/names';
import { selectMoves } from '~/model/select';
import type { ChartDefinition, ChartModel, ChartWords, NamedView, Row, Table } from '../contract';
import { keyTo } from '../move-mark';
import { asEvidence, moveTable, peopleOf } from '../move-table';

/** A count without names covers its own span of time, so it stands only where no year is chosen. */
export type MatrixView = { kind: 'all' } | { kind: 'year'; year: string };

/** One ordered pair of organisations. */
export interface Cell {
  from: OrgId;
  to: OrgId;
  /** Confirmed first, then reported, each by date. */
  moves: readonly Move[];
  /** What was counted beyond the names, if anything was. */
  counted: Counted | undefined;
}

/** An organisation most of whose moves were counted without a name. */
export interface Finding {
  org: OrgId;
  /** Its directions with a larger count, the named moves in them, and the least that was counted or alleged. */
  cells: readonly Cell[];
  named: number;
  total: number;
}

export interface MatrixModel extends ChartModel {
  lang: Lang;
  view: MatrixView;
  orgs: readonly { id: OrgId; name: string; in: number; out: number }[];
  /** Every ordered pair, by rank of origin, then of destination. */
  cells: readonly Cell[];
  moves: readonly Move[];
  /** Named moves by year, earliest first, without the year in view; empty where all years are in view. */
  otherYears: readonly { year: string; n: number }[];
  finding: Finding | undefined;
  /** Moves that one square stands for: 1, or a power of ten where there would be too many squares. */
  unit: number;
  nameOf(org: OrgId): string;
}

export const definition: ChartDefinition<MatrixView, MatrixModel> = {
  id: 'matrix',

  views(data) {
    return [
      { slug: '', view: { kind: 'all' } },
      ...yearsOf(data).map(
        ({ year }): NamedView<MatrixView> => ({ slug: year, view: { kind: 'year', year } }),
      ),
    ];
  },

  model(data, view, lang) {
    const moves = selectMoves(data.moves, view.kind === 'year' ? { since: view.year, until: view.year } : {});
    const nameOf = namesIn(data, lang);
    const ids = coreOrganisations(data).map((org) => org.id);
    const cells = ids.flatMap((from) =>
      ids
        .filter((to) => to !== from)
        .map((to) => ({
          from,
          to,
          moves: moves.filter((move) => move.from === from && move.to === to).sort(byStatusThenDate),
          counted: view.kind === 'all' ? countedBeyond(data, from, to) : undefined,
        })),
    );
    return {
      asOf: data.movesTo,
      lang,
      view,
      orgs: ids.map((id) => ({
        id,
        name: nameOf(id),
        in: moves.filter((move) => move.to === id).length,
        out: moves.filter((move) => move.from === id).length,
      })),
      cells,
      moves,
      otherYears: view.kind === 'year' ? yearsOf(data).filter(({ year }) => year !== view.year) : [],
      finding: findMostlyCounted(ids, cells),
      unit: unitOf(cells),
      nameOf,
    };
  },

  words(model, say, lang) {
    return model.view.kind === 'year'
      ? yearWords(model, model.view.year, say, lang)
      : allWords(model, say, lang);
  },

  table(model, say, lang) {
    return matrixTable(model, say, lang);
  },
};

/** Named moves by year of their date, earliest first. */
function yearsOf(data: Dataset): readonly { year: string; n: number }[] {
  const years = selectMoves(data.moves).map((move) => move.date.slice(0, 4));
  return [...new Set(years)].sort().map((year) => ({ year, n: years.filter((one) => one === year).length }));
}

/** Above this many squares each stands for ten moves, or for a hundred, and so on. */
const MOST_SQUARES = 150;

function unitOf(cells: readonly Cell[]): number {
  const all = cells.reduce((sum, cell) => sum + cell.moves.length + unnamed(cell), 0);
  return 10 ** Math.max(0, Math.ceil(Math.log10(all / MOST_SQUARES)));
}

/** Row of a direction. */
export const rowId = ({ from, to }: Pick<Cell, 'from' | 'to'>): string => `${from}-to-${to}`;

/** Where a square is many moves: those of a direction that are known equally well, one mark and one row. */
export interface CellPart {
  id: string;
  confirmed: boolean;
  moves: readonly Move[];
}

/** Confirmed, then reported; one part for what has squares of its own. */
export const partsOf = (cell: Cell, { unit }: Pick<MatrixModel, 'unit'>): readonly CellPart[] =>
  unit === 1
    ? [{ id: rowId(cell), confirmed: true, moves: cell.moves }]
    : [true, false]
        .map((confirmed) => ({
          id: `${rowId(cell)}-${confirmed ? 'confirmed' : 'reported'}`,
          confirmed,
          moves: cell.moves.filter((move) => move.confirmed === confirmed),
        }))
        .filter(({ moves }) => moves.length > 0);

/** Marks of some directions: of their moves, and of what was counted beyond them. */
export const marksIn = (cells: readonly Cell[], model: Pick<MatrixModel, 'unit'>): readonly string[] =>
  cells.flatMap((cell) => [
    ...(model.unit === 1 ? cell.moves.map((move) => move.id) : partsOf(cell, model).map((part) => part.id)),
    ...(cell.counted ? [cell.counted.row.id] : []),
  ]);

/** Named and unnamed moves of a direction, as far as anybody counted. */
export const atLeast = (cell: Cell): number => cell.counted?.total ?? cell.moves.length;

/** Moves of a cell that were counted and are not named. */
export function unnamed(cell: Cell): number {
  return cell.counted ? cell.counted.total - cell.moves.length : 0;
}

/**
 * The organisation with most moves counted without a name, provided that these outnumber its named moves even
 * without what is only alleged in court; undefined where there is none, or where two share the place.
 */
export function findMostlyCounted(orgs: readonly OrgId[], cells: readonly Cell[]): Finding | undefined {
  const sum = (of: readonly Cell[], value: (cell: Cell) => number) =>
    of.reduce((n, cell) => n + value(cell), 0);
  const [first, second] = orgs
    .flatMap((org) => {
      const own = cells.filter((cell) => cell.from === org || cell.to === org);
      const larger = own.filter((cell) => cell.counted);
      const press = larger.filter((cell) => cell.counted?.basis !== 'alleged');
      if (sum(press, unnamed) <= sum(own, (cell) => cell.moves.length)) return [];
      const named = sum(larger, (cell) => cell.moves.length);
      return [{ org, cells: larger, named, total: named + sum(larger, unnamed) }];
    })
    .sort((a, b) => b.total - b.named - (a.total - a.named));
  return first && second && second.total - second.named === first.total - first.named ? undefined : first;
}

/** Directions with most named moves first; equal ones by rank. */
export function largestCells(model: MatrixModel): readonly Cell[] {
  return model.cells.filter((cell) => cell.moves.length > 0).sort((a, b) => b.moves.length - a.moves.length);
}

/** Where a square is many moves, none is striped. */
const keyOf = ({ unit, moves }: MatrixModel, say: Say) => keyTo(unit === 1 ? moves : [], say);

function allWords(model: MatrixModel, say: Say, lang: Lang): ChartWords {
  const { finding, moves, nameOf } = model;
  const counted = model.cells.filter((cell) => cell.counted);
  const shown = finding?.cells ?? counted;
  const parts = shown.map((cell) =>
    say(`summary.${cell.counted?.basis}`, {
      named: cell.moves.length,
      value: cell.counted?.row.value ?? 0,
      way: say('pair', { from: nameOf(cell.from), to: nameOf(cell.to) }),
    }),
  );
  const values = {
    n: moves.length,
    ways: model.cells.filter((cell) => cell.moves.length > 0).length,
    orgs: spellNumber(model.orgs.length, lang),
    counted: counted.length,
    alleged: counted.filter((cell) => cell.counted?.basis === 'alleged').length,
    allegedHere: shown.filter((cell) => cell.counted?.basis === 'alleged').length,
    org: nameOf(finding?.org ?? ''),
    directions: spellNumber(shown.length, lang),
    named: finding?.named ?? 0,
    total: finding?.total ?? 0,
    parts: parts.join('; '),
    until: formatDate(model.asOf, lang),
  };
  const kind = finding ? 'found' : 'neutral';
  return {
    name: say('all.name'),
    title: say(`all.title.${kind}`, values),
    subtitle: [say('subtitle', { unit: model.unit }), keyOf(model, say), counted.length > 0 && say('ghosts')]
      .filter(Boolean)
      .join(' '),
    summary: say(`all.summary.${kind}`, values),
    foot: say('all.foot', values),
  };
}

function yearWords(model: MatrixModel, year: string, say: Say, lang: Lang): ChartWords {
  const [first, second] = largestCells(model);
  const n = model.moves.length;
  const ways = model.cells.filter((cell) => cell.moves.length > 0).length;
  const values = {
    year,
    n,
    orgs: spellNumber(model.orgs.length, lang),
    words: spellNumber(n, lang),
    confirmed: model.moves.filter((move) => move.confirmed).length,
    ways,
    waysWords: spellNumber(ways, lang),
    largestWords: spellNumber(first?.moves.length ?? 0, lang),
    from: model.nameOf(first?.from ?? ''),
    to: model.nameOf(first?.to ?? ''),
  };
  // Only one direction can have most; where two share the place, none is singled out.
  const shared = first !== undefined && second?.moves.length === first.moves.length;
  const kind = n === 1 ? 'one' : n === ways && n > 1 ? 'each' : shared || n === 0 ? 'neutral' : 'most';
  return {
    name: year,
    title: say(`year.title.${kind}`, values),
    subtitle: `${say('subtitle', { unit: model.unit })} ${keyOf(model, say)}`,
    summary: say(`year.summary.${n === 1 ? 'one' : 'many'}`, values),
    foot: say('year.foot', values),
  };
}

/** From origin to destination: each direction, what was counted beyond its names, and its moves. */
function matrixTable(model: MatrixModel, say: Say, lang: Lang): Table {
  // Where a square is many moves, none has a row of its own.
  const single = model.unit === 1;
  const shown = model.cells.filter((cell) => cell.moves.length > 0 || cell.counted);
  const columns = ['from', 'to', 'named', 'least', 'person', 'date', 'status'];
  const rowOf = (cell: Cell, id: string, evidence: Row['evidence'], own: Row['cells']): Row => ({
    id,
    evidence,
    cells: {
      ...Object.fromEntries(columns.map((key) => [key, ''])),
      from: model.nameOf(cell.from),
      to: model.nameOf(cell.to),
      ...own,
    },
  });
  return {
    caption: say('matrix.caption', {
      n: model.moves.length,
      counts: shown.filter((cell) => cell.counted).length,
    }),
    columns: columns.map((key) => ({
      key,
      label: say(`table.${key}`),
      ...(key === 'named' || key === 'least' ? { numeric: true } : {}),
    })),
    rows: shown.flatMap((cell) => {
      return [
        ...partsOf(cell, model)
          .filter(({ moves }) => moves.length > 0)
          .map(({ id, confirmed, moves }) =>
            rowOf(cell, id, asEvidence(moves), {
              named: moves.length,
              ...(single
                ? {}
                : {
                    person: peopleOf(moves, say, lang),
                    status: say(confirmed ? 'table.confirmed' : 'table.reported'),
                  }),
            }),
          ),
        ...(cell.counted ? [rowOf(cell, ...countOf(cell.counted, say, lang))] : []),
        ...(single ? moveTable(cell.moves, model.nameOf, say, lang).rows : []).map((row) =>
          rowOf(cell, row.id, row.evidence, row.cells),
        ),
      ];
    }),
  };
}

const countOf = (
  { row, basis, total }: Counted,
  say: Say,
  lang: Lang,
): [id: string, evidence: Row['evidence'], cells: Row['cells']] => [
  row.id,
  [{ kind: 'figure', id: row.id }],
  { least: total, date: formatDate(row.date, lang), status: say(`table.basis.${basis}`) },
];
