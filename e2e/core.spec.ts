/** What must never break: reading, choosing, sharing and embedding, in a real browser, on the built site. */
import { readdirSync } from 'node:fs';
import { expect, openArticle, test } from './site';

const charts = readdirSync('dist/charts', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test('the story is whole, quiet, stores nothing and asks nobody else', async ({ page, site }) => {
  const trouble: string[] = [];
  page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(site) && !request.url().startsWith('data:')) trouble.push(request.url());
  });
  for (const path of ['', 'de/']) {
    await page.goto(path);
    await expect(page.locator('section.chapter')).toHaveCount(8);
    await expect(page.locator('cf-figure')).toHaveCount(charts.length);
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(width).toBeLessThanOrEqual(0);
  }
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(trouble).toEqual([]);
});

test('no page scrolls sideways on a small phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [
    '',
    'de/',
    'moves/',
    'method/',
    'de/corrections/',
    ...charts.map((id) => `de/charts/${id}/`),
  ]) {
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
    const chip = page.locator('[data-band] .chip');
    await expect.soft(chip, id).toBeVisible();
    await expect.soft(page.locator('[data-band] a').first(), id).toHaveAttribute('href', /^https?:|#/);
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

test('marks are one tab stop, arrows go along them, Escape leads back', async ({ page }) => {
  await page.goto('charts/flows/');
  const marks = page.locator('.drawings > svg:visible a.mark');
  await expect(marks.nth(0)).toHaveAttribute('tabindex', '0');
  expect(
    await marks.evaluateAll((all) => all.filter((one) => one.getAttribute('tabindex') === '0').length),
  ).toBe(1);
  await marks.nth(0).focus();
  await page.keyboard.press('ArrowRight');
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(marks.last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-band] .chip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-band] .chip')).toHaveCount(0);
  await expect(marks.last()).toBeFocused();
});

test('another view takes the figure’s place: title, table, address and link follow, threads travel', async ({
  page,
}) => {
  await page.goto('charts/flows/#here');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { stillHere: true, seen });
    new MutationObserver((changes) => {
      for (const { target } of changes) seen.push((target as Element).getAttribute('d') ?? '');
    }).observe(document.querySelector('.drawings') as Element, {
      subtree: true,
      attributes: true,
      attributeFilter: ['d'],
    });
  });
  const old = await page
    .locator('svg.wide [data-id="bansal-openai-meta-2025"] path')
    .last()
    .getAttribute('d');
  await page.locator('svg.wide a[data-view="openai-to-meta"]').first().click();
  await expect(page).toHaveURL(/charts\/flows\/openai-to-meta\/#here$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('from OpenAI to Meta');
  await expect(page.locator('tr[data-row]')).toHaveCount(21);
  await expect(page.locator('input[data-link]')).toHaveValue(/charts\/flows\/openai-to-meta\/$/);
  expect(await page.title()).toContain('from OpenAI to Meta');
  expect(await page.evaluate(() => 'stillHere' in globalThis)).toBe(true);
  const now = page.locator('svg.wide [data-id="bansal-openai-meta-2025"] path').last();
  await expect
    .poll(async () => {
      const end = await now.getAttribute('d');
      const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
      return seen.some((d) => d !== old && d !== end && d !== '');
    })
    .toBe(true);
});

test('a mangled address falls back, and says what it was asked and what it shows', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('charts/flows/?hl=nobody&theme=pink&x=1');
  await expect(page.locator('.notice')).toHaveCount(2);
  await expect(page.locator('.notice').filter({ hasText: 'nobody' })).toBeVisible();
  await expect(page.locator('.notice').filter({ hasText: 'pink' })).toBeVisible();
  await page.goto('charts/flow/openai-meta/');
  await expect(page).toHaveURL(/charts\/flows\/openai-to-meta\//);
  await expect(page.locator('.notice')).toContainText('flow/openai-meta');
  const answer = await page.goto('de/nichts-hier/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Unter dieser Adresse');
  expect(errors).toEqual([]);
});

test('a person chosen in one figure of the story is marked in the others', async ({ page }) => {
  await page.goto('?hl=knight-meta-openai-2025');
  for (const id of ['flows', 'timeline', 'matrix'].filter((one) => charts.includes(one)))
    await expect
      .soft(page.locator(`#${id} .drawings > svg:visible a.mark[data-on]`).first(), id)
      .toBeAttached();
  await expect(page.locator('#flows [data-band] .chip')).toHaveText('Ethan Knight');
});

test('evidence of a sentence stands beside it, under it on a phone, and closes with Escape', async ({
  page,
}) => {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('');
    const cite = page.locator('#four-hires a.cite').first();
    await cite.click();
    const note = page.locator('.margin-note');
    await expect(note).toBeVisible();
    const [a, b] = [await cite.boundingBox(), await note.boundingBox()];
    if (width > 1000) expect(b?.x ?? 0).toBeGreaterThan(680);
    else expect(b?.y ?? 0).toBeGreaterThan(a?.y ?? 0);
    await page.keyboard.press('Escape');
    await expect(note).toHaveCount(0);
    await expect(cite).toBeFocused();
  }
});

test('a step being read changes the figure beside it, and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('');
  const title = page.locator('#flows .figure-title');
  const first = await title.textContent();
  await page.locator('#step-leaving-meta-2025').evaluate((step) => step.scrollIntoView({ block: 'center' }));
  await expect(title).toContainText('August 2025');
  await page
    .locator('#then-the-current-turned h2')
    .evaluate((head) => head.scrollIntoView({ block: 'center' }));
  await expect(title).toHaveText(first ?? '');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('charts, tables, steps and evidence are there, and nothing waits for script', async ({ page }) => {
    await page.goto('');
    await expect(page.locator('section.chapter')).toHaveCount(8);
    await expect(page.locator('#step-leaving-meta-2025 .drawings > svg:visible')).toHaveCount(1);
    await expect(page.locator('.scripted:visible')).toHaveCount(0);
    const cite = page.locator('#four-hires a.cite').first();
    await cite.click();
    await expect(page.locator(`${await cite.getAttribute('href')}`)).toBeVisible();
    for (const id of charts) {
      await page.goto(`charts/${id}/`);
      await expect.soft(page.locator('.drawings > svg:visible'), id).toHaveCount(1);
      const href = await page.locator('.drawings > svg:visible a.mark').first().getAttribute('href');
      await expect.soft(page.locator(`${href}`), `${id} ${href}`).toBeVisible();
    }
  });
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
      const computed = await page.locator('iframe').evaluate((one, at) => {
        const pairs = (one.getAttribute('data-counterflow') ?? '')
          .split(' ')
          .map((pair) => pair.split(':').map(Number));
        const below = pairs.filter(([w]) => (w ?? 0) <= at).at(-1) ?? pairs[0];
        const above = pairs.find(([w]) => (w ?? 0) >= at) ?? pairs.at(-1);
        return Math.max(below?.[1] ?? 0, above?.[1] ?? 0);
      }, width);
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
  await expect(frame.locator('[data-band] .chip')).toBeVisible();
  await expect(frame.locator('[data-band] a').first()).toHaveAttribute('href', /charts\/flows/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  expect(errors).toEqual([]);
});
