/**
 * What the browser tests look at: the built site on its own address, the same without a single header, and
 * on another origin the pages of e2e/hosts. `npm test` builds first; this file only serves.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base, type FullConfig, type Page } from '@playwright/test';
import { serve } from '../scripts/serve.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const hosts = fileURLToPath(new URL('hosts', import.meta.url));

/** Runs once, before the workers: they read the addresses from the environment. */
export default async function serveAll(_: FullConfig): Promise<() => Promise<void>> {
  const address = builtFor();
  // The address that canonical links, snippets and oEmbed name must be the one that is served.
  const port = address.hostname === 'localhost' ? Number(address.port) : 0;
  const site = await serve({ dir: dist, base: address.pathname, port });
  const bare = await serve({ dir: dist, base: address.pathname, headers: false });
  const host = await serve({ dir: hosts, headers: false });
  process.env['E2E_SITE'] = site.url;
  process.env['E2E_BARE'] = bare.url;
  // Another name, not only another port: browsers count ports of one name as the same site.
  process.env['E2E_HOST'] = host.url.replace('localhost', '127.0.0.1');
  return async () => {
    await Promise.all([site.close(), bare.close(), host.close()]);
  };
}

/** The address dist/ was built for: SITE_URL, or what the story calls itself. */
function builtFor(): URL {
  const story = `${dist}/index.html`;
  if (!existsSync(story)) throw new Error('dist/ is missing. Run "npm run build" first, or "npm test".');
  const canonical = /<link[^>]*\brel="?canonical"?[^>]*>/.exec(readFileSync(story, 'utf8'))?.[0] ?? '';
  const named = /\bhref="([^"]+)"/.exec(canonical)?.[1];
  return new URL(process.env['SITE_URL'] ?? named ?? 'http://localhost:4321/');
}

interface Addresses {
  /** The site, with its base path and closing slash. */
  site: string;
  /** The same files from a host that sends no headers of ours. */
  bare: string;
  /** Somebody else's site: e2e/hosts. */
  host: string;
}

/** The page, which counts as open once the rest of its script is there, where that is on its way; without script at once. */
export function waiting(page: Page): Page {
  const ready = () => page.locator('html[data-script="loading"]').waitFor({ state: 'detached' });
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...asked) => {
    const response = await goto(...asked);
    await ready();
    return response;
  };
  page.reload = async (...asked) => {
    const response = await reload(...asked);
    await ready();
    return response;
  };
  return page;
}

/** Playwright's test with the three addresses; `page.goto('charts/flows/')` is relative to the site. */
export const test = base.extend<Addresses>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from it
  site: async ({}, use) => use(process.env['E2E_SITE'] ?? ''),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  bare: async ({}, use) => use(process.env['E2E_BARE'] ?? ''),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  host: async ({}, use) => use(process.env['E2E_HOST'] ?? ''),
  page: async ({ page }, use) => use(waiting(page)),
});
export { expect } from '@playwright/test';

/**
 * Opens `html` as an article of somebody else's site, as if an editor had pasted it there; `headers` are
 * that site's. A server of its own, because Chromium keeps answers that Playwright makes up from framing
 * anything local.
 */
export async function openArticle(page: Page, html: string, headers: Record<string, string> = {}) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  page.once('close', () => server.close());
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/article/`);
}
