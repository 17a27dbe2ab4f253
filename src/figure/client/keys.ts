/** Which mark a key leads to. */
import { type Direction, endTowards, groupTowards, type Place, placeTowards } from './directions';
import { groupOf, marksOf, outlineOf } from './drawings';
import { isTravelling } from './travel';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Where a drawing's marks lie to each other: no width of the window changes that. */
const known = new WeakMap<SVGSVGElement, readonly Place[]>();

/** Reads layout, once for each drawing that has arrived: best when a frame has just been painted. */
export function learn(svg: SVGSVGElement): readonly Place[] {
  const places = known.get(svg) ?? marksOf(svg).map(placeOf);
  if (!isTravelling(svg)) known.set(svg, places);
  return places;
}

function placeOf(mark: Element): Place {
  const groups: Element[] = [];
  for (let group = groupOf(mark); group; group = groupOf(group)) groups.push(group);
  return { box: (outlineOf(mark) ?? mark).getBoundingClientRect(), groups };
}

/** @returns where a key leads from a mark, perhaps nowhere else; undefined for a key that leads nowhere ever */
export function markBy(event: KeyboardEvent, mark: SVGAElement): SVGAElement | undefined {
  const svg = mark.ownerSVGElement;
  const { key, ctrlKey } = event;
  const direction = ARROWS[key];
  const isPage = key.startsWith('Page');
  const isEnd = key === 'Home' || key === 'End';
  if (!svg || event.altKey || event.metaKey || event.shiftKey || !(direction || isPage || isEnd))
    return undefined;
  const marks = marksOf(svg);
  const back = ['PageUp', 'Home', 'ArrowUp', 'ArrowLeft'].includes(key);
  if (isEnd && ctrlKey) return marks.at(back ? 0 : -1);
  const [places, from] = [learn(svg), marks.indexOf(mark)];
  if (isEnd) return marks[endTowards(places, from, back)];
  if (!direction || ctrlKey) return marks[groupTowards(places, from, back)];
  return marks[placeTowards(places, from, direction)];
}
