/** What the page for the host's security team promises: each of its sentences names a test, and here are those of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { builtPage, codesIn, embedAt, KINDS, LANGS, pageAt } from './built';
import { expect, openArticle, test } from './site';

const EMBED = embedAt({ lang: 'en', chart: 'flows', slug: '' });
const FRAME = codesIn(builtPage('charts/flows/'))[0] ?? '';

/** Everything a reader does in a frame: a choice, another view, each panel. */
async function useFrame(page: Page) {
  const frame = page.frameLocator('iframe');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await frame.locator('.drawings > svg:visible a.mark').first().focus();
  await page.keyboard.press('Enter');
  await expect(frame.locator('[data-evidence] a').first()).toBeVisible();
  for (const tool of await frame.locator('.tool > summary').all()) await tool.click();
  await frame.locator('.views summary').click();
  await frame.locator('.views a[data-view]').nth(1).click();
  await expect(frame.locator('cf-figure')).not.toHaveAttribute('data-view', '');
}

test('every sentence of the page for security names a test that there is', () => {
  const specs = readdirSync('e2e').filter((name) => name.endsWith('.spec.ts'));
  const tests = specs.map((name) => readFileSync(`e2e/${name}`, 'utf8')).join('\n');
  for (const lang of LANGS) {
    const named = [
      ...builtPage(pageAt(lang, 'security/')).matchAll(/class="proved".*?<code[^>]*>([^<]+)</gs),
    ];
    expect(named.length).toBeGreaterThan(5);
    for (const [, name = ''] of named) expect.soft(tests, name).toContain(`test('${name}'`);
  }
});

test('an embed and its loader ask nothing of any other origin', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openArticle(page, `<!doctype html><title>Article</title>${FRAME}`);
  await useFrame(page);
  const { origin } = new URL(page.url());
  const others = asked.filter((url) => !url.startsWith(site) && new URL(url).origin !== origin);
  expect(others.filter((url) => !url.startsWith('data:'))).toEqual([]);
  expect(asked.filter((url) => url.startsWith(site)).length).toBeGreaterThan(3);
});

test('a first visit to an embed takes less than thirty-two kilobytes', async ({ page }) => {
  const packed: Promise<number>[] = [];
  page.on('response', (response) => {
    const heads = response.headersArray().then((all) => JSON.stringify(all).length);
    // Typefaces are packed already.
    const size = response
      .body()
      .then((body) => (/\.woff2$/.test(response.url()) ? body : brotliCompressSync(body)).length);
    packed.push(Promise.all([heads, size]).then(([head, body]) => head + body));
  });
  await page.goto(EMBED);
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(packed);
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(32_000);
});

test('an embed keeps nothing on the reader’s device', async ({ page, context, site }) => {
  const cookies: string[] = [];
  page.on('response', async (response) => {
    if ((await response.allHeaders())['set-cookie']) cookies.push(response.url());
  });
  await openArticle(page, `<!doctype html><title>Article</title>${FRAME}`);
  await useFrame(page);
  const frame = page.frames().find((one) => one.url().startsWith(site));
  const kept = await frame?.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    // Told only to pages over https or on this machine.
    caches: 'caches' in window ? (await caches.keys()).length : 0,
    workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
    cookie: document.cookie,
  }));
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookie: '' });
  expect(await context.cookies()).toEqual([]);
  expect(cookies).toEqual([]);
});

test('an embed leaves the page around it where it is', async ({ page }) => {
  await openArticle(page, `<!doctype html><title>Article</title>${FRAME}`);
  const before = await page.evaluate(() => ({ href: location.href, entries: history.length }));
  await useFrame(page);
  expect(await page.evaluate(() => ({ href: location.href, entries: history.length }))).toEqual(before);
});

test('an embed tells its host a height and nothing else', async ({ page, host, site }) => {
  await page.goto(
    `${host}listener.html?frame=${encodeURIComponent(`${site}${EMBED}?childId=pym-0#?secret=abc123`)}`,
  );
  await expect.poll(() => page.evaluate(() => window.heard.length)).toBeGreaterThan(1);
  await page.evaluate(() => window.tell({ message: 'ready', secret: 'abc123' }));
  const heard = await page.evaluate(() => window.heard);
  for (const one of heard) {
    const said = typeof one === 'string' && one.startsWith('{') ? JSON.parse(one) : one;
    // The address in it is the frame's own, which the host has written.
    const words = JSON.stringify(said).replaceAll(page.url(), '');
    expect.soft(words, words).toMatch(/height|resize|iframe-resizer|iFrameSizer|"ready|child/i);
    expect.soft(words.length, words).toBeLessThan(400);
  }
});

test('an embed runs under the policy that the page for security gives', async ({ page }) => {
  const policy = /class="policy"><code[^>]*>([^<]+)</.exec(builtPage('security/'))?.[1] ?? '';
  expect(policy).toContain('frame-src http');
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  await page.setViewportSize({ width: 700, height: 900 });
  await openArticle(page, `<!doctype html><title>Article</title>${FRAME}`, {
    'content-security-policy': `default-src 'none'; ${policy}`,
  });
  const frame = page.locator('iframe');
  await frame.scrollIntoViewIfNeeded();
  await expect(page.frameLocator('iframe').locator('.drawings > svg:visible')).toHaveCount(1);
  const content = () =>
    page
      .frameLocator('iframe')
      .locator('html')
      .evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
  // The loader has run: the frame is as high as what is in it.
  await expect
    .poll(async () => Math.abs((await frame.evaluate((one) => one.clientHeight)) - (await content())))
    .toBeLessThanOrEqual(1);
  expect(refused).toEqual([]);
});

test('no page allows inline code', () => {
  for (const path of KINDS) {
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(builtPage(path))?.[1] ?? '';
    expect.soft(policy, path).toContain("default-src 'none'");
    expect.soft(policy, path).not.toContain('unsafe-');
    expect.soft(builtPage(path), path).not.toMatch(/ style="| on(click|load|error)="/);
  }
});
