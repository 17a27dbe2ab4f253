/** The drawings of a figure: which one is shown, its marks, and the one tab stop they share. */
import { placesIn } from '~/kit/ranges';

export const drawingsOf = (figure: Element): SVGSVGElement[] => [
  ...figure.querySelectorAll<SVGSVGElement>('.drawings > svg'),
];

/** The drawing the reader sees. Reads layout. */
export const shownOf = (figure: Element): SVGSVGElement | undefined =>
  drawingsOf(figure).find((svg) => svg.getClientRects().length > 0);

export const marksOf = (drawing: Element): SVGAElement[] => [
  ...drawing.querySelectorAll<SVGAElement>('a.mark'),
];

/** Marks of a drawing by their numbers, as a total has those that it adds up: "0-9 12". */
export function marksIn(drawing: Element, ranges: string): SVGAElement[] {
  const marks = marksOf(drawing);
  return placesIn(ranges).flatMap((place) => marks[place] ?? []);
}

/** The row of a mark, once its drawing has a tab stop. */
export const markId = (mark: Element): string => mark.getAttribute('data-id') ?? '';

/** The mark of a row in a drawing. */
export const markOf = (drawing: Element, id: string): SVGAElement | null =>
  drawing.querySelector<SVGAElement>(`a.mark[data-id="${CSS.escape(id)}"]`);

/** What stands for a row in any of a figure's drawings, by the row's id: its marks, and labels that name it. */
export function partsOf(figure: Element): Map<string, Element[]> {
  const parts = new Map<string, Element[]>();
  for (const part of figure.querySelectorAll('.drawings :is([data-id], [data-mark])')) {
    const id = part.getAttribute('data-id') ?? part.getAttribute('data-mark') ?? '';
    const own = parts.get(id);
    if (own) own.push(part);
    else parts.set(id, [part]);
  }
  return parts;
}

/** What is seen of a mark: its last outline; one before it is only a larger area to point at. */
export const outlineOf = (mark: Element): SVGPathElement | null =>
  mark.querySelector<SVGPathElement>(':scope > path:last-of-type');

/** The pair, row or lane a mark stands in, or a group is part of. */
export const groupOf = (part: Element): Element | null =>
  part.parentElement?.closest('g[role="group"][aria-label]') ?? null;

/** Rows and marks carry their figure's id before their own. */
export const idOf = (figure: Element, anchor: string): string =>
  anchor.slice(anchor.indexOf('#') + figure.id.length + 2);

/** The one tab stop of a drawing, once it has one. */
export const stopIn = (drawing: Element): SVGAElement | null =>
  drawing.querySelector<SVGAElement>('a[tabindex="0"]');

/**
 * Fifty marks are one tab stop; where the labels lead, the menu of views leads as well. Done once for each drawing.
 * @param entered what the focus is at, where it came before this
 */
export function rove(svg: Element, entered?: Element): void {
  const figure = svg.closest('cf-figure');
  if (!figure || svg.querySelector('a[tabindex="0"]')) return;
  const marks = marksOf(svg);
  const own = entered?.closest<SVGAElement>('a.mark');
  const stop = own ?? marks[0];
  for (const link of svg.querySelectorAll<SVGAElement>('a')) link.tabIndex = link === stop ? 0 : -1;
  for (const mark of marks) mark.dataset.id = idOf(figure, mark.getAttribute('href') ?? '');
  // A key that came to a label's link was on its way to the marks.
  if (!own && entered?.matches(':focus-visible')) stop?.focus();
}

/** The tab stop of a drawing is this mark or total. */
export function stopAt(stop: SVGAElement): void {
  const svg = stop.ownerSVGElement;
  const before = svg && stopIn(svg);
  if (before) before.tabIndex = -1;
  stop.tabIndex = 0;
}
