/**
 * <cf-scrolly>: while a step is read, the figure beside it shows that step's view. Only where there is room for a
 * figure beside the text and the reader wants motion; elsewhere every step has its own static drawing.
 * Scrolling itself is never touched.
 */
import type { FigureElement } from './figure-element';

/** The same condition as in story.css. */
const MOVING = '(min-width: 1000px) and (prefers-reduced-motion: no-preference)';

export class ScrollyElement extends HTMLElement {
  #observer: IntersectionObserver | undefined;
  #first = '';
  #shown = '';

  connectedCallback(): void {
    const figure = this.querySelector<FigureElement>('cf-figure');
    if (!figure || !matchMedia(MOVING).matches) return;
    this.#first = this.#shown = figure.dataset.page ?? '';
    const steps = [...this.querySelectorAll<HTMLElement>('section.step')];
    // A line across the middle of the window: the step on it is the one being read.
    this.#observer = new IntersectionObserver(
      () => {
        const middle = innerHeight / 2;
        const read = steps.filter((step) => step.getBoundingClientRect().top < middle).at(-1);
        const href = read ? (read.dataset.href ?? '') : this.#first;
        if (href === this.#shown) return;
        this.#shown = href;
        for (const step of steps) step.toggleAttribute('data-read', step === read);
        void figure.show(href, undefined, true);
      },
      { rootMargin: '-50% 0px -50% 0px' },
    );
    for (const step of steps) this.#observer.observe(step);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}
