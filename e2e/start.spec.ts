/** How a page starts: little script, no look at the layout before the first frame, and nothing lost of what a reader does meanwhile. */
import { brotliCompressSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './site';

const FIGURES = ['', 'charts/flows/', 'embed/v1/en/flows/'];
const marks = (page: Page) => page.locator('cf-figure').first().locator('.drawings > svg:visible a.mark');
const evidence = (page: Page) => page.locator('cf-figure').first().locator('[data-evidence]');

/** Holds the rest of the script back, until it is let go or denied. */
async function holdRest(page: Page) {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  await page.route('**/rest.*.js', async (route) => ((await promise) ? route.continue() : route.abort()));
  return resolve;
}

test('a first visit to an embed takes at most 5 kB of script, compressed', async ({ page }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto('embed/v1/en/flows/');
  await page.waitForLoadState('networkidle');
  const sizes = (await Promise.all(scripts)).map((script) => brotliCompressSync(script).length);
  expect(sizes).toHaveLength(1);
  expect(sizes[0]).toBeLessThanOrEqual(5000);
});

test('a click, a key and the Tab key are answered though the rest of the script is still on its way', async ({
  page,
  site,
}) => {
  for (const path of FIGURES) {
    const release = await holdRest(page);
    const address = new URL(path, site).href;
    // `goto` waits for the rest, which waits for us.
    await page.goto('about:blank');
    await page.evaluate((href) => location.assign(href), address);
    await page.waitForURL(address, { waitUntil: 'domcontentloaded' });
    const first = marks(page).first();
    await first.evaluate((mark: SVGAElement) => mark.focus({ preventScroll: true }));
    // The figure is one stop already.
    await expect.soft(marks(page).and(page.locator('[tabindex="0"]')), path).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect.soft(evidence(page), path).toBeEmpty();
    expect.soft(page.url(), `${path}: no link is followed`).toBe(address);
    await expect.soft(first, `${path}: it is seen to be heard`).toHaveAttribute('data-on', '');
    release(true);
    await expect.soft(evidence(page).getByRole('button').first(), path).toBeVisible();
    await expect.soft(first, path).toHaveAttribute('aria-current', 'true');
    await page.unroute('**/rest.*.js');
  }
});

test('an embed lights the mark that is clicked before it asks for the rest of the script', async ({
  page,
}) => {
  await page.goto('embed/v1/en/flows/');
  const then = await marks(page)
    .first()
    .evaluate((mark) => {
      for (const type of ['pointerover', 'pointerdown', 'click'])
        mark.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, detail: 1 }));
      const asked = document.querySelector('script[src$="/rest.js"]') !== null;
      return { lit: mark.hasAttribute('data-on'), asked };
    });
  expect(then).toEqual({ lit: true, asked: false });
  await expect(evidence(page).getByRole('button').first()).toBeVisible();
});

test('a mark’s link is followed where the rest of the script never comes', async ({ page }) => {
  const release = await holdRest(page);
  await page.goto('embed/v1/en/flows/');
  const first = marks(page).first();
  const href = (await first.getAttribute('href')) ?? '';
  await first.focus();
  await page.keyboard.press('Enter');
  release(false);
  await expect(page).toHaveURL((url) => url.hash === href);
});

declare global {
  interface Window {
    /** What was read of the layout before the first frame. */
    looks: string[];
  }
}

test('no script looks at the layout before the first frame', async ({ page }) => {
  await page.addInitScript(() => {
    window.looks = [];
    let framed = false;
    const watch = (owner: object, name: string) => {
      const found = Object.getOwnPropertyDescriptor(owner, name);
      const key = found?.get ? 'get' : 'value';
      const own = found?.[key] as (...given: unknown[]) => unknown;
      Object.defineProperty(owner, name, {
        ...found,
        [key](this: unknown, ...given: unknown[]) {
          if (!framed) window.looks.push(name);
          return own.apply(this, given);
        },
      });
    };
    for (const name of [
      'getBoundingClientRect',
      'getClientRects',
      'scrollIntoView',
      'clientWidth',
      'scrollTop',
    ])
      watch(Element.prototype, name);
    for (const name of ['focus', 'offsetTop', 'offsetHeight', 'innerText'])
      watch(HTMLElement.prototype, name);
    for (const name of ['getComputedStyle', 'innerWidth', 'scrollY']) watch(window, name);
    for (const name of ['elementFromPoint', 'elementsFromPoint']) watch(Document.prototype, name);
    // Before scripts that wait for the page to be read have run.
    document.addEventListener('readystatechange', () =>
      requestAnimationFrame(() =>
        setTimeout(() => {
          framed = true;
        }),
      ),
    );
  });
  for (const path of [...FIGURES, 'charts/flows/?t=2025', 'moves/']) {
    await page.goto(path);
    expect.soft(await page.evaluate(() => window.looks), path).toEqual([]);
  }
});
