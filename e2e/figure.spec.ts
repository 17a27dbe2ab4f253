/** The figure of a chart's own page: one drawing that fits, what a mouse does to it, and its evidence. */
import type { Page } from '@playwright/test';
import { chartPaths, chartPathsInTurn, LANGS } from './built';
import { evidence, focusedMark, marks } from './figure';
import { listen } from './heard';
import { expect, restyle, test } from './kept';

/** Classes of the drawings that are displayed. */
const displayed = (page: Page) =>
  page
    .locator('cf-figure .drawings > svg')
    .evaluateAll((all) =>
      all.filter((svg) => svg.getClientRects().length > 0).map((svg) => svg.getAttribute('class')),
    );

/** Windows about the widths where the drawing changes, the figure in each, and its drawing. */
const WINDOWS = [
  [1064, 1000, 'wide'],
  [764, 700, 'medium'],
  [360, 328, 'narrow'],
  [900, 836, 'medium'],
] as const;

test('exactly one drawing is displayed, whatever the width of the figure, and it fits', async ({ kept }) => {
  for (const [i, path] of chartPathsInTurn().entries()) {
    const page = await kept(path);
    for (const poster of await page.locator('section.poster svg').all())
      await expect.soft(poster, path).toBeVisible();
    // Two of them each: which is displayed is one style sheet's in every chart.
    for (const [window, width, drawing] of [0, 1].map(
      (k) => WINDOWS[(i + k) % WINDOWS.length] ?? WINDOWS[0],
    )) {
      await page.setViewportSize({ width: window, height: 800 });
      const where = `${path} at ${width}`;
      const figure = await page.locator('cf-figure').boundingBox();
      expect.soft(figure?.width, where).toBe(width);
      expect.soft(await displayed(page), where).toEqual([drawing]);
      const svg = await page.locator('cf-figure .drawings > svg:visible').boundingBox();
      expect.soft(svg?.width ?? Infinity, where).toBeLessThanOrEqual(width);
      // A phone's drawing grows no further, so that the next one is not suddenly lower.
      if (drawing !== 'narrow') expect.soft(svg?.width, `${where}: the column is full`).toBe(width);
    }
  }
});

test('a mark under the mouse stays under it: what lifts it above the others takes no pointer', async ({
  kept,
}) => {
  for (const path of chartPaths()) {
    const page = await kept(path);
    const mark = await marks(page).first().elementHandle();
    const point = await mark?.evaluate((one) => {
      one.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = one.getBoundingClientRect();
      for (let y = top + 0.5; y < top + height; y += 2)
        for (let x = left + 0.5; x < left + width; x += 4)
          if (document.elementFromPoint(x, y)?.closest('a.mark') === one) return { x, y };
      return undefined;
    });
    if (!point) throw new Error(`${path}: the first mark lies under others`);
    await page.mouse.move(point.x, point.y);
    await expect(page.locator('.drawings > svg > .raised'), path).not.toHaveCount(0);
    const hit = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest('a.mark, .raised')?.getAttribute('class'),
      point,
    );
    expect.soft(hit, path).toBe('mark');
  }
});

test('evidence opens under the drawing, which stays where it is', async ({ kept }) => {
  for (const [i, path] of chartPaths().entries()) {
    const page = await kept(path);
    const width = [1100, 360][i % 2] ?? 0;
    await page.setViewportSize({ width, height: 900 });
    const places = () =>
      page.locator('cf-figure').evaluate((figure) => {
        const svg = [...figure.querySelectorAll('.drawings > svg')].find(
          (one) => one.getClientRects().length > 0,
        );
        const own = figure.getBoundingClientRect();
        const drawing = svg?.getBoundingClientRect();
        return { top: (drawing?.top ?? 0) - own.top, drawing: drawing?.height, height: own.height };
      });
    const before = await places();
    await marks(page).last().focus();
    await page.keyboard.press('Enter');
    await expect(evidence(page)).toBeVisible();
    const after = await places();
    expect.soft([after.top, after.drawing], path).toEqual([before.top, before.drawing]);
    expect.soft(after.height, path).toBeGreaterThanOrEqual(before.height);
    await page.keyboard.press('Escape');
    await expect(evidence(page)).toBeEmpty();
  }
});

/** Where a mouse meets a mark in the window, high up in the drawing. */
const onMark = (page: Page) =>
  page.locator('cf-figure .drawings > svg:visible').evaluate((svg) => {
    const places = [...svg.querySelectorAll('a.mark')].flatMap((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      const at = { x: x + width / 2, y: y + height / 2 };
      return mark.contains(document.elementFromPoint(at.x, at.y)) ? [at] : [];
    });
    return places.sort((a, b) => a.y - b.y)[0] ?? { x: 0, y: 0 };
  });

/** Sizes the window; with the frame after that what was being read is back in its place. */
async function sized(page: Page, width: number, height: number) {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test('a choice by mouse leaves the page under it while the first lines of evidence are seen, and else brings it into view', async ({
  kept,
}) => {
  // Where a window ends and what a click moves, no chart knows: each is asked in one of the ways, in turn.
  const ways = [1280, 390].flatMap((width) => [true, false].map((seen) => ({ width, seen })));
  for (const [i, path] of chartPaths().entries())
    for (const { width, seen } of ways.slice(i % ways.length).slice(0, 1)) {
      const page = await kept(path);
      await sized(page, width, 720);
      const where = `${path} at ${width}, ${seen ? 'some lines' : 'hardly anything'} of it in view`;
      // It begins some lines above the lower edge of the window, or less than one.
      const before = await page.locator('cf-figure .evidence-place').evaluate((place, inside) => {
        const edge = inside ? innerHeight - 80 : innerHeight - 20;
        // Where the page begins above it, the window is as much lower.
        scrollTo(0, place.getBoundingClientRect().top + scrollY - edge);
        return { scroll: scrollY, missing: Math.round(edge - place.getBoundingClientRect().top) };
      }, seen);
      if (before.missing > 0) await sized(page, width, 720 - before.missing);
      const { x, y } = await onMark(page);
      await page.mouse.click(x, y);
      await expect(evidence(page)).not.toBeEmpty();
      const after = await page.evaluate(() => scrollY);
      if (seen) expect.soft(after, where).toBe(before.scroll);
      await expect.soft(evidence(page), where).toBeInViewport({ ratio: seen ? 0.1 : 0.9 });
      await page.keyboard.press('Escape');
      await expect(evidence(page)).toBeEmpty();
    }
});

test('a total chooses the marks that it adds up, each with a source at hand, and gives them back', async ({
  kept,
}) => {
  let totals = 0;
  for (const path of chartPaths()) {
    const page = await kept(path);
    const shown = page.locator('cf-figure .drawings > svg:visible');
    const chosen = shown.locator('a.mark[data-on]');
    for (const total of (await shown.locator('a[data-sum]').all()).slice(0, 3)) {
      totals += 1;
      const where = `${path}: ${await total.textContent()}`;
      // By its box a label of two lines could be missed.
      await total.dispatchEvent('click');
      const list = evidence(page).locator('.nearby li');
      await expect.soft(list.first(), where).toBeAttached();
      expect.soft(await chosen.count(), where).toBeGreaterThan(0);
      // What the list leaves out stands in the table.
      const bare = list.filter({ hasNot: page.locator('a[href^="http"], a[href*="-table"]') });
      await expect.soft(bare, where).toHaveCount(0);
      expect.soft(new URL(page.url()).hash, where).toBe('');
      await total.dispatchEvent('click');
      await expect.soft(chosen, where).toHaveCount(0);
      await expect(evidence(page)).toBeEmpty();
    }
  }
  expect(totals).toBeGreaterThan(chartPaths().length / 2);
});

test('a choice is said once, its end as well, and a view by its title', async ({ page }) => {
  const heard = await listen(page);
  for (const path of ['charts/flows/', 'embed/v1/en/flows/']) {
    await page.goto(path);
    expect(await heard(), path).toEqual([]);
    await marks(page).first().focus();
    const id = await focusedMark(page);
    const name = (await page.locator(`tr[id$="-${id}"]`).locator('th').textContent()) ?? '';
    await page.keyboard.press('Enter');
    // An embed's sources come later, and without a word.
    await expect(evidence(page).locator('a[href^="http"]').first()).toBeVisible();
    await expect.poll(heard, path).toEqual([expect.stringContaining(name)]);
    await page.keyboard.press('Escape');
    await expect.poll(heard, path).toHaveLength(2);
    await page.locator('.views summary').click();
    await page.locator('.views a:not([aria-current])').first().click();
    await expect.poll(heard, path).toHaveLength(3);
    const title = (await page.locator('.figure-title').textContent()) ?? '';
    expect((await heard())[2], path).toContain(title);
  }
});

test('wider letters and words, as a reader may set them, make no label wider', async ({ kept }) => {
  const widths = (page: Page) =>
    page
      .locator('cf-figure .drawings > svg:visible text')
      .evaluateAll((all) => all.map((text) => text.getBoundingClientRect().width));
  for (const path of chartPathsInTurn()) {
    const page = await kept(path);
    await page.evaluate(() => document.fonts.ready);
    const before = await widths(page);
    await restyle(
      page,
      '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
    );
    await expect.soft
      .poll(async () => Math.max(...(await widths(page)).map((width, i) => width - (before[i] ?? 0))), path)
      .toBeLessThan(1);
    await restyle(page, '');
    await expect.soft.poll(() => widths(page), path).toEqual(before);
  }
});

test('a chosen mark that is dashed stays dashed, for that says what it is', async ({ kept }) => {
  let seen = 0;
  for (const path of chartPaths()) {
    const page = await kept(path);
    const dashed = page.locator('cf-figure .drawings > svg:visible a.mark:has(> [stroke-dasharray])');
    if ((await dashed.count()) === 0) continue;
    await dashed.first().focus();
    await page.keyboard.press('Enter');
    const dashOf = (part: string) =>
      page
        .locator(`.drawings > svg:visible > .raised > .${part}`)
        .first()
        .evaluate((one) => getComputedStyle(one).strokeDasharray);
    expect.soft(await dashOf('edge'), path).not.toBe('none');
    expect.soft(await dashOf('halo'), path).toBe('none');
    await page.keyboard.press('Escape');
    await expect(page.locator('cf-figure [data-on]')).toHaveCount(0);
    seen++;
  }
  expect(seen).toBeGreaterThan(0);
});

test('a chosen mark keeps its stripes and the line that strikes it out', async ({ kept }) => {
  let seen = 0;
  for (const path of chartPaths()) {
    const page = await kept(path);
    const over = page.locator(
      'cf-figure .drawings > svg:visible g:has(> a.mark) + path[pointer-events="none"]',
    );
    if ((await over.count()) === 0) continue;
    const d = (await over.first().getAttribute('d')) ?? '';
    await page.locator(`g:has(+ path[d="${d}"]) > a.mark`).last().focus();
    await page.keyboard.press('Enter');
    await expect.soft(page.locator(`.raised path[d="${d}"]`), path).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('cf-figure [data-on]')).toHaveCount(0);
    seen++;
  }
  expect(seen).toBeGreaterThan(0);
});

test('no table of a chart is wider than its place, in no window from a phone to a desk', async ({ kept }) => {
  for (const path of chartPaths(LANGS)) {
    const page = await kept(path);
    for (const width of [360, 600, 624, 640, 700, 760, 860, 960, 1100]) {
      await page.setViewportSize({ width, height: 720 });
      const wide = await page
        .locator('.table-scroll')
        .evaluateAll((all) => all.map((box) => box.scrollWidth - box.clientWidth).filter((more) => more > 0));
      expect.soft(wide, `${path} at ${width}`).toEqual([]);
    }
  }
});
