/** Sums as bars from zero on one linear scale; rent by the month, which is no sum, in words behind a bullet. */
import { scaleLinear } from 'd3';
import { formatDate } from '~/i18n/dates';
import { formatNumber } from '~/i18n/numbers';
import { barPath } from '~/kit/bars';
import type { Line, Mark } from '~/kit/draw';
import { type Label, label, labelRow } from '~/kit/labels';
import { balanceText, reserve } from '~/kit/measure';
import { boxPath, pillPath } from '~/kit/shapes';
import { tickLabels } from '~/kit/ticks';
import { CARD_HEIGHT, type Frame } from '../contract';
import type { Drawing } from './blocks';
import { dollarsOf, isShared, nameOf } from './definition';
import type { ComputeModel, Sum } from './model';

const SLIVER = 2;
/** Side of a bullet, and how far the words stand behind it. */
const BULLET = 8;
const INDENT = 16;
const TICKS = 5;
const HEAD = { wide: 18, narrow: 16 };

function markOf(sum: Sum, title: string, frame: Frame, d: string, hit?: string): Mark {
  const name = frame.say('money.mark', {
    name: title,
    amount: dollarsOf(sum, frame.say, frame.lang),
    terms: sum.terms,
    date: formatDate(sum.date, frame.lang),
  });
  return {
    id: sum.id,
    name,
    look: sum.state === 'agreed' ? 'solid' : 'said',
    // A rent is no bar of a company: its bullet only begins a line.
    tone: sum.kind === 'month' ? 'ink' : sum.org,
    date: sum.date,
    d,
    hit,
  };
}

export function layoutMoney(model: ComputeModel, frame: Frame): Drawing {
  const narrow = frame.kind === 'narrow';
  const x0 = narrow ? 0 : 200;
  const bar = narrow ? 12 : 16;
  const end = frame.width - (narrow ? 10 : 30);
  const drawn = model.sums.filter((sum) => sum.kind !== 'month');
  const x = scaleLinear()
    .domain([0, Math.max(1, ...drawn.map((sum) => sum.dollars))])
    .nice(TICKS)
    .range([x0, end]);

  const marks: Mark[] = [];
  const labels: Label[] = [];
  const lines: Line[] = [];
  let y = 0;
  let kind: Sum['kind'] | undefined;
  model.sums.forEach((sum, i) => {
    if (sum.kind !== kind) {
      kind = sum.kind;
      const head = frame.say(`money.head.${kind}`);
      if (i > 0) y += kind === 'month' ? 14 : 6;
      const size = HEAD[narrow ? 'narrow' : 'wide'];
      labels.push(label(head, 0, y + 16, { size, face: 'label-600' }));
      const from = frame.measure(head, size, 'label-600') + 14;
      if (from < frame.width - 20)
        lines.push({ x1: from, y1: y + 10.5, x2: frame.width, y2: y + 10.5, tone: 'rule' });
      y += narrow ? 28 : 32;
    }
    const top = y;
    const rent = sum.kind === 'month';
    const left = rent ? x0 + INDENT : x0;
    const title = nameOf(sum, model.sums, frame.say, frame.lang);
    labels.push(
      label(title, 0, y + (narrow ? 12 : 13), {
        size: narrow ? 14 : 15,
        face: 'label-600',
        tone: rent ? 'ink' : `${sum.org}-text`,
        mark: sum.id,
      }),
    );
    if (narrow) y += 19;
    // A rent has no length: its words stand where the bars do.
    const d = rent
      ? pillPath(x0, y + (narrow ? 6.5 : 3.5), BULLET, BULLET)
      : barPath(x0, y, Math.max(SLIVER, x(sum.dollars) - x0), bar, sum.bound);
    if (!rent) y += bar;
    else if (!narrow) y -= 4;
    const amount = {
      text: dollarsOf(sum, frame.say, frame.lang),
      size: narrow ? 13 : 14,
      face: 'label-600' as const,
      mark: sum.id,
    };
    const date = formatDate(sum.date, frame.lang, 'month');
    const terms = isShared(sum, model.sums)
      ? sum.terms
      : frame.say('money.terms', { terms: sum.terms, date });
    const style = { size: narrow ? 13 : 14, mark: sum.id };
    const both =
      reserve(frame.measure(amount.text, amount.size, amount.face)) +
      8 +
      reserve(frame.measure(terms, style.size));
    if (both <= frame.width - left) {
      labels.push(...labelRow([amount, { text: terms, ...style }], left, y + 16, frame.measure, 8));
      y += 20;
    } else {
      const wrapped = balanceText(terms, frame.width - left, style.size, 'label-400', frame.measure);
      labels.push(
        label(amount.text, left, y + 15, amount),
        ...wrapped.map((text, k) => label(text, left, y + 31 + k * 16, style)),
      );
      y += 20 + wrapped.length * 16;
    }
    marks.push(markOf(sum, title, frame, d, boxPath(0, top - 2, frame.width, Math.max(24, y + 4 - top))));
    y += narrow ? 10 : 12;
    const next = model.sums[i + 1];
    // The scale is drawn where its last bar stands.
    if (!rent && (!next || next.kind === 'month')) {
      const axis = axisOf(x, x0, end, y, frame);
      lines.push(...axis.lines);
      labels.push(...axis.labels);
      y += axis.height;
    }
  });
  return { height: y, marks, labels, lines };
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

function axisOf(
  x: Scale,
  x0: number,
  end: number,
  y: number,
  frame: Frame,
): { height: number; lines: Line[]; labels: Label[] } {
  const ticks = x.ticks(TICKS);
  const words = (unit: boolean) =>
    tickLabels(ticks, {
      y: y + 18,
      left: x0,
      right: frame.width - 2,
      text: (tick) =>
        frame.say('tick', {
          value: formatNumber(tick / 1e9, frame.lang),
          unit: unit && tick === ticks.at(-1) ? 'yes' : 'no',
        }),
      x,
      measure: frame.measure,
    });
  const lines = [
    { x1: x0, y1: y, x2: end, y2: y, tone: 'muted' },
    ...ticks.map((tick) => ({ x1: x(tick), y1: y, x2: x(tick), y2: y + 5, tone: 'muted' })),
  ];
  const one = words(true);
  if (one.length === ticks.length) return { height: 22, lines, labels: one };
  // Where the last has no room for the unit, the unit stands beneath it.
  const unit = label(frame.say('tick.unit'), frame.width - 2, y + 33, {
    size: 12,
    tone: 'muted',
    anchor: 'end',
  });
  return { height: 37, lines, labels: [...words(false), unit] };
}

/** A reduction: the largest announced programme over the largest sum raised for one of its sites. */
export function cardMoney(model: ComputeModel, frame: Frame): Drawing {
  const bySize = [...model.sums].sort((a, b) => b.dollars - a.dollars);
  const announced = bySize.find((sum) => sum.kind === 'programme');
  const raised = bySize.find(
    (sum) => sum.kind === 'site' && sum.state === 'agreed' && sum.org === announced?.org,
  );
  const shown = [announced, raised].filter((sum) => sum !== undefined);
  const x = scaleLinear([0, Math.max(1, ...shown.map((sum) => sum.dollars))], [0, frame.width - 30]);
  const marks: Mark[] = [];
  const labels = shown.flatMap((sum, i) => {
    const y = 8 + i * 172;
    marks.push(
      markOf(sum, sum.name, frame, barPath(0, y + 70, Math.max(SLIVER, x(sum.dollars)), 62, sum.bound)),
    );
    const parts = [
      { text: dollarsOf(sum, frame.say, frame.lang), face: 'label-600' as const, tone: `${sum.org}-text` },
      { text: frame.say(`card.${sum.state}`), tone: 'muted' },
    ];
    return labelRow(
      parts.map((part) => ({ ...part, size: 50 })),
      0,
      y + 50,
      frame.measure,
      26,
    );
  });
  return { height: CARD_HEIGHT, marks, labels, lines: [] };
}
