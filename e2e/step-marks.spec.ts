/** Steps of the story whose figure does not stand beside them: each has a drawing of its own. */
import { expect, test } from './site';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('a mark in a step’s own drawing opens its evidence below it, and is given back; without script its link leads to the row', async ({
  page,
}) => {
  await page.goto('');
  const address = page.url();
  const figures = await page.locator('.step-figure').all();
  expect(figures.length).toBeGreaterThan(2);
  for (const figure of figures) {
    const mark = figure.locator('svg:visible a.mark').first();
    expect(await mark.getAttribute('href')).toMatch(/\/charts\/.+#./);
    const note = page.locator('.step-figure + .margin-note');
    await mark.dispatchEvent('click');
    await expect(note.locator('.title')).not.toBeEmpty();
    await expect(note.locator('.said a[href^="http"]').first()).toBeAttached();
    await expect(figure.locator('+ .margin-note')).toBeInViewport();
    await mark.dispatchEvent('click');
    await expect(note).toHaveCount(0);
  }
  expect(page.url()).toBe(address);
});

test('a finger at a name in a step’s own drawing gets that person, also where a link is near', async ({
  page,
}) => {
  await page.goto('');
  for (const figure of await page.locator('.step-figure').all()) {
    const names = figure.locator('svg:visible text[data-mark]');
    for (const name of (await names.all()).slice(0, 3)) {
      await name.evaluate((one) => one.scrollIntoView({ block: 'center' }));
      const said = (await name.textContent()) ?? '';
      await name.tap();
      // A drawing has room for a surname, or for a date as well.
      await expect(async () => {
        const title = (await page.locator('.margin-note .title').textContent()) ?? '';
        expect(said.includes(title) || title.endsWith(said), `${said}: ${title}`).toBe(true);
      }).toPass();
    }
  }
});

test('where the row of a step’s mark cannot be fetched, the mark leads to its page', async ({ page }) => {
  await page.goto('');
  const mark = page.locator('.step-figure').first().locator('svg:visible a.mark').first();
  const href = (await mark.getAttribute('href')) ?? '';
  const [path = ''] = href.split('#');
  let refused = false;
  await page.route(`**${path}`, (route) => {
    if (refused) return route.continue();
    refused = true;
    return route.abort();
  });
  await mark.dispatchEvent('click');
  await expect(page).toHaveURL((url) => url.pathname + url.hash === href);
});
