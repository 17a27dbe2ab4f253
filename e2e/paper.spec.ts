/** What a printed page says, with what its style sheets add: who has only the sheet can follow it to its sources. */
import type { Page } from '@playwright/test';
import { builtPage, chartPathsInTurn, embedAt, LANGS, pageAt, say, VIEWS } from './built';
import { expect, test } from './kept';

test.skip(({ browserName }) => browserName !== 'chromium', 'generated words are asked of Chromium');

/** The words that stand on paper, one piece of text after the other, and generated ones with them. */
async function piecesOf(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  return nodes.flatMap(({ role, name }) => (role?.value === 'StaticText' ? [String(name?.value)] : []));
}
const paperOf = async (page: Page) => (await piecesOf(page)).join(' ').replace(/\s+/g, ' ');

/** Addresses outside the site that the page's content links to. */
const outward = (page: Page, within = 'main') =>
  page
    .locator(`${within} a[href^="http"]`)
    .evaluateAll((links) => [
      ...new Set(
        links
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !href.startsWith(location.origin)),
      ),
    ]);

test('on paper each cited passage has the number of its note', async ({ kept }) => {
  for (const path of LANGS.flatMap((lang) => [pageAt(lang), pageAt(lang, 'method/')])) {
    const page = await kept(path);
    const expected = await page.evaluate(() => {
      const notes = [...document.querySelectorAll('.notes ol > li')];
      return [...document.querySelectorAll<HTMLAnchorElement>('a.cite')].map((cite) => {
        const own = notes.findIndex(
          (note) =>
            note.querySelector<HTMLAnchorElement>('.title a')?.href === cite.href ||
            `#${note.id}` === cite.hash,
        );
        return own + 1;
      });
    });
    expect.soft(expected.length, path).toBeGreaterThan(0);
    const numbers = [...(await piecesOf(page)).join('').matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
    expect.soft(numbers, path).toEqual(expected);
  }
});

test('on paper a source has its address, and a note that of its row', async ({ kept }) => {
  for (const lang of LANGS) {
    const page = await kept(pageAt(lang));
    const paper = await paperOf(page);
    const rows = await page
      .locator('.notes .title a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const missing = [...rows, ...(await outward(page, '.notes ol > li > .sources'))].filter(
      (href) => !paper.includes(href),
    );
    expect.soft(missing, lang).toEqual([]);
    expect.soft(paper, lang).not.toContain(say(lang, 'story.map.choose'));
  }
  const row = /href="(?:[^"]*\/)?(row\/moves\/[^"]+)"/.exec(builtPage(pageAt('en')))?.[1] ?? '';
  for (const path of [row, ...chartPathsInTurn(), 'moves/']) {
    const page = await kept(path);
    const paper = await paperOf(page);
    expect
      .soft(
        (await outward(page)).filter((href) => !paper.includes(href)),
        path,
      )
      .toEqual([]);
    for (const action of ['row.source.rows', 'row.link'])
      expect.soft(paper, path).not.toContain(say('en', action));
  }
});

test('on paper the list of moves has all that it speaks of, and when narrowed what is shown', async ({
  page,
}) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('moves/');
  await expect(page.locator('[data-moves][data-ready]')).toBeAttached();
  const all = await page.locator('tr[data-move]').count();
  await expect(page.locator('tr[data-move]:visible')).toHaveCount(all);
  await expect(page.locator('.unscripted')).toBeVisible();
  await page.goto('moves/?from=xai');
  await expect(page.locator('[data-moves][data-ready]')).toBeAttached();
  const shown = await page.locator('tr[data-move]:not([hidden])').count();
  await expect(page.locator('tr[data-move]:visible')).toHaveCount(shown);
  expect(shown).toBeLessThan(all);
});

test('on paper an embed names its site and its address', async ({ page }) => {
  for (const lang of LANGS) {
    const view = VIEWS.find((one) => one.lang === lang && one.slug === '');
    if (!view) throw new Error(`no embed in ${lang}`);
    await page.goto(embedAt(view));
    const brand = page.locator('a.brand');
    const href = await brand.evaluate((one: HTMLAnchorElement) => one.href);
    const paper = await paperOf(page);
    expect(paper).toContain(`${await brand.textContent().then((name) => name?.trim())} ${href}`);
  }
});
