/** One line per person between lanes of companies, over time; names stand at the last point. */
import { cumsum, max, min, scaleUtc } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import { spellNumber } from '~/i18n/numbers';
import { axisBelow, timeTicks, withRoom, years } from '~/kit/axis';
import {
  box,
  firstFitting,
  type Maybe,
  over,
  type Part,
  pad,
  rule,
  space,
  stack,
  weightless,
} from '~/kit/block';
import { type Box, type Item, labelsOf } from '~/kit/items';
import { firstFree, hitBoxes } from '~/kit/place';
import { type Stretch, text } from '~/kit/text';
import type { Frame } from '../contract';
import { bandPath, bracketUnder, fadeOf, innerOf, level, markOf } from './band';
import type { Career, Stay } from './career';
import { type Course, coursesOf } from './courses';
import type { CareersModel } from './model';

/** Between lines of a lane, and around them; lines; unknown edges and least steps; type; height at most. */
const SIZES = {
  wide: { pitch: 26, pad: 12, thick: 6, bold: 12, stub: 56, step: 16, name: 13, head: 19, most: 450 },
  medium: { pitch: 16, pad: 9, thick: 4, bold: 8, stub: 30, step: 12, name: 12, head: 15, most: 370 },
  narrow: { pitch: 15, pad: 6, thick: 4, bold: 8, stub: 16, step: 9, name: 12, head: 14, most: 440 },
};
/** So many people are drawn; where there is no room, fewer. */
const PEOPLE = [30, 20, 14, 10, 7, 5];
/** A corner is bent over this stretch, where its step leaves it. */
const REACH = 14;
/** How much wider than a line the paper is that it passes over others on. */
const CASING = 5;

interface Scene {
  model: CareersModel;
  frame: Frame;
  sizes: (typeof SIZES)['wide'];
  isBold(person: string): boolean;
  thickOf(person: string): number;
}

export const lanes = (model: CareersModel, frame: Frame): Part => {
  const sizes = SIZES[frame.kind === 'medium' || frame.kind === 'narrow' ? frame.kind : 'wide'];
  const isBold = (person: string) => person === model.crossed?.person;
  const thickOf = (person: string) => (isBold(person) ? sizes.bold : sizes.thick);
  // Whoever crossed all, then who moved most often; in the order they had.
  const rank = new Map(
    [...model.careers]
      .sort((a, b) => Number(isBold(b.person)) - Number(isBold(a.person)) || b.stays.length - a.stays.length)
      .map((career, i) => [career, i]),
  );
  const tries = PEOPLE.map((most) => () => {
    const careers = model.careers.filter((career) => (rank.get(career) ?? 0) < most);
    const scene = { model: { ...model, careers }, frame, sizes, isBold, thickOf };
    return draw(
      scene,
      model.careers.filter((career) => !careers.includes(career)),
    );
  });
  return firstFitting(tries, { height: sizes.most });
};

function draw(scene: Scene, more: readonly Career[]): Part {
  const { model, frame, sizes, thickOf } = scene;
  const heads = model.orgs.map(({ id, name }) =>
    text(name, { size: sizes.head, face: 'label-600', tone: `${id}-text`, room: 0.3 * frame.width }),
  );
  const [from, until] = [extentOf(model.since)[0], extentOf(model.asOf)[1]];
  const left = (max(heads, (head) => head.width) ?? 0) + 12;
  // The axis ends where the names behind the last points still have room, but not before it is too short to read.
  const ends = model.careers.map(({ stays }) => {
    const tail =
      sizes.step + sizes.stub + 8 + nameOf({ stay: stays.at(-1) as Stay, step: undefined }, scene).width;
    const share = ((stays.findLast((stay) => stay.left)?.left?.[1] ?? from) - from) / (until - from);
    return left + (frame.width - tail - left) / Math.max(share, 0.1);
  });
  const right = Math.min(frame.width - sizes.stub, Math.max(min(ends) ?? 0, 0.6 * frame.width));
  const { scale: x, ticks } = withRoom(
    scaleUtc([from, until], [left, right]).clamp(true),
    (scale) => timeTicks(scale, years()),
    frame.width,
  );
  const courses = coursesOf(model.careers, from, {
    ...sizes,
    x: (instant) => x(Math.max(instant, from)),
    thickOf,
  });
  const levels = levelsOf(courses, scene);
  const heights = model.orgs.map(({ id }, i) => {
    const lines = 1 + (max(courses.flat(), (one) => (one.stay.org === id ? levels.get(one) : 0)) ?? 0);
    return Math.max(lines * sizes.pitch, heads[i]?.height ?? 0) + 2 * sizes.pad;
  });
  const tops = [0, ...cumsum(heights)];
  const yOf = (course: Course) => {
    const top = tops[model.orgs.findIndex(({ id }) => id === course.stay.org)] ?? 0;
    return top + sizes.pad + ((levels.get(course) ?? 0) + 0.5) * sizes.pitch;
  };
  const names = heads.map((head, i) =>
    pad(head, { top: (tops[i] ?? 0) + sizes.pad + (sizes.pitch - 1.24 * sizes.head) / 2 }),
  );
  const rules = tops.slice(1).map((y) => weightless(rule(frame.width), 0, y - 0.5));
  const field = over(...rules, ...names, box(0, tops.at(-1) ?? 0));
  const lines = box(0, 0, (_, y) => {
    const taken = labelsOf({ items: over(...names).at(0, y) }).map((label) => label.box);
    const bounds = { x: 0, y, width: frame.width, height: field.height };
    return people(courses, (course) => y + yOf(course), taken, bounds, scene);
  });
  const axis = axisBelow(ticks, frame.width, { line: false, begin: true });
  const notes = [
    earlier(scene, from),
    more.length > 0 && { text: frame.say('more', { n: more.length }), sums: idsOf(more) },
  ];
  return stack([
    sameEnd(scene),
    over(field, lines),
    crossed(scene, (instant) => x(instant)),
    space(4),
    axis,
    ...notes.map(
      (said) => said && pad(text([said], { size: 12, tone: 'muted', room: frame.width }), { top: 6 }),
    ),
  ]);
}

/**
 * On which level of its company's lane each stay runs: below all it would meet, its name included, so that whoever
 * arrives later steps through nobody's name. The kit's dodge would fill gaps above.
 */
function levelsOf(courses: readonly (readonly Course[])[], scene: Scene): ReadonlyMap<Course, number> {
  const levels = new Map<Course, number>();
  const taken: { org: string; x0: number; x1: number; level: number }[] = [];
  for (const own of courses)
    own.forEach((course, i) => {
      const { org, person } = course.stay;
      const name = nameOf(course, scene).width;
      const x0 = course.start - (i === 0 && scene.isBold(person) ? name + 10 : 4);
      const x1 = (course.step?.[1] ?? course.end) + (i === own.length - 1 ? name + 14 : 4);
      const met = taken.filter((other) => other.org === org && x0 < other.x1 && other.x0 < x1);
      const free = 1 + (max(met, (other) => other.level) ?? -1);
      levels.set(course, free);
      taken.push({ org, x0, x1: Math.min(x1, scene.frame.width), level: free });
    });
  return levels;
}

/** At the end of a line, with the date where it is known, or the report of the exit. */
function nameOf(
  { stay, step }: Pick<Course, 'stay' | 'step'>,
  { frame, sizes, isBold }: Scene,
  room = Number.POSITIVE_INFINITY,
): Part {
  const bold = isBold(stay.person);
  const end = frame.kind === 'wide' && !step && (stay.end || stay.exitReported);
  const date = end && formatDate(end, frame.lang, stay.end ? 'long' : 'month');
  const said = date && frame.say(stay.end ? 'until' : 'until.report', { date });
  const until = said && ({ text: said, face: 'label-400', tone: 'muted' } as const);
  return text([stay.person, ...(until ? [until] : [])], {
    size: bold ? sizes.name + 2 : sizes.name,
    face: bold ? 'label-600' : 'label-400',
    mark: stay.id,
    halo: true,
    room,
  });
}

type Place = (course: Course) => number;

/** Every person's line, in a group with the name. */
function people(
  courses: readonly (readonly Course[])[],
  yOf: Place,
  taken: Box[],
  bounds: Box,
  scene: Scene,
): readonly Item[] {
  const all = courses.flat();
  const boxes = all.map((course): Box => {
    const thick = scene.thickOf(course.stay.person);
    return { x: course.start, y: yOf(course) - thick / 2, width: course.end - course.start, height: thick };
  });
  const hits = new Map(hitBoxes(boxes, scene.sizes.pitch).map((hit, i) => [all[i], hit]));
  return courses.flatMap((own): Item[] => {
    const lines = own.map((course, i) => lineOf(course, own[i + 1], yOf, hits.get(course), scene));
    const items = [...lines.flatMap(({ casing }) => casing), ...lines.map(({ mark }) => mark)];
    const n = own.filter(({ step }) => step).length;
    const name = scene.frame.say('line', { person: own[0]?.stay.person ?? '', n });
    return own.length === 0
      ? []
      : [{ kind: 'group', name, items: [...items, ...namesOf(own, yOf, taken, bounds, scene)] }];
  });
}

/** A stay and the step out of it, and what lies under both in paper colour where they pass over other lines. */
function lineOf(course: Course, next: Course | undefined, yOf: Place, hit: Box | undefined, scene: Scene) {
  const { stay, start, full, end, pause, fades } = course;
  // On whole pixels, so that corners that are alike are the same text.
  const step = course.step?.map(Math.round) as Course['step'];
  const thick = scene.thickOf(stay.person);
  const y = yOf(course);
  const reach = step ? Math.min((step[1] - step[0]) / 2, REACH) : 0;
  const way = (x0: number) =>
    step
      ? { x0, y0: y, a: step[0] + reach, b: step[1] - reach, y1: next ? yOf(next) : y, x1: step[1] }
      : level(x0, end, y);
  const before = pause !== undefined && pause - start > 1 ? [level(start, pause, y)] : [];
  const ways = pause === undefined ? [way(start)] : [...before, way(end - 1)];
  const soft = full - start > 1.5 ? fadeOf([start, 0], [full, 1], [step?.[1] ?? end, 1]) : undefined;
  const out = fades && fades[1] - fades[0] > 1 ? fadeOf([start, 1], [fades[0], 1], [fades[1], 0]) : undefined;
  // Its own outline and a wide line, the same text; where it fades or breaks off, a wider outline of its end alone.
  const inner = innerOf(stay, thick);
  const from = Math.max(start, Math.min(full, end - 1));
  const whole = pause === undefined && from === start;
  const under = {
    ...(whole ? { stroke: 'paper', width: thick - inner + CASING } : {}),
    d: bandPath(way(from), whole ? inner : thick + CASING, reach),
    fill: 'paper',
    casing: true,
  };
  return {
    mark: markOf(stay, scene.model, scene.frame, { ways, thick, reach, fade: fades ? out : soft, hit }),
    casing: step ? [{ kind: 'shape' as const, ...under }] : [],
  };
}

/** At the last point, where there is room; whoever crossed all is named at the first, too. */
function namesOf(
  own: readonly Course[],
  yOf: Place,
  taken: Box[],
  bounds: Box,
  scene: Scene,
): readonly Item[] {
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return [];
  const { person } = last.stay;
  const x = last.end + 5;
  const room = bounds.width - x;
  const [name, begin, broken] = [nameOf(last, scene), nameOf(first, scene), nameOf(last, scene, room)];
  const whole = person
    .split(/[ -]/)
    .every((part) => text(part, { size: scene.sizes.name + 3 }).width <= room);
  const middle = (part: Part, course: Course) => yOf(course) - part.height / 2 - 0.5;
  const candidates = [name, ...(whole ? [broken] : [])].map((part) => ({ part, x, y: middle(part, last) }));
  const at = { part: begin, x: Math.max(0, first.start - begin.width - 6), y: middle(begin, first) };
  return [scene.isBold(person) ? [at] : [], candidates].flatMap((some) => {
    const [whole, ...broken] = some;
    // One in several lines reaches past its own line, where other names may stand.
    const found = firstFree(whole ? [whole] : [], taken, bounds, -2) ?? firstFree(broken, taken, bounds, 0);
    const items = found?.part.at(found.x, found.y) ?? [];
    taken.push(...labelsOf({ items }).map((label) => label.box));
    return items;
  });
}

/** Where all of the careers led, if it was one company. */
function sameEnd({ model, frame, sizes }: Scene): Maybe {
  const { sameEnd, careers, orgs, nameOf } = model;
  if (sameEnd === undefined || careers.length < 2) return undefined;
  const values = { n: careers.length, orgs: spellNumber(orgs.length, frame.lang), org: nameOf(sameEnd) };
  const sums = idsOf(careers);
  return pad(text(frame.say('same', values), { size: sizes.name, room: frame.width, sums }), { bottom: 4 });
}

/** A bracket under the lanes: from the first to the last step of whoever crossed them all. */
function crossed({ model, frame, sizes }: Scene, x: (instant: number) => number): Maybe {
  if (!model.crossed) return undefined;
  const { person, first, last, months } = model.crossed;
  const own = model.careers.find((career) => career.person === person)?.stays ?? [];
  const sums = own.map(({ id }) => id);
  const [a, b] = [first, last].map(({ date }) => x((extentOf(date)[0] + extentOf(date)[1]) / 2)) as [
    number,
    number,
  ];
  const [since, until] = [first, last].map(({ date }) => formatDate(date, frame.lang, 'month'));
  const words = (anchor: 'start' | 'end') =>
    text(
      [
        { text: frame.say('months', { months }), face: 'label-600', size: sizes.name + 2 },
        frame.say('months.span', { since: since ?? '', until: until ?? '' }),
      ],
      { size: sizes.name, room: frame.width, anchor, sums },
    );
  // Held by the edge that it would reach beyond, however wide a browser sets it.
  const { width } = words('start');
  const said =
    a + width <= frame.width
      ? pad(words('start'), { left: a })
      : pad(words('end'), { left: frame.width - width });
  const hold = box(0, 14, (_, y) => [bracketUnder(a, b, y + 11, 6)]);
  return stack([hold, said]);
}

/** Where the last move of each career is drawn, or listed. */
const idsOf = (careers: readonly Career[]) =>
  careers.flatMap(({ stays }) => stays.slice(-1).map(({ id }) => id));

/** Stays that were over before the axis begins, in one sentence. */
function earlier({ model, frame }: Scene, from: number): Stretch | undefined {
  const list = model.careers.flatMap(({ person, stays }) => {
    const over = stays.filter(({ ended }) => (ended?.[1] ?? Number.POSITIVE_INFINITY) <= from);
    const where = over.flatMap((stay) => {
      const end = (stay.end || stay.exit?.date || '').slice(0, 4);
      const [org, start] = [model.nameOf(stay.org), stay.start.slice(0, 4)];
      if (!end) return [];
      const at = frame.say(start ? 'earlier.at.span' : 'earlier.at.until', { org, start, end });
      return [stay.oneSource && stay.role ? frame.say('earlier.single', { at, role: stay.role }) : at];
    });
    const said = `${person} ${where.join(', ')}`;
    return where.length > 0 ? [{ said, ids: over.map(({ id }) => id) }] : [];
  });
  if (list.length === 0) return undefined;
  return {
    text: frame.say('earlier.all', { year: model.since, list: list.map(({ said }) => said).join('; ') }),
    sums: list.flatMap(({ ids }) => ids),
  };
}
