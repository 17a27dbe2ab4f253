/** Which marks a finger meant: what lies near its touch, and where it cannot tell threads of a group apart, all of them. */
import { groupOf } from './drawings';

/** The least size of a target: a touch reaches as far, and one that hits half as far. In CSS pixels. */
const REACH = 24;
const STEP = 3;

/**
 * Marks of a drawing within reach of a point, the nearest first. Looked for on rings around the point, by what
 * the browser says is drawn there: no outline is too thin or too slanted for that.
 */
export function marksNear(svg: SVGSVGElement, x: number, y: number, reach = REACH): SVGAElement[] {
  const found = new Set<SVGAElement>();
  for (let radius = 0; radius <= reach; radius += STEP) {
    const points = Math.max(1, Math.ceil((2 * Math.PI * radius) / STEP));
    for (let i = 0; i < points; i++) {
      const angle = (2 * Math.PI * i) / points;
      const at = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
      const top = document.elementFromPoint(...at);
      if (!top || top === svg || !svg.contains(top)) continue;
      // What lies under something else is asked for where there is something: asking for all is ten times dearer.
      const hits = top.closest('a.mark') ? [top] : document.elementsFromPoint(...at);
      for (const hit of hits) {
        const mark = hit.closest<SVGAElement>('a.mark');
        if (mark && svg.contains(mark)) found.add(mark);
      }
    }
  }
  return [...found];
}

/**
 * @param hit the mark under the point itself, if there is one
 * @returns the mark meant; several where they stand in one group too close for a finger; none where nothing is near
 */
export function meantAt(
  svg: SVGSVGElement,
  hit: SVGAElement | null,
  { x, y }: { x: number; y: number },
  finger: boolean,
): SVGAElement[] {
  if (hit && !finger) return [hit];
  // A mouse is exact, a finger that hits nearly so.
  const near = marksNear(svg, x, y, hit || !finger ? REACH / 2 : REACH);
  const nearest = hit ?? near[0];
  if (!nearest) return [];
  const group = groupOf(nearest);
  if (!finger || !group) return [nearest];
  return [nearest, ...near.filter((mark) => mark !== nearest && groupOf(mark) === group)];
}
