/** The order of the house, checked: imports point downwards, in no circle, and a chart is named by itself alone. */
import { posix } from 'node:path';
import { type Import, importsOf, keysOf, markupTextsOf, styleAttributes, textsOf } from './code.ts';

/** Top to bottom. A folder may import itself and what stands below it. */
const LAYERS = ['pages', 'embed', 'story', 'figure', 'charts', 'kit', 'views', 'model', 'data', 'i18n'];

/** Packages kept to a few folders. `content` is src/content.config.ts. */
const PACKAGES: readonly { name: string; pattern: RegExp; layers: readonly string[] }[] = [
  { name: 'D3', pattern: /^d3($|[-/])/, layers: ['charts', 'kit'] },
  { name: 'React', pattern: /^react(-dom)?($|\/)/, layers: ['kit', 'figure', 'embed'] },
  { name: 'astro:content', pattern: /^astro:content$/, layers: ['content.config.ts', 'pages', 'story'] },
];
/** Folders and files of src that only tests import. */
const FOR_TESTS = /\/(testing\/|fixtures(\.ts)?$)/;
const ORGANISATIONS = 'content/data/organisations.csv';
/** The data layer names tables, and a table may be called as a chart is. */
const MAY_NAME_CHARTS = /^src\/(data\/|content\.config\.ts$|charts\/registry\.ts$)/;

/** A repository's files: path with forward slashes from the root, and text. */
type Files = ReadonlyMap<string, string>;

/** Every fault in the order of the files; empty where the house is in order. */
export function checkHouse(files: Files): string[] {
  const ids = chartIds(files);
  const saying = saidAndCounted(files, ids);
  const orgs = organisationIds(files);
  const faults: string[] = [];
  const edges = new Map<string, Set<string>>();
  for (const [path, text] of files) {
    if (isExempt(path)) continue;
    const targets = new Set<string>();
    for (const found of importsOf(path, text)) {
      const fault = faultOfImport(path, found) ?? faultOfChartFile(path, found, saying);
      if (fault) faults.push(`${path}:${found.line} imports ${found.spec} : ${fault}`);
      const target = resolveImport(path, found.spec, files);
      if (target && target !== path) targets.add(target);
    }
    edges.set(path, targets);
    if (!path.startsWith('src/')) continue;
    if (chartOf(path) && /\.[jt]sx$/.test(path))
      faults.push(
        `${path} : a chart's folder holds no React. Its layout gives items, and the kit draws them.`,
      );
    for (const { line, id } of namedCharts(path, text, ids)) {
      faults.push(`${path}:${line} names the chart "${id}" : only src/charts/${id}/ and the registry may.`);
    }
    for (const { line, text: id } of namedOrganisations(path, text, orgs)) {
      faults.push(`${path}:${line} names the organisation "${id}" : only content/ may. Make it a column.`);
    }
    for (const line of styleAttributes(path, text)) {
      faults.push(
        `${path}:${line} has a style attribute : the policy blocks it. Use a class or fill, stroke, …`,
      );
    }
  }
  for (const ring of findRings(edges))
    faults.push(`${ring.join(' → ')} : these import each other in a circle.`);
  return faults;
}

const isExempt = (path: string) => /\.test\.tsx?$/.test(path) || path.endsWith('.d.ts');

/** The chart in whose folder a file lies. */
const chartOf = (path: string) => /^src\/charts\/([^/]+)\//.exec(path)?.[1];

/** `kit` for src/kit/axis.tsx; the file's name for a file in src itself; `content` for prose. */
function layerOf(path: string): string {
  const parts = path.split('/');
  return (parts[0] === 'src' ? parts[1] : parts[0]) ?? '';
}

function faultOfImport(path: string, { spec }: Import): string | undefined {
  const layer = layerOf(path);
  if (!isLocal(spec)) return faultOfPackage(layer, spec);
  if (spec.endsWith('.css')) return undefined;
  const target = localPath(path, spec);
  const other = layerOf(target);
  if (FOR_TESTS.test(target) && !FOR_TESTS.test(path)) return 'only tests may.';
  if (spec.startsWith('.') && path.startsWith('src/') && target.startsWith('src/') && other !== layer) {
    if (LAYERS.includes(layer) && LAYERS.includes(other)) {
      const across = faultOfLayer(layer, other);
      return across ?? `across folders write ~/${target.slice('src/'.length)}.`;
    }
  }
  if (/^(scripts|e2e)$/.test(other)) return 'src stands without scripts and e2e.';
  return faultOfLayer(layer, other);
}

function faultOfLayer(layer: string, other: string): string | undefined {
  // Prose is made of story and stands above it.
  const from = LAYERS.indexOf(layer === 'content' ? 'story' : layer);
  const to = LAYERS.indexOf(other);
  if (layer === 'content.config.ts' && other !== 'i18n') return 'content.config.ts may only import i18n.';
  if (from < 0 || to < 0 || to >= from) return undefined;
  const below = LAYERS.slice(from + 1).join(', ');
  return `${layer} may ${below ? `only import ${below}` : 'import no other folder'}.`;
}

function faultOfPackage(layer: string, spec: string): string | undefined {
  const found = PACKAGES.find(({ pattern }) => pattern.test(spec));
  if (!found) return undefined;
  return found.layers.includes(layer) ? undefined : `${found.name} belongs to ${found.layers.join(', ')}.`;
}

/** Inside a chart's folder what is said and counted knows no drawing. */
function faultOfChartFile(path: string, { spec }: Import, saying: ReadonlySet<string>): string | undefined {
  if (!saying.has(path)) return undefined;
  const found = PACKAGES.find(({ pattern }) => pattern.test(spec));
  const drawing = found?.name ?? (isLocal(spec) && layerOf(localPath(path, spec)) === 'kit' ? 'kit' : '');
  if (!drawing) return undefined;
  const file = posix.basename(path);
  return file === 'definition.ts'
    ? `${file} knows no ${drawing}.`
    : `definition.ts imports ${file}, so it knows no ${drawing}.`;
}

/** Each chart's definition.ts and what it imports within the folder, by way of others too. */
function saidAndCounted(files: Files, ids: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    const text = files.get(path);
    if (text === undefined || found.has(path)) return;
    found.add(path);
    for (const { spec } of importsOf(path, text)) {
      const target = resolveImport(path, spec, files);
      if (target && chartOf(target) === chartOf(path)) visit(target);
    }
  };
  for (const id of ids) visit(`src/charts/${id}/definition.ts`);
  return found;
}

const isLocal = (spec: string) => spec.startsWith('.') || spec.startsWith('~/');

function localPath(from: string, spec: string): string {
  if (spec.startsWith('~/')) return `src/${spec.slice(2)}`;
  return posix.normalize(posix.join(posix.dirname(from), spec));
}

function resolveImport(from: string, spec: string, files: Files): string | undefined {
  if (!isLocal(spec)) return undefined;
  const path = localPath(from, spec.replace(/\?.*$/, ''));
  const endings = ['', '.ts', '.tsx', '.mjs', '.js', '.astro', '/index.ts', '/index.tsx'];
  return endings.map((ending) => path + ending).find((candidate) => files.has(candidate));
}

/** Folders of src/charts that hold a definition or an index. */
function chartIds(files: Files): string[] {
  const ids = [...files.keys()].map(
    (path) => /^src\/charts\/([^/]+)\/(index|definition)\.ts$/.exec(path)?.[1],
  );
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** Where a file names a chart: as a text of its own, or as a step of a path. Imports do not count. */
function namedCharts(path: string, text: string, ids: readonly string[]): { line: number; id: string }[] {
  const own = chartOf(path);
  const foreign = ids.filter((id) => id !== own);
  if (MAY_NAME_CHARTS.test(path) || foreign.length === 0) return [];
  const words = new RegExp(`(?:^|/)(${foreign.join('|')})(?=[/.?#]|$)`);
  const named = (piece: string) => (/^[\w./#?=&-]+$/.test(piece) ? words.exec(piece)?.[1] : undefined);
  return [...textsOf(path, text), ...markupTextsOf(path, text)].flatMap((found) => {
    const id = named(found.text);
    return id ? [{ line: found.line, id }] : [];
  });
}

/** The first column of the table. */
function organisationIds(files: Files): ReadonlySet<string> {
  const [, ...rows] = (files.get(ORGANISATIONS) ?? '').trim().split('\n');
  return new Set(rows.flatMap((row) => row.split(',', 1)));
}

/** Where a file names an organisation by its id: as a text of its own, or as a key. */
const namedOrganisations = (path: string, text: string, ids: ReadonlySet<string>) =>
  [...textsOf(path, text), ...keysOf(path, text)].filter((found) => ids.has(found.text));

/** Each circle once, from the file at which it was entered back to itself. */
export function findRings(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const done = new Set<string>();
  const rings: string[][] = [];
  const visit = (node: string, above: readonly string[]): void => {
    const at = above.indexOf(node);
    if (at >= 0) {
      rings.push([...above.slice(at), node]);
      return;
    }
    if (done.has(node)) return;
    for (const next of edges.get(node) ?? []) visit(next, [...above, node]);
    done.add(node);
  };
  for (const node of edges.keys()) visit(node, []);
  return rings;
}
