/** Every kind of page as axe's rules see it, in the light and in the dark. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { KINDS } from './built';
import { expect, test } from './site';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * Takes out of a page what axe would look at in vain: drawings for other widths, which are not displayed; of several
 * figures all, as each is looked at on its own page; and of a long table all but some twenty rows, made by one template.
 */
const thinned = (page: Page) =>
  page.evaluate(() => {
    const figures = document.querySelectorAll('cf-figure, .step-figure');
    const twice = figures.length > 1 ? [...figures] : [];
    const unseen = [...document.querySelectorAll('.drawings > svg')].filter(
      (svg) => svg.getClientRects().length === 0,
    );
    const alike = [...document.querySelectorAll('tbody')].flatMap(({ rows }) =>
      [...rows].filter((_, i) => i % Math.ceil(rows.length / 24) > 0),
    );
    for (const one of [...twice, ...unseen, ...alike]) one.remove();
  });

/** What breaks a rule: each rule with some of its elements, in words. Axe stands in the page already. */
async function violations(page: Page, rules?: string[]): Promise<string[]> {
  const { broken, kept } = await page.evaluate(async (some) => {
    // No page here has frames but previews; what stands in one is looked at as a page of its own.
    const { violations, passes } = await window.axe.run(
      { exclude: [['[data-preview]']] },
      {
        iframes: false,
        // To find a selector for every element that passes takes longer than all rules.
        resultTypes: ['violations'],
        ...(some && { runOnly: some }),
      },
    );
    const named = violations.map(({ id, nodes }) => {
      const where = nodes.map(({ target }) => target.join(' ')).slice(0, 5);
      return `${id}: ${where.join(' | ')}`;
    });
    return { broken: named, kept: passes.length };
  }, rules);
  expect(kept).toBeGreaterThan(0);
  return broken;
}

/** Ids that stand twice, navigations of one name, and drawings that a reading view would show beside another. */
const muddled = (page: Page) =>
  page.evaluate(() => {
    const twice = (all: readonly (string | null)[]) => all.filter((one, i) => all.indexOf(one) !== i);
    const every = (selector: string) => [...document.querySelectorAll(selector)];
    return {
      ids: twice(every('[id]').map((one) => one.id)),
      navigations: twice(every('nav').map((one) => one.ariaLabel)),
      // A reading view drops the style sheet, and what is marked as hidden.
      drawings: every('.drawings:not([aria-hidden])')
        .map((one) => one.querySelectorAll('svg:not([hidden])').length)
        .filter((shown) => shown !== 1),
    };
  });

/** The rules that ask about colours; no other can find more in the dark than in the light. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];
/** One template makes a page in all languages: of the German ones one is looked at, for the frame around it. */
const LOOKED_AT = KINDS.filter((path) => !path.startsWith('de/') || path === 'de/data/');
for (const path of [...LOOKED_AT, 'charts/no-such-chart-at-all/'])
  test(`axe finds nothing on /${path}, light or dark, ids are its own, and it has a card`, async ({
    page,
  }) => {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      // An embed is as light as its article until it is asked to be dark.
      const query = path.startsWith('embed/v1/') ? `?theme=${scheme}` : '';
      if (query || scheme === 'light') {
        await page.goto(path + query);
        expect.soft(await muddled(page)).toEqual({ ids: [], navigations: [], drawings: [] });
        if (!path.startsWith('embed/v1/'))
          await expect.soft(page.locator('meta[property="og:image"]')).toHaveCount(1);
        await thinned(page);
        await page.evaluate(AXE);
      }
      await page.evaluate(() => document.fonts.ready);
      const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      expect(Number(/\d+/.exec(ground)?.[0]) < 128 ? 'dark' : 'light', ground).toBe(scheme);
      expect.soft(await violations(page, scheme === 'dark' ? OF_COLOUR : undefined), scheme).toEqual([]);
    }
  });
