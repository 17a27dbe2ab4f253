/** A case on a scale of time: a bar from its first event to its outcome, or a dot an event, and the words beside it. */
import { type ScaleTime, scaleUtc, utcMonth, utcYear } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import { axisBelow, timeTicks, years } from '~/kit/axis';
import { area, box, over, type Part, space, stack, weightless, within } from '~/kit/block';
import { around, type Box, type Item, type Mark } from '~/kit/items';
import { boxPath, type MarkOf, markIn, pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { type Case, outcomeOf, spanOf } from './definition';

export type Scale = ScaleTime<number, number>;

/** From the year of the first event to the month of the data; `width` in CSS pixels. */
export function scaleOf(cases: readonly Case[], asOf: string, width: number): Scale {
  const end = utcMonth.offset(utcMonth.floor(new Date(extentOf(asOf)[0])), 1);
  const starts = cases.map((one) => extentOf(one.start)[0]);
  const first = Math.min(...starts, utcYear.offset(end, -1).getTime());
  return scaleUtc([utcMonth.floor(new Date(first)), end], [0, width]).clamp(true);
}

export const axisOf = (x: Scale, width: number): Part => axisBelow(timeTicks(x, years()), width);

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
export function boxesOf(one: Case, x: Scale, asOf: string, thick: number): Box[] {
  if (one.drawn === 'points')
    return one.steps.map(({ date }) => ({
      x: Math.max(0, Math.min(placeOf(x, date), (x.range()[1] ?? 0) - thick / 2) - thick / 2),
      y: 0,
      width: thick,
      height: thick,
    }));
  const [x0, x1] = [x(extentOf(one.start)[0]), x(extentOf(one.end || asOf)[1])];
  return [{ x: x0, y: 0, width: Math.max(2, x1 - x0), height: thick }];
}

/** A case as one mark with its boxes; a step within its bar is a cut, where `cuts` wants them. */
export function caseBar(one: Case, x: Scale, asOf: string, thick: number, frame: Frame, cuts = false): Part {
  const boxes = boxesOf(one, x, asOf, thick);
  const outline = one.drawn === 'points' ? pillPath : boxPath;
  return box(x.range()[1] ?? 0, thick, (left, top): Item[] => {
    const placed = boxes.map((own) => ({ ...own, x: own.x + left, y: own.y + top }));
    const d = placed.map((own) => markIn(caseMark(one, frame), own, outline).d).join('');
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

/**
 * A case in one row with its words beside its marks: right of them, left of them, or between two of them, where
 * there is room; else in lines of their own above.
 */
export function caseRow(
  words: (room: number) => Part,
  one: Case,
  x: Scale,
  asOf: string,
  frame: Frame,
  thick: number,
): Part {
  const width = x.range()[1] ?? 0;
  const bar = caseBar(one, x, asOf, thick, frame);
  const boxes = boxesOf(one, x, asOf, thick);
  const line = words(Number.POSITIVE_INFINITY);
  const ends = [0, ...boxes.flatMap((own) => [own.x, own.x + own.width]), width];
  // Gaps between the marks, the one after the last first, then the one before the first.
  const gaps = ends.flatMap((from, i) => (i % 2 === 0 ? [[from, ends[i + 1] ?? width] as const] : []));
  const order = [gaps.at(-1), gaps[0], ...gaps.slice(1, -1)].filter((gap) => gap !== undefined);
  const free = order.find(
    ([from, to]) => to - from >= line.width + 2 * AIR - (to === width || from === 0 ? AIR : 0),
  );
  if (!free) {
    const [first, last] = [boxes[0], boxes.at(-1)];
    const late = (first?.x ?? 0) + (last?.x ?? 0) + (last?.width ?? 0) > width;
    const above = within(words(width), { width, align: late ? 'end' : 'start' });
    return area(stack([above, space(3), bar]), one.id, width);
  }
  const left = free === gaps[0] && free !== gaps.at(-1) ? free[1] - AIR - line.width : free[0] + AIR;
  const height = Math.max(line.height, thick);
  const row = over(
    box(width, height),
    weightless(bar, 0, (height - thick) / 2),
    weightless(line, left, (height - line.height) / 2),
  );
  return area(row, one.id, width);
}

/** One at the left edge and one at the right, feet in line. */
export const apart = (left: Part, right: Part, width: number): Part =>
  over(
    within(left, { width, height: right.height, down: 'end' }),
    within(right, { width, height: left.height, down: 'end', align: 'end' }),
  );

/** "29 Feb 2024 to 11 Jun 2024". */
export const dateWords = (one: Case, { lang }: Frame, size: number): Part =>
  text(spanOf(one, lang), { size, tone: 'muted', mark: one.id });

export const stepDate = (date: string, { lang }: Frame) => formatDate(date, lang, 'short');
