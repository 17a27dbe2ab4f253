/** The Data Package of a folder as one frozen Dataset, or every problem in it at once. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type Resource, readDescriptor, titleIn } from './descriptor';
import { checkKeys } from './keys';
import { checkLanguages } from './languages';
import { didYouMean } from './nearest';
import { PackageError, type Problem, sortProblems } from './problems';
import { NEEDS, toDataset } from './rows';
import { checkRules } from './rules';
import { readTable, type Table } from './table';
import type { Dataset, Lang } from './types';

export { formatProblems, PackageError, type Problem } from './problems';

export interface LoadOptions {
  /** Languages whose texts must be complete; `['en']` where nothing is said. */
  languages?: readonly Lang[];
  /** Whether there is a colour of this name; not asked where nothing is said. */
  hasColour?: (name: string) => boolean;
}

const DEFAULT_LANGUAGES: readonly Lang[] = ['en'];

/** Throws one PackageError with all problems. Reads the folder anew on every call, and nothing else. */
export function loadPackage(dir: string, options: LoadOptions = {}): Dataset {
  const { problems, resources, tables } = read(dir, options);
  if (problems.length > 0) throw new PackageError(problems);
  return toDataset(resources, tables);
}

/** All problems of a package in reading order, none for a sound one. Never throws. */
export function checkPackage(dir: string, options: LoadOptions = {}): readonly Problem[] {
  return read(dir, options).problems;
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
      problems.push({ file, line: 1, column: 1, field: '', message: `${fault} datapackage.json lists it.` });
      tables.push({ name: resource.name, file, fields: resource.fields, rows: [], whole: false });
    } else {
      tables.push(readTable(resource, bytes, file, problems));
    }
  }
  checkKeys(tables, problems);
  for (const table of tables) checkLanguages(table, languages, problems);
  checkRules(tables, { languages, hasColour: () => true, ...options }, problems);
  return { problems: sortProblems(problems), resources, tables };
}

/** Nothing where the descriptor has a problem: without it no table can be read. */
function readResources(dir: string, languages: readonly Lang[], problems: Problem[]): readonly Resource[] {
  const { file, bytes, fault } = readBytes(dir, 'datapackage.json');
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
  for (const { resource, column, types } of NEEDS) {
    const table = resources.find(({ name }) => name === resource);
    if (table === undefined) {
      const names = resources.map(({ name }) => name);
      problem(
        `resources.${resource}`,
        `missing. Expected a resource of this name.${didYouMean(resource, names)}`,
      );
      continue;
    }
    const field = table.fields.find(({ name }) => name === column);
    if (field === undefined) {
      problem(`resources.${resource}.${column}`, 'missing. Expected a field of this name.');
    } else if (!types.includes(field.type)) {
      problem(
        `resources.${resource}.${column}`,
        `"${field.type}" does not fit. Expected the type "${types.join('" or "')}".`,
      );
    }
  }
  for (const { name, titles } of resources)
    for (const lang of languages.filter((one) => titles[one] === undefined))
      problem(`resources.${name}.${titleIn(lang)}`, `missing. The language "${lang}" needs it.`);
  return problems.length > 0 ? [] : resources;
}

function readBytes(dir: string, path: string): { file: string; bytes?: Uint8Array; fault: string } {
  const file = relative(process.cwd(), resolve(dir, path)).split(sep).join('/');
  try {
    return { file, bytes: readFileSync(join(dir, path)), fault: '' };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { file, fault: code === 'ENOENT' ? 'no such file.' : `cannot be read (${code}).` };
  }
}
