/** What must never break: reading, choosing and sharing, in a real browser, on the built site. */
import { CHARTS as charts, KINDS } from './built';
import { expect, test } from './kept';

test('on a small phone every page is quiet, stores nothing, asks nobody else and scrolls only down', async ({
  page,
  site,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  let trouble: string[] = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith('data:')) trouble.push(request.url());
  });
  for (const path of KINDS) {
    trouble = [];
    await page.goto(path, { waitUntil: 'load' });
    // A page that asks for something late, when it is read to its end, is asked to.
    await page.keyboard.press('End');
    expect.soft(await page.evaluate(() => localStorage.length + sessionStorage.length), path).toBe(0);
    expect.soft(trouble, path).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(over, path).toBeLessThanOrEqual(0);
    // A style sheet that lacks the name of a face leaves the browser's own.
    const face = await page.evaluate(() => getComputedStyle(document.documentElement).fontFamily);
    expect.soft(face, path).toMatch(/^"?(Newsreader|Source Sans 3)/);
  }
  expect(await page.context().cookies()).toEqual([]);
});

test('a chart shows one drawing, and choosing a mark opens its evidence and puts it in the address', async ({
  kept,
}) => {
  // Every other chart: figure.spec.ts and keys.spec.ts.
  const [id = ''] = charts;
  const page = await kept(`charts/${id}/`);
  await expect(page.locator('.drawings > svg:visible')).toHaveCount(1);
  const mark = page.locator('.drawings > svg:visible a.mark').first();
  const history = await page.evaluate(() => globalThis.history.length);
  await mark.focus();
  await page.keyboard.press('Enter');
  const chip = page.locator('[data-evidence] .chip');
  await expect(chip).toBeVisible();
  await expect(page.locator('[data-evidence] a').first()).toHaveAttribute('href', /^https?:|#/);
  expect(new URL(page.url()).searchParams.get('hl')).toBe(await mark.getAttribute('data-id'));
  expect(await page.evaluate(() => globalThis.history.length)).toBe(history);
  // What an address of its own brings back, address.spec.ts asks of every chart.
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(chip).toBeVisible();
  await chip.click();
  await expect(chip).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
});
