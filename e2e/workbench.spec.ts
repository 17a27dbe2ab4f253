/** The workbench: what an editor chooses is what is shown and what is copied; without script all of it is linked. */
import { readdirSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { CHARTS, LANGS, pageAt, say, VIEWS } from './built';
import { expect, openArticle, test } from './site';

const frameCode = (page: import('@playwright/test').Page) => page.locator('#html-frame');

test('every view can be chosen, and the code is shown as it will stand', async ({ page }) => {
  for (const lang of LANGS) {
    await page.goto(pageAt(lang, 'embed/'));
    const select = page.locator('cf-workbench select');
    await expect(select.locator('option')).toHaveCount(VIEWS.filter((view) => view.lang === lang).length);
    await select.selectOption('flows/openai-to-meta');
    const preview = page.frameLocator('[data-preview] iframe');
    await expect(preview.locator('cf-figure[data-view="openai-to-meta"] svg:visible')).toHaveCount(1);
    await expect(frameCode(page)).toHaveValue(new RegExp(`/embed/v1/${lang}/flows/openai-to-meta/"`));
    expect(new URL(page.url()).searchParams.get('view')).toBe('flows/openai-to-meta');
  }
});

test('a view that is not there is said to be missing, until another is chosen', async ({ page }) => {
  const said = page.locator('cf-workbench .notice');
  for (const lang of LANGS) {
    await page.goto(pageAt(lang, 'embed/?view=no-such-view'));
    await expect(said).toContainText('no-such-view');
    await page.locator('cf-workbench select').selectOption('flows/openai-to-meta');
    await expect(said).toHaveCount(0);
    await page.reload();
    await expect(frameCode(page)).toHaveValue(/openai-to-meta/);
    await expect(said).toHaveCount(0);
  }
});

test('colours and width are those of the preview and of the code, and the address keeps them', async ({
  page,
}) => {
  await page.goto('embed/');
  const choose = (name: string, value: string) =>
    page.locator(`cf-workbench [name="${name}"][value="${value}"]`).check();
  const preview = page.locator('[data-preview] iframe');
  for (const width of [320, 375, 640, 960]) {
    await choose('width', `${width}`);
    await expect.poll(() => preview.evaluate((frame) => frame.clientWidth)).toBe(width);
    await expect
      .poll(() =>
        preview
          .contentFrame()
          .locator('html')
          .evaluate((html) => html.scrollHeight - innerHeight),
      )
      .toBeLessThanOrEqual(1);
  }
  await choose('theme', 'dark');
  await expect(preview.contentFrame().locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(frameCode(page)).toHaveValue(/\?theme=dark"/);
  await page.reload();
  await expect(frameCode(page)).toHaveValue(/\?theme=dark"/);
  await expect(page.locator('[name="width"][value="960"]')).toBeChecked();
});

test('what is copied for each system shows the chart there', async ({ page }) => {
  await page.goto('embed/?view=matrix');
  const value = (id: string) => page.locator(`[id="${id}"]`).inputValue();
  await expect(frameCode(page)).toHaveValue(/<iframe/);
  const codes = {
    frame: await value('html-frame'),
    picture: await value('newsletter-picture'),
    address: await value('notion-address'),
    link: await value('wordpress-page'),
    amp: await value('amp-amp'),
  };
  expect(codes.link).toMatch(/^http.*\/charts\/matrix\/$/);
  expect(codes.address).toMatch(/^http.*\/embed\/v1\/en\/matrix\/$/);
  expect(codes.amp).toContain(`<amp-iframe src="${codes.address}"`);
  await openArticle(page, `<!doctype html><title>Article</title>${codes.frame}`);
  await expect(page.frameLocator('iframe').locator('.drawings > svg:visible')).toHaveCount(1);
  await openArticle(page, `<!doctype html><title>Newsletter</title>${codes.picture}`);
  await expect(page.locator('img')).toHaveAttribute('src', /\.png/);
  expect(await page.locator('iframe, script').count()).toBe(0);
});

test('the bundle of a view holds drawing, pictures, caption, alternative text, data and citation', async ({
  request,
}) => {
  for (const lang of LANGS) {
    const answer = await request.get(`bundle/${lang}/flows.zip`);
    expect(answer.headers()['content-type']).toContain('zip');
    const files = unzipSync(new Uint8Array(await answer.body()));
    expect(Object.keys(files).sort()).toEqual([
      'alternative-text.txt',
      'caption.txt',
      'citation.txt',
      'flows.csv',
      'flows.narrow.png',
      'flows.svg',
      'flows.wide.png',
    ]);
    const text = (name: string) => new TextDecoder().decode(files[name]);
    expect(text('flows.svg')).toContain('<svg');
    expect(files['flows.wide.png']?.slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
    expect(text('caption.txt')).toMatch(/CC BY 4\.0.*http/);
    expect(text('alternative-text.txt').length).toBeGreaterThan(60);
    expect(text('citation.txt')).toMatch(/\d{4}-\d\d.*http/);
  }
});

test('the panel under a chart leads to the workbench, with its view', async ({ page }) => {
  await page.goto('charts/flows/openai-to-meta/');
  await page.getByText(say('en', 'tools.embed'), { exact: true }).click();
  await page.getByRole('link', { name: say('en', 'tools.workbench') }).click();
  await expect(page.locator('cf-workbench select')).toHaveValue('flows/openai-to-meta');
});

test('the panel hands on what is chosen in it and in the chart, and another view has none of the chart’s choice', async ({
  page,
}) => {
  await page.goto('charts/flows/openai-to-meta/');
  const mark = page.locator('.drawings > svg:visible a.mark').first();
  await mark.focus();
  await page.keyboard.press('Enter');
  const id = await mark.getAttribute('data-id');
  await page.getByText(say('en', 'tools.embed'), { exact: true }).click();
  await page.getByLabel(say('en', 'tools.colours.dark'), { exact: true }).check();
  await page.getByRole('link', { name: say('en', 'tools.workbench') }).click();
  const chosen = (name: string) => page.locator(`cf-workbench [name="${name}"][value="dark"]`);
  await expect(chosen('theme')).toBeChecked();
  await expect(chosen('ground')).toBeChecked();
  await expect(frameCode(page)).toHaveValue(
    new RegExp(
      `/flows/openai-to-meta/\\?hl=${id}&amp;theme=dark".*/charts/flows/openai-to-meta/\\?hl=${id}"`,
      's',
    ),
  );
  // Still so when something else is chosen, and after coming back.
  await page.locator('[name="width"][value="960"]').check();
  await page.reload();
  await expect(frameCode(page)).toHaveValue(new RegExp(`\\?hl=${id}&amp;theme=dark"`));
  await page.locator('cf-workbench select').selectOption('matrix');
  await expect(frameCode(page)).toHaveValue(/embed\/v1\/en\/matrix\/\?theme=dark"/);
});

test('without its script the frame of the code is high enough for the width that was chosen', async ({
  page,
}) => {
  for (const theme of ['light', 'dark'])
    for (const width of [320, 375, 640, 960]) {
      await page.goto(`embed/?view=flows/openai-to-meta&theme=${theme}&width=${width}`);
      await expect(frameCode(page)).toHaveValue(/<iframe/);
      await openArticle(
        page,
        `<!doctype html><title>Article</title><style>figure { margin: 0; width: ${width}px }</style>${(await frameCode(page).inputValue()).replace(/<script.*<\/script>/, '')}`,
      );
      const root = page.frameLocator('iframe').locator('html');
      await expect(root.locator('.drawings > svg:visible')).toHaveCount(1);
      const hidden = () =>
        root.evaluate((one) => document.fonts.ready.then(() => one.scrollHeight - innerHeight));
      expect.soft(await hidden(), `${theme}, ${width}`).toBeLessThanOrEqual(0);
      // Nothing is cut beside it, either.
      const beyond = await root.locator('.drawings').evaluate((one) => one.scrollWidth - one.clientWidth);
      expect.soft(beyond, `${theme}, ${width}`).toBe(0);
    }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('every view has links to its codes, its embed and its files', async ({ page, request }) => {
    await page.goto('embed/');
    await expect(page.locator('cf-workbench')).toBeHidden();
    const all = page.locator('.all li');
    await expect(all).toHaveCount(VIEWS.filter(({ lang }) => lang === 'en').length);
    expect(await page.locator('.all details').count()).toBe(CHARTS.length);
    const hrefs = await all
      .first()
      .locator('a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hrefs.length).toBe(6);
    for (const href of hrefs) expect.soft((await request.get(href)).status(), href).toBe(200);
    // A link into the panel opens it.
    await page.locator('.all summary').first().click();
    await all.first().locator('a').first().click();
    await expect(page.locator('textarea').first()).toBeVisible();
  });
});

test.describe('live or frozen', () => {
  const day = readdirSync('content/releases').sort().at(-1) ?? '';

  test('an editor chooses, and the code leads to the release or says what is new since', async ({ page }) => {
    await page.goto('embed/');
    const choose = (value: string) => page.locator(`[name="data"][value="${value}"]`).check();
    await choose('frozen');
    await expect(frameCode(page)).toHaveValue(new RegExp(`/releases/${day}/embed/v1/en/flows/"`));
    await expect(page.frameLocator('[data-preview] iframe').locator('.drawings > svg:visible')).toHaveCount(
      1,
    );
    // Nothing that is copied, and nothing in its place, is of another day.
    await expect(frameCode(page)).toHaveValue(
      new RegExp(`<noscript>.*/releases/${day}/img/en/flows.svg"`, 's'),
    );
    await expect(frameCode(page)).not.toHaveValue(/\.png/);
    await expect(page.locator('[id="wordpress-page"]')).toBeHidden();
    const files = page.locator('p.files a');
    await expect(files).toHaveText(['SVG', 'CSV']);
    for (const file of await files.all()) {
      const href = (await file.getAttribute('href')) ?? '';
      expect(href).toContain(`/releases/${day}/`);
      expect((await page.request.get(href)).status()).toBe(200);
    }
    await choose('since');
    await expect(frameCode(page)).toHaveValue(new RegExp(`/embed/v1/en/flows/\\?since=${day}"`));
    await expect(page.locator('[id="wordpress-page"]')).toBeVisible();
    await page.locator('[name="theme"][value="dark"]').check();
    await expect(page.locator('[id="notion-address"]')).toHaveValue(
      `${new URL('embed/v1/en/flows/', page.url().replace('embed/', ''))}?since=${day}&theme=dark`,
    );
    await expect(page.locator('[name="ground"][value="dark"]')).toBeChecked();
  });

  test('the code of a frozen chart says what the release says, not what the chart says today', async ({
    page,
  }) => {
    for (const lang of LANGS) {
      const address = `releases/${day}/embed/v1/${lang}/flows/openai-to-meta/`;
      const kept = await (await page.request.get(address)).text();
      const body = kept
        .replace(/(<title>)[^<]*/, '$1The title of then, {all}')
        .replace(/<meta name="heights"[^>]*>/, '')
        .replace('</head>', '<meta name="heights" content="320:777 640:666"></head>');
      await page.route(`**/${address}`, (route) => route.fulfill({ body, contentType: 'text/html' }));
      await page.goto(pageAt(lang, 'embed/?view=flows/openai-to-meta&data=frozen'));
      await expect(frameCode(page)).toHaveValue(new RegExp(`/${address}"`));
      const code = await frameCode(page).inputValue();
      expect(code).toMatch(/<iframe [^>]*title="The title of then, /);
      expect(code).toMatch(/<img [^>]*alt="The title of then, /);
      expect(code).toContain('height="666"');
      expect(code).toContain('data-counterflow="320:777 640:666"');
      await page.goto(address);
      const summary = (await page.locator('[data-part="summary"]').textContent()) ?? '';
      expect(code).toContain(summary.replaceAll('\u00a0', ' '));
    }
  });

  test('a live embed says in a line or two what is new in its view since a release, and nothing of others', async ({
    page,
  }) => {
    const told = page.locator('.foot > .news');
    for (const lang of LANGS) {
      const path = `embed/v1/${lang}/flows/?since=${day}`;
      await page.goto(path);
      await expect(told.first()).toHaveText(/ 2\d{3}\b.*\S/);
      expect(await told.count(), path).toBeLessThanOrEqual(2);
    }
    for (const lang of LANGS) {
      const { views } = await (await page.request.get(`since/${day}.${lang}.json`)).json();
      for (const [view, lines] of Object.entries(views)) {
        expect.soft((lines as unknown[]).length, view).toBeLessThanOrEqual(2);
        expect.soft(JSON.stringify(lines).length, view).toBeLessThan(1000);
      }
    }
    await page.route('**/since/*.json', (route) =>
      route.fulfill({
        json: {
          same: 'Nothing has changed.',
          views: { flows: [['Changed: ', ['Somebody', '/row/moves/one/'], '.'], ['Its title then.']] },
        },
      }),
    );
    await page.goto(`embed/v1/en/flows/?since=${day}`);
    await expect(told).toHaveText(['Changed: Somebody.', 'Its title then.']);
    // A frame of somebody else's article is no place for another page.
    await expect(told.getByRole('link', { name: 'Somebody' })).toHaveAttribute('target', '_blank');
    await page.locator('.views summary').click();
    await page.locator('.views a[data-view]').nth(1).click();
    await expect(told).toHaveText(['Nothing has changed.']);
    await page.unroute('**/since/*.json');
    await page.goto('embed/v1/en/flows/?since=1999-01-01');
    await page.locator('.drawings > svg:visible a.mark').first().focus();
    await expect(page.locator('.foot > .news')).toHaveCount(0);
  });

  test('a frozen embed says that a newer release exists, and opens its evidence', async ({ page }) => {
    const address = `releases/${day}/embed/v1/en/flows/`;
    await page.route('**/since/*.json', (route) =>
      route.fulfill({
        json: { same: 'Nothing has changed.', views: {}, newer: 'There is a newer release.' },
      }),
    );
    await page.goto(address);
    await expect(page.locator('.foot > .news')).toHaveText('There is a newer release.');
    await page.locator('.drawings > svg:visible a.mark').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-evidence] a').first()).toBeVisible();
    // Its other views are of the same release.
    await page.locator('.views summary').click();
    await page.locator('.views a[data-view]').nth(1).click();
    await expect(page.locator('cf-figure')).not.toHaveAttribute('data-view', '');
    expect(page.url()).toContain(`/releases/${day}/embed/v1/en/flows/`);
  });
});
