import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { HOME, isKept, placed, unpacked } from './_frozen';
import { pagesOf, releasesIn } from './_releases';

const [RELEASE = ''] = releasesIn();
const pages = unpacked(pagesOf(RELEASE) ?? gzipSync('{}'));
const SITES = [
  { origin: 'https://example.org', base: '/' },
  { origin: 'http://localhost:4321', base: '/counterflow/' },
];
const textOf = (path: string, site: (typeof SITES)[number]) =>
  new TextDecoder().decode(placed(path, pages[path] ?? '', RELEASE, site));
const html = Object.keys(pages).filter((path) => path.endsWith('.html'));

test('a release keeps embeds in every language, pictures, drawn rows and the letters of its titles', () => {
  for (const kind of [
    /^embed\/v1\/en\//,
    /^embed\/v1\/de\//,
    /^img\/en\/.*\.svg$/,
    /^data\/de\/.*\.csv$/,
    /^fonts\//,
  ])
    expect(Object.keys(pages).filter((path) => kind.test(path)).length).toBeGreaterThan(20);
  expect(Object.keys(pages).every(isKept)).toBe(true);
});

describe.each(SITES)('a kept page at $origin, in $base', (site) => {
  test('names no place that is nowhere', () => {
    const { host, pathname } = new URL(HOME);
    for (const path of Object.keys(pages).filter((one) => !one.endsWith('.woff2'))) {
      const text = textOf(path, site);
      for (const name of [host, pathname.slice(1, -1)])
        expect(text.includes(name), `${path}: ${name}`).toBe(false);
    }
  });

  test('has the styles that its policy allows, wherever their typefaces lie', () => {
    for (const path of html) {
      const text = textOf(path, site);
      const styles = [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
      expect(styles.length).toBeGreaterThan(0);
      for (const css of styles)
        expect(text.includes(`'sha256-${createHash('sha256').update(css).digest('base64')}'`), path).toBe(
          true,
        );
    }
  });

  test('leads to other views, files and typefaces of the release, and to the chart of today', () => {
    const own = `${site.base}releases/${RELEASE}/`;
    for (const path of html) {
      const text = textOf(path, site);
      expect(text).toContain(`data-base="${own}"`);
      const links = [...text.matchAll(/(?:href="|url\()([^")#?]+)/g)].map(([, href = '']) => href);
      const kept = links.filter((href) => href.startsWith(own)).map((href) => href.slice(own.length));
      expect(kept.length, path).toBeGreaterThan(2);
      for (const one of kept)
        expect(pages, path).toHaveProperty([one.endsWith('/') ? `${one}index.html` : one]);
      const rest = links.filter((href) => href.startsWith(site.base) && !href.startsWith(own));
      for (const one of rest) expect(isKept(one.slice(site.base.length)), `${path}: ${one}`).toBe(false);
      expect(rest.some((href) => href.includes('/charts/'))).toBe(true);
    }
  });
});
