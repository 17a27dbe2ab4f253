/** Events above a scale of time: a tick at the day, its words beside it where they find room. */
import { extentOf, formatDate } from '~/i18n/dates';
import { box, type Part } from '~/kit/block';
import type { Item } from '~/kit/items';
import { type Candidate, firstFree } from '~/kit/place';
import { text } from '~/kit/text';
import type { Stage } from './stage';

const APART = 5;

/** The middle of a date: where its tick stands. */
export const middleOf = (date: string) => {
  const [start, end] = extentOf(date);
  return (start + end) / 2;
};

/**
 * As wide as there is room, as high as the words need: one line, or two on a phone.
 * @param x where an instant stands, from the left edge
 */
export function eventsOf(
  { model, frame, sizes }: Stage,
  x: (instant: number) => number,
  width: number,
): Part {
  const parts = model.events.map(({ date, text: said }) => {
    const day = { text: formatDate(date, frame.lang, 'dayMonth'), face: 'label-600' as const };
    const style = { size: sizes.text };
    const long = [text([day, said], style)];
    const broken = (anchor: 'start' | 'end') =>
      text([day, said], { ...style, anchor, room: text(said, style).width });
    return { at: x(middleOf(date)), wide: long[0] as Part, broken };
  });
  const narrow = frame.kind === 'narrow';
  const height = Math.max(0, ...parts.map((one) => (narrow ? one.broken('start') : one.wide).height));
  const bounds = { x: 0, y: 0, width, height: height + 2 };
  const taken: { x: number; y: number; width: number; height: number }[] = [];
  const found = parts.flatMap(({ at, wide, broken }, i): { at: number; place: Candidate }[] => {
    const left = narrow ? broken('end') : wide;
    const right = narrow ? broken('start') : wide;
    const before = { part: left, x: at - APART - left.width, y: 0 };
    const after = { part: right, x: at + APART, y: 0 };
    // The first of several stands before its day, so that the next has room after its own.
    const place = firstFree(i === 0 && parts.length > 1 ? [before, after] : [after, before], taken, bounds);
    if (!place) return [];
    taken.push({ x: place.x, y: 0, width: place.part.width, height });
    return [{ at, place }];
  });
  return box(width, found.length > 0 ? height + 2 : 0, (left, y): Item[] =>
    found.flatMap(({ at, place }) => [
      { kind: 'line', x1: left + at, y1: y + 2, x2: left + at, y2: y + height + 2, tone: 'muted' },
      ...place.part.at(left + place.x, y + place.y),
    ]),
  );
}
