/**
 * `npm run bench`: what the flows embed and the story weigh, and how soon a chart can be seen. Beside it, in
 * the same run and in turn, stands a page written by hand: the same drawing, one file, no script. Slow, and
 * no part of `npm test`. Needs dist/ (run.mjs builds it) and CHROMIUM_PATH or a Chromium in its usual place.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../../scripts/lib/chromium.mjs';
import { root } from '../../scripts/lib/steps.mjs';
import { serve } from '../../scripts/serve.mjs';
import { writeByHand } from './by-hand.mjs';
import { measureLoad } from './load.mjs';
import { kB, median, ms, table } from './table.mjs';
import { measureViewChange } from './view-change.mjs';
import { frameworksIn, weigh } from './weigh.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 11);
const EMBED = 'embed/v1/en/flows/';
const STORY = '';
const CHART = 'charts/flows/';
/** How much later than the page written by hand the chart may be seen. */
const ALLOWED = 1.2;

const faults = [];
const temporary = mkdtempSync(join(tmpdir(), 'counterflow-bench-'));
const address = new URL(process.env.SITE_URL ?? 'http://localhost:4321/');
const site = await serve({ dir: join(root, 'dist'), base: address.pathname, port: Number(address.port) });
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs() });

try {
  await weights();
  await speed();
  await viewChange();
} finally {
  await browser.close();
  await site.close();
  rmSync(temporary, { recursive: true });
}
for (const fault of faults) console.log(`OVER BUDGET: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function weights() {
  const rows = [];
  for (const [name, path] of [
    ['embed of flows', EMBED],
    ['chart page of flows', CHART],
    ['story', STORY],
  ]) {
    const { requests, bodies } = await weigh(browser, site.url + path);
    const sum = (...types) =>
      kB(
        requests
          .filter((one) => types.length === 0 || types.includes(one.type))
          .reduce((n, one) => n + one.bytes, 0),
      );
    rows.push([name, requests.length, sum('Document'), sum('Stylesheet'), sum('Font'), sum('Script'), sum()]);
    for (const found of frameworksIn(bodies))
      faults.push(`${name} loads ${found}. React draws at build only.`);
    for (const one of requests.filter(({ url }) => !url.startsWith(site.url))) {
      faults.push(`${name} asks ${one.url}. One origin only.`);
    }
  }
  console.log('\nWhat a first visit transfers, compressed, in kB\n');
  console.log(table(['', 'requests', 'HTML', 'CSS', 'fonts', 'script', 'all'], rows));
}

async function speed() {
  await writeByHand(browser, site.url + EMBED, {
    dist: join(root, 'dist'),
    base: address.pathname,
    out: temporary,
  });
  const byHand = await serve({ dir: temporary, headers: false });
  const pages = [
    { name: 'written by hand', url: byHand.url, taken: [] },
    { name: 'embed of flows', url: site.url + EMBED, taken: [] },
    { name: 'chart page of flows', url: site.url + CHART, taken: [] },
  ];
  // In turn, so that whatever else this machine does falls on all of them alike. The first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const page of pages) {
      const taken = await measureLoad(browser, page.url);
      if (round > 0) page.taken.push(taken);
    }
  }
  await byHand.close();
  const middle = (page, key) => median(page.taken.map((taken) => taken[key]));
  const reference = middle(pages[0], 'chart');
  console.log(
    `\nHow soon it is seen, in ms: CPU x4, 1.6 Mbit/s, 150 ms, empty cache, medians of ${ROUNDS} rounds\n`,
  );
  const rows = pages.map((page) => [
    page.name,
    ms(middle(page, 'paint')),
    ms(middle(page, 'chart')),
    `${ms(Math.min(...page.taken.map((t) => t.chart)))}..${ms(Math.max(...page.taken.map((t) => t.chart)))}`,
    (middle(page, 'chart') / reference).toFixed(2),
  ]);
  console.log(table(['', 'first paint', 'chart visible', 'range', 'times by hand'], rows));
  const ratio = middle(pages[1], 'chart') / reference;
  if (ratio > ALLOWED) {
    faults.push(
      `the embed shows its chart after ${ratio.toFixed(2)} times the page by hand. Allowed are ${ALLOWED}.`,
    );
  }
}

async function viewChange() {
  const rows = [];
  for (const cpu of [1, 4]) {
    const taken = [];
    for (let round = 0; round < Math.ceil(ROUNDS / 2); round += 1) {
      taken.push(await measureViewChange(browser, site.url + CHART, { cpu }));
    }
    const failed = taken.find((one) => one.fault);
    if (failed) {
      faults.push(`a change of view could not be measured: ${failed.fault}.`);
      return;
    }
    const middle = (key) => median(taken.map((one) => one[key]));
    rows.push([
      `CPU x${cpu}`,
      ms(middle('fetch')),
      ms(middle('after')),
      middle('frames'),
      ms(middle('moving')),
    ]);
    // A fetch ends within a frame, and the next one may still show the old places; slow machines have long ones.
    const allowed = (2000 / 60) * cpu;
    if (middle('frames') > 1 || middle('after') > allowed) {
      faults.push(
        `CPU x${cpu}: after its fetch a change of view waits ${ms(middle('after'))} ms, ${middle('frames')} idle frames. Allowed: ${ms(allowed)} ms, 1 frame.`,
      );
    }
  }
  console.log('\nA change of view, 1.6 Mbit/s, 150 ms, in ms\n');
  console.log(table(['', 'its fetch', 'then until it moves', 'idle frames between', 'moving for'], rows));
}
