/** What is under the pointer or has the focus is named in the place of the note, and what keys do stands beside it. */
import { isTotal, marksOfTotal, STOP } from './totals';

/** Whether what has the focus is among what is chosen: a total, where all its marks are. */
const isLit = (stop: Element): boolean =>
  (isTotal(stop) ? marksOfTotal(stop) : [stop]).every((mark) => mark.hasAttribute('data-on'));

/**
 * The name of what is reached. A choice gives way only to something else that a keyboard has reached. Said by
 * attributes: a style sheet that asked which mark has the focus (`:has`) would go through the whole figure each time.
 */
export function nameReached(figure: Element): void {
  const said = figure.querySelector('.over');
  const active = document.activeElement?.closest(`${STOP}:focus-visible`) ?? null;
  const focused = figure.contains(active) ? active : null;
  const name = (figure.querySelector('a.mark[data-over]') ?? focused)?.getAttribute('aria-label') ?? '';
  if (said && said.textContent !== name) said.textContent = name;
  const gives = !figure.hasAttribute('data-chosen') || (focused !== null && !isLit(focused));
  said?.closest('.place')?.toggleAttribute('data-named', name !== '' && gives);
  figure.querySelector('.tools')?.toggleAttribute('data-reached', focused !== null);
}
