/** Words under an axis: the first and the last tick always, those between where they have room. */
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
export function tickLabels(ticks: readonly number[], { y, left, right, text, x, measure }: TickWords): Label[] {
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
  const last = made.at(-1);
  return made.reduce<Label[]>((kept, one) => {
    const others = last && one !== last ? [...kept, last] : kept;
    return others.every((other) => apart(one, other)) ? [...kept, one] : kept;
  }, []);
}
