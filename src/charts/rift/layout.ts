/** Where every line of `rift` stands: what at the left, when on one or two time scales, the outcome in a column. */
import { scaleUtc } from 'd3';
import { extentOf, formatDate } from '~/i18n/dates';
import type { Line, Mark } from '~/kit/draw';
import { type Label, type LabelOptions, label } from '~/kit/labels';
import { balanceText, reserve } from '~/kit/measure';
import { boxPath, pillPath } from '~/kit/shapes';
import { CARD_HEIGHT, type Frame, type Geometry, type Layout } from '../contract';
import {
  type Case,
  FOUNDER,
  lateOf,
  outcomeOf,
  type RiftModel,
  roleOf,
  type Step,
  spanOf,
} from './definition';

export interface RiftGeometry extends Geometry {
  /** Behind the marks. */
  grid: readonly Line[];
  /** Over them: steps within a bar. */
  notches: readonly Line[];
}

/** From here on a year is worth more room: the years before hold few events. */
const SPLIT = 2023;
const DOT = 11;
/** Before a step in a list. */
const BULLET = 6;
/** Names of steps above a bar: their type, what a line takes, and how far they end before their leader. */
const STEP = { size: 12, pitch: 15, gap: 5 };
/** Larger where the title speaks of it. */
const TYPE = {
  loud: { title: 19, outcome: 17, pitch: 21, bar: 20 },
  wide: { title: 15, outcome: 14, pitch: 17, bar: 12 },
  narrow: { title: 14, outcome: 13, pitch: 16, bar: 9 },
};

/** A stretch of time on its own scale. */
interface Panel {
  x0: number;
  x1: number;
  from: number;
  to: number;
  at(instant: number): number;
}

export const layout: Layout<RiftModel, RiftGeometry> = (model, frame) => {
  if (frame.kind === 'card') return layoutCard(model, frame);
  return frame.kind === 'narrow' ? layoutNarrow(model, frame) : layoutWide(model, frame);
};

const WIDE = { plot0: 200, plot1: 660, early: 130, gap: 20, outcome: 680 };
const NARROW = { plot0: 0, early: 0.28, gap: 18 };

/** Two panels where anything happened before the split, else one. */
function panelsOf(
  model: RiftModel,
  { plot0, plot1, early, gap }: { plot0: number; plot1: number; early: number; gap: number },
): Panel[] {
  const starts = model.cases.map((one) => extentOf(one.start)[0]);
  const first = new Date(Math.min(...starts, Date.UTC(SPLIT, 0, 1))).getUTCFullYear();
  const soonest = new Date(starts.length > 0 ? Math.min(...starts) : Date.UTC(SPLIT, 0, 1)).getUTCFullYear();
  const asOf = new Date(extentOf(model.asOf)[0]);
  const end = Date.UTC(asOf.getUTCFullYear(), asOf.getUTCMonth() + 1, 1);
  const panel = (x0: number, x1: number, from: number, to: number): Panel => ({
    x0,
    x1,
    from,
    to,
    at: scaleUtc([from, to], [x0, x1]).clamp(true),
  });
  if (first >= SPLIT) return [panel(plot0, plot1, Date.UTC(soonest, 0, 1), end)];
  const split = Date.UTC(SPLIT, 0, 1);
  return [
    panel(plot0, plot0 + early, Date.UTC(first, 0, 1), split),
    panel(plot0 + early + gap, plot1, split, end),
  ];
}

const panelAt = (panels: readonly Panel[], instant: number) =>
  panels.find((one) => instant < one.to) ?? panels.at(-1);

/** The middle of what a partial date can mean. */
function xOf(panels: readonly Panel[], date: string): number {
  const [start, end] = extentOf(date);
  const middle = (start + end) / 2;
  return panelAt(panels, middle)?.at(middle) ?? 0;
}

/** A bar per panel it touches, or a dot per event. */
function pathOf(one: Case, panels: readonly Panel[], y: number, bar: number, asOf: string): string {
  if (one.drawn === 'points') {
    return one.steps.map((step) => dotPath(xOf(panels, step.date), y)).join('');
  }
  const start = extentOf(one.start)[0];
  const end = extentOf(one.end || asOf)[1];
  return panels
    .filter((panel) => start < panel.to && end > panel.from)
    .map((panel) => {
      const [x0, x1] = [panel.at(start), panel.at(end)];
      return boxPath(x0, y - bar / 2, Math.max(2, x1 - x0), bar);
    })
    .join('');
}

const dotPath = (x: number, y: number, size = DOT) => pillPath(x - size / 2, y - size / 2, size, size);

function markOf(one: Case, frame: Frame, d: string, hit?: string): Mark {
  const name = frame.say('mark.case', {
    title: one.title,
    date: spanOf(one, frame.lang),
    outcome: outcomeOf(one, frame.say),
  });
  return { id: one.id, name, look: 'solid', tone: one.tone, date: one.start, d, hit };
}

function stepMark(step: Step, one: Case, frame: Frame, d: string, hit: string): Mark {
  const name = frame.say('mark.step', { date: formatDate(step.date, frame.lang), title: step.title });
  return { id: step.id, name, look: 'solid', tone: one.tone, date: step.date, d, hit };
}

/** Steps between first and last, which are cuts through the bar. */
const cutsOf = (one: Case) =>
  one.drawn === 'points' ? [] : one.steps.filter((step) => step.date !== one.start && step.date !== one.end);

function notchesOf(one: Case, panels: readonly Panel[], y: number, bar: number): Line[] {
  return cutsOf(one).map((step) => {
    const x = xOf(panels, step.date);
    return { x1: x, y1: y - bar / 2, x2: x, y2: y + bar / 2, tone: 'paper', width: 2 };
  });
}

/**
 * What each cut is, in stairs above the bar from `top` up: the earliest lowest, each ending at its own leader,
 * so that no leader meets the words of another.
 */
function stairsOf(one: Case, panels: readonly Panel[], top: number, frame: Frame) {
  const labels: Label[] = [];
  const lines: Line[] = [];
  cutsOf(one).forEach((step, i) => {
    const x = xOf(panels, step.date);
    const y = top - 6 - i * STEP.pitch;
    const text = frame.say('step', {
      event: step.event.replaceAll('-', '_'),
      title: step.title,
      date: formatDate(step.date, frame.lang, 'month'),
    });
    labels.push(label(text, x - STEP.gap, y, { size: STEP.size, anchor: 'end', halo: true, mark: one.id }));
    lines.push({ x1: x, y1: y - 8, x2: x, y2: top, tone: 'muted' });
  });
  return { labels, lines, height: labels.length * STEP.pitch };
}

/** Middles of the gaps between scales; none where there is one. */
const gapsOf = (panels: readonly Panel[]) =>
  panels.slice(1).map((panel, i) => ((panels[i]?.x1 ?? 0) + panel.x0) / 2);

/** The break on a single line: two strokes aslant. */
const slashesOf = (panels: readonly Panel[], y: number): Line[] =>
  gapsOf(panels).flatMap((x) =>
    [-3, 3].map((dx) => ({
      x1: x + dx - 3,
      y1: y + 6,
      x2: x + dx + 3,
      y2: y - 6,
      tone: 'muted',
      width: 1.5,
    })),
  );

/** From the top of a section's rows to their bottom. */
type Stretch = readonly [top: number, bottom: number];

/** Years as lines through each stretch, their labels below; every fourth where they stand close. */
function yearsOf(
  panels: readonly Panel[],
  stretches: readonly Stretch[],
  bottom: number,
): { lines: Line[]; labels: Label[] } {
  const lines: Line[] = [];
  const labels: Label[] = [];
  for (const panel of panels) {
    const first = new Date(panel.from).getUTCFullYear();
    const last = new Date(panel.to - 1).getUTCFullYear();
    const room = (panel.x1 - panel.x0) / Math.max(1, last - first + 1);
    const every = room >= 40 ? 1 : 4;
    for (let year = first; year <= last; year++) {
      if (year % every !== 0) continue;
      const x = panel.at(Date.UTC(year, 0, 1));
      lines.push(...stretches.map(([y1, y2]) => ({ x1: x, y1, x2: x, y2, tone: 'rule' })), {
        x1: x,
        y1: bottom,
        x2: x,
        y2: bottom + 14,
        tone: 'rule',
      });
      if (panel.x1 - x > 26)
        labels.push(label(String(year), x + 4, bottom + 14, { size: 12, tone: 'muted' }));
    }
    lines.push({ x1: panel.x0, y1: bottom, x2: panel.x1, y2: bottom, tone: 'muted' });
  }
  return { lines, labels };
}

function headOf(model: RiftModel, frame: Frame, kind: Case['kind'], y: number): Label[] {
  if (model.view === 'suits') return [];
  const view = kind === 'suit' ? { view: 'suits' } : {};
  return [label(frame.say(`group.${kind}`), 0, y + 14, { size: 16, face: 'label-600', ...view })];
}

/** Lines of text in a column, from baseline `y` down. */
function column(
  text: string,
  x: number,
  y: number,
  width: number,
  frame: Frame,
  options: LabelOptions & { size: number; pitch: number },
) {
  const { pitch, ...style } = options;
  const lines = balanceText(text, width, style.size, style.face ?? 'label-400', frame.measure);
  return {
    height: lines.length * pitch,
    labels: lines.map((line, i) => label(line, x, y + i * pitch, style)),
  };
}

const NOTHING: ReturnType<typeof column> = { height: 0, labels: [] };

/** The row that the title speaks of, where it does. */
const loudOf = ({ cases }: RiftModel) =>
  cases.some((one) => one.id === FOUNDER) ? lateOf(cases) : undefined;

const ruleAt = (y: number, width: number): Line => ({ x1: 0, y1: y, x2: width, y2: y, tone: 'rule' });

function layoutWide(model: RiftModel, frame: Frame): RiftGeometry {
  const panels = panelsOf(model, WIDE);
  const suits = model.view === 'suits';
  const labels: Label[] = [];
  const marks: Mark[] = [];
  const notches: Line[] = [];
  const grid: Line[] = [];
  const width = frame.width - WIDE.outcome;
  const loud = suits ? undefined : loudOf(model);
  const sections: [number, number][] = [];
  let y = 0;
  let kind: Case['kind'] | undefined;
  for (const one of model.cases) {
    if (one.kind !== kind) {
      const head = headOf(model, frame, one.kind, y + (kind ? 8 : 0));
      labels.push(...head);
      if (head.length > 0) y += kind ? 33 : 25;
      kind = one.kind;
      grid.push(ruleAt(y, frame.width));
      sections.push([y, y]);
      y += 4;
    } else if (suits) {
      y += 14;
      grid.push(ruleAt(y, frame.width));
      y += 4;
    }
    const type = one === loud ? TYPE.loud : TYPE.wide;
    const role = roleOf(one, frame.say);
    const style = { size: type.outcome, pitch: type.pitch, mark: one.id };
    const face = suits || one === loud ? { face: 'label-600' as const } : {};
    const first = role
      ? column(role, WIDE.outcome, y + 17, width, frame, { ...style, face: 'label-600' })
      : NOTHING;
    const then = column(one.outcome, WIDE.outcome, y + 17 + first.height, width, frame, {
      ...style,
      ...face,
    });
    const outcome = { height: first.height + then.height, labels: [...first.labels, ...then.labels] };
    // Alone, a suit has every step listed beneath it.
    const stairs = suits ? 0 : cutsOf(one).length * STEP.pitch;
    const least = Math.max(one === loud ? 56 : 42, stairs > 0 ? stairs + type.bar + 20 : 0);
    const height = Math.max(least, outcome.height + 10);
    const middle = stairs > 0 ? y + height - type.bar / 2 - 11 : y + height / 2;
    if (stairs > 0) {
      const named = stairsOf(one, panels, middle - type.bar / 2, frame);
      labels.push(...named.labels);
      grid.push(...named.lines);
    }
    // Under stairs a bar stands low in its row, and the words beside it with it.
    const low = (block: number) =>
      stairs > 0 ? Math.max(0, Math.min(middle - y, height - block / 2) - block / 2) : 0;
    const left = low(46);
    const right = stairs > 0 ? low(outcome.height + 10) : (height - outcome.height - 10) / 2;
    labels.push(
      label(one.title, 0, y + left + type.title + 3, {
        size: type.title,
        face: 'label-600',
        tone: toneOf(one),
        mark: one.id,
      }),
      label(spanOf(one, frame.lang), 0, y + left + type.title + 19, {
        size: 12,
        tone: 'muted',
        mark: one.id,
      }),
      ...outcome.labels.map((text) => ({ ...text, y: text.y + right + 0.5 })),
    );
    marks.push(
      markOf(
        one,
        frame,
        pathOf(one, panels, middle, type.bar, model.asOf),
        boxPath(0, y, frame.width, height),
      ),
    );
    notches.push(...notchesOf(one, panels, middle, type.bar));
    y += height;
    const section = sections.at(-1);
    if (section) section[1] = y;
    if (!suits) continue;
    for (const step of one.steps) {
      const text = column(step.title, WIDE.outcome, y + 13, width, frame, {
        size: 13,
        pitch: 16,
        mark: step.id,
      });
      const row = Math.max(21, text.height + 5);
      const x = xOf(panels, step.date);
      labels.push(
        label(formatDate(step.date, frame.lang), 0, y + 13, { size: 13, tone: 'muted', mark: step.id }),
        ...text.labels,
      );
      grid.push({ x1: x + 10, y1: y + 9, x2: WIDE.outcome - 8, y2: y + 9, tone: 'muted', dash: '1 4' });
      marks.push(stepMark(step, one, frame, dotPath(x, y + 9), boxPath(0, y, frame.width, row)));
      y += row;
    }
    if (section) section[1] = y;
  }
  y += 8;
  const lowest = sections.at(-1);
  if (lowest) lowest[1] = y;
  const years = yearsOf(panels, sections, y);
  return drawing(
    frame.width,
    y + 20,
    marks,
    [...labels, ...years.labels],
    [...years.lines, ...slashesOf(panels, y), ...grid],
    notches,
  );
}

function layoutNarrow(model: RiftModel, frame: Frame): RiftGeometry {
  const panels = panelsOf(model, { ...NARROW, plot1: frame.width, early: NARROW.early * frame.width });
  const suits = model.view === 'suits';
  const labels: Label[] = [];
  const marks: Mark[] = [];
  const notches: Line[] = [];
  const grid: Line[] = [];
  const loud = suits ? undefined : loudOf(model);
  let y = 0;
  let kind: Case['kind'] | undefined;
  for (const one of model.cases) {
    if (one.kind !== kind) {
      const head = headOf(model, frame, one.kind, y);
      labels.push(...head);
      if (head.length > 0) y += 27;
      kind = one.kind;
    }
    const top = y;
    const type = one === loud ? TYPE.loud : TYPE.narrow;
    const title = {
      text: one.title,
      size: type.title,
      face: 'label-600' as const,
      tone: toneOf(one),
      mark: one.id,
    };
    const date = { text: spanOf(one, frame.lang), size: 12, tone: 'muted', mark: one.id };
    const both =
      reserve(frame.measure(title.text, title.size, 'label-600')) +
      10 +
      reserve(frame.measure(date.text, 12));
    if (one === loud) y += 4;
    if (both <= frame.width) {
      labels.push(
        label(title.text, 0, y + 13, title),
        label(date.text, frame.width, y + 13, { ...date, anchor: 'end' }),
      );
      y += 20;
    } else {
      labels.push(label(title.text, 0, y + 13, title), label(date.text, 0, y + 29, date));
      y += 36;
    }
    const middle = y + type.bar / 2 + 1;
    grid.push(...slashesOf(panels, middle));
    for (const panel of panels)
      grid.push({ x1: panel.x0, y1: middle, x2: panel.x1, y2: middle, tone: 'rule' });
    const path = pathOf(one, panels, middle, type.bar, model.asOf);
    // Nameless cuts say nothing: on a phone only the view that lists them has them.
    if (suits) notches.push(...notchesOf(one, panels, middle, type.bar));
    y += type.bar + type.outcome + 3;
    const style = { size: type.outcome, pitch: type.pitch, mark: one.id };
    const face = suits || one === loud ? { face: 'label-600' as const } : {};
    const role = roleOf(one, frame.say);
    const first = role ? column(role, 0, y, frame.width, frame, { ...style, face: 'label-600' }) : NOTHING;
    const then = column(one.outcome, 0, y + first.height, frame.width, frame, { ...style, ...face });
    labels.push(...first.labels, ...then.labels);
    y += first.height + then.height;
    marks.push(markOf(one, frame, path, boxPath(0, top, frame.width, y - 8 - top)));
    if (suits) {
      y += 6;
      for (const step of one.steps) {
        const text = column(step.title, 100, y, frame.width - 100, frame, {
          size: 13,
          pitch: 16,
          mark: step.id,
        });
        labels.push(
          label(formatDate(step.date, frame.lang, 'short'), 14, y, {
            size: 12,
            tone: 'muted',
            mark: step.id,
          }),
          ...text.labels,
        );
        const row = Math.max(24, text.height + 6);
        marks.push(
          stepMark(
            step,
            one,
            frame,
            dotPath(BULLET / 2, y - 4.5, BULLET),
            boxPath(0, y - 15, frame.width, row),
          ),
        );
        y += row;
      }
      y += 4;
    }
  }
  const years = yearsOf(panels, [[y - 2, y + 2]], y + 2);
  grid.push(...slashesOf(panels, y + 2));
  return drawing(
    frame.width,
    y + 22,
    marks,
    [...labels, ...years.labels],
    [...years.lines, ...grid],
    notches,
  );
}

const toneOf = (one: Case) => (one.tone === 'ink' ? 'ink' : `${one.tone}-text`);

function layoutCard(model: RiftModel, frame: Frame): RiftGeometry {
  const founder = model.cases.find((one) => one.id === FOUNDER);
  const late = loudOf(model);
  return founder && late ? layoutArc(founder, late, model, frame) : layoutEnds(model, frame);
}

const ARC = { word: 54, year: 96, line: 236, bar: 56 };

/** A reduction: one line from the founding to the verdict, what Musk was at its start and what the jury said at its end. */
function layoutArc(founder: Case, late: Case, model: RiftModel, frame: Frame): RiftGeometry {
  const [from, to] = [extentOf(founder.start)[0], extentOf(late.end)[1]];
  const x = scaleUtc([from, to], [0, frame.width]).clamp(true);
  const ends = [
    { one: founder, date: founder.start, word: 'founder', at: 0, anchor: 'start' },
    { one: late, date: late.end, word: late.result || 'open', at: frame.width, anchor: 'end' },
  ] as const;
  const labels = ends.flatMap(({ one, date, word, at, anchor }) => {
    const style = { face: 'label-600', anchor, tone: toneOf(one) } as const;
    return [
      label(formatDate(date, frame.lang, 'year'), at, 96, { ...style, size: ARC.year }),
      label(frame.say(`card.${word}`), at, 168, { ...style, size: ARC.word }),
    ];
  });
  const marks = ends.map(({ one }) => {
    const [x0, x1] = [x(extentOf(one.start)[0]), x(extentOf(one.end || model.asOf)[1])];
    return markOf(one, frame, boxPath(x0, ARC.line - ARC.bar / 2, x1 - x0, ARC.bar));
  });
  const line = { x1: 0, y1: ARC.line, x2: frame.width, y2: ARC.line, tone: 'muted', width: 4 };
  return drawing(frame.width, CARD_HEIGHT, marks, labels, [line], []);
}

/** A reduction: the suits as bars with one word each; the whole docket adds the years at OpenAI. */
function layoutEnds(model: RiftModel, frame: Frame): RiftGeometry {
  const founder = model.cases.filter((one) => one.id === FOUNDER);
  const suits = model.cases.filter((one) => one.kind === 'suit').slice(-3);
  const shown = [...founder, ...suits];
  const [from, to] = [extentOf(shown[0]?.start ?? model.asOf)[0], extentOf(model.asOf)[1]];
  const words = shown.map((one) =>
    frame.say(one.kind === 'tie' ? 'card.founder' : `card.${one.result || 'open'}`),
  );
  const size = 46;
  const bar = 34;
  const room = Math.max(...words.map((word) => reserve(frame.measure(word, size, 'label-600'))), 0) + 24;
  const x = scaleUtc([from, to], [0, frame.width - (founder.length > 0 ? 0 : room)]).clamp(true);
  const pitch = (CARD_HEIGHT - 56) / Math.max(shown.length, 1);
  const labels: Label[] = [];
  const marks = shown.map((one, i) => {
    const y = pitch * (i + 0.5);
    const [x0, x1] = [x(extentOf(one.start)[0]), x(extentOf(one.end || model.asOf)[1])];
    const word = words[i] ?? '';
    const right = x1 + 20 + reserve(frame.measure(word, size, 'label-600')) <= frame.width;
    labels.push(
      label(word, right ? x1 + 20 : x0 - 20, y + size * 0.34, {
        size,
        face: 'label-600',
        tone: toneOf(one),
        anchor: right ? 'start' : 'end',
      }),
    );
    return markOf(one, frame, boxPath(x0, y - bar / 2, x1 - x0, bar));
  });
  const ends = [model.cases.length > 0 ? (shown[0]?.start ?? '').slice(0, 4) : '', model.asOf.slice(0, 4)];
  labels.push(
    label(ends[0] ?? '', 0, CARD_HEIGHT - 8, { size: 40, tone: 'muted' }),
    label(ends[1] ?? '', x.range()[1] ?? frame.width, CARD_HEIGHT - 8, {
      size: 40,
      tone: 'muted',
      anchor: 'end',
    }),
  );
  const axis = {
    x1: 0,
    y1: CARD_HEIGHT - 48,
    x2: x.range()[1] ?? frame.width,
    y2: CARD_HEIGHT - 48,
    tone: 'rule',
    width: 3,
  };
  return drawing(frame.width, CARD_HEIGHT, marks, labels, [axis], []);
}

function drawing(
  width: number,
  height: number,
  marks: Mark[],
  labels: Label[],
  grid: Line[],
  notches: Line[],
): RiftGeometry {
  return { width, height: Math.ceil(height), marks, labels, grid, notches };
}
