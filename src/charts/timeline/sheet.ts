/** The sheet: a row and a name per move, its date beside it, its mark in a field of months. */
import { scaleUtc, utcMonth } from 'd3';
import type { Move } from '~/data/types';
import { dayOf, extentOf, formatDate } from '~/i18n/dates';
import type { Line } from '~/kit/draw';
import { type Box, boxOf, type Label, type LabelOptions, label, labelRow } from '~/kit/labels';
import { reserve } from '~/kit/measure';
import { round } from '~/kit/shapes';
import type { Frame } from '../contract';
import { type Block, type Direction, spell, type TimelineModel } from './definition';
import type { TimelineGeometry } from './geometry';
import { markOf, middleOf } from './marks';
import { cutLine } from './place';

const SIZES = {
  wide: { dot: 9, pill: 11, pitch: 14.5, airy: 18, loose: 22, group: 4, block: 8, field: 240, head: 15 },
  narrow: { dot: 7, pill: 11, pitch: 15, airy: 15, loose: 20, group: 4, block: 8, field: 214, head: 14 },
};
/** Up to this many rows there is room to spread them. */
const LOOSE_UP_TO = 12;
const FIGURE = 34;
/** Rows share what a sheet may be high, CSS pixels. */
const HIGH = 556;
/** On a phone the origins of a group stand in from its head. */
const INDENT = 12;

interface Row {
  move: Move;
  /** Middle of the row. */
  y: number;
  /** Rows of the same direction and date that begin here; 0 where one above has said the date. */
  run: number;
}

export function layoutSheet(model: TimelineModel, frame: Frame): TimelineGeometry {
  const narrow = frame.kind === 'narrow';
  const sizes = SIZES[narrow ? 'narrow' : 'wide'];
  const { measure, say, lang } = frame;
  const dateOf = (move: Move, run: number) => {
    const day = formatDate(move.date, lang, narrow ? 'dayShort' : 'dayMonth');
    const text = move.precision === 'day' ? day : formatDate(move.date, lang, 'monthName');
    return run > 1 && !narrow ? say('run', { date: text, n: spell(run, lang) }) : text;
  };
  const nameWidth = Math.max(...model.moves.map((move) => reserve(measure(move.person, 13))));
  const headings = model.blocks.flatMap((block) =>
    block.directions.map((way, i) => ({ block, way, first: i === 0 })),
  );
  const asideWidth = narrow
    ? 0
    : Math.max(...headings.map((one) => asideOf(one, 0, 0, model, frame).width), 0);

  const axis = headerHeight(model, narrow) + 18.5;
  const gaps = headings.reduce((sum, { first }) => sum + (first ? sizes.block : sizes.group), 0);
  const shared = (HIGH - axis - 12 - gaps) / Math.max(model.moves.length, 1);
  const pitch =
    model.moves.length <= LOOSE_UP_TO ? sizes.loose : Math.max(sizes.pitch, Math.min(sizes.airy, shared));
  const rows: Row[] = [];
  const labels: Label[] = [];
  const rules: { at: number; inside: boolean }[] = [];
  const x1 = narrow ? frame.width : frame.width - asideWidth - 24;
  let y = axis + (narrow ? 0 : 6);
  headings.forEach((heading, k) => {
    const { block, way, first } = heading;
    const inline = narrow && inlineOf(heading, model, frame, sizes.field - 10, dateOf);
    const gap = inline ? 6 : first ? sizes.block : sizes.group;
    if (k > 0) {
      rules.push({ at: Math.round(y + gap / 2) + 0.5, inside: !first && block.kind === 'joined' });
      y += gap;
    }
    const top = y;
    if (inline) labels.push(...labelRow(inline, 0, y + pitch / 2 + 4.4, measure, 5).slice(1));
    else if (narrow) {
      for (const { parts, x } of headOf(heading, model, frame, sizes.head)) {
        labels.push(...labelRow(parts, x, y + 14, measure, 4));
        y += 18;
      }
    } else labels.push(...asideOf({ block, way, first }, x1 + 24, y, model, frame).labels);
    way.moves.forEach((move, i) => {
      const before = way.moves[i - 1];
      const run = before?.date === move.date ? 0 : way.moves.filter((one) => one.date === move.date).length;
      rows.push({ move, y: y + pitch / 2, run });
      y += pitch;
    });
    if (!narrow) y = Math.max(y, top + asideOf({ block, way, first }, 0, 0, model, frame).height);
  });
  const bottom = Math.round(y + 4) + 0.5;

  const dateX = narrow ? sizes.field - 10 : nameWidth + 16;
  for (const { move, y: at, run } of rows) {
    labels.push(label(move.person, 0, at + 4.4, { mark: move.id }));
    if (run > 0)
      labels.push(
        label(dateOf(move, run), dateX, at + 4.4, {
          size: narrow ? 12 : 13,
          tone: 'muted',
          mark: move.id,
          anchor: narrow ? 'end' : 'start',
        }),
      );
  }
  const dateWidth = Math.max(...rows.map(({ move, run }) => reserve(measure(dateOf(move, run), 13))));
  const x0 = narrow ? sizes.field : Math.max(sizes.field, Math.ceil(dateX + dateWidth + 16));
  const x = scaleUtc().domain([model.start, model.end]).range([x0, x1]);

  const boxes = rows.map(({ move, y: at }): Box => {
    const [start, end] = extentOf(move.date);
    const width = move.precision === 'day' ? sizes.dot : Math.max(sizes.pill, x(end) - x(start) - 2);
    const left = Math.min(Math.max((x(start) + x(end)) / 2 - width / 2, x0), x1 - width);
    return { x: left, y: at - sizes.dot / 2, width, height: sizes.dot };
  });
  // The whole row opens its evidence: rows are lower than a finger, but as wide as the sheet.
  const marks = rows.map(({ move, y: at }, i) =>
    markOf(move, boxes[i] as Box, { x: 0, y: at - pitch / 2, width: x1, height: pitch }, model, frame),
  );
  const months = utcMonth.range(new Date(model.start), new Date(model.end));
  labels.push(
    ...monthLabels(months, (x1 - x0) / months.length, frame).flatMap((text, i) =>
      text ? [label(text, round(x(months[i] as Date)), axis - 5, { size: 12, tone: 'muted' })] : [],
    ),
  );
  const events = eventWords(model, frame, (at) => x(at));
  labels.push(...events.labels);
  const below = unnamedLines(model, frame, bottom + 8);
  labels.push(...below);

  const grid = months.slice(1).flatMap((date) => {
    const at = Math.round(x(date)) + 0.5;
    return cutLine({ x1: at, y1: axis, x2: at, y2: bottom, tone: 'rule' }, boxes, 1.5);
  });
  const through = events.at.flatMap((at) =>
    cutLine(
      { x1: at, y1: 2, x2: at, y2: bottom, tone: 'ink', dash: '1.5 2.5' },
      [...boxes, ...labels.map((one) => boxOf(one, measure))],
      2,
    ),
  );
  const lines: Line[] = [
    ...grid,
    ...through,
    { x1: x0, y1: axis, x2: x1, y2: axis, tone: 'muted' },
    ...rules.map(({ at, inside }) => ({
      x1: 0,
      y1: at,
      x2: frame.width,
      y2: at,
      tone: 'rule',
      ...(inside ? { dash: '1 4' } : {}),
    })),
    { x1: 0, y1: bottom, x2: frame.width, y2: bottom, tone: 'rule' },
  ];
  const height = Math.ceil(Math.max(bottom + 2, ...below.map((one) => one.y + 6)));
  return { width: frame.width, height, marks, labels, lines, strokes: [], dots: [] };
}

/** Month names, short where they would touch, then only every second or third; the year stands with the first. */
function monthLabels(months: readonly Date[], room: number, frame: Frame): readonly string[] {
  const width = (text: string) => reserve(frame.measure(text, 12)) + 5;
  const names = (style: 'monthName' | 'monthShort') =>
    months.map((date) => formatDate(dayOf(date), frame.lang, style));
  const longFit = names('monthName').every((name) => width(name) <= room);
  const every =
    [1, 2, 3, 6].find((step) => names('monthShort').every((name) => width(name) <= room * step)) ?? 6;
  return names(longFit ? 'monthName' : 'monthShort').map((name, i) => {
    const withYear = `${name} ${months[0]?.getUTCFullYear() ?? ''}`;
    if (i === 0 && width(withYear) <= room) return withYear;
    return longFit || i % every === 0 ? name : '';
  });
}

const headerHeight = (model: TimelineModel, narrow: boolean) =>
  model.events.length === 0 ? 0 : narrow ? 32 : 20;

/** Words of the events on both sides of their lines, above the field. */
function eventWords(model: TimelineModel, frame: Frame, x: (at: number) => number) {
  const { measure, lang } = frame;
  const narrow = frame.kind === 'narrow';
  const at: number[] = [];
  const labels = model.events.flatMap((event, i) => {
    const place = round(x(middleOf(event.date)));
    at.push(place);
    const before = i === 0 && model.events.length > 1;
    const day = { text: formatDate(event.date, lang, 'dayMonth'), face: 'label-600' as const };
    const text = { text: event.text };
    const rows = narrow ? [[day], [text]] : [[day, text]];
    return rows.flatMap((parts, row) =>
      labelRow(
        parts.map((part) => ({ ...part, size: narrow ? 12 : 13 })),
        before ? place - 5 : place + 5,
        10 + row * 13,
        measure,
        5,
        before ? 'end' : 'start',
      ),
    );
  });
  return { labels, at };
}

interface Heading {
  block: Block;
  way: Direction;
  first: boolean;
}

/** "OpenAI to Meta", in the colours of both. */
function wayParts(
  way: Direction,
  model: TimelineModel,
  frame: Frame,
  size: number,
): (LabelOptions & { text: string })[] {
  return [
    { text: model.nameOf(way.from), size, face: 'label-600', tone: `${way.from}-text`, view: way.from },
    { text: frame.say('to'), size, tone: 'muted' },
    { text: model.nameOf(way.to), size, face: 'label-600', tone: `${way.to}-text`, view: way.to },
  ];
}

/** Right of the field on a wide sheet: a large count per block, a small one per direction. */
function asideOf({ block, way, first }: Heading, x: number, y: number, model: TimelineModel, frame: Frame) {
  const { say, measure } = frame;
  const n = String(way.moves.length);
  const part = labelRow(
    [
      { text: n, size: 13, face: 'label-600' },
      { text: say('from'), size: 13, tone: 'muted' },
      { text: model.nameOf(way.from), size: 13, face: 'label-600', tone: `${way.from}-text`, view: way.from },
    ],
    x + 48,
    y + (first ? 34 : 12),
    measure,
    4,
  );
  const figure = label(String(block.n), x + 40, y + 27, { size: FIGURE, face: 'label-600', anchor: 'end' });
  const labels =
    block.kind === 'direction'
      ? [figure, ...labelRow(wayParts(way, model, frame, 15), x + 48, y + 16, measure, 4)]
      : block.kind === 'joined'
        ? [
            ...(first
              ? [
                  figure,
                  ...labelRow(
                    [
                      { text: say('joined'), size: 15, tone: 'muted' },
                      {
                        text: model.nameOf(block.org),
                        size: 15,
                        face: 'label-600',
                        tone: `${block.org}-text`,
                        view: block.org,
                      },
                    ],
                    x + 48,
                    y + 16,
                    measure,
                    4,
                  ),
                ]
              : []),
            ...part,
          ]
        : [
            label(n, x + 40, y + 12, { face: 'label-600', anchor: 'end' }),
            ...labelRow(wayParts(way, model, frame, 13), x + 48, y + 12, measure, 4),
          ];
  const boxes = labels.map((one) => boxOf(one, measure));
  return {
    labels,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Lines above its rows on a phone: a group has a head of its own, and its origins stand in from it. */
function headOf(
  { block, way, first }: Heading,
  model: TimelineModel,
  frame: Frame,
  size: number,
): readonly { x: number; parts: (LabelOptions & { text: string })[] }[] {
  const count = (n: number) => ({ text: String(n), size, face: 'label-600' as const });
  if (block.kind !== 'joined')
    return [{ x: 0, parts: [count(way.moves.length), ...wayParts(way, model, frame, size)] }];
  const named = (org: string) =>
    ({ text: model.nameOf(org), size, face: 'label-600', tone: `${org}-text`, view: org }) as const;
  const word = (text: string) => ({ text, size, tone: 'muted' });
  return [
    ...(first ? [{ x: 0, parts: [count(block.n), word(frame.say('joined')), named(block.org)] }] : []),
    { x: INDENT, parts: [count(way.moves.length), word(frame.say('from')), named(way.from)] },
  ];
}

/** On a phone a lone row says its own way, if there is room for it before the date. */
function inlineOf(
  { block, way, first }: Heading,
  model: TimelineModel,
  frame: Frame,
  room: number,
  dateOf: (move: Move, run: number) => string,
): (LabelOptions & { text: string })[] | undefined {
  const [move] = way.moves;
  if (!move || way.moves.length > 1 || (block.kind === 'joined' ? first : block.kind !== 'rest'))
    return undefined;
  const origin = { text: model.nameOf(way.from), size: 12, tone: `${way.from}-text`, view: way.from };
  const parts =
    block.kind === 'joined'
      ? [{ text: frame.say('from'), size: 12, tone: 'muted' }, origin]
      : wayParts(way, model, frame, 12).map((part) => ({ ...part, face: 'label-400' as const }));
  const row = [{ text: move.person, size: 13 }, ...parts];
  const width = row.reduce((sum, { text, size }) => sum + frame.measure(text, size ?? 13) + 5, 0);
  return width + 3 + frame.measure(dateOf(move, 1), 12) <= room ? row : undefined;
}

/** Directions of which nobody is named in this stretch, though the press counted. */
function unnamedLines(model: TimelineModel, frame: Frame, y: number): Label[] {
  const { say, measure, lang } = frame;
  return model.unnamed.flatMap((way, i) => {
    const count = say('unnamed.count', {
      value: way.counted?.row.value ?? 0,
      date: formatDate(way.counted?.row.date ?? '', lang),
    });
    const at = y + 14 + i * 38;
    const head = wayParts(way, model, frame, 13);
    const none = { text: `${say('unnamed.none')}, ${count}`, size: 13, tone: 'muted' };
    const row = labelRow(head, 0, at, measure, 4);
    const end = Math.max(...row.map((one) => boxOf(one, measure)).map((box) => box.x + box.width));
    return [
      ...row,
      frame.kind === 'narrow' ? label(none.text, 0, at + 17, none) : label(none.text, end + 12, at, none),
    ];
  });
}
