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

/** Side by side in one line; the day above the rest; each in a line of its own before its day; the rest broken where it has to be. */
type Form = 'line' | 'lines' | 'stairs' | 'broken';
const FORMS: readonly Form[] = ['line', 'lines', 'stairs', 'broken'];

interface Placed {
  at: number;
  place: Candidate;
}

/**
 * As wide as there is room, as high as the words need, all in the first form in which all find a place; on a phone in lines.
 * A day never stands without its words: which has no room is left out.
 * @param x where an instant stands, from the left edge
 */
export function eventsOf(stage: Stage, x: (instant: number) => number, width: number): Part {
  const forms = stage.frame.kind === 'narrow' ? FORMS.slice(1) : FORMS;
  const tried = forms.map((form) => placed(form, stage, x, width));
  const most = Math.max(...tried.map(({ length }) => length));
  const found = tried.find(({ length }) => length === most) ?? [];
  const height = Math.max(0, ...found.map(({ place }) => place.y + place.part.height + 2));
  return box(width, height, (left, y): Item[] =>
    found.flatMap(({ at, place }) => {
      const x1 = Math.round(left + at) + 0.5;
      return [
        { kind: 'line', x1, y1: y + place.y + 2, x2: x1, y2: y + height, tone: 'muted' },
        ...place.part.at(left + place.x, y + place.y),
      ];
    }),
  );
}

/** The events that find a place in a form, each clear of the others. */
function placed(
  form: Form,
  { model, frame, sizes }: Stage,
  x: (instant: number) => number,
  width: number,
): Placed[] {
  // A sheet has its year in the title.
  const style = model.view.kind === 'sheet' ? 'dayMonth' : 'long';
  const all = model.events.map(({ id, date, text: said }) => {
    const day = {
      text: formatDate(date, frame.lang, style).replaceAll(' ', '\u00a0'),
      face: 'label-600' as const,
    };
    // No word is broken: one that is too long finds no place.
    const longest = Math.max(...said.split(' ').map((word) => text(word, { size: sizes.text }).width));
    const made = (anchor: 'start' | 'end', free: number): Part => {
      const room = form === 'broken' ? Math.max(free, longest) : Number.POSITIVE_INFINITY;
      const look = { size: sizes.text, anchor, room, row: { kind: 'event', id } as const };
      const words = (...some: (string | typeof day)[]) => text(some, look);
      return form === 'line' || form === 'stairs'
        ? words(day, said)
        : stack([words(day), words(said)], { align: anchor });
    };
    const at = x(middleOf(date));
    return { at, before: made('end', at - APART), after: made('start', width - at - APART) };
  });
  const bounds = { x: 0, y: 0, width, height: Number.POSITIVE_INFINITY };
  const taken: Box[] = [];
  return all.flatMap(({ at, before, after }, i): Placed[] => {
    // The latest highest: no line of a day runs through the words of an earlier one.
    const y = form === 'stairs' ? (all.length - 1 - i) * before.height : 0;
    const left = { part: before, x: at - APART - before.width, y };
    const right = { part: after, x: at + APART, y };
    // The first of several stands before its day, so that the next has room after its own.
    const places = form === 'stairs' ? [left] : i === 0 && all.length > 1 ? [left, right] : [right, left];
    const place = firstFree(places, taken, bounds, form === 'stairs' ? 0 : 2);
    if (place) taken.push(boxOf(place));
    return place ? [{ at, place }] : [];
  });
}
