/** A figure's choice: which of its marks are chosen, and what stands in the place of evidence for it. */

import { writeAddress, writeLink } from './address';
import { frozenAt } from './base';
import { drawingsOf, idOf, markId, markOf, partsOf, rove, stopAt, stopIn } from './drawings';
import { countOf, evidenceOf, isBrief, nearbyOf, sign } from './evidence';
import { later } from './later';
import { lookedUp } from './pages';
import { raise } from './raised';
import { nameReached } from './reached';
import { idsIn, rowOf, rowsOf, selectionOf } from './rows';
import { announce, nothing, type Selection, wordOf } from './selection';
import { speak } from './speaking';
import { say } from './words';

export class Choice {
  /** What this figure shows as chosen. */
  now: Selection = nothing;
  /** What the page has chosen, also where this figure's view has no mark for it. */
  #wanted: Selection = nothing;
  /** What its evidence is of. */
  #told: Selection = nothing;
  /** Marks and labels of its drawings, by the row they stand for; undefined before they are known. */
  #parts: ReadonlyMap<string, readonly Element[]> | undefined;
  /** Rows whose marks are lit, and the one whose mark is current. */
  #lit: ReadonlySet<string> = new Set();
  #current: string | undefined;
  /** What is to be done once the evidence of a choice is there; undefined where none is on its way. */
  #then: (() => void) | undefined;
  readonly #figure: HTMLElement;

  constructor(figure: HTMLElement) {
    this.#figure = figure;
  }

  get #place(): Element | null {
    return this.#figure.querySelector('[data-evidence]');
  }

  /** Makes drawings that have just come one tab stop each, and knows their marks. */
  ready(): void {
    if (this.#parts) return;
    for (const svg of drawingsOf(this.#figure)) rove(svg);
    this.#parts = partsOf(this.#figure);
  }

  /** Other drawings have come: nothing is lit in them. */
  renew(): void {
    this.#parts = this.#current = undefined;
    this.#lit = new Set();
    this.ready();
  }

  /**
   * Chooses for the whole page, and says it; `nothing` takes the choice back. Its marks light up in the next frame;
   * all else, which is ten times the work, comes after that.
   * @param then what is to be done once its evidence is there
   */
  choose(selection: Selection, then: () => void = () => undefined): void {
    const waiting = this.#then;
    this.#then = then;
    this.#light(selection);
    if (!waiting) later(() => this.follow());
  }

  /** What follows a choice, where that is still to come: at once for a key, which may be on its way to the evidence. */
  follow(): void {
    const [before, then] = [this.#told, this.#then];
    if (!then) return;
    this.#then = undefined;
    this.#tell();
    this.write();
    announce(this.#wanted, this.#figure);
    const said = [...(this.#place?.querySelectorAll('.said') ?? [])].map((one) => one.textContent).join(' ');
    if (this.now.name) speak(this.#figure, `${this.now.name}. ${said}`.trim());
    else if (before.name) speak(this.#figure, say('unchosen'));
    then();
  }

  /** A mark chosen again is given back. */
  toggle(id: string, then?: () => void): void {
    this.choose(id === this.now.id ? nothing : selectionOf(this.#figure, id), then);
  }

  /** Several marks are meant, by a finger that cannot tell them apart or by their total: one of them can be chosen. */
  offer(name: string, marks: readonly Element[], then?: () => void): void {
    this.choose({ ids: [...new Set(marks.map(markId))], name }, then);
  }

  /** Takes the choice back; a focus that goes with its evidence comes back to the mark or total it was made at. */
  unchoose(): void {
    const lost = this.#place?.contains(document.activeElement);
    this.choose(nothing, () => {
      // Of the drawings only the one that is shown takes it.
      if (lost) for (const svg of drawingsOf(this.#figure)) stopIn(svg)?.focus();
    });
  }

  /** Shows a choice made here or elsewhere, without a word. */
  show(selection: Selection): void {
    this.#light(selection);
    this.#tell();
  }

  /** Writes only what changes, and reads no layout. */
  #light(selection: Selection): void {
    const figure = this.#figure;
    this.ready();
    const ids = idsIn(figure, selection);
    const own = (id: string | undefined) => this.#parts?.get(id ?? '') ?? [];
    const gone = [...this.#lit].filter((id) => !ids.has(id));
    const come = [...ids].filter((id) => !this.#lit.has(id));
    for (const part of gone.flatMap(own)) part.removeAttribute('data-on');
    for (const part of come.flatMap(own)) part.setAttribute('data-on', '');
    if (selection.id !== this.#current)
      for (const [id, current] of [
        [this.#current, 'false'],
        [selection.id, 'true'],
      ] as const)
        for (const part of own(id)) if (part.matches('a.mark')) part.setAttribute('aria-current', current);
    this.#wanted = selection;
    this.now = ids.size > 0 ? selection : nothing;
    this.#lit = ids;
    this.#current = selection.id;
    // What a finger has lit is not drawn once more when it is chosen.
    if (gone.length + come.length > 0) for (const svg of drawingsOf(figure)) raise(svg);
  }

  /** Whether the drawings that have just come have a mark of what is chosen: what is only drawn pale is none. */
  get isDrawn(): boolean {
    const isMark = (part: Element) => part.matches('a.mark');
    return [...idsIn(this.#figure, this.#wanted)].some((id) => this.#parts?.get(id)?.some(isMark));
  }

  /** The same once more, on marks that have just come: another view that has them takes back no choice. */
  again(): void {
    this.show(this.#wanted);
  }

  /** Writes the choice into the page's address. */
  write(): void {
    writeAddress(this.#figure, wordOf(this.now));
  }

  /** What follows: all other marks step back; the tab stop, the links, the evidence. */
  #tell(): void {
    const { id, ids: near } = this.now;
    this.#told = this.now;
    this.#figure.toggleAttribute('data-chosen', this.#lit.size > 0);
    nameReached(this.#figure);
    for (const svg of drawingsOf(this.#figure)) {
      // A total keeps the focus that chose its marks.
      if (stopIn(svg) === document.activeElement) continue;
      const stop =
        (id === undefined ? null : markOf(svg, id)) ?? svg.querySelector<SVGAElement>('a.mark[data-on]');
      if (stop) stopAt(stop);
    }
    writeLink(this.#figure, wordOf(this.now));
    this.#put(this.#evidence());
    this.#markRows();
    const row = rowOf(this.#figure, id ?? near?.[0] ?? '');
    if (row && isBrief(row)) void this.#ask(row);
  }

  /** In the table, too, where a company does not light half of it. */
  #markRows(): void {
    for (const row of rowsOf(this.#figure)) {
      const own = this.now.org === undefined && this.#lit.has(idOf(this.#figure, row.id));
      if (own) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }

  /** @param page the chart's own, where its rows are whole */
  #evidence(page?: Document): HTMLElement[] {
    const figure = this.#figure;
    const { id, ids: near, name } = this.now;
    const whole = (one: string) => {
      const row = rowOf(figure, one);
      return (row && (page?.getElementById(row.id) as HTMLTableRowElement | null | undefined)) ?? row;
    };
    const row = id === undefined ? undefined : whole(id);
    const own = id === undefined || !frozenAt() ? undefined : rowOf(figure, id);
    if (row) return evidenceOf(row, figure, own ?? undefined);
    if (!near) return name ? countOf(name, this.#lit.size) : [];
    const named = this.#named(near.filter((one) => this.#lit.has(one)));
    const rows = named.flatMap((one) => {
      const row = whole(one.id);
      return row ? [{ ...one, row }] : [];
    });
    return nearbyOf(name, rows, figure);
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
    sign(parts, this.#figure);
    const now = [...(place?.children ?? [])];
    if (now.length === parts.length && now.every((one, i) => parts[i]?.isEqualNode(one))) return;
    place?.replaceChildren(...parts);
    // A frame of somebody else's page is no place for ours or for a source.
    if (this.#figure.dataset.place === 'embed')
      for (const link of place?.querySelectorAll('a') ?? []) link.target = '_blank';
  }

  /** A row may come without sources: the chart's page has them. Where it cannot be read, its link stays. */
  async #ask(row: HTMLTableRowElement): Promise<void> {
    const asked = this.now;
    try {
      const page = await lookedUp(this.#figure.dataset.page ?? '');
      if (page.getElementById(row.id) && this.now === asked) this.#put(this.#evidence(page));
    } catch {
      // A frame without leave to fetch: what the row says is there, with a link to the rest.
    }
  }
}
