/** What one release has that the last had not, in ids and in words; and what may not have happened between them. */
import type { Lang } from '~/i18n/languages';
import { formatList } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import type { Field } from '../descriptor';
import { localisedName } from '../languages';
import { type Problem, quoted } from '../problems';
import { idOf, type RawPackage, type RawRow, type RawTable, tableOf } from './package';

interface TableDifference {
  added: readonly string[];
  changed: readonly { id: string; columns: readonly string[] }[];
  /** Not which: a removal does not say whose. */
  removed: number;
}
/** By table; those without a change are left out. */
export type Difference = Readonly<Record<string, TableDifference>>;

/** Its own entries are the words. */
const CORRECTIONS = 'corrections';

const byId = (table: RawTable | undefined): ReadonlyMap<string, RawRow> =>
  new Map(table?.rows.map((row) => [idOf(table, row), row]));

export function differenceOf(before: RawPackage, after: RawPackage): Difference {
  const entries = after.flatMap((table): [string, TableDifference][] => {
    const old = byId(tableOf(before, table.name));
    const now = byId(table);
    const added = [...now.keys()].filter((id) => !old.has(id));
    const removed = [...old.keys()].filter((id) => !now.has(id)).length;
    const changed = [...now].flatMap(([id, { cells }]) => {
      const was = old.get(id)?.cells;
      const columns = was ? table.head.filter((column) => (was[column] ?? '') !== cells[column]) : [];
      return columns.length > 0 ? [{ id, columns }] : [];
    });
    return added.length + removed + changed.length > 0 ? [[table.name, { added, changed, removed }]] : [];
  });
  return Object.fromEntries(entries);
}

/** Names in a sentence; the rest is counted. */
const NAMED = 12;

/** A sentence for each table and kind of change. */
export function wordsOf(difference: Difference, after: RawPackage, say: Say, lang: Lang): readonly string[] {
  const sentences = after.flatMap((table) => {
    const found = difference[table.name];
    if (!found || table.name === CORRECTIONS) return [];
    const rows = byId(table);
    const title = table.titles[lang] ?? table.name;
    const told = (key: string, ids: readonly string[]) => {
      if (ids.length === 0) return [];
      const names = [...new Set(ids.map((id) => nameOf(table, rows.get(id), lang)))];
      const shown = names.slice(0, NAMED);
      const values = { names: formatList(shown, lang), more: names.length - shown.length };
      return [say(key, { table: title, n: ids.length, ...values })];
    };
    return [
      ...told('release.added', found.added),
      ...told(
        'release.changed',
        found.changed.map(({ id }) => id),
      ),
      ...(found.removed > 0 ? [say('release.removed', { table: title, n: found.removed })] : []),
    ];
  });
  return sentences.length > 0 ? sentences : [say('release.same')];
}

/** What a row is called: its first text, a name or a title. */
export function nameOf(table: RawTable, row: RawRow | undefined, lang: Lang): string {
  const isName = ({ name, type, key, references, options, partialDate, uri }: Field) => {
    const text = type === 'string' && !key && !references && !options && !partialDate && !uri;
    return text && (localisedName(name) === '' || name.endsWith(`_${lang}`));
  };
  return row ? row.cells[table.fields.find(isName)?.name ?? ''] || idOf(table, row) : '';
}

/** An id that now means another thing, and a row that is gone: a correction may say why, nothing else may be. */
export function lossesOf(before: RawPackage, after: RawPackage): readonly Problem[] {
  const known = byId(tableOf(before, CORRECTIONS));
  const said = [...byId(tableOf(after, CORRECTIONS))].filter(([id]) => !known.has(id));
  const explains = (table: string, ids: readonly string[]) =>
    said.some(([, { cells }]) => cells['table'] === table && ids.includes(cells['row'] ?? ''));
  return before.flatMap((old) => {
    const now = tableOf(after, old.name);
    const rows = byId(now);
    return old.rows.flatMap((was): Problem[] => {
      const id = idOf(old, was);
      const row = rows.get(id);
      if (!now || !row) {
        if (explains(old.name, [id, ''])) return [];
        const message = `"${id}" was in the last release and is gone. Expected it, or a new row of corrections.csv for the table "${old.name}" that says so.`;
        return [{ file: old.file, line: was.line, column: 1, field: old.key, message }];
      }
      if (explains(old.name, [id])) return [];
      return now.fields
        .filter(({ identity, name }) => identity && name in was.cells && was.cells[name] !== row.cells[name])
        .map(({ name }) => ({
          file: now.file,
          line: row.line,
          column: 1,
          field: name,
          message: `"${id}" was of ${quoted(was.cells[name] ?? '')} in the last release and is of ${quoted(row.cells[name] ?? '')} now. Expected an id of its own for another thing, or a new row of corrections.csv that names this one.`,
        }));
    });
  });
}
