/** What is chosen, reached or pointed at may pass under others: its outline lies above everything, ink within paper. */
import { outlineOf } from './drawings';
import { isTravelling } from './travel';

/** More chosen marks than this are a view of their own. */
const MOST = 8;
/** From below. */
const KINDS = ['halo', 'edge', 'own'] as const;

/** What is drawn right over a mark and is none itself: stripes of doubt, the line that strikes it out. */
function overIt(mark: Element): Node | undefined {
  const next = mark.nextElementSibling ?? mark.closest('g[fill]')?.nextElementSibling;
  return next?.matches('path[pointer-events="none"]') ? next.cloneNode() : undefined;
}

/** Lifts the marks of a drawing that are chosen, focused or pointed at; what was lifted before comes down. */
export function raise(svg: SVGSVGElement): void {
  svg.querySelector('.raised')?.remove();
  // Its marks are not at their places yet.
  if (isTravelling(svg)) return;
  const chosen = [...svg.querySelectorAll('a.mark[data-on]')];
  const reached = [...svg.querySelectorAll('a.mark:focus-visible, a.mark[data-over]')];
  const marks = new Set([...(chosen.length > MOST ? [] : chosen), ...reached]);
  if (marks.size === 0) return;
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.setAttribute('class', 'raised');
  group.setAttribute('aria-hidden', 'true');
  // Paper around ink around the mark itself, so that it keeps its hue; the focus is above a choice, and has a ring more.
  for (const focused of [false, true])
    for (const kind of focused ? ['ring', ...KINDS] : KINDS)
      for (const mark of marks) {
        if (mark.matches(':focus-visible') !== focused) continue;
        const copy = outlineOf(mark)?.cloneNode() as Element | undefined;
        if (!copy) continue;
        copy.setAttribute('class', kind);
        copy.toggleAttribute('data-focus', focused);
        copy.toggleAttribute('data-over', mark.hasAttribute('data-over'));
        // Its paint may be written on a group of neighbours.
        const paint = mark.closest('g[fill]')?.cloneNode() as Element | undefined;
        paint?.append(copy);
        group.append(paint ?? copy);
        const over = kind === 'own' ? overIt(mark) : undefined;
        if (over) group.append(over);
      }
  svg.append(group);
}
