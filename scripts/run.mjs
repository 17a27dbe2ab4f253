/**
 * `npm start`, `npm test`, `npm run dev | build | bench | release | data:check | data:add`, on any Node from 18: brings
 * a newer Node and the packages where they are missing, then runs the tools. Plain Node, no shell, so that it runs
 * everywhere.
 */
import { delimiter, dirname, join } from 'node:path';
import { bringChromium } from './lib/chromium.mjs';
import { findNode } from './lib/node.mjs';
import { oneBuild } from './lib/one-build.mjs';
import { installPackages } from './lib/packages.mjs';
import { freePort } from './lib/ports.mjs';
import { stopwatch } from './lib/slowest.mjs';
import { beside, endWithParent, entry, Failure, foreground, root, say, script, step } from './lib/steps.mjs';

const verbs = {
  start,
  test,
  dev,
  build,
  bench,
  release,
  'data:check': data('check'),
  'data:add': data('add'),
};

async function main(verb) {
  const run = verbs[verb];
  if (!run)
    throw new Failure(`unknown verb "${verb ?? ''}". Expected one of ${Object.keys(verbs).join(', ')}.`);
  endWithParent();
  const node = await findNode();
  if (node !== process.execPath) {
    // Once more under the newer Node, which comes first in PATH for everything below it.
    const env = { PATH: dirname(node) + delimiter + (process.env.PATH ?? '') };
    process.exitCode = await foreground(process.argv.slice(1), { node, env });
    return;
  }
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // The tools write to a pipe of ours: whether colours are wanted, only we can see.
  if (process.stdout.isTTY && !process.env.NO_COLOR) process.env.FORCE_COLOR ??= '1';
  else {
    process.env.NO_COLOR = '1';
    delete process.env.FORCE_COLOR;
  }
  installPackages();
  await run();
}

/** Builds for `address` into dist/. */
async function buildSite(address, { title = 'Building the site …', outDir = 'dist', env = {} } = {}) {
  const { take, said } = stopwatch();
  await oneBuild(root, join(root, outDir), (unfinished) =>
    step(title, [entry('astro'), 'build', '--outDir', unfinished], {
      env: { ...env, SITE_URL: address },
      closing: 1,
      live: /^cards? /i,
      drop: /^\s*(\d\d:\d\d:\d\d\s+)?[├└]─ /,
      watch: take,
      note: (seconds) => `slowest: ${said(seconds)}`,
    }),
  );
}

async function build() {
  const address = process.env.SITE_URL ?? 'http://localhost:4321/';
  await buildSite(address);
  if (!process.env.CONTACT && !process.env.REPOSITORY)
    say('Nobody is named to whom a row can be reported: set CONTACT (mailto: or a page) or REPOSITORY.');
  say(
    `dist/ holds the site for ${address}${process.env.SITE_URL ? '' : ' (set SITE_URL to build for another address)'}`,
  );
}

async function start() {
  const port = await freePort(process.env.PORT);
  const address = process.env.SITE_URL ?? `http://localhost:${port}/`;
  await buildSite(address);
  const { serve } = await import('./serve.mjs');
  const site = await serve({ dir: join(root, 'dist'), base: new URL(address).pathname, port });
  say(`\nThe site is at ${site.url}  (Ctrl+C ends it)`);
}

/** Reloads as you write: words, data and code. */
async function dev() {
  process.exitCode = await foreground([entry('astro'), 'dev']);
}

/** Everything that can fail without the internet: what one core can do beside what another does, then the browser with both. */
async function test() {
  const began = performance.now();
  const chromium = await bringChromium();
  // The same port as ever where it is free: the address stands in most pictures, which are kept from build to build.
  const address = `http://localhost:${await freePort()}/`;
  const env = { SITE_URL: address, CHROMIUM_PATH: chromium };

  await beside(
    async () => {
      await reading();
      await buildSite(address);
      await step('Checking links …', [script('scripts/check-links.mjs'), 'dist'], { env, closing: 1 });
      await step('Checking the HTML …', [script('scripts/check-html.mjs'), 'dist'], { closing: 1 });
      const check = [script('scripts/check-package.mjs'), 'dist'];
      await step('Checking the data with a validator of somebody else …', check, { closing: 1 });
      await step('Weighing …', [script('scripts/check-weight.mjs'), 'dist'], { closing: 1 });
      await anotherStory();
    },
    async () => {
      await step('Testing the parts (Vitest, layers included) …', [entry('vitest'), 'run'], OF_VITEST);
      await madeUpLanguage(env);
    },
  );
  await step('Testing in the browser (Playwright) …', [entry('@playwright/test', 'playwright'), 'test'], {
    env,
    closing: 3,
    drop: /NO_COLOR|--trace-warnings/,
  });
  say(`\nAll tests passed in ${Math.round((performance.now() - began) / 1000)} s.`);
}

const OF_VITEST = { closing: 3, drop: /^ +(Start at|Isolate|at least) / };

/** Before the build, never beside it: both write what Astro knows of the content. */
async function reading() {
  const colours = process.env.NO_COLOR ? '--colors=off' : '--colors=force';
  const biome = [entry('@biomejs/biome', 'biome'), 'ci', colours];
  await step('Reading the code for mistakes (Biome) …', biome, { closing: 1 });
  await step('Checking types (astro check) …', [entry('astro'), 'check'], { closing: 4 });
}

/**
 * Another story, for an address in a folder: what knows its subject, links that forget the base, and words that name
 * localhost show here.
 */
async function anotherStory() {
  const address = 'https://example.org/counterflow/';
  const outDir = '.cache/another';
  const env = { CONTENT: 'examples/lenses', SITE_URL: address };
  await buildSite(address, {
    title: 'Building another story for a sub-folder, without pictures …',
    outDir,
    env: { ...env, PICTURES: 'none' },
  });
  await step('Checking links there …', [script('scripts/check-links.mjs'), outDir], { env, closing: 1 });
  await step('Checking the HTML there …', [script('scripts/check-html.mjs'), outDir], { env, closing: 1 });
  const tests = ['src/charts/registry.test.ts', 'src/embed/height.test.ts'];
  await step('Testing its charts …', [entry('vitest'), 'run', ...tests], { ...OF_VITEST, env });
}

/** In a third language that is made up, with ten more rows: what needs code for either, or has no room, shows here. */
async function madeUpLanguage(env) {
  const { makePseudo } = await import('./lib/pseudo.mjs');
  const folder = join(root, '.cache', 'pseudo');
  makePseudo(folder);
  await step('Building in a made-up language, with ten new rows …', [entry('astro'), 'build'], {
    // Nobody looks at its pictures: those in the bundles alone were half of its time.
    env: { ...env, PICTURES: 'none' },
    cwd: folder,
  });
  const tests = ['src/charts/registry.test.ts', 'src/story/prose.test.ts'];
  // Longer words and other rows at once would be two things to read in one failure.
  const options = ['-t', '^(?!.*with other rows)'];
  await step('Testing its charts and prose …', [entry('vitest'), 'run', ...options, ...tests], {
    ...OF_VITEST,
    cwd: folder,
  });
  await step('Looking at its pages …', [script('scripts/check-pseudo.mjs'), folder], { env, closing: 1 });
}

/** Keeps the data as a release, or takes a person out of all of them. */
async function release() {
  process.exitCode = await foreground([script('scripts/release.mjs'), ...process.argv.slice(3)]);
}

/** Tells what is wrong in the data, or adds to them; asked for late, since it needs the newer Node. */
function data(what) {
  return async () => {
    const { dataAdd, dataCheck } = await import('./data.mjs');
    await (what === 'add' ? dataAdd() : dataCheck());
  };
}

/** Measures what DIST names, as it was built, else a new build. */
async function bench() {
  const args = process.argv.slice(3);
  if (args.includes('--grow')) {
    process.exitCode = await foreground([script('e2e/bench/grow.mjs'), ...args]);
    return;
  }
  const chromium = await bringChromium();
  if (!process.env.DIST) await buildSite(process.env.SITE_URL ?? 'http://localhost:4321/');
  const command = [script('e2e/bench/bench.mjs'), ...args];
  process.exitCode = await foreground(command, { env: { CHROMIUM_PATH: chromium } });
}

main(process.argv[2]).catch((error) => {
  process.stderr.write(`\n${error instanceof Failure ? error.message : error.stack}\n`);
  process.exitCode = 1;
});
