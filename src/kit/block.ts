/** Parts of a drawing that know their size before their place; a layout puts them together and never walks a y down. */
import { around, type Box, type Geometry, type Item, marksOf } from './items';

/** Something with a size, which draws itself once it is told where its top left corner is. CSS pixels, y down. */
export interface Part {
  readonly width: number;
  readonly height: number;
  /** From its top to the baseline of its first line of text. */
  readonly baseline?: number;
  at(x: number, y: number): readonly Item[];
}

/** What may be left out of a list of parts. */
export type Maybe = Part | false | undefined | null | '';
const present = (parts: readonly Maybe[]) => parts.filter((part): part is Part => Boolean(part));

/** A part of a known size, drawn by hand. */
export const box = (width: number, height: number, at: Part['at'] = () => []): Part => ({
  width,
  height,
  at,
});

export const space = (height: number): Part => box(0, height);

/** A level hairline in the middle of its height. */
export const rule = (width: number, tone = 'rule', height = 1): Part =>
  box(width, height, (x, y) => {
    // On the middle of a pixel, so that it is one pixel high.
    const at = Math.floor(y + height / 2) + 0.5;
    return [{ kind: 'line', x1: x, y1: at, x2: x + width, y2: at, tone }];
  });

/** How much of the free space lies before a part. */
type Align = 'start' | 'middle' | 'end';
const SHARE: Readonly<Record<Align, number>> = { start: 0, middle: 0.5, end: 1 };

/** One under the other, left edges in line unless said otherwise. */
export function stack(
  parts: readonly Maybe[],
  { gap = 0, align = 'start' }: { gap?: number; align?: Align } = {},
): Part {
  const shown = present(parts);
  const width = Math.max(0, ...shown.map((part) => part.width));
  const height = shown.reduce((sum, part) => sum + part.height, gap * Math.max(0, shown.length - 1));
  return box(width, height, (x, y) => {
    let top = y;
    return shown.flatMap((part) => {
      const items = part.at(x + SHARE[align] * (width - part.width), top);
      top += part.height + gap;
      return items;
    });
  });
}

/** One under the other, evenly apart, so that all is `height` high; no nearer and no further than `gap` says. */
export function spread(
  parts: readonly Maybe[],
  { height, gap: [least, most] }: { height: number; gap: readonly [least: number, most: number] },
): Part {
  const shown = present(parts);
  const free = (height - stack(shown).height) / Math.max(1, shown.length - 1);
  return stack(shown, { gap: Math.max(least, Math.min(most, free)) });
}

/** Side by side, first baselines in line unless said otherwise. */
export function beside(
  parts: readonly Maybe[],
  { gap = 8, align = 'baseline' }: { gap?: number; align?: Align | 'baseline' } = {},
): Part {
  const shown = present(parts);
  const width = shown.reduce((sum, part) => sum + part.width, gap * Math.max(0, shown.length - 1));
  const lowest = Math.max(0, ...shown.map(baselineOf));
  const most = Math.max(0, ...shown.map((part) => part.height));
  const down = (part: Part) =>
    align === 'baseline' ? lowest - baselineOf(part) : SHARE[align] * (most - part.height);
  return {
    width,
    height: Math.max(0, ...shown.map((part) => down(part) + part.height)),
    ...(align === 'baseline' ? { baseline: lowest } : {}),
    at(x, y) {
      let left = x;
      return shown.flatMap((part) => {
        const items = part.at(left, y + down(part));
        left += part.width + gap;
        return items;
      });
    },
  };
}
const baselineOf = (part: Part) => part.baseline ?? part.height;

/** One after the other while they fit into `room`, else in a new row: `[amount, terms]` in one line or in two. */
export function run(
  parts: readonly Maybe[],
  room: number,
  {
    gap = 8,
    leading = 0,
    align = 'baseline',
  }: { gap?: number; leading?: number; align?: 'baseline' | 'middle' } = {},
): Part {
  const rows: Part[][] = [];
  for (const part of present(parts)) {
    const row = rows.at(-1);
    const used = row?.reduce((sum, one) => sum + one.width + gap, 0) ?? 0;
    if (row && used + part.width <= room) row.push(part);
    else rows.push([part]);
  }
  return stack(
    rows.map((row) => beside(row, { gap, align })),
    { gap: leading },
  );
}

/** The later over the earlier, top left corners in line; as large as the largest. */
export const over = (...parts: readonly Maybe[]): Part => {
  const shown = present(parts);
  return box(
    Math.max(0, ...shown.map((part) => part.width)),
    Math.max(0, ...shown.map((part) => part.height)),
    (x, y) => shown.flatMap((part) => part.at(x, y)),
  );
};

/** With free space around. */
export const pad = (
  part: Part,
  { top = 0, right = 0, bottom = 0, left = 0 }: Partial<Record<'top' | 'right' | 'bottom' | 'left', number>>,
): Part => box(part.width + left + right, part.height + top + bottom, (x, y) => part.at(x + left, y + top));

/**
 * In a place of a given width, or at least of a given height; at its start, middle or end. It limits nothing: a wider
 * part reaches beyond its place, so what may grow is given a `room` of its own.
 */
export function within(
  part: Part,
  {
    width = part.width,
    height = part.height,
    align = 'start',
    down = 'start',
  }: { width?: number; height?: number; align?: Align; down?: Align },
): Part {
  const high = Math.max(height, part.height);
  return box(width, high, (x, y) =>
    part.at(x + SHARE[align] * (width - part.width), y + SHARE[down] * (high - part.height)),
  );
}

/** A part that counts for nothing in the layout: a label beside a mark, a bracket beside a stack. */
export const weightless = (part: Part, dx = 0, dy = 0): Part => box(0, 0, (x, y) => part.at(x + dx, y + dy));

/** What belongs together, under a name for those who do not see it. */
export const group = (name: string, part: Part): Part =>
  box(part.width, part.height, (x, y) => [{ kind: 'group', name, items: part.at(x, y) }]);

/** The whole part is the area to point at for the mark in it that has this id; without one, for its first mark. */
export function area(part: Part, id?: string, width = part.width): Part {
  return box(part.width, part.height, (x, y) => {
    const items = part.at(x, y);
    const wanted = id ?? marksOf({ items })[0]?.id;
    const hit: Box = { x, y, width, height: part.height };
    const widen = (item: Item): Item => {
      if (item.kind === 'group') return { ...item, items: item.items.map(widen) };
      return item.kind === 'mark' && item.id === wanted
        ? { ...item, hit: around([hit, item.box]) ?? hit }
        : item;
    };
    return items.map(widen);
  });
}

/** The first of several drawings of the same that is no wider and no higher than there is room; else the last. */
export function firstFitting(
  tries: readonly (() => Part)[],
  room: { width?: number; height?: number },
): Part {
  const { width = Number.POSITIVE_INFINITY, height = Number.POSITIVE_INFINITY } = room;
  let made: Part | undefined;
  for (const attempt of tries) {
    made = attempt();
    if (made.width <= width + 0.01 && made.height <= height + 0.01) return made;
  }
  return made ?? box(0, 0);
}

/** A part as a drawing `width` wide. */
export const sheet = (
  part: Part,
  width: number,
  more: Pick<Geometry, 'weight'> & { height?: number } = {},
): Geometry => ({
  width,
  height: Math.ceil(more.height ?? part.height),
  items: part.at(0, 0),
  ...(more.weight === undefined ? {} : { weight: more.weight }),
});
