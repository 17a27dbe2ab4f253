/** Chosen marks may pass under others: copies of their outlines lie above everything. */

/** More marks than this are a view of their own. */
const MOST = 8;

/** Lifts the marks that are chosen or pointed at; what was lifted before comes down. */
export function raise(svg: SVGSVGElement): void {
  svg.querySelector('.raised')?.remove();
  const chosen = [...svg.querySelectorAll('a.mark:is([data-on], [data-over]) > path:last-of-type')];
  if (chosen.length === 0 || chosen.length > MOST) return;
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.setAttribute('class', 'raised');
  group.setAttribute('aria-hidden', 'true');
  for (const path of chosen) {
    const copy = path.cloneNode(true) as Element;
    copy.toggleAttribute('data-over', path.parentElement?.hasAttribute('data-over'));
    group.append(copy);
  }
  svg.append(group);
}
