/** The strip of `balance`: the net of each organisation by three ways of counting, as dots about zero. */
import { formatSigned } from '~/i18n/numbers';
import { label } from '~/kit/labels';
import { balanceText, wrapText } from '~/kit/measure';
import { boxPath, pillPath } from '~/kit/shapes';
import type { Way } from '~/model/balance';
import type { Frame } from '../contract';
import {
  type BalanceModel,
  type OrgBalance,
  shortWayLabel,
  standingOf,
  wayId,
  wayLabel,
  wayOf,
} from './definition';
import { between, empty, merge, type Piece, type Point, type Shape } from './pieces';

/** An organisation and the room its drawing has. */
export interface Column {
  org: OrgBalance;
  x: number;
  width: number;
}

/** What was drawn, and where it ends. */
export interface Placed {
  piece: Piece;
  bottom: number;
}

const DOT = 14;
/** Smallest row of one dot. */
const ROW = 34;
/** Size of a net beside its dot. */
const NUMBER = 16;
/** Column for values that stand at the right. */
export const VALUES = 46;
const LOOK = { confirmed: 'solid', named: 'said', counted: 'ghost' } as const;
const WAYS: readonly Way[] = ['confirmed', 'named', 'counted'];

/** Least and most net of any organisation by any way of counting, with zero: one scale for all strips. */
export function netExtent(model: BalanceModel): readonly [number, number] {
  const nets = model.orgs.flatMap((org) => org.ways.map((way) => way.net));
  return [Math.min(0, ...nets), Math.max(0, ...nets)];
}

/** Where a net lies between `x` and `x + width`, with `room` on either side. */
function netScale(model: BalanceModel, x: number, width: number, room: number): (net: number) => number {
  const [low, high] = netExtent(model);
  const unit = (width - 2 * room) / Math.max(1, high - low);
  return (net) => x + room + (net - low) * unit;
}
/** What a dot takes of the scale's ends, alone and with its number beside it. */
const ALONE = DOT / 2 + 1;
const withNumber = (model: BalanceModel, { lang, measure }: Frame) =>
  DOT / 2 +
  8 +
  Math.max(...netExtent(model).map((net) => measure(formatSigned(net, lang), NUMBER, 'label-600')));

/** One net as a dot, with its number in the column that ends at `values`, or on the far side from zero. */
function dot(
  org: OrgBalance,
  way: Way,
  x: number,
  y: number,
  reach: number,
  values: number | undefined,
  frame: Frame,
): Piece {
  const { say, lang } = frame;
  const { net, in: into, out } = wayOf(org, way);
  const id = wayId(org.id, way);
  const inset = way === 'confirmed' ? 0 : 0.6;
  const text = formatSigned(net, lang);
  const outward = net < 0 ? x - DOT / 2 - 6 : x + DOT / 2 + 6;
  return {
    ...empty(),
    marks: [
      {
        id,
        name: say('mark.way', {
          org: org.name,
          way: wayLabel(way, wayOf(org, 'counted').larger, say, lang),
          net: text,
          in: into,
          out,
        }),
        look: LOOK[way],
        tone: way === 'counted' ? 'ink' : org.id,
        d: pillPath(x - DOT / 2 + inset, y - DOT / 2 + inset, DOT - 2 * inset, DOT - 2 * inset),
        hit: boxPath(x - 12, y - reach / 2, 24, reach),
      },
    ],
    // What stands behind a pale or an empty dot does not show through it.
    shapes: [{ d: pillPath(x - DOT / 2, y - DOT / 2, DOT, DOT), tone: 'paper' }],
    labels: [
      label(text, values ?? outward, y + 5.5, {
        anchor: values !== undefined || net < 0 ? 'end' : 'start',
        size: NUMBER,
        face: 'label-600',
        mark: id,
      }),
    ],
  };
}

/** How far the net depends on the count, as a line from dot to dot. */
const links = (points: readonly Point[]): Shape[] =>
  points.slice(1).map((b, i) => ({
    d: between(points[i] as Point, b, DOT / 2 + 1),
    tone: 'muted',
    stroke: 1.5,
    opacity: 0.7,
  }));

/** "ahead on every count": where an organisation stands by all three. */
const standingLabel = (org: OrgBalance, { say }: Frame) => say(`standing.${standingOf(org)}`);

/**
 * A row for each way of counting, its words at the left, and in it a dot for each organisation. `words`: room for
 * the words; `values`: where the column of the numbers ends, which stand beside their dots without it; `heads`:
 * whether each column begins with its organisation and where that stands.
 */
export function strip(
  model: BalanceModel,
  columns: readonly Column[],
  top: number,
  frame: Frame,
  { words, values, heads = false }: { words: number; values?: number; heads?: boolean },
): Placed {
  const { say, lang, measure } = frame;
  const parts: Piece[] = [];
  const piece = empty();
  parts.push(piece);
  const room = values === undefined ? withNumber(model, frame) : ALONE;
  const scales = columns.map(({ org, x, width }) => ({
    org,
    scale: netScale(model, x, width, room),
    points: [] as Point[],
  }));
  if (heads)
    for (const { org, x } of columns)
      piece.labels.push(
        label(org.name, x, top + 18, {
          size: 19,
          face: 'label-600',
          tone: `${org.id}-text`,
          ...(model.view.kind === 'all' ? { view: org.id } : {}),
        }),
        label(standingLabel(org, frame), x, top + 38, { size: 14 }),
      );
  else piece.lines.push({ x1: 0, x2: frame.width, y1: top, y2: top, tone: 'rule' });
  piece.labels.push(label(say('strip'), 0, heads ? top + 18 : top + 24, { face: 'label-600', size: 14 }));
  const begin = top + (heads ? 62 : 36);
  const size = heads ? 14 : 13;
  const pitch = size + 3;
  let y = begin;
  for (const way of WAYS) {
    const lines = balanceText(shortWayLabel(way, model.larger, say, lang), words, size, 'label-400', measure);
    const height = Math.max(ROW, lines.length * pitch + 6);
    const centre = y + height / 2;
    const first = centre + 4.5 - (pitch / 2) * (lines.length - 1);
    piece.labels.push(...lines.map((text, i) => label(text, 0, first + pitch * i, { size })));
    for (const { org, scale, points } of scales) {
      const x = scale(wayOf(org, way).net);
      points.push([x, centre]);
      parts.push(dot(org, way, x, centre, Math.min(24, height), values, frame));
    }
    y += height;
  }
  for (const { scale, points } of scales) {
    const zero = scale(0);
    piece.lines.push({ x1: zero, x2: zero, y1: begin, y2: y, tone: 'ink' });
    piece.labels.push(label('0', zero, begin - 5, { size: 12, tone: 'muted', anchor: 'middle' }));
    piece.shapes.push(...links(points));
  }
  return { piece: merge(parts), bottom: y + 4 };
}

/** What each way of counting looks like, one after the other as far as a line reaches. */
function key(model: BalanceModel, top: number, { say, lang, measure, width }: Frame): Placed {
  const piece = empty();
  let [x, y] = [0, top];
  for (const way of WAYS) {
    const text = shortWayLabel(way, model.larger, say, lang);
    if (x > 0 && x + 22 + measure(text, 13) > width) [x, y] = [0, y + 20];
    const d = pillPath(x + 1, y + 3, DOT - 2, DOT - 2);
    piece.shapes.push(
      way === 'confirmed'
        ? { d, tone: 'ink' }
        : { d, tone: 'ink', stroke: 1.25, ...(way === 'counted' ? { dash: '2 2' } : {}) },
    );
    const lines = wrapText(text, width - 22, 13, 'label-400', measure);
    piece.labels.push(...lines.map((line, i) => label(line, x + 22, y + 13.5 + 17 * i)));
    y += 17 * (lines.length - 1);
    x += 22 + measure(text, 13) + 18;
  }
  return { piece, bottom: y + 20 };
}

/** From this width on, a row has room for where an organisation stands. */
const ROOMY = 520;

/**
 * Three rows for each organisation, one a way of counting, beneath a key in words: the strip of a phone. All
 * numbers stand in one column at the right.
 */
export function stripRows(model: BalanceModel, top: number, frame: Frame): Placed {
  const { say, measure, width } = frame;
  const parts: Piece[] = [];
  const piece = empty();
  const words = key(model, top + 22, frame);
  parts.push(piece, words.piece);
  piece.labels.push(label(say('strip'), 0, top + 14, { face: 'label-600', size: 14 }));
  const roomy = width >= ROOMY;
  const pitch = roomy ? 27 : 22;
  const group = 3 * pitch + 8;
  const widest = (org: OrgBalance) =>
    Math.max(measure(org.name, 15, 'label-600'), roomy ? measure(standingLabel(org, frame), 13) : 0);
  const begin = words.bottom + 18;
  const x0 = Math.max(...model.shown.map(widest)) + 11;
  const scale = netScale(model, x0, width - x0 - VALUES, ALONE);
  const bottom = begin + group * model.shown.length;
  piece.labels.push(label('0', scale(0), begin - 5, { size: 12, tone: 'muted', anchor: 'middle' }));
  model.shown.forEach((org, row) => {
    const y = begin + group * row;
    const middle = y + group / 2;
    piece.lines.push({ x1: 0, x2: width, y1: y, y2: y, tone: 'rule' });
    piece.labels.push(
      label(org.name, 0, middle + (roomy ? -4 : 5), {
        size: 15,
        face: 'label-600',
        tone: `${org.id}-text`,
        view: org.id,
      }),
      ...(roomy ? [label(standingLabel(org, frame), 0, middle + 15)] : []),
    );
    const points = WAYS.map((way, i): Point => [scale(wayOf(org, way).net), middle + (i - 1) * pitch]);
    piece.shapes.push(...links(points));
    WAYS.forEach((way, i) => {
      const [x, at] = points[i] as Point;
      parts.push(dot(org, way, x, at, Math.min(24, pitch), width, frame));
    });
  });
  piece.lines.push({ x1: scale(0), x2: scale(0), y1: begin, y2: bottom, tone: 'ink' });
  return { piece: merge(parts), bottom: bottom + 2 };
}
