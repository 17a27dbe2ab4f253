/**
 * What an editor pastes, in somebody else's article: the frame shows its chart, is as high as was said before it
 * loaded, and is never kept low unseen.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { headersFor, parseHeaders } from '../scripts/lib/headers.mjs';
import {
  article,
  computed,
  defaults,
  errorsOf,
  fits,
  inside,
  pasted,
  settled,
  withoutLoader,
} from './articles';
import { builtPage, CHARTS, chartAt, embedAt, KINDS, LANGS, LIGHTEST, say, VIEWS } from './built';
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
  // What a host is told to send for all of them, and what ours sends for one of each kind.
  const rules = parseHeaders(readFileSync('public/_headers', 'utf8'));
  type Sent = readonly [path: string, headers: Record<string, string>];
  const told = [...pages, ...embeds].map((path): Sent => [path, { ...headersFor(rules, `/${path}`) }]);
  const sent = KINDS.map(async (path): Promise<Sent> => [path, (await request.head(path)).headers()]);
  for (const [path, headers] of [...told, ...(await Promise.all(sent))])
    if (path.startsWith('embed/v1/')) {
      expect.soft(headers['content-security-policy'] ?? '', path).not.toContain('frame-ancestors');
      expect.soft(headers['x-frame-options'], path).toBeUndefined();
    } else expect.soft(headers['content-security-policy'], path).toBe("frame-ancestors 'self'");
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

// Each width in one language, in turn: the heights of both are held against the browser in heights.spec.ts.
for (const [i, width] of [360, 640, 1000].entries())
  for (const lang of LANGS.filter((_, k) => k === i % LANGS.length))
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

const LIGHT = chartAt(LIGHTEST);
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
    const code = pasted(LIGHT, 'frame');
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
    article(360, `<script src="${bare}embed/v1.js"></script>${pasted(LIGHT, 'frame')}`),
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
    await openArticle(page, article(640, around(pasted(LIGHT, 'frame')), css));
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

test('in the sources of a frame the row of what is chosen is marked, and stands first while they are open', async ({
  page,
}) => {
  await openArticle(page, article(640, pasted(FLOWS, 'frame')));
  const frame = page.locator('iframe').contentFrame();
  const rows = frame.locator('[data-part="table"] tbody tr');
  const order = () => rows.evaluateAll((all) => all.map(({ id }) => id));
  await expect(frame.locator('.drawings > svg:visible')).toHaveCount(1);
  const before = await order();
  const mark = frame.locator('.drawings > svg:visible a.mark').last();
  const id = ((await mark.getAttribute('href')) ?? '').slice(1);
  expect(before.indexOf(id)).toBeGreaterThan(0);
  await mark.focus();
  await mark.press('Enter');
  await expect(frame.locator('[data-evidence] .said')).toBeVisible();
  const panel = frame.getByText(say('en', 'figure.sources'), { exact: true });
  await panel.click();
  await expect.poll(async () => (await order())[0]).toBe(id);
  await expect(rows.first()).toHaveCSS('outline-style', 'solid');
  await expect(rows.nth(1)).toHaveCSS('outline-style', 'none');
  await panel.click();
  await expect.poll(order).toEqual(before);
});

test('a frame in a sandbox gets its height from the loader, too', async ({ page }) => {
  const code = pasted(LIGHT, 'frame').replace('<iframe', '<iframe sandbox="allow-scripts"');
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
      pasted(LIGHT, 'frame'),
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
  // What heights.spec.ts holds against the browser for a column of 640.
  for (const { page: path } of defaults) {
    const code = withoutLoader(pasted(path, 'frame'));
    const least = Number(/\b640:(\d+)/.exec(code)?.[1]);
    expect.soft(Number(/ height="(\d+)"/.exec(code)?.[1]), path).toBeGreaterThanOrEqual(least);
    expect.soft(code, path).not.toContain('style=');
  }
  const [{ page: path } = { page: '' }] = defaults;
  await openArticle(page, article(640, withoutLoader(pasted(path, 'frame'))));
  const frame = page.locator('iframe');
  await expect(frame.contentFrame().locator('.drawings > svg:visible')).toHaveCount(1);
  await expect(frame).not.toHaveAttribute('style');
  expect((await inside(page, 0)).hidden).toBeLessThanOrEqual(1);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('an article shows a chart once, and its picture where a reader asks for it', async ({ page }) => {
    await openArticle(page, article(640, pasted(FLOWS, 'frame')));
    await expect(page.locator('iframe').contentFrame().locator('.drawings > svg:visible')).toHaveCount(1);
    const [picture, folded] = [page.locator('img'), page.locator('summary')];
    await expect(picture).toHaveCount(1);
    await expect(picture).toBeHidden();
    await expect(folded).toHaveText(say('en', 'tools.asPicture'));
    await folded.click();
    await expect(picture).toBeVisible();
  });
});

test('the picture needs no script and no frame, and says what it shows', async ({ page }) => {
  // Each chart in one language, in turn.
  const some = defaults.filter(({ lang, chart }) => LANGS[CHARTS.indexOf(chart) % LANGS.length] === lang);
  expect(some.length).toBeGreaterThan(1);
  await page.setViewportSize({ width: 700, height: 900 });
  await openArticle(page, article(640, some.map(({ page: path }) => pasted(path, 'picture')).join('')), {
    'content-security-policy': "default-src 'none'; img-src *; style-src 'unsafe-inline'",
  });
  const pictures = page.getByRole('img');
  await expect(pictures).toHaveCount(some.length);
  for (const kind of ['medium', 'narrow']) {
    if (kind === 'narrow') await page.setViewportSize({ width: 500, height: 900 });
    for (const [i, { page: path }] of some.entries()) {
      const picture = pictures.nth(i);
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => (img.complete ? img.currentSrc : '')), {
          message: path,
        })
        .toMatch(new RegExp(`\\.${kind}\\.png$`));
      expect
        .soft(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth), path)
        .toBeGreaterThan(300);
    }
  }
  for (const { page: path } of defaults) {
    const [, alt = ''] = / alt="([^"]*)"/.exec(pasted(path, 'picture')) ?? [];
    expect.soft(alt.length, path).toBeGreaterThan(40);
  }
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
