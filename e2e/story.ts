/** The story as tests read it: in each language, its steps, and the people that several of its figures draw. */
import type { Page } from '@playwright/test';
import { expect } from './site';

export const STORIES = ['', 'de/'];
/** Where the figure stands beside its steps. */
export const WIDE = { width: 1440, height: 900 };

interface StepOfStory {
  id: string;
  chart: string;
  title: string | null | undefined;
}
/** Steps of the page in reading order, with the chart beside them and the title their view has. */
export const stepsOf = (page: Page): Promise<StepOfStory[]> =>
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

/** Brings a step to the middle of the window, and waits until the figure beside it shows its view. */
export async function readStep(page: Page, { id, chart, title }: StepOfStory): Promise<void> {
  await page.locator(`[id="${id}"]`).evaluate((step) => step.scrollIntoView({ block: 'center' }));
  await expect(page.locator(`#${chart}-title`), id).toHaveText(title ?? '');
}

export interface Followed {
  person: string;
  /** Where it is chosen and where it is followed: chart and mark. */
  marks: { chart: string; id: string }[];
}
/** People with a mark in the displayed drawings of several figures. */
export const followed = (page: Page): Promise<Followed[]> =>
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
