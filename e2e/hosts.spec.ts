/** An embed in the hands of hosts that bring their own script, as e2e/hosts plays them. */
import type { FrameLocator, Page } from '@playwright/test';
import { builtPage, chartAt, chartsIn, codesIn, embedAt, LANGS, say } from './built';
import { expect, openArticle, test } from './site';

// Low enough for WordPress, which cuts everything at 1000 px.
const EMBED = embedAt({ lang: 'en', chart: 'flows', slug: '' });

const drawing = (frame: FrameLocator) => frame.locator('.drawings > svg').and(frame.getByRole('group'));

/** How high the frame is, and how high what is in it. */
async function heights(page: Page): Promise<{ frame: number; content: number }> {
  const frame = await page.getByTitle('Chart').evaluate((one) => one.clientHeight);
  const content = await page
    .frameLocator('iframe')
    .locator('html')
    .evaluate(async (html) => {
      await document.fonts.ready;
      return Math.ceil(html.getBoundingClientRect().height);
    });
  return { frame, content };
}

for (const [name, most] of [
  ['wordpress', 1000],
  ['amp', Number.POSITIVE_INFINITY],
  ['medium', Number.POSITIVE_INFINITY],
  ['pym', Number.POSITIVE_INFINITY],
] as const)
  test(`${name} shows the chart at its height, also when the column becomes narrow`, async ({
    page,
    host,
    site,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.setViewportSize({ width: 600, height: 800 });
    await page.goto(`${host}article.html?host=${name}&src=${encodeURIComponent(site + EMBED)}`);
    const fits = expect(async () => {
      const { frame, content } = await heights(page);
      expect(frame).toBe(Math.min(most, content));
    });
    await expect(drawing(page.frameLocator('iframe'))).toHaveCount(1);
    await fits.toPass({ timeout: 5000 });
    // Not only there, but to be seen: WordPress clips a frame away until it has spoken.
    await expect(page.getByTitle('Chart')).not.toHaveCSS('position', 'absolute');
    const { frame: before } = await heights(page);

    await page.getByTitle('Chart').evaluate((frame) => {
      frame.setAttribute('width', '360');
      document.body.style.width = '360px';
    });
    await page.setViewportSize({ width: 360, height: 800 });
    await expect.poll(async () => (await heights(page)).frame).not.toBe(before);
    await fits.toPass({ timeout: 5000 });
    expect(errors).toEqual([]);
  });

test('two charts in one article each have their own height, and grow while a panel of theirs is open', async ({
  page,
}) => {
  const [one, two] = chartsIn(LANGS[0] ?? '');
  if (!one || !two) throw new Error('Fewer than two charts are built.');
  const code = [one, two].map((view) => codesIn(builtPage(chartAt(view)))[0]).join('');
  await page.setViewportSize({ width: 700, height: 900 });
  await openArticle(
    page,
    `<!doctype html><title>Article</title><style>body, figure { margin: 0; width: 640px }</style>${code}`,
  );
  const frames = page.locator('iframe');
  const sizes = () => frames.evaluateAll((all) => all.map((frame) => frame.clientHeight));
  const contents = () =>
    Promise.all(
      [0, 1].map((i) =>
        page
          .frameLocator('iframe')
          .nth(i)
          .locator('html')
          .evaluate((html) => Math.ceil(html.getBoundingClientRect().height)),
      ),
    );
  await frames.last().scrollIntoViewIfNeeded();
  for (const i of [0, 1]) await expect(drawing(page.frameLocator('iframe').nth(i))).toHaveCount(1);
  await expect.poll(sizes).toEqual(await contents());
  const before = await sizes();
  const panel = page
    .frameLocator('iframe')
    .first()
    .getByText(say(one.lang, 'figure.sources'), { exact: true });
  await panel.click();
  await expect.poll(async () => (await sizes())[0] ?? 0).toBeGreaterThan((before[0] ?? 0) + 100);
  expect((await sizes())[1]).toBe(before[1]);
  await panel.click();
  await expect.poll(sizes).toEqual(before);
});

test('a host that isolates itself can still frame a chart', async ({ page, site }) => {
  await openArticle(page, `<!doctype html><iframe title="Chart" src="${site}${EMBED}"></iframe>`, {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(drawing(page.frameLocator('iframe'))).toHaveCount(1);
});
