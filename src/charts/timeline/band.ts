/** One pair of an overview: both ways mirrored on a baseline at y 0, with their words. */
import { type Box, boxOf, type Label, type LabelOptions, label, labelRow, overlap } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import type { Token } from '~/kit/palette';
import { AIR, columnOf, NAME_STEP, type Placed, type Stage, spanOf, YEAR_SIZE, YEAR_STEP } from './columns';
import type { Direction, Pair } from './definition';
import { dodge, fits } from './place';
import { turnWords } from './turn';

export interface Band {
  placed: readonly Placed[];
  labels: readonly Label[];
  strokes: readonly ((baseline: number) => { d: string; tone: Token })[];
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
  labels.push(...wordsOfWay(pair.up, -1, stage, taken()));
  labels.push(...wordsOfWay(pair.down, 1, stage, taken()));
  const boxes = taken();
  return {
    placed,
    labels,
    strokes: turn.strokes,
    up: Math.max(off, ...boxes.map((box) => -box.y)) + 1,
    down: Math.max(off, ...boxes.map((box) => box.y + box.height)) + 1,
  };
}

/** The marks of one way, away from the baseline. @param side -1 up, 1 down */
function sideOf(way: Direction, side: -1 | 1, { frame, sizes, columns, named }: Stage) {
  const { measure } = frame;
  const items = way.moves.map((move) => {
    const span = spanOf(move, sizes, columns);
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
      const centre = side * (sizes.off + room + sizes.dot / 2 + level * step);
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

/** "to xAI 4, at least 14 counted": left of the plot, or as near to the baseline as the marks allow. */
function wordsOfWay(way: Direction, side: -1 | 1, stage: Stage, taken: readonly Box[]): Label[] {
  const { model, frame, sizes, columns, named } = stage;
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
    return [
      ...row(0, first).slice(0, 3),
      ...(full ? [label(full, 0, first + 16, { size: sizes.note, tone: 'muted' })] : []),
    ];
  };
  const nearest = (k: number) => (side < 0 ? -7 - k : 6 + k + 0.76 * sizes.head);
  if (sizes.plot > 0) {
    const [long, short] = [row(0, nearest(0)), row(0, nearest(0), noteAs('.short'))];
    const tight = model.view.kind === 'all' ? [long, short] : [long];
    return tight.find((one) => fits(one, sizes.plot - 8, frame)) ?? split(nearest(0));
  }
  const edges = named ? [0] : [0, columns.early[0]?.x0, columns.time.x0 + 6].filter((x) => x !== undefined);
  // Among names the words of a way would read as one more: they get a line of their own.
  const blocks = taken.map((b) =>
    named ? { ...b, x: 0, width: frame.width } : { ...b, x: b.x - 4, width: b.width + 8 },
  );
  for (let k = 0; k < 400; k += 2)
    for (const x of edges) {
      const made = row(x, nearest(k));
      const own = made.map((one) => boxOf(one, measure));
      if (fits(made, frame.width, frame) && !own.some((a) => blocks.some((b) => overlap(a, b, -1))))
        return made;
    }
  return split(nearest(400));
}
