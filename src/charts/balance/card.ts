/** The card of `balance`: where the counts of each lie about zero; whose net turned most; or one line and its net. */
import { extent, max } from 'd3';
import { formatSigned } from '~/i18n/numbers';
import { beside, box, firstFitting, type Part, sheet, stack, within } from '~/kit/block';
import type { Item } from '~/kit/items';
import { pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import { CARD, type Frame, type Layout } from '../contract';
import { type NetScale, netScale } from './bars';
import { type BalanceModel, type OrgBalance, wayOf } from './model';
import { line, scalesOf } from './months';
import { turnsOf } from './words';

const SIZES = { words: 44, name: 48, net: 130, line: 12, bar: 32, gap: 48 };
const TIGHT = 1.05;

export const card: Layout<BalanceModel> = (model, frame) => {
  const [org] = model.shown;
  const turns = turnsOf(model);
  const part =
    model.view.kind === 'org' && org
      ? own(org, model, frame)
      : model.view.kind === 'months' && turns.length > 0
        ? turned(turns, model, frame)
        : ranges(model, frame);
  return sheet(part, frame.width, { weight: CARD.weight, height: CARD.height });
};

/** A name as large as it fits. */
const nameOf = ({ id, name }: OrgBalance, width: number): Part =>
  firstFitting(
    [SIZES.name, SIZES.words, 36, 30, 24].map(
      (size) => () => text(name, { size, face: 'label-600', tone: `${id}-text`, leading: TIGHT }),
    ),
    { width },
  );

/** From the least to the most net of each organisation. */
function ranges(model: BalanceModel, frame: Frame): Part {
  const { say, width } = frame;
  const words = text(say('card.all'), { size: SIZES.words, tone: 'muted', leading: TIGHT });
  const height = (CARD.height - words.height) / Math.max(1, model.shown.length);
  const names = model.shown.map((org) => nameOf(org, width / 3));
  const column = (max(names, (one) => one.width) ?? 0) + 24;
  const x = netScale(model.orgs, width - column, 110);
  const rows = model.shown.map((org, i) =>
    beside([within(names[i] as Part, { width: column }), rangeOf(org, x, width - column, height, frame)], {
      ...{ gap: 0, align: 'middle' },
    }),
  );
  return stack([words, ...rows]);
}

/** A bar about zero with the numbers of its ends. */
function rangeOf(org: OrgBalance, x: NetScale, width: number, height: number, { lang }: Frame): Part {
  const [low = 0, high = 0] = extent(org.ways, ({ net }) => net);
  const thick = Math.min(SIZES.bar, height * 0.5);
  const size = Math.min(SIZES.name, height * 0.8);
  const number = (net: number) => text(formatSigned(net, lang), { size, leading: TIGHT });
  return box(width, height, (left, top): Item[] => {
    const middle = top + height / 2;
    const [x0, x1] = [left + x(low) - thick / 2, left + x(high) + thick / 2];
    const [least, most] = [number(low), number(high)];
    return [
      { kind: 'line', x1: left + x(0), x2: left + x(0), y1: top, y2: top + height, tone: 'ink', width: 3 },
      {
        kind: 'shape',
        d: pillPath({ x: x0, y: middle - thick / 2, width: x1 - x0, height: thick }),
        fill: org.id,
      },
      ...least.at(x0 - 14 - least.width, middle - least.height / 2),
      ...(high > low ? most.at(x1 + 14, middle - most.height / 2) : []),
    ];
  });
}

/** One organisation's net over time about zero. */
function lineOf(
  org: OrgBalance,
  orgs: readonly OrgBalance[],
  model: BalanceModel,
  width: number,
  height: number,
  frame: Frame,
): Part {
  const scales = scalesOf(model, orgs, width, height - SIZES.line);
  return box(width, height, (left, top): Item[] => {
    const y = top + SIZES.line / 2;
    const zero = y + scales.y(0);
    return [
      { kind: 'line', x1: left, x2: left + width, y1: zero, y2: zero, tone: 'muted', width: 3 },
      ...line(org, model, scales, { x: left, y }, SIZES.line, frame).map(({ mark }) => mark),
    ];
  });
}

const YEARS = 52;

/** Its line, the first and last year, and its net by name. */
function own(org: OrgBalance, model: BalanceModel, frame: Frame): Part {
  const { say, lang } = frame;
  const { net, in: into, out } = wayOf(org, 'named');
  const words = (key: 'in' | 'out', n: number) =>
    text(say(`card.${key}`, { n }), { size: SIZES.name, leading: 1.2 });
  const numbers = stack([
    text(formatSigned(net, lang), {
      size: SIZES.net,
      face: 'label-600',
      tone: `${org.id}-text`,
      leading: TIGHT,
    }),
    words('in', into),
    words('out', out),
  ]);
  const width = frame.width - numbers.width - SIZES.gap;
  const year = (date: string) => text(date.slice(0, 4), { size: SIZES.words, tone: 'muted', leading: TIGHT });
  const years = beside(
    [within(year(model.from), { width: width - year(model.until).width }), year(model.until)],
    { gap: 0 },
  );
  return beside([stack([lineOf(org, [org], model, width, CARD.height - YEARS, frame), years]), numbers], {
    ...{ gap: SIZES.gap, align: 'start' },
  });
}

/** The two whose net changed most in the stretch of most moves, each with its line and its change. */
function turned(turns: ReturnType<typeof turnsOf>, model: BalanceModel, frame: Frame): Part {
  const width = (frame.width - SIZES.gap * (turns.length - 1)) / turns.length;
  const orgs = turns.map(({ org }) => org);
  const heads = turns.map(({ org, change }) => {
    const net = text(formatSigned(change, frame.lang), { size: 72, face: 'label-600', leading: TIGHT });
    return beside([nameOf(org, width - net.width - 16), net], { gap: 16 });
  });
  const height = CARD.height - (max(heads, (head) => head.height) ?? 0);
  const parts = turns.map(({ org }, i) => stack([heads[i], lineOf(org, orgs, model, width, height, frame)]));
  return beside(parts, { gap: SIZES.gap, align: 'start' });
}
