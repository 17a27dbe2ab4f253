/** Draws any chart's items, alike in every chart, in pages as in files: the only component that makes SVG of them. */
import { Fragment, type ReactElement } from 'react';
import { isLinked, isPlain, LoneMark, MarkLink, markPaint } from './draw-marks';
import { type Order, Outlines, Text } from './draw-words';
import {
  type Geometry,
  type Group,
  type Item,
  type Label,
  type Line,
  labelsOf,
  type Mark,
  marksOf,
  type Shape,
} from './items';
import { half, inSteps } from './path';
import type { Pen } from './pen';
import { pointable } from './place';
import { silentIn } from './speech';

/** The inside of a drawing's <svg>. */
export function Drawing({ geometry, pen }: { geometry: Geometry; pen: Pen }): ReactElement {
  const items = pen.unheard ? geometry.items : pointable(geometry.items);
  const size = commonSize(items);
  return (
    <g fontSize={size}>
      <Items
        items={items}
        pen={pen}
        weight={geometry.weight ?? 1}
        silent={silentIn(items)}
        order={orderOf(items)}
        fades={marksOf({ items }).filter((mark) => mark.fade)}
        size={size}
      />
    </g>
  );
}

const orderOf = (items: readonly Item[]): Order =>
  new Map(
    marksOf({ items })
      .filter(isLinked)
      .map(({ id }, i) => [id, i]),
  );

/** The size that most labels have: written once. */
function commonSize(items: readonly Item[]): number | undefined {
  const sizes = Map.groupBy(labelsOf({ items }), ({ lines }) => lines[0]?.spans[0]?.size);
  return [...sizes].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

interface Drawn {
  pen: Pen;
  /** Of letters, unless they say another. */
  size?: number | undefined;
  /** How much heavier outlines are than in a page. */
  weight: number;
  /** Marks that fade, counted. */
  fades?: readonly Mark[];
  /** What a reader of the screen passes over. */
  silent?: ReadonlySet<Label>;
  order?: Order;
}

export function Items({ items, ...drawn }: Drawn & { items: readonly Item[] }): ReactElement {
  return (
    <>
      {runsOf(items, drawn).map((run, i) => (
        <Fragment key={i}>{drawRun(run, drawn)}</Fragment>
      ))}
    </>
  );
}

/** Neighbours that look the same: their look is written once. */
interface Run {
  look: string;
  items: readonly [Item, ...Item[]];
}

function runsOf(items: readonly Item[], { pen, weight }: Drawn): Run[] {
  const runs: { look: string; items: [Item, ...Item[]] }[] = [];
  for (const item of items) {
    const look = lookKey(item, pen, weight);
    const last = runs.at(-1);
    if (last && look && last.look === look) last.items.push(item);
    else runs.push({ look, items: [item] });
  }
  return runs;
}

/** The same for items that can be drawn as one; empty for what stands alone. */
function lookKey(item: Item, pen: Pen, weight: number): string {
  if (item.kind === 'line') return `line ${JSON.stringify(strokeOf(item, pen))}`;
  if (item.kind === 'shape' && item.opacity === undefined)
    return `shape ${JSON.stringify(paintOf(item, pen))}`;
  return item.kind === 'mark' && isPlain(item) ? `mark ${JSON.stringify(markPaint(item, pen, weight))}` : '';
}

function drawRun({ items }: Run, drawn: Drawn): ReactElement {
  const { pen, weight } = drawn;
  const [item] = items;
  switch (item.kind) {
    case 'mark':
      return isPlain(item) ? (
        <g {...markPaint(item, pen, weight)}>
          {items.map((mark, i) => mark.kind === 'mark' && <MarkLink key={i} mark={mark} pen={pen} />)}
        </g>
      ) : (
        <LoneMark mark={item} {...drawn} />
      );
    case 'label':
      return (
        <>
          <Text
            label={item}
            silent={drawn.silent?.has(item) ?? false}
            pen={pen}
            size={drawn.size}
            order={drawn.order}
          />
          {pen.outlined ? <Outlines label={item} pen={pen} /> : null}
        </>
      );
    case 'line':
      return <path d={outlineOf(items)} {...strokeOf(item, pen)} />;
    case 'shape':
      return <path d={outlineOf(items)} {...paintOf(item, pen)} opacity={item.opacity} />;
    case 'group':
      return <Together group={item} {...drawn} />;
  }
}

function Together({ group, ...drawn }: Drawn & { group: Group }): ReactElement {
  const { opacity, name } = group;
  const inside = <Items items={group.items} {...drawn} />;
  const said =
    name === undefined || drawn.pen.unheard === 'nameless' ? {} : { role: 'group', 'aria-label': name };
  return said.role || opacity !== undefined ? (
    <g opacity={opacity} {...said}>
      {inside}
    </g>
  ) : (
    inside
  );
}

/** Lines and shapes of one look as one outline. */
const outlineOf = (items: readonly Item[]): string =>
  inSteps(
    items
      .map((item) => {
        if (item.kind === 'shape') return item.d;
        if (item.kind !== 'line') return '';
        // Across a line half a pixel is seen, along it none.
        const [left, right] = [item.x1, item.x2].map(item.y1 === item.y2 ? Math.round : half);
        const [top, bottom] = [item.y1, item.y2].map(item.x1 === item.x2 ? Math.round : half);
        return `M${left} ${top}L${right} ${bottom}`;
      })
      .join(''),
  );

const strokeOf = (line: Line, pen: Pen) => ({
  stroke: pen.ink(line.tone),
  strokeWidth: line.width,
  strokeDasharray: line.dash,
});

const paintOf = ({ fill, stroke, width, dash, casing }: Shape, pen: Pen) => ({
  fill: fill === undefined ? 'none' : pen.ink(fill),
  stroke: stroke === undefined ? undefined : pen.ink(stroke),
  strokeWidth: width,
  strokeDasharray: dash,
  'data-casing': casing ? '' : undefined,
  pointerEvents: stroke === undefined && fill === undefined ? undefined : ('none' as const),
});
