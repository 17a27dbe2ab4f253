/** Chips in columns of ten blocks: one block 10,000, one column 100,000; on a phone a list, else on one time scale. */
import { scaleUtc } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import { formatNumber } from '~/i18n/numbers';
import type { Line, Look, Mark } from '~/kit/draw';
import { type Label, label, labelRow } from '~/kit/labels';
import { balanceText, reserve } from '~/kit/measure';
import { boxPath } from '~/kit/shapes';
import { CARD_HEIGHT, type Frame } from '../contract';
import { type BlockSize, blocksPath, type Drawing, type Place } from './blocks';
import { growthIn } from './definition';
import type { ComputeModel, GpuSite, Machines } from './model';

const BLOCK_GPUS = 10_000;
const COLUMN = 10;

interface Grid {
  pitchX: number;
  pitchY: number;
  block: BlockSize;
}
const GRIDS: Record<'wide' | 'narrow', Grid> = {
  wide: { pitchX: 13, pitchY: 8, block: { width: 11, height: 6.2, cut: 'height' } },
  narrow: { pitchX: 10, pitchY: 6, block: { width: 8, height: 4.6, cut: 'height' } },
};

const LOOK: Record<Machines['state'], Look> = {
  running: 'solid',
  leased: 'solid',
  planned: 'said',
  // Planned, and on hold in words: struck is what was dropped.
  paused: 'said',
};

const blocksOf = (one: Machines) => one.gpus / BLOCK_GPUS;
const columnsOf = (one: Machines) => Math.ceil(blocksOf(one) / COLUMN - 1e-9);
/** Height of the highest column, CSS pixels. */
const heightOf = (machines: readonly Machines[], grid: Grid) =>
  Math.max(...machines.map((one) => Math.min(COLUMN, Math.ceil(blocksOf(one) - 1e-9)))) * grid.pitchY;

/** Columns from `x` to the right, standing on `base`. */
function markOf(
  one: Machines,
  site: GpuSite,
  x: number,
  base: number,
  grid: Grid,
  frame: Frame,
  hit?: string,
): Mark {
  const place: Place = (index) => ({
    x: x + Math.floor(index / COLUMN) * grid.pitchX,
    y: base - ((index % COLUMN) + 1) * grid.pitchY + (grid.pitchY - grid.block.height) / 2,
  });
  return {
    id: one.id,
    name: frame.say('gpus.mark', {
      name: site.name,
      date: formatDate(one.date, frame.lang),
      gpus: formatNumber(one.gpus, frame.lang),
      words: one.words,
    }),
    look: LOOK[one.state],
    tone: site.org,
    date: one.date,
    d: blocksPath(0, blocksOf(one), place, grid.block),
    hit,
  };
}

export function layoutGpus(model: ComputeModel, frame: Frame): Drawing {
  return frame.kind === 'narrow' ? layoutList(model, frame) : layoutTime(model, frame);
}

/** The site that the title speaks of, then the others. */
function orderOf({ gpus }: ComputeModel): { grown: GpuSite | undefined; sites: readonly GpuSite[] } {
  const grown = growthIn(gpus)?.site;
  return { grown, sites: grown ? [grown, ...gpus.filter((site) => site !== grown)] : gpus };
}

/** Larger where the title speaks of it. */
const TYPE = {
  grown: { name: 19, number: 20, words: 14, lead: 17 },
  other: { name: 16, number: 14, words: 12, lead: 15.5 },
};

const orgOf = (site: GpuSite, frame: Frame) =>
  frame.say('gpus.org', {
    org: site.orgName,
    paused: site.machines.at(-1)?.state === 'paused' ? 'yes' : 'no',
  });

const PLOT = { x0: 200, x1: 868 };

/** From the half-year of the first state to the date of the data. */
function timeOf(model: ComputeModel) {
  const starts = model.gpus.flatMap((site) => site.machines.map((one) => extentOf(one.date)[0]));
  const first = new Date(Math.min(...starts, extentOf(model.asOf)[0]));
  const from = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() < 6 ? 0 : 6, 1);
  return scaleUtc([from, extentOf(model.asOf)[1]], [PLOT.x0, PLOT.x1]);
}

function layoutTime(model: ComputeModel, frame: Frame): Drawing {
  const grid = GRIDS.wide;
  const x = timeOf(model);
  const marks: Mark[] = [];
  const labels: Label[] = [];
  const lines: Line[] = [];
  const { grown, sites } = orderOf(model);
  let y = 2;
  sites.forEach((site, row) => {
    if (grown && row === 1) {
      labels.push(label(frame.say('gpus.rest'), 0, y + 14, { size: 14, face: 'label-600' }));
      y += 34;
      lines.push({ x1: 0, y1: y - 13, x2: frame.width, y2: y - 13, tone: 'rule' });
    }
    const type = TYPE[site === grown ? 'grown' : 'other'];
    const height = Math.max(52, heightOf(site.machines, grid));
    const base = y + height;
    labels.push(
      label(site.name, 0, base - 22, { size: type.name, face: 'label-600', tone: `${site.org}-text` }),
      label(orgOf(site, frame), 0, base - 4, { size: 13, tone: 'muted' }),
    );
    lines.push({ x1: PLOT.x0, y1: base + 1, x2: PLOT.x1, y2: base + 1, tone: 'rule' });
    site.machines.forEach((one, i) => {
      const [start, end] = extentOf(one.date);
      const at = x((start + end) / 2);
      const right = at + columnsOf(one) * grid.pitchX;
      const next = site.machines[i + 1];
      const limit = next ? x(extentOf(next.date)[0]) - 8 : frame.width;
      const words = balanceText(
        one.words,
        Math.max(60, limit - right - 6),
        type.words,
        'label-400',
        frame.measure,
      );
      const stack = [
        { text: formatNumber(one.gpus, frame.lang), size: type.number, face: 'label-600' as const },
        ...words.map((text) => ({ text, size: type.words, tone: 'ink' })),
        { text: formatDate(one.date, frame.lang, 'short'), size: type.words, tone: 'muted' },
      ];
      stack.forEach(({ text, ...style }, k) => {
        labels.push(
          label(text, right + 4, base - 4 - (stack.length - 1 - k) * type.lead, { ...style, mark: one.id }),
        );
      });
      marks.push(
        markOf(
          one,
          site,
          at,
          base,
          grid,
          frame,
          boxPath(at - 3, y, Math.max(24, Math.min(limit, right + 110) - at), height + 2),
        ),
      );
    });
    y = base + (site === grown ? 26 : 20);
  });
  const bottom = y - 6;
  const axis = axisOf(model, x, bottom, frame);
  lines.push(...axis.lines);
  labels.push(...axis.labels);
  return { height: bottom + 22, marks, labels, lines };
}

/** From the month it begins in to the date of the data, both said; between them the years that have room. */
function axisOf(model: ComputeModel, x: ReturnType<typeof timeOf>, y: number, frame: Frame) {
  const [first] = x.domain();
  const style = { size: 12, tone: 'muted' };
  const end = formatDate(model.asOf, frame.lang, 'short');
  const month = first?.getUTCMonth() ?? 0;
  const year = first?.getUTCFullYear() ?? 0;
  const start = formatDate(month > 0 ? `${year}-0${month + 1}` : `${year}`, frame.lang, 'short');
  const labels = [
    label(start, PLOT.x0, y + 18, style),
    label(end, PLOT.x1, y + 18, { ...style, anchor: 'end' }),
  ];
  const free = [
    PLOT.x0 + reserve(frame.measure(start, 12)) + 12,
    PLOT.x1 - reserve(frame.measure(end, 12)) - 12,
  ];
  const ticks = [PLOT.x0, PLOT.x1];
  for (const one of yearsIn(x.domain())) {
    const at = x(Date.UTC(one, 0, 1));
    if (at <= PLOT.x0) continue;
    ticks.push(at);
    const half = reserve(frame.measure(String(one), 12)) / 2;
    if (at - half > (free[0] ?? 0) && at + half < (free[1] ?? 0))
      labels.push(label(String(one), at, y + 18, { ...style, anchor: 'middle' }));
  }
  const lines: Line[] = [
    { x1: PLOT.x0, y1: y, x2: PLOT.x1, y2: y, tone: 'muted' },
    ...ticks.map((at) => ({ x1: at, y1: y, x2: at, y2: y + 6, tone: 'muted' })),
  ];
  return { lines, labels };
}

const yearsIn = ([from, to]: readonly Date[]) => {
  const [first, last] = [from?.getUTCFullYear() ?? 0, to?.getUTCFullYear() ?? 0];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
};

/** Each site a block of columns, its states side by side in the order of time. */
function layoutList(model: ComputeModel, frame: Frame): Drawing {
  const grid = GRIDS.narrow;
  const marks: Mark[] = [];
  const labels: Label[] = [];
  const lines: Line[] = [];
  let y = 0;
  const { grown, sites } = orderOf(model);
  sites.forEach((site, row) => {
    if (grown && row === 1) {
      labels.push(label(frame.say('gpus.rest'), 0, y + 13, { size: 14, face: 'label-600' }));
      lines.push({ x1: 0, y1: y + 20, x2: frame.width, y2: y + 20, tone: 'rule' });
      y += 28;
    }
    const big = site === grown;
    const head = [
      { text: site.name, size: big ? 17 : 15, face: 'label-600' as const, tone: `${site.org}-text` },
      { text: orgOf(site, frame), size: 13, tone: 'muted' },
    ];
    labels.push(...labelRow(head, 0, y + 13, frame.measure, 8));
    const single = site.machines.length === 1;
    const height = Math.max(single ? 32 : 0, heightOf(site.machines, grid));
    const top = y + 22;
    const base = top + height;
    const slot = frame.width / Math.max(site.machines.length, 1);
    let low = base;
    site.machines.forEach((one, i) => {
      const x = i * slot;
      const side = x + columnsOf(one) * grid.pitchX + 6;
      const left = single ? side : x;
      const room = single ? frame.width - side : slot - 8;
      const words = balanceText(one.words, room, 12, 'label-400', frame.measure);
      const number = {
        text: formatNumber(one.gpus, frame.lang),
        size: big ? 18 : 14,
        face: 'label-600' as const,
      };
      const date = { text: formatDate(one.date, frame.lang, 'short'), size: 12, tone: 'muted' };
      const from = single ? Math.max(top + 10, base - words.length * 15 - 1) : base + (big ? 20 : 17);
      // A single state has room beside its columns; several have their words beneath.
      const first = single
        ? labelRow(
            [
              { ...number, mark: one.id },
              { ...date, mark: one.id },
            ],
            left,
            from,
            frame.measure,
            7,
          )
        : [label(number.text, left, from, { ...number, mark: one.id })];
      labels.push(
        ...first,
        ...words.map((text, k) => label(text, left, from + (k + 1) * 15, { size: 12, mark: one.id })),
      );
      let end = from + words.length * 15;
      if (!single) {
        end += 15;
        labels.push(label(date.text, left, end, { ...date, mark: one.id }));
      }
      low = Math.max(low, end + 2);
      marks.push(
        markOf(
          one,
          site,
          x,
          base,
          grid,
          frame,
          boxPath(x, y, single ? frame.width : slot, Math.max(base, end) + 4 - y),
        ),
      );
    });
    lines.push({
      x1: 0,
      y1: base + 1,
      x2: single ? Math.max(24, columnsOf(site.machines[0] as Machines) * grid.pitchX) : frame.width,
      y2: base + 1,
      tone: 'rule',
    });
    y = low + (big ? 24 : 18);
  });
  return { height: y - 12, marks, labels, lines };
}

/** A reduction: the site with most states, each state a stack of large blocks under its number. */
export function cardGpus(model: ComputeModel, frame: Frame): Drawing {
  const [site] = orderOf(model).sites;
  if (!site) return { height: CARD_HEIGHT, marks: [], labels: [], lines: [] };
  const shown = site.machines.slice(-3);
  const grid: Grid = { pitchX: 40, pitchY: 18, block: { width: 34, height: 14, cut: 'height' } };
  const base = CARD_HEIGHT - 62;
  const slot = frame.width / shown.length;
  const size = 48;
  const yearOf = (one: Machines) => {
    const year = formatDate(one.date, frame.lang, 'year');
    return one.state === 'leased' ? frame.say('card.leased', { year }) : year;
  };
  const labels = shown.flatMap((one, i) => [
    label(formatNumber(one.gpus, frame.lang), i * slot, base - COLUMN * grid.pitchY - 18, {
      size,
      face: 'label-600',
      tone: `${site.org}-text`,
    }),
    label(yearOf(one), i * slot, CARD_HEIGHT - 12, { size: 40, tone: 'muted' }),
  ]);
  const marks = shown.map((one, i) => markOf(one, site, i * slot, base, grid, frame));
  const fits = labels.every((one) => reserve(frame.measure(one.text, one.size, one.face)) <= slot);
  return {
    height: CARD_HEIGHT,
    marks,
    labels: fits ? labels : labels.filter((_, i) => i % 2 === 0),
    lines: [{ x1: 0, y1: base + 2, x2: frame.width, y2: base + 2, tone: 'rule', width: 3 }],
  };
}
