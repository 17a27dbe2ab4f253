/** A figure's choice: which of its marks are chosen, and what stands in the place of evidence for it. */
import { writeAddress, writeLink } from './address';
import { drawingsOf, idOf, markOf, stopAt } from './drawings';
import { countOf, evidenceOf, nearbyOf } from './evidence';
import { pageAt } from './pages';
import { raise } from './raised';
import { idsIn, rowOf, selectionOf } from './rows';
import { announce, nothing, type Selection, wordOf } from './selection';
import { speak } from './speaking';
import { say } from './words';

export class Choice {
  /** What this figure shows as chosen. */
  now: Selection = nothing;
  /** What the page has chosen, also where this figure's view has no mark for it. */
  #wanted: Selection = nothing;
  readonly #figure: HTMLElement;

  constructor(figure: HTMLElement) {
    this.#figure = figure;
  }

  get #place(): Element | null {
    return this.#figure.querySelector('[data-evidence]');
  }

  /** Chooses for the whole page, and says it; `nothing` takes the choice back. */
  choose(selection: Selection): void {
    const before = this.now;
    this.show(selection);
    this.write();
    announce(selection, this.#figure);
    const said = [...(this.#place?.querySelectorAll('.said') ?? [])].map((one) => one.textContent).join(' ');
    if (this.now.name) speak(this.#figure, `${this.now.name}. ${said}`.trim());
    else if (before.name) speak(this.#figure, say('unchosen'));
  }

  /** A mark chosen again is given back. */
  toggle(id: string): void {
    this.choose(id === this.now.id ? nothing : selectionOf(this.#figure, id));
  }

  /** Several marks of one group lie where a finger touched: they are chosen, and one of them can be. */
  offer(group: Element, marks: readonly Element[]): void {
    const ids = marks.map((mark) => mark.getAttribute('data-id') ?? '');
    this.choose({ ids, name: group.getAttribute('aria-label') ?? '' });
  }

  /** Takes the choice back; a focus that goes with its evidence comes back to the mark it was made at. */
  unchoose(shown: Element | undefined): void {
    const id = this.now.id ?? this.now.ids?.[0];
    const lost = this.#place?.contains(document.activeElement);
    this.choose(nothing);
    if (lost && shown && id) markOf(shown, id)?.focus();
  }

  /** Shows a choice made here or elsewhere, without a word. */
  show(selection: Selection): void {
    const figure = this.#figure;
    this.#wanted = selection;
    const ids = idsIn(figure, selection);
    this.now = ids.size > 0 ? selection : nothing;
    for (const one of figure.querySelectorAll('.drawings :is([data-id], [data-mark])')) {
      const id = one.getAttribute('data-id') ?? one.getAttribute('data-mark') ?? '';
      one.toggleAttribute('data-on', ids.has(id));
      if (one.matches('a.mark')) one.setAttribute('aria-current', String(id === selection.id));
    }
    figure.toggleAttribute('data-chosen', ids.size > 0);
    for (const svg of drawingsOf(figure)) {
      const stop =
        (selection.id === undefined ? null : markOf(svg, selection.id)) ??
        svg.querySelector<SVGAElement>('a.mark[data-on]');
      if (stop) stopAt(stop);
      raise(svg);
    }
    writeLink(figure, this.now.id ?? this.now.person);
    this.#tell(ids);
  }

  /** The same once more, on marks that have just come: scrolling into another view takes back no choice. */
  again(): void {
    this.show(this.#wanted);
  }

  /** Writes the choice into the page's address. */
  write(): void {
    writeAddress(this.#figure, wordOf(this.now));
  }

  #tell(ids: ReadonlySet<string>): void {
    const { id, ids: near, name } = this.now;
    const row = id === undefined ? undefined : rowOf(this.#figure, id);
    if (row) {
      this.#put(evidenceOf(row, this.#figure));
      if (this.#figure.dataset.place === 'embed') void this.#ask(row);
    } else if (near) {
      this.#put(nearbyOf(name, this.#named(near.filter((one) => ids.has(one))), this.#figure));
    } else this.#put(ids.size > 0 ? countOf(name, ids.size) : []);
  }

  /** Rows by their names; where two have the same, by what their marks are called. */
  #named(ids: readonly string[]): { id: string; name: string }[] {
    const rows = ids.map((id) => ({ id, name: selectionOf(this.#figure, id).name }));
    return rows.map(({ id, name }) => {
      const twice = rows.some((other) => other.id !== id && other.name === name);
      const full = twice ? markOf(this.#figure, id)?.getAttribute('aria-label') : undefined;
      return { id, name: full ?? name };
    });
  }

  /** What is there already stays: it may have the focus. */
  #put(parts: readonly HTMLElement[]): void {
    const place = this.#place;
    const now = [...(place?.children ?? [])];
    if (now.length === parts.length && now.every((one, i) => parts[i]?.isEqualNode(one))) return;
    place?.replaceChildren(...parts);
    // A frame of somebody else's page is no place for ours or for a source.
    if (this.#figure.dataset.place === 'embed')
      for (const link of place?.querySelectorAll('a') ?? []) link.target = '_blank';
  }

  /** An embed's rows come without sources: the chart's page has them. Where it cannot be read, its link stays. */
  async #ask(row: HTMLTableRowElement): Promise<void> {
    try {
      const page = await pageAt(this.#figure.dataset.page ?? '');
      const full = page.getElementById(row.id) as HTMLTableRowElement | null;
      if (full && this.now.id === idOf(this.#figure, row.id)) this.#put(evidenceOf(full, this.#figure));
    } catch {
      // A frame without leave to fetch: what the row says is there, with a link to the rest.
    }
  }
}
