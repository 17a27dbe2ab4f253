/** Where every square of `matrix` stands: a grid on wide frames, a block per origin on narrow ones. */
import { formatList, spellNumber } from '~/i18n/numbers';
import type { Line, Mark } from '~/kit/draw';
import { type Label, label, labelRow } from '~/kit/labels';
import { balanceText } from '~/kit/measure';
import { boxPath, GHOST } from '~/kit/shapes';
import { CARD_HEIGHT, type Frame, type Geometry, type Layout } from '../contract';
import { nameOfMove } from '../move-mark';
import { type Cell, type Finding, largestCells, type MatrixModel, unnamed } from './definition';

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
/** A dashed side holds whole dashes: its size less the line is a multiple of the ghost's period. */
const WIDE: Squares = { size: 19, pitch: 23, perRow: 8 };
const NARROW: Squares = { size: 12, pitch: 16, perRow: 14 };
/** In a column of text the largest direction keeps to one line. */
const MEDIUM: Squares = { size: 19, pitch: 22, perRow: 22 };
const MEDIUM_FROM = 580;

export const layout: Layout<MatrixModel, MatrixGeometry> = (model, frame) =>
  frame.kind === 'card'
    ? layoutCard(model, frame)
    : frame.kind === 'narrow'
      ? layoutBlocks(model, frame)
      : layoutGrid(model, frame);

const PLOT_X = 200;
const COLUMN = 200;
const MIN_ROW = 70;
/** A number, and one of a direction that was counted beyond its names: what the chart is about. */
const PLAIN = { size: 13, face: 'label-600' } as const;
const LOUD = { size: 16, face: 'label-600' } as const;
const LOUD_LINE = 20;

/** Origins, destinations and directions to draw: in one year, only those with a move. */
function shownOf(model: MatrixModel) {
  const all = model.view.kind === 'all';
  return {
    origins: model.orgs.filter((org) => all || org.out > 0),
    destinations: model.orgs.filter((org) => all || org.in > 0),
    cells: model.cells.filter((cell) => all || cell.moves.length > 0),
  };
}

function layoutGrid(model: MatrixModel, frame: Frame): MatrixGeometry {
  const { say, measure } = frame;
  const { origins, destinations, cells } = shownOf(model);
  const marks: Mark[] = [];
  const lines: Line[] = [];
  const columnX = (org: string) => PLOT_X + COLUMN * destinations.findIndex((one) => one.id === org);
  const note = noteOf(model, frame);
  const labels: Label[] = [...note.labels];
  let y = note.bottom + (note.bottom > 0 ? 10 : 0);
  for (const org of destinations) {
    labels.push(...head(say('to'), org, columnX(org.id), y + 16, 16, measure));
    labels.push(label(say('in', { n: org.in }), columnX(org.id), y + 34, { tone: 'muted' }));
  }
  y += 46;
  for (const org of origins) {
    lines.push({ x1: 0, x2: frame.width, y1: y, y2: y, tone: 'rule' });
    labels.push(...head(say('from'), org, 0, y + 23, 16, measure));
    labels.push(label(say('out', { n: org.out }), 0, y + 41, { tone: 'muted' }));
    const own = cells.filter((one) => one.from === org.id);
    // All squares of a row begin at one height, each number close above its own.
    const most = Math.max(1, ...own.map((cell) => cellLines(cell, frame).length));
    const base = y + 21 + LOUD_LINE * (most - 1);
    const top = base + 8;
    let bottom = y + MIN_ROW - 12;
    for (const cell of own) {
      const x = columnX(cell.to);
      labels.push(...cellText(cell, x, base, frame));
      marks.push(...squaresOf(cell, model, frame, x, top, WIDE));
      bottom = Math.max(bottom, top + rowsOf(cell, WIDE) * WIDE.pitch);
    }
    y = bottom + 8;
  }
  const rest = restOf(model, frame, PLOT_X, y + 2);
  labels.push(...rest.labels);
  y = rest.bottom;
  return { width: frame.width, height: Math.ceil(y), marks, labels, lines, tiles: [] };
}

/** Where numbers end and squares begin, after the name of the destination. */
const NUMBER_X = 86;
const SQUARES_X = 94;

function layoutBlocks(model: MatrixModel, frame: Frame): MatrixGeometry {
  const { say, measure } = frame;
  const { origins, cells } = shownOf(model);
  const marks: Mark[] = [];
  const lines: Line[] = [];
  const squares = frame.width < MEDIUM_FROM ? NARROW : MEDIUM;
  const line = squares === NARROW ? 24 : 27;
  // As large as all of them can be.
  const fits = (size: number) =>
    cells.every((cell) => measure(afterNumber(cell, frame), size, LOUD.face) <= frame.width - SQUARES_X);
  const loud = { ...LOUD, size: [LOUD.size, 15, 14, 13].find(fits) ?? 12 };
  const note = noteOf(model, frame);
  const labels: Label[] = [...note.labels];
  let y = note.bottom + (note.bottom > 0 ? 16 : 0);
  for (const org of origins) {
    labels.push(...head(say('from'), org, 0, y + 16, 15, measure));
    labels.push(label(say('named', { n: org.out }), frame.width, y + 16, { tone: 'muted', anchor: 'end' }));
    y += 24;
    lines.push({ x1: 0, x2: frame.width, y1: y, y2: y, tone: 'rule' });
    y += 5;
    for (const cell of cells.filter((one) => one.from === org.id)) {
      const n = cell.moves.length;
      labels.push(label(`${say('to')} ${model.nameOf(cell.to)}`, 0, y + 16));
      if (n === 0 && !cell.counted) labels.push(label(say('none'), SQUARES_X, y + 16, { tone: 'muted' }));
      else
        labels.push(label(String(n), NUMBER_X, y + 16, { ...(cell.counted ? loud : PLAIN), anchor: 'end' }));
      if (cell.counted) {
        // The count reads on from the number: "4 named, at least 14 counted", above its squares.
        labels.push(label(afterNumber(cell, frame), SQUARES_X, y + 16, loud));
        y += 20;
      }
      marks.push(...squaresOf(cell, model, frame, SQUARES_X, y + 12 - squares.size / 2, squares));
      y += line + Math.max(0, rowsOf(cell, squares) - 1) * squares.pitch;
    }
    y += 8;
  }
  const rest = restOf(model, frame, 0, y);
  labels.push(...rest.labels);
  y = rest.bottom;
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

/** What was counted or alleged in a direction: "at least 14 counted". */
const countedText = (cell: Cell, { say }: Frame) =>
  cell.counted ? say(`counted.${cell.counted.basis}`, { value: cell.counted.row.value }) : '';

/** How many are named, and beneath it, in as many lines as its column asks for, what was counted beyond them. */
function cellLines(cell: Cell, frame: Frame): string[] {
  const { say, measure } = frame;
  const n = cell.moves.length;
  if (!cell.counted) return [n === 0 ? say('none') : say('named', { n })];
  const counted = balanceText(countedText(cell, frame), COLUMN - 8, LOUD.size, LOUD.face, measure);
  return [say('named.and', { n }), ...counted];
}

/** The last line stands at `y`. */
function cellText(cell: Cell, x: number, y: number, frame: Frame): Label[] {
  const lines = cellLines(cell, frame);
  const style = cell.counted ? LOUD : cell.moves.length > 0 ? PLAIN : ({ tone: 'muted' } as const);
  return lines.map((text, i) => label(text, x, y - LOUD_LINE * (lines.length - 1 - i), style));
}

/** What follows the number of the named in the same line: "named, at least 14 counted". */
const afterNumber = (cell: Cell, frame: Frame) =>
  cell.counted ? `${frame.say('named.after')} ${countedText(cell, frame)}` : '';

/** Words above or below the squares, and where they end. */
interface Placed {
  labels: Label[];
  bottom: number;
}

interface Words {
  text: string;
  size: number;
  face: 'label-400' | 'label-600';
}

/** Words that meet in one face and size are one text, so that only figures stand apart. */
function joined(row: readonly Words[]): Words[] {
  const all: Words[] = [];
  for (const part of row) {
    const last = all.at(-1);
    if (last && last.face === part.face && last.size === part.size)
      all[all.length - 1] = { ...last, text: `${last.text} ${part.text}` };
    else all.push(part);
  }
  return all;
}

/** The finding in figures, above everything, broken where it must be: which directions, the named, the counted. */
function noteOf(model: MatrixModel, { say, lang, measure, width }: Frame): Placed {
  const { finding } = model;
  if (!finding) return { labels: [], bottom: 0 };
  const figure = (n: number) => ({ text: String(n), size: 30, face: 'label-600' as const });
  const n = finding.cells.length;
  const spelt = spellNumber(n, lang);
  const values = {
    n,
    directions: `${spelt.charAt(0).toLocaleUpperCase(lang)}${spelt.slice(1)}`,
    org: model.nameOf(finding.org),
    alleged: finding.cells.filter((cell) => cell.counted?.basis === 'alleged').length,
  };
  const words = (key: string) => ({ text: say(key, values), size: 16, face: 'label-400' as const });
  const parts: Words[][] = [
    [words('note.head')],
    [figure(finding.named), words('note.named')],
    [words('note.least'), figure(finding.total), words('note.counted')],
  ];
  const gap = 8;
  const room = (row: Words[]) =>
    row.reduce((sum, { text, size, face }) => sum + measure(text, size, face), gap * (row.length - 1));
  const rows: Words[][] = [];
  for (const part of parts) {
    const longer = joined([...(rows.at(-1) ?? []), ...part]);
    if (rows.length > 0 && room(longer) <= width) rows[rows.length - 1] = longer;
    else rows.push(part);
  }
  let y = 0;
  const labels = rows.flatMap((row) => {
    y += row.length > 1 ? 27 : 17;
    const placed = labelRow(row, 0, y, measure, gap);
    y += 6;
    return placed;
  });
  return { labels, bottom: y + 2 };
}

/** In one year: that the directions left out have no move, and where the moves of other years are. */
function restOf(model: MatrixModel, { say, lang, measure, width }: Frame, x: number, y: number): Placed {
  if (model.view.kind === 'all') return { labels: [], bottom: y };
  const { year } = model.view;
  const others = model.otherYears.map((one) => say('note.year', one));
  const texts = [
    ...(model.cells.some((cell) => cell.moves.length === 0) ? [say('note.rest', { year })] : []),
    ...(others.length > 0 ? [say('note.others', { list: formatList(others, lang) })] : []),
  ];
  const lines = texts.flatMap((text) => balanceText(text, width - x, 13, 'label-400', measure));
  return {
    labels: lines.map((text, i) => label(text, x, y + 14 + 18 * i, { tone: 'muted' })),
    bottom: y + (lines.length > 0 ? 6 + 18 * lines.length : 0),
  };
}

/** How many squares a row holds at most, without leaving one alone in the last. */
function perRowOf(cell: Cell, { perRow }: Squares): number {
  const n = cell.moves.length + unnamed(cell);
  for (let most = perRow; most > 2; most--) if (n <= most || n % most !== 1) return most;
  return perRow;
}
const rowsOf = (cell: Cell, squares: Squares) =>
  Math.ceil((cell.moves.length + unnamed(cell)) / perRowOf(cell, squares));

/** One square a named move; then, as one mark, a dashed square for each that was counted beyond them. */
function squaresOf(
  cell: Cell,
  model: MatrixModel,
  frame: Frame,
  x: number,
  y: number,
  squares: Squares,
): Mark[] {
  const { size, pitch } = squares;
  const perRow = perRowOf(cell, squares);
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
      name: nameOfMove(move, model.nameOf, frame),
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
      name: frame.say(`ghost.${cell.counted.basis}`, {
        value: cell.counted.row.value,
        named: named.length,
        from,
        to,
      }),
      look: 'ghost',
      tone: 'ink',
      d: rest.map((i) => at(i, GHOST.line / 2)).join(''),
      hit: rest.map(hit).join(''),
    },
  ];
}

/** "15 named", and at the other end "at least 46 counted or alleged", as large as both can be. */
function cardNote(finding: Finding, { say, measure, width }: Frame): Label[] {
  const alleged = finding.cells.filter((cell) => cell.counted?.basis === 'alleged').length;
  const made = (size: number, digits: number, gap: number) => {
    const figure = (n: number) => ({ text: String(n), size: digits, face: 'label-600' as const });
    const words = (key: string) => ({ text: say(key, { alleged }), size });
    return {
      left: labelRow([figure(finding.named), words('card.named')], 0, 96, measure, gap),
      right: labelRow(
        [words('card.atLeast'), figure(finding.total), words('card.counted')],
        width - 4,
        96,
        measure,
        gap,
        'end',
      ),
    };
  };
  const fits = ({ left, right }: ReturnType<typeof made>) => {
    const end = left.at(-1);
    return end !== undefined && end.x + measure(end.text, end.size) + 24 <= (right[0]?.x ?? 0);
  };
  const smallest = made(32, 72, 8);
  const { left, right } = [made(48, 112, 16), made(44, 100, 12), made(38, 86, 10)].find(fits) ?? smallest;
  return [...left, ...right];
}

const CARD_ROWS = 4;
const CARD_TEXT = 50;

/** A reduction: the finding as one field of squares, or the largest directions as one line each. */
function layoutCard(model: MatrixModel, frame: Frame): MatrixGeometry {
  const { width } = frame;
  const { finding } = model;
  const tile = (x: number, y: number, size: number, cell: Cell, i: number): Tile => {
    const move = cell.moves[i];
    return {
      d: boxPath(x, y, size, size),
      tone: move ? cell.from : 'ink',
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
      labels: cardNote(finding, frame),
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
  const x0 = Math.max(...names.map((name) => frame.measure(name, CARD_TEXT)), 0) + 36;
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
      label(names[row] ?? '', 0, step * (row + 0.5) + 16, { size: CARD_TEXT }),
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
