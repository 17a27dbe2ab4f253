/** A person and all rows about them taken out of a package: the one thing that may change a release. */
import type { Lang } from '~/i18n/languages';
import type { Field } from '../descriptor';
import type { Problem } from '../problems';
import { idOf, idsIn, type RawPackage, type RawRow, type RawTable } from './package';

interface Removal {
  package: RawPackage;
  /** How many rows about the person went, by table. */
  removed: Readonly<Record<string, number>>;
}

/** The name of the person whom a row is about: given as it stands, or as the id of one of their rows. */
export function personOf(all: RawPackage, given: string): string | undefined {
  for (const table of all) {
    const columns = table.fields.filter((field) => field.person);
    for (const row of table.rows) {
      for (const { name } of columns) {
        const person = row.cells[name] ?? '';
        if (
          person !== '' &&
          (person === given || (idOf(table, row) === given && table.name !== 'corrections'))
        )
          return person;
      }
    }
  }
  return undefined;
}

/** Without the person, without what referred to their rows, and without sources that only these cited. */
export function withoutPerson(all: RawPackage, person: string): Removal {
  const gone = new Map<string, Set<string>>();
  const isGone = (field: Field, id: string) =>
    field.references?.field === 'id' && gone.get(field.references.resource)?.has(id) === true;
  const removed: Record<string, number> = {};
  /** Whom, and of what is gone, only a mention in a list or in an optional cell goes; a row that rests on it goes. */
  const kept = (table: RawTable, row: RawRow): RawRow | undefined => {
    const cells = { ...row.cells };
    const concerns = () => table.fields.some((field) => field.concerns && (cells[field.name] ?? '') !== '');
    const concerned = concerns();
    for (const field of table.fields) {
      const ids = idsIn(field, cells[field.name] ?? '');
      const rest = ids.filter((id) => !(field.person && id === person) && !isGone(field, id));
      if (rest.length === ids.length) continue;
      if (field.required && rest.length === 0) return undefined;
      cells[field.name] = rest.join(field.delimiter);
    }
    // What was about these rows alone is about nothing now.
    if (concerned && !concerns()) return undefined;
    const id = cells['row'] ?? '';
    const names = table.name === 'corrections' && gone.get(cells['table'] ?? '')?.has(id) === true;
    return names ? undefined : { ...row, cells };
  };
  const pass = (tables: RawPackage): RawPackage =>
    tables.map((table) => ({
      ...table,
      rows: table.rows.flatMap((row) => {
        const left = kept(table, row);
        if (left) return [left];
        gone.set(table.name, (gone.get(table.name) ?? new Set()).add(idOf(table, row)));
        if (table.name !== 'corrections') removed[table.name] = (removed[table.name] ?? 0) + 1;
        return [];
      }),
    }));
  let made = all;
  // What refers to a row may itself be referred to.
  for (let before = -1; before !== count(made); ) {
    before = count(made);
    made = pass(made);
  }
  return { package: withoutIdleSources(all, made), removed };
}

const count = (all: RawPackage) => all.reduce((sum, { rows }) => sum + rows.length, 0);

function citedIn(all: RawPackage): ReadonlySet<string> {
  return new Set(
    all.flatMap(({ fields, rows }) =>
      fields
        .filter(({ references }) => references?.resource === 'sources')
        .flatMap((field) => rows.flatMap(({ cells }) => idsIn(field, cells[field.name] ?? ''))),
    ),
  );
}

function withoutIdleSources(before: RawPackage, after: RawPackage): RawPackage {
  const [was, now] = [citedIn(before), citedIn(after)];
  return after.map((table) =>
    table.name === 'sources'
      ? {
          ...table,
          rows: table.rows.filter((row) => !was.has(idOf(table, row)) || now.has(idOf(table, row))),
        }
      : table,
  );
}

/** With a dated note for each table that lost rows, which does not say whose. */
export function withNotes(
  all: RawPackage,
  removed: Removal['removed'],
  date: string,
  note: (n: number, lang: Lang) => string,
): RawPackage {
  return all.map((table) => {
    if (table.name !== 'corrections') return table;
    const ids = new Set(table.rows.map((row) => idOf(table, row)));
    const notes = Object.entries(removed).map(([name, n]): RawRow => {
      const stem = `removed-${name}-${date}`;
      let id = stem;
      for (let k = 2; ids.has(id); k++) id = `${stem}-${k}`;
      const words = table.head.flatMap((column) => {
        const lang = /^what_(\w+)$/.exec(column)?.[1] as Lang | undefined;
        return lang ? [[column, note(n, lang)]] : [];
      });
      return { line: 0, cells: { id, date, table: name, row: '', ...Object.fromEntries(words) } };
    });
    return { ...table, rows: [...table.rows, ...notes] };
  });
}

/** Where a text still has the name, or the family name as a word: to be read and reworded by hand. */
export function mentionsOf(all: RawPackage, person: string): readonly Problem[] {
  const family = person.split(' ').at(-1) ?? person;
  const word = new RegExp(`(?<!\\p{L})${family.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?!\\p{L})`, 'u');
  return all.flatMap(({ file, head, rows }) =>
    rows.flatMap(({ line, cells }) =>
      head
        .filter((column) => word.test(cells[column] ?? ''))
        .map((column) => ({ file, line, column: 1, field: column, message: `"${family}" stands here.` })),
    ),
  );
}
