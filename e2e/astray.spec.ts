/** Addresses that lead nowhere: the page that was meant is found, else one helps. */
import type { Page } from '@playwright/test';
import { drawing, notices, OF_OPENAI, test } from './address';
import { builtPage, CHARTS, KINDS } from './built';
import { expect } from './site';

test('an embed that does not exist is a sentence and a link, as a frame has room for', async ({ page }) => {
  for (const [path, lang] of [
    ['embed/v1/en/zzzzzzzzzz/', 'en'],
    ['embed/v1/de/zzzzzzzzzz/', 'de'],
  ] as const) {
    await page.setViewportSize({ width: 360, height: 300 });
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.locator('html'), path).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading'), path).toHaveCount(1);
    await expect(page.getByRole('link'), path).toHaveCount(1);
    await expect(page.getByRole('link'), path).toHaveAttribute('target', '_blank');
    const tall = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(tall, path).toBeLessThanOrEqual(0);
  }
});

const NEAREST = [
  ['charts/flows/opnai-to-meta/', 'charts/flows/openai-to-meta/'],
  ['charts/flws/', 'charts/flows/'],
  ['charts/careers/wanderer', 'charts/careers/wanderers/'],
  ['charts/flows/zzzzzzzz/', 'charts/flows/'],
  ['de/charts/timelin/meta/', 'de/charts/timeline/meta/'],
  ['embed/v1/en/flows/opnai-to-meta/', 'embed/v1/en/flows/openai-to-meta/'],
  ['embed/v1/de/flws/', 'embed/v1/de/flows/'],
] as const;

test('a view that is not there leads to the nearest one, which says so', async ({ page, site }) => {
  for (const [asked, nearest] of NEAREST) {
    const response = await page.goto(`${asked}?kept=1#content`);
    expect(response?.status(), asked).toBe(404);
    await expect(page, asked).toHaveURL((url) => url.pathname === new URL(nearest, site).pathname);
    await expect.soft(drawing(page), asked).toHaveCount(1);
    const name = asked.replace(/^.*(charts|embed\/v1\/..)\//, '').replace(/\/$/, '');
    await expect.soft(notices(page), asked).toContainText(name);
    await expect
      .soft(notices(page), asked)
      .toContainText((await page.getByRole('heading', { level: 1 }).textContent()) ?? '');
    expect.soft(new URL(page.url()).searchParams.get('kept'), asked).toBe('1');
    // What was asked in vain is not passed on.
    await drawing(page).locator('a.mark').first().focus();
    await page.keyboard.press('Enter');
    await expect(page, asked).toHaveURL(/[?&]hl=/);
    expect.soft(new URL(page.url()).searchParams.has('asked'), asked).toBe(false);
  }
});

test('a row whose table has too many for a page each is found in the list, on its page of it', async ({
  page,
  site,
}) => {
  // As where there are more moves than today.
  const parts = [['first-2025'], ['second-2025', 'third-2025']];
  await page.route('**/moves/parts.json', (route) => route.fulfill({ json: parts }));
  await page.route('**/moves/2/', (route) => route.fulfill({ contentType: 'text/html', body: 'Page 2' }));
  for (const lang of ['', 'de/']) {
    await page.goto(`${lang}row/moves/third-2025/`);
    await expect(page).toHaveURL(new URL(`${lang}moves/2/#third-2025`, site).href);
  }
  await page.goto('row/moves/nobody-2025/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/row\/moves\/nobody-2025\/$/);
});

test('the nearest row or person is offered by name, in its language, and nobody is led there', async ({
  page,
  site,
}) => {
  const [row = '', person = ''] = ['row/moves/', 'person/'].map((start) =>
    KINDS.find((path) => path.startsWith(start)),
  );
  const nameOf = (path: string) => /<h1[^>]*>([^<]+)/.exec(builtPage(path))?.[1] ?? '?';
  // A letter is wrong, or a person is asked for where none ever was.
  const wrong = (path: string) => path.replace(/.\/$/, 'q/');
  for (const [asked, path] of [
    [wrong(row), row],
    [wrong(`de/${row}`), `de/${row}`],
    [wrong(person), person],
    [`de/people/${wrong(person).replace('person/', '')}`, `de/${person}`],
  ] as const) {
    await page.goto(asked);
    const link = page.locator('.near:visible a');
    await expect.soft(link, asked).toHaveText(nameOf(path));
    await expect.soft(link, asked).toHaveAttribute('href', new URL(path, site).href);
    await expect.soft(page, asked).toHaveURL(new URL(asked, site).href);
  }
  const table = page.waitForResponse('**/data/moves.csv');
  await page.goto('person/somebody-else-entirely/');
  await (await table).finished();
  await expect(page.locator('.near a')).toHaveCount(0);
});

/** There stands an empty page: where a mangled address leads then costs no second one, whose own part is asked elsewhere. */
const stub = (page: Page, address: string) =>
  page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));

test('a row and a person are found whatever a sentence left at their link, as any page is', async ({
  page,
  site,
}) => {
  const pages = KINDS.filter((path) => /^(row|person)\//.test(path));
  expect(pages.length).toBeGreaterThan(1);
  for (const [i, path] of [...pages, ...pages.map((one) => `de/${one}`), 'data/'].entries()) {
    expect(builtPage(path)).not.toContain('name="robots"');
    const there = new URL(`${path}?kept=1`, site).href;
    await stub(page, there);
    const bare = path.replace(/\/$/, '');
    const ways = [`${path}).`, `${bare}.`, `${bare})`, path.toUpperCase()];
    // Two ways each, in turn: how an address is mended, no page knows.
    for (const mangled of [0, 1].map((k) => ways[(i + k) % ways.length] ?? '')) {
      await page.goto(`${mangled}?kept=1#content`);
      await expect.soft(page, mangled).toHaveURL(`${there}#content`);
    }
  }
});

test('an address that is nothing gets a page that helps, in its language', async ({
  page,
  request,
  site,
}) => {
  for (const [path, lang, titleWord, story, status] of [
    ['nothing/', 'en', /not|no page/i, '', 404],
    ['de/nichts/', 'de', /nicht|kein/i, 'de/', 404],
    ['de/nichts/dahinter', 'de', /nicht|kein/i, 'de/', 404],
    // Not even an address.
    ['%E0%A4%A/', 'en', /not|no page/i, '', 400],
  ] as const) {
    const response = await page.goto(path);
    expect.soft(response?.status(), path).toBe(status);
    await expect.soft(page.locator('html'), path).toHaveAttribute('lang', lang);
    const heading = page.getByRole('heading', { level: 1 });
    await expect.soft(heading, path).toHaveCount(1);
    await expect.soft(heading, path).toHaveText(titleWord);
    await expect.soft(page, path).toHaveTitle((await heading.textContent()) ?? '');
    const links = await page
      .locator('main a:visible')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect.soft(links.length, path).toBeGreaterThan(CHARTS.length);
    expect.soft(links[0], path).toBe(new URL(story, site).href);
    for (const link of links) {
      const answer = await request.get(link);
      expect.soft(answer.status(), link).toBe(200);
      expect.soft(await answer.text(), link).toContain(`<html lang="${lang}"`);
    }
  }
});

const CHOSEN = 'hl=MARK&theme=dark';
/** Mangled in their query, or one of each kind of place. */
const MEANT = [
  ['&amp; for &', `charts/flows/?${CHOSEN.replace('&', '&amp;')}`, 'charts/flows/'],
  ['an encoded query', `charts/flows/openai%3F${encodeURIComponent(CHOSEN)}`, 'charts/flows/openai/'],
  ['a bracket and a full stop', `charts/flows/?theme=dark&hl=MARK).`, 'charts/flows/'],
  ['a comma', `charts/flows/?theme=dark&hl=MARK,`, 'charts/flows/'],
  ['capitals in its keys and values', `charts/flows/?HL=UPPER&Theme=Dark`, 'charts/flows/'],
  ['doubled slashes', `/charts//flows//?${CHOSEN}`, 'charts/flows/'],
  ['an embed with an encoded ?', `embed/v1/en/flows/%3F${CHOSEN}`, 'embed/v1/en/flows/'],
  ['the end of a sentence in German', `de/charts/flows/).?${CHOSEN}`, 'de/charts/flows/'],
] as const;

test('a link to a chart that was mangled on its way shows what was meant, without a word', async ({
  page,
  site,
}) => {
  const id = OF_OPENAI;
  for (const [name, mangled, path] of MEANT) {
    await page.goto(site + mangled.replace('MARK', id).replace('UPPER', id.toUpperCase()));
    const chosen = drawing(page).locator('a.mark[aria-current="true"]');
    await expect.soft(chosen, name).toHaveAttribute('data-id', id);
    await expect.soft(page.locator('html'), name).toHaveAttribute('data-theme', 'dark');
    await expect.soft(notices(page), name).toHaveCount(0);
    const file = path.replace(/^(de\/)?charts|^embed\/v1\/../, '');
    await expect.soft(page.locator('cf-figure'), name).toHaveAttribute('data-view', file.split('/')[2] ?? '');
    // Whatever is written next is the address as it should be.
    await page.keyboard.press('Escape');
    await expect.soft(page, name).toHaveURL((url) => url.href === `${site}${path}?theme=dark`);
  }
});

test('a mangled address leads to the page that was meant, with what it asked', async ({ page, site }) => {
  for (const [asked, meant] of [
    [`charts/flows/%3F${CHOSEN}`, `charts/flows/?${CHOSEN}`],
    [`charts/flows/&${CHOSEN}`, `charts/flows/?${CHOSEN}`],
    [`charts/flows/openai/).?${CHOSEN}`, `charts/flows/openai/?${CHOSEN}`],
    [`Charts/FLOWS/OpenAI/?${CHOSEN}`, `charts/flows/openai/?${CHOSEN}`],
    [`EMBED/V1/EN/Flows/?${CHOSEN}`, `embed/v1/en/flows/?${CHOSEN}`],
    [`//Charts//flows?${CHOSEN}`, `charts/flows/?${CHOSEN}`],
    [`charts/flows?${CHOSEN}`, `charts/flows/?${CHOSEN}`],
    ['Moves/?from=xai', 'moves/?from=xai'],
    ['moves/).', 'moves/'],
    ['METHOD/', 'method/'],
    ['de/Charts/', 'de/charts/'],
    ['De/', 'de/'],
    ['%3Ftheme=dark', '?theme=dark'],
  ] as const) {
    await stub(page, site + meant);
    await page.goto(site + asked);
    await expect.soft(page, asked).toHaveURL(site + meant);
  }
});
