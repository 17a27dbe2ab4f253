/** Totals of a drawing: links that choose the marks that they add up. */
import { groupOf, markId, marksIn } from './drawings';
import { say } from './words';

const LINK = 'a[data-sum]';
/** What keys lead to in a drawing: marks and totals, as a selector. */
export const STOP = '.drawings a:is(.mark, [data-sum])';

export const isTotal = (link: Element): boolean => link.matches(LINK);

/** A total that is broken over lines is a link in each of them. */
export const partsOfTotal = (link: Element): SVGAElement[] =>
  [...(link.closest('text')?.querySelectorAll<SVGAElement>(LINK) ?? [])].filter(
    (one) => one.getAttribute('data-sum') === link.getAttribute('data-sum'),
  );

/** What has the name of a total, and the focus: its first part. */
export const headOf = (link: Element): SVGAElement | undefined => partsOfTotal(link)[0];

export const marksOfTotal = (link: Element): SVGAElement[] => {
  const svg = link.closest('svg');
  return svg ? marksIn(svg, link.getAttribute('data-sum') ?? '') : [];
};

/** What keys lead to, in the order of the drawing; no total that is only said once more. */
export const stopsOf = (drawing: Element): SVGAElement[] =>
  [...drawing.querySelectorAll<SVGAElement>(`a.mark, ${LINK}`)].filter(
    (link) => !isTotal(link) || (headOf(link) === link && !link.closest('text[aria-hidden]')),
  );

const totalsOf = (drawing: Element) => stopsOf(drawing).filter(isTotal);

/** The total of a drawing that adds up just these rows. */
export const totalOf = (drawing: Element, ids: readonly string[]): SVGAElement | undefined =>
  totalsOf(drawing).find((total) => {
    const own = new Set(marksOfTotal(total).map(markId));
    return own.size === new Set(ids).size && ids.every((id) => own.has(id));
  });

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a choice of them is called, once their links are called more. */
const names = new WeakMap<Element, string>();

const aroundOf = (total: Element) => groupOf(total)?.getAttribute('aria-label') ?? '';

/** As it is called by itself; else what is around it, where that says as much; else the line it stands in. */
function ownName(total: SVGAElement): string {
  const line = (total.closest('text')?.textContent ?? '').trim();
  const words = partsOfTotal(total).flatMap((part) => wordsOf(part.textContent ?? ''));
  const around = aroundOf(total);
  const said = new Set(wordsOf(around));
  const own = total.getAttribute('aria-label');
  if (own !== null || !around) return own ?? line;
  if (wordsOf(line).every((word) => said.has(word))) return around;
  return words.length === wordsOf(line).length ? `${around}: ${line}` : line;
}

/** What a choice of a total is called; where two of a drawing would be called alike, with what is around it. */
export function nameOfTotal(total: SVGAElement): string {
  const kept = names.get(total);
  if (kept !== undefined) return kept;
  const [own, svg, around] = [ownName(total), total.ownerSVGElement, aroundOf(total)];
  const others = svg ? totalsOf(svg).filter((other) => other !== total) : [];
  return around && others.some((other) => ownName(other) === own) ? `${around}: ${own}` : own;
}

/** Whether its totals have their names: those of another view, drawn in its place, may not. */
export const isNamed = (drawing: Element): boolean => {
  const [first] = totalsOf(drawing);
  return !first || names.has(first);
};

function choosing(name: string, total: SVGAElement): string {
  const n = marksOfTotal(total).length;
  return say(n === 1 ? 'sumOne' : 'sum', { name, n: String(n) });
}

/**
 * Calls each total of a drawing by what it adds up, once: a number alone says it only where it stands.
 * @param called with what it does
 */
export function nameTotals(drawing: Element, called = choosing): void {
  const totals = totalsOf(drawing).filter((total) => !names.has(total));
  const named = totals.map((total) => [total, nameOfTotal(total)] as const);
  for (const [total, name] of named) {
    names.set(total, name);
    total.setAttribute('aria-label', called(name, total));
    for (const part of partsOfTotal(total).slice(1)) part.setAttribute('aria-hidden', 'true');
  }
}
