/** The story as a whole: the same in both languages, quiet at every width, and left and entered at the same chapter. */
import { expect, test } from './kept';
import { STORIES, WIDE } from './story';

test('both languages have the same sections and figures, and stand quietly at every width', async ({
  page,
  context,
  site,
}) => {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(site).origin) wrong.push(request.url());
  });
  const charts: string[][] = [];
  for (const path of STORIES) {
    await page.setViewportSize(WIDE);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const titles = await page.locator('section.chapter > h2').allTextContents();
    expect(new Set(titles).size).toBe(titles.length);
    const contents = page.getByRole('navigation', { name: /^(Contents|Inhalt)$/ });
    expect(await contents.getByRole('link').allTextContents()).toEqual(titles);
    charts.push(
      await page
        .locator('cf-figure')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.chart ?? '')),
    );
    for (const width of [1440, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const where = `${path} at ${width}`;
      const room = await page.evaluate(() => document.documentElement.clientWidth);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(room);
      const drawings = await page
        .locator('cf-figure')
        .evaluateAll((all) =>
          all.map(
            (one) =>
              [...one.querySelectorAll('.drawings > svg')].filter((svg) => svg.getClientRects().length > 0)
                .length,
          ),
        );
      expect.soft(drawings, where).toEqual(drawings.map(() => 1));
    }
  }
  expect(charts[0]?.length).toBeGreaterThan(6);
  expect(charts[1]).toEqual(charts[0]);
  expect(wrong).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('the switch of language keeps the chapter', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto('#chapter-5');
  await expect(page.locator('#chapter-5')).toBeInViewport();
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL(/\/de\/#chapter-5$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('#chapter-5')).toBeInViewport();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/[^e]\/#chapter-5$/);
  await expect(page.locator('#chapter-5')).toBeInViewport();
});
