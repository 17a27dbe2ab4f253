/** The way through a figure by keys: one stop, arrows that go where the picture goes, a choice, and the way back. */
import type { Page } from '@playwright/test';
import { chartPaths, chartsIn, embedAt, LANGS } from './built';
import { evidence, focusedMark, marks, totals } from './figure';
import { expect, test } from './kept';

test('a chart is one tab stop, and a mark is chosen and given back by keys', async ({ kept }) => {
  for (const [i, path] of chartPaths().entries()) {
    const page = await kept(path);
    // Another test may have left the stop at another mark.
    await marks(page).last().focus();
    await page.keyboard.press('Control+Home');
    // From the start of the content on: the hash is also what must survive the choice.
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

/**
 * Presses every arrow at every mark that arrows lead to, and says what is not where it should be. A total on the way is
 * passed with the same arrow.
 */
const wayOfArrows = (page: Page) =>
  page.evaluate(() => {
    const svg = [...document.querySelectorAll('.drawings > svg')].find(
      (one) => one.getClientRects().length > 0,
    );
    const all = [...(svg?.querySelectorAll<SVGAElement>('a.mark') ?? [])];
    /** Of a total: all its lines, of which the first has the focus. */
    const partsOf = (stop: Element) => [
      ...(stop.closest('text')?.querySelectorAll(`a[data-sum="${stop.getAttribute('data-sum')}"]`) ?? [
        stop.querySelector('path:last-of-type') ?? stop,
      ]),
    ];
    const totals = [...(svg?.querySelectorAll('text:not([aria-hidden]) a[data-sum]') ?? [])].filter(
      (link) => partsOf(link)[0] === link,
    );
    const centre = (stop: Element) => {
      const boxes = partsOf(stop).map((part) => part.getBoundingClientRect());
      const middle = (sides: number[]) => (Math.min(...sides) + Math.max(...sides)) / 2;
      return {
        x: middle(boxes.flatMap(({ left, right }) => [left, right])),
        y: middle(boxes.flatMap(({ top, bottom }) => [top, bottom])),
      };
    };
    const nameOf = (stop: Element) => stop.getAttribute('data-id') ?? stop.textContent;
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
    const seen = new Set<Element>(all.slice(0, 1));
    for (const mark of seen)
      for (const [key, far] of mark.matches('.mark') ? Object.entries(ahead) : []) {
        let at = mark as SVGAElement;
        for (let presses = 0; presses === 0 || !at.matches('.mark'); presses += 1) {
          const next = press(at, key);
          if (next === at) break;
          const [from, to] = [centre(at), centre(next)];
          // Marks over one another come one after the other.
          if (far(to.x - from.x, to.y - from.y) < -1) wrong.push(`${key}: ${nameOf(at)} to ${nameOf(next)}`);
          seen.add(next);
          at = next;
        }
      }
    for (const stop of [...all, ...totals])
      if (!seen.has(stop)) wrong.push(`no arrow leads to ${nameOf(stop)}`);
    return wrong;
  });

for (const path of chartPaths())
  test(`arrows go where the picture goes, and reach every mark and every total: /${path}`, async ({
    kept,
  }) => {
    const page = await kept(path);
    for (const width of [1100, 700, 360]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await wayOfArrows(page), `at ${width}`).toEqual([]);
    }
  });

test('a total that arrows lead to chooses its marks and gives them back, and stays the one stop of its drawing', async ({
  kept,
}) => {
  let found = 0;
  for (const path of chartPaths()) {
    const page = await kept(path);
    await marks(page).first().focus();
    if ((await totals(page).count()) === 0) continue;
    // Once they are named, a total in several lines is one.
    await expect(totals(page).first(), path).toHaveAttribute('aria-label', /: /);
    const all = await totals(page).all();
    for (const [i, total] of all.entries()) {
      // The first and the last: no chart knows of keys.
      if (i > 0 && i < all.length - 1) continue;
      found += 1;
      const name = (await total.getAttribute('aria-label')) ?? '';
      const where = `${path}: ${name}`;
      await total.focus();
      const chosen = page.locator('cf-figure .drawings > svg:visible a.mark[data-on]');
      const chip = evidence(page).getByRole('button', { name: /remove the choice/ });
      await page.keyboard.press(i === 0 ? 'Enter' : ' ');
      await expect.soft(chip, where).toBeVisible();
      // It says how many.
      const n = await chosen.count();
      expect.soft(name, where).toMatch(n === 1 ? /: chooses one mark$/ : new RegExp(`: chooses ${n} marks$`));
      await expect.soft(evidence(page), where).toHaveCSS('opacity', '1');
      const stops = page.locator('cf-figure .drawings > svg:visible a[tabindex="0"]');
      await expect.soft(stops, where).toHaveCount(1);
      await expect.soft(total, where).toBeFocused();
      // On to its evidence, and away with it: the focus is back.
      await page.keyboard.press('Tab');
      await expect.soft(chip, where).toBeFocused();
      await page.keyboard.press('Enter');
      await expect.soft(evidence(page), where).toBeEmpty();
      await expect.soft(total, where).toBeFocused();
      await page.keyboard.press('Enter');
      await expect.soft(chip, where).toBeVisible();
      await page.keyboard.press('Escape');
      await expect.soft(evidence(page), where).toBeEmpty();
      await expect.soft(total, where).toBeFocused();
      await expect.soft(chosen, where).toHaveCount(0);
      // From there keys lead on to marks.
      await page.keyboard.press('Control+Home');
      expect.soft(await focusedMark(page), where).toBe(await marks(page).first().getAttribute('data-id'));
    }
  }
  expect(found, 'totals').toBeGreaterThan(chartPaths().length);
});

test('what a total is called says what it counts, in every language', async ({ kept }) => {
  for (const path of chartPaths(LANGS)) {
    const page = await kept(path);
    for (const width of [1280, 700, 360]) {
      await page.setViewportSize({ width, height: 900 });
      const [own] = await totals(page).all();
      if (!own) continue;
      await marks(page).first().focus();
      // A key, as of who hears them: a finger that was here before asks for no names.
      await page.keyboard.press('Control+End');
      await expect(own, path).toHaveAttribute('aria-label', /\d|: /);
      const faults = await page.locator('cf-figure .drawings > svg:visible').evaluate((svg) => {
        const links = [...svg.querySelectorAll('text:not([aria-hidden]) a[data-sum]')];
        const heard = links.filter((link) => !link.matches('[aria-hidden]'));
        const names = heard.map((link) => link.getAttribute('aria-label') ?? '');
        return [
          // A number alone says nothing, nor do words without a number of what they choose.
          ...names.filter((name) => !/\p{L}{2,}.*: .*\p{L}{2,}/u.test(name)),
          ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => `twice: ${name}`),
          // What is seen is part of what is heard.
          ...heard
            .filter((link) => {
              const name = link.getAttribute('aria-label')?.toLowerCase() ?? '';
              return (link.textContent?.match(/\d+/g) ?? []).some((n) => !name.includes(n));
            })
            .map((link) => `unlike “${link.textContent}”: ${link.getAttribute('aria-label')}`),
        ];
      });
      expect.soft(faults, `${path} at ${width}`).toEqual([]);
    }
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

test('the ring around a mark or a total at the edge of a drawing is whole', async ({ kept }) => {
  for (const path of chartPaths()) {
    const page = await kept(path);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await marks(page).first().focus();
      await page.keyboard.press('End');
      await expect(page.locator('cf-figure .raised .ring').first()).toBeAttached();
      const cut = await page.locator('cf-figure .drawings').evaluate((box) => {
        const ring = box.querySelector('.raised .ring');
        const reach = ring ? Number.parseFloat(getComputedStyle(ring).strokeWidth) / 2 : 0;
        const seen = box.getBoundingClientRect();
        const displayed = [...box.querySelectorAll('svg')].find((svg) => svg.getClientRects().length > 0);
        return [...(displayed?.querySelectorAll('a.mark > path:last-of-type') ?? [])].flatMap((one) => {
          const { left, right, top, bottom } = one.getBoundingClientRect();
          const room = Math.min(left - seen.left, seen.right - right, top - seen.top, seen.bottom - bottom);
          return room < reach ? [`${room.toFixed(1)} px beside ${one.parentElement?.dataset['id']}`] : [];
        });
      });
      expect.soft(cut, `${path} at ${width}`).toEqual([]);
      // Of totals only one that begins the drawing may be cut.
      const [total] = await totals(page).all();
      if (!total) continue;
      await total.focus();
      const frame = page.locator('cf-figure .raised .frame').first();
      await expect(frame, path).toBeAttached();
      const room = await frame.evaluate((one) => {
        const line = Number.parseFloat(getComputedStyle(one).strokeWidth) / 2;
        const [own, box] = [one, one.closest('.drawings') ?? one].map((some) => some.getBoundingClientRect());
        return own && box
          ? Math.min(own.left - box.left, box.right - own.right, own.top - box.top) - line
          : undefined;
      });
      expect.soft(room, `${path} at ${width}: ${await total.textContent()}`).toBeGreaterThanOrEqual(0);
    }
  }
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
