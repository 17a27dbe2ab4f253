/** The three ways of counting in `balance`, each told by the form of its dot: dots, and the key to them. */
import { cross } from 'd3';
import { formatSigned } from '~/i18n/numbers';
import { area, beside, box, type Part, run } from '~/kit/block';
import type { Box, Mark, Shape } from '~/kit/items';
import { GHOST, markIn, OUTLINE, pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import type { Way } from '~/model/balance';
import type { Frame } from '../contract';
import { type BalanceModel, type OrgBalance, wayId, wayOf } from './model';
import type { Sizes } from './sizes';
import { shortWayLabel, wayLabel } from './words';

export const WAYS: readonly Way[] = ['confirmed', 'named', 'counted'];

/** Where three dots share a place the smaller lies in the larger: nets that are equal are all seen. */
const DOTS = {
  confirmed: { look: 'solid', share: 0.55 },
  named: { look: 'said', share: 0.78 },
  counted: { look: 'ghost', share: 1 },
} as const;

/** Between two dots. */
const APART = 1;
/** No set of dots is smaller: what fills, what outlines and what is dashed must be told apart. */
const LEAST = 10;

/** How large the largest dot may be, `most` at best, so that two counts which differ stand clear of each other. */
export function dotSize(orgs: readonly OrgBalance[], x: (net: number) => number, most: number): number {
  const fits = orgs.flatMap(({ ways }) =>
    cross(ways, ways)
      .filter(([a, b]) => a.net < b.net)
      .map(([a, b]) => (2 * (x(b.net) - x(a.net) - APART)) / (DOTS[a.way].share + DOTS[b.way].share)),
  );
  return Math.max(LEAST, Math.min(most, ...fits));
}

/** The box of a dot about a point; `size` is that of the largest. */
function boxOf(way: Way, { x, y }: { x: number; y: number }, size: number): Box {
  const side = DOTS[way].share * size;
  return { x: x - side / 2, y: y - side / 2, width: side, height: side };
}

/** An organisation's net by one way of counting, about a point. */
export function dot(
  org: OrgBalance,
  way: Way,
  centre: { x: number; y: number },
  size: number,
  { say, lang }: Frame,
): Mark {
  const { net, in: into, out, larger } = wayOf(org, way);
  const name = say('mark.way', {
    org: org.name,
    way: wayLabel(way, larger, say, lang),
    net: formatSigned(net, lang),
    in: into,
    out,
  });
  const { look } = DOTS[way];
  const tone = look === 'ghost' ? 'ink' : org.id;
  return markIn({ id: wayId(org.id, way), name, look, tone }, boxOf(way, centre, size), pillPath);
}

/** What a dot looks like, of nobody. */
function sample(way: Way, centre: { x: number; y: number }, size: number): Shape {
  const { look } = DOTS[way];
  const own = boxOf(way, centre, size - (look === 'solid' ? 0 : 1.5));
  const d = pillPath(own);
  if (look === 'solid') return { kind: 'shape', d, fill: 'ink' };
  const dash =
    look === 'ghost' ? { dash: `${GHOST.dash} ${GHOST.gap}`, width: GHOST.line } : { width: OUTLINE };
  return { kind: 'shape', d, stroke: 'ink', ...dash };
}

/** The dots with what they mean; those of one organisation with their nets. */
export function key(
  model: BalanceModel,
  frame: Frame,
  { small, gap }: Sizes,
  size: number,
  org?: OrgBalance,
): Part {
  const { say, lang, width } = frame;
  const entry = (way: Way) => {
    const glyph = box(size, size, (x, y) => {
      const centre = { x: x + size / 2, y: y + size / 2 };
      return [org ? dot(org, way, centre, size, frame) : sample(way, centre, size)];
    });
    const id = org && wayId(org.id, way);
    const net = org && { text: formatSigned(wayOf(org, way).net, lang), face: 'label-600' as const };
    const label = shortWayLabel(way, model.larger, say, lang);
    const words = text([...(net ? [net] : []), label], { size: small, room: width - size - 6, mark: id });
    const part = beside([glyph, words], { gap: 6, align: 'middle' });
    return org ? area(part) : part;
  };
  return run(WAYS.map(entry), width, { gap: Math.min(gap, 22), leading: 3 });
}
