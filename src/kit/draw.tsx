/** Draws any chart's items, alike in every chart, in pages as in files: the only component that makes SVG. */
import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { Fade, Geometry, Item, Label, Line, Look, Mark, Shape, Span } from './items';
import { stretchesOf } from './letters';
import type { Face } from './measure';
import type { Ink, Token } from './palette';
import { pointable } from './place';
import { boxPath, GHOST, OUTLINE, round } from './shapes';
import { silentIn } from './speech';

/** What a drawing needs to know of where it will stand. */
export interface Pen {
  ink: Ink;
  /** A face as a font-family and a weight; `ext` is a family for letters beyond Latin-1, where they need one. */
  type(face: Face): { family?: string; ext?: string; weight: number };
  /** Address of a named view, or undefined in a file, where nothing can be followed. */
  viewHref(slug: string): string | undefined;
  /** Address of the table row behind a mark. */
  markHref(id: string): string | undefined;
  /** Begins the ids within this drawing: a page holds several, and shows one. */
  scope: string;
  /** -1 where the Tab key passes the links by: what they lead to stands elsewhere on the page as well. */
  tabIndex?: number;
}

/** The inside of a drawing's <svg>. */
export function Drawing({ geometry, pen }: { geometry: Geometry; pen: Pen }): ReactElement {
  const items = pointable(geometry.items);
  return <Items items={items} pen={pen} weight={geometry.weight ?? 1} silent={silentIn(items)} />;
}

interface Drawn {
  pen: Pen;
  /** How much heavier outlines are than in a page. */
  weight: number;
  /** What a reader of the screen passes over. */
  silent?: ReadonlySet<Label>;
}

export function Items({ items, ...drawn }: Drawn & { items: readonly Item[] }): ReactElement {
  return (
    <>
      {items.map((item, i) => (
        <Fragment key={i}>{drawItem(item, drawn)}</Fragment>
      ))}
    </>
  );
}

function drawItem(item: Item, drawn: Drawn): ReactElement {
  switch (item.kind) {
    case 'mark':
      return <MarkPath mark={item} {...drawn} />;
    case 'label':
      return <Text label={item} pen={drawn.pen} silent={drawn.silent?.has(item) ?? false} />;
    case 'line':
      return <Stroke line={item} pen={drawn.pen} />;
    case 'shape':
      return <Outline shape={item} pen={drawn.pen} />;
    case 'group':
      return (
        <g
          opacity={item.opacity}
          {...(item.name === undefined ? {} : { role: 'group', 'aria-label': item.name })}
        >
          <Items items={item.items} {...drawn} />
        </g>
      );
  }
}

function Text({ label, pen, silent }: { label: Label; pen: Pen; silent: boolean }): ReactElement | null {
  const [main] = label.lines[0]?.spans ?? [];
  if (!main) return null;
  const { family } = pen.type(main.face);
  const quiet = silent ? { ...pen, tabIndex: -1 } : pen;
  // A link is called so itself.
  const spoken = main.view === undefined ? main.spoken : undefined;
  const style = styleOf(main, pen);
  return (
    <text
      {...style}
      fontFamily={family}
      fill={style.fill ?? (family ? pen.ink('ink') : undefined)}
      textAnchor={label.anchor === 'start' ? undefined : label.anchor}
      data-mark={label.mark}
      aria-hidden={silent || undefined}
      {...(spoken && !silent ? { role: 'img', 'aria-label': spoken } : {})}
      {...(label.lines.length === 1 ? at(label.lines[0]) : {})}
      {...(label.halo
        ? { stroke: pen.ink('paper'), strokeWidth: 4, strokeLinejoin: 'round' as const, paintOrder: 'stroke' }
        : {})}
    >
      {label.lines.length === 1
        ? spansOf(label.lines[0]?.spans ?? [], main, quiet)
        : label.lines.map((line, i) => (
            <tspan key={i} {...at(line)}>
              {spansOf(line.spans, main, quiet)}
              {/* Heard and found as one sentence; at the end of a line a space is not seen. */}
              {i < label.lines.length - 1 ? ' ' : ''}
            </tspan>
          ))}
    </text>
  );
}

const at = (line: { x: number; y: number } | undefined) => ({
  x: round(line?.x ?? 0),
  y: round(line?.y ?? 0),
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

function spansOf(spans: readonly Span[], main: Span, pen: Pen): ReactElement[] {
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
    const set = inCuts(words, pen.type(span.face).ext);
    const said = plain ? set : <tspan {...own}>{set}</tspan>;
    const href = span.view === undefined ? undefined : pen.viewHref(span.view);
    if (!href) return <Fragment key={i}>{said}</Fragment>;
    return (
      <a key={i} href={href} data-view={span.view || 'all'} aria-label={span.spoken} tabIndex={pen.tabIndex}>
        {said}
      </a>
    );
  });
}

/** Browsers find the cut that has a letter; a rasteriser is told. */
const inCuts = (words: string, ext: string | undefined): ReactNode =>
  ext === undefined
    ? words
    : stretchesOf(words).map((stretch, i) =>
        i % 2 === 0 ? (
          stretch
        ) : (
          <tspan key={i} fontFamily={ext}>
            {stretch}
          </tspan>
        ),
      );

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

/** One mark: a link to its row in the table, so that it opens its evidence with and without script. */
function MarkPath({ mark, pen, weight }: Drawn & { mark: Mark }): ReactElement {
  const { fade } = mark;
  const faded = (tone: Token) => `${pen.scope}-${mark.id}-${tone}`;
  const ink: Ink = fade ? (tone) => `url(#${faded(tone)})` : pen.ink;
  const path = (
    <path
      d={mark.d}
      {...lookOf(mark.look, mark.tone, ink, weight)}
      shapeRendering={mark.crisp ? 'crispEdges' : undefined}
      // What is hollow is pointed at within, too.
      pointerEvents={mark.look === 'ghost' ? 'all' : undefined}
    />
  );
  const tones = mark.look === 'said' ? [...new Set([mark.tone, firm(mark.tone)])] : [mark.tone];
  const defs = fade ? (
    <defs>
      {tones.map((tone) => (
        <Gradient key={tone} id={faded(tone)} fade={fade} colour={pen.ink(tone)} />
      ))}
    </defs>
  ) : null;
  const href = mark.look === 'context' ? undefined : pen.markHref(mark.id);
  if (!href)
    return (
      <>
        {defs}
        <g data-id={mark.id}>{path}</g>
      </>
    );
  return (
    <>
      {defs}
      <a href={href} data-date={mark.date} className="mark" aria-label={mark.name} tabIndex={pen.tabIndex}>
        {mark.hit ? <path d={boxPath(mark.hit)} fill="none" pointerEvents="all" /> : null}
        {path}
      </a>
    </>
  );
}

function Gradient({ id, fade, colour }: { id: string; fade: Fade; colour: string }): ReactElement {
  const [[x1, y1], [x2, y2]] = [fade.from, fade.to];
  return (
    <linearGradient
      id={id}
      gradientUnits="userSpaceOnUse"
      x1={round(x1)}
      y1={round(y1)}
      x2={round(x2)}
      y2={round(y2)}
    >
      {fade.stops.map(({ at, opacity }, i) => (
        <stop key={i} offset={Math.round(at * 1e4) / 1e4} stopColor={colour} stopOpacity={opacity} />
      ))}
    </linearGradient>
  );
}

const Stroke = ({ line, pen }: { line: Line; pen: Pen }): ReactElement => (
  <line
    x1={round(line.x1)}
    y1={round(line.y1)}
    x2={round(line.x2)}
    y2={round(line.y2)}
    stroke={pen.ink(line.tone)}
    strokeWidth={line.width}
    strokeDasharray={line.dash}
  />
);

function Outline({ shape, pen }: { shape: Shape; pen: Pen }): ReactElement {
  const { d, fill, stroke, width, dash, opacity, casing } = shape;
  return (
    <path
      d={d}
      fill={fill === undefined ? 'none' : pen.ink(fill)}
      stroke={stroke === undefined ? undefined : pen.ink(stroke)}
      strokeWidth={width}
      strokeDasharray={dash}
      opacity={opacity}
      data-casing={casing ? '' : undefined}
      pointerEvents={stroke === undefined && fill === undefined ? undefined : 'none'}
    />
  );
}
