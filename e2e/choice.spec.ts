/** One choice for the whole story: who is chosen or cited in one place is followed in every figure, and said once. */
import { listen } from './heard';
import { expect, test } from './kept';
import { type Followed, followed, readStep, stepsOf, WIDE } from './story';

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
  for (const step of steps) await readStep(page, step);
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
  for (const step of other.slice(0, 2)) await readStep(page, step);
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
