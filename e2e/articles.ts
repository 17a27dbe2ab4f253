/** Articles of somebody else's site with our frames in them: what an editor pastes, and what becomes of it. */
import type { Locator, Page } from '@playwright/test';
import { builtPage, chartAt, codesIn, VIEWS } from './built';
import { expect } from './site';

/** The first view of each chart in each language. */
export const defaults = VIEWS.filter((view) => view.slug === '').map((view) => ({
  ...view,
  page: chartAt(view),
}));

/** What the fields of a chart's page hold, as a reader copies it. */
export const pasted = (page: string, kind: 'frame' | 'picture') =>
  codesIn(builtPage(page))[kind === 'frame' ? 0 : 1] ?? '';

export const withoutLoader = (snippet: string) => snippet.replace(/<script.*<\/script>\n?/, '');

/**
 * An article whose column is so wide; a frame fills it, whatever margin the browser would give a figure. It writes down
 * every height that a frame is given.
 */
export const article = (width: number, body: string, css = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Article</title>
  <style>body,figure{margin:0} ${css}</style>
  <script>
    new MutationObserver((all) => {
      for (const { target } of all) (target.given ??= []).push(parseFloat(target.style.height));
    }).observe(document, { subtree: true, attributeFilter: ['style'] });
  </script>
  <main style="width:${width}px">${body}<p id="after">The article goes on.</p></main>`;

/** The first height that a frame is given: computed, before it has told any. */
export async function computed(frame: Locator): Promise<number> {
  const first = () => frame.evaluate((one) => (one as HTMLElement & { given?: number[] }).given?.[0]);
  await expect.poll(first).toBeGreaterThan(0);
  return (await first()) ?? 0;
}

/** The frame has told its height, and has it: only then its scrolling is taken away. */
export const settled = (frame: Locator) => expect(frame).toHaveAttribute('scrolling', 'no');

/** The frame is exactly as high as what is in it. */
export const fits = (frame: Locator) =>
  expect(async () => {
    await settled(frame);
    const content = await frame
      .contentFrame()
      .locator('main')
      .evaluate((main) => Math.ceil(main.getBoundingClientRect().height));
    expect(await frame.evaluate((one) => one.clientHeight)).toBe(content);
  }).toPass({ timeout: 5000 });

/** Content of the frame that is nth, once its letters are there: its height, and how much of it is not seen. */
export async function inside(page: Page, nth: number) {
  return page
    .frameLocator(`iframe >> nth=${nth}`)
    .locator('html')
    .evaluate(async (root) => {
      await document.fonts.ready;
      const height = Math.ceil(root.querySelector('main')?.getBoundingClientRect().height ?? 0);
      return { height, hidden: height - innerHeight };
    });
}

/** Collects whatever a script of the page or of its frames throws. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}
