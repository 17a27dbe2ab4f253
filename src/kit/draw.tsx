/** Draws any chart's items, alike in every chart, in pages as in files: the only component that makes SVG. */
import { Fragment, type ReactElement, type ReactNode, type SVGProps } from 'react';
import {
  type Box,
  type Fade,
  type Geometry,
  type Group,
  type Item,
  type Label,
  type Line,
  type Look,
  labelsOf,
  type Mark,
  marksOf,
  type RowRef,
  type Shape,
  type Span,
} from './items';
import type { Face } from './measure';
import { outlineText } from './outline';
import type { Ink, Token } from './palette';
import { half, inSteps } from './path';
import { pointable } from './place';
import { rangesOf } from './ranges';
import { boxPath, GHOST, OUTLINE } from './shapes';
import { silentIn } from './speech';

/** What a drawing needs to know of where it will stand. */
export interface Pen {
  ink: Ink;
  /** A face as a font-family and a weight. */
  type(face: Face): { family?: string; weight: number };
  /** Words are drawn as outlines, and their text is there unseen: for a file, which finds no typeface of ours. */
  outlined?: true;
  /** Address of a named view, or undefined in a file, where nothing can be followed. */
  viewHref(slug: string): string | undefined;
  /** Address of the table row behind a mark. */
  markHref(id: string): string | undefined;
  /** Where the rows are that a total adds up; nowhere in a file. */
  sumLink(ids: readonly string[]): SumLink | undefined;
  /** Where a row of the data is told. */
  rowLink(row: RowRef): { href: string; target?: '_blank' } | undefined;
  /** Begins the ids within this drawing: a page holds several, and shows one. */
  scope: string;
  /** -1 where the Tab key passes the links by: what they lead to stands elsewhere on the page as well. */
  tabIndex?: number;
  /**
   * What nobody hears, as the page tells it elsewhere: its marks have no dates and no larger areas to point at, and
   * unless a script leads to them, no names and no groups.
   */
  unheard?: 'named' | 'nameless';
}

/** An address that holds without script; a script that can ask the list of moves for exactly these leads there. */
interface SumLink {
  href: string;
  'data-list'?: string | undefined;
}

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

/** Which of a drawing's links a mark is, counted: what a total adds up is written in that, shorter than in ids. */
const orderOf = (items: readonly Item[]): ReadonlyMap<string, number> =>
  new Map(
    marksOf({ items })
      .filter(isLinked)
      .map(({ id }, i) => [id, i]),
  );
const isLinked = ({ look }: Mark) => look !== 'context';

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
  order?: ReadonlyMap<string, number>;
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

function Text({
  label,
  silent,
  pen,
  size,
  order,
}: Pick<Drawn, 'pen' | 'size' | 'order'> & { label: Label; silent: boolean }): ReactElement | null {
  const [main] = label.lines[0]?.spans ?? [];
  if (!main) return null;
  const { family } = pen.type(main.face);
  const quiet = silent ? { ...pen, tabIndex: -1 } : pen;
  // A link is called so itself.
  const spoken = isLink(main) ? undefined : main.spoken;
  const style = styleOf(main, pen);
  return (
    <text
      {...(label.lines.length === 1 ? at(label.lines[0]) : {})}
      {...style}
      fontSize={main.size === size ? undefined : main.size}
      fontFamily={family}
      fill={style.fill ?? (family ? pen.ink('ink') : undefined)}
      textAnchor={label.anchor === 'start' ? undefined : label.anchor}
      data-mark={pen.unheard ? undefined : label.mark}
      aria-hidden={(silent && !pen.unheard) || undefined}
      {...(spoken && !silent && !pen.unheard ? { role: 'img', 'aria-label': spoken } : {})}
      opacity={pen.outlined ? 0 : undefined}
      {...(label.halo && !pen.outlined
        ? { stroke: pen.ink('paper'), strokeWidth: 4, strokeLinejoin: 'round' as const, paintOrder: 'stroke' }
        : {})}
    >
      {label.lines.length === 1
        ? linksOf(label.lines[0]?.spans ?? [], main, quiet, order)
        : label.lines.map((line, i, { length }) => (
            <tspan key={i} {...at(line)}>
              {linksOf(line.spans, main, quiet, order)}
              {/* Heard and found as one sentence: a space that ends a line is not seen, but it is anchored as letters are. */}
              {i < length - 1 && (label.anchor === 'start' ? ' ' : <tspan fontSize={0}> </tspan>)}
            </tspan>
          ))}
    </text>
  );
}

const BEFORE = { start: 0, middle: 0.5, end: 1 };

/** A label in the place of its text. Its casing is an outline below it: not every program knows `paint-order`. */
function Outlines({ label, pen }: { label: Label; pen: Pen }): ReactElement {
  const set = label.lines.flatMap((line) => {
    const spans = line.spans.map((span, i) => ({
      ...outlineText(i === 0 ? span.text : `\u00a0${span.text}`, span.size, span.face),
      tone: span.tone,
    }));
    const { x, y } = at(line);
    let left = x - BEFORE[label.anchor] * spans.reduce((sum, { width }) => sum + width, 0);
    return spans.map(({ d, width, scale, tone }) => {
      const transform = `matrix(${scale} 0 0 ${-scale} ${Math.round(left * 100) / 100} ${y})`;
      left += width;
      return { d, transform, tone, scale };
    });
  });
  return (
    <>
      {label.halo
        ? set.map(({ d, transform, scale }, i) => (
            <path
              key={i}
              d={d}
              transform={transform}
              fill="none"
              stroke={pen.ink('paper')}
              strokeWidth={4 / scale}
              strokeLinejoin="round"
            />
          ))
        : null}
      {set.map(({ d, transform, tone }, i) => (
        <path key={i} d={d} transform={transform} fill={pen.ink(tone)} />
      ))}
    </>
  );
}

const at = (line: { x: number; y: number } | undefined) => ({
  x: Math.round(line?.x ?? 0),
  y: Math.round(line?.y ?? 0),
});

/** Only what differs from the page's own: size, weight and colour. */
function styleOf(span: Span, pen: Pen) {
  const { weight } = pen.type(span.face);
  return {
    fontSize: span.size,
    fontWeight: weight === 400 ? undefined : weight,
    fill: span.tone === 'ink' ? undefined : pen.ink(span.tone),
  };
}

interface Link {
  href?: string | undefined;
  target?: '_blank';
  'data-view'?: string;
  'data-sum'?: string;
  'data-list'?: string | undefined;
}

const isLink = ({ view, sums, row }: Span) => view !== undefined || sums !== undefined || row !== undefined;

/** Where a stretch leads, and how a script knows what it is: to a view, to the rows of what it adds up, to a row. */
function linkOf({ view, sums = [], row }: Span, pen: Pen, order: Drawn['order']): Link {
  if (view !== undefined) return { href: pen.viewHref(view), 'data-view': view || 'all' };
  // What has no mark in this drawing still has its row.
  const ranges = rangesOf(sums.flatMap((id) => order?.get(id) ?? []));
  if (sums.length > 0) return { ...pen.sumLink(sums), ...(ranges && { 'data-sum': ranges }) };
  return (row && pen.rowLink(row)) ?? {};
}

/** Whether two stretches lead to the same, or both nowhere. */
const leadsAlike = (a: Span, b: Span) =>
  a.view === b.view && a.sums === b.sums && a.row === b.row && a.spoken === b.spoken;

/** A line: neighbours that lead to the same are one link, however many looks they have. */
function linksOf(spans: readonly Span[], main: Span, pen: Pen, order: Drawn['order']): ReactElement[] {
  const starts = spans.flatMap((span, i) => {
    const before = spans[i - 1];
    return before && leadsAlike(before, span) ? [] : [i];
  });
  const words = wordsOf(spans, main, pen);
  return starts.map((start, i) => {
    const { href, target, 'data-list': list, ...known } = linkOf(spans[start] ?? main, pen, order);
    const run = words.slice(start, starts[i + 1]);
    if (!href) return <Fragment key={start}>{run}</Fragment>;
    return (
      <a
        key={start}
        href={href}
        target={target}
        tabIndex={pen.tabIndex}
        data-list={list}
        {...(pen.unheard ? {} : { ...known, 'aria-label': spans[start]?.spoken })}
      >
        {run}
      </a>
    );
  });
}

/** Each stretch as it looks, where that is not as the label does. */
function wordsOf(spans: readonly Span[], main: Span, pen: Pen): ReactNode[] {
  return spans.map((span, i) => {
    // Renderers differ in where they drop a space between stretches; one that does not break is kept by all.
    const words = i === 0 ? span.text : `\u00a0${span.text}`;
    const { fontSize, fontWeight, fill } = styleOf(span, pen);
    const own = {
      fontSize: span.size === main.size ? undefined : fontSize,
      fontWeight: span.face === main.face ? undefined : (fontWeight ?? 400),
      fill: span.tone === main.tone ? undefined : (fill ?? pen.ink('ink')),
    };
    const plain = Object.values(own).every((value) => value === undefined);
    return plain ? (
      words
    ) : (
      <tspan key={i} {...own}>
        {words}
      </tspan>
    );
  });
}

/** Words and outlines of an organisation have a tone of their own; ink and muted serve for both. */
const firm = (tone: Token): Token => (tone === 'ink' || tone === 'muted' ? tone : `${tone}-text`);

/** Fill and stroke of a look. A said mark is pale with a firm outline; a ghost is dashed and has no hue. */
function lookOf(look: Look, tone: Token, ink: Ink, weight: number) {
  if (look === 'solid' || look === 'context') return { fill: ink(tone) };
  if (look === 'ghost')
    return {
      fill: 'none',
      stroke: ink(tone === 'ink' ? tone : 'muted'),
      strokeWidth: GHOST.line * weight,
      strokeDasharray: `${GHOST.dash * weight} ${GHOST.gap * weight}`,
      strokeDashoffset: (GHOST.dash * weight) / 2,
    };
  return { fill: ink(tone), fillOpacity: 0.18, stroke: ink(firm(tone)), strokeWidth: OUTLINE * weight };
}

/** Whether a mark is painted as its neighbours are. A ghost is hollow, and a fade has colours of its own. */
const isPlain = ({ look, fade }: Mark) => look !== 'ghost' && !fade;

const markPaint = (mark: Mark, pen: Pen, weight: number, ink = pen.ink) => ({
  ...lookOf(mark.look, mark.tone, ink, weight),
  shapeRendering: mark.crisp ? ('crispEdges' as const) : undefined,
});

/** One mark: a link to its row in the table, so that it opens its evidence with and without script. */
function MarkLink({
  mark,
  pen,
  fades,
  ...paint
}: { mark: Mark; pen: Pen; fades?: ReactElement | undefined } & SVGProps<SVGPathElement>): ReactElement {
  const path = <path d={inSteps(mark.d)} {...paint} />;
  const href = isLinked(mark) ? pen.markHref(mark.id) : undefined;
  if (!href)
    return (
      <g data-id={mark.id}>
        {fades}
        {path}
      </g>
    );
  const { unheard } = pen;
  return (
    <a
      className="mark"
      tabIndex={pen.tabIndex}
      href={href}
      data-date={unheard ? undefined : mark.date}
      aria-label={unheard === 'nameless' ? undefined : mark.name}
    >
      {fades}
      {mark.hit && !unheard ? <path d={inSteps(boxPath(onPixels(mark.hit)))} {...HOLLOW} /> : null}
      {path}
    </a>
  );
}

const HOLLOW = { fill: 'none', stroke: 'none' };

/** Edges that meet still do. */
function onPixels({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.round(x), Math.round(y)];
  return { x: left, y: top, width: Math.round(x + width) - left, height: Math.round(y + height) - top };
}

/** A mark with a paint of its own. */
function LoneMark({ mark, pen, weight, fades }: Drawn & { mark: Mark }): ReactElement {
  const { fade } = mark;
  // Each its own, though some fade alike: what is not chosen loses its hue by it.
  const faded = (tone: Token) => `${pen.scope}-${fades?.indexOf(mark)}${tone === mark.tone ? '' : '-edge'}`;
  const ink: Ink = fade ? (tone) => `url(#${faded(tone)})` : pen.ink;
  const tones = mark.look === 'said' ? [...new Set([mark.tone, firm(mark.tone)])] : [mark.tone];
  // Within the mark: a style sheet finds them there without asking what follows them.
  const gradients = fade && (
    <defs>
      {tones.map((tone) => (
        <Gradient key={tone} id={faded(tone)} stops={stopsOf(mark)} colour={pen.ink(tone)} />
      ))}
    </defs>
  );
  return <MarkLink mark={mark} pen={pen} fades={gradients} {...markPaint(mark, pen, weight, ink)} />;
}

type Stops = Fade['stops'];

/** Before the first stop and after the last a fade stays as it is there. */
const isTurn = ({ opacity }: Stops[number], i: number, stops: Stops) =>
  [stops[i - 1], stops[i + 1]].some((next) => next !== undefined && next.opacity !== opacity);

/** Stops as shares of the mark's width, as a gradient has them that says no more. */
const stopsOf = ({ fade, box }: Mark): Stops =>
  (fade?.stops ?? []).filter(isTurn).map(({ at, opacity }) => {
    const x = (fade?.from ?? 0) + at * ((fade?.to ?? 0) - (fade?.from ?? 0));
    return { at: Math.round(((x - box.x) / box.width) * 1e3) / 1e3, opacity };
  });

const Gradient = ({ id, stops, colour }: { id: string; stops: Stops; colour: string }): ReactElement => (
  <linearGradient id={id}>
    {stops.map(({ at, opacity }, i) => (
      <stop
        key={i}
        offset={at === 0 ? undefined : at}
        stopColor={colour}
        stopOpacity={opacity === 1 ? undefined : opacity}
      />
    ))}
  </linearGradient>
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
