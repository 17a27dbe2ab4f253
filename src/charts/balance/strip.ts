/** The strip of `balance`: the net of each organisation by three ways of counting, as dots about zero. */
import { formatSigned } from '~/i18n/numbers';
import { label } from '~/kit/labels';
import { balanceText, wrapText } from '~/kit/measure';
import { boxPath, pillPath } from '~/kit/shapes';
import type { Way } from '~/model/balance';
import type { Frame } from '../contract';
import { type BalanceModel, type OrgBalance, wayId, wayLabel, wayOf } from './definition';
import { between, empty, merge, type Piece, type Point } from './pieces';

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

const DOT = 12;
const LOOK = { confirmed: 'solid', named: 'said', counted: 'ghost' } as const;
const WAYS: readonly Way[] = ['confirmed', 'named', 'counted'];

/** Least and most net of any organisation by any way of counting, with zero: one scale for all strips. */
export function netExtent(model: BalanceModel): readonly [number, number] {
  const nets = model.orgs.flatMap((org) => org.ways.map((way) => way.net));
  return [Math.min(0, ...nets), Math.max(0, ...nets)];
}

/** Where a net lies between `x` and `x + width`, with room for a number on either side. */
function netScale(model: BalanceModel, x: number, width: number): (net: number) => number {
  const [low, high] = netExtent(model);
  const unit = (width - 62) / Math.max(1, high - low);
  return (net) => x + 31 + (net - low) * unit;
}

/** One net as a dot, with its number at `side`, above it where it stands between two others. */
function dot(
  org: OrgBalance,
  way: Way,
  x: number,
  y: number,
  reach: number,
  side: 'start' | 'end' | 'middle',
  frame: Frame,
): Piece {
  const { say, lang } = frame;
  const { net, in: into, out } = wayOf(org, way);
  const id = wayId(org.id, way);
  const inset = way === 'confirmed' ? 0 : 0.6;
  const text = formatSigned(net, lang);
  const face = way === 'named' ? 'label-600' : 'label-400';
  const at = side === 'start' ? x + DOT / 2 + 5 : side === 'end' ? x - DOT / 2 - 5 : x;
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
      label(text, at, side === 'middle' ? y - 9 : y + 4.5, {
        anchor: side,
        face,
        mark: id,
        halo: side === 'middle',
      }),
    ],
  };
}

/** A row for each way of counting, its words at the left or above it, and in it a dot for each organisation. */
export function strip(
  model: BalanceModel,
  columns: readonly Column[],
  top: number,
  frame: Frame,
  place: 'beside' | 'above',
  words: number,
): Placed {
  const { say, lang, measure } = frame;
  const parts: Piece[] = [];
  const piece = empty();
  parts.push(piece);
  const beside = place === 'beside';
  const at = new Map<string, Point>();
  let y = top;
  if (beside) piece.lines.push({ x1: 0, x2: frame.width, y1: y, y2: y, tone: 'rule' });
  piece.labels.push(label(say('strip'), 0, y + (beside ? 22 : 14), { face: 'label-600' }));
  y += beside ? 34 : 20;
  const begin = y;
  for (const way of WAYS) {
    const lines = balanceText(wayLabel(way, model.larger, say, lang), words, 13, 'label-400', measure);
    const height = beside ? Math.max(28, lines.length * 17 + 11) : lines.length * 17 + 27;
    const centre = beside ? y + height / 2 : y + height - 14;
    const first = beside ? centre + 4.5 - (17 * (lines.length - 1)) / 2 : y + 15;
    piece.labels.push(
      ...lines.map((text, i) => label(text, 0, first + 17 * i, { tone: beside ? 'ink' : 'muted' })),
    );
    for (const { org, x, width: room } of columns) {
      const scale = netScale(model, x, room);
      const net = wayOf(org, way).net;
      at.set(wayId(org.id, way), [scale(net), centre]);
      if (!beside)
        piece.lines.push({ x1: scale(0), x2: scale(0), y1: centre - 10, y2: centre + 10, tone: 'muted' });
      parts.push(dot(org, way, scale(net), centre, Math.min(24, height), net < 0 ? 'end' : 'start', frame));
    }
    y += height;
  }
  for (const { org, x, width } of beside ? columns : []) {
    const zero = netScale(model, x, width)(0);
    piece.lines.push({ x1: zero, x2: zero, y1: begin, y2: y, tone: 'muted' });
    piece.labels.push(label('0', zero, begin - 5, { size: 12, tone: 'muted', anchor: 'middle' }));
    // How far the net depends on the count, as a line from dot to dot.
    if (columns.length > 1)
      for (const [a, b] of pairs(WAYS.map((way) => at.get(wayId(org.id, way)) as Point)))
        piece.shapes.push({ d: between(a, b, DOT / 2 + 1), tone: 'rule', stroke: 1.5 });
  }
  return { piece: merge(parts), bottom: y + 4 };
}

/** A row for each organisation with its three dots in it, beneath a key in words: the strip of a phone. */
export function stripRows(model: BalanceModel, top: number, frame: Frame): Placed {
  const { say, lang, measure } = frame;
  const parts: Piece[] = [];
  const piece = empty();
  parts.push(piece);
  piece.labels.push(label(say('strip'), 0, top + 14, { face: 'label-600' }));
  let y = top + 22;
  for (const way of WAYS) {
    const lines = wrapText(
      wayLabel(way, model.larger, say, lang),
      frame.width - 22,
      13,
      'label-400',
      measure,
    );
    piece.labels.push(...lines.map((text, i) => label(text, 20, y + 13 + 17 * i)));
    const key = pillPath(1, y + 3.5, 10, 10);
    if (way === 'confirmed') piece.shapes.push({ d: key, tone: 'ink' });
    else
      piece.shapes.push({
        d: key,
        tone: way === 'named' ? 'ink' : 'muted',
        stroke: 1.25,
        ...(way === 'counted' ? { dash: '2 2' } : {}),
      });
    y += lines.length * 17 + 2;
  }
  y += 6;
  const x0 = Math.max(...model.shown.map((org) => measure(org.name, 13, 'label-600'))) + 11;
  const scale = netScale(model, x0, frame.width - x0);
  piece.lines.push({
    x1: scale(0),
    x2: scale(0),
    y1: y + 2,
    y2: y + STRIP_ROW * model.shown.length,
    tone: 'muted',
  });
  for (const org of model.shown) {
    const centre = y + STRIP_ROW - 12;
    piece.labels.push(
      label(org.name, 0, centre + 4.5, { face: 'label-600', tone: `${org.id}-text`, view: org.id }),
    );
    // The outer two have their numbers beside them, the one between has it above.
    const byNet = [...WAYS].sort((a, b) => wayOf(org, a).net - wayOf(org, b).net);
    for (const way of WAYS) {
      const place = byNet.indexOf(way);
      const side = place === 0 ? 'end' : place === 2 ? 'start' : 'middle';
      parts.push(dot(org, way, scale(wayOf(org, way).net), centre, 24, side, frame));
    }
    y += STRIP_ROW;
  }
  return { piece: merge(parts), bottom: y + 2 };
}
const STRIP_ROW = 30;

const pairs = (points: readonly Point[]) => points.slice(1).map((b, i) => [points[i] as Point, b] as const);
