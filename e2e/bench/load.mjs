/** One visit with an empty cache: until it is quiet, and then what a reader does there. */
import { measureUse } from './interaction.mjs';
import { visit } from './visit.mjs';
import { listen, noted, quiet } from './watch.mjs';

/**
 * @returns ms from the start of the navigation to `paint` (the first content) and `seen` (what the reader came
 * for); ms of `blocking` (all tasks beyond 50 ms from the first paint until quiet); `shift`, of use as well;
 * `answers`: ms of the slowest answer to each thing done.
 */
export function measureLoad(browser, screen, { url, seen, use = [] }) {
  return visit(browser, screen, async (page, session) => {
    await listen(page, seen);
    await page.goto(url, { waitUntil: 'load' });
    await quiet(page);
    const loaded = await noted(page);
    if (loaded.seen === undefined) throw new Error(`${url}: no ${seen} came into view`);
    const answers = await measureUse(page, session, use, screen);
    return { ...loaded, answers, shift: (await noted(page)).shift };
  });
}

/** Turns of the wheel that move nothing, before a page is given up. */
const STUCK = 10;

/** Scrolls from top to bottom as a reader does. @returns the sum of layout shifts on the way */
export function measureReading(browser, screen, { url, seen }) {
  const read = async (page) => {
    await listen(page, seen);
    await page.goto(url, { waitUntil: 'load' });
    await quiet(page);
    const step = screen.height / 2;
    const left = () =>
      page.evaluate(() => document.documentElement.scrollHeight - innerHeight - Math.ceil(scrollY));
    await page.mouse.move(screen.width / 2, screen.height / 2);
    let stuck = 0;
    while ((await left()) > 1) {
      const before = await page.evaluate(() => scrollY);
      await page.mouse.wheel(0, step);
      await page.waitForTimeout(50);
      if ((await page.evaluate(() => scrollY)) !== before) stuck = 0;
      else if (stuck++ < STUCK) await page.waitForTimeout(200);
      else throw new Error(`${url}: the wheel does not lead beyond ${before} px`);
    }
    await quiet(page);
    return (await noted(page)).shift;
  };
  return visit(browser, screen, read, { cpu: 1, slow: false });
}
