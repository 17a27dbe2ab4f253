/**
 * Where the time of a visit goes, until it is quiet: by what the browser does, by script, and the dearest events.
 * In processor time at full speed, so that other work of this machine counts as little as it can; a phone of the
 * middle class takes four times as long.
 */
import { table } from './table.mjs';
import { CATEGORIES, isWhole, NAMES, readTrace } from './trace.mjs';
import { visit } from './visit.mjs';
import { listen, quiet } from './watch.mjs';

const DEAREST = 5;
const short = (value) => value.toFixed(value < 10 ? 1 : 0);

export async function printProfiles(browser, pages, screens) {
  const profiles = [];
  for (const screen of screens) {
    for (const page of pages) {
      const trace = await record(browser, screen, page);
      profiles.push({ title: `${page.name} at ${screen.width}`, ...readTrace(trace, page.url) });
    }
  }
  console.log('Processor time of the main thread until quiet, in ms at full speed; raster: other threads\n');
  console.log(
    table(
      ['', ...NAMES, 'all', 'raster'],
      profiles.map(({ title, spans, raster }) => [
        title,
        ...NAMES.map((kind) => short(sum(spans.filter((span) => span.kind === kind)))),
        short(sum(spans)),
        short(raster),
      ]),
    ),
  );
  console.log('\nScript by file: compiling and running, in ms, without what it makes the browser do\n');
  console.log(
    table(['', 'file', 'compile', 'run', 'layout and style it asks for'], profiles.flatMap(scripts)),
  );
  console.log('\nThe dearest events\n');
  console.log(table(['', 'first paint', 'ms', 'event', 'because of'], profiles.flatMap(dearest)));
}

async function record(browser, screen, { url, seen }) {
  const load = async (page) => {
    await listen(page, seen);
    await browser.startTracing(page, { categories: CATEGORIES });
    await page.goto(url, { waitUntil: 'load' });
    await quiet(page);
    return JSON.parse((await browser.stopTracing()).toString());
  };
  return visit(browser, screen, load, { cpu: 1 });
}

const sum = (spans) => spans.reduce((total, { self }) => total + self, 0);

/** A row a file; the bench's own has no name. */
function scripts({ title, spans }) {
  const files = new Set(spans.map(({ file }) => file).filter((file) => file?.startsWith('http')));
  return [...files].map((file) => {
    const own = spans.filter((span) => span.file === file);
    const ms = (...kinds) => short(sum(own.filter(({ kind }) => kinds.includes(kind))));
    return [title, fileName(file), ms('compile'), ms('script'), ms('layout', 'text', 'style')];
  });
}

function dearest({ title, spans, paint, fonts }) {
  return spans
    .filter(isWhole)
    .sort((a, b) => b.whole - a.whole)
    .slice(0, DEAREST)
    .map((span) => [
      title,
      span.at > paint ? 'after' : 'before',
      short(span.whole),
      `${span.name} ${sizeOf(span)}`.trim(),
      causeOf(span, { spans, fonts }),
    ]);
}

/** How much an event had to do. */
function sizeOf({ name, data, texts, elements }) {
  if (name === 'Layout') return `(${texts} texts)`;
  if (name === 'UpdateLayoutTree') return `(${elements} elements)`;
  if (name === 'FunctionCall') return data.functionName ?? '';
  return '';
}

/** A script that asked for it, the parser, or a frame; for a layout also the typefaces that came since the last one. */
function causeOf(span, { spans, fonts }) {
  const frame = span.data.stackTrace?.[0];
  if (frame) return `${frame.functionName || 'script'} in ${fileName(frame.url)}`;
  if (span.file) return fileName(span.file);
  const within = [];
  for (let outer = span.around; outer; outer = outer.around) within.push(outer.name);
  const moment = within.some((name) => name.endsWith('::FinishedParsing'))
    ? 'end of the document'
    : 'a frame';
  if (span.name === 'ParseHTML') return 'the parser';
  if (span.name !== 'Layout') return moment;
  const last = spans.findLast(({ name, at }) => name === 'Layout' && at < span.at)?.at ?? 0;
  const came = fonts.filter(({ at }) => at > last && at <= span.at).map(({ name }) => fileName(name));
  return came.length > 0 ? `${moment}, after ${came.join(', ')}` : moment;
}

const fileName = (url) => url.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '') || url;
