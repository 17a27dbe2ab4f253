/**
 * <cf-map>: the opening picture reads along. What the passage in the middle of the window speaks of lights up, a
 * thread leads to the passage that tells it, and the map steps aside where a figure needs the room.
 */
import { placesIn } from '~/kit/ranges';
import { later } from './later';
import { say } from './words';

/** A band across the window: what crosses it is being read, or in the map's way. */
const READ = '-34% 0px -50% 0px';
/** More people than a passage names one by one. */
const TELLING = 4;
const ASIDE = '-4% 0px -22% 0px';

export class MapElement extends HTMLElement {
  readonly #seen: IntersectionObserver[] = [];

  connectedCallback(): void {
    const caption = this.querySelector('[data-told]');
    // Two drawings, one of them shown, with the same threads in the same order.
    const drawings = [...this.querySelectorAll('svg')].map((svg) => [
      ...svg.querySelectorAll<SVGAElement>('.mark'),
    ]);
    const cites = [...document.querySelectorAll<HTMLElement>('.chapter .cite[data-threads]')];
    if (!caption || drawings.length === 0) return;
    /** '' at rest: then what the page itself says stands there. */
    let reading = '';
    // The first has the names.
    const nameAt = (place: number) => drawings[0]?.[place]?.getAttribute('aria-label');

    lead(cites, drawings);
    this.addEventListener('click', follow);
    this.addEventListener('pointerover', (event) => {
      // A finger is on its way to the passage.
      if (event.pointerType === 'touch') return;
      const mark = markAt(event);
      const place = mark ? Math.max(...drawings.map((threads) => threads.indexOf(mark))) : -1;
      caption.textContent = nameAt(place) ?? reading;
    });
    this.addEventListener('pointerleave', () => {
      caption.textContent = reading;
    });
    this.#watch(
      cites.map((cite) => cite.closest('p, figure, li') ?? cite),
      READ,
      (passages) => {
        const told = passages.flatMap((one) => [...one.querySelectorAll<HTMLElement>('.cite[data-threads]')]);
        const lit = new Set(told.flatMap(threadsOf));
        for (const threads of drawings)
          for (const [i, thread] of threads.entries()) thread.toggleAttribute('data-lit', lit.has(i));
        this.toggleAttribute('data-reading', lit.size > 0);
        reading = this.#captionOf([...lit], drawings) ?? '';
        caption.textContent = reading;
      },
    );
    this.#watch(
      [...document.querySelectorAll('.chapter > :is(cf-figure, cf-scrolly), .notes')],
      ASIDE,
      (figures) => this.toggleAttribute('data-aside', figures.length > 0),
    );
  }

  /** "2 of 64 moves: Mike Dalton, Angela Fan"; a ribbon stands for many moves, and how many are meant is not known. */
  #captionOf(lit: readonly number[], drawings: readonly SVGAElement[][]): string | undefined {
    const total = this.dataset['n'] ?? '';
    if (lit.length === 0 || drawings.some(({ length }) => `${length}` !== total)) return undefined;
    const names = lit.map((i) => drawings[0]?.[i]?.getAttribute('aria-label')?.split(', ')[0]);
    const count = say('lit', { n: `${lit.length}`, total });
    return lit.length > TELLING ? count : `${count}: ${[...new Set(names)].join(', ')}`;
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

const threadsOf = (cite: HTMLElement): readonly number[] => placesIn(cite.dataset['threads'] ?? '');

const byCount = (a: readonly [unknown, readonly number[]], b: readonly [unknown, readonly number[]]) =>
  a[1].length - b[1].length;

const markAt = (event: Event) => (event.target as Element).closest<SVGAElement>('.mark');

/** Threads lead to the passage that tells them: best one that speaks of nobody else, never one that only counts. */
function lead(cites: readonly HTMLElement[], drawings: readonly SVGAElement[][]): void {
  const telling = cites
    .map((one) => [one, threadsOf(one)] as const)
    .filter(([, told]) => told.length <= TELLING);
  // A passage that leads to a page of its own has no id from the page.
  for (const [i, [cite]] of telling.entries()) cite.id ||= `told-${i}`;
  for (const [cite, told] of telling.sort(byCount))
    for (const thread of told.flatMap((i) => drawings.flatMap((threads) => threads[i] ?? [])))
      if (!thread.getAttribute('href')?.startsWith('#')) thread.setAttribute('href', `#${cite.id}`);
}

/** Led to, a passage opens its evidence, which begins with the name. */
function follow(event: Event): void {
  const href = markAt(event)?.getAttribute('href') ?? '';
  const cite = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
  if (!cite) return;
  event.preventDefault();
  // What is on the way there may have to be laid out first.
  later(() => {
    cite.scrollIntoView({ block: 'center' });
    if (cite.getAttribute('aria-expanded') !== 'true') cite.click();
    cite.focus({ preventScroll: true });
  });
}
