/**
 * What an editor pastes, in somebody else's article: the frame shows its chart, is as high as was said before it
 * loaded, speaks the dialects of hosts, and does without headers, storage and an origin of its own.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { builtPage, chartAt, codesIn, embedAt, LANGS, VIEWS } from './built';
import { expect, openArticle, test } from './site';

/** Every page in a folder of dist/. */
const pagesUnder = (folder: string) =>
  readdirSync(fileURLToPath(new URL(`../dist/${folder}`, import.meta.url)), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((file) => file.endsWith('index.html'))
    .map((file) =>
      `${folder}/${file.replaceAll('\\', '/').slice(0, -'index.html'.length)}`.replace('//', '/'),
    );

const embeds = VIEWS.map(embedAt);
/** The first view of each chart in each language. */
const defaults = VIEWS.filter((view) => view.slug === '').map((view) => ({ ...view, page: chartAt(view) }));

/** What the fields of a chart's page hold, as a reader copies it. */
const pasted = (page: string, kind: 'frame' | 'picture') =>
  codesIn(builtPage(page))[kind === 'frame' ? 0 : 1] ?? '';

const withoutLoader = (snippet: string) => snippet.replace(/<script.*<\/script>\n?/, '');

/** An article whose column is so wide; a frame fills it, whatever margin the browser would give a figure. */
const article = (width: number, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title><style>body,figure{margin:0}</style>
  <main style="width:${width}px">${body}<p id="after">The article goes on.</p></main>`;

/** Content of the frame that is nth, once its letters are there: its height, and what it would scroll. */
async function inside(page: Page, nth: number) {
  return page
    .frameLocator(`iframe >> nth=${nth}`)
    .locator('html')
    .evaluate(async (root) => {
      await document.fonts.ready;
      return {
        height: Math.ceil(root.getBoundingClientRect().height),
        hidden: root.scrollHeight - innerHeight,
      };
    });
}

/** Collects whatever a script of the page or of its frames throws. */
function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

test('every embed keeps out of search and names its chart’s page as the original', () => {
  expect(embeds.length).toBeGreaterThan(16);
  const { origin, pathname } = new URL(/<link rel="canonical" href="([^"]+)"/.exec(builtPage(''))?.[1] ?? '');
  for (const view of VIEWS) {
    const [embed, page] = [embedAt(view), chartAt(view)];
    const head = builtPage(embed).split('</head>')[0] ?? '';
    expect.soft(head, embed).toMatch(/<meta name="robots" content="noindex"/);
    expect.soft(head, embed).toContain(`<link rel="canonical" href="${origin}${pathname}${page}"`);
    expect.soft(builtPage(page), page).toContain('<cf-figure');
  }
});

test('only embeds may stand in frames of others', async ({ page, request, site }) => {
  const pages = ['', ...['charts', 'moves', 'method', 'sources', 'corrections', 'de'].flatMap(pagesUnder)];
  expect(pages.length).toBeGreaterThan(20);
  for (const path of pages) {
    const headers = (await request.head(path)).headers();
    expect.soft(headers['content-security-policy'], path).toBe("frame-ancestors 'self'");
  }
  for (const path of embeds) {
    const headers = (await request.head(path)).headers();
    expect.soft(headers['content-security-policy'] ?? '', path).not.toContain('frame-ancestors');
    expect.soft(headers['x-frame-options'], path).toBeUndefined();
  }
  await openArticle(
    page,
    article(640, `<iframe src="${site}"></iframe><iframe src="${site}${embeds[0]}"></iframe>`),
  );
  const frames = page.locator('iframe');
  await expect(frames.nth(1).contentFrame().locator('cf-figure')).toBeVisible();
  await expect(frames.nth(0).contentFrame().getByRole('heading', { level: 1 })).toHaveCount(0);
});

test('the panel of a chart’s page holds the code that the other tests paste', async ({ page }) => {
  const { page: path } = defaults.find(({ lang }) => lang === 'en') ?? { page: '' };
  await page.goto(path);
  await page.getByText('Embed', { exact: true }).click();
  await expect(page.getByLabel(/^Embed code/)).toHaveValue(pasted(path, 'frame'));
  await expect(page.getByLabel(/^Picture code/)).toHaveValue(pasted(path, 'picture'));
});

for (const width of [360, 640, 1000])
  for (const lang of LANGS)
    test(`frames in a column of ${width} (${lang}) get their height before they load, and keep it`, async ({
      page,
    }) => {
      const pages = defaults.filter((view) => view.lang === lang).map((view) => view.page);
      await page.setViewportSize({ width: 1100, height: 900 });
      const errors = errorsOf(page);
      await openArticle(page, article(width, pages.map((path) => pasted(path, 'frame')).join('')));
      const frames = page.locator('iframe');
      for (const [i, path] of pages.entries()) {
        const frame = frames.nth(i);
        // Said by the loader, from the numbers in the snippet.
        await expect(frame).toHaveAttribute('data-counterflow-ready', '');
        const said = Number(await frame.getAttribute('height'));
        await frame.scrollIntoViewIfNeeded();
        await expect(frame.contentFrame().locator('.drawings > svg:visible')).toHaveCount(1);
        // Said by the frame itself, once it has loaded.
        await expect(frame).toHaveAttribute('style', /height/);
        await expect
          .poll(async () => (await inside(page, i)).hidden, { message: path })
          .toBeLessThanOrEqual(1);
        const { height } = await inside(page, i);
        const box = await frame.boundingBox();
        expect
          .soft(Math.abs((box?.height ?? 0) - height), `${path}: frame and content`)
          .toBeLessThanOrEqual(1);
        // Never too low; and what follows the figure moves up by no more than a line or two.
        expect.soft(said, `${path}: said ${said}, is ${height}`).toBeGreaterThanOrEqual(height);
        expect.soft(said, `${path}: said ${said}, is ${height}`).toBeLessThanOrEqual(height + 40);
      }
      expect(errors).toEqual([]);
    });

test('what follows a frame stays where it is while the frame loads', async ({ page }) => {
  const { page: path } = defaults[0] ?? { page: '' };
  await openArticle(page, article(640, `<p style="height:6000px"></p>${pasted(path, 'frame')}`));
  const frame = page.locator('iframe');
  await expect(frame).toHaveAttribute('data-counterflow-ready', '');
  const place = () => page.locator('#after').evaluate((after) => after.getBoundingClientRect().top + scrollY);
  const before = await place();
  await frame.scrollIntoViewIfNeeded();
  await expect(frame).toHaveAttribute('style', /height/);
  await expect.poll(async () => (await inside(page, 0)).hidden).toBe(0);
  expect(before - (await place())).toBeGreaterThanOrEqual(0);
  expect(before - (await place())).toBeLessThanOrEqual(40);
});

test('without the loader the height in the snippet is enough for a column of text', async ({ page }) => {
  await openArticle(
    page,
    article(640, defaults.map(({ page: path }) => withoutLoader(pasted(path, 'frame'))).join('')),
  );
  const frames = page.locator('iframe');
  for (const [i, { page: path }] of defaults.entries()) {
    await frames.nth(i).scrollIntoViewIfNeeded();
    await expect(frames.nth(i).contentFrame().locator('.drawings > svg:visible')).toHaveCount(1);
    await expect(frames.nth(i)).not.toHaveAttribute('style');
    expect.soft((await inside(page, i)).hidden, path).toBeLessThanOrEqual(1);
  }
});

test('the picture needs no script and no frame, and says what it shows', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await openArticle(page, article(640, defaults.map(({ page: path }) => pasted(path, 'picture')).join('')), {
    'content-security-policy': "default-src 'none'; img-src *; style-src 'unsafe-inline'",
  });
  const pictures = page.getByRole('img');
  await expect(pictures).toHaveCount(defaults.length);
  for (const kind of ['medium', 'narrow']) {
    if (kind === 'narrow') await page.setViewportSize({ width: 500, height: 900 });
    for (const [i, { page: path }] of defaults.entries()) {
      const picture = pictures.nth(i);
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => (img.complete ? img.currentSrc : '')), {
          message: path,
        })
        .toMatch(new RegExp(`\\.${kind}\\.png$`));
      expect
        .soft(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth), path)
        .toBeGreaterThan(300);
      expect.soft((await picture.getAttribute('alt'))?.length ?? 0, path).toBeGreaterThan(40);
    }
  }
});

/** A frame without an origin, as previews of editors make it. */
const sandboxed = (address: string) =>
  `<iframe sandbox="allow-scripts" src="${address}" title="Chart" width="640" height="900"></iframe>`;

test('in a sandbox, from a host without headers, a choice shows its evidence and a view can be changed', async ({
  page,
  bare,
  site,
}) => {
  const errors = errorsOf(page);
  await openArticle(page, article(640, sandboxed(`${bare}embed/v1/en/flows/`)));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.drawings > svg:visible')).toHaveCount(1);
  const mark = frame.locator('.drawings > svg:visible a.mark').first();
  const id = (await mark.getAttribute('href'))?.replace('#flows-', '');
  const before = await page.evaluate(() => history.length);
  await mark.focus();
  await mark.press('Enter');
  const evidence = frame.locator('[data-evidence]');
  const name = (await frame.locator(`tr[id$="-${id}"] th`).textContent()) ?? '';
  expect(name.length).toBeGreaterThan(1);
  await expect(evidence.getByRole('button', { name })).toBeVisible();
  await expect(evidence.getByRole('link').first()).toHaveAttribute(
    'href',
    new RegExp(`^${new URL(site).pathname}charts/flows/#`),
  );
  await expect(mark).toHaveAttribute('aria-current', 'true');

  await frame.locator('.views summary').click();
  await frame.locator('.views').getByRole('link', { name: '2025', exact: true }).click();
  await expect(frame.locator('cf-figure')).toHaveAttribute('data-view', '2025');
  await expect(frame.locator('.views summary')).toContainText('2025');
  expect(errors).toEqual([]);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

test('in a sandbox, from the site, a choice shows its sources, and a view changes in place', async ({
  page,
  site,
}) => {
  const errors = errorsOf(page);
  await openArticle(page, article(640, sandboxed(`${site}embed/v1/en/flows/`)));
  const frame = page.frameLocator('iframe');
  const mark = frame.locator('.drawings > svg:visible a.mark').first();
  await mark.focus();
  const before = await page.evaluate(() => history.length);
  await mark.press('Enter');
  const sources = frame.locator('[data-evidence]').locator('a[href^="http"]');
  await expect(sources.first()).toBeVisible();
  // Out of the frame: in it a newspaper would refuse to show.
  await expect(sources.first()).toHaveAttribute('target', '_blank');

  const title = frame.getByRole('heading', { level: 1 });
  const first = (await title.textContent()) ?? '';
  // A property that a new document would not have.
  await frame.locator('html').evaluate((root) => root.setAttribute('data-same', ''));
  await frame.locator('.views summary').click();
  await frame.locator('.views').getByRole('link', { name: '2025', exact: true }).click();
  await expect(frame.locator('cf-figure')).toHaveAttribute('data-view', '2025');
  await expect(title).not.toHaveText(first);
  await expect(frame.locator('html')).toHaveAttribute('data-same', '');
  expect(errors).toEqual([]);
  expect(await page.evaluate(() => history.length)).toBe(before);
});

declare global {
  interface Window {
    /** Of e2e/hosts/listener.html. */
    heard: unknown[];
    tell(data: unknown): void;
  }
}

test('a frame tells its height in the words of each host', async ({ page, host, site }) => {
  const address = `${site}embed/v1/en/flows/#?secret=abc123`;
  await page.goto(`${host}listener.html?frame=${encodeURIComponent(address)}`);
  const heard = () => page.evaluate(() => window.heard);
  const figure = page.frameLocator('iframe').locator('cf-figure');
  await expect(figure).toBeVisible();
  // Letters may change the height once more, and then it is told once more: the last word counts.
  const last = async (is: (data: unknown) => unknown) => (await heard()).map(is).filter(Boolean).at(-1);
  const height = async () => (await inside(page, 0)).height;
  const field = (data: unknown, name: string) => (data as Record<string, unknown> | null)?.[name];

  await expect
    .poll(async () => (await last((data) => field(data, 'sentinel') === 'amp' && data)) ?? null)
    .toEqual({ sentinel: 'amp', type: 'embed-size', height: await height() });
  expect(await last((data) => field(data, 'message') === 'height' && data)).toEqual({
    message: 'height',
    value: await height(),
    secret: 'abc123',
  });
  const medium = await last((data) => typeof data === 'string' && data.startsWith('{') && data);
  expect(JSON.parse(String(medium))).toEqual({
    src: address,
    context: 'iframe.resize',
    height: await height(),
  });

  // The last two speak only when they are spoken to.
  const pym = (data: unknown) => typeof data === 'string' && data.startsWith('pym') && data;
  const resizer = (data: unknown) => field(data, 'type') === 'iframe-resized' && data;
  expect([await last(pym), await last(resizer)]).toEqual([undefined, undefined]);
  await page.evaluate(() => window.tell('pymxPYMxour-chartxPYMxwidthxPYMx640'));
  await expect.poll(() => last(pym)).toBe(`pymxPYMxour-chartxPYMxheightxPYMx${await height()}`);
  await page.evaluate(() => window.tell({ type: 'iframe-child-init' }));
  await expect.poll(() => last(resizer)).toMatchObject({ type: 'iframe-resized', height: await height() });

  // A narrower column: told again, in all of them.
  await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '360'));
  await expect(figure.locator('svg.narrow')).toBeVisible();
  await expect.poll(() => last(resizer)).toMatchObject({ height: await height(), width: 360 });
  await expect.poll(() => last(pym)).toBe(`pymxPYMxour-chartxPYMxheightxPYMx${await height()}`);
});

test('a frame that was told no secret says nothing to WordPress', async ({ page, host, site }) => {
  await page.goto(`${host}listener.html?frame=${encodeURIComponent(`${site}embed/v1/en/flows/`)}`);
  await expect.poll(() => page.evaluate(() => JSON.stringify(window.heard))).toContain('embed-size');
  expect(await page.evaluate(() => JSON.stringify(window.heard))).not.toContain('"message"');
});

test('messages that are malformed, huge or from a stranger change nothing', async ({ page, host, site }) => {
  const errors = errorsOf(page);
  await page.goto(`${host}listener.html?frame=${encodeURIComponent(`${site}embed/v1/en/flows/`)}`);
  await expect.poll(() => page.evaluate(() => JSON.stringify(window.heard))).toContain('embed-size');
  await page.evaluate(async () => {
    const nonsense = [null, undefined, 7, true, '', {}, [], [null], 'x'.repeat(2_000_000), { type: 7 }];
    const nearly = [
      'pymxPYMx',
      'pymxPYMxxPYMxwidthxPYMx640',
      'pymxPYMx<b>xPYMxwidthxPYMx640',
      `pymxPYMx${'a'.repeat(5000)}xPYMxwidthxPYMx640`,
      'pymxPYMxnowidthxPYMxwidthxPYMxwide',
      { message: 'height', value: 3 },
      { message: null },
      { type: 'iframe-child-init', targetElementSelector: null, bodyPadding: null },
    ];
    for (const data of [...nonsense, ...nearly]) window.tell(data);
    // In pym's own words, but from a frame beside it.
    const stranger = document.createElement('iframe');
    stranger.srcdoc = `<script>parent.frames[0].postMessage('pymxPYMxstrangerxPYMxwidthxPYMx640', '*')</script>`;
    const loaded = new Promise((done) => stranger.addEventListener('load', done));
    document.body.append(stranger);
    await loaded;
    window.tell('pymxPYMxfriendxPYMxwidthxPYMx640');
  });
  await expect
    .poll(() => page.evaluate(() => window.heard.filter((data) => String(data).startsWith('pym'))))
    .toEqual([expect.stringMatching(/^pymxPYMxfriendxPYMxheightxPYMx\d+$/)]);
  const mark = page.frameLocator('iframe >> nth=0').locator('.drawings > svg:visible a.mark').first();
  await mark.focus();
  await mark.press('Enter');
  await expect(mark).toHaveAttribute('aria-current', 'true');
  expect(errors).toEqual([]);
});
