/** Where a key leads from a mark: arrows where the picture goes, other keys from group to group and to the ends. */
import { type Box, type Direction, nearestTowards } from './directions';
import { groupOf, marksOf, outlineOf } from './drawings';
import { isTravelling } from './travel';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Boxes of a drawing's marks as they lie to each other: no width of the window changes that. */
const known = new WeakMap<SVGSVGElement, readonly Box[]>();

function boxesOf(svg: SVGSVGElement, marks: readonly Element[]): readonly Box[] {
  const boxes = known.get(svg) ?? marks.map((mark) => (outlineOf(mark) ?? mark).getBoundingClientRect());
  if (!isTravelling(svg)) known.set(svg, boxes);
  return boxes;
}

/** Towards a mark of its own group first, then of the groups around it. */
function towards(
  direction: Direction,
  mark: SVGAElement,
  marks: readonly SVGAElement[],
  boxes: readonly Box[],
) {
  const from = marks.indexOf(mark);
  let group = groupOf(mark);
  while (group) {
    const own = group;
    const found = nearestTowards(boxes, from, direction, (i) => own.contains(marks[i] ?? null));
    if (found !== undefined) return marks[found];
    group = groupOf(group);
  }
  return marks[nearestTowards(boxes, from, direction) ?? from];
}

/** The first mark of the next group, or of the one before. */
function groupFrom(mark: SVGAElement, marks: readonly SVGAElement[], step: 1 | -1): SVGAElement | undefined {
  const firsts = marks.filter((one, i) => i === 0 || groupOf(one) !== groupOf(marks[i - 1] ?? one));
  const at = firsts.filter((one) => marks.indexOf(one) <= marks.indexOf(mark)).length - 1;
  return firsts[Math.max(0, Math.min(firsts.length - 1, at + step))];
}

/** @returns where a key leads from a mark, perhaps nowhere else; undefined for a key that leads nowhere ever */
export function markBy(event: KeyboardEvent, mark: SVGAElement): SVGAElement | undefined {
  const svg = mark.ownerSVGElement;
  if (!svg || event.altKey || event.metaKey || event.shiftKey) return undefined;
  const marks = marksOf(svg);
  const { key } = event;
  const direction = ARROWS[key];
  const back = key === 'PageUp' || direction === 'up' || direction === 'left';
  if (key === 'PageUp' || key === 'PageDown' || (direction && event.ctrlKey))
    return groupFrom(mark, marks, back ? -1 : 1);
  if (event.ctrlKey) return undefined;
  if (direction) return towards(direction, mark, marks, boxesOf(svg, marks));
  return { Home: marks[0], End: marks.at(-1) }[key];
}
