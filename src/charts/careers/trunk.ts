/** Careers on one time axis, a row each, bent into one trunk on the day of the hires. */
import { cumsum, max, scaleUtc, sum, utcYear } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import { axisBelow, timeTicks, years } from '~/kit/axis';
import { box, firstFitting, group, over, type Part, pad, space, stack, weightless } from '~/kit/block';
import { text } from '~/kit/text';
import type { Frame } from '../contract';
import { bracketBeside, fadeOf, level, markOf } from './band';
import { type Career, lastMove, peopleIn, type Stay } from './career';
import type { CareersModel } from './model';
import { edgesOf, type Scene, SIZES, TOLD } from './scene';
import { aboutOf, headingOf, headingText, INSET, leadOf, notesOf, rolesOf, trunkWords } from './trunk-words';

/** A trunk is no thicker, however many were hired. */
const TRUNK = 110;
/** Between two roles at one company. */
const SEAM = 1.5;
/** Room for a bracket left of what it holds together. */
const INDENT = 14;
const FINGER = 24;

export const trunk = (model: CareersModel, frame: Frame): Part => {
  const sizes = SIZES[frame.kind === 'medium' || frame.kind === 'narrow' ? frame.kind : 'wide'];
  return firstFitting(
    Object.values(TOLD).map((told) => () => draw(sceneOf({ model, frame, sizes, told }))),
    { height: sizes.most },
  );
};

function sceneOf(given: Pick<Scene, 'model' | 'frame' | 'sizes' | 'told'>): Scene {
  const { model, frame, sizes } = given;
  const { careers } = model;
  const words = trunkWords(given);
  const trunk = frame.width - Math.max(words.above.width + INSET, words.below.width + INSET, sizes.trunk);
  const hire = trunk - sizes.bend;
  const row = model.groups.some(({ head }) => head) ? INDENT : 0;
  const limit = sizes.lead > 0 ? hire : hire + sizes.bend / 2 - 1.5 * sizes.thick - 8;
  const leads = careers.map((career) => leadOf(career, { ...given, row, limit }).width);
  const left = row + (sizes.lead > 0 ? Math.max(...leads) + 20 : 0);
  const most = max(careers, ({ people }) => people) ?? 1;
  const begins = careers.flatMap(({ stays }) =>
    stays.flatMap(({ began, ended }) => [...(began ?? []), ...(ended ?? [])]),
  );
  const hired = extentOf(model.hired)[0];
  const unit = Math.min(sizes.thick, TRUNK / peopleIn(careers), (trackRoom(careers, sizes.bend) - 1) / most);
  const x = scaleUtc([utcYear.floor(new Date(Math.min(...begins, hired - 1))), hired], [left, hire]);
  return {
    ...given,
    row,
    limit,
    left,
    hire,
    trunk,
    unit,
    x,
  };
}

/** The outermost bands turn last, each on a track of its own, so that none crosses another. */
const trackOf = (i: number, n: number) => Math.floor(Math.abs(i - (n - 1) / 2));
const trackRoom = ({ length }: readonly Career[], bend: number) => bend / 2 / Math.max(trackOf(0, length), 1);

interface Row {
  career: Career;
  /** All words, around the place of the band. */
  body: Part;
  /** From the top to the middle of its band. */
  band: number;
  thick: number;
}

function rowOf(career: Career, scene: Scene): Row {
  const { sizes, unit, row } = scene;
  const thick = unit * career.people;
  const [lead, roles, notes] = [leadOf(career, scene), rolesOf(career, scene), notesOf(career, scene)];
  const aside = sizes.lead > 0;
  const above = aside ? roles : stack([pad(lead, { left: row }), roles]);
  const own = stack([above, space(3), over(box(0, thick), notes.beside), notes.below]);
  const band = above.height + 3 + thick / 2;
  // Beside a band its name stands on the band's middle, if that makes the row no higher.
  const top = Math.max(0, Math.min(band - 1.2 * sizes.name, own.height - lead.height));
  return { career, body: aside ? over(pad(lead, { left: row, top }), own) : own, band, thick };
}

function draw(scene: Scene): Part {
  const { model, frame, sizes } = scene;
  const blocks = model.groups.map((own) => {
    return {
      ...own,
      heading: headingOf(own, scene),
      rows: own.careers.map((career) => rowOf(career, scene)),
    };
  });
  const rows = blocks.flatMap((block) => block.rows);
  const feet = cumsum(
    blocks.flatMap(({ heading, rows }) =>
      rows.map(({ body }, i) => (i === 0 ? heading.height : 0) + body.height + sizes.gap),
    ),
  );
  const tops = rows.map(({ body }, i) => (feet[i] ?? 0) - sizes.gap - body.height);
  const bands = rows.map(({ band }, i) => (tops[i] ?? 0) + band);
  const thick = sum(rows, (row) => row.thick);
  const middle = ((bands[0] ?? 0) + (bands.at(-1) ?? 0)) / 2;
  const slices = cumsum(rows, (row) => row.thick);
  const personPart = (row: Row) => {
    const i = rows.indexOf(row);
    const to = middle - thick / 2 + (slices[i] ?? 0) - row.thick / 2 - (tops[i] ?? 0);
    const track = trackOf(i, rows.length);
    const marks = box(0, 0, (_, y) =>
      row.career.stays.map((stay) => bandOf(stay, row, { y, to, track }, scene)),
    );
    return pad(group(aboutOf(row.career, scene), over(row.body, marks)), { bottom: sizes.gap });
  };
  const parts = blocks.map((block) => {
    const part = stack([block.heading, ...block.rows.map(personPart)]);
    const [top, foot] = [0.65 * sizes.name, part.height - sizes.gap];
    const hold = box(0, 0, (x, y) => [bracketBeside(x + 1, y + top, y + foot, 8)]);
    return block.head ? group(headingText(block, frame), over(hold, part)) : part;
  });
  const { above, below } = trunkWords(scene);
  const top = middle - thick / 2 - above.height - 4;
  const whole = over(
    stack(parts),
    weightless(above, scene.trunk + INSET, top),
    pad(below, { left: scene.trunk + INSET, top: middle + thick / 2 + 4, bottom: 6 }),
  );
  // Where rows are fewer than the words of the trunk need, the drawing is higher.
  return stack([space(Math.max(0, (blocks[0]?.heading.height ?? 0) - top)), whole, axis(scene)]);
}

/** `y` is the top of the row, `to` where its band joins the trunk from there, `track` how many turn before it. */
function bandOf(stay: Stay, row: Row, at: { y: number; to: number; track: number }, scene: Scene) {
  const { model, frame, sizes, hire, trunk } = scene;
  // A pixel less, so that two bands of one company stay two, where they are thick enough to spare it.
  const thick = row.thick > 6 ? row.thick - 1 : row.thick;
  const [y, to] = [at.y + row.band, at.y + at.to];
  if (stay === row.career.stays.at(-1)) {
    // Later than the hire nothing is known.
    const fade = fadeOf([trunk, 1], [trunk + 16, 1], [frame.width, 0]);
    return {
      ...markOf(stay, model, frame, { ways: [level(trunk, frame.width, to)], thick, reach: 0, fade }),
      crisp: true,
    };
  }
  const { start, full, end, pause } = edgesOf(stay, scene);
  const pitch = Math.min(trackRoom(model.careers, sizes.bend), sizes.thick + 1);
  const spare = (sizes.bend - pitch * trackOf(0, model.careers.length)) / 2;
  const slope = sizes.bend / 8;
  const turn = hire + spare + at.track * pitch;
  const bend = {
    x0: pause === undefined ? start : hire,
    y0: y,
    a: turn - slope,
    b: turn + slope,
    y1: to,
    x1: trunk,
  };
  const joins = stay.exit !== undefined && stay.exit === lastMove(row.career);
  const ways = !joins
    ? [level(start, end - SEAM, y)]
    : pause === undefined
      ? [bend]
      : [level(start, pause, y), bend];
  const high = Math.min(Math.max(FINGER, row.thick), row.body.height);
  const hit = { x: start, y: y - high / 2, width: end - start, height: high };
  const fade = full - start > 1.5 ? fadeOf([start, 0], [full, 1], [trunk, 1]) : undefined;
  return markOf(stay, model, frame, {
    ways,
    thick,
    reach: Math.max(Math.floor(spare - slope), 0),
    fade,
    hit,
  });
}

/** A year so near to the day of the hires has no tick, CSS pixels. */
const NEAR = 4;

/** Years, and the day of the hires. */
function axis({ frame, model, hire, x }: Scene): Part {
  const day = text(formatDate(model.hired, frame.lang), {
    size: 12,
    face: 'label-600',
    sums: model.careers.flatMap(({ stays }) => stays.slice(-1).map(({ id }) => id)),
  });
  const left = Math.min(hire + 4, frame.width - day.width);
  // A year whose number has no room before the day still has its tick.
  const ticks = timeTicks(x, years().slice(1))
    .filter(({ at }) => at < hire - NEAR)
    .map((tick) =>
      tick.at + text(tick.text, { size: 12 }).width + 12 < left ? tick : { ...tick, text: '' },
    );
  const end: Part = box(0, 0, (_, y) => [
    { kind: 'line', x1: hire, y1: y, x2: hire, y2: y + day.height + 1, tone: 'ink' },
  ]);
  return over(axisBelow(ticks, frame.width, { line: false, begin: true }), end, pad(day, { left, top: 3 }));
}
