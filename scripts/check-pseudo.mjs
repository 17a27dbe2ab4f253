/**
 * Looks at a site in the made-up language of lib/pseudo.mjs, in Chromium, on a phone and on a desk:
 * `node scripts/check-pseudo.mjs <folder>`. Nothing may be scrolled sideways, no label may leave its
 * drawing, and no English may be left: what is, stands in code. The rows of lib/new-rows.mjs must be everywhere
 * they belong, a view of their own for a first move included.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { readCsv } from '../src/data/csv.ts';
import { chromiumArgs, findChromium } from './lib/chromium.mjs';
import { withLetters } from './lib/letters.mjs';
import { newMoves } from './lib/new-rows.mjs';
import { GONE, PSEUDO } from './lib/pseudo.mjs';
import { root } from './lib/steps.mjs';
import { siteModule } from './lib/typescript.mjs';
import { serve } from './serve.mjs';

const WIDTHS = [360, 1440];
const OWN_COLUMNS = ['title', 'original_title', 'person', 'quote'];

/** The story, the other pages it links to, and each chart's own page and embed. */
function pagesOf(dir) {
  const home = readFileSync(join(dir, PSEUDO, 'index.html'), 'utf8');
  const list = readFileSync(join(dir, PSEUDO, 'charts', 'index.html'), 'utf8');
  const found = [...`${home}${list}`.matchAll(new RegExp(`href="/(${PSEUDO}/(?:[\\w-]+/){0,2})"`, 'g'))];
  const pages = [...new Set(found.map(([, path]) => path))].filter((path) => existsSync(join(dir, path)));
  const charts = pages.flatMap((path) => /\/charts\/([\w-]+)\/$/.exec(path)?.[1] ?? []);
  const gone = Object.values(GONE).map((view) => `${PSEUDO}/charts/${view}/`);
  return [...pages, ...gone, ...charts.map((chart) => `embed/v1/${PSEUDO}/${chart}/`)];
}

/** Names, titles and quotations, which the data has in their own language alone; the longest first. */
function ownWords(folder) {
  const words = ['sources', 'quotes', 'moves'].flatMap((table) => {
    const [header, ...rows] = readCsv(
      readFileSync(join(folder, 'content/data', `${table}.csv`), 'utf8'),
    ).rows;
    const own = header?.cells.flatMap(({ text }, i) => (OWN_COLUMNS.includes(text) ? [i] : [])) ?? [];
    return rows.flatMap(({ cells }) => own.map((i) => cells[i]?.text ?? ''));
  });
  return [...new Set(words)].filter((text) => text.length > 5).sort((a, b) => b.length - a.length);
}

/** New rows that a page lacks, and first moves of a direction that have no view. */
function missingRows(dir) {
  const table = (name) => readFileSync(join(root, 'content/data', `${name}.csv`), 'utf8');
  const moves = newMoves({ moves: table('moves'), organisations: table('organisations') });
  const all = readFileSync(join(dir, PSEUDO, 'moves', 'index.html'), 'utf8');
  const charts = join(dir, PSEUDO, 'charts');
  const ofPairs = readdirSync(charts).filter((chart) =>
    moves.some(({ from_org: from, to_org: to }) => existsSync(join(charts, chart, `${from}-to-${to}`))),
  );
  const faults = ofPairs.length === 0 ? ['no chart has a view for a new move’s direction'] : [];
  for (const { id, person, from_org: from, to_org: to } of moves) {
    if (!all.includes(`id="${id}"`)) faults.push(`/${PSEUDO}/moves/ lacks the new row ${id}`);
    for (const chart of ofPairs) {
      const page = join(charts, chart, `${from}-to-${to}`, 'index.html');
      if (!existsSync(page) || !withLetters(readFileSync(page, 'utf8')).includes(person))
        faults.push(`/${PSEUDO}/charts/${chart}/${from}-to-${to}/ lacks ${person}`);
    }
  }
  return faults;
}

/** Releases whose files are not served as they were kept, in a site whose data have ten more rows. */
function changedReleases(dir, site, { placed, unpacked }) {
  const kept = join(root, 'content/releases');
  const releases = readdirSync(kept);
  const faults = releases.flatMap((release) => {
    const files = readdirSync(join(kept, release)).filter((file) => !file.endsWith('.gz'));
    const tables = files.map((file) => [`data/${release}/${file}`, readFileSync(join(kept, release, file))]);
    const packed = unpacked(readFileSync(join(kept, release, 'pages.json.gz')));
    const pages = Object.entries(packed).map(([path, text]) => [
      `releases/${release}/${path}`,
      placed(path, text, release, site),
    ]);
    return [...tables, ...pages].flatMap(([path, bytes]) => {
      const served = join(dir, path);
      return existsSync(served) && readFileSync(served).equals(bytes)
        ? []
        : [`/${path} is not as it was kept`];
    });
  });
  return releases.length > 0 ? faults : ['there is no release'];
}

/** Published links that this site does not draw, and that do not answer on the web, in a frame or to hosts. */
function silentLinks(dir) {
  const links = readCsv(readFileSync(join(dir, '../content/links.csv'), 'utf8')).rows;
  return Object.values(GONE).flatMap((view) => {
    const [, , , height, became] = links.find(({ cells }) => cells[0]?.text === view)?.cells ?? [];
    const asked = {
      [`${PSEUDO}/charts/${view}/index.html`]: became?.text && `charts/${became.text}/" data-next`,
      [`embed/v1/${PSEUDO}/${view}/index.html`]: `min-height:${height?.text}px`,
      [`oembed/${PSEUDO}/${view.replace('/', '.')}.json`]: `"height":${height?.text}`,
    };
    return Object.entries(asked).flatMap(([path, needed]) => {
      const text = existsSync(join(dir, path)) ? readFileSync(join(dir, path), 'utf8') : undefined;
      if (text === undefined) return [`/${path} does not answer, though it was published`];
      return text.includes(needed || '<h1>') ? [] : [`/${path} lacks ${needed || 'a heading'}`];
    });
  });
}

/** Runs in the page. @returns {string[]} */
function faultsHere({ pseudo, own, words }) {
  const faults = [];
  const root = document.documentElement;
  const short = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 60);
  if (root.lang !== pseudo || getComputedStyle(root).direction !== 'rtl')
    faults.push(`lang is "${root.lang}", direction ${getComputedStyle(root).direction}`);
  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter(
      (node) => node.scrollWidth > root.clientWidth && getComputedStyle(node).overflowX === 'visible',
    );
    const named = wide
      .slice(-2)
      .map((node) => `<${node.localName} class="${node.getAttribute('class') ?? ''}">`);
    faults.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}, such as ${named.join(', ')}`);
  }
  for (const cell of document.querySelectorAll('td, th')) {
    // Not inside a closed <details>, which is not laid out, nor what is heard only.
    const seen =
      cell.checkVisibility() && getComputedStyle(cell.parentElement.parentElement).clipPath === 'none';
    if (seen && cell.scrollWidth > cell.clientWidth + 1)
      faults.push(`runs out of its cell: "${short(cell.textContent)}"`);
  }
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    for (const label of frame.width > 0 ? svg.querySelectorAll('text') : []) {
      const box = label.getBoundingClientRect();
      if (box.width > 0 && (box.left < frame.left - 3 || box.right > frame.right + 3))
        faults.push(`label leaves its drawing: "${short(label.textContent)}"`);
    }
  }
  if (!words) return [...new Set(faults)];
  // "and" is left out: lists are joined by Intl, which knows no made-up language.
  const english = /(?<![\p{L}’'])(?:the|of|to|from|in|is|with|more|open|show|for|no|all)(?![\p{L}’'])/iu;
  const plain = (text) =>
    text
      .replace(/[‘’]/g, "'")
      .replace(/[“”„«»]/g, '"')
      .replaceAll('\u00a0', ' ');
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (parentElement.closest(`script, style, textarea, [lang]:not([lang="${pseudo}"])`)) continue;
    if (!english.test(data)) continue;
    const left = own.reduce((text, word) => text.replaceAll(plain(word), ' '), plain(data));
    if (english.test(left)) faults.push(`English: "${short(left)}"`);
  }
  return [...new Set(faults)];
}

async function main() {
  const folder = resolve(process.argv[2] ?? '.cache/pseudo');
  const dir = join(folder, 'dist');
  const own = ownWords(folder);
  const site = await serve({ dir });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArgs() });
  const { origin, pathname: base } = new URL(process.env.SITE_URL);
  const frozen = await siteModule('src/pages/_frozen.ts');
  const faults = [
    ...missingRows(dir),
    ...changedReleases(dir, { origin, base }, frozen),
    ...silentLinks(dir),
  ];
  const pages = pagesOf(dir);
  const page = await browser.newPage();
  for (const [i, path] of pages.entries()) {
    // The one begins in the window in which the last ended.
    const widths = i % 2 === 0 ? WIDTHS : WIDTHS.toReversed();
    for (const [k, width] of widths.entries()) {
      await page.setViewportSize({ width, height: 900 });
      if (k === 0) await page.goto(site.url + path, { waitUntil: 'load' });
      // Words are the same in any window.
      for (const fault of await page.evaluate(faultsHere, { pseudo: PSEUDO, own, words: k === 0 }))
        faults.push(`/${path} at ${width}: ${fault}`);
    }
  }
  await Promise.all([browser.close(), site.close()]);
  for (const fault of faults) console.log(fault);
  console.log(
    `made-up language: ${pages.length} pages at ${WIDTHS.join(' and ')} px, ${faults.length} faults`,
  );
  process.exitCode = faults.length > 0 || pages.length < 10 ? 1 : 0;
}

await main();
