/**
 * <cf-figure>: what a server-drawn figure gains from script. It hears what a reader does and passes it on: to the
 * choice, to the views, to the keys. Without it every link still leads to the same place.
 */
import { Choice } from './choosing';
import { groupOf, markId, shownOf, stopAt } from './drawings';
import { isLearnt, learn, stopBy } from './keys';
import { later } from './later';
import { RINGS, raise } from './raised';
import { nameReached } from './reached';
import { restore } from './restoring';
import { selectionOf } from './rows';
import { announce, CHOSEN, nothing, type Selection } from './selection';
import { Views } from './swapping';
import { headOf, isNamed, isTotal, marksOfTotal, nameOfTotal, nameTotals, STOP } from './totals';
import { meantAt } from './touching';
import { say } from './words';

/** What a finger beside a drawing means itself: a mark at its edge reaches beyond it. */
const PRESSED = 'a, button, summary, input, select, textarea, table, .evidence-place';
const HEARD = ['click', 'pointerdown', 'pointerover', 'pointerleave', 'focusin', 'focusout'];

/** Height of the first lines of evidence, CSS pixels: who sees as much sees that there is more. */
const LINES = 72;

export class FigureElement extends HTMLElement {
  readonly #choice = new Choice(this);
  readonly #views = new Views(this, this.#choice);
  /** The mark under the pointer. */
  #pointed: Element | null = null;
  /** Drawings in which something else is pointed at or reached since the last frame. */
  readonly #stirred = new Set<SVGSVGElement>();
  /** A finger points less exactly than a mouse; not every browser says so of a click. */
  #finger = false;

  connectedCallback(): void {
    for (const type of HEARD) this.addEventListener(type, this);
    document.addEventListener(CHOSEN, this);
    document.addEventListener('keydown', this);
    this.dataset.first ??= this.dataset.view ?? '';
    // Once all figures of the page are awake: they hear of each other's choice.
    later(() => {
      this.#choice.ready();
      void restore(this, this.#choice, this.#views, this.#reveal);
    });
  }

  disconnectedCallback(): void {
    document.removeEventListener(CHOSEN, this);
    document.removeEventListener('keydown', this);
    this.#views.stop();
  }

  handleEvent(event: Event): void {
    const target = event.target as Element;
    if (event.type === CHOSEN) {
      const { selection, from } = (event as CustomEvent<{ selection: Selection; from: unknown }>).detail;
      // A figure at a time: most are out of sight.
      if (from !== this) later(() => this.#choice.show(selection));
      return;
    }
    this.#choice.ready();
    if (event instanceof KeyboardEvent) {
      this.#choice.follow();
      this.#finger = false;
      // Escape also where nothing has the focus, as after opening a link to a choice.
      if (this.contains(target) || (target === document.body && event.key === 'Escape'))
        this.#key(event, target);
    } else if (event.type === 'click') this.#click(event as MouseEvent, target);
    else if (event.type === 'pointerdown') this.#finger = (event as PointerEvent).pointerType !== 'mouse';
    else if (event.type.startsWith('pointer')) {
      // A finger points at nothing before it touches, and then it chooses.
      if ((event as PointerEvent).pointerType !== 'touch')
        this.#point(event.type === 'pointerover' ? target.closest('a.mark') : null);
    } else {
      const svg = target.closest<SVGAElement>(STOP)?.ownerSVGElement;
      // A focus that nobody sees, as that of a finger, lifts nothing.
      if (event.type === 'focusin' ? target.matches(':focus-visible') : svg?.querySelector(RINGS))
        this.#stir(svg);
      // Before a key asks for it, which a finger has not.
      if (svg && event.type === 'focusin' && !this.#finger && !(isLearnt(svg) && isNamed(svg)))
        later(() => {
          learn(svg);
          nameTotals(svg);
          nameReached(this);
        });
    }
  }

  /** Another view, chosen by scrolling. */
  follow(href: string): void {
    void this.#views.show(href, undefined, true);
  }

  #click(event: MouseEvent, target: Element): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const near = target.closest<HTMLElement>('[data-choose]');
    const view = target.closest('a[data-view]');
    if (target.closest('[data-unchoose]')) this.#choice.unchoose();
    else if (near)
      // The list goes, and with it the button that was pressed.
      this.#choice.choose(selectionOf(this, near.dataset.choose ?? ''), () =>
        this.querySelector<HTMLElement>('[data-unchoose]')?.focus(),
      );
    else if (view) {
      event.preventDefault();
      void this.#views.show(view.getAttribute('href') ?? '', view);
      // In a story the other figures follow: an organisation is chosen on the whole page.
      if (this.dataset.place === 'story')
        announce({ org: view.getAttribute('data-view') ?? '', name: view.textContent ?? '' }, this);
    } else if (target.closest('.drawings') || (this.#finger && !target.closest(PRESSED)))
      this.#chooseAt(event, target);
  }

  /** The mark a click in a drawing meant: itself, by its label, or what is near. */
  #chooseAt(event: MouseEvent, target: Element): void {
    const link = target.closest<SVGAElement>('.drawings a');
    const total = link && isTotal(link) ? headOf(link) : undefined;
    const hit = target.closest<SVGAElement>('a.mark');
    // To the page of a row.
    if (link && !hit && !total) return;
    const labelled = target.closest('[data-mark]')?.getAttribute('data-mark');
    const svg = hit?.ownerSVGElement ?? shownOf(this);
    if (!svg) return;
    // A click without a count is a key's; a keyboard goes to its evidence itself, by Tab.
    const finger = this.#finger && event.detail > 0;
    const then = event.detail > 0 ? this.#reveal : undefined;
    if (total) {
      event.preventDefault();
      this.#chooseTotal(total, then);
    } else if (labelled) this.#choice.choose(selectionOf(this, labelled), then);
    else if (hit && finger) {
      // It is lit before it is known what the touch meant: asking the browser what lies beside it takes longer than
      // a frame. Of what is meant it is always one.
      event.preventDefault();
      hit.setAttribute('data-on', '');
      later(() => this.#chooseNear(svg, hit, event, finger));
    } else if (this.#chooseNear(svg, hit, event, finger)) event.preventDefault();
    else if (this.#choice.now.name && target.closest('.drawings')) this.#choice.choose(nothing);
  }

  /** A total chosen again is given back. */
  #chooseTotal(total: SVGAElement, then?: () => void): void {
    // Pressed at another of its lines, it has the focus.
    if (total.closest('text')?.contains(document.activeElement)) total.focus({ preventScroll: true });
    stopAt(total);
    const [name, marks] = [nameOfTotal(total), marksOfTotal(total)];
    const { now } = this.#choice;
    const isChosen = name === now.name && marks.every((mark) => now.ids?.includes(markId(mark)));
    if (isChosen) this.#choice.choose(nothing);
    else this.#choice.offer(name, marks, then);
  }

  /** @returns whether there is a mark near enough */
  #chooseNear(svg: SVGSVGElement, hit: SVGAElement | null, event: MouseEvent, finger: boolean): boolean {
    const meant = meantAt(svg, hit, event, finger);
    const [mark] = meant;
    const group = mark && groupOf(mark);
    const then = event.detail > 0 ? this.#reveal : undefined;
    const name = group?.getAttribute('aria-label') ?? '';
    if (meant.length > 1 && group)
      this.#choice.offer(say('some', { n: String(meant.length), name }), meant, then);
    else if (mark) this.#choice.toggle(markId(mark), then);
    return mark !== undefined;
  }

  /**
   * From mark to mark, and to what adds them up; Space chooses as Enter does; Escape goes back: from what is open, from
   * the choice, from the view.
   */
  #key(event: KeyboardEvent, target: Element): void {
    if (event.key === 'Escape') {
      this.#back(event, target);
      return;
    }
    const stop = target.closest<SVGAElement>(STOP);
    if (!stop) return;
    const next = event.key === ' ' ? stop : stopBy(event, stop);
    if (!next) return;
    event.preventDefault();
    if (event.key !== ' ') {
      if (next === stop) return;
      stopAt(next);
      next.focus();
    } else if (isTotal(stop)) this.#chooseTotal(stop);
    else this.#choice.toggle(markId(stop));
  }

  #back(event: Event, target: Element): void {
    const open = target.closest<HTMLDetailsElement>('.views[open], .tool[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary')?.focus();
    } else if (this.#choice.now.name) {
      this.#choice.unchoose();
      event.preventDefault();
    } else if (this.dataset.view && target.closest('.drawings')) {
      const all = this.querySelector('a[data-view="all"]');
      if (all) void this.#views.show(all.getAttribute('href') ?? '', all);
    }
  }

  #point(mark: Element | null): void {
    if (mark === this.#pointed) return;
    const before = this.#pointed;
    before?.removeAttribute('data-over');
    mark?.setAttribute('data-over', '');
    this.#pointed = mark;
    for (const one of [before, mark]) this.#stir(one?.closest('svg'));
  }

  /** What a mark loses and the next one gets is written once, with the frame that shows it. */
  #stir(svg: SVGSVGElement | null | undefined): void {
    if (!svg) return;
    if (this.#stirred.size === 0) requestAnimationFrame(() => this.#say());
    this.#stirred.add(svg);
  }

  /** Lifts the mark under the pointer or the focus above the others, and shows its name. */
  #say(): void {
    for (const svg of this.#stirred) raise(svg);
    this.#stirred.clear();
    nameReached(this);
  }

  /**
   * Evidence stands under the drawing, perhaps out of sight. A finger is gone when it comes; under a mouse, which rests
   * at the mark, the page moves only where not its first lines would be seen.
   */
  readonly #reveal = (): void => {
    const place = this.querySelector('.evidence-place');
    if (!this.#choice.now.name || !place) return;
    const { top, height } = place.getBoundingClientRect();
    // Whole where it is short; of a long list its first lines, so that the marks stay in view.
    const least = height > innerHeight / 3 ? LINES : height;
    const wanted = this.#finger ? least : LINES;
    if (top + Math.min(wanted, height) > innerHeight) scrollBy({ top: top + least - innerHeight });
  };
}
