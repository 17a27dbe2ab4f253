/** The figure of a chart's own page: one drawing that fits, a way through it by keys, finger and mouse, and its evidence. */
import type { Page } from '@playwright/test';
import { chartPaths, chartPathsInTurn, chartsIn, embedAt } from './built';
import { evidence, focusedMark, marks } from './figure';
import { listen } from './heard';
import { expect, restyle, test } from './kept';

/** Classes of the drawings that are displayed. */
const displayed = (page: Page) =>
  page
    .locator('cf-figure .drawings > svg')
    .evaluateAll((all) =>
      all.filter((svg) => svg.getClientRects().length > 0).map((svg) => svg.getAttribute('class')),
    );

/** Windows about the widths where the drawing changes, the figure in each, and its drawing. */
const WINDOWS = [
  [1064, 1000, 'wide'],
  [764, 700, 'medium'],
  [360, 328, 'narrow'],
  [900, 836, 'medium'],
] as const;

test('exactly one drawing is displayed, whatever the width of the figure, and it fits', async ({ kept }) => {
  for (const [i, path] of chartPathsInTurn().entries()) {
    const page = await kept(path);
    for (const poster of await page.locator('section.poster svg').all())
      await expect.soft(poster, path).toBeVisible();
    // Two of them each: which is displayed is one style sheet's in every chart.
    for (const [window, width, drawing] of [0, 1].map(
      (k) => WINDOWS[(i + k) % WINDOWS.length] ?? WINDOWS[0],
    )) {
      await page.setViewportSize({ width: window, height: 800 });
      const where = `${path} at ${width}`;
      const figure = await page.locator('cf-figure').boundingBox();
      expect.soft(figure?.width, where).toBe(width);
      expect.soft(await displayed(page), where).toEqual([drawing]);
      const svg = await page.locator('cf-figure .drawings > svg:visible').boundingBox();
      expect.soft(svg?.width ?? Infinity, where).toBeLessThanOrEqual(width);
      // A phone's drawing grows no further, so that the next one is not suddenly lower.
      if (drawing !== 'narrow') expect.soft(svg?.width, `${where}: the column is full`).toBe(width);
    }
  }
});

test('a chart is one tab stop, and a mark is chosen and given back by keys', async ({ kept }) => {
  for (const [i, path] of chartPaths().entries()) {
    // From the start of the content on: the hash is also what must survive the choice.
    const page = await kept(path);
    await page.goto(`${path}#content`);
    const before = await page.evaluate(() => history.length);
    const ids = await marks(page).evaluateAll((all) => all.map((mark) => mark.getAttribute('data-id') ?? ''));
    expect(ids.length, path).toBeGreaterThan(2);

    // Once through the whole figure.
    const stops: string[] = [];
    const inFigure = () =>
      page.evaluate(() => document.querySelector('cf-figure')?.contains(document.activeElement));
    await page.keyboard.press('Tab');
    expect(await inFigure(), `${path}: the first stop of the content is in the figure`).toBe(true);
    for (let i = 0; i < 60 && (await inFigure()); i++) {
      const id = await focusedMark(page);
      if (id) stops.push(id);
      await page.keyboard.press('Tab');
    }
    expect.soft(stops, `${path}: marks among the tab stops`).toEqual([ids[0]]);

    await marks(page).first().focus();
    await page.keyboard.press('Control+End');
    expect.soft(await focusedMark(page), `${path} Control+End`).toBe(ids.at(-1));
    await page.keyboard.press('Control+Home');
    expect.soft(await focusedMark(page), `${path} Control+Home`).toBe(ids[0]);

    const [id = ''] = ids;
    const row = page.locator(`tr[id$="-${id}"]`);
    const sources = await row
      .locator('.sources a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    const chip = evidence(page).getByRole('button', { name: /remove the choice/ });
    // Either after the other in one chart, in turn in all others: no chart knows of keys.
    const keys = ['Enter', ' '];
    for (const key of i === 0 ? keys : keys.slice(i % 2).slice(0, 1)) {
      await page.keyboard.press(key);
      await expect.soft(chip, path).toHaveCount(1);
      await expect.soft(chip, path).toBeVisible();
      await expect.soft(row, path).toContainText((await chip.textContent()) ?? '');
      const links = await evidence(page)
        .getByRole('link')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect.soft(links[0], `${path}: a source of ${id}`).toBe(sources[0]);
      // The first sources, and where a mark is of one row what is disputed about it, and the page of the row.
      const rest = links
        .slice(Math.min(sources.length, 3))
        .map((href) => new URL(href ?? '', page.url()).href);
      const kept = await row
        .locator(':is(.doubts a, a.own)')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      expect.soft(rest, path).toEqual(kept);
      const own = page.locator(`cf-figure a.mark[data-id="${id}"]:visible`);
      await expect.soft(own, path).toHaveAttribute('aria-current', 'true');
      const chosen = new URL(page.url());
      expect.soft([chosen.searchParams.get('hl'), chosen.hash], path).toEqual([id, '#content']);

      await page.keyboard.press('Escape');
      await expect.soft(evidence(page), path).toBeEmpty();
      expect.soft(await focusedMark(page), `${path}: focus stays`).toBe(id);
      await expect.soft(own, path).toHaveAttribute('aria-current', 'false');
      expect.soft(new URL(page.url()).search, path).toBe('');
      expect.soft(new URL(page.url()).hash, path).toBe('#content');
    }

    // Again: from the mark the way leads on to its evidence, and away with it by the chip.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect.soft(chip, path).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.soft(evidence(page), path).toBeEmpty();
    expect.soft(await focusedMark(page), `${path}: focus is back`).toBe(id);
    await expect.soft(page.locator('cf-figure [data-on]'), path).toHaveCount(0);
    expect.soft(new URL(page.url()).search, path).toBe('');
    expect.soft(await page.evaluate(() => history.length), path).toBe(before);
    await page.evaluate(() => history.replaceState(history.state, '', location.pathname));
  }
});

/** Presses every arrow at every mark that arrows lead to, and says what is not where it should be. */
const wayOfArrows = (page: Page) =>
  page.evaluate(() => {
    const svg = [...document.querySelectorAll('.drawings > svg')].find(
      (one) => one.getClientRects().length > 0,
    );
    const all = [...(svg?.querySelectorAll<SVGAElement>('a.mark') ?? [])];
    const centre = (mark: Element) => {
      const { left, right, top, bottom } = (
        mark.querySelector('path:last-of-type') ?? mark
      ).getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    };
    const press = (mark: SVGAElement, key: string) => {
      mark.focus({ preventScroll: true });
      mark.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return document.activeElement as SVGAElement;
    };
    const ahead: Record<string, (x: number, y: number) => number> = {
      ArrowRight: (x) => x,
      ArrowLeft: (x) => -x,
      ArrowDown: (_, y) => y,
      ArrowUp: (_, y) => -y,
    };
    const wrong: string[] = [];
    const seen = new Set(all.slice(0, 1));
    for (const mark of seen)
      for (const [key, far] of Object.entries(ahead)) {
        const next = press(mark, key);
        const [from, to] = [centre(mark), centre(next)];
        // Marks over one another come one after the other.
        if (far(to.x - from.x, to.y - from.y) < -1)
          wrong.push(`${key}: ${mark.dataset.id} to ${next.dataset.id}`);
        seen.add(next);
      }
    for (const mark of all) if (!seen.has(mark)) wrong.push(`no arrow leads to ${mark.dataset.id}`);
    return wrong;
  });

for (const path of chartPaths())
  test(`arrows go where the picture goes, and reach every mark: /${path}`, async ({ kept }) => {
    const page = await kept(path);
    for (const width of [1100, 700, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await wayOfArrows(page), `at ${width}`).toEqual([]);
    }
  });

test('Page Down goes to the first mark of the next group, Page Up to that of the one before', async ({
  kept,
}) => {
  let grouped = 0;
  for (const path of chartPaths()) {
    const page = await kept(path);
    const firsts = await page
      .locator('cf-figure .drawings > svg:visible g[role="group"]')
      .evaluateAll((groups) =>
        groups
          .filter((group) => !group.querySelector(':scope g[role="group"] a.mark'))
          .flatMap((group) => group.querySelector('a.mark')?.getAttribute('data-id') ?? []),
      );
    const all = await marks(page).evaluateAll((some) => some.map((mark) => mark.getAttribute('data-id')));
    if (firsts.length < 2 || firsts[0] !== all[0]) continue;
    grouped += 1;
    await marks(page).first().focus();
    await page.keyboard.press('PageDown');
    expect.soft(await focusedMark(page), path).toBe(firsts[1]);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('PageUp');
    expect.soft(firsts, path).toContain(await focusedMark(page));
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+ArrowDown');
    expect.soft(await focusedMark(page), path).toBe(firsts[1]);
    await page.keyboard.press('Control+ArrowUp');
    expect.soft(await focusedMark(page), path).toBe(firsts[0]);
  }
  expect(grouped, 'charts with groups').toBeGreaterThan(0);
});

test('a mark that a keyboard reaches stands out before it is chosen: ink within paper, over all others', async ({
  kept,
}) => {
  for (const path of chartPaths()) {
    const page = await kept(path);
    await marks(page).first().focus();
    await page.keyboard.press('End');
    const outlines = await page.locator('cf-figure .drawings > svg:visible').evaluate(async (svg) => {
      // Written with the next frame.
      await new Promise(requestAnimationFrame);
      const probe = (token: string) => {
        const box = document.body.appendChild(document.createElement('p'));
        box.style.setProperty('color', `var(--${token})`);
        const { color } = getComputedStyle(box);
        box.remove();
        return color;
      };
      const last = svg.lastElementChild;
      const lines = [...(last?.querySelectorAll('[data-focus]:is(.halo, .edge)') ?? [])].map((one) => {
        const { stroke, strokeWidth } = getComputedStyle(one);
        return { stroke, width: Number.parseFloat(strokeWidth), d: one.getAttribute('d') };
      });
      const own = document.activeElement?.querySelector(':scope > path:last-of-type')?.getAttribute('d');
      return { lines, own, paper: probe('paper'), ink: probe('ink') };
    });
    const { lines, own, paper, ink } = outlines;
    expect
      .soft(
        lines.map((one) => [one.stroke, one.d]),
        path,
      )
      .toEqual([
        [paper, own],
        [ink, own],
      ]);
    // Paper is seen on both sides of the ink.
    expect.soft((lines[0]?.width ?? 0) - (lines[1]?.width ?? 0), path).toBeGreaterThanOrEqual(2);
    expect.soft(lines[1]?.width, path).toBeGreaterThanOrEqual(3);
  }
});

test('a mark under the mouse stays under it: what lifts it above the others takes no pointer', async ({
  kept,
}) => {
  for (const path of chartPaths()) {
    const page = await kept(path);
    const mark = await marks(page).first().elementHandle();
    const point = await mark?.evaluate((one) => {
      one.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = one.getBoundingClientRect();
      for (let y = top + 0.5; y < top + height; y += 2)
        for (let x = left + 0.5; x < left + width; x += 4)
          if (document.elementFromPoint(x, y)?.closest('a.mark') === one) return { x, y };
      return undefined;
    });
    if (!point) throw new Error(`${path}: the first mark lies under others`);
    await page.mouse.move(point.x, point.y);
    await expect(page.locator('.drawings > svg > .raised'), path).not.toHaveCount(0);
    const hit = await page.evaluate(
      ({ x, y }) => document.elementFromPoint(x, y)?.closest('a.mark, .raised')?.getAttribute('class'),
      point,
    );
    expect.soft(hit, path).toBe('mark');
  }
});

test('evidence opens under the drawing, which stays where it is', async ({ kept }) => {
  for (const [i, path] of chartPaths().entries()) {
    const page = await kept(path);
    const width = [1100, 360][i % 2] ?? 0;
    await page.setViewportSize({ width, height: 900 });
    const places = () =>
      page.locator('cf-figure').evaluate((figure) => {
        const svg = [...figure.querySelectorAll('.drawings > svg')].find(
          (one) => one.getClientRects().length > 0,
        );
        const own = figure.getBoundingClientRect();
        const drawing = svg?.getBoundingClientRect();
        return { top: (drawing?.top ?? 0) - own.top, drawing: drawing?.height, height: own.height };
      });
    const before = await places();
    await marks(page).last().focus();
    await page.keyboard.press('Enter');
    await expect(evidence(page)).toBeVisible();
    const after = await places();
    expect.soft([after.top, after.drawing], path).toEqual([before.top, before.drawing]);
    expect.soft(after.height, path).toBeGreaterThanOrEqual(before.height);
    await page.keyboard.press('Escape');
    await expect(evidence(page)).toBeEmpty();
  }
});

/** Where a mouse meets a mark in the window, high up in the drawing. */
const onMark = (page: Page) =>
  page.locator('cf-figure .drawings > svg:visible').evaluate((svg) => {
    const places = [...svg.querySelectorAll('a.mark')].flatMap((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      const at = { x: x + width / 2, y: y + height / 2 };
      return mark.contains(document.elementFromPoint(at.x, at.y)) ? [at] : [];
    });
    return places.sort((a, b) => a.y - b.y)[0] ?? { x: 0, y: 0 };
  });

/** Sizes the window; with the frame after that what was being read is back in its place. */
async function sized(page: Page, width: number, height: number) {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

test('a choice by mouse leaves the page under it while a line of evidence is seen, and else brings it into view', async ({
  kept,
}) => {
  // Where a window ends and what a click moves, no chart knows: each is asked in one of the ways, in turn.
  const ways = [1280, 390].flatMap((width) => [true, false].map((seen) => ({ width, seen })));
  for (const [i, path] of chartPaths().entries())
    for (const { width, seen } of ways.slice(i % ways.length).slice(0, 1)) {
      const page = await kept(path);
      await sized(page, width, 720);
      const where = `${path} at ${width}, ${seen ? 'a line' : 'nothing'} of it in view`;
      // The foot begins a little above the lower edge of the window, or below it.
      const before = await page.locator('cf-figure .evidence-place').evaluate((place, inside) => {
        const edge = inside ? innerHeight - 40 : innerHeight + 20;
        // Where the page begins above it, the window is as much lower.
        scrollTo(0, place.getBoundingClientRect().top + scrollY - edge);
        return { scroll: scrollY, missing: Math.round(edge - place.getBoundingClientRect().top) };
      }, seen);
      if (before.missing > 0) await sized(page, width, 720 - before.missing);
      const { x, y } = await onMark(page);
      await page.mouse.click(x, y);
      await expect(evidence(page)).not.toBeEmpty();
      const after = await page.evaluate(() => scrollY);
      if (seen) expect.soft(after, where).toBe(before.scroll);
      await expect.soft(evidence(page), where).toBeInViewport();
      await page.keyboard.press('Escape');
      await expect(evidence(page)).toBeEmpty();
    }
});

test('a total chooses the marks that it adds up, each with a source at hand, and gives them back', async ({
  kept,
}) => {
  let totals = 0;
  for (const path of chartPaths()) {
    const page = await kept(path);
    const shown = page.locator('cf-figure .drawings > svg:visible');
    const chosen = shown.locator('a.mark[data-on]');
    for (const total of (await shown.locator('a[data-sum]').all()).slice(0, 3)) {
      totals += 1;
      const where = `${path}: ${await total.textContent()}`;
      // By its box a label of two lines could be missed.
      await total.dispatchEvent('click');
      const list = evidence(page).locator('.nearby li');
      await expect.soft(list.first(), where).toBeAttached();
      expect.soft(await chosen.count(), where).toBeGreaterThan(0);
      // What the list leaves out stands in the table.
      const bare = list.filter({ hasNot: page.locator('a[href^="http"], a[href*="-table"]') });
      await expect.soft(bare, where).toHaveCount(0);
      expect.soft(new URL(page.url()).hash, where).toBe('');
      await total.dispatchEvent('click');
      await expect.soft(chosen, where).toHaveCount(0);
      await expect(evidence(page)).toBeEmpty();
    }
  }
  expect(totals).toBeGreaterThan(chartPaths().length / 2);
});

test('a mark in focus shows its name beside a choice, whose evidence comes back when it is gone', async ({
  kept,
}) => {
  for (const path of chartPaths()) {
    const page = await kept(path);
    const ids = await marks(page).evaluateAll((all) => all.map((mark) => mark.getAttribute('data-id') ?? ''));
    await marks(page).first().focus();
    await page.keyboard.press('Enter');
    await expect(evidence(page).getByRole('button').first()).toBeVisible();
    await page.keyboard.press('Control+End');
    const name = (await marks(page).last().getAttribute('aria-label')) ?? '';
    const own = await page.locator('cf-figure a.mark:focus').evaluate((mark) => mark.hasAttribute('data-on'));
    if (!own) await expect.soft(page.locator('cf-figure .over'), path).toHaveText(name);
    if (!own) await expect.soft(page.locator('cf-figure .over'), path).toBeVisible();
    // Its evidence can still be reached.
    await page.keyboard.press('Tab');
    await expect.soft(evidence(page).getByRole('button').first(), path).toBeFocused();
    await expect.soft(evidence(page), path).toHaveCSS('opacity', '1');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Escape');
    await expect.soft(evidence(page), path).toBeEmpty();
    expect.soft(await focusedMark(page), `${path}: focus stays where it is`).toBe(ids.at(-1));
  }
});

test('nothing moves when a mark gets the focus or loses it', async ({ kept }) => {
  // As wide as a page an embed is one: what its frame adds shows in a column and on a phone.
  // A name has least room on a phone; that there is room for it at all shows at any width.
  for (const [path, widths] of [
    ...chartPaths().map((path, i) => [path, [i % 2 === 0 ? 1100 : 640, 360]] as const),
    ...chartsIn('de').map((view, i) => [embedAt(view), [i % 2 === 0 ? 640 : 360]] as const),
  ]) {
    const page = await kept(path);
    await page.evaluate(() => document.fonts.ready);
    for (const width of widths) {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.setViewportSize({ width, height: 900 });
      const where = () =>
        page
          .locator('cf-figure')
          .evaluate((figure) => [
            figure.querySelector('.tools')?.getBoundingClientRect().top,
            figure.getBoundingClientRect().height,
          ]);
      const before = await where();
      await marks(page)
        .first()
        .evaluate((mark: SVGAElement) => mark.focus({ preventScroll: true }));
      expect.soft(await where(), `${path} at ${width}, in focus`).toEqual(before);
      await expect.soft(page.locator('cf-figure .over'), path).not.toBeEmpty();
    }
  }
});

test('Escape closes an open panel first and takes back the choice after that', async ({ page }) => {
  await page.goto('charts/flows/');
  await marks(page).first().focus();
  await page.keyboard.press('Enter');
  for (const panel of await page.locator('cf-figure details.tool').all()) {
    await panel.locator('summary').click();
    await panel.locator('input, textarea, a').first().focus();
    await page.keyboard.press('Escape');
    await expect(panel).not.toHaveAttribute('open');
    await expect(panel.locator('summary')).toBeFocused();
    await expect(evidence(page).getByRole('button')).toHaveCount(1);
  }
  await page.keyboard.press('Escape');
  await expect(evidence(page)).toBeEmpty();
});

test('no box that has nothing to scroll is a stop of the Tab key', async ({ kept }) => {
  for (const path of chartPaths()) {
    const page = await kept(path);
    const idle = await page
      .locator('[tabindex="0"]:not(a)')
      .evaluateAll((all) =>
        all.filter((one) => one.scrollWidth <= one.clientWidth).map((one) => one.className),
      );
    expect.soft(idle, path).toEqual([]);
  }
});

test('a choice is said once, its end as well, and a view by its title', async ({ page }) => {
  const heard = await listen(page);
  for (const path of ['charts/flows/', 'embed/v1/en/flows/']) {
    await page.goto(path);
    expect(await heard(), path).toEqual([]);
    await marks(page).first().focus();
    const id = await focusedMark(page);
    const name = (await page.locator(`tr[id$="-${id}"]`).locator('th').textContent()) ?? '';
    await page.keyboard.press('Enter');
    // An embed's sources come later, and without a word.
    await expect(evidence(page).locator('a[href^="http"]').first()).toBeVisible();
    await expect.poll(heard, path).toEqual([expect.stringContaining(name)]);
    await page.keyboard.press('Escape');
    await expect.poll(heard, path).toHaveLength(2);
    await page.locator('.views summary').click();
    await page.locator('.views a:not([aria-current])').first().click();
    await expect.poll(heard, path).toHaveLength(3);
    const title = (await page.locator('.figure-title').textContent()) ?? '';
    expect((await heard())[2], path).toContain(title);
  }
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 780 } });

  /** Points 8 px right of some mark's outline, one by one brought into the window. */
  const besideMark = (page: Page, nth: number) =>
    page.evaluate((n) => {
      const svg = [...document.querySelectorAll('.drawings > svg')].find(
        (one) => one.getClientRects().length > 0,
      );
      const all = [...(svg?.querySelectorAll<SVGAElement>('a.mark') ?? [])];
      const mark = all[n % all.length];
      const path = mark?.querySelector<SVGPathElement>(':scope > path:last-of-type');
      path?.scrollIntoView({ block: 'center' });
      const matrix = path?.getScreenCTM();
      const point = path?.getPointAtLength(path.getTotalLength() / 3);
      if (!matrix || !point) throw new Error('no outline');
      const { x, y } = point.matrixTransform(matrix);
      return { id: mark?.dataset.id ?? '', x: Math.min(innerWidth - 2, x + 8), y };
    }, nth);

  test('a number that leads to another view leaves its title in sight', async ({ page }) => {
    await page.goto('charts/flows/');
    const title = page.locator('.figure-title');
    const before = (await title.textContent()) ?? '';
    const number = page.locator('.drawings > svg:visible a[data-view]').last();
    await number.evaluate((one) => one.scrollIntoView({ block: 'start' }));
    await expect(title).not.toBeInViewport();
    // By its own box a slanted or broken label could be missed.
    await number.dispatchEvent('click');
    await expect(title).not.toHaveText(before);
    await expect(title).toBeInViewport();
  });

  /** Taps where one mark alone is meant; whether it was. */
  async function tapOnMark(page: Page, path: string): Promise<boolean> {
    const point = await page.evaluate(() => {
      const svg = [...document.querySelectorAll('.drawings > svg')].find(
        (one) => one.getClientRects().length > 0,
      );
      if (!svg) throw new Error('no drawing');
      svg.scrollIntoView({ block: 'center' });
      const root = document.documentElement;
      new MutationObserver((list) => {
        const made = list
          .flatMap(({ addedNodes }) => [...addedNodes])
          .filter((one) => one instanceof Element);
        const raised = made.filter((one) => one.matches('.raised')).length;
        root.dataset['raised'] = String(Number(root.dataset['raised'] ?? 0) + raised);
      }).observe(svg, { childList: true });
      // After the figure has heard it.
      const heard = ({ target }: Event) => {
        const lit = (target as Element).closest('a.mark')?.hasAttribute('data-on');
        root.dataset['lit'] = lit && !svg.querySelector('.raised') ? 'alone' : '';
      };
      addEventListener('click', heard, { once: true });
      const { left, top, right, bottom } = svg.getBoundingClientRect();
      // In the middle of the largest, so that it alone is meant.
      const found = new Map<Element, { x: number; y: number }[]>();
      for (let y = Math.max(4, top); y < Math.min(bottom, innerHeight); y += 4)
        for (let x = left; x < right; x += 4) {
          const mark = document.elementFromPoint(x, y)?.closest('a.mark');
          if (mark) found.set(mark, [...(found.get(mark) ?? []), { x, y }]);
        }
      const [largest] = [...found.values()].sort((a, b) => b.length - a.length);
      const middle = largest?.at(largest.length >> 1);
      if (!middle) throw new Error('no mark');
      return middle;
    });
    await page.touchscreen.tap(point.x, point.y);
    await expect
      .soft(page.locator('html'), `${path}: lit before all else`)
      .toHaveAttribute('data-lit', 'alone');
    await expect(evidence(page).getByRole('button').first(), path).toBeVisible();
    expect.soft(await page.locator('[data-over]').count(), path).toBe(0);
    // Where it asks which of several was meant, these are lit with it.
    const one = (await evidence(page).locator('.nearby').count()) === 0;
    if (one) await expect.soft(page.locator('html'), path).toHaveAttribute('data-raised', '1');
    await evidence(page)
      .getByRole('button', { name: /remove the choice/ })
      .click();
    return one;
  }

  test('a tap on a mark lights it in one drawing of it, and points at nothing; beside a mark it chooses what is near, and asks which of several in one group', async ({
    page,
  }) => {
    let [alone, asked] = [0, 0];
    for (const path of chartPaths()) {
      await page.goto(path);
      if (await tapOnMark(page, path)) alone += 1;
      for (const nth of [0, 3, 7]) {
        const { x, y } = await besideMark(page, nth);
        await page.touchscreen.tap(x, y);
        const where = `${path}, mark ${nth}`;
        const chosen = page.locator('cf-figure .drawings > svg:visible a.mark[data-on]');
        await expect.soft(chosen.first(), where).toBeAttached();
        expect.soft(new URL(page.url()).hash, where).toBe('');
        const names = evidence(page).locator('.nearby').getByRole('button');
        const choices = await names.count();
        if (choices > 0) {
          asked += 1;
          expect.soft(choices, where).toBeLessThanOrEqual(12);
          expect.soft(await chosen.count(), where).toBeGreaterThanOrEqual(choices);
          // A source is the next press, without a choice.
          const sources = evidence(page)
            .locator('.nearby li')
            .filter({ has: page.locator('a[href^="http"]') });
          await expect.soft(sources, where).toHaveCount(choices);
          const name = (await names.last().textContent()) ?? '';
          await names.last().click();
          await expect.soft(names, where).toHaveCount(0);
          // Of a person with several marks all are marked, and one is the chosen one.
          const one = chosen.and(page.locator('[aria-current="true"]'));
          await expect.soft(one, where).toHaveCount(1);
          expect.soft(await one.getAttribute('aria-label'), where).toContain(name);
        }
        await evidence(page)
          .getByRole('button', { name: /remove the choice/ })
          .click();
        await expect(chosen).toHaveCount(0);
      }
    }
    expect(alone).toBeGreaterThan(0);
    expect(asked).toBeGreaterThan(0);
  });
});

test('wider letters and words, as a reader may set them, make no label wider', async ({ kept }) => {
  const widths = (page: Page) =>
    page
      .locator('cf-figure .drawings > svg:visible text')
      .evaluateAll((all) => all.map((text) => text.getBoundingClientRect().width));
  for (const path of chartPathsInTurn()) {
    const page = await kept(path);
    await page.evaluate(() => document.fonts.ready);
    const before = await widths(page);
    await restyle(
      page,
      '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
    );
    await expect.soft
      .poll(async () => Math.max(...(await widths(page)).map((width, i) => width - (before[i] ?? 0))), path)
      .toBeLessThan(1);
    await restyle(page, '');
    await expect.soft.poll(() => widths(page), path).toEqual(before);
  }
});

test('a chosen mark keeps its stripes and the line that strikes it out', async ({ kept }) => {
  let seen = 0;
  for (const path of chartPaths()) {
    const page = await kept(path);
    const over = page.locator(
      'cf-figure .drawings > svg:visible g:has(> a.mark) + path[pointer-events="none"]',
    );
    if ((await over.count()) === 0) continue;
    const d = (await over.first().getAttribute('d')) ?? '';
    await page.locator(`g:has(+ path[d="${d}"]) > a.mark`).last().focus();
    await page.keyboard.press('Enter');
    await expect.soft(page.locator(`.raised path[d="${d}"]`), path).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('cf-figure [data-on]')).toHaveCount(0);
    seen++;
  }
  expect(seen).toBeGreaterThan(0);
});
