/**
 * Where a host gives the frame less height than it was told and does not let it scroll (`scrolling="no"`, a largest
 * height), the page scrolls within itself. From inside it cannot be seen whether a frame may scroll, only that it does.
 */

/** By then a host that follows has done so. */
const WAIT = 500;

/** @param part what is as high as the frame wants to be */
export function scrollWhereCut(part: Element): void {
  if (window.parent === window) return;
  const root = document.documentElement;
  let waiting = 0;
  let scrolls = false;
  const look = () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      const cut = !scrolls && part.getBoundingClientRect().height > innerHeight + 1;
      root.toggleAttribute('data-cut', cut);
    }, WAIT);
  };
  new ResizeObserver(look).observe(part);
  addEventListener('resize', look);
  addEventListener('scroll', () => {
    scrolls = true;
    root.removeAttribute('data-cut');
  });
}
