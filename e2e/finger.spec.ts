/** A figure under a finger. */
import type { Page } from '@playwright/test';
import { chartPaths } from './built';
import { evidence } from './figure';
import { expect, test } from './kept';

test.use({ hasTouch: true, viewport: { width: 360, height: 780 } });

/** Points 8 px right of some mark's outline, one by one brought into the window. */
const besideMark = (page: Page, nth: number) =>
  page.evaluate((n) => {
    const svg = [...document.querySelectorAll('.drawings > svg')].find(
      (one) => one.getClientRects().length > 0,
    );
    const all = [...(svg?.querySelectorAll<SVGAElement>('a.mark') ?? [])];
    const mark = all[n % all.length];
    const path = mark?.querySelector<SVGPathElement>(':scope > path:last-of-type');
    path?.scrollIntoView({ block: 'center' });
    const matrix = path?.getScreenCTM();
    const point = path?.getPointAtLength(path.getTotalLength() / 3);
    if (!matrix || !point) throw new Error('no outline');
    const { x, y } = point.matrixTransform(matrix);
    return { id: mark?.dataset.id ?? '', x: Math.min(innerWidth - 2, x + 8), y };
  }, nth);

test('a number that leads to another view leaves its title in sight', async ({ page }) => {
  await page.goto('charts/flows/');
  const title = page.locator('.figure-title');
  const before = (await title.textContent()) ?? '';
  const number = page.locator('.drawings > svg:visible a[data-view]').last();
  await number.evaluate((one) => one.scrollIntoView({ block: 'start' }));
  await expect(title).not.toBeInViewport();
  // By its own box a slanted or broken label could be missed.
  await number.dispatchEvent('click');
  await expect(title).not.toHaveText(before);
  await expect(title).toBeInViewport();
});

/** Taps where one mark alone is meant; whether it was. */
async function tapOnMark(page: Page, path: string): Promise<boolean> {
  const point = await page.evaluate(() => {
    const svg = [...document.querySelectorAll('.drawings > svg')].find(
      (one) => one.getClientRects().length > 0,
    );
    if (!svg) throw new Error('no drawing');
    svg.scrollIntoView({ block: 'center' });
    const root = document.documentElement;
    new MutationObserver((list) => {
      const made = list.flatMap(({ addedNodes }) => [...addedNodes]).filter((one) => one instanceof Element);
      const raised = made.filter((one) => one.matches('.raised')).length;
      root.dataset['raised'] = String(Number(root.dataset['raised'] ?? 0) + raised);
    }).observe(svg, { childList: true });
    // After the figure has heard it.
    const heard = ({ target }: Event) => {
      const lit = (target as Element).closest('a.mark')?.hasAttribute('data-on');
      root.dataset['lit'] = lit && !svg.querySelector('.raised') ? 'alone' : '';
    };
    addEventListener('click', heard, { once: true });
    const { left, top, right, bottom } = svg.getBoundingClientRect();
    // In the middle of the largest, so that it alone is meant.
    const found = new Map<Element, { x: number; y: number }[]>();
    for (let y = Math.max(4, top); y < Math.min(bottom, innerHeight); y += 4)
      for (let x = left; x < right; x += 4) {
        const mark = document.elementFromPoint(x, y)?.closest('a.mark');
        if (mark) found.set(mark, [...(found.get(mark) ?? []), { x, y }]);
      }
    const [largest] = [...found.values()].sort((a, b) => b.length - a.length);
    const middle = largest?.at(largest.length >> 1);
    if (!middle) throw new Error('no mark');
    return middle;
  });
  await page.touchscreen.tap(point.x, point.y);
  await expect
    .soft(page.locator('html'), `${path}: lit before all else`)
    .toHaveAttribute('data-lit', 'alone');
  await expect(evidence(page).getByRole('button').first(), path).toBeVisible();
  expect.soft(await page.locator('[data-over]').count(), path).toBe(0);
  // Where it asks which of several was meant, these are lit with it.
  const one = (await evidence(page).locator('.nearby').count()) === 0;
  if (one) await expect.soft(page.locator('html'), path).toHaveAttribute('data-raised', '1');
  await evidence(page)
    .getByRole('button', { name: /remove the choice/ })
    .click();
  return one;
}

test('a tap on a mark lights it in one drawing of it, and points at nothing; beside a mark it chooses what is near, and asks which of several in one group', async ({
  page,
}) => {
  let [alone, asked] = [0, 0];
  for (const path of chartPaths()) {
    await page.goto(path);
    if (await tapOnMark(page, path)) alone += 1;
    for (const nth of [0, 3, 7]) {
      const { x, y } = await besideMark(page, nth);
      await page.touchscreen.tap(x, y);
      const where = `${path}, mark ${nth}`;
      const chosen = page.locator('cf-figure .drawings > svg:visible a.mark[data-on]');
      await expect.soft(chosen.first(), where).toBeAttached();
      expect.soft(new URL(page.url()).hash, where).toBe('');
      const names = evidence(page).locator('.nearby').getByRole('button');
      const choices = await names.count();
      if (choices > 0) {
        asked += 1;
        expect.soft(choices, where).toBeLessThanOrEqual(12);
        expect.soft(await chosen.count(), where).toBeGreaterThanOrEqual(choices);
        // A source is the next press, without a choice.
        const sources = evidence(page)
          .locator('.nearby li')
          .filter({ has: page.locator('a[href^="http"]') });
        await expect.soft(sources, where).toHaveCount(choices);
        const name = (await names.last().textContent()) ?? '';
        await names.last().click();
        await expect.soft(names, where).toHaveCount(0);
        // Of a person with several marks all are marked, and one is the chosen one.
        const one = chosen.and(page.locator('[aria-current="true"]'));
        await expect.soft(one, where).toHaveCount(1);
        expect.soft(await one.getAttribute('aria-label'), where).toContain(name);
      }
      await evidence(page)
        .getByRole('button', { name: /remove the choice/ })
        .click();
      await expect(chosen).toHaveCount(0);
    }
  }
  expect(alone).toBeGreaterThan(0);
  expect(asked).toBeGreaterThan(0);
});
