/** The card of `balance`: where the counts of each lie about zero; whose net turned most; or one line and its net. */
import { extent, max } from 'd3';
import { formatSigned } from '~/i18n/numbers';
import { beside, box, firstFitting, type Part, sheet, stack, within } from '~/kit/block';
import type { Item } from '~/kit/items';
import { pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import { CARD, type Frame, type Layout } from '../contract';
import { netScale } from './bars';
import { heightScale, line, timeScale } from './line';
import { type BalanceModel, type OrgBalance, wayOf } from './model';

import { turnsOf } from './words';

const SIZES = { words: 44, name: 48, net: 130, line: 12, bar: 32, gap: 48 };
const TIGHT = 1.05;
/** From a bar to its number. */
const END = 14;

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
const nameOf = ({ id, name }: OrgBalance, room: { width: number; height?: number }): Part =>
  firstFitting(
    [SIZES.name, SIZES.words, 36, 30, 24, 20].map(
      (size) => () => text(name, { size, face: 'label-600', tone: `${id}-text`, leading: TIGHT }),
    ),
    room,
  );

/** A bar about zero from the least to the most net of each organisation, with the numbers of its ends. */
function ranges(model: BalanceModel, frame: Frame): Part {
  const { say, lang, width } = frame;
  const words = text(say('card.all'), { size: SIZES.words, tone: 'muted', leading: TIGHT, room: width });
  const height = (CARD.height - words.height) / Math.max(1, model.shown.length);
  const names = model.shown.map((org) => nameOf(org, { width: width / 3, height }));
  const column = (max(names, (one) => one.width) ?? 0) + 24;
  const thick = Math.min(SIZES.bar, height * 0.5);
  const size = Math.min(SIZES.name, height * 0.8);
  const number = (net: number) => text(formatSigned(net, lang), { size, leading: TIGHT });
  const widest = max(model.orgs.flatMap(({ ways }) => ways.map(({ net }) => number(net).width))) ?? 0;
  const x = netScale(model.orgs, width - column, widest + thick / 2 + END);
  const rangeOf = (org: OrgBalance): Part =>
    box(width - column, height, (left, top): Item[] => {
      const [low = 0, high = 0] = extent(org.ways, ({ net }) => net);
      const [x0, x1] = [left + x(low) - thick / 2, left + x(high) + thick / 2];
      const [zero, middle] = [left + x(0), top + height / 2];
      const range = { x: x0, y: middle - thick / 2, width: x1 - x0, height: thick };
      const [least, most] = [number(low), number(high)];
      return [
        { kind: 'line', x1: zero, x2: zero, y1: top, y2: top + height, tone: 'ink', width: 3 },
        { kind: 'shape', d: pillPath(range), fill: org.id },
        ...least.at(x0 - END - least.width, middle - least.height / 2),
        ...(high > low ? most.at(x1 + END, middle - most.height / 2) : []),
      ];
    });
  const rows = model.shown.map((org, i) =>
    beside([within(names[i] as Part, { width: column }), rangeOf(org)], { gap: 0, align: 'middle' }),
  );
  return stack([words, ...rows]);
}

/** One organisation's net over time about zero, on a scale that holds all of `orgs`. */
function lineOf(
  org: OrgBalance,
  orgs: readonly OrgBalance[],
  model: BalanceModel,
  size: { width: number; height: number },
  frame: Frame,
): Part {
  const { width, height } = { ...size, height: size.height - SIZES.line };
  const scales = { x: timeScale(model, width), y: heightScale(orgs, height) };
  return box(width, size.height, (left, y): Item[] => {
    const top = y + SIZES.line / 2;
    const zero = top + scales.y(0);
    const pieces = line(org, model, { ...scales, left, top, width, height }, SIZES.line, frame);
    return [
      { kind: 'line', x1: left, x2: left + width, y1: zero, y2: zero, tone: 'muted', width: 3 },
      ...pieces.map(({ d }): Item => ({ kind: 'shape', d, fill: org.id })),
    ];
  });
}

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
    { gap: 0, align: 'start' },
  );
  return beside(
    [
      stack([lineOf(org, [org], model, { width, height: CARD.height - years.height }, frame), years]),
      numbers,
    ],
    {
      gap: SIZES.gap,
      align: 'start',
    },
  );
}

/** The two whose net changed most in the stretch of most moves, each with its line and its change. */
function turned(turns: ReturnType<typeof turnsOf>, model: BalanceModel, frame: Frame): Part {
  const width = (frame.width - SIZES.gap * (turns.length - 1)) / turns.length;
  const orgs = turns.map(({ org }) => org);
  const heads = turns.map(({ org, change }) => {
    const net = text(formatSigned(change, frame.lang), { size: 72, face: 'label-600', leading: TIGHT });
    return beside([nameOf(org, { width: width - net.width - 16 }), net], { gap: 16 });
  });
  const height = CARD.height - (max(heads, (head) => head.height) ?? 0);
  const parts = turns.map(({ org }, i) =>
    stack([heads[i], lineOf(org, orgs, model, { width, height }, frame)]),
  );
  return beside(parts, { gap: SIZES.gap, align: 'start' });
}
