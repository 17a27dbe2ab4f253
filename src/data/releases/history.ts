/** What has become of a row since it was first published: derived from the releases, so that nothing is noted twice. */
import { localisedName } from '../languages';
import type { Lang } from '../types';
import { idOf, type RawPackage, type RawRow, tableOf } from './package';

export interface Released {
  /** Its day. */
  release: string;
  all: RawPackage;
}

interface Edit {
  /** The release that first had it so; '' for what comes with the next one. */
  release: string;
  columns: readonly { column: string; before: string; after: string }[];
}

export interface History {
  /** The first release that had the row; '' while none has. */
  since: string;
  edits: readonly Edit[];
}

const rows = new WeakMap<RawPackage, Map<string, ReadonlyMap<string, RawRow>>>();

/** Rows of a table by id, found once for each package. */
function rowsOf(all: RawPackage, name: string): ReadonlyMap<string, RawRow> {
  const tables = rows.get(all) ?? new Map<string, ReadonlyMap<string, RawRow>>();
  rows.set(all, tables);
  const table = tableOf(all, name);
  const found = tables.get(name) ?? new Map(table?.rows.map((row) => [idOf(table, row), row]));
  tables.set(name, found);
  return found;
}

/**
 * @param releases  the oldest first
 * @param now  the data as they are
 */
export function historyOf(
  releases: readonly Released[],
  now: RawPackage,
  table: string,
  id: string,
): History {
  const states = [...releases, { release: '', all: now }].flatMap(({ release, all }) => {
    const row = rowsOf(all, table).get(id);
    return row ? [{ release, cells: row.cells }] : [];
  });
  const edits = states.slice(1).flatMap(({ release, cells }, i): Edit[] => {
    const was = states[i]?.cells ?? {};
    // A column that is new to all rows is no change of this one.
    const columns = Object.keys(cells)
      .filter((column) => column in was && was[column] !== cells[column])
      .map((column) => ({ column, before: was[column] ?? '', after: cells[column] ?? '' }));
    return columns.length > 0 ? [{ release, columns }] : [];
  });
  return { since: states[0]?.release ?? '', edits };
}

/** Ids of rows that a release has and the data have no more. */
export const goneFrom = (
  releases: readonly Released[],
  now: RawPackage,
  table: string,
): readonly string[] => {
  const left = rowsOf(now, table);
  return [...new Set(releases.flatMap(({ all }) => [...rowsOf(all, table).keys()]))].filter(
    (id) => !left.has(id),
  );
};

/** Of an edit what is read in a language, by the titles of its columns. */
export function readIn(edit: Edit, all: RawPackage, table: string, lang: Lang) {
  const fields = tableOf(all, table)?.fields ?? [];
  return edit.columns
    .filter(({ column }) => localisedName(column) === '' || column.endsWith(`_${lang}`))
    .map(({ column, ...texts }) => ({
      title: fields.find(({ name }) => name === column)?.titles[lang] ?? column,
      ...texts,
    }));
}
