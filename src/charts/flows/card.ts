/** The card of `flows`: two currents that cross, or up to three in rows, with their numbers; solid is confirmed. */
import { max, sum } from 'd3';
import { formatNumber } from '~/i18n/numbers';
import { box, firstFitting, type Part, sheet, stack } from '~/kit/block';
import type { Item } from '~/kit/items';
import { type Band, bandPath, OUTLINE } from '~/kit/shapes';
import { text } from '~/kit/text';
import { CARD, type Frame, type Layout } from '../contract';
import type { Current } from './currents';
import { figures } from './labels';
import { type FlowsModel, inOut } from './model';

/** One current of a card: what it is called at both ends, and the tone of each. */
interface Row extends Pick<Current, 'n' | 'confirmed'> {
  from: { name: string; tone: string };
  to: { name: string; tone: string };
}

/** Rows a card can still show at 300 pixels. */
const ROWS = 3;
/** Type of names and numbers: of two that have the card to themselves, and of more. */
const LARGE = { name: 52, number: 120 };
const SMALL = { name: 44, number: 88 };
/** Width a name may take, space between words and band, thickness of a move, between two currents. */
const ROOM = 290;
const GAP = { number: 24, band: 28, rows: 12 };
const THICK = { most: 12, least: 10 };

export const card: Layout<FlowsModel> = (model, frame) => {
  const rows = rowsOf(model, frame);
  const tries = [ROWS, 2, 1].map((most) => () => currentsOf(rows.slice(0, most), model, frame));
  return sheet(firstFitting(tries, { height: CARD.height }), frame.width, {
    weight: CARD.weight,
    height: CARD.height,
  });
};

/** The rows with, where they leave moves out, how many. */
function currentsOf(rows: readonly Row[], model: FlowsModel, frame: Frame): Part {
  const rest = model.view.kind === 'all' ? 0 : model.moves.length - sum(rows, ({ n }) => n);
  const foot =
    rest > 0 && text(frame.say('rest', { n: rest }), { size: 44, tone: 'muted', room: frame.width });
  const type = rows.length > 2 || foot ? SMALL : LARGE;
  const room = CARD.height - (foot ? foot.height : 0);
  return stack([rowsIn(rows, type, frame, room), foot]);
}

/** What leads out of an organisation against what leads in; else the two that run against each other, or the largest. */
function rowsOf(model: FlowsModel, { say }: Frame): Row[] {
  const { view, moves, currents, exchange, nameOf } = model;
  const end = (org: string) => ({ name: nameOf(org), tone: org });
  if (view.kind === 'org') {
    const others = { name: say('others', { others: model.orgs.length - 1 }), tone: 'muted' };
    const own = inOut(model, view.org);
    const confirmed = (key: 'from' | 'to') =>
      moves.filter((move) => move[key] === view.org && move.confirmed).length;
    return [
      { n: own.out, confirmed: confirmed('from'), from: end(view.org), to: others },
      { n: own.in, confirmed: confirmed('to'), from: others, to: end(view.org) },
    ];
  }
  const row = ({ from, to, n, confirmed }: Current): Row => ({ n, confirmed, from: end(from), to: end(to) });
  const weighed = currents.filter((one) =>
    exchange.some((two) => two.from === one.from && two.to === one.to),
  );
  const shown = view.kind === 'all' ? weighed : currents;
  return [...shown].sort((a, b) => b.n - a.n).map(row);
}

type Type = typeof LARGE;

const inTone = (tone: string) => (tone === 'muted' ? tone : `${tone}-text`);
const nameText = ({ name, tone }: Row['from'], { name: size }: Type) =>
  text(name, { size, face: 'label-600', tone: inTone(tone), room: ROOM, leading: 1.05 });

/** Rows in a room; two that run against each other change places: the crossing is the emblem. */
function rowsIn(rows: readonly Row[], type: Type, frame: Frame, room: number): Part {
  const [first, second] = rows;
  const crossing =
    rows.length === 2 && first?.from.name === second?.to.name && first?.to.name === second?.from.name;
  const slot = room / Math.max(1, rows.length);
  const unit = Math.min(THICK.most, (slot - GAP.rows) / (max(rows, ({ n }) => n) || 1));
  const parts = rows.map((row) => ({
    row,
    from: nameText(row.from, type),
    number: figures(formatNumber(row.n, frame.lang), { size: type.number, tone: inTone(row.from.tone) }),
    to: nameText(row.to, type),
  }));
  const names = parts.flatMap(({ from, to }) => [from, to]);
  const side = max(names, ({ width }) => width) ?? 0;
  const x0 = side + GAP.number + (max(parts, ({ number }) => number.width) ?? 0) + GAP.band;
  const x1 = frame.width - side - GAP.band;
  const height = rows.length * Math.max(slot, ...names.map((part) => part.height));
  return box(frame.width, height, (x, y) =>
    parts.flatMap(({ row, from, number, to }, i) => {
      const y0 = y + slot * (i + 0.5);
      const y1 = crossing ? y + slot * (1.5 - i) : y0;
      const thick = Math.max(THICK.least, row.n * unit);
      return [
        ...currentItems(row, { x0: x + x0, y0, x1: x + x1, y1, thick, flat: 0.12 }),
        ...from.at(x, y0 - from.height / 2),
        ...number.at(x + x0 - GAP.band - number.width, y0 - number.height / 2),
        ...to.at(x + x1 + GAP.band, y1 - to.height / 2),
      ];
    }),
  );
}

/** What is confirmed, filled; what is only reported, pale in an outline; both over a casing. */
function currentItems({ n, confirmed, from }: Row, band: Band): Item[] {
  if (n === 0) return [];
  const line = OUTLINE * CARD.weight;
  const share = (start: number, part: number, inset: number): string => {
    const shift = (start + part / 2 - 0.5) * band.thick;
    const thick = Math.max(4, part * band.thick - inset);
    return bandPath({ ...band, y0: band.y0 + shift, y1: band.y1 + shift, thick });
  };
  const solid = confirmed / n;
  const said = share(solid, 1 - solid, line);
  return [
    { kind: 'shape', fill: 'paper', casing: true, d: bandPath({ ...band, thick: band.thick + 12 }) },
    ...(solid > 0 ? [{ kind: 'shape' as const, fill: from.tone, d: share(0, solid, 0) }] : []),
    ...(solid < 1
      ? [
          { kind: 'shape' as const, fill: from.tone, opacity: 0.18, d: said },
          { kind: 'shape' as const, stroke: inTone(from.tone), width: line, d: said },
        ]
      : []),
  ];
}
