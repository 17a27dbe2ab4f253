import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sample } from './check-html.mjs';
import { checkHeaders, checkLinks, checkTraces, readPage } from './check-links.mjs';

const made: string[] = [];

function folder(files: Record<string, string>): string {
  const dir = mkdtempSync(join(tmpdir(), 'links-'));
  made.push(dir);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

afterEach(() => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true });
});

const site = 'https://example.org/counterflow/';
const flows = { 'charts/flows/index.html': '<h1 id="top-of-it">flows</h1><tr id=m-1>' };
const broken = (html: string, files: Record<string, string> = {}) =>
  checkLinks({ dir: folder({ ...flows, 'index.html': html, ...files }), site }).broken;

describe('a link', () => {
  it('to a page, a file, a row or another site is whole', () => {
    const html = `
      <a href="/counterflow/charts/flows/">a</a> <a href='charts/flows/?t=2025&amp;hl=m-1#m-1'>b</a>
      <a href=#here id=here>c</a> <a href="#">d</a> <a href="https://elsewhere.example/x">e</a>
      <a href="mailto:someone@example.org">f</a> <a href="https://example.org/counterflow/charts/flows/#top-of-it">g</a>
      <img srcset="a.png 1x, /counterflow/a.png 2x" src="a.png"> <iframe src="/counterflow/charts/flows/#?secret=1">`;
    expect(broken(html, { 'a.png': '' })).toEqual([]);
  });

  it('that leads nowhere is named with its page', () => {
    expect(broken('<a href="charts/flow/">')).toEqual(['index.html: charts/flow/: leads nowhere']);
    expect(broken('<img srcset="/counterflow/b.png 2x">')).toEqual([
      'index.html: /counterflow/b.png: leads nowhere',
    ]);
    expect(broken('<script src="a.js"></script>')).toEqual(['index.html: a.js: leads nowhere']);
    expect(
      broken('<meta property="og:image" content="https://example.org/counterflow/img/x.png">'),
    ).toHaveLength(1);
    expect(broken('', { 'a.css': '@font-face{src:url("/counterflow/fonts/x.woff2")}' })).toHaveLength(1);
    expect(broken('<rect fill="url(#hatch)"/>')).toEqual(['index.html: #hatch: #hatch is not on that page']);
  });

  it('to a row that is not there is broken', () => {
    expect(broken('<a href="charts/flows/#m-2">')).toEqual([
      'index.html: charts/flows/#m-2: #m-2 is not on that page',
    ]);
    expect(broken('<a href="#m-1">')).toHaveLength(1);
  });

  it('that forgets the base path or the slash is broken', () => {
    expect(broken('<a href="/charts/flows/">')).toEqual([
      'index.html: /charts/flows/: leaves the base path /counterflow/',
    ]);
    expect(broken('<a href="charts/flows">')).toEqual(['index.html: charts/flows: lacks its closing slash']);
  });

  it('is counted', () => {
    const dir = folder({ ...flows, 'index.html': '<a href="charts/flows/"><a href="#">' });
    expect(checkLinks({ dir, site })).toEqual({ pages: 2, links: 2, broken: [] });
  });

  it('shown as text is none', () => {
    const { links, ids } = readPage(
      '<pre>&lt;a href="x"></pre><textarea><a href="y"></textarea><!-- <a href="z"> --><script>"<a href=w>"</script>',
    );
    expect([links, [...ids]]).toEqual([[], []]);
  });
});

describe('traces', () => {
  const traces = (text: string, address = site, folders = ['/home/ada/counterflow']) =>
    checkTraces({ dir: folder({ 'a.js': text }), site: address, folders });

  it('of the machine are found', () => {
    expect(traces('import("/home/ada/counterflow/src/x.ts")')).toEqual([
      'a.js: names a folder of this machine: import("/home/ada/counterflow/src/x.ts")',
    ]);
    expect(traces('file:///home/ada/counterflow/src')).toHaveLength(1);
    expect(traces('https://example.org/home/ada/counterflow/')).toEqual([]);
  });

  it('of localhost are found, unless the site lives there', () => {
    expect(traces('"http://localhost:4321/"')).toHaveLength(1);
    expect(traces('"http://localhost:4321/"', 'http://localhost:4321/')).toEqual([]);
  });
});

it('every page but the embed is told once who may frame it', () => {
  const self = "  Content-Security-Policy: frame-ancestors 'self'";
  const dir = folder({
    _headers: ['/', self, '/charts/*', self, '/charts/flows/*', self, '/embed/*', self].join('\n'),
    'index.html': '',
    'about/index.html': '',
    'charts/flows/index.html': '',
    'embed/v1/en/flows/index.html': '',
  });
  expect(checkHeaders({ dir })).toEqual([
    '_headers: /about/ gets 0 rules on framing. Expected 1.',
    '_headers: /charts/flows/ gets 2 rules on framing. Expected 1.',
    '_headers: /embed/v1/en/flows/ gets 1 rules on framing. Expected 0.',
  ]);
});

it('of many pages of one template three are read, of a page alone that one', () => {
  const pages = Array.from(
    { length: 200 },
    (_, i) => `charts/flows/v${String(i).padStart(3, '0')}/index.html`,
  );
  expect(sample(['index.html', ...pages])).toEqual(['index.html', pages[0], pages[100], pages[199]]);
  expect(sample(pages.slice(0, 5))).toHaveLength(5);
});
