/** Another view of the same chart: its page is fetched, and the figure on it takes the place of this one. */
import { alike, writeLink } from './address';
import type { Choice } from './choosing';
import { drawingsOf, markOf, shownOf, stopIn } from './drawings';
import { pageAt } from './pages';
import { recede, tellPeriod } from './period';
import { raise } from './raised';
import { tableOf } from './rows';
import { nothing, wordOf } from './selection';
import { slideOf } from './sliding';
import { fitLabels } from './spacing';
import { speak } from './speaking';
import { placesOf, travel } from './travel';
import { layOutRest } from './waiting';
import { say } from './words';

const AT_ONCE = ['title', 'subtitle', 'drawings', 'summary'];
const AFTER = ['views', 'note', 'tools'];

function swap(figure: Element, other: Element, parts: readonly string[]): void {
  for (const part of parts) {
    const theirs = other.querySelector(`[data-part="${part}"]`);
    if (theirs) figure.querySelector(`[data-part="${part}"]`)?.replaceChildren(...theirs.childNodes);
  }
}

/** Title and links of a page that is about this figure. */
function takeHead(page: Document): void {
  document.title = page.title;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    const theirs = page.querySelector(`a[data-language][hreflang="${link.hreflang}"]`);
    if (theirs) link.setAttribute('href', theirs.getAttribute('href') ?? '');
  }
}

/** An embed's headline face holds the letters of one title only. */
function takeFace(page: Document): void {
  const face = page.documentElement.dataset.titleFace;
  if (!face || !document.documentElement.dataset.titleFace) return;
  void new FontFace('Newsreader Head', `url(${face})`).load().then(
    (loaded) => document.fonts.add(loaded),
    () => undefined,
  );
}

/** An embed's other view, with its theme and what a host says of itself there (`childId`, `#?secret=`); a choice goes. */
function hosted(href: string): string {
  const url = new URL(href, location.href);
  url.search = location.search;
  url.searchParams.delete('hl');
  url.hash = location.hash;
  return url.href;
}

/** Where the focus is, to be given back to what takes that part's place; parts that go take it with them. */
function focusOf(figure: Element): { mark?: string; view?: string } {
  const focused = figure.contains(document.activeElement) ? document.activeElement : null;
  return {
    mark: focused?.closest('a.mark')?.getAttribute('data-id') ?? undefined,
    view: focused?.closest('[data-view]:not(cf-figure)')?.getAttribute('data-view') ?? undefined,
  };
}

export class Views {
  #fetching: AbortController | undefined;
  readonly #figure: HTMLElement;
  readonly #choice: Choice;

  constructor(figure: HTMLElement, choice: Choice) {
    this.#figure = figure;
    this.#choice = choice;
  }

  stop(): void {
    this.#fetching?.abort();
  }

  /**
   * @param href address of the view's page
   * @param link where the reader asked for it: followed itself where the page cannot be read
   * @param quiet it comes by scrolling: nothing is said, chosen or written
   */
  async show(href: string, link?: Element, quiet = false): Promise<void> {
    this.stop();
    const fetching = new AbortController();
    this.#fetching = fetching;
    try {
      const page = await pageAt(href, fetching.signal);
      const other = page.querySelector<HTMLElement>(`cf-figure[data-chart="${this.#figure.dataset.chart}"]`);
      if (!other) throw new Error('no figure');
      if (!fetching.signal.aborted) this.#take(other, page, href, quiet);
    } catch {
      if (fetching.signal.aborted) return;
      // Blocked or gone: the link itself still leads there.
      if (!link) return;
      // An embed never adds to its host's history, and keeps what its host has told it in its address.
      if (this.#figure.dataset.place === 'embed') location.replace(hosted(href));
      else location.assign(alike(href));
    }
  }

  #take(other: HTMLElement, page: Document, href: string, quiet: boolean): void {
    const figure = this.#figure;
    // Read before anything is written.
    const old = shownOf(figure);
    const places = placesOf(old);
    const slide = quiet ? slideOf(figure) : undefined;
    const focus = focusOf(figure);
    swap(figure, other, AT_ONCE);
    figure.dataset.view = other.dataset.view ?? '';
    figure.dataset.page = other.dataset.page ?? href;
    this.#choice.renew();
    recede(figure);
    // What the reader does not look at waits for the first frame of the movement.
    requestAnimationFrame(() => setTimeout(() => this.#takeRest(other, page, focus.view)));
    if (figure.dataset.place !== 'story') takeHead(page);
    takeFace(page);
    // Of the same width, so it is the one that is shown now.
    const svg = drawingsOf(figure).find((one) => one.classList.value === old?.classList.value);
    if (!quiet) {
      // In a story what was pressed is chosen instead, on the whole page.
      if (figure.dataset.place !== 'story' && this.#choice.isDrawn) this.#choice.again();
      else this.#choice.show(nothing);
      this.#choice.write();
      speak(figure, say('shown', { title: figure.querySelector('[data-part="title"]')?.textContent ?? '' }));
    }
    travel(svg, places, () => svg && raise(svg));
    slide?.();
    if (svg && focus.mark)
      (markOf(svg, focus.mark) ?? stopIn(svg))?.focus({
        preventScroll: true,
      });
    // Pressed far down in a drawing, it would be out of sight.
    if (!quiet) figure.querySelector('[data-part="title"]')?.scrollIntoView({ block: 'nearest' });
  }

  #takeRest(other: HTMLElement, page: Document, view: string | undefined): void {
    const figure = this.#figure;
    swap(figure, other, AFTER);
    const theirs = page.querySelector('[data-part="table"]');
    if (theirs) tableOf(figure)?.replaceChildren(...theirs.childNodes);
    for (const menu of figure.querySelectorAll<HTMLDetailsElement>('.views')) menu.open = false;
    // Rows have come, which wait with their layout: a choice finds its marks among them.
    layOutRest();
    this.#choice.again();
    writeLink(figure, wordOf(this.#choice.now));
    tellPeriod(figure);
    fitLabels(figure);
    if (view === undefined) return;
    const again = figure.querySelectorAll<HTMLElement>(`[data-view="${CSS.escape(view)}"], .views summary`);
    [...again].find((one) => one.getClientRects().length > 0)?.focus({ preventScroll: true });
  }
}
