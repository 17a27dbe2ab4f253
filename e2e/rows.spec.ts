/** A fact-checker’s way: from a number, a mark or a sentence to a source in two steps, and to the page of the row. */
import type { Page } from '@playwright/test';
import { builtPage, LANGS, pageAt } from './built';
import { expect, test } from './site';

const CHART = 'charts/flows/';
/** Somebody else's page. */
const outward = async (link: ReturnType<Page['locator']>, site: string) => {
  const href = (await link.getAttribute('href')) ?? '';
  expect(href).toMatch(/^https?:/);
  expect(new URL(href).origin).not.toBe(new URL(site).origin);
};

test('a mark and a sentence show a source when they are chosen, and lead to the page of their row', async ({
  page,
  site,
}) => {
  await page.goto(CHART);
  await page.locator('.drawings > svg:visible a.mark').first().focus();
  await page.keyboard.press('Enter');
  const said = page.locator('[data-evidence] .said');
  await outward(said.getByRole('link').first(), site);
  await said.getByRole('link', { name: 'Row and history' }).click();
  await expect(page).toHaveURL(/\/row\/moves\/[a-z0-9-]+\/$/);
  await outward(page.locator('.row-sources .to').first(), site);

  await page.goto('');
  await page.locator('a.cite[href*="/row/"]').first().click();
  const note = page.locator('.margin-note');
  await expect(note.locator('.sources a').first()).toHaveAttribute('href', /^https?:/);
  await note.locator('.title a').click();
  await expect(page).toHaveURL(/\/row\/[a-z]+\/[a-z0-9-]+\/$/);
});

test('every number in a table of the method leads to the rows that it counts', async ({ page }) => {
  for (const lang of LANGS) {
    await page.goto(pageAt(lang, 'method/'));
    const cells = await page
      .locator(':is(.coverage, .directions) td')
      .evaluateAll((all) =>
        all.map((cell) => ({ text: cell.textContent?.trim() ?? '', href: cell.querySelector('a')?.href })),
      );
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter(({ text, href }) => /[1-9]/.test(text) && !href).map(({ text }) => text)).toEqual([]);
    if (lang !== LANGS[0]) continue;
    // Of each question that is asked of the list the first: it has as many rows as the number says.
    const asked = new Map(
      cells.toReversed().flatMap(({ text, href }) => {
        const query =
          href?.includes('/moves/') && /^\d+$/.test(text) ? new URL(href).searchParams : undefined;
        return query ? [[[...query.keys()].join(' '), { text, href: href ?? '' }] as const] : [];
      }),
    );
    expect(asked.size).toBeGreaterThan(4);
    for (const [keys, { text, href }] of asked) {
      await page.goto(href);
      await expect.soft(page.locator('tr[data-move]:visible'), keys).toHaveCount(Number(text));
    }
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a mark, a sentence and a number lead to a page with sources in one step, which lead outward', async ({
    page,
    site,
  }) => {
    await page.goto(CHART);
    const mark = page.locator('.drawings > svg:visible a.mark').first();
    const row = page.locator(`[id="${((await mark.getAttribute('href')) ?? '').slice(1)}"]`);
    await outward(row.locator('.sources a').first(), site);

    await page.goto('');
    const drawn = page.locator('cf-figure .drawings > svg:visible a.mark').first();
    const there = new URL((await drawn.getAttribute('href')) ?? '', site);
    const count = page.locator('a.cite[href^="#note-"]').first();
    const note = page.locator((await count.getAttribute('href')) ?? '');
    await outward(note.locator('.sources a').first(), site);
    const cite = page.locator('a.cite[href*="/row/"]').first();
    const own = new URL((await cite.getAttribute('href')) ?? '', site);
    await page.goto(there.href);
    await outward(page.locator(`[id="${there.hash.slice(1)}"] .sources a`).first(), site);
    await page.goto(own.href);
    await outward(page.locator('.row-sources .to').first(), site);
    await expect(page.locator('script[src]')).toHaveCount(0);
  });
});

test('a source leads to every row that it backs, and each of them back to it', async ({ page }) => {
  await page.goto('sources/');
  await page
    .getByRole('link', { name: /^Backs [2-9]/ })
    .first()
    .click();
  const { pathname } = new URL(page.url());
  const rows = page
    .getByRole('heading', { name: /^Backs/ })
    .locator('+ ul')
    .getByRole('link');
  await rows.first().click();
  await expect(page.locator(`.row-sources a[href="${pathname}"]`)).toHaveCount(1);
});

test('a person with several moves is reached from the list of all, and leads to each of them', async ({
  page,
}) => {
  await page.goto('moves/');
  const [slug = ''] = await page
    .locator('.path a[href*="/person/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(slug).not.toBe('');
  await page.goto(slug ?? '');
  const moves = page.locator('.person-moves h2 a');
  expect(await moves.count()).toBeGreaterThan(1);
  await moves.last().click();
  await expect(page).toHaveURL(/\/row\/moves\//);
});

test('a link to a move unfolds with its own card, and a host finds its answer', async ({ request, site }) => {
  const html = builtPage(pageAt('de', 'row/moves/lau-tesla-openai-2025/'));
  const answer = /<link[^>]*application\/json\+oembed[^>]*href="([^"]+)"/.exec(html)?.[1] ?? '';
  const card = /property="og:image" content="([^"]+)"/.exec(html)?.[1];
  const told = await (await request.get(new URL(new URL(answer).pathname, site).href)).json();
  expect(told).toMatchObject({ type: 'link', thumbnail_url: card });
  expect(told.title).toContain('David Lau');
  expect((await request.get(card ?? '')).headers()['content-type']).toBe('image/png');
});

test('what is disputed about a mark leads to who says what, from its panel', async ({ page }) => {
  await page.goto(CHART);
  const disputed = page.locator('.table-section tr').filter({ has: page.locator('.doubts a') });
  const id = (await disputed.first().getAttribute('id')) ?? '';
  await page.goto(`${CHART}?hl=${id.replace(/^flows-/, '')}`);
  const doubt = page.locator('[data-evidence] .said a[href*="/row/conflicts/"]').first();
  await expect(doubt).toHaveText(/^Disputed: /);
  await doubt.click();
  await expect(page).toHaveURL(/\/row\/conflicts\//);
  expect(await page.locator('.variants > li').count()).toBeGreaterThan(1);
});

test('a number in the tables of the method leads to the rows that it counts', async ({ page }) => {
  for (const table of ['.directions', '.coverage']) {
    await page.goto('method/');
    const number = page.locator(`${table} td a[href*="/moves/?"]`).first();
    const n = Number(await number.textContent());
    expect(n).toBeGreaterThan(0);
    await number.click();
    await expect(page.locator('tr[data-move]:visible')).toHaveCount(n);
  }
});
