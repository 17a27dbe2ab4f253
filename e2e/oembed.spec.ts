/** A host finds a chart page's oEmbed answer by its head, and what the answer names is there. */
import type { APIRequestContext } from '@playwright/test';
import { expect, openArticle, test } from './site';

interface Found {
  page: string;
  json: string;
  xml: string;
  title: string;
}
interface Answer {
  title: string;
  html: string;
  height: number;
  thumbnail_url: string;
  [field: string]: string | number;
}

/** As a host does it: the link elements of the head, by their type. */
async function discover(request: APIRequestContext, page: string): Promise<Found> {
  const head = (await (await request.get(page)).text()).split('</head>')[0] ?? '';
  const link = (type: string) => {
    const tag = [...head.matchAll(/<link([^<>]+)\/?>/g)].find(([, attributes]) =>
      attributes?.includes(`type="${type}"`),
    );
    const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag?.[1] ?? '')?.[1] ?? '';
    return { href: value('href'), title: value('title') };
  };
  const json = link('application/json+oembed');
  return { page, json: json.href, xml: link('text/xml+oembed').href, title: json.title };
}

/** Every view of every chart in English, from the list of charts. */
async function chartPages(request: APIRequestContext, site: string): Promise<string[]> {
  const list = await (await request.get(`${site}charts/`)).text();
  const paths = [...list.matchAll(/href="([^"]*\/charts\/[^"/]+\/(?:[^"/]+\/)?)"/g)].map(
    ([, href]) => href ?? '',
  );
  return [...new Set(paths)].map((path) => new URL(path, site).href);
}

const readJson = async (request: APIRequestContext, address: string): Promise<Answer> =>
  (await request.get(address)).json();
const frameOf = (html: string) => /<iframe src="([^"]+)"/.exec(html)?.[1] ?? '';

test('every chart page names answers that exist, are of their type, and name a frame and a card that exist', async ({
  request,
  site,
  page,
}) => {
  const pages = await chartPages(request, site);
  expect(pages.length).toBeGreaterThan(8);
  const documents: string[] = [];
  for (const address of pages) {
    const found = await discover(request, address);
    const [json, xml] = await Promise.all([request.get(found.json), request.get(found.xml)]);
    expect.soft(json.headers()['content-type'], address).toMatch(/^application\/json\b/);
    expect.soft(xml.headers()['content-type'], address).toMatch(/^(text|application)\/xml\b/);
    const answer = (await json.json()) as Answer;
    expect
      .soft(answer, address)
      .toMatchObject({ version: '1.0', type: 'rich', thumbnail_width: 1200, thumbnail_height: 630 });
    expect.soft(found.title.length, address).toBeGreaterThan(1);
    expect.soft(answer.html, address).toContain(`<a href="${address}">`);
    documents.push(await xml.text());
    const [frame, card] = await Promise.all([
      request.get(frameOf(answer.html)),
      request.head(answer.thumbnail_url),
    ]);
    expect.soft(frame.status(), address).toBe(200);
    expect.soft(card.headers()['content-type'], address).toBe('image/png');
  }
  // Browsers read XML strictly: one stray & and there is no document.
  const titles = await page.evaluate(
    (texts) =>
      texts.map(
        (text) =>
          new DOMParser().parseFromString(text, 'text/xml').querySelector('oembed > title')?.textContent ??
          '',
      ),
    documents,
  );
  expect(titles.every(Boolean)).toBe(true);
});

test('one answer of each chart shows its figure in a stranger’s article, at about the height it says', async ({
  request,
  site,
  page,
}) => {
  const pages = (await chartPages(request, site)).filter((address) => /\/charts\/[^/]+\/$/.test(address));
  const answers: Answer[] = [];
  for (const address of pages) answers.push(await readJson(request, (await discover(request, address)).json));
  await page.setViewportSize({ width: 700, height: 900 });
  for (const answer of answers) {
    await openArticle(
      page,
      `<!doctype html><title>Article</title><main style="width: 640px">${answer.html}</main>`,
    );
    await page.locator('iframe').scrollIntoViewIfNeeded();
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(answer.title);
    await expect(page.getByTitle(answer.title.replaceAll('\u00a0', ' '))).toBeVisible();
    // About as high as it says: no host shows a scrollbar, or half a chart.
    const height = await frame
      .locator('cf-figure')
      .evaluate((figure) => figure.getBoundingClientRect().height);
    expect.soft(Math.abs(height - answer.height), answer.title).toBeLessThan(30);
  }
});

/** A page's head as a service that unfolds links reads it. */
async function headOf(request: APIRequestContext, address: string) {
  const html = await (await request.get(address)).text();
  const head = html.split('</head>')[0] ?? '';
  const read = (pattern: RegExp) =>
    (pattern.exec(head)?.[1] ?? '')
      .replace(/&#39;/g, "'")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
  return {
    meta: (name: string) => read(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`)),
    canonical: read(/<link rel="canonical" href="([^"]*)"/),
    things: [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, text = '']) => JSON.parse(text),
    ) as { '@type': string }[],
  };
}

const PAGES: readonly (readonly [path: string, thing?: string])[] = [
  ['', 'NewsArticle'],
  ['charts/'],
  ['moves/'],
  ['method/', 'Dataset'],
  ['sources/'],
  ['corrections/'],
];

for (const prefix of ['', 'de/'])
  test(`a link to any page of /${prefix} unfolds, and a host finds its answer`, async ({ request, site }) => {
    const charts = [`${prefix}charts/flows/`, `${prefix}charts/flows/openai-to-meta/`] as const;
    for (const [path, thing] of [
      ...PAGES.map(([path, thing]) => [prefix + path, thing] as const),
      ...charts.map((path) => [path, 'Dataset'] as const),
    ]) {
      const address = site + path;
      const { meta, canonical, things } = await headOf(request, address);
      expect.soft([canonical, meta('og:url')], path).toEqual([address, address]);
      expect.soft(meta('description').length, path).toBeGreaterThan(40);
      expect.soft(meta('og:description'), path).toBe(meta('description'));
      expect
        .soft(
          things.map((one) => one['@type']),
          path,
        )
        .toEqual(thing ? [thing] : []);
      // The card by its content, and by its name alone as in links of old.
      const card = new URL(meta('og:image'));
      expect.soft(card.search, path).toMatch(/^\?v=[0-9a-f]{8}$/);
      for (const href of [card.href, card.href.replace(card.search, '')])
        expect.soft((await request.head(href)).headers()['content-type'], href).toBe('image/png');
      const answer = await readJson(request, (await discover(request, address)).json);
      expect
        .soft(answer.title.replaceAll('\u00a0', ' '), path)
        .toBe(meta('og:title').replaceAll('\u00a0', ' '));
      expect.soft(answer.thumbnail_url, path).toBe(card.href);
    }
  });

test('a link to an embed unfolds as its chart does', async ({ request, site }) => {
  for (const view of ['en/flows/', 'en/flows/openai-to-meta/', 'de/timeline/']) {
    const embed = await headOf(request, `${site}embed/v1/${view}`);
    const path = view.replace(/^(..)\//, (_, lang) => (lang === 'en' ? 'charts/' : `${lang}/charts/`));
    const page = await headOf(request, site + path);
    for (const name of ['og:title', 'og:description', 'og:image', 'og:url', 'description', 'twitter:card'])
      expect.soft(embed.meta(name), `${view} ${name}`).toBe(page.meta(name));
    expect.soft(embed.canonical, view).toBe(site + path);
    const found = [`${site}embed/v1/${view}`, site + path].map((at) => discover(request, at));
    const [own, theirs] = await Promise.all(found);
    expect.soft([own?.json, own?.xml], view).toEqual([theirs?.json, theirs?.xml]);
  }
});

test('what pages say of themselves to machines is no script to their policy', async ({ page }) => {
  const blocked: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) blocked.push(message.text());
  });
  for (const path of ['', 'method/', 'charts/flows/']) {
    await page.goto(path);
    await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(1);
  }
  expect(blocked).toEqual([]);
});
