/** One line per person between four lanes; a step is as long as its date is vague, and names stand at the last point. */
import { scaleLinear } from 'd3';
import type { OrgId } from '~/data/types';
import { extentOf, formatDate } from '~/i18n/dates';
import { spellNumber } from '~/i18n/numbers';
import type { Line, Mark } from '~/kit/draw';
import { type Label, label, labelRow } from '~/kit/labels';
import { balanceText, reserve, wrapText } from '~/kit/measure';
import type { Frame } from '../contract';
import { stepPath } from './bend';
import type { CareersModel } from './definition';
import { type CareersGeometry, markOf, type Thread, washId } from './drawn';
import { fadePoints, isVague, type Wash, washOf } from './fade';
import type { Span, Stay } from './stays';

interface Sizes {
  x0: number;
  pitch: number;
  /** Above the first and below the last line of a lane. */
  pad: number;
  /** Size of a lane's name. */
  head: number;
  thick: number;
  /** Of the person who crossed all. */
  bold: number;
  /** Length of an edge whose date is not known. */
  stub: number;
  /** Least width of a step: one day is no width at all. */
  step: number;
  name: number;
}

const SIZES: Record<'wide' | 'narrow', Sizes> = {
  wide: { x0: 200, pitch: 20, pad: 13, thick: 5, bold: 11, stub: 56, step: 16, name: 13, head: 19 },
  narrow: { x0: 56, pitch: 17, pad: 11, thick: 4, bold: 7.5, stub: 16, step: 9, name: 13, head: 15 },
};

interface Lane {
  org: string;
  top: number;
  bottom: number;
  y: ReadonlyMap<string, number>;
}

export function layoutLanes(model: CareersModel, frame: Frame): CareersGeometry {
  const sizes = SIZES[frame.kind === 'narrow' ? 'narrow' : 'wide'];
  const from = extentOf(model.since)[0];
  const until = extentOf(model.asOf)[1];
  const scale = scaleLinear([from, until], [sizes.x0, frame.width - roomForLast(model, frame, sizes)]);
  const shown = model.careers.map((career) => ({
    career,
    stays: career.stays.filter((stay) => isShown(stay, from)),
  }));

  const lanes = new Map<string, Lane>();
  const end = endNote(model, frame, sizes);
  const note: Label[] = [];
  let top = 0;
  for (const { id } of model.orgs) {
    if (id === end?.org) {
      // On the first lane the note needs no air above it.
      const start = top === 0 ? top : top + 6;
      note.push(...end.at(start));
      top = start + end.height - (top === 0 ? 0 : 2);
    }
    const people = shown.filter(({ stays }) =>
      stays.some((stay, i) => stay.org === id || stays[i - 1]?.exit?.to === id),
    );
    const first = top + sizes.pad;
    const y = new Map(people.map(({ career }, i) => [career.person, first + (i + 0.5) * sizes.pitch]));
    const bottom = first + Math.max(people.length, 1) * sizes.pitch + sizes.pad;
    lanes.set(id, { org: id, top, bottom, y });
    top = bottom;
  }
  const yOf = (org: string, person: string) => lanes.get(org)?.y.get(person) ?? 0;
  const thickOf = (person: string) => (person === model.crossed?.person ? sizes.bold : sizes.thick);
  const asides = asideOf(
    shown.flatMap(({ stays }) => stays),
    thickOf,
  );
  const wanted = (stay: Stay): Span | undefined => {
    if (!stay.left) return undefined;
    const [a, b] = [scale(stay.left[0]), scale(stay.left[1])];
    const spare = Math.max(0, sizes.step - (b - a)) / 2;
    const aside = asides.get(stay.id) ?? 0;
    return [a - spare + aside, b + spare + aside];
  };
  /** A vague step gives way to the next one. */
  const stepOf = (stay: Stay, following: Stay | undefined): Span | undefined => {
    const own = wanted(stay);
    const next = following && wanted(following);
    return own && next && isVague(stay.left ?? own) ? [own[0], Math.min(own[1], next[0] - 1)] : own;
  };

  const washes = new Map<string, Wash>();
  const names: Label[] = [];
  const threads = shown.map(({ career, stays }): Thread => {
    const bold = career.person === model.crossed?.person;
    const thick = thickOf(career.person);
    const casings: string[] = [];
    const marks = stays.map((stay, i): Mark => {
      const previous = stays[i - 1];
      const y0 = yOf(stay.org, career.person);
      const entered = previous && stepOf(previous, stay)?.[1];
      const gone = stay.ended && softEdge(stay.ended, scale)[1];
      const out = stepOf(stay, stays[i + 1]);
      const x1 = out
        ? out[0]
        : gone !== undefined
          ? Math.max(gone, entered ?? gone)
          : (entered ?? sizes.x0) + sizes.stub;
      const begin = edgeIn(stay, entered, x1, scale, sizes);
      // A gap that is known: the exit lies before the step.
      const cease =
        out && stay.ended && stay.left && stay.ended[1] < stay.left[0]
          ? softEdge(stay.ended, scale)
          : undefined;
      const before = cease !== undefined && cease[1] <= sizes.x0;
      const x0 = before ? x1 - 2 : Math.min(begin[0], x1 - 1);
      const x2 = out ? out[1] : x1;
      const y1 = stay.exit ? yOf(stay.exit.to, career.person) : y0;
      const bend = { x0, x1: out ? x1 : (x0 + x1) / 2, x2, y0, y1, thick };
      const open = !out && gone === undefined;
      const points = open
        ? ([
            [x0, 1],
            [x0 + 4, 1],
            [x1, 0],
          ] as const)
        : !out
          ? fadePoints(x0, x1, undefined, stay.ended && softEdge(stay.ended, scale))
          : before
            ? []
            : fadePoints(x0, x2, begin, cease, cease && x1);
      const wash = washOf(washId(model, frame, stay.id), points);
      if (wash) washes.set(stay.id, wash);
      if (out)
        casings.push(stepPath({ ...bend, x0: before ? x1 - 1 : Math.min(Math.max(begin[1], x0), x1 - 1) }));
      if (i === 0 && bold) {
        const type = nameType(sizes, bold);
        const least = reserve(frame.measure(stay.person, type.size, type.face));
        names.push(
          label(stay.person, Math.max(x0 - 8, least), y0 + 5, { ...type, anchor: 'end', mark: stay.id }),
        );
      }
      if (i === stays.length - 1) names.push(...nameAt(frame, stay, x1, y0, sizes, bold));
      return {
        ...markOf(model, frame, stay),
        d: stepPath(bend),
        hit: stepPath({ ...bend, thick: sizes.pitch }),
      };
    });
    return { casings, marks };
  });

  const heads = model.orgs.flatMap(({ id, name }) => headOf(model, frame, id, name, lanes.get(id), sizes));
  const cross = crossedOf(model, frame, top, scale);
  const axisY = cross.bottom;
  const axis = axisOf(from, until, axisY, scale);
  const foot = earlierFoot(model, frame, axisY + 42);
  const rules: Line[] = [...lanes.values()].map((lane) => ({
    x1: 0,
    y1: lane.bottom,
    x2: frame.width,
    y2: lane.bottom,
    tone: 'rule',
  }));
  return {
    width: frame.width,
    height: axisY + 20 + (foot.length > 0 ? 12 + foot.length * 17 : 0),
    marks: threads.flatMap((thread) => thread.marks),
    labels: [...heads, ...names, ...note, ...cross.labels, ...axis.labels, ...foot],
    threads,
    washes,
    lines: [...rules, ...axis.lines, ...cross.lines],
  };
}

/** Beyond the end of the axis stands the name of the last to arrive. */
function roomForLast(model: CareersModel, frame: Frame, sizes: Sizes): number {
  const name = model.careers.at(-1)?.person ?? '';
  return sizes.step + sizes.stub + 8 + reserve(frame.measure(name, sizes.name));
}

/** A stay that was over, way out and all, before the axis begins is told in words. */
const isShown = (stay: Stay, from: number) =>
  (stay.left?.[1] ?? stay.ended?.[1] ?? Number.POSITIVE_INFINITY) > from;

function edgeIn(
  stay: Stay,
  entered: number | undefined,
  x1: number,
  scale: (instant: number) => number,
  sizes: Sizes,
): readonly [number, number] {
  if (entered !== undefined) return [entered, entered];
  if (stay.start === '' || !stay.began) return [Math.max(sizes.x0, x1 - sizes.stub), x1];
  const [a, b] = softEdge(stay.began, scale);
  return [Math.max(sizes.x0, a), Math.max(sizes.x0, b)];
}

/** A month or better has no width: sharp where it begins, or ends. */
const softEdge = (span: Span, scale: (instant: number) => number): Span => [
  scale(span[0]),
  scale(isVague(span) ? span[1] : span[0]),
];

const nameType = (sizes: Sizes, bold: boolean) =>
  ({ size: bold ? sizes.name + 2 : sizes.name, face: bold ? 'label-600' : 'label-400' }) as const;

/** Steps of one date would hide each other: they stand side by side, in the order of their people. */
function asideOf(stays: readonly Stay[], thickOf: (person: string) => number): ReadonlyMap<string, number> {
  const asides = new Map<string, number>();
  const exact = stays.filter((stay) => stay.left && !isVague(stay.left));
  for (const date of new Set(exact.map((stay) => stay.exit?.date))) {
    const own = exact.filter((stay) => stay.exit?.date === date);
    const widths = own.map((stay) => thickOf(stay.person) + 3);
    let at = -widths.reduce((sum, width) => sum + width, 0) / 2;
    own.forEach((stay, i) => {
      const width = widths[i] ?? 0;
      asides.set(stay.id, at + width / 2);
      at += width;
    });
  }
  return asides;
}

/** In two lines where the frame ends too soon; with the date where the end is known. */
function nameAt(frame: Frame, stay: Stay, x: number, y: number, sizes: Sizes, bold: boolean): Label[] {
  const name = { ...nameType(sizes, bold), mark: stay.id };
  const lines = wrapText(stay.person, frame.width - x - 5, name.size, name.face, frame.measure);
  if (lines.length > 1) return lines.map((line, i) => label(line, x + 5, y + 1 + i * 14, name));
  const until =
    stay.end && frame.kind === 'wide' ? frame.say('until', { date: formatDate(stay.end, frame.lang) }) : '';
  const parts = [
    { ...name, text: stay.person },
    ...(until ? [{ text: until, tone: 'muted', mark: stay.id }] : []),
  ];
  return labelRow(parts, x + 5, y + 4.5, frame.measure, 6);
}

/** Stays that were over before the axis begins, by their years. */
function earlierStays(model: CareersModel): { stay: Stay; start: string; end: string }[] {
  const from = extentOf(model.since)[0];
  return model.careers.flatMap((career) =>
    career.stays.flatMap((stay) => {
      const end = stay.end || stay.exit?.date;
      const over = (stay.ended?.[1] ?? Number.POSITIVE_INFINITY) <= from;
      return over && end ? [{ stay, start: stay.start.slice(0, 4), end: end.slice(0, 4) }] : [];
    }),
  );
}

/** On a phone there is no room beside the lanes: the same, in one sentence under the axis. */
function earlierFoot(model: CareersModel, frame: Frame, y: number): Label[] {
  const earlier = earlierStays(model);
  if (frame.kind !== 'narrow' || earlier.length === 0) return [];
  const list = [...new Set(earlier.map(({ stay }) => stay.person))].map((person) => {
    const own = earlier.filter(({ stay }) => stay.person === person);
    const where = own.map(({ stay, start, end }) =>
      frame.say(start ? 'earlier.at.span' : 'earlier.at.until', { org: model.nameOf(stay.org), start, end }),
    );
    return `${person} ${where.join(', ')}`;
  });
  const text = frame.say('earlier.all', { year: model.since, list: list.join('; ') });
  return balanceText(text, frame.width, 13, 'label-400', frame.measure).map((line, i) =>
    label(line, 0, y + i * 17, { tone: 'muted' }),
  );
}

/** The company, and beneath it who was there before the axis begins. */
function headOf(
  model: CareersModel,
  frame: Frame,
  org: string,
  name: string,
  lane: { top: number; bottom: number } | undefined,
  sizes: Sizes,
): Label[] {
  const top = lane?.top ?? 0;
  const head = label(name, 0, top + sizes.pad + sizes.head, {
    size: sizes.head,
    face: 'label-600',
    tone: `${org}-text`,
  });
  if (frame.kind === 'narrow') return [head];
  const lines = earlierStays(model)
    .filter((one) => one.stay.org === org)
    .flatMap(({ stay, start, end }) => {
      const text = frame.say(start ? 'earlier.span' : 'earlier.until', { person: stay.person, start, end });
      return wrapText(text, 180, 12, 'label-400', frame.measure).map((line) => ({ line, mark: stay.id }));
    });
  if (lines.length === 0) return [head];
  return [
    head,
    label(frame.say('earlier', { year: model.since }), 0, top + sizes.pad + 40, { size: 12, tone: 'muted' }),
    ...lines.map(({ line, mark }, i) =>
      label(line, 0, top + sizes.pad + 56 + i * 15, { size: 12, tone: 'muted', mark }),
    ),
  ];
}

/** A bracket under the lanes: from the first to the last step of whoever crossed them all. */
function crossedOf(
  model: CareersModel,
  frame: Frame,
  top: number,
  scale: (instant: number) => number,
): { labels: Label[]; lines: Line[]; bottom: number } {
  const { crossed } = model;
  if (!crossed) return { labels: [], lines: [], bottom: top + 8 };
  const middle = (date: string) => scale((extentOf(date)[0] + extentOf(date)[1]) / 2);
  const [a, b] = [middle(crossed.first.date), middle(crossed.last.date)];
  const y = top + 12;
  const values = {
    months: crossed.months,
    since: formatDate(crossed.first.date, frame.lang, 'month'),
    until: formatDate(crossed.last.date, frame.lang, 'month'),
  };
  return {
    labels: [
      label(frame.say('months', values), a, y + 19, { face: 'label-600', size: 15 }),
      label(frame.say('months.span', values), a, y + 36),
    ],
    lines: [
      { x1: a, y1: y - 6, x2: a, y2: y, tone: 'ink' },
      { x1: a, y1: y, x2: b, y2: y, tone: 'ink' },
      { x1: b, y1: y - 6, x2: b, y2: y, tone: 'ink' },
    ],
    bottom: y + 46,
  };
}

/** Above the lines of the lane to which all of the careers lead: that they do. `height`: what it adds to the lane. */
function endNote(
  model: CareersModel,
  frame: Frame,
  sizes: Sizes,
): { org: OrgId; height: number; at(top: number): Label[] } | undefined {
  if (!model.sameEnd) return undefined;
  const x = frame.kind === 'narrow' ? 0 : sizes.x0;
  const size = frame.kind === 'narrow' ? 13 : 14;
  const text = frame.say('same', {
    n: model.careers.length,
    orgs: spellNumber(model.orgs.length, frame.lang),
    org: model.nameOf(model.sameEnd),
  });
  const lines = balanceText(text, frame.width - x, size, 'label-400', frame.measure);
  return {
    org: model.sameEnd,
    height: lines.length * NOTE_LINE + 5,
    at: (top) => lines.map((line, i) => label(line, x, top + 12 + i * NOTE_LINE, { size })),
  };
}

const NOTE_LINE = 17;

function axisOf(
  from: number,
  until: number,
  y: number,
  scale: (instant: number) => number,
): { labels: Label[]; lines: Line[] } {
  const years: number[] = [];
  for (let year = new Date(from).getUTCFullYear(); Date.UTC(year, 0, 1) < until; year++) years.push(year);
  return {
    labels: years.map((year) =>
      label(String(year), scale(Date.UTC(year, 0, 1)) + 5, y + 13, { tone: 'muted' }),
    ),
    lines: years.map((year) => {
      const x = scale(Date.UTC(year, 0, 1));
      return { x1: x, y1: y + 2, x2: x, y2: y + 14, tone: 'muted' };
    }),
  };
}
