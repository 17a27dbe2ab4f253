/** Words under an axis: the first and the last tick always, those between where all of a step have room. */
import { boxOf, type Label, label } from './labels';
import { type MeasureText, reserve } from './measure';

export interface TickWords {
  /** Baseline, CSS pixels. */
  y: number;
  /** No label begins left of it or ends right of it. */
  left: number;
  right: number;
  text(tick: number): string;
  x(tick: number): number;
  measure: MeasureText;
}

const GAP = 8;

/** 12 px, muted, centred on the tick unless the edge is near. Nothing for no tick. */
export function tickLabels(
  ticks: readonly number[],
  { y, left, right, text, x, measure }: TickWords,
): Label[] {
  const made = ticks.map((tick) => {
    const words = text(tick);
    const half = reserve(measure(words, 12)) / 2;
    const style = { size: 12, tone: 'muted' };
    if (x(tick) - half < left) return label(words, left, y, style);
    if (x(tick) + half > right) return label(words, right, y, { ...style, anchor: 'end' });
    return label(words, x(tick), y, { ...style, anchor: 'middle' });
  });
  const apart = (one: Label, other: Label) => {
    const [a, b] = [boxOf(one, measure), boxOf(other, measure)];
    return a.x + a.width + GAP < b.x || b.x + b.width + GAP < a.x;
  };
  const clear = (some: readonly Label[]) =>
    some.every((one, i) => i === 0 || apart(one, some[i - 1] as Label));
  // Every tick, else every second, third, ... that ends on the last, so that what is left is even.
  const end = made.length - 1;
  for (let step = 1; step < end; step++) {
    const some = made.filter((_, i) => i % step === 0);
    if (end % step === 0 && clear(some)) return some;
  }
  return made.filter((_, i) => i === 0 || i === end);
}
