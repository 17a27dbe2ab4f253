/** An embed in a frame without an origin of its own, as previews of editors make it: evidence, views and labels are there. */

import { article, errorsOf } from './articles';
import { embedAt, LANGS, VIEWS } from './built';
import { badLabels } from './drawn-labels';
import { expect, openArticle, test } from './site';

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
