/** The Data Package of a folder as one frozen Dataset, or every problem in it at once. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Cell } from './csv';
import { descriptionIn, type Resource, readDescriptor, titleIn } from './descriptor';
import { checkKeys } from './keys';
import { checkLanguages } from './languages';
import { didYouMean } from './nearest';
import { PackageError, type Place, type Problem, sortProblems } from './problems';
import { NEEDS, REQUIRED, toDataset } from './rows';
import { checkRules } from './rules';
import { draftRow, readTable, type Table } from './table';
import type { Dataset, Lang } from './types';

export { formatProblem, formatProblems, PackageError, type Problem, sortProblems } from './problems';

/** The one file of a package that is no table. */
export const DESCRIPTOR = 'datapackage.json';

interface LoadOptions {
  /** Names of files that may stand beside the tables. */
  beside?: readonly string[];
  /** Languages whose texts must be complete; `['en']` where nothing is said. */
  languages?: readonly Lang[];
  /** Whether there is a colour for this organisation; not asked where nothing is said. */
  hasColour?: (id: string) => boolean;
  /** The first letter of a text that no typeface here has, '' for none; not asked where nothing is said. */
  missingLetter?: (text: string) => string;
}

/** A package as far as it could be read. */
export interface Opened {
  /** In reading order; none for a sound one. */
  problems: readonly Problem[];
  /** With a problem there may be holes in it; undefined where no table could be read. */
  data: Dataset | undefined;
  /** Every row could be read: what is missing in it is not there. */
  whole: boolean;
  /** Where a row stands; its file alone where there is none. */
  rowAt(table: string, id: string): Located;
}

/** A row as it is written. */
interface Located extends Place {
  file: string;
  cells: ReadonlyMap<string, Cell>;
}

const DEFAULT_LANGUAGES: readonly Lang[] = ['en'];

/** Throws one PackageError with all problems. Reads the folder anew on every call, and nothing else. */
export function loadPackage(dir: string, options: LoadOptions = {}): Dataset {
  const { problems, data } = openPackage(dir, options);
  if (problems.length > 0 || !data) throw new PackageError(problems);
  return data;
}

/** What there is of a package, with all that is wrong. Never throws. */
export function openPackage(dir: string, options: LoadOptions = {}): Opened {
  const { problems, resources, tables } = read(dir, options);
  return {
    problems,
    data: resources.length > 0 ? toDataset(resources, tables) : undefined,
    whole: resources.length > 0 && tables.every((table) => table.whole),
    rowAt(name, id) {
      const table = tables.find((one) => one.name === name);
      const key = table?.fields.find((one) => one.key)?.name ?? '';
      const row = table?.rows.find(({ values }) => values.get(key) === id);
      const { line = 1, column = 1 } = row?.cells.get(key) ?? {};
      return { file: table?.file ?? nameOf(dir, DESCRIPTOR), line, column, cells: row?.cells ?? new Map() };
    },
  };
}

/** All problems of a package in reading order, none for a sound one. Never throws. */
export function checkPackage(dir: string, options: LoadOptions = {}): readonly Problem[] {
  return read(dir, options).problems;
}

/** A row that somebody is about to add. */
export interface Draft {
  table: string;
  cells: Readonly<Record<string, string>>;
}

/** @returns what is wrong with drafts beside the rows of a package, which is read once; cells have their own check */
export function draftCheck(
  dir: string,
  options: LoadOptions = {},
): (drafts: readonly Draft[]) => readonly Problem[] {
  const { tables } = read(dir, options);
  return (drafts) => {
    const problems: Problem[] = [];
    checkAcross(
      tables.map((table) => {
        const own = drafts.filter((draft) => draft.table === table.name);
        return { ...table, rows: [...table.rows, ...own.map(({ cells }) => draftRow(table.fields, cells))] };
      }),
      options,
      problems,
    );
    return problems.filter(({ line }) => line === 0);
  };
}

interface Reading {
  problems: readonly Problem[];
  resources: readonly Resource[];
  tables: readonly Table[];
}

function read(dir: string, options: LoadOptions): Reading {
  const languages = options.languages ?? DEFAULT_LANGUAGES;
  const problems: Problem[] = [];
  const tables: Table[] = [];
  const resources = readResources(dir, languages, problems);
  for (const resource of resources) {
    const { file, bytes, fault } = readBytes(dir, resource.path);
    if (bytes === undefined) {
      problems.push({ file, line: 1, column: 1, field: '', message: `${fault} ${DESCRIPTOR} lists it.` });
      tables.push({ name: resource.name, file, fields: resource.fields, rows: [], whole: false });
    } else {
      tables.push(readTable(resource, bytes, file, problems));
    }
  }
  if (resources.length > 0) checkFiles(dir, [DESCRIPTOR, ...(options.beside ?? [])], resources, problems);
  checkAcross(tables, options, problems);
  return { problems: sortProblems(problems), resources, tables };
}

/** What is asked of rows beside each other. */
function checkAcross(tables: readonly Table[], options: LoadOptions, problems: Problem[]): void {
  const languages = options.languages ?? DEFAULT_LANGUAGES;
  checkKeys(tables, problems);
  for (const table of tables) checkLanguages(table, languages, problems);
  const site = { hasColour: () => true, missingLetter: () => '', ...options, languages };
  checkRules(tables, site, problems);
}

/** All that lies in the folder is published, so only tables may: no notes, no workbooks, no links to files elsewhere. */
function checkFiles(
  dir: string,
  beside: readonly string[],
  resources: readonly Resource[],
  problems: Problem[],
): void {
  const problem = (path: string, message: string) => {
    problems.push({ file: nameOf(dir, path), line: 1, column: 1, field: '', message });
  };
  const listed = resources.map(({ path }) => path);
  for (const path of readdirSync(dir).filter((one) => !one.startsWith('.'))) {
    const nested = listed.some((one) => one.startsWith(`${path}/`));
    if (lstatSync(join(dir, path)).isSymbolicLink())
      problem(path, 'a link to a file elsewhere. Expected the file itself.');
    else if (!beside.includes(path) && !listed.includes(path) && !nested)
      problem(path, `no table of ${DESCRIPTOR}. Expected it there, or the file in another folder.`);
  }
}

/** Nothing where the descriptor has a problem: without it no table can be read. */
function readResources(dir: string, languages: readonly Lang[], problems: Problem[]): readonly Resource[] {
  const { file, bytes, fault } = readBytes(dir, DESCRIPTOR);
  if (bytes === undefined) {
    problems.push({
      file,
      line: 1,
      column: 1,
      field: '',
      message: `${fault} Expected the descriptor of a Data Package.`,
    });
    return [];
  }
  const { resources, problems: found } = readDescriptor(bytes, file);
  problems.push(...found);
  if (found.length > 0) return [];
  const problem = (field: string, message: string) => {
    if (problems.some((p) => p.field === field)) return;
    problems.push({ file, line: 1, column: 1, field, message });
  };
  for (const { resource, column, types, optional } of NEEDS) {
    const table = resources.find(({ name }) => name === resource);
    if (table === undefined) {
      if (!REQUIRED.includes(resource)) continue;
      const names = resources.map(({ name }) => name);
      problem(
        `resources.${resource}`,
        `missing. Expected a resource of this name.${didYouMean(resource, names)}`,
      );
      continue;
    }
    const field = table.fields.find(({ name }) => name === column);
    if (field === undefined) {
      if (optional) continue;
      problem(`resources.${resource}.${column}`, 'missing. Expected a field of this name.');
    } else if (!types.includes(field.type)) {
      problem(
        `resources.${resource}.${column}`,
        `"${field.type}" does not fit. Expected the type "${types.join('" or "')}".`,
      );
    }
  }
  const known = [...new Set(NEEDS.map(({ resource }) => resource))];
  for (const { name } of resources.filter((one) => !known.includes(one.name)))
    problem(
      `resources.${name}`,
      `no table that is read here.${didYouMean(name, known) || ` Expected one of ${known.join(', ')}.`}`,
    );
  for (const { name, titles, fields } of resources)
    for (const lang of languages) {
      const missing = `missing. The language "${lang}" needs it.`;
      if (titles[lang] === undefined) problem(`resources.${name}.${titleIn(lang)}`, missing);
      for (const field of fields) {
        const at = `resources.${name}.${field.name}`;
        if (field.titles[lang] === undefined) problem(`${at}.${titleIn(lang)}`, missing);
        if (field.descriptions[lang] === undefined) problem(`${at}.${descriptionIn(lang)}`, missing);
      }
    }
  return problems.length > 0 ? [] : resources;
}

function readBytes(dir: string, path: string): { file: string; bytes?: Uint8Array; fault: string } {
  const file = nameOf(dir, path);
  try {
    return { file, bytes: readFileSync(join(dir, path)), fault: '' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { file, fault: code === 'ENOENT' ? 'no such file.' : `cannot be read (${code}).` };
  }
}

/** Relative to the working directory, with slashes. */
const nameOf = (dir: string, path: string) =>
  relative(process.cwd(), resolve(dir, path)).split(sep).join('/');
