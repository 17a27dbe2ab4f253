/** One line per person between four lanes; a step is as long as its date is vague, and names stand at the last point. */
import { scaleLinear } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import type { Line, Mark } from '~/kit/draw';
import { type Label, label } from '~/kit/labels';
import { boxPath } from '~/kit/shapes';
import { wrapText } from '~/kit/measure';
import type { Frame } from '../contract';
import { bendPath } from './bend';
import type { CareersModel } from './definition';
import { fadePoints, type Wash, washOf } from './fade';
import { type CareersGeometry, markOf, type Thread, washId } from './layout';
import type { Career, Stay } from './stays';

interface Sizes {
  x0: number;
  /** Where the axis ends; beyond it stands the name of the last to arrive. */
  x1: number;
  pitch: number;
  /** Above the first and below the last line of a lane. */
  pad: number;
  /** Height of a lane's heading, where it stands above. */
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
  wide: { x0: 200, x1: 880, pitch: 20, pad: 14, head: 0, thick: 5.5, bold: 9, stub: 56, step: 12, name: 13 },
  narrow: { x0: 0, x1: 236, pitch: 17, pad: 8, head: 20, thick: 4.5, bold: 7, stub: 20, step: 7, name: 13 },
};

export function layoutLanes(model: CareersModel, frame: Frame): CareersGeometry {
  const sizes = SIZES[frame.kind === 'narrow' ? 'narrow' : 'wide'];
  const from = extentOf(model.since)[0];
  const until = extentOf(model.asOf)[1];
  const scale = scaleLinear([from, until], [sizes.x0, sizes.x1]);
  const shown = model.careers.map((career) => ({ career, stays: career.stays.filter((stay) => isShown(stay, from)) }));

  const lanes = new Map<string, { top: number; bottom: number; y: Map<string, number> }>();
  let top = 0;
  for (const { id } of model.orgs) {
    const people = shown.filter(({ stays }) => stays.some((stay, i) => stay.org === id || stays[i - 1]?.exit?.to === id));
    const first = top + sizes.head + sizes.pad;
    const y = new Map(people.map(({ career }, i) => [career.person, first + (i + 0.5) * sizes.pitch]));
    const bottom = first + Math.max(people.length, 1) * sizes.pitch + sizes.pad;
    lanes.set(id, { top, bottom, y });
    top = bottom;
  }
  const yOf = (org: string, person: string) => lanes.get(org)?.y.get(person) ?? 0;
  const stepX = (span: readonly [number, number]): [number, number] => {
    const [a, b] = span.map(scale) as [number, number];
    const spare = Math.max(0, sizes.step - (b - a)) / 2;
    return [a - spare, b + spare];
  };

  const washes = new Map<string, Wash>();
  const names: Label[] = [];
  const threads = shown.map(({ career, stays }): Thread => {
    const bold = career.person === model.crossed?.person;
    const thick = bold ? sizes.bold : sizes.thick;
    const casings: string[] = [];
    const marks = stays.map((stay, i): Mark => {
      const previous = stays[i - 1];
      const y0 = yOf(stay.org, career.person);
      const entered = previous?.left ? stepX(previous.left)[1] : undefined;
      const gone = stay.ended && scale(stay.ended[1]);
      const out = stay.left && stepX(stay.left);
      const x1 = out ? out[0] : gone !== undefined ? Math.max(gone, entered ?? gone) : (entered ?? sizes.x0) + sizes.stub;
      const begin = edgeIn(stay, entered, x1, scale, sizes);
      // A gap that is known: the exit lies before the step.
      const cease = out && stay.ended && stay.left && stay.ended[1] < stay.left[0] ? ([scale(stay.ended[0]), scale(stay.ended[1])] as const) : undefined;
      const before = cease !== undefined && cease[1] <= sizes.x0;
      const x0 = before ? x1 : Math.min(begin[0], x1);
      const x2 = out ? out[1] : x1;
      const y1 = stay.exit ? yOf(stay.exit.to, career.person) : y0;
      const bend = { x0, x1, x2, y0, y1, thick };
      const open = !out && gone === undefined;
      const points = open
        ? ([[x0, 1], [x0 + 4, 1], [x1, 0]] as const)
        : !out
          ? fadePoints(x0, x1, undefined, [scale(stay.ended?.[0] ?? 0), x1])
          : before
            ? []
            : fadePoints(x0, x2, begin, cease, cease && x1);
      const wash = washOf(washId(model, frame, stay.id), points);
      if (wash) washes.set(stay.id, wash);
      if (out && stay.exit) casings.push(bendPath({ ...bend, x0: x1 }));
      if (i === stays.length - 1) names.push(nameAt(model, frame, career, stay, x1, y0, sizes, bold));
      return {
        ...markOf(model, frame, stay),
        d: bendPath(bend),
        hit: bendPath({ ...bend, thick: sizes.pitch }),
      };
    });
    return { casings, marks };
  });

  const heads = model.orgs.flatMap(({ id, name }) => headOf(model, frame, id, name, lanes.get(id), sizes));
  const cross = crossedOf(model, frame, top, sizes, scale);
  const axisY = cross.bottom;
  const axis = axisOf(frame, from, until, axisY, scale);
  const rules: Line[] = [...lanes.values()].map((lane) => ({ x1: 0, y1: lane.bottom, x2: frame.width, y2: lane.bottom, tone: 'rule' }));
  return {
    width: frame.width,
    height: axisY + 20,
    marks: threads.flatMap((thread) => thread.marks),
    labels: [...heads, ...names, ...cross.labels, ...axis.labels],
    threads,
    washes,
    lines: [...rules, ...axis.lines, ...cross.lines],
  };
}

/** A stay that was over, way out and all, before the axis begins is told in words. */
const isShown = (stay: Stay, from: number) => (stay.left?.[1] ?? stay.ended?.[1] ?? Number.POSITIVE_INFINITY) > from;

function edgeIn(stay: Stay, entered: number | undefined, x1: number, scale: (instant: number) => number, sizes: Sizes): readonly [number, number] {
  if (entered !== undefined) return [entered, entered];
  if (stay.start === '' || !stay.began) return [Math.max(sizes.x0, x1 - sizes.stub), x1];
  const [a, b] = [scale(stay.began[0]), scale(stay.began[1])];
  return [Math.max(sizes.x0, a), Math.max(sizes.x0, b)];
}

function nameAt(model: CareersModel, frame: Frame, career: Career, stay: Stay, x: number, y: number, sizes: Sizes, bold: boolean): Label {
  return label(career.person, x + 5, y + 4.5, { size: bold ? sizes.name + 2 : sizes.name, face: bold ? 'label-600' : 'label-400', mark: stay.id });
}

/** The company, and beneath it who was there before the axis begins. */
function headOf(model: CareersModel, frame: Frame, org: string, name: string, lane: { top: number; bottom: number } | undefined, sizes: Sizes): Label[] {
  const top = lane?.top ?? 0;
  const narrow = sizes.head > 0;
  const head = label(name, 0, top + (narrow ? 19 : 30), { size: narrow ? 16 : 19, face: 'label-600', tone: `${org}-text` });
  if (narrow) return [head];
  const from = extentOf(model.since)[0];
  const lines = model.careers.flatMap((career) =>
    career.stays
      .filter((stay) => stay.org === org && (stay.ended?.[1] ?? Number.POSITIVE_INFINITY) <= from)
      .flatMap((stay) => {
        const end = stay.end || stay.exit?.date;
        if (!end) return [];
        const values = { person: stay.person, start: stay.start && formatDate(stay.start, frame.lang, 'month'), end: formatDate(end, frame.lang, 'month') };
        const text = frame.say(stay.start ? 'earlier.span' : 'earlier.until', values);
        return wrapText(text, 180, 12, 'label-400', frame.measure).map((line) => ({ line, mark: stay.id }));
      }),
  );
  if (lines.length === 0) return [head];
  return [
    head,
    label(frame.say('earlier', { year: model.since }), 0, top + 50, { size: 12, tone: 'muted' }),
    ...lines.map(({ line, mark }, i) => label(line, 0, top + 65 + i * 15, { size: 12, tone: 'muted', mark })),
  ];
}

/** A bracket under the lanes: from the first to the last step of whoever crossed them all. */
function crossedOf(model: CareersModel, frame: Frame, top: number, sizes: Sizes, scale: (instant: number) => number): { labels: Label[]; lines: Line[]; bottom: number } {
  const { crossed } = model;
  if (!crossed) return { labels: [], lines: [], bottom: top + 8 };
  const middle = (date: string) => scale((extentOf(date)[0] + extentOf(date)[1]) / 2);
  const [a, b] = [middle(crossed.first.date), middle(crossed.last.date)];
  const y = top + 12;
  return {
    labels: [label(frame.say('months', { months: crossed.months }), (a + b) / 2, y + 18, { anchor: 'middle', face: 'label-600', size: 15 })],
    lines: [
      { x1: a, y1: y - 6, x2: a, y2: y, tone: 'ink' },
      { x1: a, y1: y, x2: b, y2: y, tone: 'ink' },
      { x1: b, y1: y - 6, x2: b, y2: y, tone: 'ink' },
    ],
    bottom: y + 28,
  };
}

function axisOf(frame: Frame, from: number, until: number, y: number, scale: (instant: number) => number): { labels: Label[]; lines: Line[] } {
  const years: number[] = [];
  for (let year = new Date(from).getUTCFullYear(); Date.UTC(year, 0, 1) < until; year++) years.push(year);
  return {
    labels: years.map((year) => label(String(year), scale(Date.UTC(year, 0, 1)) + 5, y + 13, { tone: 'muted' })),
    lines: years.map((year) => {
      const x = scale(Date.UTC(year, 0, 1));
      return { x1: x, y1: y + 2, x2: x, y2: y + 14, tone: 'muted' };
    }),
  };
}
