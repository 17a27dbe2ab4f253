/**
 * What is below the window waits with its layout (`content-visibility`, site.css) until the page stands and has its
 * typefaces; then part after part is laid out in idle time, so that a page saved, captured or searched is whole.
 */

const idle = (run: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(run) : setTimeout(run, 50);

function layOutNext(): void {
  const part = document.querySelector('[data-later]');
  if (!part) return;
  part.removeAttribute('data-later');
  // The frame lays it out; the next part waits for that.
  requestAnimationFrame(() => idle(layOutNext));
}

export function layOutRest(): void {
  const begin = () => void document.fonts.ready.then(() => idle(layOutNext));
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
