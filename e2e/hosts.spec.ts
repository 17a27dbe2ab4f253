/** An embed in the hands of hosts that bring their own script: their real one, or where that is no package, a play of it. */
import type { FrameLocator, Page } from '@playwright/test';
import { builtPage, chartAt, chartsIn, codesIn, embedAt, LANGS, LIGHTEST, say } from './built';
import { HOSTS, wordpress, wpEmbed } from './hosts/real';
import { expect, openArticle, test } from './site';

// Low enough for WordPress, which cuts everything at 1000 px.
const VIEW = LIGHTEST;
const EMBED = embedAt(VIEW);
const NO_WORDPRESS = 'wp-embed.js: no Debian package "wordpress" here, and none could be fetched';

const drawing = (frame: FrameLocator) => frame.locator('.drawings > svg').and(frame.getByRole('group'));
const chart = (page: Page) => page.getByTitle('Chart');

/** The article of a host around the embed at `src`; what follows stands at its end. */
const article = (body: string, css = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>An article</title>
  <style>body { margin: 0 } ${css}</style><p>Before.</p>${body}<p id="after">After.</p>`;

type Open = (page: Page, src: string, css?: string) => Promise<void>;
const hosts: [name: string, most: number, open: Open][] = [
  ...Object.entries(HOSTS).map(([name, host]): [string, number, Open] => [
    name,
    Number.POSITIVE_INFINITY,
    (page, src, css) => openArticle(page, article(host(src), css)),
  ]),
  ['WordPress', 1000, (page, src, css) => openArticle(page, article(wordpress(src, wpEmbed() ?? ''), css))],
];

/** How high the frame is, and how high what is in it. */
async function heights(page: Page): Promise<{ frame: number; content: number }> {
  const frame = await chart(page).evaluate((one) => one.clientHeight);
  const content = await page
    .frameLocator('iframe')
    .locator('main')
    .evaluate(async (main) => {
      await document.fonts.ready;
      return Math.ceil(main.getBoundingClientRect().height);
    });
  return { frame, content };
}

/** The column becomes as wide as a phone. */
async function narrow(page: Page): Promise<void> {
  await chart(page).evaluate((frame) => {
    frame.setAttribute('width', '360');
    document.body.style.width = '360px';
  });
  await page.setViewportSize({ width: 360, height: 800 });
}

async function followsHeight(page: Page, most: number): Promise<void> {
  const fits = expect(async () => {
    const { frame, content } = await heights(page);
    expect(frame).toBe(Math.min(most, content));
  });
  await expect(drawing(page.frameLocator('iframe'))).toHaveCount(1);
  await fits.toPass({ timeout: 5000 });
  // Not only there, but to be seen: WordPress clips a frame away until it has spoken.
  await expect(chart(page)).not.toHaveCSS('position', 'absolute');
  const { frame: before } = await heights(page);
  await narrow(page);
  await expect.poll(async () => (await heights(page)).frame).not.toBe(before);
  await fits.toPass({ timeout: 5000 });
}

for (const [name, most, open] of hosts)
  test(`${name} shows the chart at its height, also when the column becomes narrow`, async ({
    page,
    site,
  }) => {
    test.skip(name === 'WordPress' && !wpEmbed(), NO_WORDPRESS);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.setViewportSize({ width: 600, height: 800 });
    await open(page, `${site}${EMBED}`);
    await followsHeight(page, most);
    expect(errors).toEqual([]);
  });

for (const name of ['amp', 'medium'])
  test(`${name}, as it is played, shows the chart at its height, also when the column becomes narrow`, async ({
    page,
    host,
    site,
  }) => {
    await page.setViewportSize({ width: 600, height: 800 });
    await page.goto(`${host}article.html?host=${name}&src=${encodeURIComponent(site + EMBED)}`);
    await followsHeight(page, Number.POSITIVE_INFINITY);
  });

for (const [name, , open] of hosts)
  test(`${name} gives less height than it was asked for: the rest is reached by scrolling`, async ({
    page,
    site,
  }) => {
    test.skip(name === 'WordPress' && !wpEmbed(), NO_WORDPRESS);
    await page.setViewportSize({ width: 600, height: 800 });
    await open(page, `${site}${EMBED}`, 'iframe { max-height: 300px }');
    const frame = page.frameLocator('iframe');
    await expect(drawing(frame)).toHaveCount(1);
    await expect.poll(async () => (await heights(page)).frame).toBe(300);
    await expect(frame.locator('.tools')).not.toBeInViewport();
    await chart(page).hover();
    await expect(async () => {
      await page.mouse.wheel(0, 2000);
      await expect(frame.locator('.tools')).toBeInViewport({ ratio: 1, timeout: 200 });
    }).toPass({ timeout: 5000 });
    // Given the height after all, it is there in whole.
    await page.addStyleTag({ content: 'iframe { max-height: none !important }' });
    await expect(frame.locator('.figure-title')).toBeInViewport({ ratio: 1 });
    await expect(frame.locator('.tools')).toBeInViewport({ ratio: 1 });
  });

test('in WordPress a link leads where it leads, and a source to the row it backs', async ({ page, site }) => {
  test.skip(!wpEmbed(), NO_WORDPRESS);
  const inFrame = async () => {
    await openArticle(page, article(wordpress(`${site}${EMBED}`, wpEmbed() ?? '')));
    await expect(chart(page)).not.toHaveCSS('position', 'absolute');
    return page.frameLocator('iframe');
  };
  const figure = page.locator('cf-figure');
  await (await inFrame()).getByRole('link', { name: say('en', 'tools.explore') }).click();
  await expect(page).toHaveURL(`${site}${chartAt(VIEW)}`);

  const frame = await inFrame();
  const mark = frame.locator('.drawings > svg:visible a.mark').first();
  await mark.focus();
  await mark.press('Enter');
  const id = (await mark.getAttribute('data-id')) ?? '';
  const source = frame.locator('[data-evidence] a[href^="http"]').first();
  expect(new URL((await source.getAttribute('href')) ?? '').host).not.toBe(new URL(site).host);
  await source.click();
  await expect(page).toHaveURL(`${site}${chartAt(VIEW)}?hl=${id}`);
  await expect(figure.locator('[data-evidence] .said')).toBeVisible();
});

for (const lang of LANGS)
  test(`in a sandbox that lets nothing open a link says so, with its address to copy (${lang})`, async ({
    page,
    site,
  }) => {
    const src = `${site}${embedAt({ ...VIEW, lang })}`;
    await openArticle(
      page,
      article(
        `<iframe title="Chart" sandbox="allow-scripts" src="${src}" width="640" height="900"></iframe>`,
      ),
    );
    const frame = page.frameLocator('iframe');
    const field = frame.getByLabel(say(lang, 'client.embed.blocked'));
    const chosen = () =>
      field.evaluate((one: HTMLInputElement) => ({
        focused: document.activeElement === one,
        text: one.value.slice(one.selectionStart ?? 0, one.selectionEnd ?? 0),
      }));
    const brand = frame.locator('a.brand');
    const explore = frame.getByRole('link', { name: say(lang, 'tools.explore') });
    for (const [link, how] of [
      [brand, {}],
      [explore, {}],
      [explore, { button: 'middle' }],
    ] as const) {
      const href = await link.evaluate((one: HTMLAnchorElement) => one.href);
      await link.click(how);
      await expect.poll(chosen).toEqual({ focused: true, text: href });
      await expect(field).toBeInViewport();
    }
    // Beside the file that was asked for, and no longer beside the other.
    await frame.getByText(say(lang, 'tools.data'), { exact: true }).click();
    await frame.locator('.files a').first().press('Enter');
    await expect(frame.locator('.files').getByLabel(say(lang, 'client.embed.blocked'))).toHaveValue(/\.svg$/);
    await expect(field).toHaveCount(1);
  });

test('where a sandbox lets windows open, and where there is none, links open', async ({ page, site }) => {
  for (const sandbox of ['sandbox="allow-scripts allow-popups"', '']) {
    await openArticle(
      page,
      article(`<iframe title="Chart" ${sandbox} src="${site}${EMBED}" width="640" height="900"></iframe>`),
    );
    const frame = page.frameLocator('iframe');
    const opened = page.waitForEvent('popup');
    await frame.getByRole('link', { name: say('en', 'tools.explore') }).click();
    const window = await opened;
    await expect(window).toHaveURL(`${site}${chartAt(VIEW)}`);
    await window.close();
    await expect(frame.getByLabel(say('en', 'client.embed.blocked'))).toHaveCount(0);
  }
});

for (const allowed of [true, false])
  test(`sharing by the device ${allowed ? 'is offered where the host allows it, and says when it fails' : 'is not offered where the host forbids it'}`, async ({
    page,
    site,
  }) => {
    await page.addInitScript((may) => {
      const failing = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      Object.defineProperty(navigator, 'share', { value: failing, configurable: true });
      Object.defineProperty(navigator, 'canShare', { value: () => may, configurable: true });
      Object.defineProperty(document, 'featurePolicy', { value: { allowsFeature: () => may } });
    }, allowed);
    await openArticle(
      page,
      article(`<iframe title="Chart" src="${site}${EMBED}" width="640" height="900"></iframe>`),
    );
    const frame = page.frameLocator('iframe');
    await frame.getByText(say('en', 'tools.share'), { exact: true }).click();
    await expect(frame.getByRole('button', { name: say('en', 'tools.copy.link') })).toBeVisible();
    const button = frame.getByRole('button', { name: say('en', 'tools.native') });
    if (!allowed) {
      await expect(button).toBeHidden();
      return;
    }
    await button.click();
    await expect(frame.getByRole('button', { name: say('en', 'client.notShared') })).toBeVisible();
    const selected = () => page.frames()[1]?.evaluate(() => String(getSelection()));
    await expect.poll(selected).toBe(`${site}${chartAt(VIEW)}`);
  });

test('two charts in one article each have their own height, and grow while a panel of theirs is open', async ({
  page,
}) => {
  const [one, two] = chartsIn(LANGS[0] ?? '');
  if (!one || !two) throw new Error('Fewer than two charts are built.');
  const code = [one, two].map((view) => codesIn(builtPage(chartAt(view)))[0]).join('');
  await page.setViewportSize({ width: 700, height: 900 });
  await openArticle(
    page,
    `<!doctype html><title>Article</title><style>body, figure { margin: 0; width: 640px }</style>${code}`,
  );
  const frames = page.locator('iframe');
  const sizes = () => frames.evaluateAll((all) => all.map((frame) => frame.clientHeight));
  const contents = () =>
    Promise.all(
      [0, 1].map((i) =>
        frames
          .nth(i)
          .contentFrame()
          .locator('html')
          .evaluate((html) => Math.ceil(html.getBoundingClientRect().height)),
      ),
    );
  await frames.last().scrollIntoViewIfNeeded();
  for (const i of [0, 1]) await expect(drawing(frames.nth(i).contentFrame())).toHaveCount(1);
  await expect.poll(sizes).toEqual(await contents());
  const before = await sizes();
  const panel = frames.first().contentFrame().getByText(say(one.lang, 'figure.sources'), { exact: true });
  await panel.click();
  await expect.poll(async () => (await sizes())[0] ?? 0).toBeGreaterThan((before[0] ?? 0) + 100);
  expect((await sizes())[1]).toBe(before[1]);
  await panel.click();
  await expect.poll(sizes).toEqual(before);
});

test('a host that isolates itself can still frame a chart', async ({ page, site }) => {
  await openArticle(page, `<!doctype html><iframe title="Chart" src="${site}${EMBED}"></iframe>`, {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(drawing(page.frameLocator('iframe'))).toHaveCount(1);
});
