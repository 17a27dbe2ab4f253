/** Addresses that ask a page for what it does not have, or for what it is to show: it stands, and says what it was asked. */
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { drawing, FLOWS, notices, OF_OPENAI, test } from './address';
import { chartAt, chartPaths, chartsIn, embedAt, markIds } from './built';
import { expect, openArticle } from './site';

type Mangled = readonly [query: string, key: string, asked: string];
/** Of a mark, and beside each of them one of another key. */
const MANGLED: readonly (readonly [mark: Mangled, other: Mangled])[] = [
  [
    ['hl=nobody-2031', 'the mark', 'nobody-2031'],
    ['theme=purple', 'the colours', 'purple'],
  ],
  [
    ['hl=%3Cimg%20src%3Dx%3E', 'the mark', '<img src=x>'],
    ['t=2025-13..2026', 'the period', '2025-13..2026'],
  ],
  [
    ['hl=a%20b', 'the mark', 'a b'],
    ['t=2026..2025', 'the period', '2026..2025'],
  ],
  [
    ['hl=%E0%A4%A', 'the mark', ''],
    ['t=2025-06..', 'the period', '2025-06..'],
  ],
  [
    ['hl=', 'After “hl=” the link says nothing', ''],
    ['ui=huge', 'the frame', 'huge'],
  ],
  [
    ['hl=nobody-2032', 'the mark', 'nobody-2032'],
    ['t=', 'After “t=” the link says nothing', ''],
  ],
];

/** A value of each key that nothing can be made of. */
const OF_EACH_KEY = { hl: 'nobody-2031', theme: 'purple', t: 'long-ago', ui: 'huge' };

test('every chart answers all mangled values at once, each with a sentence that names it, and the figure stands', async ({
  page,
}) => {
  expect(chartPaths().length).toBeGreaterThanOrEqual(MANGLED.length);
  for (const [i, path] of [...chartPaths(), 'de/charts/flows/'].entries()) {
    const pair = MANGLED[i % MANGLED.length] ?? [];
    const others = Object.entries(OF_EACH_KEY).filter(
      ([key]) => !pair.some(([own]) => own.startsWith(`${key}=`)),
    );
    const address = `${path}?${[...pair.map(([query]) => query), ...others.map((one) => one.join('='))].join('&')}`;
    await page.goto(address);
    await expect.soft(notices(page), address).toHaveCount(4);
    const said = (await notices(page).allTextContents()).join(' ');
    for (const asked of [...pair.map(([, , one]) => one), ...others.map(([, one]) => one)])
      expect.soft(said, address).toContain(asked);
    for (const [query, key, asked] of path.startsWith('de/') ? [] : pair) {
      const own = notices(page).filter({ hasText: key });
      await expect.soft(own, query).toHaveCount(1);
      await expect.soft(own, query).toBeVisible();
      await expect.soft(own, query).toContainText(asked);
    }
    await expect.soft(drawing(page), address).toBeVisible();
    await expect.soft(page.locator('cf-figure :is([data-on], img)'), address).toHaveCount(0);
  }
});

test('the story says once what it does not understand, and which view a figure does not have', async ({
  page,
}) => {
  await page.goto('?theme=purple&flows=no-such-view');
  const said = page.locator('.notice');
  await expect(said).toHaveCount(2);
  await expect(said.filter({ hasText: 'purple' })).toBeVisible();
  await expect(said.filter({ hasText: 'no-such-view' })).toBeVisible();
  await expect(page.locator('cf-figure#flows .drawings > svg:visible')).toHaveCount(1);
  await page.goto('?hl=nobody-2031');
  await expect(said).toContainText('nobody-2031');
  expect(await said.textContent()).not.toContain(await page.title());
});

test('a link to a chosen mark shows its evidence, and the Tab key comes to that mark, whatever end of a sentence is stuck to it', async ({
  page,
}) => {
  const ends = ['', ')', '.', ',', ').'];
  const views = chartsIn('en');
  expect(views.length).toBeGreaterThanOrEqual(ends.length);
  for (const [i, view] of views.entries()) {
    const [path, id] = [chartAt(view), markIds(view).at(-1) ?? ''];
    const link = `${path}?hl=${id}${ends[i % ends.length]}`;
    await page.goto(link);
    const stops = drawing(page).locator('a[tabindex="0"]');
    await expect.soft(stops, link).toHaveCount(1);
    await expect.soft(stops, link).toHaveAttribute('data-id', id);
    await expect.soft(stops, link).toHaveAttribute('aria-current', 'true');
    await expect.soft(page.locator('[data-evidence]').getByRole('button'), link).toBeInViewport();
    await expect.soft(notices(page), link).toHaveCount(0);
    expect.soft(new URL(page.url()).searchParams.get('hl'), link).toBe(id);
  }
});

test('a link to a total lights what it adds up, under its name, also once a row of it is gone', async ({
  page,
}) => {
  const shown = () =>
    page.evaluate(() => {
      const chosen = document.querySelectorAll('cf-figure .drawings a.mark[data-on]');
      const ids = new Set([...chosen].map((mark) => mark.getAttribute('data-id')));
      return { ids: [...ids].sort(), name: document.querySelector('[data-unchoose]')?.textContent };
    });
  let totals = 0;
  for (const view of chartsIn('en')) {
    await page.goto(chartAt(view));
    const total = drawing(page).locator('a[data-sum]').first();
    if ((await total.count()) === 0) continue;
    totals += 1;
    await total.dispatchEvent('click');
    await expect(page.locator('[data-evidence] [data-unchoose]')).toBeAttached();
    const chosen = await shown();
    expect.soft(chosen.ids.length, view.chart).toBeGreaterThan(1);
    const { search } = new URL((await given(page))[0] ?? '');
    for (const place of [chartAt(view), embedAt(view)]) {
      await page.goto(place + search);
      await expect.poll(shown, `${place}${search}`).toEqual(chosen);
      await expect.soft(notices(page), place).toHaveCount(0);
      expect.soft(new URL(page.url()).search, place).toBe(search);
    }
    // Here in an embed: whose it is stays said.
    await expect.soft(page.locator('[data-evidence] .brand'), view.chart).toBeVisible();
    await page.goto(`${chartAt(view)}${search}~gone-2031`);
    await expect.poll(shown, view.chart).toEqual(chosen);
  }
  expect(totals).toBeGreaterThan(chartsIn('en').length / 2);
});

test('a closed notice leaves neither the bad part of the address nor a lost focus', async ({ page }) => {
  await page.goto('charts/flows/?hl=nobody&kept=1&theme=purple#content');
  await notices(page).filter({ hasText: 'purple' }).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(notices(page)).toHaveCount(1);
  expect(new URL(page.url()).search).toBe('?hl=nobody&kept=1');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await notices(page).getByRole('button', { name: 'Close' }).click();
  await expect(notices(page)).toHaveCount(0);
  const { search, hash } = new URL(page.url());
  expect([search, hash]).toEqual(['?kept=1', '#content']);
});

test('a link to a row that the chart does not have says so, and one that it has is silent', async ({
  page,
}) => {
  for (const lang of ['', 'de/']) {
    await page.goto(`${lang}charts/flows/#flows-nobody-2031`);
    await expect(notices(page)).toContainText('nobody-2031');
    await notices(page).getByRole('button').click();
    expect(new URL(page.url()).hash).toBe('');
  }
  await page.goto(`charts/flows/?theme=purple#flows-${markIds(FLOWS)[0]}`);
  // The notice on the colours is the last thing said of an address.
  await expect(notices(page)).toContainText('purple');
  await expect(notices(page)).toHaveCount(1);
});

test('an embed in a language that is not there names the language', async ({ page, site }) => {
  await page.goto('embed/v1/xx/flows/');
  await expect(page).toHaveURL((url) => url.pathname === new URL('embed/v1/en/flows/', site).pathname);
  await expect(notices(page)).toContainText('“xx/flows”');
});

test('Escape takes back the choice of a link that was just opened', async ({ page }) => {
  for (const path of ['charts/flows/', 'embed/v1/en/flows/']) {
    await page.goto(`${path}?hl=${markIds(FLOWS)[0]}`);
    await expect(page.locator('cf-figure')).toHaveAttribute('data-chosen', '');
    await page.keyboard.press('Escape');
    await expect(page.locator('cf-figure')).not.toHaveAttribute('data-chosen');
    expect(new URL(page.url()).search, path).toBe('');
  }
});

test('a month or a year alone is a period', async ({ page }) => {
  for (const t of ['2025-07', '2025']) {
    await page.goto(`charts/flows/?t=${t}`);
    await expect(notices(page)).toContainText(t);
    const kept = drawing(page).locator('a.mark:not([data-off])');
    expect(await kept.count(), t).toBeGreaterThan(0);
    const dates = await kept.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-date') ?? ''));
    expect(dates.filter((date) => !date.startsWith(t))).toEqual([]);
  }
});

test('a period leaves the marks outside it pale, and says how many are within', async ({ page }) => {
  await page.goto('charts/flows/?t=2025-07..2025-07');
  const marks = drawing(page).locator('a.mark');
  await expect(notices(page)).toContainText('2025-07..2025-07');
  const pale = await drawing(page).locator('a.mark[data-off]').count();
  const all = await marks.count();
  expect(pale).toBeGreaterThan(0);
  expect(pale).toBeLessThan(all);
  await expect(notices(page)).toContainText(`${all - pale} of ${all}`);
  const dates = await drawing(page)
    .locator('a.mark:not([data-off])')
    .evaluateAll((kept) => kept.map((mark) => mark.getAttribute('data-date') ?? ''));
  expect(dates.filter((date) => !date.startsWith('2025-07'))).toEqual([]);
});

test('keys nobody knows are kept after a choice and a change of view', async ({ page }) => {
  for (const path of new Set([chartAt(FLOWS), ...chartPaths().slice(0, 1)])) {
    await page.goto(`${path}?kept=a%20b&zeta=1&alpha#here`);
    await drawing(page).locator('a.mark').first().focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/[?&]hl=/);
    const { searchParams } = new URL(page.url());
    expect.soft([...searchParams.keys()], path).toEqual(['alpha', 'hl', 'kept', 'zeta']);
    expect.soft(searchParams.get('kept'), path).toBe('a b');
    const view = page.locator('.views a:not([aria-current])').first();
    if ((await view.count()) === 0) continue;
    await show(page, view);
    const kept = [...new URL(page.url()).searchParams.keys()].filter((key) => key !== 'hl');
    expect.soft(kept, path).toEqual(['alpha', 'kept', 'zeta']);
    expect.soft(new URL(page.url()).hash, path).toBe('#here');
  }
});

/** Chooses another view in the menu, and waits until it stands. */
async function show(page: Page, view: Locator) {
  const heading = page.getByRole('heading', { level: 1 });
  const before = (await heading.textContent()) ?? '';
  await page.locator('.views summary').click();
  await view.click();
  await expect(heading).not.toHaveText(before);
  // Its rows and tools come a frame later, and the menu closes with them.
  await expect(page.locator('.views')).not.toHaveAttribute('open');
}

/** What the panels under a figure give away: the link to share, and the links in the codes. */
const given = (page: Page) =>
  page
    .locator('cf-figure :is(input[data-link], textarea[data-code])')
    .evaluateAll((all) =>
      (all as HTMLInputElement[]).flatMap(({ value }) =>
        [
          ...value.replaceAll('&amp;', '&').matchAll(/https?:[^"\s]*\/(?:charts|embed\/v1\/..)\/[^"\s]*/g),
        ].map(([href]) => href),
      ),
    );

test('what others hung onto a link is never passed on: not by the address, the link to share or a code', async ({
  page,
}) => {
  for (const path of ['charts/flows/', 'de/charts/timeline/', 'embed/v1/en/flows/', '', 'moves/']) {
    await page.goto(`${path}?fbclid=a1&kept=1&utm_source=a%20b&mc_cid=z&amp;gclid=9#Echobox=1700000000`);
    const { search, hash } = new URL(page.url());
    expect.soft([search, hash], path).toEqual(['?kept=1', '']);
    await expect.soft(page.locator('.notice'), path).toHaveCount(0);
    for (const href of await given(page)) expect.soft(href, path).not.toMatch(/utm|clid|mc_|Echobox|kept/);
  }
});

test('the choice of a link with somebody’s hash is shown where it is', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 420 });
  await page.goto(`charts/flows/?hl=${markIds(FLOWS).at(-1)}&utm_source=x#xtor=RSS-1`);
  await expect(page.locator('[data-evidence]').getByRole('button')).toBeInViewport();
});

for (const place of ['charts/flows/', 'embed/v1/en/flows/'])
  test(`/${place}: choice, period and colours survive another view and a reload, and what is said is what is shown`, async ({
    page,
  }) => {
    const id = OF_OPENAI;
    await page.goto(`${place}?hl=${id}&t=2025..2026&theme=dark`);
    const check = async (when: string) => {
      const url = new URL(page.url());
      expect.soft(url.search, when).toBe(`?hl=${id}&t=2025..2026&theme=dark`);
      await expect.soft(page.locator('html'), when).toHaveAttribute('data-theme', 'dark');
      await expect
        .soft(drawing(page).locator('a.mark[aria-current="true"]'), when)
        .toHaveAttribute('data-id', id);
      const marks = await drawing(page).locator('a.mark').count();
      const pale = await drawing(page).locator('a.mark[data-off]').count();
      await expect.soft(notices(page), when).toHaveCount(1);
      await expect.soft(notices(page), when).toContainText(`${marks - pale} of ${marks}`);
      const view = url.pathname.split('/flows/')[1] ?? '';
      for (const href of await given(page)) {
        const own = new URL(href);
        expect.soft(own.pathname, when).toContain(`/flows/${view}`);
        expect.soft(own.searchParams.get('hl'), `${when} ${href}`).toBe(id);
        expect.soft(own.searchParams.get('t'), `${when} ${href}`).toBe('2025..2026');
      }
      const links = (await given(page)).map((href) => new URL(href).searchParams.get('theme'));
      expect.soft(links[0], when).toBe('dark');
      return marks;
    };
    const all = await check('at first');
    await show(page, page.locator('.views a[data-view="openai"]'));
    const fewer = await check('in another view');
    expect(fewer).toBeLessThan(all);
    await page.reload();
    await check('reloaded');
    // A view without that mark has no choice, and no word about it.
    const other = page.locator('.views a[data-view="tesla-to-xai"]');
    await show(page, other);
    expect(new URL(page.url()).search).toBe('?t=2025..2026&theme=dark');
    await expect(notices(page)).toHaveCount(1);
    await expect(page.locator('cf-figure')).not.toHaveAttribute('data-chosen');
  });

test('a notice about what was asked in vain goes with the choice or the view that answers it', async ({
  page,
}) => {
  await page.goto('charts/flows/?hl=nobody-2031');
  await expect(notices(page)).toHaveCount(1);
  await show(page, page.locator('.views a[data-view="openai"]'));
  await expect(notices(page)).toHaveCount(0);
});

/** Lightness of ground and text, 0 to 255. */
const colours = (page: Page) =>
  page.evaluate(() => {
    const light = (value: string) => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) return Number.NaN;
      context.fillStyle = value;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 3;
    };
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    return [light(backgroundColor), light(color)] as const;
  });

test('a theme that is asked for is shown whatever the system prefers', async ({ page }) => {
  for (const [path, keys] of [
    ['charts/flows/', ['dark', 'light', 'auto', '']],
    // Another page asks the same script, an embed stays light.
    ['', ['dark', '']],
    ['moves/', ['light', 'auto']],
    ['embed/v1/en/flows/', ['dark', 'light', 'auto', '']],
  ] as const)
    for (const key of keys) {
      const query = key && `?theme=${key}`;
      const asked = key === 'auto' || (key === '' && !path.startsWith('embed')) ? 'system' : key || 'light';
      await page.goto(path + query, { waitUntil: 'domcontentloaded' });
      // A system may change its mind while a page is open.
      for (const system of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: system });
        const [ground, text] = await colours(page);
        const where = `${path}${query} on a ${system} system`;
        const dark = (asked === 'system' ? system : asked) === 'dark';
        // An embed that follows the system has no ground of its own.
        if (path.startsWith('embed') && asked === 'system') {
          expect.soft(text > 128, where).toBe(dark);
          continue;
        }
        if (dark) expect.soft(ground, where).toBeLessThan(60);
        else expect.soft(ground, where).toBeGreaterThan(200);
        expect.soft(Math.abs(ground - text), where).toBeGreaterThan(150);
      }
    }
});

test('an embed in the colours of the device paints no box into its article', async ({ page }) => {
  await page.goto('charts/flows/');
  await page
    .locator('.tool', { has: page.locator('[data-code]') })
    .locator('summary')
    .click();
  await page.locator('input[data-colours][value="auto"]').check();
  const code = await page.locator('textarea[data-code]').first().inputValue();
  for (const scheme of ['light', 'dark'] as const) {
    const ground = scheme === 'light' ? [244, 230, 210] : [10, 24, 48];
    await page.emulateMedia({ colorScheme: scheme });
    // An article that says nothing of schemes itself.
    await openArticle(
      page,
      `<!doctype html><title>Article</title><body STYLE="background:rgb(${ground})">${code}</body>`,
    );
    const frame = page.locator('iframe');
    await expect(page.frameLocator('iframe').locator('cf-figure')).toBeVisible();
    const { data, info } = await sharp(await frame.screenshot())
      .raw()
      .toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [
      ...data.subarray(info.channels * (y * info.width + x)).subarray(0, 3),
    ];
    for (const [x, y] of [
      [1, 20],
      [info.width - 2, info.height - 3],
      [info.width - 2, 100],
    ] as const)
      expect.soft(at(x, y), `${scheme} at ${x}, ${y}`).toEqual(ground);
  }
});
