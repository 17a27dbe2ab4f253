/** Views that change in place: what is shown is the other view's page, and threads travel to it. */
import type { Page } from '@playwright/test';
import { chartAt, chartPaths, VIEWS } from './built';
import { expect, test } from './site';

/** What the reader of a page has before them, of the page itself or of another one as it was built. */
const shown = (page: Page, href?: string) =>
  page.evaluate(async (other) => {
    const from = other
      ? new DOMParser().parseFromString(await (await fetch(other)).text(), 'text/html')
      : document;
    return {
      title: from.title,
      heading: from.querySelector('h1')?.textContent,
      summary: from.querySelector('cf-figure .summary')?.textContent,
      rows: [...from.querySelectorAll('tbody > tr[id]')].map((row) => row.id),
      marks: from.querySelectorAll('.drawings a.mark').length,
      current: [...from.querySelectorAll('.views [aria-current]')].map((link) => link.textContent),
      link: from.querySelector<HTMLInputElement>('input[data-link]')?.value,
      language: from.querySelector('a[data-language]')?.getAttribute('href'),
    };
  }, href);

test('views of every chart are shown in place, and the address, the table and the link to share follow', async ({
  page,
}) => {
  for (const path of chartPaths()) {
    await page.goto(`${path}?kept=1`);
    const links = await page
      .locator('.views a:not([aria-current])')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect.soft(links.length, path).toBe(VIEWS.filter((view) => chartAt(view).startsWith(path)).length - 1);
    const before = await page.evaluate(() => {
      Object.assign(window, { neverLeft: true });
      return history.length;
    });
    // Of a long menu the ends: views of one chart are made alike.
    for (const href of links.length > 6 ? [...links.slice(0, 2), ...links.slice(-2)] : links) {
      const expected = await shown(page, href);
      await page.locator('.views summary').click();
      await page.locator(`.views a[href="${href}"]`).click();
      await expect.soft.poll(() => shown(page), { message: href, intervals: [40] }).toEqual(expected);
      const url = new URL(page.url());
      expect.soft(url.pathname + url.search).toBe(`${href}?kept=1`);
    }
    expect.soft(await page.evaluate(() => 'neverLeft' in window), `${path}: no navigation`).toBe(true);
    expect.soft(await page.evaluate(() => history.length), path).toBe(before);
    // Rows that have come are laid out in idle time, as those were that stood there before: whole for who prints.
    await expect.soft(page.locator('[data-later]'), path).toHaveCount(0);
  }
});

/** Outlines of the displayed drawing's marks, by id; or of the same drawing of another page. */
const outlines = (page: Page, href?: string) =>
  page.evaluate(async (other) => {
    const own = [...document.querySelectorAll('.drawings > svg')].find(
      (svg) => svg.getClientRects().length > 0,
    );
    const drawing = other
      ? new DOMParser()
          .parseFromString(await (await fetch(other)).text(), 'text/html')
          .querySelector(`.drawings > svg.${own?.getAttribute('class')}`)
      : own;
    return Object.fromEntries(
      [...(drawing?.querySelectorAll('a.mark') ?? [])].map((mark) => [
        mark.getAttribute('href') ?? '',
        mark.querySelector('path:last-of-type')?.getAttribute('d') ?? '',
      ]),
    );
  }, href);

for (const motion of ['no-preference', 'reduce'] as const)
  test(`threads ${motion === 'reduce' ? 'are at their new places at once for who wants no motion' : 'travel from view to view'}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: motion });
    // A clock of our own: the movement is looked at in its middle, however slow the machine.
    await page.clock.install();
    await page.goto('charts/flows/');
    const link = page.locator('.views a:not([aria-current])').first();
    const href = (await link.getAttribute('href')) ?? '';
    const heading = (await shown(page, href)).heading ?? '';
    const [old, next] = [await outlines(page), await outlines(page, href)];
    const moved = Object.keys(next).filter((id) => old[id] && old[id] !== next[id]);
    expect(moved.length).toBeGreaterThan(2);
    await page.locator('.views summary').click();
    await page.clock.pauseAt(Date.now() + 60_000);
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await page.clock.runFor(100);
    const between = await outlines(page);
    const travelling = moved.filter((id) => between[id] !== old[id] && between[id] !== next[id]);
    if (motion === 'reduce') expect(between).toEqual(next);
    else expect(travelling.length).toBeGreaterThan(2);
    await page.clock.runFor(1000);
    expect(await outlines(page)).toEqual(next);
  });
