/** The two sides of `flows`: organisations under each other, and where the threads of each begin or end. */
import { cumsum } from 'd3';
import type { Part } from '~/kit/block';
import type { Current, Thread } from './currents';

export type End = 'from' | 'to';

/** An organisation's place on a side, and what it is called there. */
export interface Node {
  org: string;
  label: Part;
  currents: readonly Current[];
}

/** How much room things take from top to bottom, CSS pixels. */
export interface Spacing {
  /** Of a thread at this side. */
  thread(thread: Thread): number;
  /** Between two currents of an organisation, and between two organisations. */
  current: number;
  node: number;
  /** Whether a label stands above its threads, else beside them. */
  above: boolean;
}

/** From its upper edge down. */
export interface Extent {
  y: number;
  height: number;
}

export interface Side {
  height: number;
  nodes: readonly (Extent & { node: Node; labelY: number })[];
  /** Middle of each thread, and what a current fills. */
  threads: ReadonlyMap<Thread, number>;
  currents: ReadonlyMap<Current, Extent>;
}

/** Where each of several begins when they stand under each other, and where the last one ends. */
function pile(heights: readonly number[], gap: number) {
  const ends = cumsum(heights, (height) => height + gap);
  return {
    tops: heights.map((height, i) => (ends[i] ?? 0) - gap - height),
    height: (ends.at(-1) ?? gap) - gap,
  };
}

/** A side that begins at 0. */
export function sideOf(nodes: readonly Node[], spacing: Spacing): Side {
  const { above } = spacing;
  const sizes = nodes.map(({ currents, label }) => {
    const parts = currents.map(({ threads }) => pile(threads.map(spacing.thread), 0));
    const stack = pile(
      parts.map(({ height }) => height),
      spacing.current,
    );
    const height = above ? label.height + stack.height : Math.max(label.height, stack.height);
    return { parts, stack, height };
  });
  const all = pile(
    sizes.map(({ height }) => height),
    spacing.node,
  );
  const threads = new Map<Thread, number>();
  const currents = new Map<Current, Extent>();
  const placed = sizes.map(({ parts, stack, height }, i) => {
    const node = nodes[i] as Node;
    const from = all.tops[i] ?? 0;
    // On whole pixels, so that all threads of a current are one outline at several places.
    const y = Math.round(from + (above ? node.label.height : (height - stack.height) / 2));
    parts.forEach((part, k) => {
      const current = node.currents[k] as Current;
      const start = Math.round(y + (stack.tops[k] ?? 0));
      currents.set(current, { y: start, height: part.height });
      current.threads.forEach((thread, j) => {
        threads.set(thread, start + (part.tops[j] ?? 0) + spacing.thread(thread) / 2);
      });
    });
    return { node, y, height: stack.height, labelY: above ? from : from + (height - node.label.height) / 2 };
  });
  return { height: all.height, nodes: placed, threads, currents };
}

/** The same side further down. */
export function lowered(side: Side, by: number): Side {
  const down = <T extends Extent>(one: T): T => ({ ...one, y: one.y + by });
  return {
    height: side.height,
    nodes: side.nodes.map((one) => ({ ...down(one), labelY: one.labelY + by })),
    threads: new Map([...side.threads].map(([thread, y]) => [thread, y + by])),
    currents: new Map([...side.currents].map(([current, extent]) => [current, down(extent)])),
  };
}
