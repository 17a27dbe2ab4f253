/** Words on a drawing: where they stand, and the box they fill. */
import type { Face, MeasureText } from './measure';
import { reserve } from './measure';
import type { Token } from './palette';

/** One line of text in one face and tone. `x`, `y`: anchor point on the baseline, CSS pixels, y down. */
export interface Label {
  text: string;
  x: number;
  y: number;
  size: number;
  face: Face;
  tone: Token;
  anchor: 'start' | 'middle' | 'end';
  /** Slug of the view this label leads to. */
  view?: string;
  /** What a label that leads somewhere is called aloud, where its text leans on its place; begins with the text. */
  spoken?: string;
  /** Id of the mark this label belongs to: chosen with it. */
  mark?: string;
  /** A casing in paper colour, where a label must stand on a drawn line. */
  halo?: boolean;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type LabelOptions = Partial<Omit<Label, 'text' | 'x' | 'y'>>;

/** A label with the common defaults: 13 px, regular, ink, starting at its point. */
export function label(text: string, x: number, y: number, options: LabelOptions = {}): Label {
  return { text, x, y, size: 13, face: 'label-400', tone: 'ink', anchor: 'start', ...options };
}

/** Several texts in one line, each after the other with `gap` between, so that none touches the next. */
export function labelRow(
  parts: readonly (LabelOptions & { text: string })[],
  x: number,
  y: number,
  measure: MeasureText,
  gap = 6,
  anchor: 'start' | 'end' = 'start',
): Label[] {
  const made = parts.map(({ text, ...options }) => label(text, 0, y, options));
  const widths = made.map((one) => measure(one.text, one.size, one.face));
  const total = widths.reduce((sum, width) => sum + width, gap * (widths.length - 1));
  let at = anchor === 'start' ? x : x - total;
  return made.map((one, i) => {
    const placed = { ...one, x: at };
    at += (widths[i] ?? 0) + gap;
    return placed;
  });
}

/** The ink box of a label: ascent 0.76 and descent 0.22 of its size, width with the reserve for other rasterisers. */
export function boxOf(one: Label, measure: MeasureText): Box {
  const width = reserve(measure(one.text, one.size, one.face));
  const x = one.anchor === 'start' ? one.x : one.anchor === 'end' ? one.x - width : one.x - width / 2;
  return { x, y: one.y - 0.76 * one.size, width, height: 0.98 * one.size };
}

/** Whether two boxes share any area beyond `slack` pixels. */
export function overlap(a: Box, b: Box, slack = 0.5): boolean {
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}
