/** Evidence of a sentence: a copy of its note, in the margin beside the paragraph, or under it where there is none. */
import { later } from './later';
import { announce } from './selection';
import { say } from './words';

export function listenForNotes(): void {
  let open: { aside: HTMLElement; cite: HTMLElement } | undefined;

  const close = (focus: boolean) => {
    if (!open) return;
    const { aside, cite } = open;
    open = undefined;
    aside.remove();
    cite.setAttribute('aria-expanded', 'false');
    if (cite.dataset.person) announce({ name: '' });
    if (focus) cite.focus();
  };

  document.addEventListener('click', (event) => {
    const target = event.target as Element;
    if (target.closest('[data-close-note]')) return close(true);
    const cite = target.closest<HTMLAnchorElement>('a.cite[data-note]');
    if (!cite || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const note = document.getElementById(`note-${cite.dataset.note}`);
    // In a list the item itself holds it, so that it stands by its sentence.
    const item = cite.closest('li');
    const block = cite.closest(':is(.chapter, section.step, .story-head) > *') ?? cite;
    if (!note) return;
    event.preventDefault();
    const again = open?.cite === cite;
    close(false);
    if (again) return;
    const aside = document.createElement('aside');
    aside.className = 'margin-note';
    aside.setAttribute('role', 'group');
    aside.tabIndex = -1;
    aside.ariaLabel = note.querySelector('.title')?.textContent ?? null;
    for (const node of note.childNodes) aside.append(node.cloneNode(true));
    for (const back of aside.querySelectorAll('.back, .note-back')) back.remove();
    for (const one of aside.querySelectorAll('[id]')) one.removeAttribute('id');
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.closeNote = '';
    button.textContent = say('close');
    aside.append(button);
    if (item) item.append(aside);
    else block.after(aside);
    cite.setAttribute('aria-expanded', 'true');
    open = { aside, cite };
    // A keyboard and a screen reader go on in the evidence; Escape leads back.
    if (event.detail === 0) aside.focus({ preventScroll: true });
    // A person named in the text is followed through every figure of the page.
    const { person } = cite.dataset;
    if (person) announce({ person, name: cite.dataset.name ?? cite.textContent ?? person });
    aside.scrollIntoView({ block: 'nearest' });
    // Evidence that came in figures above may have moved it.
    if (person) later(() => open?.aside === aside && aside.scrollIntoView({ block: 'nearest' }));
  });
  later(() => {
    for (const cite of document.querySelectorAll('a.cite[data-note]'))
      if (cite !== open?.cite) cite.setAttribute('aria-expanded', 'false');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && open) close(true);
  });
}
