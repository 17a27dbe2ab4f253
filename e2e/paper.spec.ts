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
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  // They are given level by level, and are wanted in the order of the text.
  const words = (id: string): string[] => {
    const node = byId.get(id);
    if (node?.role?.value === 'StaticText') return [String(node.name?.value)];
    return (node?.childIds ?? []).flatMap(words);
  };
  return words(nodes[0]?.nodeId ?? '');
}
const inOne = (pieces: readonly string[]) => pieces.join(' ').replace(/\s+/g, ' ');
const paperOf = async (page: Page) => inOne(await piecesOf(page));

/** Whether every cited passage has the number of its note, in what a page says on paper. */
async function numbered(page: Page, pieces: readonly string[], path: string): Promise<void> {
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
  const numbers = [...pieces.join('').matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n));
  expect.soft(numbers, path).toEqual(expected);
}

test('on paper each cited passage has the number of its note, and a note the address of its row, of its list, or of its sources', async ({
  kept,
}) => {
  for (const lang of LANGS) {
    const page = await kept(pageAt(lang));
    const pieces = await piecesOf(page);
    await numbered(page, pieces, pageAt(lang));
    const paper = inOne(pieces);
    const addresses = await page.locator('.notes ol > li').evaluateAll((notes) =>
      notes.flatMap((note) => {
        const row = note.querySelector('.title a')?.getAttribute('href');
        const list = note.querySelector('[data-list]')?.getAttribute('data-list')?.split(' ').at(-1);
        const links = [...note.querySelectorAll('.sources a')].map((link) => link.getAttribute('href'));
        return row || list ? [row ?? list] : links;
      }),
    );
    expect.soft(addresses.length, lang).toBeGreaterThan(0);
    expect
      .soft(
        addresses.filter((address) => !address || !paper.includes(address)),
        lang,
      )
      .toEqual([]);
    expect.soft(paper, lang).toContain(say(lang, 'story.map').split('{')[0]);
    expect.soft(paper, lang).not.toContain(say(lang, 'story.map.choose'));
  }
  const path = pageAt('en', 'method/');
  const method = await kept(path);
  await numbered(method, await piecesOf(method), path);
});

test('on paper every source of a row has its address, and nothing is there to press', async ({ kept }) => {
  const row = /href="[^"]*(row\/moves\/[^"]+)"/.exec(builtPage(''))?.[1] ?? '';
  for (const path of [row, ...chartPathsInTurn().slice(0, 2), 'moves/']) {
    const page = await kept(path);
    await page.emulateMedia({ media: 'print' });
    await expect
      .soft(page.locator(':is(.more-of, .own, .more summary, [download]):visible'), path)
      .toHaveCount(0);
    const paper = await paperOf(page);
    // Letters of two directions are heard in pieces: addresses of one are asked for.
    const addresses = await page
      .locator('main a[href^="http"]:not([href*="localhost"])')
      .evaluateAll((links) =>
        links
          .filter((link) => !link.closest('.tools'))
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => /^[!-~]+$/.test(href)),
      );
    expect.soft(addresses.length, path).toBeGreaterThan(0);
    expect
      .soft(
        [...new Set(addresses)].filter((href) => !paper.includes(href)),
        path,
      )
      .toEqual([]);
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

test('on paper an embed with a choice has its note, too, and is no higher than on the screen', async ({
  page,
}) => {
  const view = VIEWS.find(
    (one) => one.lang === 'en' && one.chart === 'flows' && one.slug === 'openai-to-meta',
  );
  if (!view) throw new Error('no such embed');
  for (const width of [360, 640]) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ media: 'screen' });
    await page.goto(embedAt(view));
    await page.locator('.drawings > svg:visible a.mark').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-evidence] .said')).toBeVisible();
    const height = () => page.locator('main').evaluate((main) => main.getBoundingClientRect().height);
    const screen = await height();
    const said = (await page.locator('[data-evidence] .said').textContent())?.trim() ?? '';
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.note')).toBeVisible();
    // A frame in an article keeps the height it has: what is higher is cut.
    expect(await height(), `${width} px wide`).toBeLessThanOrEqual(screen);
    const paper = await paperOf(page);
    expect(paper).toContain(say('en', 'site.name'));
    expect(paper).toContain(said.slice(0, 20));
  }
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
