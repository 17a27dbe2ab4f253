/** Events on a scale of time: a tick at the day, its words beside it where they find room. */
import { extentOf, formatDate } from '~/i18n/dates';
import { box, type Part, stack } from '~/kit/block';
import type { Box, Item } from '~/kit/items';
import { boxOf, type Candidate, firstFree } from '~/kit/place';
import { text } from '~/kit/text';
import type { Stage } from './stage';

const APART = 5;

/** The middle of a date: where its tick stands. */
export const middleOf = (date: string) => {
  const [start, end] = extentOf(date);
  return (start + end) / 2;
};

/**
 * As wide as there is room, as high as the words need: one line, or the day above the rest on a phone; the day alone where that is all
 * that has room.
 * @param x where an instant stands, from the left edge
 */
export function eventsOf(
  { model, frame, sizes }: Stage,
  x: (instant: number) => number,
  width: number,
): Part {
  // A sheet has its year in the title.
  const style = model.view.kind === 'sheet' ? 'dayMonth' : 'long';
  const forms = model.events.map(({ id, date, text: said }) => {
    const row = { kind: 'event', id } as const;
    const day = {
      text: formatDate(date, frame.lang, style).replaceAll(' ', '\u00a0'),
      face: 'label-600' as const,
    };
    const made = (anchor: 'start' | 'end') => {
      const words = (...some: (string | typeof day)[]) => text(some, { size: sizes.text, anchor, row });
      const narrow = frame.kind === 'narrow';
      return [narrow ? stack([words(day), words(said)], { align: anchor }) : words(day, said), words(day)];
    };
    return { at: x(middleOf(date)), before: made('end'), after: made('start') };
  });
  const height = Math.max(0, ...forms.map(({ after }) => after[0]?.height ?? 0)) + 2;
  const taken: Box[] = [];
  const found = forms.flatMap(({ at, before, after }, i): { at: number; place: Candidate }[] => {
    const [left, right] = [
      before.map((part) => ({ part, x: at - APART - part.width, y: 0 })),
      after.map((part) => ({ part, x: at + APART, y: 0 })),
    ];
    // The first of several stands before its day, so that the next has room after its own.
    const places = i === 0 && forms.length > 1 ? [...left, ...right] : [...right, ...left];
    const place = firstFree(places, taken, { x: 0, y: 0, width, height });
    if (place) taken.push(boxOf(place));
    return place ? [{ at, place }] : [];
  });
  return box(width, found.length > 0 ? height : 0, (left, y): Item[] =>
    found.flatMap(({ at, place }) => {
      const x1 = Math.round(left + at) + 0.5;
      return [
        { kind: 'line', x1, y1: y + 2, x2: x1, y2: y + height, tone: 'muted' },
        ...place.part.at(left + place.x, y + place.y),
      ];
    }),
  );
}
