/** What must never break: reading, choosing, sharing and embedding, in a real browser, on the built site. */
import { CHARTS as charts, KINDS } from './built';
import { expect, openArticle, test } from './site';

test('every page is quiet, stores nothing and asks nobody else', async ({ page, site }) => {
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
  }
  expect(await page.context().cookies()).toEqual([]);
});

test('no page scrolls sideways on a small phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of KINDS) {
    await page.goto(path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(over, path).toBeLessThanOrEqual(0);
  }
});

test('every chart shows one drawing, and choosing a mark opens its evidence and puts it in the address', async ({
  page,
}) => {
  for (const id of charts) {
    await page.goto(`charts/${id}/`);
    await expect.soft(page.locator('.drawings > svg:visible'), id).toHaveCount(1);
    const mark = page.locator('.drawings > svg:visible a.mark').first();
    const history = await page.evaluate(() => globalThis.history.length);
    await mark.focus();
    await page.keyboard.press('Enter');
    const chip = page.locator('[data-evidence] .chip');
    await expect.soft(chip, id).toBeVisible();
    await expect.soft(page.locator('[data-evidence] a').first(), id).toHaveAttribute('href', /^https?:|#/);
    expect.soft(new URL(page.url()).searchParams.get('hl'), id).toBe(await mark.getAttribute('data-id'));
    expect.soft(await page.evaluate(() => globalThis.history.length), id).toBe(history);
    const address = page.url();
    await page.goto('about:blank');
    await page.goto(address);
    await expect.soft(chip, `${id} again`).toBeVisible();
    await chip.click();
    await expect.soft(chip, id).toHaveCount(0);
    expect.soft(new URL(page.url()).search, id).toBe('');
  }
});

test('the embed code works in a stranger’s article, at its computed height', async ({ page }) => {
  test.slow();
  for (const id of charts) {
    await page.goto(`charts/${id}/`);
    await page.locator('summary', { hasText: 'Embed' }).click();
    const code = await page.getByLabel(/^Embed code/).inputValue();
    for (const width of [340, 640, 1000]) {
      await openArticle(
        page,
        `<!doctype html><title>Article</title><body style="margin:8px;width:${width}px">${code}<p id="after">after</p>`,
      );
      const frame = page.frameLocator('iframe');
      await expect.soft(frame.locator('.drawings > svg:visible'), `${id} ${width}`).toHaveCount(1);
      const content = await frame.locator('html').evaluate((html) => html.getBoundingClientRect().height);
      const computed = await page.locator('iframe').evaluate((one: HTMLIFrameElement) => {
        const at = one.clientWidth;
        const pairs = (one.getAttribute('data-counterflow') ?? '')
          .split(' ')
          .map((pair) => pair.split(':').map(Number));
        const below = pairs.filter(([w]) => (w ?? 0) <= at).at(-1) ?? pairs[0];
        const above = pairs.find(([w]) => (w ?? 0) >= at) ?? pairs.at(-1);
        return Math.max(below?.[1] ?? 0, above?.[1] ?? 0);
      });
      expect
        .soft(computed, `${id} at ${width}: computed, content ${content}`)
        .toBeGreaterThanOrEqual(Math.floor(content));
      await expect
        .soft(async () => {
          const height = await page.locator('iframe').evaluate((one) => one.getBoundingClientRect().height);
          expect(Math.abs(height - content), `${id} ${width}`).toBeLessThanOrEqual(2);
        })
        .toPass({ timeout: 5000 });
    }
  }
});

test('in a sandbox without a header the chart stands, and choosing works', async ({ page, bare }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await openArticle(
    page,
    `<!doctype html><title>Article</title><iframe sandbox="allow-scripts" width="700" height="900" src="${bare}embed/v1/en/flows/"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  const before = await page.evaluate(() => history.length);
  await frame.locator('.drawings > svg:visible a.mark').first().press('Enter');
  await expect(frame.locator('[data-evidence] .chip')).toBeVisible();
  await expect(frame.locator('[data-evidence] a').first()).toHaveAttribute('href', /charts\/flows/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  expect(errors).toEqual([]);
});
