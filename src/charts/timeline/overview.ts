/** The overview: pairs mirrored on one baseline each, stacked on one time scale, vague years in a column of their own. */
import { type ScaleTime, scaleUtc, utcYear } from 'd3';
import type { Move } from '~/data/types';
import { extentOf, formatDate, formatDays } from '~/i18n/dates';
import type { Line } from '~/kit/draw';
import { type Box, boxOf, type Label, type LabelOptions, label, labelRow, overlap } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import { round } from '~/kit/shapes';
import type { Frame } from '../contract';
import { type Direction, type Pair, spell, type TimelineModel, type Turn } from './definition';
import type { TimelineGeometry } from './geometry';
import { markOf, middleOf } from './marks';
import { cutLine, dodge, hitBoxes, type Span } from './place';

interface Sizes {
  /** Left end of the first column; the words of a band stand before it, or where they find room if it is 0. */
  plot: number;
  /** Height of a mark, least width of a pill, distance of levels, first mark's distance from the baseline. */
  dot: number;
  pill: number;
  step: number;
  off: number;
  /** Between the columns; width of a year's cell; of a break. */
  gap: number;
  cell: number;
  brk: number;
  bandGap: number;
  head: number;
  note: number;
  /** A count since the window. */
  figure: number;
  /** Half the height of a break. */
  slash: number;
}

const SIZES: Record<'wide' | 'narrow', Sizes> = {
  wide: { plot: 200, dot: 9, pill: 11, step: 10, off: 3, gap: 16, cell: 30, brk: 16, bandGap: 11, head: 15, note: 13, figure: 30, slash: 5 },
  narrow: { plot: 0, dot: 7, pill: 11, step: 9, off: 3, gap: 8, cell: 25, brk: 10, bandGap: 9, head: 14, note: 13, figure: 22, slash: 3 },
};
/** Up to this many moves every mark has its name beside it. */
const NAMES_UP_TO = 20;
/** Level distance where names or years stand beside the marks. */
const NAME_STEP = 15;
const YEAR_STEP = 13;
/** Least space between two marks of a level. */
const AIR = 1.5;
const YEAR_SIZE = 12;

interface Columns {
  year?: Span;
  early: readonly (Span & { year: number })[];
  brk?: Span;
  time: Span;
  x: ScaleTime<number, number>;
}

interface Placed {
  move: Move;
  box: Box;
}
interface Band {
  placed: Placed[];
  labels: Label[];
  strokes: ((dy: number) => { d: string; tone: string })[];
  /** Above and below the baseline. */
  up: number;
  down: number;
}

export function layoutOverview(model: TimelineModel, frame: Frame): TimelineGeometry {
  const sizes = SIZES[frame.kind === 'narrow' ? 'narrow' : 'wide'];
  const named = model.moves.length <= NAMES_UP_TO;
  const columns = columnsOf(model, frame, sizes, named);
  const head = header(model, frame, columns);

  let y = head.bottom;
  const baselines: number[] = [];
  const all: Placed[] = [];
  const labels: Label[] = [...head.labels];
  const strokes: { d: string; tone: string }[] = [];
  for (const pair of model.pairs) {
    const band = bandOf(pair, model, frame, sizes, columns, named);
    const base = Math.round(y + band.up) + 0.5;
    baselines.push(base);
    all.push(...band.placed.map(({ move, box }) => ({ move, box: { ...box, y: box.y + base } })));
    labels.push(...band.labels.map((one) => ({ ...one, y: one.y + base })));
    strokes.push(...band.strokes.map((stroke) => stroke(base)));
    y = base + band.down + sizes.bandGap;
  }
  const bottom = y - sizes.bandGap;

  const hits = hitBoxes(all.map(({ box }) => box));
  const marks = all.map(({ move, box }, i) => markOf(move, box, hits[i] as Box, model, frame));
  const ground = [...all.map(({ box }) => box), ...labels.map((one) => boxOf(one, frame.measure))];
  const grid = yearsOf(columns).flatMap(({ x }) =>
    cutLine({ x1: x, y1: head.axis, x2: x, y2: bottom, tone: 'rule' }, ground),
  );
  const rules = [head.axis, ...baselines].flatMap((at) => {
    const broken = columns.brk;
    if (broken) strokes.push({ d: breakPath(broken, at, sizes.slash), tone: 'muted' });
    return [columns.year, ...columns.early, columns.time].flatMap((span): Line[] =>
      span ? [{ x1: span.x0, y1: at, x2: span.x1, y2: at, tone: 'muted' }] : [],
    );
  });
  // The words of both ways stand on the same line as their marks.
  const ties = sizes.plot > 0 ? baselines.map((at): Line => ({ x1: 0, y1: at, x2: sizes.plot - 12, y2: at, tone: 'rule' })) : [];
  return {
    width: frame.width,
    height: Math.ceil(bottom + 2),
    marks,
    labels,
    lines: [...grid, ...ties, ...head.lines, ...rules],
    strokes,
    dots: [],
  };
}

/** Year column, a cell per early year, the break, the scale; a column that nothing needs is not there. */
function columnsOf(model: TimelineModel, frame: Frame, sizes: Sizes, named: boolean): Columns {
  const { measure } = frame;
  const roomy = named && sizes.plot > 0;
  const nameWidth = (moves: readonly Move[]) =>
    roomy ? Math.max(0, ...moves.map((move) => 5 + reserve(measure(move.person, 13)))) : 0;
  let x = sizes.plot;
  const vague = model.moves.filter((move) => move.precision === 'year');
  const years = vague.map((move) => sizes.dot + 5 + reserve(measure(move.date, YEAR_SIZE)));
  const headWidth = reserve(measure(yearWord(frame), YEAR_SIZE));
  const year = vague.length ? { x0: x, x1: x + Math.max(headWidth, ...years) + nameWidth(vague) } : undefined;
  if (year) x = year.x1 + sizes.gap;
  const early = model.early.map((one) => {
    const own = model.moves.filter((move) => move.date.startsWith(`${one}-`));
    const width = Math.max(sizes.cell, reserve(measure(String(one), YEAR_SIZE)), sizes.cell / 2 + sizes.dot + nameWidth(own));
    const span = { year: one, x0: x, x1: x + width };
    x = span.x1 + 4;
    return span;
  });
  const brk = early.length ? { x0: x - 4, x1: x - 4 + sizes.brk } : undefined;
  const time = { x0: brk ? brk.x1 : x, x1: frame.width };
  const scale = scaleUtc().domain([model.start, model.end]).range([time.x0, time.x1]);
  return { year, early, brk, time, x: scale };
}

const yearWord = ({ kind, say }: Frame) => say(kind === 'narrow' ? 'year.short' : 'year');

const yearsOf = ({ x }: Columns) => {
  const [start, end] = x.domain() as [Date, Date];
  return utcYear.range(start, end).map((date) => ({ x: Math.round(x(date)) + 0.5, year: date.getUTCFullYear() }));
};

const breakPath = ({ x0, x1 }: Span, y: number, h: number) => {
  const c = (x0 + x1) / 2;
  const stroke = (x: number) => `M${round(x - h / 2.5)} ${y + h}L${round(x + h / 2.5)} ${y - h}`;
  return stroke(c - 2) + stroke(c + 2);
};

/** The axis, above everything: years, and events as ticks with their words on either side. */
function header(model: TimelineModel, frame: Frame, columns: Columns) {
  const narrow = frame.kind === 'narrow';
  const { say, measure, lang } = frame;
  const small = { size: YEAR_SIZE, tone: 'muted' } as const;
  const shown = model.events.filter((event) => middleOf(event.date) < model.end);
  const words = shown.length === 0 ? 0 : narrow ? 32 : 17;
  const axis = words + 19.5;
  const labels: Label[] = [
    ...(columns.year ? [label(yearWord(frame), columns.year.x0, axis - 5, small)] : []),
    ...columns.early.map((cell) => label(String(cell.year), cell.x0, axis - 5, small)),
    ...yearsOf(columns).map(({ x, year }) => {
      const most = frame.width - reserve(measure(String(year), YEAR_SIZE));
      return label(String(year), Math.min(Math.floor(x), most), axis - 5, small);
    }),
  ];
  const lines: Line[] = [];
  shown.forEach((event, i) => {
    const x = round(columns.x(middleOf(event.date)));
    const before = i === 0 && shown.length > 1;
    const day = formatDate(event.date, lang, 'dayMonth');
    const text = say(`event.${event.id}`, { n: event.n, spelt: spell(event.n, lang) });
    lines.push({ x1: x, y1: 2, x2: x, y2: axis, tone: 'muted' });
    const rows = narrow ? [[{ text: day, face: 'label-600' as const }], [{ text }]] : [[{ text: day, face: 'label-600' as const }, { text }]];
    rows.forEach((parts, row) => {
      const size = narrow ? 12 : 13;
      const own = parts.map((part) => ({ ...part, size }));
      labels.push(...labelRow(own, before ? x - 5 : x + 5, 10 + row * 14, measure, 5, before ? 'end' : 'start'));
    });
  });
  return { axis, bottom: axis + 7, labels, lines };
}

/** One pair, its baseline at y 0. */
function bandOf(pair: Pair, model: TimelineModel, frame: Frame, sizes: Sizes, columns: Columns, named: boolean): Band {
  const up = sideOf(pair.up, -1, frame, sizes, columns, named);
  const down = sideOf(pair.down, 1, frame, sizes, columns, named);
  const band: Band = { placed: [...up.placed, ...down.placed], labels: [...up.labels, ...down.labels], strokes: [], up: 0, down: 0 };
  const taken = () => [...band.placed.map(({ box }) => box), ...band.labels.map((one) => boxOf(one, frame.measure))];
  if (model.turn && !named) annotate(band, pair, model.turn, model, frame, sizes, columns, taken);
  for (const [way, side] of [[pair.up, -1], [pair.down, 1]] as const)
    band.labels.push(...wordsOfWay(way, side, model, frame, sizes, columns, named, taken()));
  const boxes = taken();
  band.up = Math.max(sizes.off, ...boxes.map((box) => -box.y)) + 1;
  band.down = Math.max(sizes.off, ...boxes.map((box) => box.y + box.height)) + 1;
  return band;
}

/** The marks of one way, away from the baseline. @param side -1 up, 1 down */
function sideOf(way: Direction, side: -1 | 1, frame: Frame, sizes: Sizes, columns: Columns, named: boolean) {
  const { measure } = frame;
  const items = way.moves.map((move) => {
    const span = spanOf(move, sizes, columns);
    const words = [
      ...(move.precision === 'year' ? [{ text: move.date, size: YEAR_SIZE, tone: 'muted', mark: move.id }] : []),
      ...(named ? [{ text: move.person, size: 13, mark: move.id }] : []),
    ];
    const width = words.reduce((sum, { text, size }) => sum + 5 + reserve(measure(text, size)), 0);
    const spans = [{ x0: span.x0, x1: span.x1 + width }, { x0: span.x0 - width, x1: span.x1 }];
    const fits = spans.filter((one) => one.x0 >= 0 && one.x1 <= frame.width);
    return { move, span, words, spans: fits.length ? fits : spans.slice(0, 1), column: columnOf(move, columns, named && sizes.plot === 0) };
  });
  const placed: Placed[] = [];
  const labels: Label[] = [];
  for (const column of new Set(items.map((item) => item.column))) {
    const own = items.filter((item) => item.column === column);
    const step = named ? NAME_STEP : column === 'year' ? Math.max(YEAR_STEP, sizes.step) : sizes.step;
    dodge(own.map((item) => item.spans), named ? 8 : AIR).forEach(({ level, choice }, i) => {
      const { move, span, words, spans } = own[i] as (typeof own)[0];
      const room = named ? Math.max(0, (NAME_STEP - sizes.dot) / 2 - 1.5) : 0;
      const centre = side * (sizes.off + room + sizes.dot / 2 + level * step);
      placed.push({ move, box: { x: span.x0, y: centre - sizes.dot / 2, width: span.x1 - span.x0, height: sizes.dot } });
      const left = (spans[choice]?.x0 ?? 0) < span.x0;
      labels.push(...labelRow(words, left ? span.x0 - 5 : span.x1 + 5, centre + 4.3, measure, 5, left ? 'end' : 'start'));
    });
  }
  placed.sort((a, b) => way.moves.indexOf(a.move) - way.moves.indexOf(b.move));
  return { placed, labels };
}

const columnOf = (move: Move, columns: Columns, one: boolean) =>
  one ? 'all' : move.precision === 'year' ? 'year' : columns.early.some((cell) => move.date.startsWith(`${cell.year}-`)) ? 'early' : 'time';

/** Where a date stands: its day, its month, or the year column. */
function spanOf(move: Move, sizes: Sizes, columns: Columns): Span {
  if (move.precision === 'year') return { x0: columns.year?.x0 ?? 0, x1: (columns.year?.x0 ?? 0) + sizes.dot };
  const [start, end] = extentOf(move.date);
  const cell = columns.early.find((one) => move.date.startsWith(`${one.year}-`));
  const bounds = cell ?? columns.time;
  const scale = cell
    ? scaleUtc().domain([Date.UTC(cell.year, 0, 1), Date.UTC(cell.year + 1, 0, 1)]).range([cell.x0, cell.x0 + sizes.cell])
    : columns.x;
  const width = move.precision === 'day' ? sizes.dot : Math.max(sizes.pill, scale(end) - scale(start) - 2);
  const centre = (scale(start) + scale(end)) / 2;
  const x0 = Math.min(Math.max(centre - width / 2, bounds.x0), bounds.x1 - width);
  return { x0, x1: x0 + width };
}

/** "to xAI 4, at least 14 counted": left of the plot, or as near to the baseline as the marks allow. */
function wordsOfWay(
  way: Direction,
  side: -1 | 1,
  model: TimelineModel,
  frame: Frame,
  sizes: Sizes,
  columns: Columns,
  named: boolean,
  taken: readonly Box[],
): Label[] {
  const { say, measure } = frame;
  const inward = model.view.kind === 'org' && way.to === model.view.org;
  const other = inward ? way.from : way.to;
  const n = way.moves.length;
  const noteAs = (form: string) =>
    way.counted ? say(`counted.${way.counted.basis}${form}`, { value: way.counted.row.value }) : '';
  const count = n === 0 ? say('none') : String(n);
  const partsWith = (note: string): (LabelOptions & { text: string })[] => [
    { text: say(inward ? 'from' : 'to'), size: sizes.head, tone: 'muted' },
    { text: model.nameOf(other), size: sizes.head, face: 'label-600', tone: `${other}-text`, view: other },
    { text: note ? `${count},` : count, size: sizes.head, face: 'label-600' },
    ...(note ? [{ text: note, size: sizes.note, tone: 'muted' }] : []),
  ];
  const full = noteAs('');
  const row = (x: number, y: number, note = full) => labelRow(partsWith(note), x, y, measure, 4);
  const split = (y: number) => {
    const first = side < 0 && full ? y - 16 : y;
    return [...row(0, first).slice(0, 3), ...(full ? [label(full, 0, first + 16, { size: sizes.note, tone: 'muted' })] : [])];
  };
  const nearest = (k: number) => (side < 0 ? -7 - k : 6 + k + 0.76 * sizes.head);
  if (sizes.plot > 0) {
    const [long, short] = [row(0, nearest(0)), row(0, nearest(0), noteAs('.short'))];
    const tight = model.view.kind === 'all' ? [long, short] : [long];
    return tight.find((one) => fits(one, sizes.plot - 8, frame)) ?? split(nearest(0));
  }
  const edges = named ? [0] : [0, columns.early[0]?.x0, columns.time.x0 + 6].filter((x) => x !== undefined);
  // Among names the words of a way would read as one more: they get a line of their own.
  const blocks = taken.map((b) => (named ? { ...b, x: 0, width: frame.width } : { ...b, x: b.x - 4, width: b.width + 8 }));
  for (let k = 0; k < 400; k += 2)
    for (const x of edges) {
      const made = row(x, nearest(k));
      const own = made.map((one) => boxOf(one, measure));
      if (fits(made, frame.width, frame) && !own.some((a) => blocks.some((b) => overlap(a, b, -1))))
        return made;
    }
  return split(nearest(400));
}

const fits = (row: readonly Label[], to: number, frame: Frame) =>
  row.every((one) => {
    const box = boxOf(one, frame.measure);
    return box.x + box.width <= to;
  });

/** The bracket round the fullest days, and what each way saw since. */
function annotate(
  band: Band,
  pair: Pair,
  turn: Turn,
  model: TimelineModel,
  frame: Frame,
  sizes: Sizes,
  columns: Columns,
  taken: () => readonly Box[],
) {
  const { say, measure, lang } = frame;
  const narrow = frame.kind === 'narrow';
  const has = (way: Direction, other: Direction) => way.from === other.from && way.to === other.to;
  if (!has(pair.up, turn.there) && !has(pair.down, turn.there)) return;
  const inWindow = new Set(turn.window.moves.map((move) => move.id));
  const stack = band.placed.filter(({ move }) => inWindow.has(move.id)).map(({ box }) => box);
  const [top, bottom] = [Math.min(...stack.map((box) => box.y)), Math.max(...stack.map((box) => box.y + box.height))];
  const x = round(Math.min(...stack.map((box) => box.x)) - 4.5);
  band.strokes.push((dy) => ({ d: `M${x} ${round(top + dy)}L${x - 4} ${round(top + dy)}L${x - 4} ${round(bottom + dy)}L${x} ${round(bottom + dy)}`, tone: 'ink' }));
  const middle = (top + bottom) / 2;
  band.labels.push(
    label(say('window', { n: spell(turn.window.moves.length, lang), days: spell(turn.window.days, lang) }), x - 11, middle - 3, {
      size: sizes.head,
      face: 'label-600',
      anchor: 'end',
      view: 'summer-2025',
    }),
    label(formatDays(turn.window.first, turn.window.last, lang), x - 11, middle + 14, { size: 13, anchor: 'end' }),
  );
  for (const [way, moves] of [[turn.there, turn.thereSince], [turn.back, turn.backSince]] as const) {
    if (moves.length === 0) continue;
    const side = has(way, pair.up) ? -1 : 1;
    const soon = extentOf(turn.since)[0] + 45 * 86_400_000;
    const near = band.placed.filter(({ move, box }) => Math.sign(box.y + box.height / 2) === side && move.precision !== 'year' && extentOf(move.date)[0] < soon);
    const left = Math.max(columns.x(extentOf(turn.since)[0]), ...near.map(({ box }) => box.x + box.width)) + (narrow ? 6 : 14);
    const inward = model.view.kind === 'org' && way.to === model.view.org;
    const other = inward ? way.from : way.to;
    const figureSize = sizes.figure;
    const full = (y: number): Label[] => {
      const after = left + reserve(measure(String(moves.length), figureSize, 'label-600')) + 6;
      return [
        label(String(moves.length), left, y, { size: figureSize, face: 'label-600' }),
        ...labelRow(
          [
            { text: say(inward ? 'from' : 'to'), size: 14, tone: 'muted' },
            { text: model.nameOf(other), size: 14, face: 'label-600', tone: `${other}-text` },
          ],
          after,
          y - 10,
          measure,
          4,
        ),
        label(say('since', { date: formatDate(turn.since, lang) }), after, y + 5, { size: 13, tone: 'muted' }),
      ];
    };
    const brief = (y: number): Label[] => [
      label(String(moves.length), left, y, { size: figureSize, face: 'label-600' }),
      label(say('since.short'), left, y + 14, { size: 12, tone: 'muted' }),
    ];
    const block = [full, brief].find((form) => fits(form(0), frame.width, frame));
    if (!block) continue;
    const blocked = taken();
    const height = Math.max(...block(0).map((one) => one.y)) + 4;
    for (let k = 4; k < 400; k += 2) {
      const made = block(side < 0 ? -k - height : k + 0.74 * figureSize);
      if (made.map((one) => boxOf(one, measure)).some((a) => blocked.some((b) => overlap(a, b, -3)))) continue;
      band.labels.push(...made);
      break;
    }
  }
}
