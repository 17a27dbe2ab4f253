/** Figures beside the steps of the story: they follow the reading without a jump, and stand in the text for who wants no motion. */
import { expect, test } from './kept';
import { readStep, STORIES, stepsOf, WIDE } from './story';

test('the figure beside the steps follows the reading, down and up again', async ({ page }) => {
  await page.setViewportSize(WIDE);
  // A kept page may still be on its way back from a step.
  await page.goto('');
  const address = page.url();
  const steps = await stepsOf(page);
  expect(steps.length).toBeGreaterThan(4);
  const firstTitles = new Map<string, string>();
  for (const { chart } of steps)
    firstTitles.set(chart, (await page.locator(`#${chart}-title`).textContent()) ?? '');
  const read = async (step: (typeof steps)[number]) => {
    await readStep(page, step);
    await expect(page.locator(`cf-figure#${step.chart} .drawings > svg:visible`), step.id).toBeInViewport({
      ratio: 0.5,
    });
  };
  for (const step of steps) await read(step);
  for (const step of [...steps].reverse()) await read(step);
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  for (const [chart, title] of firstTitles) await expect(page.locator(`#${chart}-title`)).toHaveText(title);
  expect(page.url()).toBe(address);
});

test('whatever height a view has, the figure beside the steps slides and is nowhere seen to jump', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('');
  const steps = await stepsOf(page);
  const jumps = await page.evaluateHandle(() => {
    const seen: string[] = [];
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as (PerformanceEntry & { sources: { node: Node }[] })[])
        for (const { node } of sources)
          if (node instanceof Element && node.closest('cf-scrolly > cf-figure'))
            seen.push(`${node.closest('cf-figure')?.getAttribute('data-view')}: ${node.className}`);
    }).observe({ type: 'layout-shift' });
    return seen;
  });
  for (const step of steps) {
    await readStep(page, step);
    await page.waitForFunction(() => document.getAnimations().length === 0);
  }
  expect(await jumps.jsonValue()).toEqual([]);
});

test('a panel opened in the figure beside the steps keeps its view and its place until it is closed', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('');
  const steps = await stepsOf(page);
  const [first, last] = [steps[0], steps.findLast(({ chart }) => chart === steps[0]?.chart)];
  if (!first || !last) throw new Error('no steps');
  await readStep(page, first);
  const figure = page.locator(`cf-figure#${first.chart}`);
  const summary = figure.locator('.tool > summary').first();
  const title = page.locator(`#${first.chart}-title`);
  await summary.dispatchEvent('click');
  await expect(figure.locator('.tool[open] tbody tr').first()).toBeAttached();
  await page.locator(`[id="${last.id}"]`).evaluate((step) => step.scrollIntoView({ block: 'center' }));
  await expect(page.locator(`[id="${last.id}"]`)).toBeInViewport();
  await expect.poll(async () => (await figure.boundingBox())?.height ?? 0).toBeLessThanOrEqual(WIDE.height);
  await expect(figure).toBeInViewport({ ratio: 0.9 });
  await expect(title).toHaveText(first.title ?? '');
  // Closed, it shows what is being read.
  await summary.dispatchEvent('click');
  await expect(title).toHaveText(last.title ?? '');
});

test('who wants no motion has every step’s own drawing in the text instead', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of STORIES) {
    await page.goto(path);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const steps = await page.locator('section.step').evaluateAll((all) =>
        all.map((step) => ({
          own: step.getAttribute('data-view') === '',
          drawings: [...step.querySelectorAll('.drawings > svg')].filter(
            (svg) => svg.getClientRects().length > 0,
          ).length,
        })),
      );
      expect(steps.length).toBeGreaterThan(4);
      expect
        .soft(
          steps.map(({ drawings }) => drawings),
          `${path} at ${width}`,
        )
        .toEqual(steps.map(({ own }) => (own ? 0 : 1)));
    }
    await page.setViewportSize(WIDE);
    const title = page.locator('cf-scrolly .figure-title').last();
    const before = (await title.textContent()) ?? '';
    await page.locator('section.step').last().scrollIntoViewIfNeeded();
    await expect(title).toHaveText(before);
  }
});
