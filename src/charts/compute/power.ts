/** Power in blocks of 100 megawatts: all sites in words, then a row per site, fate beneath. */
import { formatDate } from '~/i18n/dates';
import { formatNumber } from '~/i18n/numbers';
import type { Line, Look, Mark } from '~/kit/draw';
import { type Label, label, labelRow } from '~/kit/labels';
import { balanceText, reserve } from '~/kit/measure';
import { boxPath } from '~/kit/shapes';
import { CARD_HEIGHT, type Frame } from '../contract';
import { type BlockSize, blocksPath, type Drawing, type Place } from './blocks';
import { gigawatts, powerOf, stateOf, sumOf, total, totalOf } from './definition';
import type { ComputeModel, Part, PowerSite } from './model';

const BLOCK_MW = 100;
/** Blocks to a gigawatt: a little wider apart, so that they can be counted by tens. */
const TEN = 10;
const TICK_ROOM = 2;

interface Sizes {
  /** Left edge of the blocks. */
  x: number;
  pitch: number;
  ten: number;
  row: number;
  perRow: number;
  block: BlockSize;
}

/** Five gigawatts in a row where there is room; on a phone as many whole gigawatts as fit. */
function sizesOf(frame: Frame): Sizes {
  const narrow = frame.kind === 'narrow';
  const [x, ten, least] = narrow ? [0, 8, 15] : [200, 7, 15];
  const tens = Math.max(1, Math.min(5, Math.floor((frame.width - x + ten) / (TEN * least + ten))));
  // A tick behind the last block of a row stays within the frame.
  const pitch = (frame.width - x - TICK_ROOM - (tens - 1) * ten) / (tens * TEN);
  const block: BlockSize = { width: pitch - 2.2, height: narrow ? 16 : 18, cut: 'width' };
  return { x, pitch, ten, row: block.height + (narrow ? 4 : 6), perRow: tens * TEN, block };
}

const LOOK: Record<Part['state'], Look> = { running: 'solid', planned: 'said', dropped: 'ghost' };

/** An outline stands on its edge: a little smaller than what is filled, so that both look alike. */
function partsOf(site: PowerSite, place: Place, block: BlockSize, frame: Frame): Mark[] {
  let at = 0;
  return site.parts.map((part) => {
    const from = at;
    at += part.megawatts / BLOCK_MW;
    const inset = part.state === 'running' ? 0 : 0.6;
    const inner = { ...block, width: block.width - 2 * inset, height: block.height - 2 * inset };
    const put: Place = (index) => {
      const { x, y } = place(index);
      return { x: x + inset, y: y + inset };
    };
    return {
      id: part.id,
      name: frame.say('power.mark', {
        name: site.name,
        state: stateOf(site, part),
        value: frame.say('gw', { value: gigawatts(part.megawatts, frame.lang, 2) }),
      }),
      look: LOOK[part.state],
      tone: site.org,
      date: part.date,
      d: blocksPath(from, at, put, inner, part.state === 'dropped'),
    };
  });
}

export function layoutPower(model: ComputeModel, frame: Frame): Drawing {
  const narrow = frame.kind === 'narrow';
  const { x: x0, pitch, ten, row, perRow, block } = sizesOf(frame);
  const xAt = (column: number) => x0 + column * pitch + Math.floor(column / TEN) * ten;
  const marks: Mark[] = [];
  const labels: Label[] = [];
  const lines: Line[] = [];
  const all = layoutTotal(model, frame, x0);
  labels.push(...all.labels);
  lines.push(...all.lines);
  let y = all.height;

  labels.push(
    ...(narrow ? rowWords(perRow, frame) : scaleWords(model, perRow, frame, xAt)).map((one) => ({
      ...one,
      x: one.x + (narrow ? 0 : block.width),
      y: y + 11,
    })),
  );
  y += 20;

  for (const site of model.power) {
    const top = y;
    const tone = `${site.org}-text`;
    const head = [
      { text: site.name, size: 16, face: 'label-600' as const, tone },
      { text: site.orgName, size: 13, tone: 'muted' },
    ];
    if (narrow) {
      labels.push(...labelRow(head, 0, y + 13, frame.measure, 8));
      y += 20;
    } else {
      labels.push(label(site.name, 0, y + 14, head[0]), label(site.orgName, 0, y + 32, head[1]));
    }
    const blocksTop = y;
    const place: Place = (index) => ({
      x: xAt(index % perRow),
      y: blocksTop + Math.floor(index / perRow) * row,
    });
    const count = total([site], (one) => one.parts.reduce((sum, part) => sum + part.megawatts, 0)) / BLOCK_MW;
    const rows = Math.max(1, Math.ceil(count / perRow - 1e-9));
    const made = partsOf(site, place, block, frame);
    y += rows * row;

    const mark = site.parts[0]?.id;
    const style = { size: narrow ? 13 : 14, mark };
    const interim = interimOf(site, frame, place, block, row);
    const fate = site.fate;
    const power = { text: powerOf(site, frame.say, frame.lang), size: 14, face: 'label-600' as const, mark };
    const widthOf = (words: string) =>
      reserve(frame.measure(power.text, 14, 'label-600')) + 8 + reserve(frame.measure(words, style.size));
    // The dated part is named at its tick where the scale runs on, unless the words of the row already stand there.
    const apart = interim !== undefined && !narrow && x0 + widthOf(fate) + 12 < interim.line.x1;
    const text = [interim && !apart ? interim.text : '', fate].filter(Boolean).join(', ');
    const room = frame.width - x0;
    if (widthOf(text) <= room) {
      labels.push(...labelRow([power, { text, ...style }], x0, y + 12, frame.measure, 8));
      y += 16;
    } else {
      const wrapped = balanceText(text, room, style.size, 'label-400', frame.measure);
      labels.push(
        label(power.text, x0, y + 12, power),
        ...wrapped.map((line, i) => label(line, x0, y + 29 + i * 16, style)),
      );
      y += 16 + wrapped.length * 16;
    }
    if (interim)
      lines.push(
        apart
          ? interim.line
          : { ...interim.line, y1: interim.line.y1 - 3, y2: interim.line.y1 + block.height + 3 },
      );
    if (interim && apart) {
      const planned = site.parts.find((part) => part.state === 'planned')?.id;
      const { x1, y2 } = interim.line;
      const end = x1 + 6 + reserve(frame.measure(interim.text, 13)) > frame.width;
      labels.push(
        label(interim.text, end ? x1 - 6 : x1 + 6, y2 - 1, {
          size: 13,
          tone: 'muted',
          mark: planned,
          anchor: end ? 'end' : 'start',
        }),
      );
    }
    const bottom = y;
    // The whole row points at its first part; over it each further part at itself, gaps included.
    const hits =
      rows > 1
        ? []
        : stretchesOf(site).map(([from, to]) => {
            const [left, right] = [place(from).x, place(to).x + block.width];
            return boxPath(left, blocksTop - 3, right - left, row + 2);
          });
    marks.push(
      ...made.map((one, i) => ({
        ...one,
        hit: i === 0 ? boxPath(0, top, frame.width, bottom + 4 - top) : hits[i],
      })),
    );
    y += narrow ? 18 : 20;
  }
  return { height: y - (narrow ? 12 : 14), marks, labels, lines };
}

/** First and last block of each part. */
function stretchesOf(site: PowerSite): [number, number][] {
  let at = 0;
  return site.parts.map((part) => {
    const from = Math.floor(at);
    at += part.megawatts / BLOCK_MW;
    return [from, Math.max(from, Math.ceil(at - 1e-9) - 1)];
  });
}

/** A tick under the block where the dated part of the plan ends. */
function interimOf(
  site: PowerSite,
  frame: Frame,
  place: Place,
  block: BlockSize,
  row: number,
): { line: Line; text: string } | undefined {
  if (!site.interim) return undefined;
  const last = place(Math.ceil(site.interim.megawatts / BLOCK_MW) - 1);
  const x = last.x + block.width + 1.5;
  const text = frame.say(frame.kind === 'narrow' ? 'power.interim.of' : 'power.interim', {
    value: frame.say('gw', { value: gigawatts(site.interim.megawatts, frame.lang) }),
    date: formatDate(site.interim.date, frame.lang),
  });
  const y2 = last.y + row + 13;
  return { line: { x1: x, y1: last.y, x2: x, y2, tone: 'ink', width: 1.5 }, text };
}

type Words = readonly Label[];

/** The end of every ten blocks, where all stand on one line. */
function scaleWords(
  model: ComputeModel,
  perRow: number,
  frame: Frame,
  xAt: (column: number) => number,
): Words {
  const most = Math.max(0, ...model.power.map((site) => site.planned / BLOCK_MW));
  const ends = Array.from({ length: Math.min(perRow / TEN, Math.ceil(most / TEN)) }, (_, i) => i + 1);
  return ends.map((value) =>
    label(frame.say('gw', { value: formatNumber(value, frame.lang) }), xAt(value * TEN - 1), 0, {
      size: 12,
      tone: 'muted',
      anchor: 'end',
    }),
  );
}

/** How much a full row is, where a site may need several. */
const rowWords = (perRow: number, frame: Frame): Words => [
  label(frame.say('power.row', { value: formatNumber(perRow / TEN, frame.lang) }), 0, 0, {
    size: 12,
    tone: 'muted',
  }),
];

/** The finding in words, set apart by a rule. */
function layoutTotal(model: ComputeModel, frame: Frame, x0: number): Omit<Drawing, 'marks'> {
  if (model.power.length === 0) return { height: 0, labels: [], lines: [] };
  const narrow = frame.kind === 'narrow';
  const { name, power, basis } = totalOf(model.power, frame.say, frame.lang);
  const head = { size: narrow ? 17 : 19, face: 'label-600' as const };
  const figure = { size: narrow ? 26 : 30, face: 'label-600' as const };
  const style = { size: narrow ? 13 : 14 };
  const labels: Label[] = [label(name, 0, narrow ? 15 : 24, head)];
  let y = narrow ? 43 : 24;
  labels.push(label(power, x0, y, figure));
  y += narrow ? 19 : 20;
  const lines = balanceText(basis, frame.width - x0, style.size, 'label-400', frame.measure);
  labels.push(...lines.map((text, i) => label(text, x0, y + i * 17, style)));
  y += (lines.length - 1) * 17 + 14;
  return {
    height: y + 10,
    labels,
    lines: [{ x1: 0, y1: y, x2: frame.width, y2: y, tone: 'rule' }],
  };
}

/** A reduction: all blocks in one field, those that run first, and the two totals. */
export function cardPower(model: ComputeModel, frame: Frame): Drawing {
  const sites = model.power;
  const perRow = 24;
  const pitch = frame.width / perRow;
  const side = pitch - 6;
  const place: Place = (index) => ({
    x: (index % perRow) * pitch,
    y: 92 + Math.floor(index / perRow) * pitch,
  });
  const parts = (['running', 'planned'] as const).flatMap((state) =>
    sites.flatMap((site) =>
      site.parts.filter((part) => part.state === state).map((part) => ({ site, part })),
    ),
  );
  let at = 0;
  const marks = parts.flatMap(({ site, part }) => {
    const from = at;
    at += part.megawatts / BLOCK_MW;
    const put: Place = (index) => place(index + from);
    return partsOf({ ...site, parts: [part] }, put, { width: side, height: side, cut: 'width' }, frame);
  });
  const head = [
    {
      text: powerOf(sumOf(sites), frame.say, frame.lang),
      face: 'label-600' as const,
    },
    { text: frame.say('card.running'), tone: 'muted' },
  ];
  return {
    height: CARD_HEIGHT,
    marks,
    labels: labelRow(
      head.map((part) => ({ ...part, size: 60 })),
      0,
      56,
      frame.measure,
      24,
    ),
    lines: [],
  };
}
