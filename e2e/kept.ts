/**
 * Pages that a worker keeps open from test to test: opening a chart's page costs more than most of what is asked of it.
 * For tests that leave a page as they found it; where one did not, it is opened anew for the next.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { test as base, waiting } from './site';

const SIZE = { width: 1280, height: 720 };

/** Whether the page is as it was opened: its address, no choice, no other view, no open panel, no style of a test. */
const untouched = (page: Page, address: string) =>
  page.evaluate(
    (own) =>
      location.href === own &&
      !document.querySelector(
        'cf-figure :is([data-on], details[open], .notice), cf-figure[data-chosen], .margin-note',
      ) &&
      !document.documentElement.hasAttribute('style') &&
      !('laid' in window),
    address,
  );

interface Kept {
  /** The page at a path relative to the site: at rest, in a window of the usual size, nothing in focus, at its top. */
  kept: (path: string) => Promise<Page>;
}

export const test = base.extend<Kept, { shelf: { pages: Map<string, Page>; context: BrowserContext } }>({
  shelf: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ viewport: SIZE });
      await use({ pages: new Map(), context });
      await context.close();
    },
    { scope: 'worker' },
  ],
  kept: async ({ shelf: { pages, context }, site }, use) => {
    await use(async (path) => {
      const address = new URL(path, site).href;
      const page = pages.get(path) ?? waiting(await context.newPage());
      pages.set(path, page);
      await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, reducedMotion: null });
      await page.setViewportSize(SIZE);
      await page.mouse.move(0, 0);
      if (!(await untouched(page, address))) await page.goto(address);
      await page.evaluate(() => {
        const { activeElement } = document;
        if (activeElement instanceof HTMLElement || activeElement instanceof SVGElement) activeElement.blur();
        scrollTo(0, 0);
      });
      return page;
    });
  },
});
/** Lays a reader's own style sheet over a page, '' takes it away: as an element the page's policy would keep it out. */
export const restyle = (page: Page, css: string) =>
  page.evaluate((text) => {
    const { laid } = window as { laid?: CSSStyleSheet };
    // An embed has one of its own.
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== laid);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = text ? [...others, sheet] : others;
    if (text) Object.assign(window, { laid: sheet });
    else Reflect.deleteProperty(window, 'laid');
  }, css);

export { expect } from './site';
