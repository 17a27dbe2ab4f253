/** The three counts of `balance`: a bar for each organisation from its least net to its most, a dot on it for each count. */
import { extent, max, scaleLinear } from 'd3';
import { formatSigned } from '~/i18n/numbers';
import {
  beside,
  box,
  group,
  over,
  type Part,
  pad,
  rule,
  space,
  stack,
  weightless,
  within,
} from '~/kit/block';
import { type Box, type Item, labelsOf } from '~/kit/items';
import { cutLine, placeAll } from '~/kit/place';
import { pillPath } from '~/kit/shapes';
import { text } from '~/kit/text';
import type { Way } from '~/model/balance';
import type { Frame } from '../contract';
import { type BalanceModel, type OrgBalance, standingOf, wayId, wayOf } from './model';
import type { Sizes } from './sizes';
import { dot, dotSize, key, WAYS } from './ways';

/** Net to pixels, on one scale for all; the ends keep room for a number `beyond` wide about its dot. */
export function netScale(orgs: readonly OrgBalance[], width: number, beyond: number) {
  const [low = 0, high = 0] = extent([0, ...orgs.flatMap((org) => org.ways.map(({ net }) => net))]);
  return scaleLinear([low, Math.max(high, low + 1)], [beyond, width - beyond]);
}
export type NetScale = ReturnType<typeof netScale>;

/** A row for each organisation, beside its name or under it, and what the dots mean above all. */
export function bars(model: BalanceModel, frame: Frame, sizes: Sizes): Part {
  const heads = model.shown.map((org) => head(org, model, frame, sizes));
  const under = frame.kind === 'narrow';
  const column = under ? 0 : (max(heads, ({ width }) => width) ?? 0) + 20;
  const width = frame.width - column;
  const widest = max(model.orgs.flatMap(({ ways }) => ways.map((way) => value(way.net, frame, sizes).width)));
  const x = netScale(model.orgs, width, Math.max(sizes.bar, widest ?? 0) / 2 + 1);
  const size = dotSize(model.shown, x, sizes.bar - 3);
  const range = (org: OrgBalance, words: Part) => rangeRow(org, { x, width, size }, words, frame, sizes);
  const rows = model.shown.map((org, i) => {
    const words = heads[i] as Part;
    const row = under
      ? range(org, words)
      : beside([within(words, { width: column }), range(org, space(0))], { gap: 0, align: 'middle' });
    return group(frame.say('row', { org: org.name, standing: standing(org, frame) }), row);
  });
  const ruled = rows.map((row, i) => over(i > 0 && weightless(rule(frame.width)), row));
  return stack([
    key(model, frame, sizes, size),
    space(under ? 8 : 10),
    pad(sides(x, width, frame, sizes), { left: column }),
    ...ruled,
  ]);
}

const standing = (org: OrgBalance, { say }: Frame) => say(`standing.${standingOf(org)}`);
const value = (net: number, { lang }: Frame, { value: size }: Sizes, mark?: string) =>
  text(formatSigned(net, lang), { size, face: 'label-600', mark, halo: true });

/** An organisation, and where it stands by all three counts. */
function head(org: OrgBalance, model: BalanceModel, frame: Frame, sizes: Sizes): Part {
  const narrow = frame.kind === 'narrow';
  const room = narrow ? frame.width : frame.width / 4;
  const link = model.view.kind === 'all' && !frame.plain ? org.id : undefined;
  const name = { text: org.name, size: sizes.name, face: 'label-600' as const };
  const open = standingOf(org) === 'open';
  const words = {
    text: standing(org, frame),
    ...(open ? { tone: 'muted' } : { face: 'label-600' as const }),
  };
  const named = { ...name, tone: `${org.id}-text`, view: link };
  return narrow
    ? text([named, words], { size: sizes.small, room })
    : stack([text([named], { room }), text([words], { size: sizes.small, room })]);
}

/** Which side of zero means what, where there is room. */
function sides(x: NetScale, width: number, { say }: Frame, { small }: Sizes): Part {
  const zero = x(0);
  const side = (key: string, room: number) => {
    const words = text(say(`side.${key}`), { size: small, tone: 'muted', room });
    return words.height <= 2.6 * small && words.width <= room ? words : undefined;
  };
  const [less, more] = [side('less', zero - 8), side('more', width - zero - 8)];
  const height = Math.max(less?.height ?? 0, more?.height ?? 0);
  return box(width, height + 2, (left, y) => [
    ...(less?.at(left + zero - 8 - less.width, y + height - less.height) ?? []),
    ...(more?.at(left + zero + 8, y + height - more.height) ?? []),
  ]);
}

/** Words, then bar, zero and dots, of which the largest is `size` wide, with their numbers: over them where there is room, else under them. */
function rangeRow(
  org: OrgBalance,
  { x, width, size }: { x: NetScale; width: number; size: number },
  words: Part,
  frame: Frame,
  sizes: Sizes,
): Part {
  const [low = 0, high = 0] = extent(org.ways, ({ net }) => net);
  const { bar } = sizes;
  const height = words.height + sizes.row;
  return box(width, height, (left, top): Item[] => {
    const y = top + words.height + (sizes.row - bar) / 2;
    const range: Box = { x: left + x(low) - bar / 2, y, width: x(high) - x(low) + bar, height: bar };
    // From left to right; of equal ones the largest first: on top of the others it would hide them.
    const dots = [...WAYS]
      .reverse()
      .sort((a, b) => netIn(org, a) - netIn(org, b))
      .map((way) => dot(org, way, { x: left + x(netIn(org, way)), y: y + bar / 2 }, size, frame));
    const wanted = WAYS.filter((way, i) =>
      WAYS.slice(0, i).every((one) => netIn(org, one) !== netIn(org, way)),
    );
    const labels = placeAll(
      wanted.map((way) => {
        const part = value(netIn(org, way), frame, sizes, wayId(org.id, way));
        const at = left + x(netIn(org, way)) - part.width / 2;
        return [y - part.height, y + bar + 1].map((down) => ({ part, x: at, y: down }));
      }),
      labelsOf({ items: words.at(left, top) }).map((label) => label.box),
      { x: left, y: top, width, height },
      1,
    );
    const heading = words.at(left, top);
    const written = labelsOf({ items: [...heading, ...labels] }).map((label) => label.box);
    const zero = left + x(0);
    const line = { kind: 'line' as const, x1: zero, x2: zero, y1: top, y2: top + height, tone: 'ink' };
    return [
      ...heading,
      { kind: 'shape', d: pillPath(range), fill: org.id, opacity: 0.3 },
      ...cutLine({ ...line, width: 2 }, written),
      ...dots,
      ...labels,
    ];
  });
}
const netIn = (org: OrgBalance, way: Way) => wayOf(org, way).net;
