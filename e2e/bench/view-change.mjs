/** What a reader waits for after choosing another view: its page, and then nothing. */
import { visit } from './visit.mjs';

/**
 * Chooses the first other view of the figure at `url`.
 * @returns `fetch`: ms from the click to the end of the last fetch; `after`: ms from there to the frame in which
 * a mark stands elsewhere; `frames`: frames in between in which none did; `moving`: ms until all stand still.
 */
export function measureViewChange(browser, screen, url, { cpu }) {
  const change = async (page, session) => {
    await page.goto(url, { waitUntil: 'networkidle' });
    const defined = await page.evaluate(() => customElements.get('cf-figure') !== undefined);
    if (!defined) return { fault: 'cf-figure is not defined on the chart page' };
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await page.evaluate(() => {
      const menu = document.querySelector('cf-figure details.views');
      if (menu) menu.open = true;
    });
    return page.evaluate(choose);
  };
  return visit(browser, screen, change, { cpu: 1, reducedMotion: 'no-preference' });
}

/** Runs in the page. Each frame is compared with the first: a mark is known by its id, its place by its path. */
async function choose() {
  const { id } = document.querySelector('cf-figure');
  // By name every time: the element itself may be exchanged.
  const figure = () => document.getElementById(id);
  const here = location.href;
  const link = [...figure().querySelectorAll('a[data-view]')].find(
    (a) => a.getClientRects().length > 0 && a.getAttribute('aria-current') !== 'true' && a.href !== here,
  );
  if (!link) return { fault: 'the figure has no link to another view' };

  const places = () => {
    const found = new Map();
    const svg = [...figure().querySelectorAll('svg')].find((one) => one.getClientRects().length > 0);
    for (const mark of svg?.querySelectorAll('[data-id]') ?? []) {
      const id = mark.dataset.id;
      const d = [...mark.querySelectorAll('path')].map((path) => path.getAttribute('d')).join();
      if (!found.has(id)) found.set(id, d);
    }
    return found;
  };
  const before = places();
  const differs = (a, b) => [...b].some(([id, d]) => a.has(id) && a.get(id) !== d);

  // Registered in every frame before the figure can, so it sees what the frame before has painted.
  const frames = [];
  let last = before;
  const tick = (time) => {
    const now = places();
    frames.push({ time, moved: differs(before, now), changed: differs(last, now) });
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);

  const clicked = performance.now();
  link.click();
  const wait = (time) => new Promise((done) => setTimeout(done, time));
  while (performance.now() - clicked < 8000) {
    await wait(100);
    const began = frames.findIndex((frame) => frame.moved);
    if (began >= 0 && !frames.slice(-20).some((frame) => frame.changed)) break;
  }
  const seen = frames.findIndex((frame) => frame.moved);
  if (seen < 1) return { fault: 'no mark moved within 8 s' };
  const first = seen - 1;
  const fetched = performance
    .getEntriesByType('resource')
    .filter((entry) => entry.initiatorType === 'fetch' && entry.startTime >= clicked - 1)
    // One that ends between two frames is what the second has waited for.
    .filter((entry) => entry.responseEnd <= frames[seen].time);
  const end = Math.max(clicked, ...fetched.map((entry) => entry.responseEnd));
  const lastMove = frames.findLastIndex((frame) => frame.changed);
  return {
    fetch: end - clicked,
    after: Math.max(0, frames[first].time - end),
    frames: frames.slice(0, first).filter((frame) => frame.time > end).length,
    moving: frames[lastMove].time - frames[first].time,
  };
}
