/**
 * Every link in a built site leads somewhere: `node scripts/check-links.mjs dist`. Only the folder is read,
 * never the network. Also: nothing in it names this machine, or localhost where the site lives elsewhere.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, posix, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { headersFor, parseHeaders } from './lib/headers.mjs';
import { root } from './lib/steps.mjs';

const TAG = /<([a-zA-Z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
/** Their content is not markup: what looks like a tag in it is none. */
const RAW = /(<(script|style|textarea|title)\b[^>]*>)[\s\S]*?(<\/\2\s*>)|<!--[\s\S]*?-->/gi;
const LINKING = new Set(['href', 'src', 'poster', 'data', 'xlink:href', 'cite', 'longdesc']);
const TEXT = /\.(html|css|m?js|json|xml|svg|csv|txt|webmanifest)$|[/\\]_(headers|redirects)$/;

/**
 * @param {object} options
 * @param {string} options.dir The built folder.
 * @param {string} options.site Its address, with the base path: https://example.org/counterflow/
 * @returns {{ pages: number, links: number, broken: string[] }} Each broken one as `page: link: what is wrong`.
 */
export function checkLinks({ dir, site }) {
  const files = listFiles(dir);
  const known = new Set(files);
  const home = new URL(site);
  /** @type {Map<string, Set<string>>} */
  const ids = new Map();
  /** @type {{ from: string, link: string }[]} */
  const links = [];
  for (const file of files) {
    if (file.endsWith('.html')) {
      const page = readPage(readFileSync(join(dir, file), 'utf8'));
      ids.set(file, page.ids);
      for (const link of page.links) links.push({ from: file, link });
    } else if (file.endsWith('.css')) {
      for (const link of cssLinks(readFileSync(join(dir, file), 'utf8'))) links.push({ from: file, link });
    }
  }
  const broken = new Set();
  for (const { from, link } of links) {
    const fault = faultOf(link, { from, home, known, ids });
    if (fault) broken.add(`${from}: ${link}: ${fault}`);
  }
  return { pages: ids.size, links: links.length, broken: [...broken].sort() };
}

/** What is wrong with one link; undefined where nothing is, or where it leads to another site. */
function faultOf(link, { from, home, known, ids }) {
  const here = new URL(from.replace(/(^|\/)index\.html$/, '$1'), home);
  let target;
  try {
    target = new URL(link, here);
  } catch {
    return 'is not an address';
  }
  if (!/^https?:$/.test(target.protocol) || target.origin !== home.origin) return undefined;
  let path;
  try {
    path = decodeURIComponent(target.pathname);
  } catch {
    return 'has a malformed %';
  }
  if (!path.startsWith(home.pathname)) return `leaves the base path ${home.pathname}`;
  const inside = path.slice(home.pathname.length);
  const file = inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside;
  if (!known.has(file)) {
    return known.has(posix.join(file, 'index.html')) ? 'lacks its closing slash' : 'leads nowhere';
  }
  const fragment = target.hash.slice(1);
  const owned = ids.get(file);
  if (!owned || fragment === '' || fragment === 'top' || /^(\?|:~:)/.test(fragment)) return undefined;
  return owned.has(fragment) || owned.has(safeDecode(fragment))
    ? undefined
    : `#${fragment} is not on that page`;
}

/** The ids a page owns and the links it makes, from its tags alone. */
export function readPage(html) {
  const ids = new Set();
  const links = [];
  const markup = html.replace(RAW, (_, open = '', __, close = '') => open + close);
  for (const [, name = '', rest = ''] of markup.matchAll(TAG)) {
    const attributes = new Map();
    for (const [, key = '', a, b, c] of rest.matchAll(ATTRIBUTE)) {
      attributes.set(key.toLowerCase(), decodeEntities(a ?? b ?? c ?? ''));
    }
    if (attributes.has('id')) ids.add(attributes.get('id'));
    if (name.toLowerCase() === 'a' && attributes.has('name')) ids.add(attributes.get('name'));
    links.push(...linksOf(name.toLowerCase(), attributes));
  }
  return { ids, links };
}

function linksOf(name, attributes) {
  const links = [];
  for (const [key, value] of attributes) {
    if (LINKING.has(key)) links.push(value.trim());
    if (key === 'srcset' || key === 'imagesrcset') {
      links.push(...value.split(/,\s+/).map((part) => part.trim().split(/\s+/)[0] ?? ''));
    }
    if (/^(fill|stroke|filter|mask|clip-path)$/.test(key)) links.push(...cssLinks(value));
  }
  const property = attributes.get('property') ?? attributes.get('name') ?? '';
  if (name === 'meta' && /^(og:(url|image)|twitter:image)$/.test(property))
    links.push(attributes.get('content') ?? '');
  // A preconnect or a namespace is no page.
  return /^(preconnect|dns-prefetch)$/.test(attributes.get('rel') ?? '') ? [] : links;
}

const cssLinks = (css) => [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].map(([, link = '']) => link);

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text) {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot|apos));/gi, (_, decimal, hex, name) =>
    name
      ? ENTITIES[name.toLowerCase()]
      : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

function safeDecode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Files that name a folder of the machine that built them, or localhost although the site lives elsewhere.
 * @param {object} options
 * @param {string} options.dir
 * @param {string} options.site
 * @param {string[]} [options.folders] Folders that must not be named.
 */
export function checkTraces({ dir, site, folders = [root.replace(/[/\\]$/, ''), homedir()] }) {
  const local = /^(localhost|127\.|\[)/.test(new URL(site).hostname);
  const named = folders
    .filter((folder) => folder.length > 1)
    .flatMap((folder) => [folder, folder.replaceAll('\\', '/'), folder.replaceAll('\\', '\\\\')])
    .map((folder) => folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // "https://example.org/root/" is an address, "/root/" and "file:///root/" are folders.
  const machine = named.length
    ? new RegExp(`(?:^|["'\`\\s(=>,:]|file://)(?:${named.join('|')})[/\\\\]`)
    : /(?!)/;
  const traces = [];
  for (const file of listFiles(dir)) {
    if (!TEXT.test(`/${file}`)) continue;
    const text = readFileSync(join(dir, file), 'utf8');
    const found = machine.exec(text);
    if (found) traces.push(`${file}: names a folder of this machine: ${around(text, found.index)}`);
    const host = local ? undefined : /\/\/(localhost|127\.0\.0\.1)\b|\blocalhost:\d/.exec(text);
    if (host)
      traces.push(`${file}: names localhost, and the site lives at ${site}: ${around(text, host.index)}`);
  }
  return traces;
}

const around = (text, at) => text.slice(Math.max(0, at - 20), at + 60).replace(/\s+/g, ' ');

/**
 * Pages that a host would send without a word on who may frame them, or with two: hosts join the values
 * of overlapping rules, and of two policies the stricter one wins.
 */
export function checkHeaders({ dir }) {
  const file = join(dir, '_headers');
  if (!existsSync(file)) return [];
  const rules = parseHeaders(readFileSync(file, 'utf8'));
  const faults = [];
  for (const page of listFiles(dir)) {
    if (!page.endsWith('/index.html') && page !== 'index.html') continue;
    const path = `/${page.slice(0, -'index.html'.length)}`;
    const policy = headersFor(rules, path)['content-security-policy'] ?? '';
    const count = policy.split('frame-ancestors').length - 1;
    const wanted = /^\/(embed\/v1|releases)\//.test(path) ? 0 : 1;
    if (count !== wanted)
      faults.push(`_headers: ${path} gets ${count} rules on framing. Expected ${wanted}.`);
  }
  return faults;
}

/** Relative paths with forward slashes. */
export function listFiles(dir) {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(dir, path)).isFile())
    .map((path) => path.split(sep).join('/'))
    .sort();
}

/** The address a folder was built for: what its first page calls itself. */
function builtFor(dir) {
  const page = join(dir, 'index.html');
  if (!existsSync(page)) return undefined;
  const tag = /<link[^>]*\brel="?canonical"?[^>]*>/.exec(readFileSync(page, 'utf8'))?.[0] ?? '';
  return /\bhref="([^"]+)"/.exec(tag)?.[1];
}

function main() {
  const dir = resolve(process.argv[2] ?? 'dist');
  const site = process.env.SITE_URL ?? builtFor(dir) ?? 'http://localhost:4321/';
  const { pages, links, broken } = checkLinks({ dir, site });
  const faults = [...broken, ...checkTraces({ dir, site }), ...checkHeaders({ dir })];
  for (const fault of faults) console.log(`${relative(process.cwd(), dir) || '.'}/${fault}`);
  if (pages === 0) console.log(`${dir} holds no page. Build the site first.`);
  console.log(`links: ${pages} pages, ${links} links, ${broken.length} broken`);
  process.exitCode = faults.length > 0 || pages === 0 ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) main();
