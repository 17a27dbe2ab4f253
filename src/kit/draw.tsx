/** How labels, marks and lines are drawn, alike in every chart, in pages as in files. */
import type { ReactElement } from 'react';
import type { Label } from './labels';
import type { Face } from './measure';
import type { Ink, Token } from './palette';
import { GHOST, round } from './shapes';

/** What a drawing needs to know of where it will stand. */
export interface Pen {
  ink: Ink;
  /** Typeface of a cut, as a font-family and a weight. */
  type(face: Face): { family?: string; weight: number };
  /** Address of a named view, or undefined in a file, where nothing can be followed. */
  viewHref(slug: string): string | undefined;
  /** Address of the table row behind a mark. */
  markHref(id: string): string | undefined;
  /** -1 where the Tab key passes the links by: what they lead to stands elsewhere on the page as well. */
  tabIndex?: number;
}

/** `solid` is, `said` is only reported, `ghost` is counted without a name, `context` is not chosen. */
export type Look = 'solid' | 'said' | 'ghost' | 'context';

/** One drawn datum with its evidence; `d` keeps its pattern within a chart so that marks can travel. */
export interface Mark {
  /** Id of the row behind it; the table row and the evidence have the same. */
  id: string;
  /** What it is, in words, for those who do not see it. */
  name: string;
  look: Look;
  tone: Token;
  d: string;
  /** A larger area to point at, where the mark is small. */
  hit?: string;
  /** The partial date it stands for, where it has one: a period in the address filters by it. */
  date?: string;
  /** Fades in (`start`) or out (`end`) where the date is not known, as [x0, x1] in the drawing. */
  fade?: { start?: readonly [number, number]; end?: readonly [number, number] };
}

export function Text({ label, pen }: { label: Label; pen: Pen }): ReactElement {
  const { family, weight } = pen.type(label.face);
  const text = (
    <text
      x={round(label.x)}
      y={round(label.y)}
      fontSize={label.size}
      fontFamily={family}
      fontWeight={weight === 400 ? undefined : weight}
      fill={label.tone === 'ink' && !family ? undefined : pen.ink(label.tone)}
      textAnchor={label.anchor === 'start' ? undefined : label.anchor}
      data-mark={label.mark}
      {...(label.halo
        ? { stroke: pen.ink('paper'), strokeWidth: 4, strokeLinejoin: 'round' as const, paintOrder: 'stroke' }
        : {})}
    >
      {label.text}
    </text>
  );
  const href = label.view === undefined ? undefined : pen.viewHref(label.view);
  return href ? (
    <a href={href} data-view={label.view || 'all'} aria-label={label.spoken} tabIndex={pen.tabIndex}>
      {text}
    </a>
  ) : (
    text
  );
}

export function Texts({ labels, pen }: { labels: readonly Label[]; pen: Pen }): ReactElement {
  return (
    <>
      {labels.map((label, i) => (
        <Text key={i} label={label} pen={pen} />
      ))}
    </>
  );
}

const OUTLINE = 1.25;

/** Fill and stroke of a look. A said mark is pale with a firm outline; a ghost is dashed without hue, muted or in ink. */
export function lookOf(look: Look, tone: Token, ink: Ink, outline = OUTLINE) {
  if (look === 'solid') return { fill: ink(tone) };
  if (look === 'context') return { fill: ink(tone) };
  if (look === 'ghost')
    return {
      fill: 'none',
      stroke: ink(tone === 'ink' ? tone : 'muted'),
      strokeWidth: GHOST.line,
      strokeDasharray: `${GHOST.dash} ${GHOST.gap}`,
      strokeDashoffset: GHOST.dash / 2,
    };
  return {
    fill: ink(tone),
    fillOpacity: 0.18,
    stroke: ink(tone === 'muted' ? tone : `${tone}-text`),
    strokeWidth: outline,
  };
}

/** One mark: a link to its row in the table, so that it opens its evidence with and without script. */
export function MarkPath({ mark, pen, outline }: { mark: Mark; pen: Pen; outline?: number }): ReactElement {
  const href = mark.look === 'context' ? undefined : pen.markHref(mark.id);
  const path = <path d={mark.d} {...lookOf(mark.look, mark.tone, pen.ink, outline)} />;
  if (!href) return <g data-id={mark.id}>{path}</g>;
  return (
    <a href={href} data-date={mark.date} className="mark" aria-label={mark.name} tabIndex={pen.tabIndex}>
      {mark.hit ? <path d={mark.hit} fill="none" pointerEvents="all" /> : null}
      {path}
    </a>
  );
}

/** A straight line for axes, leaders and rules. */
export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  tone: Token;
  width?: number;
  dash?: string;
}

export function Lines({ lines, pen }: { lines: readonly Line[]; pen: Pen }): ReactElement {
  return (
    <>
      {lines.map((line) => (
        <line
          key={`${line.x1} ${line.y1} ${line.x2} ${line.y2}`}
          x1={round(line.x1)}
          y1={round(line.y1)}
          x2={round(line.x2)}
          y2={round(line.y2)}
          stroke={pen.ink(line.tone)}
          strokeWidth={line.width ?? 1}
          strokeDasharray={line.dash}
        />
      ))}
    </>
  );
}
