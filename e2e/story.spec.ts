/** The story, in both languages: its text and evidence, its figures, the steps, and one choice for the whole page. */
import type { Locator, Page } from '@playwright/test';
import { placesIn } from '../src/kit/ranges';
import { builtPage, LANGS, pageAt } from './built';
import { listen } from './heard';
import { expect, test } from './kept';

const STORIES = ['', 'de/'];
const WIDE = { width: 1440, height: 900 };

test('both languages have the same sections and figures, and stand quietly at every width', async ({
  page,
  context,
  site,
}) => {
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(site).origin) wrong.push(request.url());
  });
  const charts: string[][] = [];
  for (const path of STORIES) {
    await page.setViewportSize(WIDE);
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const titles = await page.locator('section.chapter > h2').allTextContents();
    expect(new Set(titles).size).toBe(titles.length);
    const contents = page.getByRole('navigation', { name: /^(Contents|Inhalt)$/ });
    expect(await contents.getByRole('link').allTextContents()).toEqual(titles);
    charts.push(
      await page
        .locator('cf-figure')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.chart ?? '')),
    );
    for (const width of [1440, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const where = `${path} at ${width}`;
      const room = await page.evaluate(() => document.documentElement.clientWidth);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), where).toBe(room);
      const drawings = await page
        .locator('cf-figure')
        .evaluateAll((all) =>
          all.map(
            (one) =>
              [...one.querySelectorAll('.drawings > svg')].filter((svg) => svg.getClientRects().length > 0)
                .length,
          ),
        );
      expect.soft(drawings, where).toEqual(drawings.map(() => 1));
    }
  }
  expect(charts[0]?.length).toBeGreaterThan(6);
  expect(charts[1]).toEqual(charts[0]);
  expect(wrong).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('every cited passage leads to the page of its row or, as a count, to its note, and every note back to its passages', async ({
  kept,
}) => {
  for (const path of STORIES) {
    const page = await kept(path);
    const found = await page.evaluate(() => {
      const cites = [...document.querySelectorAll<HTMLAnchorElement>('a.cite')];
      const notes = [...document.querySelectorAll('.notes ol > li')];
      const backs = [...document.querySelectorAll('.notes .back a')];
      const pages = new Set(
        [...document.querySelectorAll('.notes .title a')].map((one) => one.getAttribute('href')),
      );
      const hrefOf = (link: Element) => link.getAttribute('href') ?? '';
      const target = (link: Element) => document.getElementById(hrefOf(link).slice(1));
      const counts = cites.filter((cite) => hrefOf(cite).startsWith('#'));
      return {
        cites: cites.length,
        notes: notes.length,
        counts: counts.length,
        lost: cites
          .filter((cite) => !notes.includes(target(cite) as Element) && !pages.has(hrefOf(cite)))
          .map(hrefOf),
        unanswered: notes.filter((note) => note.id && !note.querySelector('.back a')).map((note) => note.id),
        astray: backs
          .filter((back) => target(back)?.getAttribute('href') !== `#${back.closest('li')?.id}`)
          .map(hrefOf),
        forgotten: counts
          .filter((cite) => !backs.some((back) => hrefOf(back) === `#${cite.id}`))
          .map(({ id }) => id),
        bare: notes
          .filter((note) => !note.querySelector('.title')?.textContent?.trim())
          .map((note) => note.id),
        twice: counts.length - new Set(counts.map(({ id }) => id)).size,
        /** Whatever opens its evidence looks so. */
        plain: cites.filter((cite) => getComputedStyle(cite).textDecorationLine !== 'underline').map(hrefOf),
      };
    });
    expect(found.cites).toBeGreaterThan(50);
    expect(found.notes).toBeGreaterThan(30);
    expect(found.counts).toBeGreaterThan(0);
    expect
      .soft(found, path)
      .toMatchObject({ lost: [], unanswered: [], astray: [], forgotten: [], bare: [], twice: 0, plain: [] });
  }
});

test('each thing is said once: rows of tables and marks lead to the chart’s page, notes to the page of their row', async ({
  page,
}) => {
  for (const lang of LANGS) {
    for (const rest of ['', 'method/']) {
      // A table that somebody has opened in a kept page has its sources already.
      await page.goto(pageAt(lang, rest));
      const found = await page.evaluate(() => {
        const linksIn = (place: string) => [...document.querySelectorAll<HTMLAnchorElement>(place)];
        const inPage = linksIn('.notes a, .table-scroll a').filter((link) =>
          link.getAttribute('href')?.startsWith('#'),
        );
        return {
          pages: [
            ...linksIn('.notes .title a, .table-scroll td.evidence a').map(({ pathname }) => pathname),
            ...[...document.querySelectorAll('cf-figure a.mark')].map(
              (mark) => (mark.getAttribute('href') ?? '').split('#')[0] ?? '',
            ),
          ],
          dead: inPage.filter(({ hash }) => !document.getElementById(hash.slice(1))).map(({ hash }) => hash),
          // A count is no row: its note leads outward itself.
          inward: linksIn('.notes li[id] > .sources a').filter(({ host }) => host === location.host).length,
          nameless: linksIn('.notes .sources a').filter(({ text }) => !/[^\d\s]/.test(text)).length,
          unsourced: [...document.querySelectorAll('td.evidence')].filter((cell) => !cell.querySelector('a'))
            .length,
        };
      });
      const { pages, ...faults } = found;
      const where = pageAt(lang, rest);
      expect.soft(pages.length, where).toBeGreaterThan(0);
      // Each of them has sources that lead outward.
      const bare = [...new Set(pages)].filter(
        (path) => !/class="(to|sources)"[^>]*>?[^>]*href="https?:/.test(builtPage(path.replace(/^\//, ''))),
      );
      expect.soft(bare, where).toEqual([]);
      expect.soft(faults, where).toEqual({ dead: [], inward: 0, nameless: 0, unsourced: 0 });
    }
  }
});

test('with script a source is one press away: in the evidence of a mark and of a sentence', async ({
  page,
}) => {
  await page.goto('');
  const outside = (link: Locator, what: string) =>
    expect
      .soft(async () => {
        const said = await link.evaluate((one: HTMLAnchorElement) => ({
          ours: one.host === location.host,
          name: one.text,
        }));
        expect(said.ours).toBe(false);
        expect(said.name).toMatch(/[^\d\s]/);
      }, what)
      .toPass();
  for (const figure of await page.locator('cf-figure').all()) {
    await figure.locator('.drawings > svg:visible a.mark').first().focus();
    await page.keyboard.press('Enter');
    await outside(figure.locator('[data-evidence] .said a').first(), (await figure.getAttribute('id')) ?? '');
  }
  const sources = page.locator('.margin-note .sources a');
  for (const cite of (await page.locator('.chapter > p a.cite').all()).slice(0, 12)) {
    await cite.click();
    await outside(sources.first(), (await cite.textContent()) ?? '');
    await page.keyboard.press('Escape');
  }
  // Of those whom a number counts each one's evidence is a press further, in the same place.
  const counting = await page.evaluate(() => {
    const told = new Set(
      [...document.querySelectorAll('.notes .title a')].map((one) => one.getAttribute('href')),
    );
    const counted = [...document.querySelectorAll('.notes .counted a')].find((one) =>
      told.has(one.getAttribute('href')),
    );
    const back = counted?.closest('.notes ol > li')?.querySelector('.back a')?.getAttribute('href');
    return { back: back ?? '', href: counted?.getAttribute('href') ?? '' };
  });
  await page.locator(counting.back).click();
  const note = page.locator('.margin-note');
  const folded = note.locator('details:has(.counted) > summary');
  if ((await folded.count()) > 0) await folded.click();
  const title = page.locator(`.notes .title a[href="${counting.href}"]`);
  await note.locator(`.counted a[href="${counting.href}"]`).click();
  await expect(note.locator('.title')).toHaveText((await title.textContent()) ?? '');
  await outside(sources.first(), counting.href);
  await expect(page).not.toHaveURL(/#note|\/row\//);
});

test('where the page of a row cannot be fetched, its sources lead to it, named as before', async ({
  page,
}) => {
  await page.route(/\/row\//, (route) =>
    route.request().resourceType() === 'document' ? route.fallback() : route.abort(),
  );
  await page.goto('');
  const refused = page.waitForEvent('requestfailed');
  await page.locator('.chapter > p a.cite').first().click();
  const link = page.locator('.margin-note .sources a').first();
  const name = (await link.textContent()) ?? '';
  await refused;
  await link.click();
  await expect(page).toHaveURL(/\/row\/[a-z]+\/./);
  await expect(page.locator('.row-sources')).toContainText(name);
});

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
    await expect(drawing.getByRole('link')).toHaveCount(await threads.count());

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

test('evidence is closed by Escape, by its button and by a second press, and focus returns', async ({
  kept,
}) => {
  const page = await kept('');
  const cite = page.locator('.chapter > p a.cite').first();
  const note = page.locator('.margin-note');
  const title = page.locator(`.notes .title a[href="${await cite.getAttribute('href')}"]`);
  await cite.focus();
  await page.keyboard.press('Enter');
  await expect(note).toContainText((await title.textContent()) ?? '');
  await expect(note.getByRole('link').first()).toBeVisible();
  await expect(cite).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await expect(cite).toBeFocused();
  await expect(cite).toHaveAttribute('aria-expanded', 'false');

  await cite.click();
  await note.getByRole('button', { name: 'Close' }).click();
  await expect(note).toHaveCount(0);
  await expect(cite).toBeFocused();
  await cite.click();
  await expect(note).toBeVisible();
  await cite.click();
  await expect(note).toHaveCount(0);
});

/** Steps of the page in reading order, with the chart beside them and the title their view has. */
const stepsOf = (page: Page) =>
  page.locator('cf-scrolly section.step').evaluateAll((all) =>
    all.map((step) => {
      const figure = step.closest('cf-scrolly')?.querySelector('cf-figure');
      return {
        id: step.id,
        chart: figure?.getAttribute('data-chart') ?? '',
        // The chart's own view has no drawing of its own: it is the figure's.
        title: (step.querySelector('.step-figure figcaption') ?? figure?.querySelector('.figure-title'))
          ?.textContent,
      };
    }),
  );

test('the figure beside the steps follows the reading, down and up again', async ({ page }) => {
  await page.setViewportSize(WIDE);
  // A kept page may still be on its way back from a step.
  await page.goto('');
  const address = page.url();
  const steps = await stepsOf(page);
  expect(steps.length).toBeGreaterThan(4);
  const firstTitles = new Map<string, string>();
  for (const { chart } of steps)
    firstTitles.set(chart, (await page.locator(`#${chart}-title`).textContent()) ?? '');
  const read = async ({ id, chart, title }: (typeof steps)[number]) => {
    await page.locator(`[id="${id}"]`).evaluate((step) => step.scrollIntoView({ block: 'center' }));
    await expect(page.locator(`#${chart}-title`), id).toHaveText(title ?? '');
    await expect(page.locator(`cf-figure#${chart} .drawings > svg:visible`), id).toBeInViewport({
      ratio: 0.5,
    });
  };
  for (const step of steps) await read(step);
  for (const step of [...steps].reverse()) await read(step);
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  for (const [chart, title] of firstTitles) await expect(page.locator(`#${chart}-title`)).toHaveText(title);
  expect(page.url()).toBe(address);
});

test('whatever height a view has, the figure beside the steps slides and is nowhere seen to jump', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('');
  const steps = await stepsOf(page);
  const jumps = await page.evaluateHandle(() => {
    const seen: string[] = [];
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as (PerformanceEntry & { sources: { node: Node }[] })[])
        for (const { node } of sources)
          if (node instanceof Element && node.closest('cf-scrolly > cf-figure'))
            seen.push(`${node.closest('cf-figure')?.getAttribute('data-view')}: ${node.className}`);
    }).observe({ type: 'layout-shift' });
    return seen;
  });
  for (const { id, chart, title } of steps) {
    await page.locator(`[id="${id}"]`).evaluate((step) => step.scrollIntoView({ block: 'center' }));
    await expect(page.locator(`#${chart}-title`), id).toHaveText(title ?? '');
    await page.waitForFunction(() => document.getAnimations().length === 0);
  }
  expect(await jumps.jsonValue()).toEqual([]);
});

test('who wants no motion has every step’s own drawing in the text instead', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of STORIES) {
    await page.goto(path);
    for (const width of [1440, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const steps = await page.locator('section.step').evaluateAll((all) =>
        all.map((step) => ({
          own: step.getAttribute('data-view') === '',
          drawings: [...step.querySelectorAll('.drawings > svg')].filter(
            (svg) => svg.getClientRects().length > 0,
          ).length,
        })),
      );
      expect(steps.length).toBeGreaterThan(4);
      expect
        .soft(
          steps.map(({ drawings }) => drawings),
          `${path} at ${width}`,
        )
        .toEqual(steps.map(({ own }) => (own ? 0 : 1)));
    }
    await page.setViewportSize(WIDE);
    const title = page.locator('cf-scrolly .figure-title').last();
    const before = (await title.textContent()) ?? '';
    await page.locator('section.step').last().scrollIntoViewIfNeeded();
    await expect(title).toHaveText(before);
  }
});

test('the switch of language keeps the chapter', async ({ page }) => {
  await page.setViewportSize(WIDE);
  await page.goto('#chapter-5');
  await expect(page.locator('#chapter-5')).toBeInViewport();
  await page.getByRole('link', { name: 'Deutsch' }).click();
  await expect(page).toHaveURL(/\/de\/#chapter-5$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.locator('#chapter-5')).toBeInViewport();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/[^e]\/#chapter-5$/);
  await expect(page.locator('#chapter-5')).toBeInViewport();
});

interface Followed {
  person: string;
  /** Where it is chosen and where it is followed: chart and mark. */
  marks: { chart: string; id: string }[];
}
/** People with a mark in the displayed drawings of several figures. */
const followed = (page: Page): Promise<Followed[]> =>
  page.evaluate(() => {
    const found = new Map<string, { chart: string; id: string }[]>();
    for (const figure of document.querySelectorAll<HTMLElement>('cf-figure'))
      for (const row of figure.querySelectorAll<HTMLElement>('tr[data-person]')) {
        const { person = '' } = row.dataset;
        const id = row.id.slice(figure.id.length + 1);
        const drawn = [...figure.querySelectorAll(`a.mark[data-id="${id}"]`)].some(
          (mark) => mark.getClientRects().length > 0,
        );
        const own = found.get(person) ?? [];
        if (drawn && !own.some(({ chart }) => chart === figure.id)) own.push({ chart: figure.id, id });
        found.set(person, own);
      }
    return [...found].filter(([, marks]) => marks.length > 1).map(([person, marks]) => ({ person, marks }));
  });

test('a person chosen in one figure is marked in the others, and the address brings the choice back', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('?kept=1');
  const people = await followed(page);
  expect(people.length).toBeGreaterThan(0);
  const mark = ({ chart, id }: Followed['marks'][number]) =>
    page.locator(`cf-figure#${chart} a.mark[data-id="${id}"]:visible`);
  const chips = page.locator('[data-evidence]').getByRole('button', { name: /remove the choice/ });
  const [first, last] = [people[0], people.at(-1)];
  const choices = [
    [first, first?.marks[0]],
    [first, first?.marks.at(-1)],
    [last, last?.marks[0]],
  ] as const;
  for (const [i, [chosen, own]] of choices.entries()) {
    if (!chosen || !own) throw new Error('Nobody is drawn twice.');
    // Figures that were read past have other views.
    if (i > 0) await page.goto('?kept=1');
    await mark(own).focus();
    await page.keyboard.press('Enter');
    // Marked, and with a chip: in every figure that has the person.
    const followedIn = () =>
      page.evaluate(
        (marks) =>
          marks
            .filter(({ chart, id }) => {
              const figure = document.getElementById(chart);
              const on = figure?.querySelector(`a.mark[data-id="${id}"][data-on]`);
              return on && figure?.querySelector('[data-evidence] button.chip');
            })
            .map(({ chart }) => chart),
        chosen.marks,
      );
    const all = chosen.marks.map(({ chart }) => chart);
    await expect.soft.poll(followedIn, `${chosen.person}, chosen in ${own.chart}`).toEqual(all);
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('hl'), searchParams.get('kept')]).toEqual([own.id, '1']);
    await page.reload();
    await expect.soft.poll(followedIn, `${chosen.person}, chosen in ${own.chart}, reopened`).toEqual(all);
    await expect.soft(page.locator('.notice')).toHaveCount(0);

    // Taken back anywhere, it is taken back everywhere.
    await chips.last().click();
    await expect(chips).toHaveCount(0);
    await expect.soft(page.locator('cf-figure [data-on]')).toHaveCount(0);
    expect(new URL(page.url()).search).toBe('?kept=1');
  }
});

test('one choice is said by the figure it was made in, the others follow without a word, and scrolling says nothing', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  const heard = await listen(page);
  await page.goto('');
  const [chosen] = await followed(page);
  const own = chosen?.marks[0];
  if (!chosen || !own) throw new Error('Nobody is drawn twice.');
  const steps = await stepsOf(page);
  for (const { id, chart, title } of steps) {
    await page.locator(`[id="${id}"]`).evaluate((step) => step.scrollIntoView({ block: 'center' }));
    await expect(page.locator(`#${chart}-title`), id).toHaveText(title ?? '');
  }
  expect(await heard()).toEqual([]);

  // Read past, every figure has all its marks again.
  await page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
  await page.locator(`cf-figure#${own.chart} a.mark[data-id="${own.id}"]:visible`).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('cf-figure[data-chosen]').count()).toBeGreaterThan(1);
  await expect.poll(heard).toHaveLength(1);
  expect(await page.locator(`cf-figure#${own.chart} [role="status"]`).textContent()).toBe((await heard())[0]);

  // The choice is kept through other views, and not said again.
  const other = steps.filter(({ chart }) => chart !== own.chart);
  for (const { id, chart, title } of other.slice(0, 2)) {
    await page.locator(`[id="${id}"]`).evaluate((step) => step.scrollIntoView({ block: 'center' }));
    await expect(page.locator(`#${chart}-title`), id).toHaveText(title ?? '');
  }
  expect(await heard()).toHaveLength(1);
});

test('a person cited in the text is followed through the figures while the evidence is open', async ({
  page,
}) => {
  await page.setViewportSize(WIDE);
  await page.goto('');
  const people = (await followed(page)).map(({ person }) => person);
  const cited = await page
    .locator('.chapter > p a.cite[data-person]')
    .evaluateAll((all) => all.map((cite) => cite.getAttribute('data-person') ?? ''));
  const known = cited.find((person) => people.includes(person));
  expect(known, 'a cited person with marks').toBeDefined();
  await page.locator(`.chapter > p a.cite[data-person="${known}"]`).first().click();
  await expect.poll(() => page.locator('cf-figure[data-chosen]').count()).toBeGreaterThan(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('cf-figure[data-chosen]')).toHaveCount(0);
});
