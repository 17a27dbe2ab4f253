/**
 * <cf-map>: the opening picture reads along. What the passage in the middle of the window speaks of lights up, a
 * thread leads to the passage that tells it, and the map steps aside where a figure needs the room.
 */
import { say } from './words';

/** A band across the window: what crosses it is being read, or in the map's way. */
const READ = '-34% 0px -50% 0px';
/** More people than a passage names one by one. */
const TELLING = 4;
const ASIDE = '-4% 0px -22% 0px';

export class MapElement extends HTMLElement {
  readonly #seen: IntersectionObserver[] = [];

  connectedCallback(): void {
    const caption = this.querySelector('figcaption');
    // Two drawings, one of them shown, with the same threads in the same order.
    const drawings = [...this.querySelectorAll('svg')].map((svg) => [
      ...svg.querySelectorAll<SVGAElement>('.mark'),
    ]);
    const cites = [...document.querySelectorAll<HTMLElement>('.chapter .cite[data-threads]')];
    if (!caption || drawings.length === 0) return;
    const atRest = caption.textContent ?? '';
    let reading = atRest;
    // A ribbon stands for many moves: how many of them a passage means is not to be seen.
    const total = this.dataset['n'] ?? '';
    const single = drawings.every(({ length }) => `${length}` === total);

    // The passage that speaks of a thread alone tells it best; one that only counts it does not tell it.
    const telling = cites
      .map((one) => [one, threadsOf(one)] as const)
      .filter(([, told]) => told.length <= TELLING);
    for (const [cite, told] of telling.sort(byCount))
      for (const thread of told.flatMap((i) => drawings.flatMap((threads) => threads[i] ?? [])))
        if (!thread.getAttribute('href')?.startsWith('#')) thread.setAttribute('href', `#${cite.id}`);

    this.#watch(
      cites.map((cite) => cite.closest('p, figure, li') ?? cite),
      READ,
      (passages) => {
        const lit = new Set(
          passages.flatMap((passage) =>
            [...passage.querySelectorAll<HTMLElement>('.cite[data-threads]')].flatMap(threadsOf),
          ),
        );
        for (const threads of drawings)
          for (const [i, thread] of threads.entries()) thread.toggleAttribute('data-lit', lit.has(i));
        this.toggleAttribute('data-reading', lit.size > 0);
        reading = lit.size > 0 && single ? say('story.lit', { n: `${lit.size}`, total }) : atRest;
        caption.textContent = reading;
      },
    );
    this.#watch(
      [...document.querySelectorAll('.chapter > :is(cf-figure, cf-scrolly), .notes')],
      ASIDE,
      (figures) => this.toggleAttribute('data-aside', figures.length > 0),
    );

    // Led to, a passage opens its evidence, which begins with the name.
    this.addEventListener('click', (event) => {
      const href = (event.target as Element).closest('.mark')?.getAttribute('href') ?? '';
      const cite = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
      if (!cite) return;
      event.preventDefault();
      cite.scrollIntoView({ block: 'center' });
      if (cite.getAttribute('aria-expanded') !== 'true') cite.click();
      cite.focus({ preventScroll: true });
    });
    this.addEventListener('pointerover', (event) => {
      const name = (event.target as Element).closest('.mark')?.getAttribute('aria-label');
      caption.textContent = name ?? reading;
    });
    this.addEventListener('pointerleave', () => {
      caption.textContent = reading;
    });
  }

  disconnectedCallback(): void {
    for (const observer of this.#seen) observer.disconnect();
  }

  /** Calls `tell` with those of `elements` that cross the band, whenever one comes or goes. */
  #watch(
    elements: readonly Element[],
    rootMargin: string,
    tell: (crossing: readonly Element[]) => void,
  ): void {
    const crossing = new Set<Element>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries)
          if (isIntersecting) crossing.add(target);
          else crossing.delete(target);
        tell([...crossing]);
      },
      { rootMargin },
    );
    for (const element of new Set(elements)) observer.observe(element);
    this.#seen.push(observer);
  }
}

const threadsOf = (cite: HTMLElement): readonly number[] =>
  (cite.dataset['threads'] ?? '').split(' ').map(Number);

const byCount = (a: readonly [unknown, readonly number[]], b: readonly [unknown, readonly number[]]) =>
  a[1].length - b[1].length;
