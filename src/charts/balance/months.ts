/** Small panels of `balance`: every organisation's net month by month on the same scales, the months of most moves shaded. */
import { max, range } from 'd3';
import { extentOf } from '~/i18n/dates';
import { formatSigned } from '~/i18n/numbers';
import { axisBelow, axisLeft, gridAcross, timeTicks, years } from '~/kit/axis';
import { beside, box, group, over, type Part, pad, run, stack, within } from '~/kit/block';
import type { Box, Item } from '~/kit/items';
import { type Candidate, firstFree } from '~/kit/place';
import { boxPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import { netOf } from '~/model/balance';
import type { Frame } from '../contract';
import { band, heightScale, line, netTicks, type Plot, timeScale } from './line';
import { type BalanceModel, type OrgBalance, wayOf } from './model';
import type { Sizes } from './sizes';
import { stretchText, turnsOf } from './words';

const LINE = 2.5;
/** Most panels of a phone that stand under one another, and of a wider drawing that stand in two columns. */
const FEW = 4;
/** No line of words in a plot is wider. */
const WORDS = 96;

/** All organisations in columns, on the same scales. */
export function panels(model: BalanceModel, frame: Frame, sizes: Sizes): Part {
  const n = model.shown.length;
  const most = frame.kind === 'narrow' ? 1 : 2;
  const columns = n > FEW ? most + 1 : Math.min(most, n);
  const y = heightScale(model.orgs, sizes.panel);
  const ticks = netTicks(y, frame.lang);
  const axis = axisLeft(ticks, sizes.panel);
  const width = (frame.width - axis.width - sizes.gap * (columns - 1)) / columns;
  const x = timeScale(model, width);
  const heads = model.shown.map((org) => head(org, width, frame, sizes));
  const height = max(heads, (one) => one.height) ?? 0;
  const below = axisBelow(timeTicks(x, years()), width, { line: false, begin: true });
  const drawn = model.shown.map((org, i) => {
    const lines = box(width, sizes.panel, (left, top) =>
      plotOf(org, model, { x, y, left, top, width, height: sizes.panel }, frame, sizes),
    );
    const words = within(heads[i] as Part, { height, down: 'end' });
    return group(nameOf(org, frame), stack([words, over(gridAcross(ticks, width), lines), below]));
  });
  const rows = range(0, n, columns).map((first) => {
    const row = beside(drawn.slice(first, first + columns), { gap: sizes.gap, align: 'start' });
    return beside([pad(axis, { top: height }), row], { gap: 0, align: 'start' });
  });
  return stack(rows, { gap: 8 });
}

function valuesOf(org: OrgBalance, lang: Frame['lang']) {
  const { net, in: into, out } = wayOf(org, 'named');
  return { org: org.name, in: into, out, net: formatSigned(net, lang) };
}
const nameOf = (org: OrgBalance, { say, lang }: Frame) => say('panel', valuesOf(org, lang));

/** An organisation, its net, and its moves in and out. */
function head(org: OrgBalance, width: number, { say, lang, plain }: Frame, sizes: Sizes): Part {
  const values = valuesOf(org, lang);
  const bold = { size: sizes.name, face: 'label-600' as const };
  const name = { text: org.name, ...bold, tone: `${org.id}-text`, view: plain ? undefined : org.id };
  const counts = text(say('inOut', values), { size: sizes.small, tone: 'muted', room: width });
  return run([text([name, { text: values.net, ...bold }], { room: width }), counts], width);
}

/** The stretch of most moves, the band, zero, the line, and by how much it changed in the stretch. */
function plotOf(org: OrgBalance, model: BalanceModel, plot: Plot, frame: Frame, sizes: Sizes): Item[] {
  const { left, top, width, y } = plot;
  const pieces = line(org, model, plot, LINE, frame);
  const zero = { x1: left, x2: left + width, y1: top + y(0), y2: top + y(0) };
  const taken = [...pieces.flatMap(({ boxes }) => boxes), { x: left, y: zero.y1 - 1, width, height: 2 }];
  const shade = shadeOf(model, plot);
  return [
    ...(shade ? [{ kind: 'shape' as const, d: boxPath(shade), fill: 'rule', opacity: 0.7 }] : []),
    band(org, model, plot),
    { kind: 'line', ...zero, tone: 'ink' },
    ...pieces.map(({ mark }) => mark),
    ...(shade ? change(org, model, plot, shade, taken, frame, sizes) : []),
  ];
}

function shadeOf({ stretch }: BalanceModel, { x, left, top, height }: Plot): Box | undefined {
  if (!stretch) return undefined;
  const [from, to] = [x(extentOf(stretch.from)[0]), x(extentOf(stretch.until)[1])];
  return { x: left + from, y: top, width: to - from, height };
}

/** The change in the stretch, beside it and near the line; where it is the finding, with its months. */
function change(
  org: OrgBalance,
  model: BalanceModel,
  { left, top, width, height, y }: Plot,
  shade: Box,
  taken: readonly Box[],
  { say, lang }: Frame,
  { small }: Sizes,
): readonly Item[] {
  const { stretch } = model;
  if (!stretch) return [];
  const net = { text: formatSigned(netOf(stretch.moves, org.id), lang), face: 'label-600' as const };
  const isFinding = turnsOf(model).some((turn) => turn.org === org);
  const words = say('change', { stretch: stretchText(stretch, lang) });
  const near = top + y(org.months.find(({ month }) => month === stretch.from)?.net ?? 0);
  const candidates = [...(isFinding ? [[words, net]] : []), [net]].flatMap((said): Candidate[] =>
    (['end', 'start'] as const).flatMap((anchor) => {
      const part = text(said, { size: small, anchor, room: WORDS, halo: true });
      const x = anchor === 'end' ? shade.x - 6 - part.width : shade.x + shade.width + 6;
      const away = (at: number) => Math.abs(at + part.height / 2 - near);
      const downs = range(top, top + Math.max(1, height - part.height + 1), 4);
      return downs.sort((a, b) => away(a) - away(b)).map((at) => ({ part, x, y: at }));
    }),
  );
  const found = firstFree(candidates, taken, { x: left, y: top, width, height }, 3);
  return found ? found.part.at(found.x, found.y) : [];
}
