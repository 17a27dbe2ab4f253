/** A case on a scale of time: a bar from its first event to its outcome, or a dot an event, and the words beside it. */
import { max, type ScaleTime, scaleUtc, utcMonth, utcYear } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import { axisBelow, timeTicks, withRoom, years } from '~/kit/axis';
import { area, box, over, type Part, pad, space, stack, weightless, within } from '~/kit/block';
import { around, type Box, type Item, type Mark } from '~/kit/items';
import { boxPath, type MarkOf, markIn, pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { type Case, outcomeOf, spanOf } from './definition';

export type Scale = ScaleTime<number, number>;

/**
 * From the month, or the year, of the first event to the last of all, a year at least, up to the date of the data where
 * there is none; `width` in CSS pixels.
 */
export function scaleOf(cases: readonly Case[], asOf: string, width: number, begin = utcMonth): Scale {
  const last = max(cases, (one) => extentOf(one.until)[1]) ?? extentOf(asOf)[1];
  const starts = cases.map((one) => extentOf(one.start)[0]);
  const first = Math.min(...starts, utcYear.offset(new Date(last), -1).getTime());
  return scaleUtc([begin.floor(new Date(first)), last], [0, width]).clamp(true);
}

/** A scale with its years, and the axis of them. */
export const withYears = (given: Scale): { x: Scale; axis: Part } => {
  const { scale, ticks } = withRoom(given, (x) => timeTicks(x, years()));
  return { x: scale, axis: axisBelow(ticks, scale.range()[1] ?? 0, { begin: true }) };
};

/** The middle of what a partial date can mean. */
export const placeOf = (x: Scale, date: string): number => {
  const [start, end] = extentOf(date);
  return x((start + end) / 2);
};

export const toneOf = (one: Case) => (one.tone === 'ink' ? 'ink' : `${one.tone}-text`);

export const caseMark = (one: Case, { say, lang }: Frame): MarkOf => ({
  id: one.id,
  name: say('mark.case', { title: one.title, date: spanOf(one, lang), outcome: outcomeOf(one, say) }),
  look: 'solid',
  tone: one.tone,
  date: one.start,
});

/** Where a case is drawn in a row: one box from its first event to its last, or a box for each event. */
export function boxesOf(one: Case, x: Scale, thick: number): Box[] {
  if (one.drawn === 'points')
    return one.steps.map(({ date }) => ({
      x: Math.max(0, Math.min(placeOf(x, date), (x.range()[1] ?? 0) - thick / 2) - thick / 2),
      y: 0,
      width: thick,
      height: thick,
    }));
  const [x0, x1] = [x(extentOf(one.start)[0]), x(extentOf(one.until)[1])];
  return [{ x: x0, y: 0, width: Math.max(2, x1 - x0), height: thick }];
}

/** A case as one mark with its boxes, strung on a line where it has several; a step within its bar is a cut, where `cuts` wants them. */
export function caseBar(one: Case, x: Scale, thick: number, frame: Frame, cuts = false): Part {
  const boxes = boxesOf(one, x, thick);
  const outline = one.drawn === 'points' ? pillPath : boxPath;
  return box(x.range()[1] ?? 0, thick, (left, top): Item[] => {
    const placed = boxes.map((own) => ({ ...own, x: own.x + left, y: own.y + top }));
    const [first, last] = [placed[0] as Box, placed.at(-1) as Box];
    // A part of the mark, so that it is chosen, or loses its hue, with its boxes.
    const string = { x: first.x, y: top + thick / 2 - 0.5, width: last.x - first.x, height: 1 };
    const drawn = placed.map((own) => markIn(caseMark(one, frame), own, outline).d).join('');
    const d = (placed.length > 1 ? boxPath(string) : '') + drawn;
    const mark: Mark = { kind: 'mark', ...caseMark(one, frame), d, box: around(placed) as Box };
    const between = cuts ? one.steps.filter(({ date }) => date !== one.start && date !== one.end) : [];
    return [
      mark,
      ...between.map(({ date }): Item => {
        const at = left + placeOf(x, date);
        return { kind: 'line', x1: at, y1: top, x2: at, y2: top + thick, tone: 'paper', width: 2 };
      }),
    ];
  });
}

/** Between a bar and its words. */
const AIR = 8;

/** Words of a case in lines no wider than `room`. */
export type Words = (room: number, anchor: 'start' | 'end') => Part;

/** A case in one row with its words beside its marks, right or left of all of them, where there is room; else above. */
export function caseRow(words: Words, one: Case, x: Scale, frame: Frame, thick: number): Part {
  const width = x.range()[1] ?? 0;
  const bar = caseBar(one, x, thick, frame);
  const boxes = boxesOf(one, x, thick);
  const { x: from, width: wide } = around(boxes) as Box;
  const line = words(Number.POSITIVE_INFINITY, 'start');
  const after = from + wide + AIR;
  const before = from - AIR - line.width;
  if (after + line.width > width && before < 0) {
    // Above where the case begins, or at the right edge.
    const { width: own } = words(width, 'start');
    const left = Math.min(from, width - own);
    const above = pad(words(width, left < from ? 'end' : 'start'), { left });
    return area(stack([above, space(3), bar]), one.id, width);
  }
  const height = Math.max(line.height, thick);
  const row = over(
    box(width, height),
    weightless(bar, 0, (height - thick) / 2),
    weightless(line, after + line.width > width ? before : after, (height - line.height) / 2),
  );
  return area(row, one.id, width);
}

/** One at the left edge and one at the right, feet in line unless said otherwise. */
export const apart = (left: Part, right: Part, width: number, down: 'start' | 'end' = 'end'): Part =>
  over(
    within(left, { width, height: right.height, down }),
    within(right, { width, height: left.height, down, align: 'end' }),
  );

/** "29 Feb 2024 to 11 Jun 2024". */
export const dateWords = (one: Case, { lang }: Frame, size: number): Part =>
  text(spanOf(one, lang), { size, tone: 'muted', mark: one.id });

export const stepDate = (date: string, { lang }: Frame) => formatDate(date, lang, 'short');
