/** The story’s opening map: it reads along, leads by pointer and by keys to what is told, and its letters are never small. */
import { placesIn } from '../src/kit/ranges';
import { expect, test } from './kept';
import { STORIES, WIDE } from './story';

test('the map lights what is read, steps aside for figures, and leads to the passage that tells a thread', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('');
  const map = page.locator('cf-map');
  const threads = map.locator('svg.map .mark');
  const told = map.locator('[data-told]');
  await expect(map.locator('svg.map')).toBeInViewport({ ratio: 1 });
  await expect(map.locator('svg .mark[data-lit]')).toHaveCount(0);

  // A passage about one person lights that person's thread alone.
  const cite = page.locator('.chapter > p a.cite[data-person]').first();
  const paragraph = cite.locator('xpath=ancestor::p');
  const meant = await paragraph
    .locator('a.cite[data-threads]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-threads') ?? ''))
    .then((all) => [...new Set(all.flatMap(placesIn))]);
  await paragraph.evaluate((one) =>
    scrollTo(0, scrollY + one.getBoundingClientRect().top - innerHeight * 0.45),
  );
  await expect(map.locator('svg.map .mark[data-lit]')).toHaveCount(meant.length);
  await expect(told).not.toBeEmpty();
  await expect(map.locator('svg.map')).toBeInViewport();
  for (const i of meant) await expect(threads.nth(i)).toHaveAttribute('data-lit', '');

  // Where a figure comes it is gone, and it comes back.
  const figure = page.locator('.chapter > cf-figure').first();
  await figure.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await expect(map.locator('figure')).toBeHidden();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(map.locator('figure')).toBeVisible();
  await expect(map.locator('svg .mark[data-lit]')).toHaveCount(0);

  // A thread names its person first, then leads to where the text tells of them.
  const first = threads.nth(meant[0] ?? 0);
  // Where nothing crosses it: at its very beginning.
  const { x, y } = await first.evaluate((mark) => {
    const path = mark.querySelector<SVGPathElement>('path:last-of-type') as SVGPathElement;
    const start = path.getPointAtLength(0);
    const point = new DOMPoint(start.x + 3, start.y + 1.5).matrixTransform(path.getScreenCTM() as DOMMatrix);
    return { x: point.x, y: point.y };
  });
  await page.mouse.move(x, y);
  await expect(told).toHaveText((await first.getAttribute('aria-label')) ?? '?');
  await page.mouse.click(x, y);
  const passage = page.locator('a.cite[aria-expanded="true"]');
  await expect(passage).toBeInViewport();
  const [person = ''] = ((await first.getAttribute('aria-label')) ?? '').split(', ');
  await expect(page.locator('.margin-note')).toContainText(person);
  // It has an address, and the way back ends at the map.
  const address = page.url();
  expect(new URL(address).hash).toBe(`#${await passage.getAttribute('id')}`);
  await page.goBack();
  await expect(map.locator('svg.map')).toBeInViewport();
  await expect(page).toHaveURL(address.replace(/#.*/, ''));
  await page.goto(address);
  await expect(page.locator(new URL(address).hash)).toBeInViewport();
  await page.goto('');
  await page.locator('cf-map svg.map .mark[tabindex="0"]').waitFor();

  // On a phone the text stands below it, and stays where it is whatever the caption tells.
  await page.setViewportSize({ width: 390, height: 844 });
  await paragraph.evaluate((one) =>
    scrollTo(0, scrollY + one.getBoundingClientRect().top - innerHeight * 0.45),
  );
  await expect(told).not.toBeEmpty();
  const height = () => map.evaluate((one) => one.getBoundingClientRect().height);
  const telling = await height();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(told).toBeEmpty();
  expect(await height()).toBe(telling);
});

test('the map is one tab stop: arrows lead from thread to thread, Enter and Space to the passage, Back to the thread', async ({
  page,
}) => {
  for (const size of [WIDE, { width: 390, height: 844 }]) {
    await page.setViewportSize(size);
    await page.goto('');
    const map = page.locator('cf-map');
    const threads = map.locator('svg:visible .mark');
    await threads.and(page.locator('[tabindex="0"]')).waitFor();
    const inMap = () =>
      page.evaluate(() => document.querySelector('cf-map')?.contains(document.activeElement));
    for (let i = 0; i < 30 && !(await inMap()); i++) await page.keyboard.press('Tab');
    await expect(threads.first()).toBeFocused();
    const told = map.locator('[data-told]');
    await expect(told).toHaveText((await threads.first().getAttribute('aria-label')) ?? '?');
    // What is reached is heard: the drawing says what it is, and its words do not repeat the names.
    const drawing = map.getByRole('group', { name: /one move by one person.*Choose one/ });
    await expect(drawing).toHaveCount(1);
    const totals = map.locator('svg:visible a[data-sum]');
    expect(await totals.count()).toBeGreaterThan(8);
    await expect(drawing.getByRole('link')).toHaveCount((await threads.count()) + (await totals.count()));

    for (const key of ['Enter', ' ']) {
      await page.keyboard.press('ArrowDown');
      // One that a passage tells.
      for (let i = 0; i < 60; i++) {
        const href = await page.evaluate(() => document.activeElement?.getAttribute('href') ?? '');
        if (href.startsWith('#')) break;
        await page.keyboard.press('ArrowDown');
      }
      const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '?');
      await expect(told).toHaveText(name);
      await page.keyboard.press(key);
      await expect(page.locator('a.cite[aria-expanded="true"]')).toBeInViewport();
      await page.goBack();
      await expect(map.locator(`svg:visible .mark[aria-label="${name}"]`)).toBeFocused();
    }
    await page.keyboard.press('Tab');
    expect(await inMap()).toBe(false);
  }
});

test('arrows reach the totals of the map, which say where Enter and Space lead', async ({ page }) => {
  for (const [path, size, kind, key] of [
    ['', WIDE, '[data-list]', 'Enter'],
    ['de/', { width: 390, height: 844 }, ':not([data-list])', ' '],
  ] as const) {
    await page.setViewportSize(size);
    await page.goto(path);
    const map = page.locator('cf-map');
    await map.locator('svg:visible .mark[tabindex="0"]').focus();
    // In all directions from all that is reached.
    const { reached, all } = await map.locator('svg:visible').evaluate((svg) => {
      const stops = [...svg.querySelectorAll<SVGAElement>('.mark')].slice(0, 1);
      for (const stop of stops)
        for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
          let at: Element | null = stop;
          // A total on the way is passed with the same arrow.
          for (let presses = 0; at && presses < 4 && (presses === 0 || !at.matches('.mark')); presses += 1) {
            if (presses === 0) stop.focus({ preventScroll: true });
            at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            at = document.activeElement;
            if (at && !stops.includes(at as SVGAElement)) stops.push(at as SVGAElement);
          }
        }
      const named = (some: Iterable<Element>) =>
        [...some].map((one) => one.getAttribute('aria-label')).sort();
      return {
        reached: named(stops),
        all: named(svg.querySelectorAll('.mark, a[data-sum]')),
      };
    });
    expect(reached).toEqual(all);
    const totals = map.locator('svg:visible a[data-sum]');
    const drawn = await totals.evaluateAll((some) =>
      some.map((one) => [one.textContent ?? '?', one.getAttribute('aria-label') ?? '']),
    );
    for (const [text = '?', name = ''] of drawn) expect.soft(name).toContain(text);
    expect(new Set(drawn.map(([, name]) => name)).size).toBe(drawn.length);
    const total = totals.and(page.locator(kind)).first();
    await total.focus();
    await expect(map.locator('[data-told]')).toHaveText((await total.getAttribute('aria-label')) ?? '?');
    const href = (await total.getAttribute('href')) ?? '';
    await page.keyboard.press(key);
    await expect(page).toHaveURL((url) => url.pathname + url.search === href);
  }
});

test('a total of the map leads to the list of exactly these moves', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto('');
  await page.locator('cf-map svg.map .mark[tabindex="0"]').waitFor();
  const totals = await page.locator('cf-map svg.map a[data-list]').evaluateAll((all) =>
    all.map((total) => ({
      n: total.textContent?.match(/\d+/)?.[0],
      href: total.getAttribute('href') ?? '',
    })),
  );
  expect(totals.length).toBeGreaterThan(3);
  for (const { n, href } of totals.slice(0, 3)) {
    await page.goto(href);
    await expect.soft(page.locator('tr[data-move]:visible'), href).toHaveCount(Number(n));
  }
});

test('no letter of the map is smaller than 12 px, in any window and with larger text', async ({ page }) => {
  for (const path of STORIES)
    for (const [width, height] of [
      [320, 700],
      [600, 700],
      [1200, 640],
      [1280, 640],
      [1280, 800],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.goto(path);
      for (const text of ['100%', '200%']) {
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = size;
        }, text);
        const sizes = await page.locator('cf-map svg:visible :is(text, tspan)').evaluateAll((all) =>
          all.map((one) => {
            const { a = 0 } = (one as SVGGraphicsElement).getScreenCTM() ?? {};
            return a * Number.parseFloat(getComputedStyle(one).fontSize);
          }),
        );
        expect.soft(Math.min(...sizes), `${path} ${width} × ${height} at ${text}`).toBeGreaterThan(11.99);
      }
    }
});
