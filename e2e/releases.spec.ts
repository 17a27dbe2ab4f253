/** A release that stands in somebody's article: it opens, is chosen from and changed like the live one, and stays itself. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtPage, chartsIn, embedAt, LANGS, pageAt } from './built';
import { expect, openArticle, test } from './site';

const [RELEASE = ''] = readdirSync(fileURLToPath(new URL('../content/releases', import.meta.url)));
const frozen = (embed: string) => `releases/${RELEASE}/${embed}`;
const [first = ''] = chartsIn('en').map(embedAt);

test('its embed opens with no word from the policy, and a choice opens its evidence', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(frozen(first));
  await expect(page.locator('.drawings > svg:visible')).toBeVisible();
  await page.locator('.drawings > svg:visible a.mark').first().press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${frozen(first)}\\?hl=`));
  expect(said).toEqual([]);
});

test('another view of it is of the same release', async ({ page }) => {
  await page.goto(frozen(first));
  await page.locator('.views summary').click();
  const view = page.locator('.views a:not([aria-current])').first();
  await expect(view).toHaveAttribute('href', new RegExp(`/${frozen(first)}[\\w-]+/$`));
  const title = page.locator('cf-figure h2, cf-figure h1, cf-figure figcaption').first();
  const before = await title.textContent();
  await view.click();
  await expect(title).not.toHaveText(before ?? '');
  await expect(page).toHaveURL(new RegExp(`/${frozen(first)}[\\w-]+/$`));
});

test('it stands in an article of another site', async ({ page, site }) => {
  await openArticle(page, `<iframe src="${site}${frozen(first)}" width="640" height="600"></iframe>`);
  await expect(page.frameLocator('iframe').locator('.drawings > svg:visible')).toBeVisible();
});

test('the address that a citation names says what the release is, with its files, in every language', async ({
  page,
  request,
  site,
}) => {
  await page.goto('data/');
  const [cited = ''] = /http\S+/.exec((await page.locator('.citation').textContent()) ?? '') ?? [];
  expect(cited.startsWith(site), cited).toBe(true);
  await page.goto(cited);
  await expect(page.locator('.citation')).toContainText(cited);
  const files = page.locator('a[download]');
  expect(await files.count()).toBeGreaterThan(10);
  for (const file of await files.all())
    expect((await request.get(new URL((await file.getAttribute('href')) ?? '', site).href)).ok()).toBe(true);
  for (const lang of LANGS)
    expect(builtPage(pageAt(lang, new URL(cited).pathname.slice(new URL(site).pathname.length)))).toContain(
      `lang="${lang}"`,
    );
});
