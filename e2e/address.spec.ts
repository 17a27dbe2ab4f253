/** Addresses that ask for what is not there: the figure stands, and what was asked is said. */
import type { Page } from '@playwright/test';
import { CHARTS, chartPaths } from './built';
import { test as base, expect } from './site';

/** Whatever an address holds, nothing may throw. */
const test = base.extend({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
    await use(page);
    expect(errors).toEqual([]);
  },
});

const notices = (page: Page) => page.locator('cf-figure .notice');
const drawing = (page: Page) => page.locator('cf-figure .drawings > svg:visible');

const MANGLED: readonly (readonly [query: string, key: string, asked: string])[] = [
  ['hl=nobody-2031', 'the mark', 'nobody-2031'],
  ['hl=%3Cimg%20src%3Dx%3E', 'the mark', '<img src=x>'],
  ['hl=a%20b', 'the mark', 'a b'],
  ['hl=%E0%A4%A', 'the mark', ''],
  ['hl=', 'the mark', ''],
  ['theme=purple', 'the colours', 'purple'],
  ['t=2025-13..2026', 'the period', '2025-13..2026'],
  ['t=2026..2025', 'the period', '2026..2025'],
  ['t=2025-06..', 'the period', '2025-06..'],
  ['ui=huge', 'the frame', 'huge'],
];

test('a mangled value is answered with a sentence that names it, and the figure stands', async ({ page }) => {
  for (const [query, key, asked] of MANGLED) {
    await page.goto(`charts/flows/?${query}`);
    await expect.soft(notices(page), query).toHaveCount(1);
    await expect.soft(notices(page), query).toBeVisible();
    await expect.soft(notices(page), query).toContainText(key);
    await expect.soft(notices(page), query).toContainText(asked);
    await expect.soft(drawing(page), query).toBeVisible();
    await expect.soft(page.locator('cf-figure img'), query).toHaveCount(0);
  }
});

test('every chart answers all mangled values at once', async ({ page }) => {
  const query = 'hl=nobody-2031&theme=purple&t=long-ago&ui=huge';
  for (const path of [...chartPaths(), 'de/charts/flows/']) {
    await page.goto(`${path}?${query}`);
    await expect.soft(notices(page), path).toHaveCount(4);
    const said = (await notices(page).allTextContents()).join(' ');
    for (const asked of ['nobody-2031', 'purple', 'long-ago', 'huge'])
      expect.soft(said, path).toContain(asked);
    await expect.soft(drawing(page), path).toBeVisible();
    await expect.soft(page.locator('cf-figure [data-on]'), path).toHaveCount(0);
  }
});

test('the story says once what it does not understand, and which view a figure does not have', async ({
  page,
}) => {
  await page.goto('?theme=purple&flows=no-such-view');
  const said = page.locator('.notice');
  await expect(said).toHaveCount(2);
  await expect(said.filter({ hasText: 'purple' })).toBeVisible();
  await expect(said.filter({ hasText: 'no-such-view' })).toBeVisible();
  await expect(page.locator('cf-figure#flows .drawings > svg:visible')).toHaveCount(1);
});

test('a link to a chosen mark shows its evidence, and the Tab key comes to that mark', async ({ page }) => {
  for (const path of chartPaths()) {
    await page.goto(path);
    const id = (await drawing(page).locator('a.mark').last().getAttribute('data-id')) ?? '';
    await page.goto(`${path}?hl=${id}`);
    const stops = drawing(page).locator('a[tabindex="0"]');
    await expect.soft(stops, path).toHaveCount(1);
    await expect.soft(stops, path).toHaveAttribute('data-id', id);
    await expect.soft(stops, path).toHaveAttribute('aria-current', 'true');
    await expect.soft(page.locator('[data-evidence]').getByRole('button'), path).toBeInViewport();
    expect.soft(new URL(page.url()).searchParams.get('hl'), path).toBe(id);
  }
});

test('a closed notice leaves neither the bad part of the address nor a lost focus', async ({ page }) => {
  await page.goto('charts/flows/?hl=nobody&kept=1&theme=purple#content');
  await notices(page).filter({ hasText: 'purple' }).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(notices(page)).toHaveCount(1);
  expect(new URL(page.url()).search).toBe('?hl=nobody&kept=1');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await notices(page).getByRole('button', { name: 'Close' }).click();
  await expect(notices(page)).toHaveCount(0);
  const { search, hash } = new URL(page.url());
  expect([search, hash]).toEqual(['?kept=1', '#content']);
});

test('a link with the end of its sentence stuck to it is repaired', async ({ page }) => {
  const ends = [')', '.', ',', ').'];
  for (const [i, path] of chartPaths().entries()) {
    await page.goto(path);
    const id = (await drawing(page).locator('a.mark').first().getAttribute('data-id')) ?? '';
    for (const end of i === 0 ? ends : ends.slice(0, 1)) {
      await page.goto(`${path}?hl=${id}${end}`);
      const chosen = drawing(page).locator('a.mark[aria-current="true"]');
      await expect.soft(chosen, `${path} ${end}`).toHaveAttribute('data-id', id);
      await expect.soft(notices(page), `${path} ${end}`).toHaveCount(0);
      expect.soft(new URL(page.url()).searchParams.get('hl'), `${path} ${end}`).toBe(id);
    }
  }
});

test('Escape takes back the choice of a link that was just opened', async ({ page }) => {
  for (const path of ['charts/flows/', 'embed/v1/en/flows/']) {
    await page.goto(path);
    const mark = drawing(page).locator('a.mark').first();
    const id = (await mark.getAttribute('href'))?.replace('#flows-', '');
    await page.goto(`${path}?hl=${id}`);
    await expect(page.locator('cf-figure')).toHaveAttribute('data-chosen', '');
    await page.keyboard.press('Escape');
    await expect(page.locator('cf-figure')).not.toHaveAttribute('data-chosen');
    expect(new URL(page.url()).search, path).toBe('');
  }
});

test('a month or a year alone is a period', async ({ page }) => {
  for (const t of ['2025-07', '2025']) {
    await page.goto(`charts/flows/?t=${t}`);
    await expect(notices(page)).toContainText(t);
    const kept = drawing(page).locator('a.mark:not([data-off])');
    expect(await kept.count(), t).toBeGreaterThan(0);
    const dates = await kept.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-date') ?? ''));
    expect(dates.filter((date) => !date.startsWith(t))).toEqual([]);
  }
});

test('an embed that does not exist is a sentence and a link, as a frame has room for', async ({ page }) => {
  for (const [path, lang] of [
    ['embed/v1/en/zzzzzzzzzz/', 'en'],
    ['embed/v1/de/zzzzzzzzzz/', 'de'],
  ] as const) {
    await page.setViewportSize({ width: 360, height: 300 });
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.locator('html'), path).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading'), path).toHaveCount(1);
    await expect(page.getByRole('link'), path).toHaveCount(1);
    await expect(page.getByRole('link'), path).toHaveAttribute('target', '_blank');
    const tall = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(tall, path).toBeLessThanOrEqual(0);
  }
});

test('a period leaves the marks outside it pale, and says how many are within', async ({ page }) => {
  await page.goto('charts/flows/?t=2025-07..2025-07');
  const marks = drawing(page).locator('a.mark');
  await expect(notices(page)).toContainText('2025-07..2025-07');
  const pale = await drawing(page).locator('a.mark[data-off]').count();
  const all = await marks.count();
  expect(pale).toBeGreaterThan(0);
  expect(pale).toBeLessThan(all);
  await expect(notices(page)).toContainText(`${all - pale} of ${all}`);
  const dates = await drawing(page)
    .locator('a.mark:not([data-off])')
    .evaluateAll((kept) => kept.map((mark) => mark.getAttribute('data-date') ?? ''));
  expect(dates.filter((date) => !date.startsWith('2025-07'))).toEqual([]);
});

for (const [asked, nearest] of [
  ['charts/flows/opnai-to-meta/', 'charts/flows/openai-to-meta/'],
  ['charts/flws/', 'charts/flows/'],
  ['charts/careers/wanderer', 'charts/careers/wanderers/'],
  ['charts/flows/zzzzzzzz/', 'charts/flows/'],
  ['de/charts/timelin/meta/', 'de/charts/timeline/meta/'],
  ['embed/v1/en/flows/opnai-to-meta/', 'embed/v1/en/flows/openai-to-meta/'],
  ['embed/v1/de/flws/', 'embed/v1/de/flows/'],
] as const)
  test(`/${asked} leads to the nearest view and says so`, async ({ page, site }) => {
    const response = await page.goto(`${asked}?kept=1#content`);
    expect(response?.status()).toBe(404);
    await expect(page).toHaveURL((url) => url.pathname === new URL(nearest, site).pathname);
    await expect(drawing(page)).toHaveCount(1);
    const name = asked.replace(/^.*(charts|embed\/v1\/..)\//, '').replace(/\/$/, '');
    await expect(notices(page)).toContainText(name);
    await expect(notices(page)).toContainText(
      (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
    );
    expect(new URL(page.url()).searchParams.get('kept')).toBe('1');
    // What was asked in vain is not passed on.
    await drawing(page).locator('a.mark').first().focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/[?&]hl=/);
    expect(new URL(page.url()).searchParams.has('asked')).toBe(false);
  });

test('an address that is nothing gets a page that helps, in its language', async ({
  page,
  request,
  site,
}) => {
  for (const [path, lang, titleWord, story, status] of [
    ['nothing/', 'en', /not|no page/i, '', 404],
    ['de/nichts/', 'de', /nicht|kein/i, 'de/', 404],
    ['de/nichts/dahinter', 'de', /nicht|kein/i, 'de/', 404],
    // Not even an address.
    ['%E0%A4%A/', 'en', /not|no page/i, '', 400],
  ] as const) {
    const response = await page.goto(path);
    expect.soft(response?.status(), path).toBe(status);
    await expect.soft(page.locator('html'), path).toHaveAttribute('lang', lang);
    const heading = page.getByRole('heading', { level: 1 });
    await expect.soft(heading, path).toHaveCount(1);
    await expect.soft(heading, path).toHaveText(titleWord);
    await expect.soft(page, path).toHaveTitle((await heading.textContent()) ?? '');
    const links = await page
      .locator('main a:visible')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect.soft(links.length, path).toBeGreaterThan(CHARTS.length);
    expect.soft(links[0], path).toBe(new URL(story, site).href);
    for (const link of links) {
      const answer = await request.get(link);
      expect.soft(answer.status(), link).toBe(200);
      expect.soft(await answer.text(), link).toContain(`<html lang="${lang}"`);
    }
  }
});

test('keys nobody knows are kept after a choice and a change of view', async ({ page }) => {
  for (const path of chartPaths()) {
    await page.goto(`${path}?utm_source=a%20b&zeta=1&alpha#here`);
    await drawing(page).locator('a.mark').first().focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/[?&]hl=/);
    const { searchParams } = new URL(page.url());
    expect.soft([...searchParams.keys()], path).toEqual(['alpha', 'hl', 'utm_source', 'zeta']);
    expect.soft(searchParams.get('utm_source'), path).toBe('a b');
    const view = page.locator('.views a:not([aria-current])').first();
    if ((await view.count()) === 0) continue;
    const heading = page.getByRole('heading', { level: 1 });
    const before = (await heading.textContent()) ?? '';
    await page.locator('.views summary').click();
    await view.click();
    await expect(heading).not.toHaveText(before);
    expect.soft([...new URL(page.url()).searchParams.keys()], path).toEqual(['alpha', 'utm_source', 'zeta']);
    expect.soft(new URL(page.url()).hash, path).toBe('#here');
  }
});

/** Lightness of ground and text, 0 to 255. */
const colours = (page: Page) =>
  page.evaluate(() => {
    const light = (value: string) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) return Number.NaN;
      context.fillStyle = value;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3;
    };
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    return [light(backgroundColor), light(color)] as const;
  });

test('a theme that is asked for is shown whatever the system prefers', async ({ page }) => {
  for (const path of ['', 'charts/flows/', 'moves/', 'embed/v1/en/flows/'])
    for (const [query, asked] of [
      ['?theme=dark', 'dark'],
      ['?theme=light', 'light'],
      ['?theme=auto', 'system'],
      // A page follows the system, an embed stays light.
      ['', path.startsWith('embed') ? 'light' : 'system'],
    ] as const) {
      await page.goto(path + query, { waitUntil: 'domcontentloaded' });
      // A system may change its mind while a page is open.
      for (const system of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: system });
        const [ground, text] = await colours(page);
        const where = `${path}${query} on a ${system} system`;
        if ((asked === 'system' ? system : asked) === 'dark') expect.soft(ground, where).toBeLessThan(60);
        else expect.soft(ground, where).toBeGreaterThan(200);
        expect.soft(Math.abs(ground - text), where).toBeGreaterThan(150);
      }
    }
});
