/** What is chosen, reached or pointed at may pass under others: its outline lies above everything, ink within paper. */
import { outlineOf } from './drawings';
import { partsOfTotal } from './totals';
import { isTravelling } from './travel';

/** More chosen marks than this are a view of their own. */
const MOST = 8;
/** Between the words of a total and the box around them. */
const ASIDE = 3;
/** What a line has above its capitals, as a share of its height. */
const ABOVE = 0.12;
/** And below its figures; letters have feet there. */
const BELOW = 0.14;
/** From below. */
const KINDS = ['halo', 'edge', 'own'] as const;

/** What is drawn right over a mark and is none itself: stripes of doubt, the line that strikes it out. */
function overIt(mark: Element): Node | undefined {
  const next = mark.nextElementSibling ?? mark.closest('g[fill]')?.nextElementSibling;
  return next?.matches('path[pointer-events="none"]') ? next.cloneNode() : undefined;
}

/** What shows where the focus is. */
export const RINGS = '.raised :is(.ring, .frame)';

/** The space before a stretch of a line is in its link. */
function wordsOf(part: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(part);
  const first = document.createTreeWalker(part, NodeFilter.SHOW_TEXT).nextNode();
  if (first?.textContent?.startsWith('\u00a0')) range.setStart(first, 1);
  return range;
}

/** Around the words of a total: a box in each of its lines. Reads layout. */
function framesOf(total: Element, svg: SVGSVGElement): Element[] {
  const all = svg.getBoundingClientRect();
  const scale = svg.viewBox.baseVal.width / all.width;
  return partsOfTotal(total).map((part) => {
    const { left, top, width, height } = wordsOf(part).getBoundingClientRect();
    const below = /\p{L}/u.test(part.textContent ?? '') ? 0 : BELOW;
    const frame = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    frame.setAttribute('class', 'frame');
    const box = {
      x: (left - all.left) * scale - ASIDE,
      y: (top - all.top + ABOVE * height) * scale,
      width: width * scale + 2 * ASIDE,
      height: (1 - ABOVE - below) * height * scale,
    };
    for (const [key, value] of Object.entries(box)) frame.setAttribute(key, value.toFixed(1));
    return frame;
  });
}

/** Lifts the marks of a drawing that are chosen, focused or pointed at; what was lifted before comes down. */
export function raise(svg: SVGSVGElement): void {
  svg.querySelector('.raised')?.remove();
  // Its marks are not at their places yet.
  if (isTravelling(svg)) return;
  const chosen = [...svg.querySelectorAll('a.mark[data-on]')];
  const reached = [...svg.querySelectorAll('a.mark:focus-visible, a.mark[data-over]')];
  const marks = new Set([...(chosen.length > MOST ? [] : chosen), ...reached]);
  const total = svg.querySelector('a[data-sum]:focus-visible');
  const frames = total ? framesOf(total, svg) : [];
  if (marks.size + frames.length === 0) return;
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
  group.append(...frames);
  svg.append(group);
}
