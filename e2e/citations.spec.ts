/** What the story cites, in both languages: passages, notes and rows lead to each other and outward, and evidence opens and closes in its place. */
import type { Locator } from '@playwright/test';
import { builtPage, LANGS, pageAt } from './built';
import { expect, test } from './kept';
import { STORIES } from './story';

test('every cited passage leads to the page of its row or, as a count, to its note, and every note back to its passages', async ({
  kept,
}) => {
  for (const path of STORIES) {
    const page = await kept(path);
    const found = await page.evaluate(() => {
      const cites = [...document.querySelectorAll<HTMLAnchorElement>('a.cite')];
      const notes = [...document.querySelectorAll('.notes ol > li')];
      const backs = [...document.querySelectorAll('.notes .back a')];
      const pages = new Set(
        [...document.querySelectorAll('.notes .title a')].map((one) => one.getAttribute('href')),
      );
      const hrefOf = (link: Element) => link.getAttribute('href') ?? '';
      const target = (link: Element) => document.getElementById(hrefOf(link).slice(1));
      const counts = cites.filter((cite) => hrefOf(cite).startsWith('#'));
      return {
        cites: cites.length,
        notes: notes.length,
        counts: counts.length,
        lost: cites
          .filter((cite) => !notes.includes(target(cite) as Element) && !pages.has(hrefOf(cite)))
          .map(hrefOf),
        unanswered: notes.filter((note) => note.id && !note.querySelector('.back a')).map((note) => note.id),
        astray: backs
          .filter((back) => target(back)?.getAttribute('href') !== `#${back.closest('li')?.id}`)
          .map(hrefOf),
        forgotten: counts
          .filter((cite) => !backs.some((back) => hrefOf(back) === `#${cite.id}`))
          .map(({ id }) => id),
        bare: notes
          .filter((note) => !note.querySelector('.title')?.textContent?.trim())
          .map((note) => note.id),
        twice: counts.length - new Set(counts.map(({ id }) => id)).size,
        /** Whatever opens its evidence looks so. */
        plain: cites.filter((cite) => getComputedStyle(cite).textDecorationLine !== 'underline').map(hrefOf),
      };
    });
    expect(found.cites).toBeGreaterThan(50);
    expect(found.notes).toBeGreaterThan(30);
    expect(found.counts).toBeGreaterThan(0);
    expect
      .soft(found, path)
      .toMatchObject({ lost: [], unanswered: [], astray: [], forgotten: [], bare: [], twice: 0, plain: [] });
  }
});

test('each thing is said once: rows of tables and marks lead to the chart’s page, notes to the page of their row', async ({
  page,
}) => {
  for (const lang of LANGS) {
    for (const rest of ['', 'method/']) {
      // A table that somebody has opened in a kept page has its sources already.
      await page.goto(pageAt(lang, rest));
      const found = await page.evaluate(() => {
        const linksIn = (place: string) => [...document.querySelectorAll<HTMLAnchorElement>(place)];
        const inPage = linksIn('.notes a, .table-scroll a').filter((link) =>
          link.getAttribute('href')?.startsWith('#'),
        );
        return {
          pages: [
            ...linksIn('.notes .title a, .table-scroll td.evidence a').map(({ pathname }) => pathname),
            ...[...document.querySelectorAll('cf-figure a.mark')].map(
              (mark) => (mark.getAttribute('href') ?? '').split('#')[0] ?? '',
            ),
          ],
          dead: inPage.filter(({ hash }) => !document.getElementById(hash.slice(1))).map(({ hash }) => hash),
          // A count is no row: its note leads outward itself.
          inward: linksIn('.notes li[id] > .sources a').filter(({ host }) => host === location.host).length,
          nameless: linksIn('.notes .sources a').filter(({ text }) => !/[^\d\s]/.test(text)).length,
          unsourced: [...document.querySelectorAll('td.evidence')].filter((cell) => !cell.querySelector('a'))
            .length,
        };
      });
      const { pages, ...faults } = found;
      const where = pageAt(lang, rest);
      expect.soft(pages.length, where).toBeGreaterThan(0);
      // Each of them has sources that lead outward.
      const bare = [...new Set(pages)].filter(
        (path) => !/class="(to|sources)"[^>]*>?[^>]*href="https?:/.test(builtPage(path.replace(/^\//, ''))),
      );
      expect.soft(bare, where).toEqual([]);
      expect.soft(faults, where).toEqual({ dead: [], inward: 0, nameless: 0, unsourced: 0 });
    }
  }
});

test('with script a source is one press away: in the evidence of a mark and of a sentence', async ({
  page,
}) => {
  await page.goto('');
  const outside = (link: Locator, what: string) =>
    expect
      .soft(async () => {
        const said = await link.evaluate((one: HTMLAnchorElement) => ({
          ours: one.host === location.host,
          name: one.text,
        }));
        expect(said.ours).toBe(false);
        expect(said.name).toMatch(/[^\d\s]/);
      }, what)
      .toPass();
  for (const figure of await page.locator('cf-figure').all()) {
    await figure.locator('.drawings > svg:visible a.mark').first().focus();
    await page.keyboard.press('Enter');
    await outside(figure.locator('[data-evidence] .said a').first(), (await figure.getAttribute('id')) ?? '');
  }
  const sources = page.locator('.margin-note .sources a');
  for (const cite of (await page.locator('.chapter > p a.cite').all()).slice(0, 12)) {
    await cite.click();
    await outside(sources.first(), (await cite.textContent()) ?? '');
    await page.keyboard.press('Escape');
  }
  // Of those whom a number counts each one's evidence is a press further, in the same place.
  const counting = await page.evaluate(() => {
    const told = new Set(
      [...document.querySelectorAll('.notes .title a')].map((one) => one.getAttribute('href')),
    );
    const counted = [...document.querySelectorAll('.notes .counted a')].find((one) =>
      told.has(one.getAttribute('href')),
    );
    const back = counted?.closest('.notes ol > li')?.querySelector('.back a')?.getAttribute('href');
    return { back: back ?? '', href: counted?.getAttribute('href') ?? '' };
  });
  await page.locator(counting.back).click();
  const note = page.locator('.margin-note');
  const folded = note.locator('details:has(.counted) > summary');
  if ((await folded.count()) > 0) await folded.click();
  const title = page.locator(`.notes .title a[href="${counting.href}"]`);
  await note.locator(`.counted a[href="${counting.href}"]`).click();
  await expect(note.locator('.title')).toHaveText((await title.textContent()) ?? '');
  await outside(sources.first(), counting.href);
  await expect(page).not.toHaveURL(/#note|\/row\//);
});

test('where the page of a row cannot be fetched, its sources lead to it, named as before', async ({
  page,
}) => {
  await page.route(/\/row\//, (route) =>
    route.request().resourceType() === 'document' ? route.fallback() : route.abort(),
  );
  await page.goto('');
  const refused = page.waitForEvent('requestfailed');
  await page.locator('.chapter > p a.cite').first().click();
  const link = page.locator('.margin-note .sources a').first();
  const name = (await link.textContent()) ?? '';
  await refused;
  await link.click();
  await expect(page).toHaveURL(/\/row\/[a-z]+\/./);
  await expect(page.locator('.row-sources')).toContainText(name);
});

test('evidence is closed by Escape, by its button and by a second press, and focus returns', async ({
  kept,
}) => {
  const page = await kept('');
  const cite = page.locator('.chapter > p a.cite').first();
  const note = page.locator('.margin-note');
  const title = page.locator(`.notes .title a[href="${await cite.getAttribute('href')}"]`);
  await cite.focus();
  await page.keyboard.press('Enter');
  await expect(note).toContainText((await title.textContent()) ?? '');
  await expect(note.getByRole('link').first()).toBeVisible();
  await expect(cite).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(cite).toBeFocused();
  await expect(cite).toHaveAttribute('aria-expanded', 'false');

  await cite.click();
  await note.getByRole('button', { name: 'Close' }).click();
  await expect(note).toHaveCount(0);
  await expect(cite).toBeFocused();
  await cite.click();
  await expect(note).toBeVisible();
  await cite.click();
  await expect(note).toHaveCount(0);
});
