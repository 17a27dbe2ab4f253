/** Where every square of `matrix` stands: a grid on wide frames, a block per origin on narrow ones. */
import { formatDate } from '~/i18n/dates';
import { spellNumber } from '~/i18n/numbers';
import type { Line, Mark } from '~/kit/draw';
import { type Label, label, labelRow } from '~/kit/labels';
import { balanceText } from '~/kit/measure';
import { boxPath } from '~/kit/shapes';
import { CARD_HEIGHT, type Frame, type Geometry, type Layout } from '../contract';
import { type Cell, largestCells, type MatrixModel, unnamed } from './definition';

/** A square of the card: too small there to be told apart by thin lines, so it has its own. */
export interface Tile {
  d: string;
  tone: string;
  look: 'solid' | 'said' | 'ghost';
}
export interface MatrixGeometry extends Geometry {
  lines: readonly Line[];
  tiles: readonly Tile[];
}

/** Squares: side, distance, and how many in a row. */
interface Squares {
  size: number;
  pitch: number;
  perRow: number;
}
/** Twenty and four: every square is its own target of 24 pixels. */
const WIDE: Squares = { size: 20, pitch: 24, perRow: 7 };
const NARROW: Squares = { size: 12, pitch: 16, perRow: 14 };
/** In a column of text the largest direction keeps to one line. */
const MEDIUM: Squares = { size: 18, pitch: 22, perRow: 22 };
const MEDIUM_FROM = 580;

export const layout: Layout<MatrixModel, MatrixGeometry> = (model, frame) =>
  frame.kind === 'card'
    ? layoutCard(model, frame)
    : frame.kind === 'narrow'
      ? layoutBlocks(model, frame)
      : layoutGrid(model, frame);

const PLOT_X = 200;
const COLUMN = 200;
const MIN_ROW = 76;

function layoutGrid(model: MatrixModel, frame: Frame): MatrixGeometry {
  const { say, measure } = frame;
  const labels: Label[] = [];
  const marks: Mark[] = [];
  const lines: Line[] = [];
  const columnX = (org: string) => PLOT_X + COLUMN * model.orgs.findIndex((one) => one.id === org);
  for (const org of model.orgs) {
    labels.push(...head(say('to'), org, columnX(org.id), 16, 16, measure));
    labels.push(label(say('in', { n: org.in }), columnX(org.id), 34, { tone: 'muted' }));
  }
  let y = 46;
  for (const org of model.orgs) {
    lines.push({ x1: 0, x2: frame.width, y1: y, y2: y, tone: 'rule' });
    labels.push(...head(say('from'), org, 0, y + 23, 16, measure));
    labels.push(label(say('out', { n: org.out }), 0, y + 41, { tone: 'muted' }));
    let bottom = y + MIN_ROW - 16;
    for (const cell of model.cells.filter((one) => one.from === org.id)) {
      const x = columnX(cell.to);
      const text = cellText(cell, model, frame);
      labels.push(...text.map((one, i) => label(one.text, x, y + 23 + 18 * i, one)));
      const top = y + 23 + 18 * (text.length - 1) + 10;
      marks.push(...squaresOf(cell, model, frame, x, top, WIDE));
      bottom = Math.max(bottom, top + rowsOf(cell, WIDE) * WIDE.pitch);
    }
    // Where the row and the column of the finding cross, nothing is drawn: room for the sentence.
    if (model.finding?.org === org.id) {
      const note = noteLines(model, frame, COLUMN - 24);
      labels.push(...note.map((one, i) => label(one.text, columnX(org.id), y + 23 + 18 * i, one)));
      bottom = Math.max(bottom, y + 23 + 18 * note.length);
    }
    y = bottom + 14;
  }
  return { width: frame.width, height: Math.ceil(y), marks, labels, lines, tiles: [] };
}

const SQUARES_X = 72;

function layoutBlocks(model: MatrixModel, frame: Frame): MatrixGeometry {
  const { say, measure } = frame;
  const labels: Label[] = [];
  const marks: Mark[] = [];
  const lines: Line[] = [];
  const squares = frame.width < MEDIUM_FROM ? NARROW : MEDIUM;
  const line = squares === NARROW ? 24 : 27;
  let y = 0;
  for (const org of model.orgs) {
    labels.push(...head(say('from'), org, 0, y + 16, 15, measure));
    labels.push(label(say('named', { n: org.out }), frame.width, y + 16, { tone: 'muted', anchor: 'end' }));
    y += 24;
    lines.push({ x1: 0, x2: frame.width, y1: y, y2: y, tone: 'rule' });
    y += 5;
    for (const cell of model.cells.filter((one) => one.from === org.id)) {
      const [first, second] = cellText(cell, model, frame);
      labels.push(label(`${say('to')} ${model.nameOf(cell.to)}`, 0, y + 16));
      if (cell.moves.length === 0 && !cell.counted)
        labels.push(label(first?.text ?? '', SQUARES_X, y + 16, { tone: 'muted' }));
      else
        labels.push(
          label(String(cell.moves.length), frame.width, y + 16, { face: 'label-600', anchor: 'end' }),
        );
      marks.push(...squaresOf(cell, model, frame, SQUARES_X, y + 12 - squares.size / 2, squares));
      const more = Math.max(0, rowsOf(cell, squares) - 1) * squares.pitch;
      const below = y + 12 + squares.size / 2 + more + 15;
      if (second) labels.push(label(second.text, SQUARES_X, below, { size: 12, tone: 'muted' }));
      y = second ? below + 8 : y + line + more;
    }
    y += 8;
  }
  if (model.finding) {
    const note = noteLines(model, frame, frame.width);
    labels.push(...note.map((one, i) => label(one.text, 0, y + 14 + 18 * i, one)));
    y += 14 + 18 * note.length;
  }
  return { width: frame.width, height: Math.ceil(y), marks, labels, lines, tiles: [] };
}

/** "from OpenAI": the word in ink, the organisation in its own tone. */
function head(
  word: string,
  org: { id: string; name: string },
  x: number,
  y: number,
  size: number,
  measure: Frame['measure'],
): Label[] {
  return labelRow(
    [
      { text: word, size },
      { text: org.name, size, face: 'label-600', tone: `${org.id}-text` },
    ],
    x,
    y,
    measure,
    4,
  );
}

type Words = Pick<Label, 'text' | 'face' | 'tone' | 'size'>;
const words = (text: string, tone: string, face: Label['face'] = 'label-400', size = 13): Words => ({
  text,
  tone,
  face,
  size,
});

/** How many are named, and what was counted beyond them. */
function cellText(cell: Cell, model: MatrixModel, { say }: Frame): Words[] {
  if (cell.moves.length === 0 && !cell.counted)
    return [words(say(model.view.kind === 'all' ? 'none' : 'none.short'), 'muted')];
  const named = words(say('named', { n: cell.moves.length }), 'ink', 'label-600', 14);
  if (!cell.counted) return [named];
  return [named, words(say(`counted.${cell.counted.basis}`, { value: cell.counted.row.value }), 'muted')];
}

/** The finding in figures, as a sentence of at most `width` pixels a line. */
function noteLines(model: MatrixModel, { say, lang, measure }: Frame, width: number): Words[] {
  const { finding } = model;
  if (!finding) return [];
  const values = {
    named: finding.named,
    total: finding.total,
    directions: spellNumber(finding.cells.length, lang),
    org: model.nameOf(finding.org),
  };
  return [
    words(say('note.figure', values), 'ink', 'label-600', 14),
    ...balanceText(say('note.text', values), width, 13, 'label-400', measure).map((line) =>
      words(line, 'ink'),
    ),
  ];
}

const rowsOf = (cell: Cell, { perRow }: Squares) => Math.ceil((cell.moves.length + unnamed(cell)) / perRow);

/** One square a named move; then, as one mark, a dashed square for each that was counted beyond them. */
function squaresOf(
  cell: Cell,
  model: MatrixModel,
  { say, lang }: Frame,
  x: number,
  y: number,
  squares: Squares,
): Mark[] {
  const { size, pitch, perRow } = squares;
  /** An outline is drawn on its edge: half of it would stand outside. */
  const at = (i: number, inset: number) =>
    boxPath(
      x + (i % perRow) * pitch + inset,
      y + Math.floor(i / perRow) * pitch + inset,
      size - 2 * inset,
      size - 2 * inset,
    );
  const reach = (size - Math.max(pitch, Math.min(24, pitch * 1.5))) / 2;
  const hit = (i: number) =>
    boxPath(
      x + (i % perRow) * pitch - (pitch - size) / 2,
      y + Math.floor(i / perRow) * pitch + reach,
      pitch,
      size - 2 * reach,
    );
  const from = model.nameOf(cell.from);
  const to = model.nameOf(cell.to);
  const named = cell.moves.map(
    (move, i): Mark => ({
      id: move.id,
      name: say('mark', {
        person: move.person,
        from,
        to,
        date: formatDate(move.date, lang),
        status: say(`table.${move.status}`),
      }),
      look: move.confirmed ? 'solid' : 'said',
      tone: move.from,
      date: move.date,
      d: at(i, move.confirmed ? 0 : 0.6),
      hit: hit(i),
    }),
  );
  if (!cell.counted) return named;
  const rest = Array.from({ length: unnamed(cell) }, (_, i) => named.length + i);
  return [
    ...named,
    {
      id: cell.counted.row.id,
      name: say(`ghost.${cell.counted.basis}`, {
        value: cell.counted.row.value,
        named: named.length,
        from,
        to,
      }),
      look: 'ghost',
      tone: 'muted',
      d: rest.map((i) => at(i, 0.5)).join(''),
      hit: rest.map(hit).join(''),
    },
  ];
}

const CARD_ROWS = 4;

/** A reduction: the finding as one field of squares, or the largest directions as one line each. */
function layoutCard(model: MatrixModel, frame: Frame): MatrixGeometry {
  const { width } = frame;
  const { finding } = model;
  const tile = (x: number, y: number, size: number, cell: Cell, i: number): Tile => {
    const move = cell.moves[i];
    return {
      d: boxPath(x, y, size, size),
      tone: move ? cell.from : 'muted',
      look: move ? (move.confirmed ? 'solid' : 'said') : 'ghost',
    };
  };
  if (finding) {
    // The named ones first, then those only counted.
    const named = finding.cells.flatMap((cell) => cell.moves.map((_, i) => ({ cell, i })));
    const counted = finding.cells.flatMap((cell) =>
      Array.from({ length: unnamed(cell) }, (_, i) => ({ cell, i: cell.moves.length + i })),
    );
    const all = [...named, ...counted];
    const perRow = Math.ceil(all.length / (all.length > 30 ? 3 : 2));
    const pitch = Math.min(64, (width + 8) / perRow);
    const top = 134;
    return {
      ...{ width, height: CARD_HEIGHT, marks: [], lines: [] },
      tiles: all.map(({ cell, i }, at) =>
        tile((at % perRow) * pitch + 2, top + Math.floor(at / perRow) * pitch, pitch - 10, cell, i),
      ),
      labels: [
        ...labelRow(
          [
            { text: String(finding.named), size: 112, face: 'label-600' },
            { text: frame.say('card.named'), size: 48 },
          ],
          0,
          96,
          frame.measure,
          16,
        ),
        ...labelRow(
          [
            { text: frame.say('card.atLeast'), size: 48, tone: 'muted' },
            { text: String(finding.total), size: 112, face: 'label-600', tone: 'muted' },
            { text: frame.say('card.counted'), size: 48, tone: 'muted' },
          ],
          width - 4,
          96,
          frame.measure,
          16,
          'end',
        ),
      ],
    };
  }
  const cells = largestCells(model);
  // Of directions that share a count, all are shown or none.
  const rows = cells
    .slice(0, CARD_ROWS)
    .filter((cell) => cell.moves.length > (cells[CARD_ROWS]?.moves.length ?? 0));
  const names = rows.map((cell) =>
    frame.say('pair', { from: model.nameOf(cell.from), to: model.nameOf(cell.to) }),
  );
  const x0 = Math.max(...names.map((name) => frame.measure(name, 46)), 0) + 36;
  const most = Math.max(...rows.map((cell) => cell.moves.length), 1);
  const step = CARD_HEIGHT / Math.max(rows.length, 1);
  const pitch = Math.min(0.7 * step, 130, (width - x0 - 110) / most);
  const number = rows.length > 1 ? 70 : 130;
  return {
    ...{ width, height: CARD_HEIGHT, marks: [], lines: [] },
    tiles: rows.flatMap((cell, row) =>
      cell.moves.map((_, i) =>
        tile(x0 + i * pitch, step * (row + 0.5) - (pitch - 8) / 2, pitch - 8, cell, i),
      ),
    ),
    labels: rows.flatMap((cell, row) => [
      label(names[row] ?? '', 0, step * (row + 0.5) + 16, { size: 46 }),
      label(
        String(cell.moves.length),
        x0 + cell.moves.length * pitch + 12,
        step * (row + 0.5) + number * 0.35,
        {
          size: number,
          face: 'label-600',
          tone: `${cell.from}-text`,
        },
      ),
    ]),
  };
}
