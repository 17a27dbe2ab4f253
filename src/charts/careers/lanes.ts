/** One line per person between lanes of companies, over time; names stand at the last point. */
import { cumsum, pairs, scaleUtc } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import { spellNumber } from '~/i18n/numbers';
import { axisBelow, timeTicks, years } from '~/kit/axis';
import {
  box,
  firstFitting,
  group,
  type Maybe,
  over,
  type Part,
  pad,
  rule,
  space,
  stack,
  weightless,
} from '~/kit/block';
import type { Box, Item, Line } from '~/kit/items';
import { type Candidate, firstFree, hitBoxes } from '~/kit/place';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { type Course, coursesOf } from './courses';
import type { CareersModel } from './definition';
import { fadeOf, markOf } from './mark';
import type { Career } from './stays';
import { type Point, tubePath } from './tube';

const SIZES = {
  wide: { pitch: 23, pad: 9, thick: 6, bold: 12, stub: 56, step: 16, name: 13, head: 19, gap: 8, most: 450 },
  medium: { pitch: 14, pad: 6, thick: 4, bold: 8, stub: 30, step: 12, name: 12, head: 15, gap: 3, most: 345 },
  narrow: {
    pitch: 16,
    pad: 8,
    thick: 4,
    bold: 7.5,
    stub: 16,
    step: 9,
    name: 12,
    head: 14,
    gap: 5,
    most: 440,
  },
};
type Sizes = (typeof SIZES)['wide'];

/** So many people are drawn at most; where there is no room, fewer. */
const PEOPLE = [30, 20, 14, 10, 7, 5];
/** A corner is bent over this stretch, where the step leaves it. */
const REACH = 14;

export const lanes = (model: CareersModel, frame: Frame): Part => {
  const sizes = SIZES[frame.kind === 'medium' || frame.kind === 'narrow' ? frame.kind : 'wide'];
  const n = model.careers.length;
  const tries = [n, ...PEOPLE.filter((most) => most < n)].filter((most) => most <= (PEOPLE[0] ?? n));
  return firstFitting(
    tries.map((most) => () => draw(chosen(model, most), n - most, frame, sizes)),
    { height: sizes.most },
  );
};

/** Whoever crossed all, then who moved most often; in the order they had. */
function chosen(model: CareersModel, most: number): CareersModel {
  const rank = (career: Career) =>
    career.person === model.crossed?.person ? 0 : 1 / (1 + career.stays.length);
  const first = new Set([...model.careers].sort((a, b) => rank(a) - rank(b)).slice(0, most));
  return { ...model, careers: model.careers.filter((career) => first.has(career)) };
}

/** What all of a drawing's parts need: pixels of the frame across, of the lanes down. */
interface Field {
  model: CareersModel;
  frame: Frame;
  sizes: Sizes;
  x(instant: number): number;
  from: number;
  until: number;
  isBold(person: string): boolean;
  thickOf(person: string): number;
}

function draw(model: CareersModel, more: number, frame: Frame, sizes: Sizes): Part {
  const heads = model.orgs.map(({ id, name }) =>
    text(name, { size: sizes.head, face: 'label-600', tone: `${id}-text`, room: 0.3 * frame.width }),
  );
  const left = Math.max(...heads.map((head) => head.width)) + 12;
  const [from, until] = [extentOf(model.since)[0], extentOf(model.asOf)[1]];
  const last = text(model.careers.at(-1)?.person ?? '', { size: sizes.name }).width;
  const right = frame.width - sizes.step - sizes.stub - 6 - Math.min(last, 0.25 * frame.width);
  const x = scaleUtc([from, until], [left, right]).clamp(true);
  const isBold = (person: string) => person === model.crossed?.person;
  const field: Field = {
    ...{ model, frame, sizes, from, until, isBold },
    x: (instant) => x(instant),
    thickOf: (person) => (isBold(person) ? sizes.bold : sizes.thick),
  };
  const courses = coursesOf(model.careers, from, { ...field, ...sizes, left });
  const rows = levelsOf(courses, field);
  const heights = model.orgs.map(
    ({ id }, i) => Math.max((rows.get(id)?.length ?? 0) * sizes.pitch, heads[i]?.height ?? 0) + 2 * sizes.pad,
  );
  const tops = [0, ...cumsum(heights)];
  const yOf = ({ stay }: Course): number => {
    const lane = model.orgs.findIndex(({ id }) => id === stay.org);
    const level = rows.get(stay.org)?.findIndex((row) => row.some((one) => one.course.stay === stay)) ?? 0;
    return (tops[lane] ?? 0) + sizes.pad + (level + 0.5) * sizes.pitch;
  };
  const headY = (lane: number) => (tops[lane] ?? 0) + sizes.pad + (sizes.pitch - sizes.head * 1.24) / 2;
  const lines = over(
    ...tops.slice(1).map((y) => weightless(rule(frame.width), 0, y - 0.5)),
    ...heads.map((head, i) => weightless(head, 0, headY(i))),
    people(
      courses,
      yOf,
      heads.map((head, i) => ({ x: 0, y: headY(i), width: head.width, height: head.height })),
      tops.at(-1) ?? 0,
      field,
    ),
  );
  return stack([
    sameEnd(model, frame, sizes),
    over(lines, space(tops.at(-1) ?? 0)),
    crossed(field),
    space(4),
    axisBelow(timeTicks(x, years()), frame.width, { line: false, begin: true }),
    ...footnotes(field, more),
  ]);
}

interface Placed {
  course: Course;
  x0: number;
  x1: number;
}

/**
 * Which level of its company's lane each stay runs on. It stands below all it would meet, its name included, so that
 * whoever arrives later steps through nobody's name; the kit's dodge would fill gaps above.
 */
function levelsOf(courses: readonly (readonly Course[])[], field: Field): Map<string, Placed[][]> {
  const lanes = new Map<string, Placed[][]>();
  for (const own of courses)
    own.forEach((course, i) => {
      const rows = lanes.get(course.stay.org) ?? [];
      lanes.set(course.stay.org, rows);
      const name = nameOf(course, field).width;
      const x0 = course.start - (i === 0 && field.isBold(course.stay.person) ? name + 10 : 4);
      const x1 = (course.step?.[1] ?? course.end) + (i === own.length - 1 ? name + 14 : 4);
      const met = rows.findLastIndex((row) => row.some((other) => x0 < other.x1 && other.x0 < x1));
      const row = rows[met + 1] ?? [];
      rows[met + 1] = [...row, { course, x0, x1: Math.min(x1, field.frame.width) }];
    });
  return lanes;
}

function nameOf({ stay, step }: Course, { frame, sizes, isBold }: Field, room?: number): Part {
  const bold = isBold(stay.person);
  const until =
    stay.end &&
    !step &&
    frame.kind === 'wide' &&
    frame.say('until', { date: formatDate(stay.end, frame.lang) });
  return text([stay.person, ...(until ? [{ text: until, face: 'label-400' as const, tone: 'muted' }] : [])], {
    size: bold ? sizes.name + 2 : sizes.name,
    face: bold ? 'label-600' : 'label-400',
    mark: stay.id,
    halo: true,
    ...(room === undefined ? {} : { room }),
  });
}

/** Every person's line with the name; `yOf` counts from the top of the lanes. */
function people(
  courses: readonly (readonly Course[])[],
  yOf: (course: Course) => number,
  heads: readonly Box[],
  height: number,
  field: Field,
): Part {
  const { frame, sizes, thickOf } = field;
  return box(frame.width, height, (_, top) => {
    const y = (course: Course) => top + yOf(course);
    const all = courses.flat();
    const hits = hitBoxes(
      all.map((course) => {
        const thick = thickOf(course.stay.person);
        return {
          x: course.start,
          y: y(course) - thick / 2,
          width: Math.max(course.end - course.start, 1),
          height: thick,
        };
      }),
      sizes.pitch,
    );
    const taken: Box[] = heads.map((head) => ({ ...head, y: top + head.y }));
    return courses.flatMap((own): Item[] => {
      const lines = own.map((course, i) => lineOf(course, own[i + 1], y, hits[all.indexOf(course)], field));
      const items = [...lines.flatMap(({ casing }) => casing), ...lines.map(({ mark }) => mark)];
      const names = namesOf(own, y, taken, { x: 0, y: top, width: frame.width, height }, field);
      const moves = own.filter(({ step }) => step).length;
      const name = frame.say('line', { person: own[0]?.stay.person ?? '', n: moves });
      return own.length > 0 ? [{ kind: 'group', name, items: [...items, ...names] }] : [];
    });
  });
}

/** A stay and the step out of it, and what lies under both in paper colour where they pass over other lines. */
function lineOf(
  course: Course,
  next: Course | undefined,
  yOf: (course: Course) => number,
  hit: Box | undefined,
  field: Field,
) {
  const { model, frame, thickOf } = field;
  const { stay, start, full, end, pause, fades, step } = course;
  const thick = thickOf(stay.person);
  const y = yOf(course);
  const to = next ? yOf(next) : y;
  const turn = step ? Math.min((step[1] - step[0]) / 2, REACH) : 0;
  const out: Point[] = step
    ? [
        [step[0] + turn, y],
        [step[1] - turn, to],
        [step[1], to],
      ]
    : [[end, y]];
  const lines: Point[][] =
    pause === undefined
      ? [[[start, y], ...out]]
      : [
          [
            [start, y],
            [pause, y],
          ],
          [[end - 1, y], ...out],
        ];
  const [begins, stops] = [step?.[1] ?? end, fades];
  const fade = stops
    ? fadeOf([
        [start, 1],
        [Math.max(stops[0], start), 1],
        [stops[1], stops[1] - stops[0] > 1 ? 0 : 1],
      ])
    : full - start > 1.5 &&
      fadeOf([
        [start, 0],
        [full, 1],
        [begins, 1],
      ]);
  const casing = tubePath([[Math.max(start, Math.min(full, end - 1)), y], ...out], thick + 5, turn);
  return {
    mark: markOf(stay, model, frame, { lines, thick, reach: turn, fade: fade || undefined, hit }),
    casing: step ? [{ kind: 'shape' as const, d: casing, fill: 'paper', casing: true }] : [],
  };
}

/** At the last point, with the date where the end is known; whoever crossed all is named at the first, too. */
function namesOf(
  own: readonly Course[],
  yOf: (course: Course) => number,
  taken: Box[],
  bounds: Box,
  field: Field,
): readonly Item[] {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return [];
  const place = (candidates: readonly Candidate[]) => {
    const found = firstFree(candidates, taken, bounds, -2);
    const items = found?.part.at(found.x, found.y) ?? [];
    taken.push(...items.flatMap((item) => (item.kind === 'label' ? [item.box] : [])));
    return items;
  };
  const name = nameOf(last, field);
  const [x, y] = [last.end + 5, yOf(last)];
  const right = bounds.width - x;
  const lines = nameOf(last, field, right);
  const whole = last.stay.person
    .split(' ')
    .every((word) => nameOf({ ...last, stay: { ...last.stay, person: word } }, field).width <= right);
  const middle = (part: Part) => y - part.height / 2 - 0.5;
  const thick = field.thickOf(last.stay.person);
  const under = { part: name, x: Math.max(0, Math.min(x, bounds.width - name.width)) };
  const begins = nameOf(first, field);
  const atFirst = field.isBold(first.stay.person)
    ? place([
        {
          part: begins,
          x: Math.max(0, first.start - begins.width - 6),
          y: yOf(first) - begins.height / 2 - 0.5,
        },
      ])
    : [];
  return [
    ...atFirst,
    ...place([
      { part: name, x, y: middle(name) },
      ...(whole ? [{ part: lines, x, y: middle(lines) }] : []),
      { ...under, y: y + thick / 2 },
      { ...under, y: y - thick / 2 - name.height },
    ]),
  ];
}

/** Where all of the careers led, if it was one company. */
const sameEnd = (
  { sameEnd, careers, orgs, nameOf }: CareersModel,
  { say, lang, width }: Frame,
  sizes: Sizes,
): Maybe =>
  sameEnd !== undefined &&
  careers.length > 1 &&
  pad(
    text(say('same', { n: careers.length, orgs: spellNumber(orgs.length, lang), org: nameOf(sameEnd) }), {
      size: sizes.name,
      room: width,
    }),
    { bottom: 4 },
  );

/** A bracket under the lanes: from the first to the last step of whoever crossed them all. */
function crossed({ model, frame, sizes, x }: Field): Maybe {
  if (!model.crossed) return undefined;
  const { first, last, months } = model.crossed;
  const middle = (date: string) => x((extentOf(date)[0] + extentOf(date)[1]) / 2);
  const [a, b] = [middle(first.date), middle(last.date)];
  const [since, until] = [first, last].map((move) => formatDate(move.date, frame.lang, 'month'));
  const words = text(
    [
      { text: frame.say('months', { months }), face: 'label-600', size: sizes.name + 2 },
      frame.say('months.span', { since, until }),
    ],
    { size: sizes.name, room: frame.width },
  );
  const corners: Point[] = [
    [a, 5],
    [a, 11],
    [b, 11],
    [b, 5],
  ];
  const line = box(0, 14, (left, top) =>
    pairs(
      corners,
      ([x1, y1], [x2, y2]): Line => ({
        kind: 'line',
        x1: left + x1,
        y1: top + y1,
        x2: left + x2,
        y2: top + y2,
        tone: 'ink',
      }),
    ),
  );
  return stack([line, pad(words, { left: Math.max(0, Math.min(a, frame.width - words.width)) })]);
}

/** What the lanes leave out: stays that were over before the axis begins, and people there is no room for. */
function footnotes({ model, frame, from }: Field, more: number): Maybe[] {
  const { say, width, lang } = frame;
  const told = model.careers.flatMap(({ person, stays }) => {
    const where = stays.flatMap((stay) => {
      const end = (stay.end || stay.exit?.date || '').slice(0, 4);
      const over = (stay.ended?.[1] ?? Number.POSITIVE_INFINITY) <= from;
      const [org, start] = [model.nameOf(stay.org), stay.start.slice(0, 4)];
      return over && end ? [say(start ? 'earlier.at.span' : 'earlier.at.until', { org, start, end })] : [];
    });
    return where.length > 0 ? [`${person} ${where.join(', ')}`] : [];
  });
  const style = { size: 12, tone: 'muted', room: width };
  return [
    told.length > 0 &&
      pad(text(say('earlier.all', { year: model.since, list: told.join('; ') }), style), { top: 6 }),
    more > 0 && pad(text(say('more', { n: more, number: spellNumber(more, lang) }), style), { top: 6 }),
  ];
}
