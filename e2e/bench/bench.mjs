/**
 * `npm run bench`: what the pages weigh, how soon they are seen and how soon they answer, beside pages written in
 * other ways, in the same run and in turn; `-- --profile` instead says where the time goes. Slow, and no part of
 * `npm test`. Measures the folder DIST, else dist/; needs CHROMIUM_PATH or a Chromium in its usual place.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../../scripts/lib/chromium.mjs';
import { root } from '../../scripts/lib/steps.mjs';
import { serve } from '../../scripts/serve.mjs';
import { judge } from './goals.mjs';
import { measureLoad, measureReading } from './load.mjs';
import { CHART_PAGE, EMBED, PAGES, SCREENS } from './pages.mjs';
import { printProfiles } from './profile.mjs';
import { writeReferences } from './references.mjs';
import { answerTable, goalTable, pageTable } from './report.mjs';
import { median, ms, table } from './table.mjs';
import { measureViewChange } from './view-change.mjs';
import { CPU } from './visit.mjs';
import { bytesOf, frameworksIn, weigh } from './weigh.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 7);
const { values: asked } = parseArgs({ options: { profile: { type: 'boolean', default: false } } });
const dist = resolve(root, process.env.DIST ?? 'dist');
/** The folder a site was built for stands in each of its pages. */
const base = /data-base="([^"]*)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1] ?? '/';

const faults = [];
const site = await serve({ dir: dist, base });
const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs() });
const own = PAGES.map((page) => ({ ...page, url: site.url + page.path }));
try {
  if (asked.profile) await printProfiles(browser, own, SCREENS);
  else await measure();
} finally {
  await browser.close();
  await site.close();
}
for (const fault of faults) console.log(`NOT REACHED: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function measure() {
  const references = await writeReferences(browser, { embed: site.url + EMBED.path, dist, base });
  console.log(
    `CPU x${CPU}, 1.6 Mbit/s, 150 ms, empty cache; medians of ${ROUNDS} visits to each page in turn.`,
  );
  try {
    for (const screen of SCREENS) await measureAt(screen, [...references.of(screen), ...own]);
  } finally {
    await references.close();
  }
  await viewChange(SCREENS[0]);
}

async function measureAt(screen, pages) {
  const measured = [];
  for (const page of pages) measured.push({ page, taken: [], ...(await weights(page, screen)) });
  // In turn, so that whatever else this machine does falls on all of them alike.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { page, taken } of measured) {
      console.error(`${screen.width}, visit ${round + 1} of ${ROUNDS}: ${page.name}`);
      taken.push(await measureLoad(browser, screen, page));
    }
  }
  for (const one of measured) {
    const middle = (of) => median(one.taken.map(of));
    for (const key of ['paint', 'seen', 'blocking', 'shift']) one[key] = middle((taken) => taken[key]);
    const steps = Object.keys(one.taken[0].answers);
    one.answers = Object.fromEntries(steps.map((step) => [step, middle((taken) => taken.answers[step])]));
    one.answer = steps.length > 0 ? middle(({ answers }) => Math.max(...Object.values(answers))) : undefined;
    console.error(`${screen.width}, read through: ${one.page.name}`);
    one.reading = await measureReading(browser, screen, one.page);
  }
  const bare = measured[0].seen;
  console.log(pageTable(screen, measured, bare));
  console.log(answerTable(screen, measured));
  const judged = measured
    .filter(({ page }) => page.goals)
    .flatMap((one) => judge(one.page, one, bare).map((goal) => ({ page: one.page.name, ...goal })));
  console.log(goalTable(screen, judged));
  for (const { page, what, value, allowed } of judged.filter(({ holds }) => !holds))
    faults.push(`${page} at ${screen.width}: ${what}: ${value}. Allowed: ${allowed}.`);
}

/** The first visit of all, at full speed: the server packs each file once, and later visits find it packed. */
async function weights(page, screen) {
  const { requests, bodies } = await weigh(browser, screen, page.url);
  if (page.goals) {
    for (const found of frameworksIn(bodies))
      faults.push(`${page.name} loads ${found}. React draws at build only.`);
    for (const one of requests.filter(({ url }) => !url.startsWith(site.url)))
      faults.push(`${page.name} asks ${one.url}. One origin only.`);
  }
  return {
    requests: requests.length,
    html: bytesOf(requests, 'Document'),
    css: bytesOf(requests, 'Stylesheet'),
    fonts: bytesOf(requests, 'Font'),
    script: bytesOf(requests, 'Script'),
    all: bytesOf(requests),
  };
}

async function viewChange(screen) {
  const rows = [];
  for (const cpu of [1, CPU]) {
    const taken = [];
    for (let round = 0; round < Math.ceil(ROUNDS / 2); round += 1) {
      taken.push(await measureViewChange(browser, screen, site.url + CHART_PAGE.path, { cpu }));
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
  console.log('\nA change of view of the chart page, in ms\n');
  console.log(table(['', 'its fetch', 'then until it moves', 'idle frames between', 'moving for'], rows));
}
