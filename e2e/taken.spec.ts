/** What can be taken away from a chart's page, and what every view says of itself. */
import { parse } from 'csv-parse/sync';
import { builtPage, chartAt, chartPaths, LANGS, pageAt, plain, say, VIEWS } from './built';
import { marks } from './figure';
import { expect, test } from './site';

test('each button for copying copies what its field says', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('charts/flows/');
  await marks(page).first().focus();
  await page.keyboard.press('Enter');
  for (const summary of await page.locator('details.tool > summary').all()) await summary.click();
  const fields = page.locator('.field').filter({ has: page.getByRole('button') });
  expect(await fields.count()).toBeGreaterThan(2);
  const names = await fields.getByRole('button').allTextContents();
  expect(new Set(names).size, 'each says what it copies').toBe(names.length);
  for (const field of await fields.all()) {
    const text = await field.getByRole('textbox').inputValue();
    await field.getByRole('button').click();
    await expect(field.getByRole('button')).toHaveText('Copied');
    await expect(page.locator('cf-figure [data-said]')).toHaveText('Copied');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  }
  // The first is the link to exactly this: with the choice.
  const link = new URL(await fields.first().getByRole('textbox').inputValue());
  expect(link.searchParams.get('hl')).toBe(new URL(page.url()).searchParams.get('hl'));
});

test('code to start with is copied as it stands, and without script no button says so', async ({
  page,
  context,
  browser,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const still = await browser.newPage({ javaScriptEnabled: false });
  for (const lang of LANGS) {
    await page.goto(pageAt(lang, 'data/'));
    const codes = page.locator('section').filter({ has: page.locator('pre') });
    expect(await codes.count()).toBeGreaterThan(1);
    for (const code of await codes.all()) {
      await expect(code.getByRole('button')).toContainText(
        (await code.getByRole('link').textContent())?.trim() ?? '',
      );
      await code.getByRole('button').click();
      await expect(code.getByRole('button')).toHaveText(say(lang, 'client.copied'));
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await code.locator('pre').textContent());
    }
    await still.goto(new URL(pageAt(lang, 'data/'), site).href);
    await expect(still.locator('section pre').first()).toBeVisible();
    await expect(still.locator('section').getByRole('button')).toHaveCount(0);
  }
  await still.close();
});

const TYPES: Record<string, RegExp> = {
  svg: /^image\/svg\+xml/,
  png: /^image\/png/,
  csv: /^text\/csv/,
  json: /^application\/json/,
};

for (const lang of LANGS)
  test(`every view names itself, its card has the promised size, and its four files are there: ${lang}`, async ({
    request,
    site,
  }) => {
    const get = (path: string) =>
      request.get(new URL(path, site).href, { headers: { 'accept-encoding': 'identity' } });
    const look = async (path: string) => {
      const html = await (await get(path)).text();
      const head = html.slice(0, html.indexOf('</head>'));
      const meta = (name: string) =>
        plain(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(head)?.[1]);
      const heading = plain(/<h1[^>]*>([^<]*)</.exec(html)?.[1]);
      expect.soft(heading.length, path).toBeGreaterThan(10);
      expect.soft(plain(/<title>([^<]*)</.exec(head)?.[1]), path).toContain(heading);
      expect.soft(meta('og:title'), path).toBe(heading);
      expect.soft(meta('description').length, path).toBeGreaterThan(40);
      expect.soft(meta('og:description'), path).toBe(meta('description'));
      expect.soft(new URL(meta('og:url')).pathname, path).toBe(new URL(path, site).pathname);

      const card = await get(new URL(meta('og:image')).pathname);
      const png = await card.body();
      expect.soft(card.headers()['content-type'], path).toBe('image/png');
      expect.soft([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);

      const rows = [...html.matchAll(/<tr id="([^"]*)"/g)].map(([, id = '']) =>
        id.slice((/charts\/([^/]+)/.exec(path)?.[1]?.length ?? 0) + 1),
      );
      expect.soft(rows.length, path).toBeGreaterThan(0);
      const files = [...html.matchAll(/<a href="([^"]+\.(\w+))" download/g)];
      expect
        .soft(files.map(([, , ending]) => ending).sort(), path)
        .toEqual([...Object.keys(TYPES), 'png', 'svg'].sort());
      for (const [, href = '', ending = ''] of files) {
        const file = await get(href);
        expect.soft(file.status(), href).toBe(200);
        expect.soft(file.headers()['content-type'], href).toMatch(TYPES[ending] ?? /nothing/);
        if (ending === 'csv' || ending === 'json')
          expect.soft(await file.text(), `${href} is searched with a space bar`).not.toContain('\u00a0');
        if (ending === 'csv') {
          const text = await file.text();
          expect.soft(text.startsWith('\ufeff'), href).toBe(true);
          // As a spreadsheet of the language parts it.
          const delimiter = lang === 'de' ? ';' : ',';
          const records = parse(text, { columns: true, bom: true, delimiter }) as { id: string }[];
          expect
            .soft(
              records.map(({ id }) => id),
              href,
            )
            .toEqual(rows);
        } else if (ending === 'json') expect.soft((await file.json()).rows.length, href).toBe(rows.length);
        else if (ending === 'svg') {
          const svg = await file.text();
          expect.soft(svg, href).toMatch(/^(<\?xml[^>]*>\s*)?<svg /);
          expect.soft(svg.includes('var('), `${href} stands alone`).toBe(false);
        }
      }
    };
    const paths = VIEWS.filter((view) => view.lang === lang).map(chartAt);
    expect(paths.length).toBeGreaterThan(8);
    for (let i = 0; i < paths.length; i += 6) await Promise.all(paths.slice(i, i + 6).map(look));
  });

test('a row as a phone has it says what its first cell is, unless that is a name', () => {
  const tables = VIEWS.map(chartAt).map((path) => {
    const html = builtPage(path);
    const [, head = ''] = /<th scope="?col"?[^>]*>([^<]*)</.exec(html) ?? [];
    const cells = [...html.matchAll(/<th scope="?row"?([^>]*)>/g)];
    const labels = cells.map(([, given = '']) => /data-label="([^"]*)"/.exec(given)?.[1] ?? 'none');
    return { path, head: plain(head).trim(), labels: [...new Set(labels)].map(plain) };
  });
  for (const { path, head, labels } of tables) expect.soft([[head], ['none']], path).toContainEqual(labels);
  // Where a company stands for one end of a move, and where people do.
  expect(tables.some(({ labels }) => labels[0] === 'From')).toBe(true);
  expect(tables.some(({ head, labels }) => head === 'Person' && labels[0] === 'none')).toBe(true);
});

test('a poster names every person of its table', () => {
  const posters = chartPaths(LANGS).flatMap((path) => {
    const [poster] = /<section[^>]* class="poster[\s\S]*?<\/section>/.exec(builtPage(path)) ?? [];
    return poster ? [{ path, poster }] : [];
  });
  expect(posters.length).toBeGreaterThan(0);
  const said = (html: string) => plain(html.replace(/<[^>]*>/g, '')).trim();
  for (const { path, poster } of posters) {
    const words = [...poster.matchAll(/<text\b.*?<\/text>/g)].map(([text]) => said(text));
    const rows = builtPage(path).matchAll(/<tr [^>]*data-person="[^>]*><th[^>]*>(.*?)<\/th>/g);
    const people = [...rows].map(([, name = '']) => said(name));
    expect(people.length).toBeGreaterThan(10);
    const missing = people.filter((name) => !words.some((text) => text.includes(name)));
    expect.soft(missing, path).toEqual([]);
  }
});
