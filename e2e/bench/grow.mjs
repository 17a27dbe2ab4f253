/**
 * `npm run bench -- --grow [moves …]`: what a build takes and makes when there are as many moves, each in a copy of the
 * project with made-up rows, from an empty cache. Needs no browser. With PICTURES=none it makes no pictures.
 */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { copyProject } from '../../scripts/lib/copy.mjs';
import { entry, root, step } from '../../scripts/lib/steps.mjs';
import { readTable } from '../../scripts/lib/tables.mjs';
import { grow } from './grown.mjs';
import { kB, table } from './table.mjs';

/** Ten, a hundred and a thousand times as many as there are, about. */
const SIZES = ['0', '600', '6000', '60000'];
const { positionals } = parseArgs({ options: { grow: { type: 'boolean' } }, allowPositionals: true });
const urlOf = (file) => pathToFileURL(join(import.meta.dirname, file)).href;
const folder = join(root, '.cache', 'grown');

const rows = [];
for (const n of positionals.length > 0 ? positionals : SIZES) rows.push(await measure(Number(n)));
const head = [
  'moves',
  'seconds',
  'of processor',
  'peak, MB',
  'pages',
  'story, kB',
  'flows embed, kB',
  'largest page, kB',
  'which',
];
console.log(`\n${table(head, rows)}`);
rmSync(folder, { recursive: true, force: true });

async function measure(n) {
  copyProject(folder, (path) => /^content\/releases(\.csv)?$/.test(path));
  grow(join(folder, 'content'), n);
  const usage = join(folder, 'usage.json');
  const began = performance.now();
  await step(
    `Building with ${n || 'today’s'} moves …`,
    ['--import', urlOf('usage.mjs'), entry('astro'), 'build'],
    {
      cwd: folder,
      env: { USAGE: usage, SITE_URL: 'http://localhost:4321/' },
    },
  );
  const seconds = (performance.now() - began) / 1000;
  const { cpu, peak } = JSON.parse(readFileSync(usage, 'utf8'));
  const pages = pagesIn(join(folder, 'dist'));
  const heaviest = (kind) => pages.filter(({ file }) => kind.test(file)).sort((a, b) => b.size - a.size)[0];
  const largest = heaviest(/./);
  return [
    movesIn(folder),
    Math.round(seconds),
    Math.round(cpu),
    Math.round(peak / 1e6),
    pages.length,
    kB(packed(heaviest(/^(\w\w\/)?index\.html$/))),
    kB(packed(heaviest(/^embed\/v1\/\w\w\/flows\//))),
    kB(packed(largest)),
    largest.file.replace(/index\.html$/, ''),
  ];
}

function movesIn(project) {
  const [head, ...rows] = readTable(readFileSync(join(project, 'content/data/moves.csv'), 'utf8'));
  return rows.filter((row) => row[head.indexOf('scope')] === 'core').length;
}

/** Every page that is made. */
function pagesIn(dist) {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, path: join(dist, file), size: statSync(join(dist, file)).size }));
}

/** As brotli packs it. */
function packed({ path }) {
  return brotliCompressSync(readFileSync(path)).length;
}
