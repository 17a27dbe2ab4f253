/** Careers on one time axis, a row each, bent into one trunk on the day of the hires. */
import { cumsum, groups, pairs, scaleUtc, sum, utcYear } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import { spellNumber } from '~/i18n/numbers';
import { axisBelow, timeTicks, years } from '~/kit/axis';
import { box, firstFitting, group, over, type Part, pad, space, stack, weightless } from '~/kit/block';
import type { Item, Line } from '~/kit/items';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { capital } from '../offers/definition';
import type { CareersModel } from './definition';
import { fadeOf, markOf } from './mark';
import { gapOf, isVague } from './spans';
import { type Career, headOf, lastMove, peopleIn, type Stay } from './stays';
import { aboutOf, leadOf, notesOf, rolesOf, trunkWords } from './trunk-words';
import type { Point } from './tube';

const SIZES = {
  wide: {
    name: 17,
    words: 14,
    thick: 20,
    lead: 210,
    bend: 150,
    slope: 22,
    trunk: 110,
    gap: 20,
    stub: 80,
    most: 450,
  },
  medium: {
    name: 14,
    words: 12,
    thick: 13,
    lead: 150,
    bend: 60,
    slope: 5,
    trunk: 90,
    gap: 5,
    stub: 40,
    most: 345,
  },
  narrow: {
    name: 14,
    words: 12,
    thick: 10,
    lead: 0,
    bend: 44,
    slope: 0,
    trunk: 56,
    gap: 8,
    stub: 24,
    most: 440,
  },
};
export type Sizes = (typeof SIZES)['wide'];

/** How much is told of each person; where there is no room, less. */
export interface Detail {
  roles: boolean;
  before: boolean;
}
const DETAILS: readonly Detail[] = [
  { roles: true, before: true },
  { roles: true, before: false },
  { roles: false, before: false },
];

/** A trunk is no thicker, however many were hired. */
const TRUNK = 110;
/** Between two roles at one company. */
const SEAM = 1.5;
/** Least width of a break between an exit and the hire, as far as what is known of its date allows. */
const BREAK = 12;
/** Room for a bracket left of what it holds together. */
const INDENT = 14;
/** An area to point at is as high as a finger is wide, or as its row. */
const FINGER = 24;

/** All x in pixels of the frame. */
export interface Places {
  model: CareersModel;
  frame: Frame;
  sizes: Sizes;
  detail: Detail;
  /** Where the rows begin, where the axis does, where it ends with the hires, and where the trunk begins. */
  row: number;
  /** Words of a row end here: right of it bands turn. */
  limit: number;
  left: number;
  hire: number;
  trunk: number;
  /** Pixels of one person's band. */
  unit: number;
  x(instant: number): number;
  ticks: ReturnType<typeof timeTicks>;
}

interface Row {
  career: Career;
  heading: Part;
  body: Part;
  /** From the top of its body to the middle of its band. */
  band: number;
  thick: number;
}

export const trunk = (model: CareersModel, frame: Frame): Part => {
  const sizes = SIZES[frame.kind === 'medium' || frame.kind === 'narrow' ? frame.kind : 'wide'];
  return firstFitting(
    DETAILS.map((detail) => () => draw(placesOf(model, frame, sizes, detail))),
    { height: sizes.most },
  );
};

function placesOf(model: CareersModel, frame: Frame, sizes: Sizes, detail: Detail): Places {
  const { careers } = model;
  const words = trunkWords(model, frame, sizes);
  const trunk = frame.width - Math.max(words.above.width, words.below.width, sizes.trunk);
  const hire = trunk - sizes.bend;
  const row = headedIn(model).size > 0 ? INDENT : 0;
  const unit = Math.min(sizes.thick, TRUNK / peopleIn(careers));
  const limit = sizes.lead > 0 ? hire : hire + sizes.bend / 2 - 1.5 * sizes.thick - 8;
  const leads = careers.map((career) => leadOf(career, { model, frame, sizes, detail, row, limit }).width);
  const left = row + (sizes.lead > 0 ? Math.max(...leads) + 20 : 0);
  const begins = careers.flatMap(({ stays }) => stays.flatMap(({ began }) => began?.[0] ?? []));
  const hired = Math.min(
    ...careers.flatMap((career) => lastMove(career) ?? []).map(({ date }) => extentOf(date)[0]),
  );
  const from = utcYear.floor(new Date(Math.min(...begins, hired - 1)));
  const x = scaleUtc([from, hired], [left, hire]);
  return {
    model,
    frame,
    sizes,
    detail,
    row,
    limit,
    left,
    hire,
    trunk,
    unit,
    x,
    ticks: timeTicks(x, years().slice(1)),
  };
}

/** Who heads the companies of more than one of the hired: these stand under a bracket. */
function headedIn({ careers, heads }: CareersModel): Set<string> {
  const people = (own: readonly Career[]) => own[0] && headOf(own[0], heads) !== '' && peopleIn(own) > 1;
  return new Set(
    groups(careers, (career) => headOf(career, heads))
      .filter(([, own]) => people(own))
      .map(([head]) => head),
  );
}

function draw(places: Places): Part {
  const { model, frame, sizes } = places;
  const headed = headedIn(model);
  const grouped = groups(model.careers, (career) => headOf(career, model.heads));
  const rows = grouped.flatMap(([head, own]) =>
    own.map((career, i) =>
      rowOf(career, i === 0 && headed.has(head) ? headingOf(head, own, places) : space(0), places),
    ),
  );
  const heights = rows.map(({ heading, body }) => heading.height + body.height + sizes.gap);
  const tops = [0, ...cumsum(heights)];
  const bands = rows.map(({ heading, band }, i) => (tops[i] ?? 0) + heading.height + band);
  const thick = rows.map((row) => row.thick);
  const middle = ((bands[0] ?? 0) + (bands.at(-1) ?? 0)) / 2;
  const ends = [...cumsum(thick)].map((end, i) => middle - sum(thick) / 2 + end - (thick[i] ?? 0) / 2);
  const parts = rows.map((row, i) => {
    const before = ends.slice(0, i).filter((end, k) => end < (bands[k] ?? 0)).length;
    const after = ends.slice(i + 1).filter((end, k) => end >= (bands[i + 1 + k] ?? 0)).length;
    const from = (tops[i] ?? 0) + row.heading.height;
    const bend = { to: (ends[i] ?? 0) - from, track: (ends[i] ?? 0) < (bands[i] ?? 0) ? before : after };
    return stack([
      row.heading,
      group(aboutOf(row.career, places), personPart(row, bend, places)),
      space(sizes.gap),
    ]);
  });
  let at = 0;
  const blocks = grouped.map(([head, own]) => {
    const part = stack(parts.slice(at, (at += own.length)));
    return headed.has(head)
      ? group(headingText(head, own, frame), over(bracket(part.height - sizes.gap, places), part))
      : part;
  });
  return stack([
    withTrunk(stack(blocks), middle, sum(thick), rows[0]?.heading.height ?? 0, places),
    axis(places),
  ]);
}

/** The words of the trunk at its ends; where the rows are fewer than these need, the drawing is higher. */
function withTrunk(
  rows: Part,
  middle: number,
  thick: number,
  free: number,
  { model, frame, sizes, trunk }: Places,
): Part {
  const { above, below } = trunkWords(model, frame, sizes);
  const [top, foot] = [middle - thick / 2 - above.height - 4, middle + thick / 2 + 4];
  const both = over(
    rows,
    weightless(above, trunk + 2, top),
    pad(below, { left: trunk + 2, top: foot, bottom: 6 }),
  );
  return pad(both, { top: Math.max(0, free - top) });
}

const headingText = (head: string, own: readonly Career[], { say, lang }: Frame) =>
  say('headed', { people: capital(spellNumber(peopleIn(own), lang)), head });

/** Only above the first row nothing turns down right of the rows. */
const headingOf = (head: string, own: readonly Career[], { model, frame, sizes, row, limit }: Places): Part =>
  pad(
    text(headingText(head, own, frame), {
      size: sizes.name,
      face: 'label-600',
      room: (own[0] === model.careers[0] ? frame.width : limit) - row,
    }),
    {
      left: row,
      bottom: 5,
    },
  );

/** From the middle of its words down to the end of the last row it holds. */
const bracket = (height: number, { row, sizes }: Places): Part =>
  box(0, 0, (x, y) => {
    const [top, foot, right] = [y + sizes.name * 0.65, y + height, x + row - 5];
    const corners: Point[] = [
      [right, top],
      [x + 1, top],
      [x + 1, foot],
      [right, foot],
    ];
    return pairs(
      corners,
      ([x1, y1], [x2, y2]): Line => ({ kind: 'line', x1, y1, x2, y2, tone: 'ink', width: 1.5 }),
    );
  });

/** The words of a row around the place of its band. */
function rowOf(career: Career, heading: Part, places: Places): Row {
  const { sizes, unit, row, left } = places;
  const lead = leadOf(career, places);
  const roles = rolesOf(career, places);
  const notes = notesOf(career, places);
  const thick = unit * career.people;
  const drawn = box(0, thick);
  const aside = sizes.lead > 0;
  const above = aside ? roles : stack([pad(lead, { left: row }), roles]);
  const head = above.height > 0 ? above.height + 3 : 0;
  // Beside a band its name stands on the band's middle.
  const down = Math.max(0, sizes.name * 1.2 - head - thick / 2);
  const own = pad(stack([above, space(head - above.height), over(drawn, notes.beside), notes.below]), {
    top: aside ? down : 0,
  });
  const band = (aside ? down : 0) + head + thick / 2;
  if (!aside) return { career, heading, body: own, band, thick };
  const above0 = Math.max(0, Math.min(band - sizes.name * 1.2, own.height - lead.height));
  const body = over(pad(lead, { left: row, top: above0 }), own);
  return { career, heading, body, band, thick };
}

interface Bend {
  /** Where its band joins the trunk, from the top of its row. */
  to: number;
  /** How many bands turn before it on the same side. */
  track: number;
}

function personPart(row: Row, bend: Bend, places: Places): Part {
  const { career, body } = row;
  return box(body.width, body.height, (x, y) => {
    const middle = y + row.band;
    const stays = career.stays.map((stay) =>
      stay === career.stays.at(-1)
        ? trunkMark(stay, y + bend.to, row.thick, places)
        : bandMark(stay, row, { ...bend, to: y + bend.to }, middle, places),
    );
    return [...body.at(x, y), ...trackLine(row, middle, places), ...stays];
  });
}

/** On a desk a dotted line leads from a name to the band that begins far from it. */
function trackLine({ career }: Row, y: number, places: Places): Item[] {
  const first = career.stays[0];
  if (places.sizes.lead === 0 || !first) return [];
  const { beside } = notesOf(career, places);
  const words = beside.at(0, 0).flatMap((item) => (item.kind === 'label' ? [item.box.x] : []));
  const end = Math.min(edgesOf(first, places).start, ...words) - 8;
  return end - places.left < 30
    ? []
    : [{ kind: 'line', x1: places.left, y1: y, x2: end, y2: y, tone: 'muted', dash: '1 5' }];
}

/** Where a stay before the hire begins and ends, and over which stretch its start fades in. */
export function edgesOf(stay: Stay, { x, hire, sizes }: Places) {
  const end = stay.exit ? hire : Math.min(hire, stay.ended ? x(stay.ended[0]) : hire);
  const gap = gapOf(stay);
  const pause = gap && Math.min(Math.max(hire - BREAK, x(gap[0])), x(gap[1]));
  const until = pause ?? end;
  const fade = stay.began
    ? ([x(stay.began[0]), x(stay.began[isVague(stay.began) ? 1 : 0])] as const)
    : ([until - sizes.stub, until] as const);
  return { start: Math.min(fade[0], until - 1), fade, end, pause };
}

/** Level until it ends, or until the hires, where it bends into the trunk; after an exit that was reported first, a break. */
function bandMark(stay: Stay, { career, body, thick }: Row, bend: Bend, y: number, places: Places) {
  const { model, frame, sizes, hire, trunk } = places;
  const { start, fade, end, pause } = edgesOf(stay, places);
  const joins = stay.exit !== undefined && stay.exit === lastMove(career);
  const spare = sizes.bend / 2 - thick;
  const turn = hire + spare + bend.track * (thick + 1);
  const way: Point[] = [
    [turn - sizes.slope, y],
    [turn + sizes.slope, bend.to],
    [trunk, bend.to],
  ];
  const level = (to: number): Point[] => [
    [start, y],
    [to, y],
  ];
  const lines = !joins
    ? [level(end - SEAM)]
    : pause === undefined
      ? [[[start, y] as Point, ...way]]
      : [level(pause), [[hire, y] as Point, ...way]];
  const high = Math.min(Math.max(FINGER, thick), body.height);
  return markOf(stay, model, frame, {
    lines,
    thick: seamed(thick),
    reach: Math.max(spare - sizes.slope, thick / 2),
    fade: fadeOf(
      [
        [fade[0], 0],
        [fade[1], 1],
        [trunk, 1],
      ].filter(([at], i) => i > 0 || fade[1] > (at ?? 0) + 1.5) as [number, number][],
    ),
    hit: { x: start, y: y - high / 2, width: end - start, height: high },
  });
}

/** A pixel less, so that two bands of one company stay two, where they are thick enough to spare it. */
const seamed = (thick: number) => (thick > 6 ? thick - 1 : thick);

/** Later than the hire nothing is known: the trunk fades at once. */
const trunkMark = (stay: Stay, y: number, thick: number, { model, frame, trunk }: Places) => ({
  ...markOf(stay, model, frame, {
    lines: [
      [
        [trunk, y],
        [frame.width, y],
      ],
    ],
    thick: seamed(thick),
    reach: 0,
    fade: fadeOf([
      [trunk, 1],
      [trunk + 16, 1],
      [frame.width, 0],
    ]),
  }),
  crisp: true,
});

/** Years, and the day of the hires. */
function axis({ frame, model, hire, ticks, sizes }: Places): Part {
  const date = model.careers.flatMap((career) => lastMove(career)?.date ?? []).sort()[0] ?? model.asOf;
  const day = text(formatDate(date, frame.lang), { size: 12, face: 'label-600' });
  const x = Math.min(hire + 4, frame.width - day.width);
  const shown = ticks.filter((tick) => tick.at + 4 + text(tick.text, { size: 12 }).width + 8 < x);
  const line = box(0, 0, (left, y): Item[] => [
    { kind: 'line', x1: left + hire, y1: y, x2: left + hire, y2: y + day.height + 1, tone: 'ink' },
  ]);
  const under = axisBelow(shown, frame.width, { line: false, begin: true });
  return over(under, line, pad(day, { left: x, top: sizes.words > 0 ? 3 : 0 }));
}
