/** What the browser itself notes of a visit. Nothing here makes it lay out: that would be measured as well. */

/** Begins to listen; before `page.goto`. */
export const listen = (page, seen) => page.addInitScript(watch, seen);

/** Waits until nothing has been fetched, run or answered for 0.3 s. */
export const quiet = (page) => page.evaluate(() => window.bench.quiet());

/** @returns milliseconds, and the sum of all layout shifts that no input explains, up to now */
export const noted = (page) => page.evaluate(() => window.bench.noted());

/** Runs in the page before anything of its own. */
function watch(selector) {
  const LONG = 50;
  const QUIET = 300;
  const tasks = [];
  const frames = [];
  let slowest = 0;
  let changes = 0;
  let shift = 0;
  let seen;
  let busy = 0;

  const hear = (type, take, options) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        busy = Math.max(busy, entry.startTime + entry.duration);
        take?.(entry);
      }
    }).observe({ type, buffered: true, ...options });
  hear('resource');
  hear('longtask', (task) => tasks.push(task));
  hear('long-animation-frame', (frame) => frames.push(frame));
  hear('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) shift += value;
  });
  const answered = ({ interactionId, duration }) => {
    if (interactionId) slowest = Math.max(slowest, duration);
  };
  hear('event', answered, { durationThreshold: 16 });
  const mutations = new MutationObserver((list) => {
    changes += list.length;
  });

  /** The parser is past it as soon as something follows it. */
  const whole = (element) => document.readyState !== 'loading' || follows(element);
  const follows = (node) =>
    node !== null && (node.nextElementSibling !== null || follows(node.parentElement));

  // It looks at the end of a frame and asks for no layout; it tells later, after whatever else waits, so what counts
  // is when it looked. A list that begins below the first window of a phone counts when it stands one window further
  // down.
  const inView = new IntersectionObserver(
    (entries) => {
      const found = entries.find((one) => one.isIntersecting && one.boundingClientRect.width > 200);
      if (!found) return;
      seen = found.time;
      inView.disconnect();
    },
    { rootMargin: '0px 0px 100% 0px' },
  );
  const asked = new WeakSet();
  const look = () => {
    for (const one of document.querySelectorAll(selector)) {
      if (asked.has(one) || !whole(one)) continue;
      asked.add(one);
      inView.observe(one);
    }
    if (seen === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  /** When the frame that ended at `time` was on the screen, which the browser tells of those beyond 50 ms. */
  const shown = (time) => {
    // What looks at its end does so a little after it.
    const frame = frames.findLast(({ startTime }) => startTime <= time);
    return Math.max(time, frame?.presentationTime ?? 0);
  };

  const wait = (time) => new Promise((done) => setTimeout(done, time));
  window.bench = {
    /** From here on changes of the page are counted and answers to a reader timed. */
    attend() {
      slowest = 0;
      changes = 0;
      mutations.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    },
    attended() {
      mutations.disconnect();
      return { changes, slowest };
    },
    async quiet() {
      busy = Math.max(busy, performance.now());
      while (performance.now() - busy < QUIET) await wait(100);
    },
    noted() {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
      const blocking = tasks.map(({ startTime, duration }) => {
        const from = Math.max(startTime, paint);
        return Math.max(0, startTime + duration - from - LONG);
      });
      return {
        paint,
        // The first paint is told as it is on the screen, too.
        seen: seen === undefined ? undefined : Math.max(paint, shown(seen)),
        blocking: blocking.reduce((sum, one) => sum + one, 0),
        shift,
      };
    },
  };
}
