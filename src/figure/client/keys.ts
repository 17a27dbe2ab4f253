/** Which mark or total a key leads to. */
import { type Direction, endTowards, groupTowards, type Place } from './directions';
import { groupOf, outlineOf } from './drawings';
import { type Course, stepTowards } from './on-the-way';
import { isTotal, partsOfTotal, stopsOf } from './totals';
import { isTravelling } from './travel';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Where what keys lead to lies in a drawing: no width of the window changes that. */
const known = new WeakMap<SVGSVGElement, readonly Place[]>();
/** Where the last arrow led to a total. */
let halt: { at: SVGAElement; course: Course } | undefined;

export const isLearnt = (svg: SVGSVGElement): boolean => known.has(svg);

/** Reads layout, once for each drawing that has arrived: best when a frame has just been painted. */
export function learn(svg: SVGSVGElement): readonly Place[] {
  const places = known.get(svg) ?? stopsOf(svg).map(placeOf);
  if (!isTravelling(svg)) known.set(svg, places);
  return places;
}

function placeOf(stop: SVGAElement): Place {
  const groups: Element[] = [];
  for (let group = groupOf(stop); group; group = groupOf(group)) groups.push(group);
  if (!isTotal(stop)) return { box: (outlineOf(stop) ?? stop).getBoundingClientRect(), groups };
  const boxes = partsOfTotal(stop).map((part) => part.getBoundingClientRect());
  const box = {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
  return { box, groups, total: true };
}

/** @returns where a key leads from a mark or a total, perhaps nowhere else; undefined for a key that leads nowhere ever */
export function stopBy(event: KeyboardEvent, stop: SVGAElement): SVGAElement | undefined {
  const svg = stop.ownerSVGElement;
  const { key, ctrlKey } = event;
  const direction = ARROWS[key];
  const isPage = key.startsWith('Page');
  const isEnd = key === 'Home' || key === 'End';
  if (!svg || event.altKey || event.metaKey || event.shiftKey || !(direction || isPage || isEnd))
    return undefined;
  const stops = stopsOf(svg);
  const back = ['PageUp', 'Home', 'ArrowUp', 'ArrowLeft'].includes(key);
  if (isEnd && ctrlKey) return stops.filter((one) => !isTotal(one)).at(back ? 0 : -1);
  const [places, from] = [learn(svg), stops.indexOf(stop)];
  if (isEnd) return stops[endTowards(places, from, back)];
  if (!direction || ctrlKey) return stops[groupTowards(places, from, back)];
  const { to, course } = stepTowards(places, from, direction, halt?.at === stop ? halt.course : undefined);
  const at = stops[to];
  halt = at && course && { at, course };
  return at;
}
