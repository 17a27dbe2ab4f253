/** The strip of `balance`: the net of each organisation by three ways of counting, as dots about zero. */
import { formatSigned } from '~/i18n/numbers';
import { label } from '~/kit/labels';
import { balanceText, wrapText } from '~/kit/measure';
import { boxPath, pillPath } from '~/kit/shapes';
import type { Way } from '~/model/balance';
import type { Frame } from '../contract';
import { type BalanceModel, type OrgBalance, shortWayLabel, wayId, wayLabel, wayOf } from './definition';
import { between, CONTEXT, empty, merge, type Piece, type Point, type Shape } from './pieces';

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
const ROW = 28;
/** Column for values that stand at the right. */
export const VALUES = 44;
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
const WITH_NUMBER = 42;

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
        tone: way === 'counted' ? 'muted' : org.id,
        d: pillPath(x - DOT / 2 + inset, y - DOT / 2 + inset, DOT - 2 * inset, DOT - 2 * inset),
        hit: boxPath(x - 12, y - reach / 2, 24, reach),
      },
    ],
    // What stands behind a pale or an empty dot does not show through it.
    shapes: [{ d: pillPath(x - DOT / 2, y - DOT / 2, DOT, DOT), tone: 'paper' }],
    labels: [
      label(text, values ?? outward, y + 5, {
        anchor: values !== undefined || net < 0 ? 'end' : 'start',
        size: 15,
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
    stroke: 1.5,
    ...CONTEXT,
  }));

/**
 * A row for each way of counting, its words at the left, and in it a dot for each organisation. `words`: room for
 * the words; `values`: where the column of the numbers ends, which stand beside their dots without it.
 */
export function strip(
  model: BalanceModel,
  columns: readonly Column[],
  top: number,
  frame: Frame,
  { words, values }: { words: number; values?: number },
): Placed {
  const { say, lang, measure } = frame;
  const parts: Piece[] = [];
  const piece = empty();
  parts.push(piece);
  const scales = columns.map(({ org, x, width }) => ({
    org,
    scale: netScale(model, x, width, values === undefined ? WITH_NUMBER : ALONE),
    points: [] as Point[],
  }));
  piece.lines.push({ x1: 0, x2: frame.width, y1: top, y2: top, tone: 'rule' });
  piece.labels.push(label(say('strip'), 0, top + 24, { face: 'label-600', size: 14 }));
  const begin = top + 36;
  let y = begin;
  for (const way of WAYS) {
    const lines = balanceText(shortWayLabel(way, model.larger, say, lang), words, 13, 'label-400', measure);
    const height = Math.max(ROW, lines.length * 16 + 6);
    const centre = y + height / 2;
    const first = centre + 4.5 - 8 * (lines.length - 1);
    piece.labels.push(...lines.map((text, i) => label(text, 0, first + 16 * i)));
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
    // On a wide scale a line runs so flat that it would meet the number beside a dot.
    if (columns.length > 1 || values !== undefined) piece.shapes.push(...links(points));
  }
  return { piece: merge(parts), bottom: y + 4 };
}

/** Distance of an organisation's three dots on a phone, and of one organisation from the next. */
const PITCH = 17;
const GROUP = 3 * PITCH + 9;

/**
 * Three rows for each organisation, one a way of counting, beneath a key in words: the strip of a phone. All
 * numbers stand in one column at the right.
 */
export function stripRows(model: BalanceModel, top: number, frame: Frame): Placed {
  const { say, lang, measure, width } = frame;
  const parts: Piece[] = [];
  const piece = empty();
  parts.push(piece);
  piece.labels.push(label(say('strip'), 0, top + 14, { face: 'label-600', size: 14 }));
  let y = top + 22;
  for (const way of WAYS) {
    const lines = wrapText(shortWayLabel(way, model.larger, say, lang), width - 22, 13, 'label-400', measure);
    piece.labels.push(...lines.map((text, i) => label(text, 22, y + 14 + 17 * i)));
    const key = pillPath(1, y + 3, DOT - 2, DOT - 2);
    if (way === 'confirmed') piece.shapes.push({ d: key, tone: 'ink' });
    else
      piece.shapes.push({
        d: key,
        tone: way === 'named' ? 'ink' : 'muted',
        stroke: 1.25,
        ...(way === 'counted' ? { dash: '2 2' } : {}),
      });
    y += lines.length * 17 + 3;
  }
  y += 20;
  const x0 = Math.max(...model.shown.map((org) => measure(org.name, 14, 'label-600'))) + 11;
  const scale = netScale(model, x0, width - x0 - VALUES, ALONE);
  const bottom = y + GROUP * model.shown.length;
  piece.labels.push(label('0', scale(0), y - 5, { size: 12, tone: 'muted', anchor: 'middle' }));
  for (const org of model.shown) {
    const middle = y + GROUP / 2;
    piece.lines.push({ x1: 0, x2: width, y1: y, y2: y, tone: 'rule' });
    piece.labels.push(
      label(org.name, 0, middle + 5, { size: 14, face: 'label-600', tone: `${org.id}-text`, view: org.id }),
    );
    const points = WAYS.map((way, i): Point => [scale(wayOf(org, way).net), middle + (i - 1) * PITCH]);
    piece.shapes.push(...links(points));
    WAYS.forEach((way, i) => {
      const [x, at] = points[i] as Point;
      parts.push(dot(org, way, x, at, PITCH, width, frame));
    });
    y += GROUP;
  }
  piece.lines.push({
    x1: scale(0),
    x2: scale(0),
    y1: bottom - GROUP * model.shown.length,
    y2: bottom,
    tone: 'ink',
  });
  return { piece: merge(parts), bottom: bottom + 2 };
}
