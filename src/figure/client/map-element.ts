/**
 * <cf-map>: the opening picture reads along. What the passage in the middle of the window speaks of lights up, a
 * thread leads to the passage that tells it and a total to what it adds up, by key as well, and the map steps aside
 * where a figure needs the room.
 */
import { placesIn } from '~/kit/ranges';
import { drawingsOf, stopAt } from './drawings';
import { stopBy } from './keys';
import { later } from './later';
import { raise } from './raised';
import { nameTotals, STOP } from './totals';
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
    const drawings = drawingsOf(this).map((svg) => [...svg.querySelectorAll<SVGAElement>('.mark')]);
    const cites = [...document.querySelectorAll<HTMLElement>('.chapter .cite[data-threads]')];
    if (!caption || drawings.length === 0) return;
    /** '' at rest: then what the page itself says stands there. */
    let reading = '';
    /** What a key has reached is told until it is left, whatever comes into view meanwhile. */
    let reached = '';
    const tell = (name?: string | null) => {
      caption.textContent = name || reached || reading;
    };

    lead(cites, drawings);
    for (const total of this.querySelectorAll<SVGAElement>('[data-list]'))
      total.setAttribute('href', total.dataset['list'] ?? '');
    this.addEventListener('click', follow);
    addEventListener('hashchange', comeBack);
    later(() => this.#reach());
    this.addEventListener('keydown', press);
    for (const type of ['focusin', 'focusout'])
      this.addEventListener(type, (event) => {
        const stop = stopOf(event);
        // One that no finger or mouse has left the focus at.
        const byKey = type === 'focusin' && stop?.matches(':focus-visible');
        reached = (byKey && stop?.getAttribute('aria-label')) || '';
        tell();
        if (stop?.ownerSVGElement) raise(stop.ownerSVGElement);
      });
    this.addEventListener('pointerover', (event) => {
      // A finger is on its way to the passage.
      if (event.pointerType === 'touch') return;
      tell(stopOf(event)?.getAttribute('aria-label'));
    });
    this.addEventListener('pointerleave', () => tell());
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
        tell();
      },
    );
    this.#watch(
      [...document.querySelectorAll('.chapter > :is(cf-figure, cf-scrolly), .notes')],
      ASIDE,
      (figures) => this.toggleAttribute('data-aside', figures.length > 0),
    );
  }

  /** What keys reach is heard as well: each drawing is a group of threads and totals with one tab stop. */
  #reach(): void {
    for (const svg of drawingsOf(this)) {
      svg.removeAttribute('aria-hidden');
      svg.setAttribute('role', 'group');
      svg.setAttribute('aria-labelledby', 'map-says');
      svg.setAttribute('aria-description', say('mapKeys'));
      // Here a total chooses nothing: it leads to the list, a number at a ribbon to the chart of that.
      for (const total of svg.querySelectorAll<SVGAElement>('text a:is([aria-label], [data-list])'))
        total.dataset['sum'] = total.getAttribute('href') ?? '';
      nameTotals(svg, (name, { dataset }) => say(dataset['list'] ? 'toList' : 'toChart', { name }));
      // What other words say stands in the names of the threads.
      for (const words of svg.querySelectorAll('text'))
        if (!words.querySelector('[data-sum]')) words.setAttribute('aria-hidden', 'true');
      const first = svg.querySelector<SVGAElement>('.mark');
      if (first) stopAt(first);
    }
    for (const hidden of this.querySelectorAll('[aria-hidden].drawings, .hint'))
      hidden.removeAttribute('aria-hidden');
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

/** A thread or a total. */
const stopOf = (event: Event) => (event.target as Element).closest<SVGAElement>(STOP);

/** Threads lead to the passage that tells them: best one that speaks of nobody else, never one that only counts. */
function lead(cites: readonly HTMLElement[], drawings: readonly SVGAElement[][]): void {
  const telling = cites
    .map((one) => [one, threadsOf(one)] as const)
    .filter(([, told]) => told.length <= TELLING);
  for (const [cite, told] of telling.sort(byCount))
    for (const thread of told.flatMap((i) => drawings.flatMap((threads) => threads[i] ?? [])))
      if (!thread.getAttribute('href')?.startsWith('#')) thread.setAttribute('href', `#${cite.id}`);
}

/** Led to, a passage opens its evidence, which begins with the name. It is a step of the history: Back leads here. */
function follow(event: Event): void {
  const mark = stopOf(event);
  const href = mark?.getAttribute('href') ?? '';
  const cite = href.startsWith('#') ? document.getElementById(href.slice(1)) : null;
  const { button, metaKey, ctrlKey, shiftKey, altKey } = event as MouseEvent;
  if (!cite || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
  event.preventDefault();
  // What is on the way there may have to be laid out first.
  later(() => {
    const from = location.href;
    location.hash = href;
    led = { mark, from, to: location.href };
    cite.scrollIntoView({ block: 'center' });
    if (cite.getAttribute('aria-expanded') !== 'true') cite.click();
    cite.focus({ preventScroll: true });
  });
}

/** The last step from a thread to its passage. */
let led: { mark: SVGAElement | null; from: string; to: string } | undefined;

/** Who goes back is at the thread again; the map is no longer aside, which it hears of only later. */
function comeBack({ oldURL, newURL }: HashChangeEvent): void {
  const mark = oldURL === led?.to && newURL === led.from ? led.mark : undefined;
  mark?.closest('cf-map')?.removeAttribute('data-aside');
  mark?.focus({ preventScroll: true });
}

/** Arrows lead from thread to thread and over totals, Space follows one as Enter does. */
function press(event: KeyboardEvent): void {
  const stop = stopOf(event);
  const next = stop && (event.key === ' ' ? stop : stopBy(event, stop));
  if (!next) return;
  event.preventDefault();
  if (event.key === ' ') next.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  else if (next !== stop) {
    stopAt(next);
    next.focus();
  }
}
