/** How soon a chart can be seen on a phone of the middle class over a slow line. */

/** 1.6 Mbit/s down, 0.75 up, 150 ms: Lighthouse's slow 4G. */
export const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

/**
 * @returns {Promise<{ paint: number, chart: number }>} Milliseconds from the start of the navigation: to the
 * first thing painted, and to the first frame that shows the whole drawing.
 */
export async function measureLoad(browser, url) {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', SLOW);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: 'load' });
  const taken = await page.evaluate(() => window.seen);
  await context.close();
  return taken;
}

/** Runs in the page before anything of its own. Frames only come once its stylesheets no longer hold them back. */
function watch() {
  window.seen = new Promise((resolve) => {
    /** The parser is past it as soon as something follows it. */
    const whole = (svg) => document.readyState !== 'loading' || follows(svg);
    const follows = (node) =>
      node !== null && (node.nextElementSibling !== null || follows(node.parentElement));
    const shown = () =>
      [...document.querySelectorAll('svg')].some(
        (svg) => svg.getBoundingClientRect().width > 200 && whole(svg),
      );
    const look = () => {
      if (!shown()) return requestAnimationFrame(look);
      // What stands in this frame is painted at its end; the next frame comes after that.
      return requestAnimationFrame((next) => report(next));
    };
    const report = (next) => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
      if (paint === undefined) return setTimeout(report, 20, next);
      return resolve({ paint, chart: Math.max(paint, next) });
    };
    requestAnimationFrame(look);
  });
}
