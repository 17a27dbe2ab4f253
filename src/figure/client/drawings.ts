/** The drawings of a figure: which one is shown, its marks, and the one tab stop they share. */

export const drawingsOf = (figure: Element): SVGSVGElement[] => [
  ...figure.querySelectorAll<SVGSVGElement>('.drawings > svg'),
];

/** The drawing the reader sees. Reads layout. */
export const shownOf = (figure: Element): SVGSVGElement | undefined =>
  drawingsOf(figure).find((svg) => svg.getClientRects().length > 0);

export const marksOf = (drawing: Element): SVGAElement[] => [
  ...drawing.querySelectorAll<SVGAElement>('a.mark'),
];

/** The mark of a row in a drawing. */
export const markOf = (drawing: Element, id: string): SVGAElement | null =>
  drawing.querySelector<SVGAElement>(`a.mark[data-id="${CSS.escape(id)}"]`);

/** What is seen of a mark: its last outline; one before it is only a larger area to point at. */
export const outlineOf = (mark: Element): SVGPathElement | null =>
  mark.querySelector<SVGPathElement>(':scope > path:last-of-type');

/** The pair, row or lane a mark stands in, or a group is part of. */
export const groupOf = (part: Element): Element | null =>
  part.parentElement?.closest('g[role="group"][aria-label]') ?? null;

/** Rows and marks carry their figure's id before their own. */
export const idOf = (figure: Element, anchor: string): string =>
  anchor.slice(anchor.indexOf('#') + figure.id.length + 2);

/** Fifty marks are one tab stop; where the labels lead, the menu of views leads as well. */
export function rove(figure: Element): void {
  for (const svg of drawingsOf(figure)) {
    for (const link of svg.querySelectorAll<SVGAElement>('a')) {
      link.tabIndex = -1;
      if (link.matches('.mark')) link.dataset.id = idOf(figure, link.getAttribute('href') ?? '');
    }
    const [first] = marksOf(svg);
    if (first) first.tabIndex = 0;
  }
}

/** The tab stop of a mark's drawing is this mark. */
export function stopAt(mark: SVGAElement): void {
  for (const one of mark.ownerSVGElement?.querySelectorAll<SVGAElement>('a.mark[tabindex="0"]') ?? [])
    one.tabIndex = -1;
  mark.tabIndex = 0;
}
