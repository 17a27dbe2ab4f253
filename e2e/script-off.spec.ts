/** Without script, and with one that breaks: every drawing, every source and the whole story are still there. */
import type { Page } from '@playwright/test';
import { builtPage, chartPaths, chartPathsInTurn, pageAt } from './built';
import { expect, test } from './site';

const visible = (page: Page, selector: string) => page.locator(selector).filter({ visible: true });
/** Opens every panel under the figures, as a reader does. */
async function openPanels(page: Page, within: string) {
  for (const summary of await page.locator(`${within} details.tool > summary`).all()) await summary.click();
}

function readWithoutScript(languages: readonly string[], charts: readonly string[]) {
  test('a chart page shows its drawing, each mark leads to its row, and nothing stands there that does nothing: views, files and codes are reached', async ({
    page,
  }) => {
    for (const path of charts) {
      await page.goto(path);
      await expect.soft(visible(page, '.drawings > svg'), path).toHaveCount(1);
      const marks = visible(page, '.drawings > svg').locator('a.mark');
      const targets = await marks.evaluateAll((all) =>
        all.map((mark) => (mark.getAttribute('href') ?? '').replace(/^#/, '')),
      );
      expect.soft(targets.length, path).toBeGreaterThan(2);
      const rows = await page.locator('tbody > tr[id]').evaluateAll((all) => all.map((row) => row.id));
      expect
        .soft(
          targets.filter((id) => !rows.includes(id)),
          `${path}: marks that lead nowhere`,
        )
        .toEqual([]);
      await marks.last().focus();
      await page.keyboard.press('Enter');
      await expect.soft(page.locator(`[id="${targets.at(-1)}"]`), path).toBeInViewport();
      await expect.soft(page, path).toHaveURL(new RegExp(`#${targets.at(-1)}$`));

      await openPanels(page, 'cf-figure');
      expect.soft(await visible(page, '.panel input, .panel textarea').count(), path).toBeGreaterThan(2);
      await expect.soft(visible(page, 'a[download]'), path).toHaveCount(6);
      await expect.soft(visible(page, '.scripted'), path).toHaveCount(0);
      await expect.soft(page.getByRole('button'), path).toHaveCount(0);
      await expect.soft(visible(page, '.tools > .hint'), `${path}: nothing can be chosen`).toHaveCount(0);

      const view = page.locator('.views a:not([aria-current])').first();
      if ((await view.count()) === 0) continue;
      const href = (await view.getAttribute('href')) ?? '';
      await page.locator('.views summary').click();
      await view.click();
      await expect(page).toHaveURL(new RegExp(`${href}$`));
      await expect.soft(visible(page, '.drawings > svg'), href).toHaveCount(1);
    }
  });

  test('the story is whole: sections, drawings of figures and steps, sources and notes', async ({ page }) => {
    for (const path of languages.map((lang) => pageAt(lang))) {
      await page.goto(path);
      expect(await visible(page, 'section.chapter > h2').count(), path).toBe(
        await page.locator('.contents a').count(),
      );
      await expect.soft(page.locator('cf-map figcaption'), path).toBeVisible();
      // Threads that no key reaches are not offered to those who only hear.
      await expect.soft(page.locator('cf-map .hint'), path).toHaveAttribute('aria-hidden', 'true');
      // A drawing without a subtitle says how its marks look.
      expect
        .soft(await page.locator('.step-figure .key').count(), path)
        .toBe(await page.locator('.step-figure').count());
      const count = (selector: string) =>
        page
          .locator(selector)
          .evaluateAll((all) =>
            all.map(
              (one) =>
                [...one.querySelectorAll('.drawings > svg')].filter((svg) => svg.getClientRects().length > 0)
                  .length,
            ),
          );
      const [figures, steps] = [await count('cf-figure'), await count('.step-figure')];
      expect(figures.length).toBeGreaterThan(6);
      expect(steps.length).toBeGreaterThan(3);
      expect.soft(figures, path).toEqual(figures.map(() => 1));
      expect.soft(steps, path).toEqual(steps.map(() => 1));

      await openPanels(page, 'cf-figure >> nth=0 >>');
      const first = page.locator('cf-figure').first();
      await expect(first.getByRole('table')).toBeVisible();
      await expect(first.getByRole('table').getByRole('link').first()).toBeVisible();
      await expect.soft(visible(page, '.scripted'), path).toHaveCount(0);

      // A count leads to its note, which unfolds and leads outward and back; a cited row to its page.
      const cite = page.locator('.chapter > p a.cite[href^="#note-"]').first();
      await cite.click();
      const note = page.locator((await cite.getAttribute('href')) ?? '');
      await expect(note).toBeInViewport();
      await expect(note.locator('.sources a').first()).toHaveAttribute('href', /^https?:/);
      await note.locator('.back a').first().click();
      await expect(page).toHaveURL(/#ref-/);
      await page.locator('.chapter > p a.cite[href*="/row/"]').first().click();
      await expect(page.locator('.row-sources .to').first()).toHaveAttribute('href', /^https?:/);
    }
  });

  test('a mark of the story leads to its row on the page of its chart, where its sources are', async ({
    page,
  }) => {
    await page.goto('');
    const marks = page.locator('cf-figure, cf-map').locator('svg:visible a.mark:first-of-type');
    const hrefs = await marks.evaluateAll((all) => [
      ...new Map(
        all.map((mark) => [mark.closest('cf-figure')?.id, mark.getAttribute('href') ?? '']),
      ).values(),
    ]);
    expect(hrefs.length).toBeGreaterThan(7);
    for (const href of hrefs) {
      const [path = '', id = ''] = href.split('#');
      // As a browser would find it there.
      const [row = ''] =
        new RegExp(`<tr id="${id}".*?</tr>`, 's').exec(builtPage(path.replace(/^\//, ''))) ?? [];
      expect.soft(row, href).toMatch(/class="sources"><a href="https?:/);
    }
    const [href = ''] = hrefs;
    await page.goto(href);
    await expect(page.locator(`[id="${href.split('#')[1]}"]`)).toBeInViewport();
  });
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  readWithoutScript(['en', 'de'], chartPathsInTurn());
});

test.describe('with a script that breaks at its first line', () => {
  test.beforeEach(async ({ page }) => {
    await page.route('**/figure.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken on purpose")' }),
    );
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto('charts/');
    expect(errors, 'the script is the broken one').toEqual(['broken on purpose']);
  });
  // What is left is what stands without script; whether it is left does not depend on the chart.
  readWithoutScript(['en'], chartPaths().slice(0, 2));
});
