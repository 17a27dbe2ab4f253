/** The explorer of all moves, as a reader meets it: found, filtered, sorted, linked, and whole without script. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, test } from './site';

// Larger letters come as a style of the test's own, which the site's policy would block.
test.use({ bypassCSP: true });

const rows = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const count = (page: Page) => page.getByText(/^\d+ of \d+ named moves/);
/** Two numbers of the line that counts: shown, and all. */
const counted = async (page: Page) =>
  ((await count(page).textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
const names = (page: Page) => page.getByRole('rowheader').allTextContents();

test('a search finds people, without accents or capitals, and says how many', async ({ page }) => {
  await page.goto('moves/');
  const [, all] = await counted(page);
  await page.getByRole('searchbox').fill('lau TÉSLA');
  await expect(rows(page).filter({ hasNotText: /lau/i })).toHaveCount(0);
  await expect(rows(page).filter({ hasNotText: 'Tesla' })).toHaveCount(0);
  await expect(rows(page).filter({ hasText: 'David Lau' })).not.toHaveCount(0);
  await expect(count(page)).toHaveText(`${await rows(page).count()} of ${all} named moves`);
  await expect(page).toHaveURL(/\/moves\/\?q=lau%20T%C3%89SLA$/);
});

test('a filter is a link: opened elsewhere it shows the same, and history has not grown', async ({
  page,
  context,
}) => {
  await page.goto('moves/?theme=light');
  const before = await page.evaluate(() => history.length);
  await page.getByLabel('Left', { exact: true }).selectOption('xAI');
  await page.getByLabel('Status').selectOption('confirmed');
  await expect(page).toHaveURL(/\/moves\/\?from=xai&status=confirmed&theme=light$/);
  expect(await page.evaluate(() => history.length)).toBe(before);

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByLabel('Left', { exact: true })).toHaveValue('xai');
  await expect(count(other)).toHaveText((await count(page).textContent()) ?? '');
  expect(await rows(other).allTextContents()).toEqual(await rows(page).allTextContents());

  await other.getByRole('button', { name: 'Reset the filters' }).click();
  await expect(other).toHaveURL(/\/moves\/\?theme=light$/);
  const [shown, all] = await counted(other);
  expect(shown).toBe(all);
});

test('the head of a column sorts, and turns the order at the second click', async ({ page }) => {
  await page.goto('moves/');
  const head = page.getByRole('columnheader', { name: 'Person' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const ascending = await names(page);
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(page).toHaveURL(/\?sort=-person$/);
  const descending = await names(page);
  // The first of either is the title of the group.
  expect(descending[1]).toBe(ascending.at(-1));
  expect(descending).not.toEqual(ascending);
});

test('where nothing matches, words say so and lead back', async ({ page }) => {
  await page.goto('moves/?from=apple');
  await expect(page.getByText('No named move matches.')).toBeVisible();
  await page.getByRole('button', { name: /other companies included/ }).click();
  await expect(page).toHaveURL(/\?from=apple&scope=all$/);
  await expect(rows(page).first()).toContainText('Apple');
});

test('a mangled value shows everything and a notice', async ({ page }) => {
  await page.goto('moves/?when=12&scope=core');
  await expect(page.getByText(/asks for Year or month “12”/)).toBeVisible();
  const [shown, all] = await counted(page);
  expect(shown).toBe(all);
});

test('the caption names the order in which the rows stand, from the address on', async ({ page }) => {
  for (const [path, byDate, byPerson] of [
    ['moves/', 'All named moves, by date', 'All named moves. Order: Person, descending'],
    [
      'de/moves/',
      'Alle Wechsel nach Datum',
      'Alle namentlich bekannten Wechsel. Reihenfolge: Person, absteigend',
    ],
  ] as const) {
    await page.goto(`${path}?sort=-person`);
    const caption = page.getByRole('table').getByRole('caption');
    await expect(caption, path).toHaveText(byPerson);
    await page
      .getByRole('columnheader', { name: /^(Date|Datum)$/ })
      .getByRole('button')
      .click();
    await expect(caption, path).toHaveText(byDate);
  }
});

test('the header of a row is the name of its person', async ({ page }) => {
  await page.goto('moves/');
  const heads = await page.locator('tr[data-move] > th').all();
  expect(heads.length).toBeGreaterThan(2);
  const [first] = heads;
  const name = (await first?.locator('[data-words]').textContent()) ?? '';
  await expect(page.locator('tr[data-move] > th').first()).toHaveAccessibleName(name);
});

test('a link to a move shows it, whatever the filters say', async ({ page }) => {
  await page.goto('moves/');
  const row = page.locator('#lau-tesla-openai-2025');
  await row.getByRole('link', { name: 'Link to this move: David Lau, Tesla to OpenAI' }).click();
  await expect(page).toHaveURL(/\/row\/moves\/lau-tesla-openai-2025\/$/);
  await page.goto('moves/?from=openai#lau-tesla-openai-2025');
  await expect(row).toBeInViewport();
  await expect(page.getByText('The linked move was outside the filters')).toBeVisible();
  await page.goto('moves/?q=#nobody-2025');
  await expect(page.getByText(/the move “nobody-2025”, which is not in this table/)).toBeVisible();
});

/** The rows of the list that is downloaded, by the names of their columns. */
async function download(page: Page) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download this list (CSV)' }).click();
  const file = await waiting;
  const text = readFileSync(await file.path(), 'utf8');
  const records = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  return { name: file.suggestedFilename(), text, records };
}

test('a list is downloaded as it is filtered and sorted, with its sources, and says which moves it has', async ({
  page,
  request,
}) => {
  await page.goto('moves/?fn=research&scope=all&sort=-person');
  const { name, text, records } = await download(page);
  expect(name).toBe('moves-all-fn-research.en.csv');
  expect(text.startsWith('\ufeff')).toBe(true);
  const ids = await rows(page).evaluateAll((all) => all.map((row) => row.id));
  expect(records.map((row) => row['id'])).toEqual(ids);
  for (const row of records) {
    expect.soft(row['Field'], row['id']).toBe('research');
    expect.soft(row['Date'], row['id']).toMatch(/^(\d+ )?(\w+ )?\d{4}$/);
    expect.soft(row['Date (ISO 8601)'], row['id']).toMatch(/^\d{4}(-\d\d){0,2}$/);
    expect.soft(row['Sources'], row['id']).toMatch(/^https?:\/\/\S+( https?:\/\/\S+)*$/);
  }
  expect([...new Set(records.map((row) => row['Moves']))]).toEqual([
    'Between the four companies',
    'From or to other companies',
  ]);
  await expect(page.getByText(`named moves. Downloaded as ${name}`)).toBeVisible();

  await page.goto('moves/?from=meta');
  const filtered = await download(page);
  expect(filtered.records).toHaveLength((await counted(page))[0] ?? 0);
  // The same list has an address that stays.
  const kept = await (await request.get(`data/${filtered.name.replace('.en.csv', '.csv')}`)).text();
  const keptIds = (parse(kept, { columns: true }) as Record<string, string>[]).map(({ id }) => id);
  expect(keptIds.sort()).toEqual(filtered.records.map(({ id }) => id).sort());
});

test('the whole file is told apart as the page tells it, and names are not to be translated', async ({
  page,
  request,
}) => {
  await page.goto('moves/');
  const records = parse(await (await request.get('data/moves.csv')).text(), {
    columns: true,
  }) as Record<string, string>[];
  await expect
    .soft(
      page.locator(
        'tr[data-move] :is(th a[data-words], [data-cell="from"], [data-cell="to"]):not([translate="no"])',
      ),
    )
    .toHaveCount(0);
  const of = (scope: string) => records.filter((row) => row['scope'] === scope).length;
  await expect(
    page.getByText(
      new RegExp(`has the ${of('core')} moves between .* outside the ${of('outside')} with other`),
    ),
  ).toBeVisible();
  expect((await counted(page))[1]).toBe(of('core'));
  // And in the file that is offered first a count of lines is that number.
  const first = await page.locator('.links a[download]').first().getAttribute('href');
  const lines = (await (await request.get(first ?? '')).text()).trim().split('\n');
  expect(lines.length - 1).toBe(of('core'));
  // Whoever wants to hear of changes finds the feed.
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href');
  expect(await (await request.get(feed ?? '')).text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
});

test('a person leads to all their moves in order, and to the chart that shows them', async ({ page }) => {
  await page.goto('moves/');
  const person = await page.locator('tr[data-move]').evaluateAll((all) => {
    const names = all.map((row) => row.querySelector('th a')?.textContent ?? '');
    return names.find((name, i) => names.indexOf(name) !== i) ?? '';
  });
  await page.getByRole('link', { name: person, exact: true }).first().click();
  await expect(page).toHaveURL(/\/moves\/\?person=[a-z0-9-]+&scope=all#/);
  await expect(page.getByText(new RegExp(`named moves: ${person}$`))).toBeVisible();
  await expect(rows(page).filter({ hasNotText: person })).toHaveCount(0);
  const steps = page.locator('tr:target').getByRole('listitem');
  await expect(steps).toHaveCount(await rows(page).count());
  await steps.last().getByRole('link').click();
  await expect(page.locator('tr:target')).toContainText(person);
  await page
    .locator('tr:target')
    .getByRole('link', { name: /^In the chart/ })
    .click();
  await expect(page).toHaveURL(/\/charts\/.*\?hl=/);
  await expect(page.locator('[data-chosen]').getByText(person).first()).toBeVisible();
});

test('nothing moves when the script has come: the filters are folded on a phone from the start', async ({
  page,
}) => {
  // Typefaces that come late are another matter.
  await page.route('**/*.woff2', (route) => route.abort());
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    const top = () => page.locator('.moves-table').evaluate((table) => table.getBoundingClientRect().top);
    const script = Promise.withResolvers<void>();
    await page.route('**/moves.js', async (route) => {
      await script.promise;
      await route.continue();
    });
    await page.goto('moves/', { waitUntil: 'commit' });
    await expect(page.locator('.moves-table')).toBeAttached();
    await page.evaluate(() => new Promise(requestAnimationFrame));
    const before = await top();
    script.resolve();
    await expect(page.locator('[data-ready] .moves-form')).toBeVisible();
    expect.soft(Math.abs((await top()) - before), `at ${width}`).toBeLessThan(1);
    await page.unroute('**/moves.js');
  }
});

test('on a phone the table is still one to a screen reader, its columns named, and no unseen button is met; the filters unfold at a press, however fast, and no word is selected by it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('moves/');
  await expect.soft(page.getByRole('table')).toHaveCount(1);
  await expect
    .soft(page.getByRole('columnheader'))
    .toHaveText(['Person', 'From', 'To', 'Date', 'Field', 'New role', 'Status', 'Sources'], {
      useInnerText: true,
    });
  await expect.soft(page.getByRole('columnheader').getByRole('button')).toHaveCount(0);
  await expect.soft(rows(page).first().getByRole('cell')).toHaveCount(7);

  const summary = page.locator('.moves-form summary');
  await summary.dblclick();
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  await summary.click();
  await expect(page.locator('.moves-form select').first()).toBeVisible();
  // Outlines at the edge of the list have room, and the page is not wider for it.
  const room = await page.locator('.moves-table').evaluate((table) => {
    const widthOf = (one: Element | null) => one?.getBoundingClientRect().width ?? 0;
    return widthOf(table) - widthOf(table.parentElement);
  });
  expect(room).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('no choice of a filter is cut, in any window', async ({ page }) => {
  for (const [path, widths] of [
    ['moves/?when=2025-09', [1440, 768, 320]],
    ['de/moves/?when=2025-09', [1100]],
  ] as const) {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await page.locator('.moves-form select:visible').evaluateAll((all) =>
        (all as HTMLSelectElement[]).flatMap((one) => {
          const alone = one.cloneNode(true) as HTMLSelectElement;
          alone.setAttribute('class', 'alone');
          one.after(alone);
          alone.style.width = 'max-content';
          const room = Math.min(alone.offsetWidth, one.closest('form')?.clientWidth ?? 0);
          alone.remove();
          return one.offsetWidth + 1 < room ? [`${one.name}: ${one.offsetWidth} of ${room}`] : [];
        }),
      );
      expect.soft(cut, `${path} at ${width}`).toEqual([]);
    }
  }
});

/** Whether the head that stays lies over what has the focus. */
const isHidden = (link: Locator) =>
  link.evaluate((one) => {
    // A link that goes on in the next line begins in the first of its boxes.
    const { left = 0, top = 0 } = one.getClientRects()[0] ?? {};
    return !one.contains(document.elementFromPoint(left + 2, top + 2));
  });

test('what is reached backwards by keys is not under the head of the table', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 700 });
  await page.goto('moves/');
  for (const size of [100, 130]) {
    await page.addStyleTag({ content: `html { font-size: ${size}% !important }` });
    await rows(page).nth(20).getByRole('link').first().focus();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Shift+Tab');
      expect.soft(await isHidden(page.locator(':focus')), `${i} back at ${size} %`).toBe(false);
    }
  }
});

test('with letters of twice the size a row is a sheet, no column of single letters', async ({ page }) => {
  await page.goto('moves/');
  await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
  for (const width of [1440, 768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const highest = await rows(page).evaluateAll((all) =>
      Math.max(...all.map((row) => row.getBoundingClientRect().height)),
    );
    expect.soft(highest, `at ${width}`).toBeLessThan(1800);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(over, `at ${width}`).toBeLessThanOrEqual(0);
  }
});

test('on paper the moves are a table, black on white', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 680, height: 900 });
  await page.goto('moves/?theme=dark');
  const { row, sheet, light } = await page.evaluate(() => {
    const cells = [...(document.querySelector('tr[data-move]')?.children ?? [])];
    const tops = cells.map((cell) => Math.round(cell.getBoundingClientRect().top));
    return {
      row: new Set(tops).size,
      sheet: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      light: getComputedStyle(document.documentElement).colorScheme,
    };
  });
  expect(row).toBe(1);
  expect(sheet).toBe(0);
  expect(light).toBe('light');
});

test('copying says what was copied, each time once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('moves/?from=openai');
  for (let i = 0; i < 2; i++) {
    await page.getByRole('button', { name: 'Copy a link to this list' }).click();
    await expect(
      page.getByRole('status').filter({ hasText: /moves\. The link to this list is copied$/ }),
    ).toBeVisible();
  }
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the table is complete, and nothing stands there that does nothing', async ({ page }) => {
    await page.goto('moves/?from=xai#lau-tesla-openai-2025');
    const [core = 0, outside = 0] =
      (await page.getByText(/named moves between the four companies, \d+ with other companies/).textContent())
        ?.match(/\d+/g)
        ?.map(Number) ?? [];
    expect(core).toBeGreaterThan(0);
    await expect(rows(page)).toHaveCount(core + outside);
    await expect(page.locator('#lau-tesla-openai-2025')).toBeInViewport();
    await expect(page.getByRole('link', { name: 'Download moves.csv' })).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('searchbox')).toHaveCount(0);
  });

  test('a person leads to the first of their moves, where the others are listed', async ({ page }) => {
    await page.goto('moves/');
    const several = page.locator('tr[data-move]:has(.path li:nth-child(2)) th > a:first-child');
    await several.last().click();
    const steps = page.locator('tr:target').getByRole('listitem');
    await expect(steps.first().getByRole('link')).toHaveAttribute('aria-current', 'true');
    await steps.nth(1).getByRole('link').click();
    await expect(page.locator('tr:target')).toBeInViewport();
    await expect(steps.nth(1).getByRole('link')).toHaveAttribute('aria-current', 'true');
  });
});
