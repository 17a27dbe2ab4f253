/** Chips in columns of ten blocks: the site that grew with its states side by side, then the others. */
import { max } from 'd3';
import { formatDate } from '~/i18n/dates';
import { formatNumber } from '~/i18n/numbers';
import { area, beside, box, group, type Part, rule, space, stack, within } from '~/kit/block';
import type { MarkOf } from '~/kit/shapes';
import { text } from '~/kit/text';
import { CARD, type Frame, sizesFor } from '../contract';
import { blocks, type Grid } from './blocks';
import { growthIn } from './definition';
import type { ComputeModel, GpuSite, Machines } from './model';

const COLUMN = 10;
/** Distance of columns and of blocks; sizes of words; sites beside one another. */
const SIZES = {
  wide: { x: 14, y: 9, name: 19, number: 22, small: 13, other: 15, across: 2, gap: 18 },
  medium: { x: 12, y: 7.4, name: 15, number: 17, small: 12, other: 13.5, across: 2, gap: 15 },
  narrow: { x: 8, y: 4, name: 15, number: 15, small: 12, other: 13.5, across: 1, gap: 6 },
};
type Sizes = (typeof SIZES)['wide'];

const LOOK = { running: 'solid', leased: 'solid', planned: 'said', paused: 'said' } as const;

export function pageGpus(model: ComputeModel, frame: Frame): Part {
  const sizes = sizesFor(SIZES, frame);
  const grown = growthIn(model.gpus)?.site;
  const others = model.gpus.filter((site) => site !== grown);
  const gap = 24;
  const room = (frame.width - gap * (sizes.across - 1)) / sizes.across;
  const cells = others.map((site) => siteCell(site, model, room, sizes, frame));
  const rows = Array.from({ length: Math.ceil(cells.length / sizes.across) }, (_, i) =>
    beside(
      cells.slice(i * sizes.across, (i + 1) * sizes.across).map((cell) => within(cell, { width: room })),
      { gap, align: 'start' },
    ),
  );
  const rest =
    grown && others.length > 0 && text(frame.say('gpus.rest'), { size: sizes.other, face: 'label-600' });
  return stack([
    grown && growing(grown, model, sizes, frame),
    rest && space(sizes.gap),
    rest,
    rest && rule(frame.width, 'rule', 9),
    stack(rows, { gap: sizes.gap }),
  ]);
}

/** Name of a site and whose it is. */
const heading = (site: GpuSite, size: number, room: number, { say }: Frame) =>
  text(
    [
      { text: site.name, face: 'label-600', tone: `${site.org}-text` },
      {
        text: say('gpus.org', {
          org: site.orgName,
          paused: site.machines.at(-1)?.state === 'paused' ? 'yes' : 'no',
        }),
        size: Math.min(size, 13),
        tone: 'muted',
      },
    ],
    // A site may be named after a number, too.
    { size, room, sums: site.machines.map(({ id }) => id) },
  );

/** The site that the title speaks of: its states side by side in the order of time, words beneath. */
function growing(site: GpuSite, model: ComputeModel, sizes: Sizes, frame: Frame): Part {
  const { width } = frame;
  const slot = width / Math.max(1, site.machines.length);
  const columns = site.machines.map((one) => columnsOf(one, site, model, sizes, frame));
  const high = max(columns, (part) => part.height) ?? 0;
  const states = site.machines.map((one, i) => {
    const drawn = within(columns[i] as Part, { height: high, down: 'end' });
    const words = wordsOf(one, sizes.number, sizes.small, slot - 10, frame);
    return within(area(stack([drawn, space(3), words]), one.id, slot), { width: slot });
  });
  const name = frame.say('gpus.site', { name: site.name, org: site.orgName });
  return group(
    name,
    stack([heading(site, sizes.name, width, frame), space(4), beside(states, { gap: 0, align: 'start' })]),
  );
}

/** Any other site: its columns with the words beside them, one state after the other. */
function siteCell(site: GpuSite, model: ComputeModel, room: number, sizes: Sizes, frame: Frame): Part {
  const states = site.machines.map((one) => {
    const drawn = columnsOf(one, site, model, sizes, frame);
    const words = inBrief(one, sizes, Math.max(90, room - drawn.width - 10), frame);
    return area(beside([drawn, words], { gap: 8, align: 'end' }), one.id, room);
  });
  const name = frame.say('gpus.site', { name: site.name, org: site.orgName });
  return group(name, stack([heading(site, sizes.other, room, frame), ...states], { gap: 4 }));
}

const wordsOf = (one: Machines, number: number, size: number, room: number, { lang }: Frame) => {
  const style = { size, room, mark: one.id };
  return stack([
    text(formatNumber(one.gpus, lang), { ...style, size: number, face: 'label-600' }),
    text(one.words, style),
    text(formatDate(one.date, lang, 'short'), { ...style, tone: 'muted' }),
  ]);
};

/** The same with the date beside the number. */
const inBrief = (one: Machines, { other, small }: Sizes, room: number, { lang }: Frame) => {
  const date = { text: formatDate(one.date, lang, 'short'), size: small, tone: 'muted' };
  const number = { text: formatNumber(one.gpus, lang), face: 'label-600' as const };
  return stack([
    text([number, date], { size: other, room, mark: one.id }),
    text(one.words, { size: small, room, mark: one.id }),
  ]);
};

const machineMark = (one: Machines, site: GpuSite, { say, lang }: Frame): MarkOf => ({
  id: one.id,
  name: say('gpus.mark', {
    name: site.name,
    date: formatDate(one.date, lang),
    gpus: formatNumber(one.gpus, lang),
    words: one.words,
  }),
  look: LOOK[one.state],
  striped: one.oneSource && LOOK[one.state] === 'solid',
  tone: site.org,
  date: one.date,
});

/** Columns of ten blocks, standing on one ground. */
function columnsOf(
  one: Machines,
  site: GpuSite,
  model: ComputeModel,
  { x: pitchX, y: pitchY }: Pick<Sizes, 'x' | 'y'>,
  frame: Frame,
  weight = 1,
): Part {
  const count = one.gpus / model.block;
  const columns = Math.max(1, Math.ceil(count / COLUMN - 1e-9));
  const height = Math.max(1, Math.min(COLUMN, Math.ceil(count - 1e-9))) * pitchY;
  return box(columns * pitchX, height, (x, y) => {
    const grid: Grid = {
      cut: 'height',
      at: (index) => ({
        x: x + Math.floor(index / COLUMN) * pitchX,
        y: y + height - ((index % COLUMN) + 0.9) * pitchY,
        width: pitchX * 0.78,
        height: pitchY * 0.78,
      }),
    };
    return blocks(machineMark(one, site, frame), 0, count, grid, { weight });
  });
}

const CARD_SIZES = { x: 40, y: 17, number: 48, year: 44 };
const CARD_STATES = 3;

/** A reduction: the site with most states, each a stack of large blocks between its number and its year. */
export function cardGpus(model: ComputeModel, frame: Frame): Part {
  const site = growthIn(model.gpus)?.site ?? model.gpus[0];
  if (!site) return box(0, 0);
  const shown = site.machines.slice(-CARD_STATES);
  const slot = frame.width / shown.length;
  const most = max(shown, (one) => Math.ceil(one.gpus / model.block / COLUMN)) ?? 1;
  const sizes = { x: Math.min(CARD_SIZES.x, (slot - 20) / most), y: CARD_SIZES.y };
  const parts = shown.map((one) => columnsOf(one, site, model, sizes, frame, CARD.weight));
  const high = max(parts, (part) => part.height) ?? 0;
  const columns = shown.map((one, i) => {
    const year = formatDate(one.date, frame.lang, 'year');
    const when = one.state === 'leased' ? frame.say('card.leased', { year }) : year;
    const style = { face: 'label-600', tone: `${site.org}-text`, size: CARD_SIZES.number } as const;
    const number = text(formatNumber(one.gpus, frame.lang), style);
    const under = text(when, { size: CARD_SIZES.year, tone: 'muted', room: slot - 10 });
    const drawn = within(parts[i] as Part, { height: high, down: 'end' });
    return within(stack([number, drawn, under], { gap: 8 }), { width: slot });
  });
  return beside(columns, { gap: 0, align: 'start' });
}
