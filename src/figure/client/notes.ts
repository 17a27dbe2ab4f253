/**
 * Evidence of a sentence: a copy of its note, in the margin beside the paragraph, or under it where there is none; and
 * of a mark in a step's own drawing, below that.
 */
import { leadOutward, noteOf } from './cited';
import { later } from './later';
import { announce } from './selection';
import { noteOfMark, stepMarkAt } from './step-marks';
import { say } from './words';

/** The note's own words, its sources as links, and a button to close it. */
function fill(aside: HTMLElement, note: Element): void {
  const copy = note.cloneNode(true) as Element;
  copy.querySelector('.back')?.remove();
  const row = copy.querySelector<HTMLAnchorElement>('.title a');
  const links = [...(row ? copy.querySelectorAll('.sources span') : [])].map((name) => {
    const link = document.createElement('a');
    link.href = row?.href ?? '';
    link.textContent = name.textContent;
    name.replaceWith(link);
    return link;
  });
  later(() => void leadOutward(links));
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.closeNote = '';
  button.textContent = say('close');
  aside.ariaLabel = copy.querySelector('.title')?.textContent ?? null;
  aside.replaceChildren(...copy.childNodes, button);
}

export function listenForNotes(): void {
  let open: { aside: HTMLElement; cite: HTMLElement | SVGAElement } | undefined;

  const close = (focus: boolean) => {
    if (!open) return;
    const { aside, cite } = open;
    open = undefined;
    aside.remove();
    cite.setAttribute('aria-expanded', 'false');
    cite.removeAttribute('data-on');
    if (cite.dataset.person) announce({ name: '' });
    if (focus) cite.focus();
  };

  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target.closest('[data-close-note]')) return close(true);
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const mark = stepMarkAt(event);
    if (mark) {
      event.preventDefault();
      noteOfMark(mark).then(
        (note) => show(mark, note, false),
        () => location.assign(mark.href.baseVal),
      );
      return;
    }
    const cite = target.closest<HTMLAnchorElement>('a.cite, .margin-note .counted a');
    const note = cite && noteOf(cite);
    if (!note) return;
    event.preventDefault();
    // One of those that a number counts: its evidence takes the place of theirs.
    if (open?.aside.contains(cite)) {
      fill(open.aside, note);
      open.aside.focus();
      return;
    }
    // A keyboard and a screen reader go on in the evidence; Escape leads back.
    show(cite, note, event.detail === 0);
  });

  const show = (cite: HTMLElement | SVGAElement, note: Element, enter: boolean) => {
    const again = open?.cite === cite;
    close(false);
    if (again) return;
    // In a list the item itself holds it, so that it stands by its sentence.
    const item = cite.closest('li');
    const block = cite.closest(':is(.chapter, section.step, .story-head) > *') ?? cite;
    const aside = document.createElement('aside');
    aside.className = 'margin-note';
    aside.setAttribute('role', 'group');
    aside.tabIndex = -1;
    fill(aside, note);
    if (item) item.append(aside);
    else block.after(aside);
    cite.setAttribute('aria-expanded', 'true');
    cite.setAttribute('data-on', '');
    open = { aside, cite };
    if (enter) aside.focus({ preventScroll: true });
    // A person named in the text is followed through every figure of the page.
    const { person } = cite.dataset;
    if (person) announce({ person, name: aside.ariaLabel ?? person });
    aside.scrollIntoView({ block: 'nearest' });
    // Evidence that came in figures above may have moved it.
    if (person) later(() => open?.aside === aside && aside.scrollIntoView({ block: 'nearest' }));
  };

  later(() => {
    for (const cite of document.querySelectorAll('a.cite'))
      if (cite !== open?.cite) cite.setAttribute('aria-expanded', 'false');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) close(true);
  });
}
