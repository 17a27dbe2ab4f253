/** The card of `balance`: where the counts of each organisation lie about zero, or one organisation's line. */
import { formatSigned } from '~/i18n/numbers';
import { label } from '~/kit/labels';
import { pillPath } from '~/kit/shapes';
import { CARD_HEIGHT, type Frame } from '../contract';
import { type BalanceModel, type OrgBalance, wayOf } from './definition';
import { scaleX, scaleY, stepPoints } from './panel';
import { type BalanceGeometry, empty, level, type Point, polyline, sum, thickStep } from './pieces';
import { netExtent } from './strip';

/** A reduction: where the three counts of each organisation lie about zero; or one line and its net. */
export function layoutCard(model: BalanceModel, frame: Frame): BalanceGeometry {
  return model.view.kind === 'org' && model.shown[0]
    ? cardOf(model, model.shown[0], frame)
    : cardOfAll(model, frame);
}

function cardOfAll(model: BalanceModel, frame: Frame): BalanceGeometry {
  const { lang, measure, say, width } = frame;
  const piece = empty();
  const [low, high] = netExtent(model);
  const [size, top] = [48, 64];
  const x0 = Math.max(...model.orgs.map((org) => measure(org.name, size, 'label-600'))) + 110;
  const unit = (width - x0 - 110) / Math.max(1, high - low);
  const x = (net: number) => x0 + (net - low) * unit;
  const step = (CARD_HEIGHT - top) / model.orgs.length;
  const zero: Point[] = [
    [x(0), top],
    [x(0), CARD_HEIGHT],
  ];
  piece.labels.push(label(say('card.all'), 0, 38, { size: 44, tone: 'muted' }));
  piece.shapes.push({ d: polyline(zero), tone: 'ink', stroke: 3 });
  model.orgs.forEach((org, i) => {
    const own = org.ways.map((way) => way.net);
    const [least, most] = [Math.min(...own), Math.max(...own)];
    const y = top + step * (i + 0.5);
    const thick = Math.min(32, step * 0.5);
    piece.shapes.push({
      d: pillPath(x(least) - thick / 2, y - thick / 2, x(most) - x(least) + thick, thick),
      tone: org.id,
    });
    const number = (net: number, at: number, anchor: 'start' | 'end') =>
      label(formatSigned(net, lang), at, y + size * 0.34, { size, anchor });
    piece.labels.push(
      label(org.name, 0, y + size * 0.34, { size, face: 'label-600', tone: `${org.id}-text` }),
      number(least, x(least) - thick / 2 - 14, 'end'),
      ...(most > least ? [number(most, x(most) + thick / 2 + 14, 'start')] : []),
    );
  });
  return sum(width, CARD_HEIGHT, [piece]);
}

function cardOf(model: BalanceModel, org: OrgBalance, frame: Frame): BalanceGeometry {
  const { lang, width, say } = frame;
  const piece = empty();
  const { net, in: into, out } = wayOf(org, 'named');
  const box = { x: 0, y: 8, width: width - 330, height: CARD_HEIGHT - 76 };
  const nets = org.months.map((month) => month.net);
  const y = scaleY(box, [Math.min(-1, ...nets), Math.max(1, ...nets)]);
  const points = stepPoints(org.months, scaleX(model, box), box.width, (month) => y(month.net));
  piece.shapes.push(
    { d: polyline(level(0, box.width, y(0))), tone: 'muted', stroke: 3 },
    { d: thickStep(points, 12), tone: org.id },
  );
  piece.labels.push(
    label(model.from.slice(0, 4), 0, CARD_HEIGHT - 10, { size: 44, tone: 'muted' }),
    label(model.until.slice(0, 4), box.width, CARD_HEIGHT - 10, { size: 44, tone: 'muted', anchor: 'end' }),
    label(formatSigned(net, lang), box.width + 40, 140, {
      size: 150,
      face: 'label-600',
      tone: `${org.id}-text`,
    }),
    label(say('card.in', { n: into }), box.width + 44, 218, { size: 46 }),
    label(say('card.out', { n: out }), box.width + 44, 278, { size: 46 }),
  );
  return sum(width, CARD_HEIGHT, [piece]);
}
