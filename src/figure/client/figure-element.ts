/**
 * <cf-figure>: what a server-drawn figure gains from script. Choosing a mark opens its evidence in the band,
 * choosing a view fetches that view's page and takes the figure out of it, and the address follows.
 * Without it every link still leads to the same place.
 */
import { parseQuery } from '~/views/v1';
import { writeAddress, writeLink } from './address';
import { evidenceOf, groupOf } from './band';
import { showNotice } from './notices';
import { recede } from './period';
import { raise } from './raised';
import { announce, CHOSEN, nothing, type Selection } from './selection';
import { placesOf, travel } from './travel';
import { say } from './words';

const AT_ONCE = ['title', 'subtitle', 'drawings', 'summary'];
const AFTER = ['views', 'note', 'tools'];
/** A view named after an organisation alone. */
const ORGANISATION = /^[a-z]+$/;

export class FigureElement extends HTMLElement {
  #fetching: AbortController | undefined;
  #resting = '';
  #chosen: Selection = nothing;
  /** What the page has chosen, also where this figure's view has no mark for it. */
  #wanted: Selection = nothing;
  /** A drawing whose marks have not arrived at their places yet. */
  #travelling: SVGSVGElement | null = null;
  /** The evidence of the choice has not had the focus yet. */
  #unread = false;
  /** Views seen on this page: a step back needs no second fetch. */
  #pages = new Map<string, string>();

  connectedCallback(): void {
    this.#resting = this.#band?.innerHTML ?? '';
    for (const type of ['click', 'keydown', 'pointerover', 'pointerleave', 'focusin', 'focusout'])
      this.addEventListener(type, this);
    if (STORY) document.addEventListener(CHOSEN, this);
    this.#rove();
    // Once all figures of the page are awake: they hear of each other's choice.
    queueMicrotask(() => void this.#restore());
  }

  disconnectedCallback(): void {
    if (STORY) document.removeEventListener(CHOSEN, this);
    this.#fetching?.abort();
  }

  handleEvent(event: Event): void {
    if (STORY && event.type === CHOSEN) {
      const { selection, from } = (event as CustomEvent<{ selection: Selection; from: unknown }>).detail;
      if (from !== this) this.#show(selection);
    } else if (event instanceof KeyboardEvent) this.#key(event);
    else if (event.type === 'click') this.#click(event as MouseEvent);
    else {
      // Focus that a finger or a mouse left behind says nothing new.
      const told =
        event.type === 'pointerover' ? 'a.mark' : event.type === 'focusin' ? 'a.mark:focus-visible' : '';
      this.#over(told ? (event.target as Element).closest(told) : null);
    }
  }

  get #band(): HTMLElement | null {
    return this.querySelector('[data-band]');
  }
  /** The drawing the reader sees. */
  get #svg(): SVGSVGElement | null {
    return (
      [...this.querySelectorAll<SVGSVGElement>('.drawings > svg')].find(
        (svg) => svg.getClientRects().length > 0,
      ) ?? null
    );
  }
  get #marks(): SVGAElement[] {
    return [...(this.#svg?.querySelectorAll<SVGAElement>('a.mark') ?? [])];
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (target.closest('[data-unchoose]')) {
      this.#unchoose();
      return;
    }
    const mark = target.closest('a.mark');
    const view = target.closest('a[data-view]');
    const named = target.closest('text[data-mark]');
    if (mark && this.contains(mark)) {
      event.preventDefault();
      const id = mark.getAttribute('data-id') ?? '';
      this.choose(id === this.#chosen.id ? nothing : this.#selectionOf(id));
      // A keyboard goes there itself, by Tab.
      if (event.detail > 0) this.#reveal();
    } else if (view) {
      event.preventDefault();
      void this.show(view.getAttribute('href') ?? '', view);
      // In a story the other figures follow: an organisation is chosen on the whole page.
      const org = view.getAttribute('data-view') ?? '';
      if (STORY && this.dataset.place === 'story')
        announce(ORGANISATION.test(org) ? { org, name: view.textContent ?? org } : nothing, this);
    } else if (named) {
      this.choose(this.#selectionOf(named.getAttribute('data-mark') ?? ''));
      this.#reveal();
    } else if (target.closest('.drawings') && this.#chosen.name) this.choose(nothing);
  }

  /** Takes the choice back; the focus goes to the mark it was made at. */
  #unchoose(): void {
    const mark = this.#marks.find((one) => one.getAttribute('data-id') === this.#chosen.id);
    this.choose(nothing);
    mark?.focus();
  }

  /** Arrows go along the marks, Home and End to their ends, Escape back: first from the choice, then from the view. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      const menu = (event.target as Element).closest<HTMLDetailsElement>('.views[open]');
      if (menu) {
        menu.open = false;
        menu.querySelector('summary')?.focus();
      } else if (this.#chosen.name) {
        this.#unchoose();
        event.preventDefault();
      } else if (this.dataset.view && (event.target as Element).closest('.drawings')) {
        const all = this.querySelector('a[data-view="all"]');
        if (all) void this.show(all.getAttribute('href') ?? '', all);
      }
      return;
    }
    const mark = (event.target as Element).closest<SVGAElement>('a.mark');
    if (!mark) return;
    // The band stands before the drawing: from the mark just chosen the way leads to its evidence, once.
    if (event.key === 'Tab' && !event.shiftKey && this.#unread && mark.hasAttribute('data-on')) {
      this.#unread = false;
      this.#band?.querySelector<HTMLElement>('button')?.focus();
      event.preventDefault();
    }
    const marks = this.#marks;
    const at = marks.indexOf(mark);
    const to = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: marks.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : marks[Math.max(0, Math.min(marks.length - 1, to))];
    if (!next) return;
    event.preventDefault();
    for (const one of marks) one.tabIndex = one === next ? 0 : -1;
    next.focus();
  }

  /** Fifty marks are one tab stop; where the labels lead, the menu of views leads as well. */
  #rove(): void {
    for (const svg of this.querySelectorAll('.drawings > svg')) {
      for (const link of svg.querySelectorAll<SVGAElement>('a')) {
        link.tabIndex = -1;
        if (link.matches('.mark')) link.dataset.id = this.#idOf(link.getAttribute('href') ?? '');
      }
      const first = svg.querySelector<SVGAElement>('a.mark');
      if (first) first.tabIndex = 0;
    }
  }

  /** Says which mark is under the pointer or has the focus, and lifts it above the others. */
  #over(mark: Element | null): void {
    for (const one of this.querySelectorAll('a.mark[data-over]')) one.removeAttribute('data-over');
    mark?.setAttribute('data-over', '');
    this.#raise();
    const said = this.querySelector('.over');
    const name = mark?.getAttribute('aria-label') ?? '';
    if (said) said.textContent = mark?.matches(':focus-visible') ? `${name}. ${say('keys')}` : name;
  }

  /** On a phone the band stands under the drawing, perhaps out of sight. */
  #reveal(): void {
    const band = this.#band?.closest('.band');
    if (band && band.getBoundingClientRect().top > (this.#svg?.getBoundingClientRect().top ?? 0))
      band.scrollIntoView({ block: 'nearest' });
  }

  /** Chooses a row, a person or an organisation, on the whole page; `nothing` takes the choice back. */
  choose(selection: Selection, quiet = false): void {
    this.#show(selection);
    if (!quiet) writeAddress(this, this.#chosen.id ?? this.#chosen.person ?? this.#chosen.org);
    if (STORY) announce(selection, this);
  }

  /** Shows a choice made here or elsewhere: marks, and the band's evidence or the chip alone. */
  #show(selection: Selection): void {
    this.#wanted = selection;
    const ids = new Set(
      this.#rows.filter((row) => this.#isOf(row, selection)).map((row) => this.#idOf(row.id)),
    );
    this.#chosen = ids.size > 0 ? selection : nothing;
    for (const mark of this.querySelectorAll('.drawings [data-id], .drawings [data-mark]')) {
      const id = mark.getAttribute('data-id') ?? mark.getAttribute('data-mark') ?? '';
      mark.toggleAttribute('data-on', ids.has(id));
      if (mark.matches('a.mark')) mark.setAttribute('aria-current', String(id === selection.id));
    }
    this.toggleAttribute('data-chosen', ids.size > 0);
    this.#unread = ids.size > 0;
    this.#raise();
    writeLink(this, this.#chosen.id ?? this.#chosen.person);
    const band = this.#band;
    if (!band) return;
    const row = selection.id ? this.#row(selection.id) : undefined;
    if (row) {
      band.replaceChildren(...evidenceOf(row, this.dataset.page ?? ''));
      if (this.dataset.place === 'embed') void this.#ask(row, band);
    } else if (ids.size > 0) band.replaceChildren(...groupOf(selection.name, ids.size));
    else band.innerHTML = this.#resting;
  }

  /** The rows behind the marks; on a chart's own page the table stands below the figure. */
  get #rows(): HTMLTableRowElement[] {
    return [...(this.#table?.querySelectorAll<HTMLTableRowElement>('tbody > tr') ?? [])];
  }

  /** Rows and marks carry their figure's id before their own. */
  #idOf(anchor: string): string {
    return anchor.slice(anchor.indexOf('#') + this.id.length + 2);
  }

  #isOf(row: HTMLTableRowElement, { id, person, org }: Selection): boolean {
    const { dataset } = row;
    if (id !== undefined && this.#idOf(row.id) === id) return true;
    if (person !== undefined && dataset.person === person) return true;
    return org !== undefined && (dataset.orgs ?? '').split(' ').includes(org);
  }

  #row(id: string | undefined): HTMLTableRowElement | undefined {
    return this.#rows.find((row) => this.#idOf(row.id) === id);
  }

  get #table(): Element | null {
    return (
      this.querySelector('[data-part="table"]') ??
      document.querySelector('.table-section [data-part="table"]')
    );
  }

  /** A drawing whose marks are on their way is left alone until they have arrived. */
  #raise(): void {
    for (const svg of this.querySelectorAll<SVGSVGElement>('.drawings > svg'))
      if (svg !== this.#travelling) raise(svg);
  }

  #selectionOf(id: string): Selection {
    const row = this.#row(id);
    return row ? { id, person: row.dataset.person, name: row.cells[0]?.textContent ?? id } : nothing;
  }

  /** An embed's rows come without sources: the chart's page has them. Where it cannot be read, its link stays. */
  async #ask(row: HTMLTableRowElement, band: Element): Promise<void> {
    try {
      const page = await this.#page(this.dataset.page ?? '');
      const full = page.getElementById(row.id) as HTMLTableRowElement | null;
      if (!full || this.#chosen.id !== this.#idOf(row.id)) return;
      for (const link of full.querySelectorAll('a')) link.target = '_blank';
      band.replaceChildren(...evidenceOf(full, this.dataset.page ?? ''));
    } catch {
      // A frame without leave to fetch: what the row says is there, with a link to the rest.
    }
  }

  async #page(href: string, signal?: AbortSignal): Promise<Document> {
    let text = this.#pages.get(href);
    if (text === undefined) {
      const response = await fetch(href, { signal });
      if (!response.ok) throw new Error(String(response.status));
      text = await response.text();
      this.#pages.set(href, text);
    }
    return new DOMParser().parseFromString(text, 'text/html');
  }

  /** Shows another view of the same chart: its page is fetched, and the figure on it takes the place of this one. */
  async show(href: string, link?: Element, quiet = false): Promise<void> {
    this.#fetching?.abort();
    const fetching = new AbortController();
    this.#fetching = fetching;
    try {
      const page = await this.#page(href, fetching.signal);
      const other = page.querySelector<HTMLElement>(`cf-figure[data-chart="${this.dataset.chart}"]`);
      if (!other) throw new Error('no figure');
      this.#take(other, page, href, quiet);
    } catch {
      if (fetching.signal.aborted) return;
      // Blocked or gone: the link itself still leads there.
      if (!link) return;
      // An embed never adds to its host's history.
      if (this.dataset.place === 'embed') location.replace(href);
      else location.assign(href);
    }
  }

  #take(other: HTMLElement, page: Document, href: string, quiet: boolean): void {
    const places = placesOf(this.#svg);
    const focused = document.activeElement?.closest('[data-view]')?.getAttribute('data-view');
    const inside = this.contains(document.activeElement);
    const swap = (parts: readonly string[]) => {
      for (const part of parts) {
        const theirs = other.querySelector(`[data-part="${part}"]`);
        if (theirs) this.querySelector(`[data-part="${part}"]`)?.replaceChildren(...theirs.childNodes);
      }
    };
    swap(AT_ONCE);
    // What the reader does not look at waits for the first frame of the movement.
    requestAnimationFrame(() =>
      setTimeout(() => {
        swap(AFTER);
        const theirTable = page.querySelector('[data-part="table"]');
        if (theirTable) this.#table?.replaceChildren(...theirTable.childNodes);
        for (const links of this.querySelectorAll<HTMLDetailsElement>('.views')) links.open = false;
        // Scrolling into another view takes back no choice.
        if (quiet) this.#show(this.#wanted);
        else writeLink(this, this.#chosen.id ?? this.#chosen.person);
        if (!inside || focused === null || focused === undefined) return;
        const again = [...this.querySelectorAll<HTMLElement>(`[data-view="${focused}"], .views summary`)];
        again.find((one) => one.getClientRects().length > 0)?.focus();
      }),
    );
    this.dataset.view = other.dataset.view ?? '';
    this.dataset.page = other.dataset.page ?? href;
    if (!(STORY && this.dataset.place === 'story')) {
      document.title = page.title;
      for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
        const theirs = page.querySelector(`a[data-language][hreflang="${link.hreflang}"]`);
        if (theirs) link.setAttribute('href', theirs.getAttribute('href') ?? '');
      }
    }
    this.#rove();
    // An embed's headline face holds the letters of one title only.
    const face = page.documentElement.dataset.titleFace;
    if (face && document.documentElement.dataset.titleFace)
      void new FontFace('Newsreader Head', `url(${face})`).load().then(
        (loaded) => document.fonts.add(loaded),
        () => undefined,
      );
    const svg = this.#svg;
    const move = () => {
      this.#travelling = svg;
      travel(svg, places, () => {
        if (this.#travelling === svg) this.#travelling = null;
        this.#raise();
      });
    };
    if (quiet) {
      move();
      return;
    }
    this.#show(nothing);
    writeAddress(this, this.#chosen.id ?? this.#chosen.person ?? this.#chosen.org);
    const band = this.#band;
    const summary = this.#svg?.getAttribute('aria-label') ?? '';
    if (band) {
      const heard = document.createElement('span');
      heard.className = 'heard';
      heard.textContent = summary;
      band.append(heard);
    }
    move();
  }

  /** What the address asks for, once, at the start; what it asks in vain is said. */
  async #restore(): Promise<void> {
    this.dataset.first ??= this.dataset.view ?? '';
    const params = new URLSearchParams(location.search);
    const story = STORY && this.dataset.place === 'story';
    const wanted = story ? params.get(this.dataset.chart ?? '') : null;
    if (wanted !== null && wanted !== this.dataset.view) {
      const link = this.querySelector(`.views a[data-view="${CSS.escape(wanted || 'all')}"]`);
      if (link) await this.show(link.getAttribute('href') ?? '');
      else
        showNotice(this, {
          key: this.dataset.chart ?? '',
          given: wanted,
          shown: this.querySelector('.views b')?.textContent ?? '',
        });
    }
    const { query, notices } = parseQuery(params);
    // What concerns the whole story is said at its head.
    const place = (story && document.querySelector('.story-head')) || this;
    const lead = !story || document.querySelector('cf-figure') === this;
    if (query.hl) {
      const { hl } = query;
      const rows = this.#rows;
      const named = rows.find((row) => row.dataset.person === hl);
      const found = this.#row(hl)
        ? this.#selectionOf(hl)
        : named
          ? { person: hl, name: named.cells[0]?.textContent ?? hl }
          : nothing;
      if (found.name) {
        this.choose(found, true);
        if (this.dataset.place === 'page' && !location.hash) this.#reveal();
      } else if (!story)
        showNotice(this, {
          key: 'hl',
          given: query.hl,
          shown: this.querySelector('.figure-title')?.textContent ?? '',
        });
    }
    if (query.t) {
      const { inside, all } = recede(this, this.#svg, query.t);
      if (all) showNotice(this, { key: 'period', given: params.get('t') ?? '', shown: `${inside} / ${all}` });
    }
    if (story && lead && query.hl)
      setTimeout(() => {
        if (document.querySelector('cf-figure[data-chosen]')) return;
        showNotice(place, { key: 'hl', given: query.hl ?? '', shown: document.title });
      });
    if (lead)
      for (const notice of notices)
        showNotice(place, { key: notice.key, given: notice.given, expected: notice.expected });
    const asked = params.get('asked');
    if (asked && !story)
      showNotice(this, {
        key: 'address',
        given: asked,
        shown: this.querySelector('.figure-title')?.textContent ?? '',
      });
  }
}
