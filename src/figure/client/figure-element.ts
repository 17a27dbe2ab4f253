/**
 * <cf-figure>: what a server-drawn figure gains from script. Choosing a mark opens its evidence in the band,
 * choosing a view fetches that view's page and takes the figure out of it, and the address follows.
 * Without it every link still leads to the same place.
 */
import { format, parse, parseQuery, formatQuery } from '~/views/v1';
import { showNotice } from './notices';
import { placesOf, travel } from './travel';
import { say } from './words';

const PARTS = ['title', 'subtitle', 'views', 'drawings', 'summary', 'note', 'table', 'tools'];
/** Told to every other figure of the page: one selection, whole page. */
export const CHOSEN = 'cf-chosen';

const base = () => document.documentElement.dataset.base ?? '/';

export class FigureElement extends HTMLElement {
  #fetching: AbortController | undefined;
  #resting = '';
  #chosen = '';

  connectedCallback(): void {
    this.#resting = this.#band?.innerHTML ?? '';
    this.addEventListener('click', this);
    this.addEventListener('keydown', this);
    document.addEventListener(CHOSEN, this);
    this.#rove();
    void this.#restore();
  }

  disconnectedCallback(): void {
    document.removeEventListener(CHOSEN, this);
    this.#fetching?.abort();
  }

  handleEvent(event: Event): void {
    if (event.type === CHOSEN) {
      const { id, from } = (event as CustomEvent<{ id: string; from: Element }>).detail;
      if (from !== this) this.#mark(id);
    } else if (event instanceof KeyboardEvent) this.#key(event);
    else if (event instanceof MouseEvent) this.#click(event);
  }

  get #band(): HTMLElement | null {
    return this.querySelector('[data-band]');
  }
  /** The drawing the reader sees. */
  get #svg(): SVGSVGElement | null {
    return [...this.querySelectorAll<SVGSVGElement>('.drawings > svg')].find((svg) => svg.getClientRects().length > 0) ?? null;
  }
  get #marks(): SVGAElement[] {
    return [...(this.#svg?.querySelectorAll<SVGAElement>('a.mark') ?? [])];
  }

  #click(event: MouseEvent): void {
    const target = event.target as Element;
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (target.closest('[data-unchoose]')) {
      this.choose('');
      return;
    }
    const mark = target.closest('a.mark');
    const view = target.closest('a[data-view]');
    const named = target.closest('text[data-mark]');
    if (mark && this.contains(mark)) {
      event.preventDefault();
      const id = mark.getAttribute('data-id') ?? '';
      this.choose(id === this.#chosen ? '' : id);
    } else if (view) {
      event.preventDefault();
      void this.show(view.getAttribute('href') ?? '', view);
    } else if (named) this.choose(named.getAttribute('data-mark') ?? '');
    else if (target.closest('.drawings') && this.#chosen) this.choose('');
  }

  /** Arrows go along the marks, Home and End to their ends, Escape back: first from the choice, then from the view. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      if (this.#chosen) {
        const mark = this.#marks.find((one) => one.dataset.id === this.#chosen);
        this.choose('');
        mark?.focus();
        event.preventDefault();
      } else if (this.dataset.view && (event.target as Element).closest('.drawings, .views')) {
        const all = this.querySelector('a[data-view="all"]');
        if (all) void this.show(all.getAttribute('href') ?? '', all);
      }
      return;
    }
    const mark = (event.target as Element).closest<SVGAElement>('a.mark');
    if (!mark) return;
    const marks = this.#marks;
    const at = marks.indexOf(mark);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: marks.length - 1 }[event.key];
    const next = to === undefined ? undefined : marks[Math.max(0, Math.min(marks.length - 1, to))];
    if (!next) return;
    event.preventDefault();
    for (const one of marks) one.tabIndex = one === next ? 0 : -1;
    next.focus();
  }

  /** Fifty marks are one tab stop. */
  #rove(): void {
    for (const svg of this.querySelectorAll('.drawings > svg'))
      svg.querySelectorAll<SVGAElement>('a.mark').forEach((mark, i) => {
        mark.tabIndex = i === 0 ? 0 : -1;
      });
  }

  /** Chooses a mark by the id of its row; '' for none. */
  choose(id: string, quiet = false): void {
    const row = id ? this.#row(id) : null;
    this.#mark(row ? id : '');
    const band = this.#band;
    if (band) {
      if (row) band.replaceChildren(...this.#evidence(row));
      else band.innerHTML = this.#resting;
    }
    if (!quiet) this.#address();
    document.dispatchEvent(new CustomEvent(CHOSEN, { detail: { id: this.#chosen, from: this } }));
  }

  #row(id: string): HTMLTableRowElement | null {
    const root = this.querySelector('[data-part="table"]') ?? document;
    return root.querySelector(`tr[data-row="${CSS.escape(id)}"]`);
  }

  #mark(id: string): void {
    this.#chosen = id;
    let any = false;
    for (const mark of this.querySelectorAll('.drawings [data-id], .drawings [data-mark]')) {
      const on = id !== '' && (mark.getAttribute('data-id') === id || mark.getAttribute('data-mark') === id);
      any ||= on;
      mark.toggleAttribute('data-on', on);
      if (mark.matches('a.mark')) mark.setAttribute('aria-current', String(on));
    }
    this.toggleAttribute('data-chosen', any);
  }

  /** A removable chip and the row's own words: the table is the one source of evidence. */
  #evidence(row: HTMLTableRowElement): Node[] {
    const [name, ...cells] = [...row.cells];
    const sources = cells.pop();
    const chip = document.createElement('button');
    chip.type = 'button';
    chip.className = 'chip';
    chip.dataset.unchoose = '';
    chip.textContent = name?.textContent ?? '';
    chip.setAttribute('aria-label', say('unchoose', { name: chip.textContent }));
    const text = document.createElement('div');
    text.className = 'said';
    const heads = [...(row.closest('table')?.tHead?.rows[0]?.cells ?? [])].slice(1);
    const lines = sources?.querySelector('.lines');
    const said = lines ? (lines.textContent ?? '') : cells.map((cell, i) => `${heads[i]?.textContent}: ${cell.textContent}`).join('; ');
    text.append(said, said && !/[.!?]\s*$/.test(said) ? '. ' : ' ');
    for (const node of sources?.querySelector('.sources')?.childNodes ?? []) text.append(node.cloneNode(true));
    return [chip, text];
  }

  /** Shows another view of the same chart: its page is fetched, and the figure on it takes the place of this one. */
  async show(href: string, link?: Element): Promise<void> {
    this.#fetching?.abort();
    const fetching = new AbortController();
    this.#fetching = fetching;
    try {
      const response = await fetch(href, { signal: fetching.signal });
      if (!response.ok) throw new Error(String(response.status));
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const other = page.querySelector<HTMLElement>(`cf-figure[data-chart="${this.dataset.chart}"]`);
      if (!other) throw new Error('no figure');
      this.#take(other, page.title, href);
    } catch (error) {
      if (fetching.signal.aborted) return;
      // Blocked or gone: the link itself still leads there.
      if (link) location.assign(href);
    }
  }

  #take(other: HTMLElement, title: string, href: string): void {
    const places = placesOf(this.#svg);
    const focused = document.activeElement?.closest('[data-view]')?.getAttribute('data-view');
    const inside = this.contains(document.activeElement);
    for (const part of PARTS) {
      const mine = this.querySelector(`[data-part="${part}"]`) ?? (part === 'table' ? document.querySelector('[data-part="table"]') : null);
      const theirs = other.querySelector(`[data-part="${part}"]`) ?? (part === 'table' ? other.ownerDocument.querySelector('[data-part="table"]') : null);
      if (mine && theirs) mine.replaceChildren(...theirs.childNodes);
    }
    for (const links of this.querySelectorAll<HTMLDetailsElement>('.views')) links.open = false;
    this.dataset.view = other.dataset.view ?? '';
    this.dataset.page = other.dataset.page ?? href;
    if (this.dataset.place !== 'story') document.title = title;
    this.#rove();
    if (inside && focused !== null && focused !== undefined) {
      const again = [...this.querySelectorAll<HTMLElement>(`[data-view="${focused}"], .views summary`)];
      again.find((one) => one.getClientRects().length > 0)?.focus();
    }
    this.choose('', true);
    this.#address();
    const band = this.#band;
    const summary = this.querySelector('[data-part="summary"]')?.textContent ?? '';
    if (band) {
      const heard = document.createElement('span');
      heard.className = 'heard';
      heard.textContent = summary;
      band.append(heard);
    }
    travel(this.#svg, places);
  }

  /** The address says what is shown, so that a link shows it to the next person; history does not grow. */
  #address(): void {
    const hl = this.#chosen || undefined;
    let next: string;
    if (this.dataset.place === 'story') {
      const { query, unknown } = parseQuery(new URLSearchParams(location.search));
      const others = unknown.filter(([key]) => key !== this.dataset.chart);
      if (this.dataset.view && this.dataset.view !== this.dataset.first) others.push([this.dataset.chart ?? '', this.dataset.view]);
      next = location.pathname + formatQuery({ place: 'page', query: { ...query, hl }, unknown: others });
    } else {
      const { address } = parse(new URL(location.href), base());
      const { query, unknown } = address;
      const kept = unknown.filter(([key]) => key !== 'asked');
      next = format({ ...address, slug: this.dataset.view ?? '', query: { ...query, hl }, unknown: kept }, base());
    }
    try {
      history.replaceState(history.state, '', next + location.hash);
    } catch {
      // A frame may refuse; the figure works without its address.
    }
    const url = new URL(this.dataset.page ?? '', location.href);
    if (hl) url.searchParams.set('hl', hl);
    for (const field of this.querySelectorAll<HTMLInputElement>('input[data-link]')) field.value = url.href;
  }

  /** What the address asks for, once, at the start; what it asks in vain is said. */
  async #restore(): Promise<void> {
    this.dataset.first ??= this.dataset.view ?? '';
    const params = new URLSearchParams(location.search);
    const wanted = this.dataset.place === 'story' ? params.get(this.dataset.chart ?? '') : null;
    if (wanted !== null && wanted !== this.dataset.view) {
      const link = this.querySelector(`.views a[data-view="${CSS.escape(wanted || 'all')}"]`);
      if (link) await this.show(link.getAttribute('href') ?? '');
      else showNotice(this, { key: this.dataset.chart ?? '', given: wanted, shown: this.querySelector('.views b')?.textContent ?? '' });
    }
    const { query, notices } = parseQuery(params);
    const lead = this.dataset.place !== 'story' || document.querySelector('cf-figure') === this;
    if (query.hl) {
      if (this.#row(query.hl)) this.choose(query.hl, true);
      else if (this.dataset.place !== 'story') showNotice(this, { key: 'hl', given: query.hl, shown: this.querySelector('.figure-title')?.textContent ?? '' });
    }
    if (query.t) this.#period(query.t.since, query.t.until);
    if (lead) for (const notice of notices) showNotice(this, { key: notice.key, given: notice.given, expected: notice.expected });
    const asked = params.get('asked');
    if (asked && this.dataset.place !== 'story')
      showNotice(this, { key: 'address', given: asked, shown: this.querySelector('.figure-title')?.textContent ?? '' });
  }

  /** Marks outside a period recede; how many are left is said. */
  #period(since: string, until: string): void {
    let inside = 0;
    let all = 0;
    const later = `${until}~`;
    for (const mark of this.querySelectorAll('.drawings a.mark')) {
      const date = mark.getAttribute('data-date');
      const off = !date || date < since || date > later;
      mark.toggleAttribute('data-off', off);
      if (mark.closest('svg') === this.#svg) {
        all += 1;
        inside += off ? 0 : 1;
      }
    }
    if (all) showNotice(this, { key: 'period', given: `${since}..${until}`, shown: `${inside} / ${all}` });
  }
}
