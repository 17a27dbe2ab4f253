/** One pair of an overview: both ways mirrored on a baseline at y 0, with their words. */
import { type Box, boxOf, type Label, type LabelOptions, label, labelRow } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import type { Token } from '~/kit/palette';
import {
  AIR,
  columnOf,
  NAME_STEP,
  type Placed,
  type Stage,
  shiftsOf,
  spanOf,
  YEAR_SIZE,
  YEAR_STEP,
} from './columns';
import type { Direction, Pair } from './definition';
import { dodge, fits, type Span } from './place';
import { turnWords } from './turn';

export interface Band {
  placed: readonly Placed[];
  labels: readonly Label[];
  strokes: readonly ((baseline: number) => { d: string; tone: Token })[];
  /** Words of a way above and beneath its marks, where nothing stands beside the band; the grid leaves them out. */
  heads: readonly { top: number; bottom: number }[];
  /** Room above and below the baseline. */
  up: number;
  down: number;
}

export function bandOf(pair: Pair, stage: Stage): Band {
  const { measure } = stage.frame;
  const { off } = stage.sizes;
  const up = sideOf(pair.up, -1, stage);
  const down = sideOf(pair.down, 1, stage);
  const placed = [...up.placed, ...down.placed];
  const labels = [...up.labels, ...down.labels];
  const taken = () => [...placed.map(({ box }) => box), ...labels.map((one) => boxOf(one, measure))];
  const turn = turnWords(pair, placed, taken(), stage);
  labels.push(...turn.labels);
  const extent = (boxes: readonly Box[]) => ({
    up: Math.max(off, ...boxes.map((box) => -box.y)) + 1,
    down: Math.max(off, ...boxes.map((box) => box.y + box.height)) + 1,
  });
  if (stage.sizes.plot === 0 && !stage.named) {
    const own = extent(taken());
    const head = (way: Direction, at: (rows: number) => number) => {
      const rows = headRows(way, stage);
      const top = at(rows.length);
      labels.push(
        ...rows.flatMap((row, i) =>
          labelRow(row, 0, top + i * HEAD_LINE + 0.76 * stage.sizes.head, measure, 4),
        ),
      );
      return { top, bottom: top + rows.length * HEAD_LINE };
    };
    const above = head(pair.up, (rows) => -own.up - HEAD_GAP - rows * HEAD_LINE);
    const below = head(pair.down, () => own.down + HEAD_GAP);
    return {
      placed,
      labels,
      strokes: turn.strokes,
      heads: [above, below],
      up: 1 - above.top,
      down: below.bottom - HEAD_GAP,
    };
  }
  labels.push(...wordsOfWay(pair.up, -1, stage));
  labels.push(...wordsOfWay(pair.down, 1, stage));
  return { placed, labels, strokes: turn.strokes, heads: [], ...extent(taken()) };
}

/** Of the words above a band: one line, and the air beneath them. */
const HEAD_LINE = 18;
const HEAD_GAP = 3;
/** Between names, the words of a way stand on the baseline: the names keep clear of them. */
const NAMED_LIFT = 22;

/** The marks of one way, away from the baseline. @param side -1 up, 1 down */
function sideOf(way: Direction, side: -1 | 1, { frame, sizes, columns, named }: Stage) {
  const { measure } = frame;
  const spans0 = new Map(way.moves.map((move) => [move.id, spanOf(move, sizes, columns)]));
  const shifts = named
    ? new Map<string, number>()
    : shiftsOf(
        way.moves
          .filter((move) => columnOf(move, columns, false) === 'time')
          .map((move) => ({ move, span: spans0.get(move.id) ?? spanOf(move, sizes, columns) })),
        columns.time.x1,
      );
  const items = way.moves.map((move) => {
    const span = shifted(spans0.get(move.id) ?? spanOf(move, sizes, columns), shifts.get(move.id));
    const words = [
      ...(move.precision === 'year'
        ? [{ text: move.date, size: YEAR_SIZE, tone: 'muted', mark: move.id }]
        : []),
      ...(named ? [{ text: move.person, size: 13, mark: move.id }] : []),
    ];
    const width = words.reduce((sum, { text, size }) => sum + 5 + reserve(measure(text, size)), 0);
    const spans = [
      { x0: span.x0, x1: span.x1 + width },
      { x0: span.x0 - width, x1: span.x1 },
    ];
    const fits = spans.filter((one) => one.x0 >= 0 && one.x1 <= frame.width);
    return {
      move,
      span,
      words,
      spans: fits.length ? fits : spans.slice(0, 1),
      column: columnOf(move, columns, named && sizes.plot === 0),
    };
  });
  const placed: Placed[] = [];
  const labels: Label[] = [];
  for (const column of new Set(items.map((item) => item.column))) {
    const own = items.filter((item) => item.column === column);
    const step = named ? NAME_STEP : column === 'year' ? Math.max(YEAR_STEP, sizes.step) : sizes.step;
    dodge(
      own.map((item) => item.spans),
      named ? 8 : AIR,
    ).forEach(({ level, choice }, i) => {
      const { move, span, words, spans } = own[i] as (typeof own)[0];
      const room = named ? Math.max(0, (NAME_STEP - sizes.dot) / 2 - 1.5) : 0;
      const lift = named && sizes.plot === 0 ? NAMED_LIFT : 0;
      const centre = side * (sizes.off + lift + room + sizes.dot / 2 + level * step);
      placed.push({
        move,
        box: { x: span.x0, y: centre - sizes.dot / 2, width: span.x1 - span.x0, height: sizes.dot },
      });
      const left = (spans[choice]?.x0 ?? 0) < span.x0;
      labels.push(
        ...labelRow(
          words,
          left ? span.x0 - 5 : span.x1 + 5,
          centre + 4.3,
          measure,
          5,
          left ? 'end' : 'start',
        ),
      );
    });
  }
  placed.sort((a, b) => way.moves.indexOf(a.move) - way.moves.indexOf(b.move));
  return { placed, labels };
}

const shifted = ({ x0, x1 }: Span, by = 0): Span => ({ x0: x0 + by, x1: x1 + by });

type Part = LabelOptions & { text: string };

/** "Meta to xAI 4, at least 14 counted"; seen from one company, "from Meta 4". */
function partsOf(way: Direction, note: string, { model, frame, sizes }: Stage): readonly Part[] {
  const { say } = frame;
  const inward = model.view.kind === 'org' && way.to === model.view.org;
  const bold = (org: string): Part => ({
    text: model.nameOf(org),
    size: sizes.head,
    face: 'label-600',
    tone: `${org}-text`,
    view: org,
  });
  const n = way.moves.length;
  const count = n === 0 ? say('none') : String(n);
  return [
    ...(model.view.kind === 'all' ? [bold(way.from)] : []),
    { text: say(inward ? 'from' : 'to'), size: sizes.head, tone: 'muted' },
    bold(inward ? way.from : way.to),
    { text: note ? `${count},` : count, size: sizes.head, face: 'label-600' },
    ...(note ? [{ text: note, size: sizes.note, tone: 'muted' }] : []),
  ];
}

const noteOf = (way: Direction, { frame }: Stage) =>
  way.counted ? frame.say(`counted.${way.counted.basis}`, { value: way.counted.row.value }) : '';

/** A way in one line, or what was counted in a line of its own where that is too long. */
function headRows(way: Direction, stage: Stage): readonly (readonly Part[])[] {
  const { frame } = stage;
  const parts = partsOf(way, noteOf(way, stage), stage);
  return fits(labelRow(parts, 0, 0, frame.measure, 4), frame.width, frame)
    ? [parts]
    : [parts.slice(0, -1), parts.slice(-1)];
}

/** The words of one way on the baseline: left of the plot, or among the names at its start. */
function wordsOfWay(way: Direction, side: -1 | 1, stage: Stage): Label[] {
  const { frame, sizes } = stage;
  const { measure } = frame;
  const y = side < 0 ? -7 : 6 + 0.76 * sizes.head;
  const note = noteOf(way, stage);
  const parts = partsOf(way, note, stage);
  const row = labelRow(parts, 0, y, measure, 4);
  if (!note || fits(row, sizes.plot > 0 ? sizes.plot - 8 : frame.width, frame)) return row;
  const first = side < 0 ? y - 16 : y;
  return [
    ...labelRow(parts.slice(0, -1), 0, first, measure, 4),
    label(note, 0, first + 16, { size: sizes.note, tone: 'muted' }),
  ];
}
