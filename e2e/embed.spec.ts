/**
 * What an editor pastes, in somebody else's article: the frame shows its chart, is as high as was said before it
 * loaded, speaks the dialects of hosts, and does without headers, storage and an origin of its own.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { builtPage, chartAt, codesIn, embedAt, LANGS, say, VIEWS } from './built';
import { badLabels } from './drawn-labels';
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

/**
 * An article whose column is so wide; a frame fills it, whatever margin the browser would give a figure. It writes down
 * every height that a frame is given.
 */
const article = (width: number, body: string, css = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title>
  <style>body,figure{margin:0} ${css}</style>
  <script>
    new MutationObserver((all) => {
      for (const { target } of all) (target.given ??= []).push(parseFloat(target.style.height));
    }).observe(document, { subtree: true, attributeFilter: ['style'] });
  </script>
  <main style="width:${width}px">${body}<p id="after">The article goes on.</p></main>`;

/** The first height that a frame is given: computed, before it has told any. */
async function computed(frame: Locator): Promise<number> {
  const first = () => frame.evaluate((one) => (one as HTMLElement & { given?: number[] }).given?.[0]);
  await expect.poll(first).toBeGreaterThan(0);
  return (await first()) ?? 0;
}

/** The frame has told its height, and has it: only then its scrolling is taken away. */
const settled = (frame: Locator) => expect(frame).toHaveAttribute('scrolling', 'no');

/** The frame is exactly as high as what is in it. */
const fits = (frame: Locator) =>
  expect(async () => {
    await settled(frame);
    const content = await frame
      .contentFrame()
      .locator('main')
      .evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
    expect(await frame.evaluate((one) => one.clientHeight)).toBe(content);
  }).toPass({ timeout: 5000 });

/** Content of the frame that is nth, once its letters are there: its height, and how much of it is not seen. */
async function inside(page: Page, nth: number) {
  return page
    .frameLocator(`iframe >> nth=${nth}`)
    .locator('html')
    .evaluate(async (root) => {
      await document.fonts.ready;
      const height = Math.ceil(root.querySelector('main')?.getBoundingClientRect().height ?? 0);
      return { height, hidden: height - innerHeight };
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
        const said = await computed(frame);
        await frame.scrollIntoViewIfNeeded();
        await expect(frame.contentFrame().locator('.drawings > svg:visible')).toHaveCount(1);
        // Said by the frame itself, once it has loaded.
        await settled(frame);
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
  await computed(frame);
  const place = () => page.locator('#after').evaluate((after) => after.getBoundingClientRect().top + scrollY);
  const before = await place();
  await frame.scrollIntoViewIfNeeded();
  await settled(frame);
  await expect.poll(async () => (await inside(page, 0)).hidden).toBe(0);
  expect(before - (await place())).toBeGreaterThanOrEqual(0);
  expect(before - (await place())).toBeLessThanOrEqual(40);
});

const FLOWS = chartAt({ lang: 'en', chart: 'flows', slug: '' });

/** What happens to an article after the loader has begun, and which of its frames is looked at then. */
const LATER: Record<string, (main: HTMLElement, figure: string) => void> = {
  'put in later': (main, figure) => main.insertAdjacentHTML('beforeend', figure),
  'copied from another': (main) => {
    for (const one of main.querySelectorAll('figure')) main.append(one.cloneNode(true));
  },
  'moved to another place': (main) => {
    for (const one of main.querySelectorAll('figure')) main.append(one);
  },
  'given its address after consent': (main, figure) => {
    main.insertAdjacentHTML('beforeend', figure.replace(' src=', ' data-src='));
    const frames = main.querySelectorAll('iframe');
    frames[frames.length - 1]?.setAttribute('src', frames[0]?.src ?? '');
  },
  'shown later': (main, figure) => {
    main.insertAdjacentHTML('beforeend', `<div style="display:none">${figure}</div>`);
    (main.lastElementChild as HTMLElement).style.display = '';
  },
};
for (const [name, change] of Object.entries(LATER))
  test(`a frame that is ${name} gets its height`, async ({ page }) => {
    const code = pasted(FLOWS, 'frame');
    await openArticle(page, article(360, code));
    const frames = page.locator('iframe');
    await fits(frames.first());
    await page.locator('main').evaluate(
      (main, { change, figure }) => {
        // So far down that it is not loaded yet.
        main.insertAdjacentHTML('beforeend', '<p style="height: 9000px"></p>');
        // As text, since a function does not travel.
        new Function('main', 'figure', `(${change})(main, figure)`)(main, figure);
      },
      { change: String(change), figure: withoutLoader(code) },
    );
    const frame = frames.last();
    const before = Number(/360:(\d+)/.exec(code)?.[1]);
    expect(before).not.toBe(Number(/ height="(\d+)"/.exec(code)?.[1]));
    // One that is moved has told its own height already.
    if (!name.includes('moved')) await expect(frame).toHaveJSProperty('clientHeight', before);
    await frame.scrollIntoViewIfNeeded();
    await fits(frame);
    // Nothing of ours is left in the article but what gives the frame its height.
    expect(
      await frame.evaluate((one) =>
        one
          .getAttributeNames()
          .filter((name) => /^data-/.test(name))
          .sort(),
      ),
    ).toEqual(name.includes('consent') ? ['data-counterflow', 'data-src'] : ['data-counterflow']);
  });

test('a frame gets its height also with two loaders, the first of another copy, and when the reader comes back', async ({
  page,
  bare,
}) => {
  const errors = errorsOf(page);
  await openArticle(
    page,
    article(360, `<script src="${bare}embed/v1.js"></script>${pasted(FLOWS, 'frame')}`),
  );
  await fits(page.locator('iframe'));
  await page.goto(bare);
  await page.goBack();
  await fits(page.locator('iframe'));
  expect(errors).toEqual([]);
});

/** How hosts keep a frame lower than it is, in their own style sheets. */
const CAPS: Record<string, { css: string; around?: (code: string) => string }> = {
  'a largest height': { css: 'iframe { max-height: 300px }' },
  'a box of a fixed ratio': {
    css: '.box { aspect-ratio: 16 / 9; overflow: hidden } .box iframe { width: 100%; height: 100% }',
    around: (code) => `<div class="box">${code}</div>`,
  },
  'a box of a fixed height': {
    css: '.box { height: 300px }',
    around: (code) =>
      `<div class="box">${/<iframe.*<\/iframe>/.exec(code)?.[0]}</div>${/<script.*<\/script>/.exec(code)?.[0]}`,
  },
  'a place out of the flow': {
    css: '.box { position: relative; padding-top: 56.25% } .box iframe { position: absolute; inset: 0; width: 100%; height: 100% !important }',
    around: (code) => `<div class="box">${code.replace(/<figcaption>.*<\/figcaption>/, '')}</div>`,
  },
};
for (const [name, { css, around = (code: string) => code }] of Object.entries(CAPS))
  test(`a frame that ${name} keeps low is scrolled, and lies over nothing`, async ({ page }) => {
    await page.setViewportSize({ width: 700, height: 900 });
    await openArticle(page, article(640, around(pasted(FLOWS, 'frame')), css));
    const frame = page.locator('iframe');
    const last = frame.contentFrame().locator('.tools');
    await expect(frame.contentFrame().locator('.drawings > svg:visible')).toHaveCount(1);
    await expect(last).not.toBeInViewport();
    await frame.hover();
    await expect(async () => {
      await page.mouse.wheel(0, 2000);
      await expect(last).toBeInViewport({ ratio: 1, timeout: 200 });
    }).toPass({ timeout: 5000 });
    await expect(frame).not.toHaveAttribute('scrolling', 'no');
    const [box, after] = [await frame.boundingBox(), await page.locator('#after').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((after?.y ?? 0) + 1);
    // The host lets go: it grows to its height.
    await page.addStyleTag({
      content:
        'iframe { max-height: none !important; position: static !important } .box { aspect-ratio: auto !important; height: auto !important; padding: 0 !important }',
    });
    await fits(frame);
  });

test('a frame that outgrows the largest height of its host while a panel is open is scrolled until it is closed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await openArticle(page, article(640, pasted(FLOWS, 'frame'), 'iframe { max-height: 750px }'));
  const frame = page.locator('iframe');
  await fits(frame);
  const panel = frame.contentFrame().getByText(say('en', 'figure.sources'), { exact: true });
  await panel.click();
  const last = frame.contentFrame().locator('tbody tr').last();
  await frame.hover();
  await expect(async () => {
    await page.mouse.wheel(0, 20_000);
    await expect(last).toBeInViewport({ ratio: 1, timeout: 200 });
  }).toPass({ timeout: 10_000 });
  await panel.click();
  await fits(frame);
});

test('a frame in a sandbox gets its height from the loader, too', async ({ page }) => {
  const code = pasted(FLOWS, 'frame').replace('<iframe', '<iframe sandbox="allow-scripts"');
  await openArticle(page, article(360, code));
  await fits(page.locator('iframe'));
});

test('a host that sets the height of every frame to “auto”, or counts its border, keeps no frame low', async ({
  page,
}) => {
  await openArticle(
    page,
    article(
      640,
      pasted(FLOWS, 'frame'),
      'iframe { height: auto !important; aspect-ratio: 2; box-sizing: border-box; border: 5px solid !important }',
    ),
  );
  await fits(page.locator('iframe'));
});

test('heights beyond reason, from elsewhere or of another kind change nothing', async ({
  page,
  host,
  site,
}) => {
  const sane = 321;
  const strange = [Number.NaN, -5, 0, '500', null, 10_001, Number.POSITIVE_INFINITY];
  const teller = (heights: unknown[]) =>
    `${host}teller.html#${encodeURIComponent(JSON.stringify(heights.map((one) => (typeof one === 'number' ? String(one) : { one }))))}`;
  await openArticle(
    page,
    article(
      640,
      `<iframe title="Strange" data-counterflow="320:400" src="${teller([sane, ...strange])}"></iframe>
       <iframe title="Gone" data-counterflow="320:400" src="${site}embed/v1/en/flows/"></iframe>
       <script src="${site}embed/v1.js"></script>`,
    ),
  );
  const heightOf = (title: string) => page.getByTitle(title).evaluate((frame) => frame.clientHeight);
  const heard = (title: string) =>
    page.getByTitle(title).contentFrame().locator('body').getAttribute('data-told');
  await expect.poll(() => heard('Strange')).toBe('8');
  expect(await heightOf('Strange')).toBe(sane);
  // Higher than it may be, and so it can be scrolled.
  await expect(page.getByTitle('Strange')).not.toHaveAttribute('scrolling', 'no');

  await fits(page.getByTitle('Gone'));
  const before = await heightOf('Gone');
  await page
    .getByTitle('Gone')
    .evaluate((frame: HTMLIFrameElement, to) => frame.contentWindow?.location.replace(to), teller([sane]));
  await expect.poll(() => heard('Gone')).toBe('1');
  expect(await heightOf('Gone')).toBe(before);
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

test('in a sandbox, from a host without headers, another view keeps what the host said of itself and of colours', async ({
  page,
  bare,
}) => {
  await openArticle(page, article(640, sandboxed(`${bare}embed/v1/en/flows/?theme=dark#?secret=abc123`)));
  const frame = page.frameLocator('iframe');
  await frame.locator('.views summary').click();
  await frame.locator('.views').getByRole('link', { name: '2025', exact: true }).click();
  await expect(frame.locator('cf-figure')).toHaveAttribute('data-view', '2025');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(page.frames()[1]?.url()).toBe(`${bare}embed/v1/en/flows/2025/?theme=dark#?secret=abc123`);
});

for (const lang of LANGS)
  test(`in a sandbox, from a host without headers, labels keep apart and inside in a face of the device (${lang})`, async ({
    page,
    bare,
  }) => {
    for (const view of VIEWS.filter((one) => one.lang === lang && one.slug === '')) {
      await openArticle(page, article(1000, sandboxed(`${bare}${embedAt(view)}`)));
      const frame = page.frames()[1];
      if (!frame) throw new Error('no frame');
      const refused = () =>
        frame.evaluate(() =>
          document.fonts.ready.then((faces) =>
            [...faces].some(({ family, status }) => /Source Sans/.test(family) && status === 'error'),
          ),
        );
      await expect.poll(refused).toBe(true);
      for (const width of [940, 640, 340]) {
        await page.locator('iframe').evaluate((one, wide) => {
          one.setAttribute('width', String(wide));
        }, width);
        expect.soft(await badLabels(frame), `${embedAt(view)} at ${width}`).toEqual([]);
      }
    }
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
    settle(): Promise<void>;
  }
}

/** How a host asks, unless it never does, and what it is told then; `at` ends the frame's address. */
const LANGUAGES: Record<
  string,
  {
    at?: string;
    ask?: unknown;
    say: (height: number, width: number, address: string, first: boolean) => unknown;
  }
> = {
  AMP: { say: (height) => ({ sentinel: 'amp', type: 'embed-size', height }) },
  Medium: { say: (height, _, src) => JSON.stringify({ src, context: 'iframe.resize', height }) },
  WordPress: {
    at: '#?secret=abc123',
    say: (height) => ({ message: 'height', value: height, secret: 'abc123' }),
  },
  pym: {
    ask: 'pymxPYMxour-chartxPYMxwidthxPYMx640',
    say: (height) => `pymxPYMxour-chartxPYMxheightxPYMx${height}`,
  },
  'open-iframe-resizer': {
    ask: { type: 'iframe-child-init' },
    say: (height, width) => ({ type: 'iframe-resized', width, height }),
  },
  'iframe-resizer': {
    ask: '[iFrameSizer]our-chart:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:child:scroll:true',
    say: (height, width, _, first) =>
      `[iFrameSizer]our-chart:${height}:${width}:${first ? 'init' : 'resizeObserver'}`,
  },
};
for (const [name, { at = '', ask, say }] of Object.entries(LANGUAGES))
  test(`a frame tells its height in the words of ${name}, and again when the column is narrower`, async ({
    page,
    host,
    site,
  }) => {
    const address = `${site}embed/v1/en/flows/${at}`;
    await page.goto(`${host}listener.html?frame=${encodeURIComponent(address)}`);
    const heard = () => page.evaluate(() => window.heard);
    const figure = page.frameLocator('iframe').locator('cf-figure');
    await expect(figure).toBeVisible();
    const { height } = await inside(page, 0);
    if (ask !== undefined) {
      await expect.poll(async () => JSON.stringify(await heard())).toContain(`:${height}`);
      // Spoken only to who speaks it.
      expect(JSON.stringify(await heard())).not.toMatch(/xPYMx|iFrameSizer|iframe-resized/);
      await page.evaluate((data) => window.tell(data), ask);
    }
    await expect.poll(heard).toContainEqual(say(height, 640, address, true));
    await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '360'));
    await expect(figure.locator('svg.narrow')).toBeVisible();
    const narrow = (await inside(page, 0)).height;
    expect(narrow).not.toBe(height);
    // Who has made itself known is told in no other words.
    const told = async () => (await heard()).slice(ask === undefined && at === '' ? -2 : -1);
    await expect.poll(told).toContainEqual(say(narrow, 360, address, false));
  });

test('a host that asks and changes the width without end hears thirty heights in two seconds, and the last one', async ({
  page,
  host,
  site,
}) => {
  await page.clock.install();
  await page.goto(
    `${host}listener.html?frame=${encodeURIComponent(`${site}embed/v1/en/flows/#?secret=abc123`)}`,
  );
  const heard = () => page.evaluate(() => window.heard.length);
  const figure = page.frameLocator('iframe').locator('cf-figure');
  await expect(figure).toBeVisible();
  // Its answers come before the mark that it sends back.
  await page.frames()[1]?.evaluate(() => {
    addEventListener('message', ({ data }) => data === 'mark' && window.parent.postMessage(data, '*'));
  });
  const storm = (width: number) =>
    page.evaluate(async (wide) => {
      document.querySelector('iframe')?.setAttribute('width', String(wide));
      for (let i = 0; i < 25; i += 1) {
        window.tell({ message: 'ready', secret: 'abc123' });
        window.tell('pymxPYMxour-chartxPYMxwidthxPYMx640');
        window.tell({ type: 'iframe-child-init' });
      }
      await window.settle();
    }, width);
  await page.clock.pauseAt(Date.now() + 60_000);
  await storm(640);
  for (const [seconds, most] of [
    [2, 30],
    [6, 90],
  ] as const) {
    const before = await heard();
    let last = before;
    for (let i = 0; i < seconds * 10; i += 1) {
      await storm(i % 2 ? 380 : 640);
      await page.clock.runFor(50);
      await storm(i % 2 ? 400 : 620);
      await page.clock.runFor(50);
      const now = await heard();
      // A frame of time is 16 ms: of two messages none can be in the same.
      expect(now - last).toBeLessThanOrEqual(2);
      last = now;
    }
    expect(last - before).toBeLessThanOrEqual(most);
    expect(last - before).toBeGreaterThan(seconds * 5);
  }
  await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '360'));
  await expect(figure.locator('svg.narrow')).toBeVisible();
  await page.evaluate(() => window.settle());
  await page.clock.runFor(1000);
  const { height } = await inside(page, 0);
  const lastOnes = async () => JSON.stringify((await page.evaluate(() => window.heard)).slice(-3));
  for (const word of [`"value":${height}`, `heightxPYMx${height}"`, `"height":${height}`])
    await expect.poll(lastOnes).toContain(word);
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
      '[iFrameSizer]',
      '[iFrameSizer]resize',
      `[iFrameSizer]${'a'.repeat(5000)}:8:false:false`,
      { sentinel: 'amp', type: 'embed-size', height: 3 },
      { type: 'iframe-child-init', targetElementSelector: '[[', bodyPadding: '9em', bodyMargin: {} },
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

test('a frame asks for the lean cut of labels only when a reader opens what has other letters', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, file] = /\/fonts\/(.+)\.woff2$/.exec(request.url()) ?? [];
    if (file) asked.push(file.replace(/\/\w+$/, ''));
  });
  for (const view of defaults) {
    asked.length = 0;
    await page.goto(embedAt(view));
    for (const width of [960, 640, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(async () => {
        await new Promise(requestAnimationFrame);
        await document.fonts.ready;
      });
    }
    // Whatever language needs further letters has a cut of them.
    expect([...new Set(asked)].filter((file) => !file.startsWith('label-latin')).sort()).toEqual([
      'label',
      'title',
    ]);
  }
  // Names that only a table tells.
  asked.length = 0;
  await page.getByText(say(defaults.at(-1)?.lang ?? '', 'figure.sources'), { exact: true }).click();
  await expect.poll(() => asked.some((file) => file.startsWith('embed-label'))).toBe(true);
});
