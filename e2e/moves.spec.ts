/** The explorer of all moves, as a reader meets it: found, filtered, sorted, linked, and whole without script. */
import type { Page } from '@playwright/test';
import { expect, test } from './site';

const rows = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const count = (page: Page) => page.getByText(/^\d+ of \d+ named moves/);
/** Two numbers of the line that counts: shown, and all. */
const counted = async (page: Page) =>
  ((await count(page).textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
const names = (page: Page) => page.getByRole('rowheader').allTextContents();

test('a search finds people, without accents or capitals, and says how many', async ({ page }) => {
  await page.goto('moves/');
  const [, all] = await counted(page);
  await page.getByRole('searchbox').fill('lau TÉSLA');
  await expect(rows(page).filter({ hasNotText: /lau/i })).toHaveCount(0);
  await expect(rows(page).filter({ hasNotText: 'Tesla' })).toHaveCount(0);
  await expect(rows(page).filter({ hasText: 'David Lau' })).not.toHaveCount(0);
  await expect(count(page)).toHaveText(`${await rows(page).count()} of ${all} named moves`);
  await expect(page).toHaveURL(/\/moves\/\?q=lau%20T%C3%89SLA$/);
});

test('a filter is a link: opened elsewhere it shows the same, and history has not grown', async ({
  page,
  context,
}) => {
  await page.goto('moves/?theme=light');
  const before = await page.evaluate(() => history.length);
  await page.getByLabel('Left', { exact: true }).selectOption('xAI');
  await page.getByLabel('Status').selectOption('confirmed');
  await expect(page).toHaveURL(/\/moves\/\?from=xai&status=confirmed&theme=light$/);
  expect(await page.evaluate(() => history.length)).toBe(before);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel('Left', { exact: true })).toHaveValue('xai');
  await expect(count(other)).toHaveText((await count(page).textContent()) ?? '');
  expect(await rows(other).allTextContents()).toEqual(await rows(page).allTextContents());

  await other.getByRole('button', { name: 'Reset the filters' }).click();
  await expect(other).toHaveURL(/\/moves\/\?theme=light$/);
  const [shown, all] = await counted(other);
  expect(shown).toBe(all);
});

test('the head of a column sorts, and turns the order at the second click', async ({ page }) => {
  await page.goto('moves/');
  const head = page.getByRole('columnheader', { name: 'Person' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const ascending = await names(page);
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/\?sort=-person$/);
  const descending = await names(page);
  // The first of either is the title of the group.
  expect(descending[1]).toBe(ascending.at(-1));
  expect(descending).not.toEqual(ascending);
});

test('where nothing matches, words say so and lead back', async ({ page }) => {
  await page.goto('moves/?from=apple');
  await expect(page.getByText('No named move matches.')).toBeVisible();
  await page.getByRole('button', { name: /other companies included/ }).click();
  await expect(page).toHaveURL(/\?from=apple&scope=all$/);
  await expect(rows(page).first()).toContainText('Apple');
});

test('a mangled value shows everything and a notice', async ({ page }) => {
  await page.goto('moves/?when=12&scope=core');
  await expect(page.getByText(/asks for Year or month “12”/)).toBeVisible();
  const [shown, all] = await counted(page);
  expect(shown).toBe(all);
});

test('a link to a move shows it, whatever the filters say', async ({ page }) => {
  await page.goto('moves/');
  const row = page.locator('#lau-tesla-openai-2025');
  await row.getByRole('link', { name: 'Link to this move: David Lau, Tesla to OpenAI' }).click();
  await expect(page).toHaveURL(/\/moves\/#lau-tesla-openai-2025$/);
  await page.goto('moves/?from=openai#lau-tesla-openai-2025');
  await expect(row).toBeInViewport();
  await expect(page.getByText('The linked move was outside the filters')).toBeVisible();
  await page.goto('moves/?q=#nobody-2025');
  await expect(page.getByText(/the move “nobody-2025”, which is not in this table/)).toBeVisible();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the table is complete, and nothing stands there that does nothing', async ({ page }) => {
    await page.goto('moves/?from=xai#lau-tesla-openai-2025');
    const [core = 0, outside = 0] =
      (await page.getByText(/named moves between the four companies, \d+ with other companies/).textContent())
        ?.match(/\d+/g)
        ?.map(Number) ?? [];
    expect(core).toBeGreaterThan(0);
    await expect(rows(page)).toHaveCount(core + outside);
    await expect(page.locator('#lau-tesla-openai-2025')).toBeInViewport();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
  });
});
