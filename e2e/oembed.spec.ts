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
