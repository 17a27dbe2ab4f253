/** The same site of another content, as `npm test` built it: five organisations, one chapter, moves alone. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '../scripts/serve.mjs';
import { expect, test } from './site';

const another = fileURLToPath(new URL('../.cache/another', import.meta.url));
let served: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
  served = await serve({ dir: another, base: '/counterflow/' });
});
test.afterAll(() => served.close());

test('another story reads, with each of its organisations drawn in a colour of its own', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(served.url);
    await expect.soft(page.getByRole('heading', { level: 1 })).toBeVisible();
    const chart = page.locator('.chapter cf-figure').first();
    const fills = await chart
      .locator('.drawings > svg:visible a.mark')
      .evaluateAll((marks) =>
        marks.map((mark) => getComputedStyle(mark.querySelector('[fill]') ?? mark).fill),
      );
    expect
      .soft(new Set(fills.filter((fill) => fill.startsWith('rgb('))).size, colorScheme)
      .toBeGreaterThanOrEqual(5);
    const mark = chart.locator('.drawings > svg:visible a.mark').first();
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect.soft(chart.locator('[data-evidence] a[href^="https://example.net/"]').first()).toBeVisible();
  }
});

test('another story has the charts that its tables allow, and no word of this one', async ({ page }) => {
  const charts = readdirSync(`${another}/charts`, { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  for (const path of [
    '',
    'de/',
    'charts/',
    'embed/',
    'moves/',
    'method/',
    'de/corrections/',
    'sources/',
    'nowhere/',
  ]) {
    await page.goto(served.url + path);
    await expect
      .soft(page.locator('body'), path)
      .not.toContainText(/OpenAI|Tesla|xAI|Counterflow|Gegenstrom/);
    await expect.soft(page.locator('h1:visible'), path).toHaveCount(1);
    const { scroll, room } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }));
    expect.soft(scroll, path).toBeLessThanOrEqual(room);
    if (path === 'charts/') await expect.soft(page.locator('.chart-list > li')).toHaveCount(charts.length);
  }
});
