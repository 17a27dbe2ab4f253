/** The overview: pairs mirrored on one baseline each, stacked on one time scale, vague years in a column of their own. */
import { formatDate } from '~/i18n/dates';
import type { Line } from '~/kit/draw';
import { type Box, boxOf, type Label, label, labelRow } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import { round } from '~/kit/shapes';
import type { Frame } from '../contract';
import { NAMES_UP_TO } from '../names';
import { bandOf } from './band';
import {
  breakPath,
  type Columns,
  columnsOf,
  type Placed,
  SIZES,
  type Stage,
  YEAR_SIZE,
  yearsOf,
  yearWords,
} from './columns';
import { sheetHolding, type TimelineModel } from './definition';
import type { TimelineGeometry } from './geometry';
import { markOf, middleOf } from './marks';
import { cutLine, hitBoxes } from './place';

/** Between two pairs without a place for their words beside the plot. */
const NAMED_GAP = 36;
const HEAD_GAP = 15;

export function layoutOverview(model: TimelineModel, frame: Frame): TimelineGeometry {
  const sizes = SIZES[frame.kind === 'narrow' ? 'narrow' : 'wide'];
  const named = model.moves.length <= NAMES_UP_TO;
  const columns = columnsOf(model, frame, sizes, named);
  const stage: Stage = { model, frame, sizes, columns, named };
  const head = header(model, frame, columns);

  let y = head.bottom;
  const baselines: number[] = [];
  const all: Placed[] = [];
  const labels: Label[] = [...head.labels];
  const strokes: { d: string; tone: string }[] = [];
  const heads: Box[] = [];
  const bandGap = named ? NAMED_GAP : sizes.plot > 0 ? sizes.bandGap : HEAD_GAP;
  // Where the next band begins is not seen from its baseline alone.
  const parted = named || sizes.plot === 0;
  const between: Line[] = [];
  for (const pair of model.pairs) {
    if (parted && baselines.length > 0) {
      const at = Math.round(y - bandGap / 2) + 0.5;
      between.push({ x1: 0, y1: at, x2: frame.width, y2: at, tone: 'rule' });
      // Between words above and below, the grid would be a row of crosses.
      if (!named) heads.push({ x: 0, y: y - bandGap, width: frame.width, height: bandGap + HEAD_GAP });
    }
    const band = bandOf(pair, stage);
    const base = Math.round(y + band.up) + 0.5;
    baselines.push(base);
    all.push(...band.placed.map(({ move, box }) => ({ move, box: { ...box, y: box.y + base } })));
    labels.push(...band.labels.map((one) => ({ ...one, y: one.y + base })));
    strokes.push(...band.strokes.map((stroke) => stroke(base)));
    heads.push(
      ...band.heads.map(({ top, bottom }) => ({
        x: 0,
        y: base + top,
        width: frame.width,
        height: bottom - top,
      })),
    );
    y = base + band.down + bandGap;
  }
  const bottom = y - bandGap;

  const hits = hitBoxes(all.map(({ box }) => box));
  const marks = all.map(({ move, box }, i) => markOf(move, box, hits[i] as Box, model, frame));
  const ground = [...heads, ...all.map(({ box }) => box), ...labels.map((one) => boxOf(one, frame.measure))];
  const grid = yearsOf(columns).flatMap(({ x }) =>
    cutLine({ x1: x, y1: head.axis, x2: x, y2: bottom, tone: 'rule' }, ground),
  );
  // The sign of a break once, on the axis; below it the gap is enough.
  if (columns.brk) strokes.push({ d: breakPath(columns.brk, head.axis, sizes.slash), tone: 'muted' });
  const rules = [head.axis, ...baselines].flatMap((at) => {
    return [columns.year, ...columns.early, columns.time].flatMap((span): Line[] =>
      span ? [{ x1: span.x0, y1: at, x2: span.x1, y2: at, tone: 'muted' }] : [],
    );
  });
  // The words of both ways stand on the same line as their marks.
  const ties =
    sizes.plot > 0
      ? baselines.map((at): Line => ({ x1: 0, y1: at, x2: sizes.plot - 12, y2: at, tone: 'rule' }))
      : [];
  return {
    width: frame.width,
    height: Math.ceil(bottom + 2),
    marks,
    labels,
    lines: [...grid, ...between, ...ties, ...head.lines, ...rules],
    strokes,
    dots: [],
  };
}

const YEAR_LINE = 13;

/** The axis, above everything: years, and events as ticks with their words on either side. */
function header(model: TimelineModel, frame: Frame, columns: Columns) {
  const narrow = frame.kind === 'narrow';
  const { measure, lang } = frame;
  const small = { size: YEAR_SIZE, tone: 'muted' } as const;
  const shown = model.events.filter((event) => middleOf(event.date) < model.end);
  const years = columns.year ? yearWords(frame) : [];
  const words = Math.max(shown.length === 0 ? 0 : narrow ? 32 : 17, (years.length - 1) * YEAR_LINE);
  const axis = words + 19.5;
  const labels: Label[] = [
    ...years.map((word, i) =>
      label(word, columns.year?.x0 ?? 0, axis - 5 - (years.length - 1 - i) * YEAR_LINE, small),
    ),
    ...columns.early.map((cell) => label(String(cell.year), cell.x0, axis - 5, small)),
    ...yearsOf(columns).map(({ x, year }) => {
      const most = frame.width - reserve(measure(String(year), YEAR_SIZE));
      return label(String(year), Math.min(Math.floor(x), most), axis - 5, {
        ...small,
        view: sheetHolding(String(year), String(year)),
      });
    }),
  ];
  const lines: Line[] = [];
  shown.forEach((event, i) => {
    const x = round(columns.x(middleOf(event.date)));
    const before = i === 0 && shown.length > 1;
    const day = formatDate(event.date, lang, 'dayMonth');
    lines.push({ x1: x, y1: 2, x2: x, y2: axis, tone: 'muted' });
    const rows = narrow
      ? [[{ text: day, face: 'label-600' as const }], [{ text: event.text }]]
      : [[{ text: day, face: 'label-600' as const }, { text: event.text }]];
    rows.forEach((parts, row) => {
      const size = narrow ? 12 : 13;
      const own = parts.map((part) => ({ ...part, size }));
      labels.push(
        ...labelRow(own, before ? x - 5 : x + 5, 10 + row * 14, measure, 5, before ? 'end' : 'start'),
      );
    });
  });
  return { axis, bottom: axis + 7, labels, lines };
}
