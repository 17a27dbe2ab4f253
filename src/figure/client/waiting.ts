/**
 * What is below the window waits with its layout (`content-visibility`, site.css) until the page stands and has its
 * typefaces; then part after part is laid out in idle time, so that a page saved, captured or searched is whole.
 */

/** Calls `run` when the browser has nothing else to do. */
export const idle = (run: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(run) : setTimeout(run, 50);

/** One part, or of small ones as many as the first says are enough for a frame. */
function layOutNext(): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-later]')];
  const [first] = parts;
  if (!first) return;
  for (const part of parts.slice(0, Number(first.dataset['later']) || 1)) part.removeAttribute('data-later');
  // The frame lays them out; the next ones wait for that.
  requestAnimationFrame(() => idle(layOutNext));
}

export function layOutRest(): void {
  const begin = () => void document.fonts.ready.then(() => idle(layOutNext));
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
