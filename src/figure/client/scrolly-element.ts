/**
 * <cf-scrolly>: while a step is read, the figure beside it shows that step's view. Only where there is room for a
 * figure beside the text and the reader wants motion; elsewhere every step has its own static drawing.
 * Scrolling itself is never touched.
 */
import type { FigureElement } from './figure-element';

/** The same condition as in story.css. */
const MOVING = '(min-width: 1000px) and (min-height: 680px) and (prefers-reduced-motion: no-preference)';

export class ScrollyElement extends HTMLElement {
  #observer: IntersectionObserver | undefined;
  #leaving: IntersectionObserver | undefined;
  #moving: MediaQueryList | undefined;
  #first = '';
  #shown = '';
  /** The view of the step that is read, shown or not. */
  #wanted = '';

  connectedCallback(): void {
    this.#first = this.#shown = this.#wanted = this.#figure?.dataset.page ?? '';
    this.#moving = matchMedia(MOVING);
    this.#moving.addEventListener('change', this);
    this.addEventListener('focusout', this);
    this.addEventListener('toggle', this, true);
    this.handleEvent();
  }

  disconnectedCallback(): void {
    this.#moving?.removeEventListener('change', this);
    this.removeEventListener('focusout', this);
    this.removeEventListener('toggle', this, true);
    this.#observer?.disconnect();
    this.#leaving?.disconnect();
  }

  /** A window that is resized, or a reader who changes their mind about motion, in the middle of the story. */
  handleEvent(event?: Event): void {
    if (event?.type === 'focusout' || event?.type === 'toggle') {
      // Asked in a style sheet, every element that comes would ask it again.
      this.#figure?.toggleAttribute('data-open', this.#isRead);
      // Once the focus is where it goes, or what was open is closed.
      setTimeout(() => this.#show(this.#wanted));
      return;
    }
    this.#observer?.disconnect();
    this.#leaving?.disconnect();
    const steps = [...this.querySelectorAll<HTMLElement>('section.step')];
    if (!this.#moving?.matches) {
      this.#show(this.#first);
      return;
    }
    // A line across the middle of the window: the last step that has passed it is the one being read.
    this.#observer = new IntersectionObserver(
      () => {
        const middle = innerHeight / 2;
        const read = steps.filter((step) => step.getBoundingClientRect().top < middle).at(-1);
        this.#show(read?.dataset.href ?? this.#first);
      },
      { rootMargin: '-50% 0px -50% 0px' },
    );
    for (const step of steps) this.#observer.observe(step);
    // Read past, unseen, the figure has all its marks again: a person is followed through it as well.
    this.#leaving = new IntersectionObserver(([entry]) => {
      if (entry && !entry.isIntersecting) this.#show(this.#first);
    });
    this.#leaving.observe(this);
  }

  get #figure(): FigureElement | null {
    return this.querySelector<FigureElement>('cf-figure');
  }

  /** A panel of the figure is open. */
  get #isRead(): boolean {
    return Boolean(this.#figure?.querySelector('.tool[open]'));
  }

  #show(href: string): void {
    this.#wanted = href;
    if (!href || href === this.#shown) return;
    // A keyboard that is in the figure scrolls as it goes, and who has opened a panel reads it: what it is at stays.
    if (this.#isRead || this.#figure?.querySelector(':focus-visible')) return;
    this.#shown = href;
    this.#figure?.follow(href);
  }
}
