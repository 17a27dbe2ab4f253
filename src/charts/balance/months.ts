/** Small panels of `balance`: every organisation's net month by month on the same scales, the months of most moves shaded. */
import { max, range } from 'd3';
import { extentOf } from '~/i18n/dates';
import { formatSigned } from '~/i18n/numbers';
import { axisBelow, axisLeft, gridAcross, timeTicks, withRoom, years } from '~/kit/axis';
import { beside, box, group, over, type Part, pad, run, stack, within } from '~/kit/block';
import type { Box, Item } from '~/kit/items';
import { boxPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import { netOf } from '~/model/balance';
import type { Frame } from '../contract';
import { band, heightScale, line, netTicks, type Plot, timeScale } from './line';
import { type BalanceModel, type OrgBalance, wayOf } from './model';
import type { Sizes } from './sizes';
import { stretchText } from './words';

const LINE = 2.5;
/** Most panels of a phone that stand under one another, and of a wider drawing that stand in two columns. */
const FEW = 4;
/** A plot is never lower. */
const LEAST = 44;

/** All organisations in columns, on the same scales. */
export function panels(model: BalanceModel, frame: Frame, sizes: Sizes): Part {
  const n = model.shown.length;
  const most = frame.kind === 'narrow' ? 1 : 2;
  const columns = n > FEW ? most + 1 : Math.min(most, n);
  const rowCount = Math.ceil(n / columns);
  // The words beside the scale are as wide at any height, and how high the plots may be is known when the heads are.
  const left = axisLeft(netTicks(heightScale(model.orgs, sizes.panel), frame.lang), sizes.panel).width;
  const width = (frame.width - left - sizes.gap * (columns - 1)) / columns;
  const { scale: x, ticks: yearTicks } = withRoom(timeScale(model, width), (scale) =>
    timeTicks(scale, years()),
  );
  // Where the data end, the line does.
  const until = x(extentOf(model.until)[1]);
  const heads = model.shown.map((org) => head(org, model, width, frame, sizes));
  const height = max(heads, (one) => one.height) ?? 0;
  const panel = n > FEW && most > 1 ? plotHeight(rowCount, height, sizes) : sizes.panel;
  const y = heightScale(model.orgs, panel);
  const ticks = netTicks(y, frame.lang);
  const axis = axisLeft(ticks, panel);
  const below = axisBelow(yearTicks, width, { line: false, begin: true });
  const drawn = model.shown.map((org, i) => {
    const lines = box(width, panel, (left, top) =>
      plotOf(org, model, { x, y, left, top, width: until, height: panel }, frame),
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

/** Of many panels: all rows together are as high as two with heads of one line, as long as a plot can be read. */
const plotHeight = (rows: number, head: number, { panel, name }: Sizes) =>
  Math.max(LEAST, (2 * (panel + name)) / rows - head);

function nameOf(org: OrgBalance, { say, lang }: Frame): string {
  const { net, in: into, out } = wayOf(org, 'named');
  return say('panel', { org: org.name, in: into, out, net: formatSigned(net, lang) });
}

/** An organisation, its net, and by how much it changed in the stretch of most moves. */
function head(
  org: OrgBalance,
  { stretch }: BalanceModel,
  width: number,
  { say, lang, plain }: Frame,
  sizes: Sizes,
): Part {
  const bold = { size: sizes.name, face: 'label-600' as const };
  const name = { text: org.name, ...bold, tone: `${org.id}-text`, view: plain ? undefined : org.id };
  const said = formatSigned(wayOf(org, 'named').net, lang);
  const net = {
    text: said,
    ...bold,
    sums: org.periods.map(({ id }) => id),
  };
  const inIt = org.periods
    .filter((one) =>
      [...one.in, ...one.out].some(({ moves }) => moves.some((move) => stretch?.moves.includes(move))),
    )
    .map(({ id }) => id);
  const change =
    stretch &&
    say('change', {
      change: formatSigned(netOf(stretch.moves, org.id), lang),
      stretch: stretchText(stretch, lang),
      one: String(stretch.from === stretch.until),
    });
  const style = {
    size: sizes.small,
    tone: 'muted',
    room: width,
    // That nothing changed shows in all of the line.
    sums: inIt.length > 0 ? inIt : org.periods.map(({ id }) => id),
  };
  return run([text([name, net], { room: width }), change && text(change, style)], width);
}

/** The stretch of most moves, the band, zero and the line. */
function plotOf(org: OrgBalance, model: BalanceModel, plot: Plot, frame: Frame): Item[] {
  const { left, top, width, y } = plot;
  const zero = { x1: left, x2: left + width, y1: top + y(0), y2: top + y(0) };
  const shade = shadeOf(model, plot);
  return [
    ...(shade ? [{ kind: 'shape' as const, d: boxPath(shade), fill: 'rule', opacity: 0.7 }] : []),
    band(org, model, plot),
    { kind: 'line', ...zero, tone: 'ink' },
    ...line(org, model, plot, LINE, frame),
  ];
}

function shadeOf({ stretch }: BalanceModel, { x, left, top, height }: Plot): Box | undefined {
  if (!stretch) return undefined;
  const [from, to] = [x(extentOf(stretch.from)[0]), x(extentOf(stretch.until)[1])];
  return { x: left + from, y: top, width: to - from, height };
}
