/** Pages as machines and settings see them: axe's rules, forced colours, paper, and text at twice its size. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { CHARTS as charts, KINDS, LANGS, pageAt } from './built';
import { expect, test } from './site';

// The page's own policy would keep axe out.
test.use({ bypassCSP: true });

async function violations(page: Page) {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length).toBeGreaterThan(0);
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.target.join(' '))
        .slice(0, 5)
        .join(' | ')}`,
  );
}

test('there are charts to look at', () => {
  expect(charts.length).toBeGreaterThan(1);
});

for (const scheme of ['light', 'dark'] as const)
  for (const path of [...KINDS, 'charts/no-such-chart-at-all/'])
    test(`axe finds nothing on /${path} (${scheme})`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      // An embed is as light as its article until it is asked to be dark.
      await page.goto(path.startsWith('embed/') ? `${path}?theme=${scheme}` : path);
      await page.evaluate(() => document.fonts.ready);
      const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(Number(/\d+/.exec(ground)?.[0]) < 128 ? 'dark' : 'light', ground).toBe(scheme);
      expect(await violations(page)).toEqual([]);
    });

/** Labels of the displayed drawing whose contrast to the page is less than that asked of text. */
const paleLabels = (page: Page) =>
  page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const drawing = [...document.querySelectorAll('.drawings > svg')].find(
      (svg) => svg.getClientRects().length > 0,
    );
    if (!context || !drawing) return ['no drawing'];
    const light = (colour: string) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = light(getComputedStyle(document.documentElement).backgroundColor);
    const texts = [...drawing.querySelectorAll('text')].filter((text) => text.checkVisibility());
    if (texts.length === 0) return ['no labels'];
    return texts.flatMap((text) => {
      const ink = light(getComputedStyle(text).fill);
      const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
      return contrast < 4.5 ? [`${text.textContent}: ${contrast.toFixed(1)}`] : [];
    });
  });

test('in forced colours every figure keeps its drawing and readable labels', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    for (const chart of charts) {
      await page.goto(`charts/${chart}/`);
      await expect.soft(page.locator('.drawings > svg:visible'), chart).toHaveCount(1);
      await expect.soft(page.getByRole('heading', { level: 1 }), chart).toBeVisible();
      expect.soft(await paleLabels(page), `${chart}, ${colorScheme}`).toEqual([]);
    }
  }
});

test('on paper every figure has its title, drawing, labels and note, and nothing to press', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  for (const chart of charts) {
    await page.goto(`charts/${chart}/`);
    await expect.soft(page.locator('.drawings > svg:visible'), chart).toHaveCount(1);
    await expect.soft(page.getByRole('heading', { level: 1 }), chart).toBeVisible();
    await expect.soft(page.locator('cf-figure .note'), chart).toBeVisible();
    await expect.soft(page.locator('cf-figure').getByRole('button'), chart).toHaveCount(0);
    await expect.soft(page.locator('cf-figure .tools'), chart).toBeHidden();
    await expect.soft(page.getByRole('table').first(), chart).toBeVisible();
    expect.soft(await paleLabels(page), chart).toEqual([]);
  }
});

test('with letters of twice the size no page scrolls sideways in half a window', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  const paths = ['', 'method/', 'charts/', ...charts.map((chart) => `charts/${chart}/`)];
  for (const path of LANGS.flatMap((lang) => paths.map((rest) => pageAt(lang, rest)))) {
    await page.goto(path);
    await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
    await page.evaluate(() => document.fonts.ready);
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      // Whoever reaches furthest is named.
      const out = [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && one.childElementCount === 0)
        .map((one) => `${one.parentElement?.className}/${one.tagName}: ${one.textContent?.slice(0, 40)}`);
      return [`${scrollWidth - clientWidth} px`, ...out.slice(0, 3)];
    });
    expect.soft(wide, `/${path}`).toEqual([]);
  }
});
