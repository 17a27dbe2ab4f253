/** What a drawing is: a list of marks, labels, lines and shapes in the order in which they are drawn, in named groups. */
import type { EvidenceKind } from '~/data/evidence';
import type { Face } from './measure';
import type { Token } from './palette';

/** CSS pixels, y down. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** `solid` is, `said` is only reported, `ghost` is counted without a name, `context` is not chosen. */
export type Look = 'solid' | 'said' | 'ghost' | 'context';

/** A mark that fades where its date is not known: opacity from one x to another. */
export interface Fade {
  from: number;
  to: number;
  /** `at` from 0 to 1, rising. */
  stops: readonly { at: number; opacity: number }[];
}

/** One drawn datum with its evidence; `d` keeps its pattern within a chart so that marks can travel. */
export interface Mark {
  kind: 'mark';
  /** Id of the row behind it; the table row and the evidence have the same. */
  id: string;
  /** What it is, in words, for those who do not see it. */
  name: string;
  look: Look;
  tone: Token;
  d: string;
  /** Around all that is drawn of it. */
  box: Box;
  /** A larger area to point at, where it is more than the finger's width that a drawing gives small marks. */
  hit?: Box;
  /** The partial date it stands for, where it has one: a period in the address filters by it. */
  date?: string | undefined;
  fade?: Fade | undefined;
  /** Without smoothed edges: marks that abut as one block would show seams. */
  crisp?: boolean;
}

/** A row of the data that a word stands for where no mark does. */
export interface RowRef {
  kind: EvidenceKind;
  id: string;
}

/** A stretch of a line in one face, size and tone; it leads to a view, to marks or to a row, if anywhere. */
export interface Span {
  text: string;
  size: number;
  face: Face;
  tone: Token;
  /** Slug of the view this stretch leads to. */
  view?: string | undefined;
  /** Ids of the marks that it adds up: it chooses all of them, so that a total has evidence, too. */
  sums?: readonly string[] | undefined;
  row?: RowRef | undefined;
  /** What it is called aloud, where its text leans on its place; begins with the text. Of a link, or of a label's all. */
  spoken?: string | undefined;
}

/** One line of a label; `x` is its anchor, `y` its baseline. Stretches follow each other with a space between. */
export interface TextLine {
  x: number;
  y: number;
  spans: readonly Span[];
}

/** A text of one or several lines. */
export interface Label {
  kind: 'label';
  lines: readonly TextLine[];
  anchor: 'start' | 'middle' | 'end';
  /** Around the ink of all lines, as wide as the text in other rasterisers. */
  box: Box;
  /** All lines as one sentence. */
  text: string;
  /** Of its smallest letters. */
  size: number;
  /** Id of the mark it belongs to: chosen with it. */
  mark?: string | undefined;
  /** A casing in paper colour, where it must stand on a drawn line. */
  halo?: boolean | undefined;
  /** It names a place on a scale, and so claims nothing. */
  scale?: boolean | undefined;
}

/** A straight line for axes, leaders and rules. */
export interface Line {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  tone: Token;
  width?: number;
  /** As in `stroke-dasharray`. */
  dash?: string;
}

/** A surface or a curve that is no datum of its own. */
export interface Shape {
  kind: 'shape';
  d: string;
  fill?: Token;
  stroke?: Token;
  /** Of the stroke. */
  width?: number;
  dash?: string;
  opacity?: number;
  /** In paper colour around what passes over something else. */
  casing?: boolean;
}

/** What belongs together; with a name it is one for those who do not see it, too. */
export interface Group {
  kind: 'group';
  name?: string;
  /** Of all of it as one: what lies over another of its marks does not show. */
  opacity?: number;
  items: readonly Item[];
}

export type Item = Mark | Label | Line | Shape | Group;

export interface Geometry {
  width: number;
  height: number;
  items: readonly Item[];
  /** How much heavier outlines are than in a page: a card is seen at a quarter of its size. */
  weight?: number;
}

/** Every item that is no group, in drawing order. */
export const flat = (items: readonly Item[]): readonly Exclude<Item, Group>[] =>
  items.flatMap((item) => (item.kind === 'group' ? flat(item.items) : [item]));

export const marksOf = ({ items }: { items: readonly Item[] }): readonly Mark[] =>
  flat(items).filter((item) => item.kind === 'mark');

export const labelsOf = ({ items }: { items: readonly Item[] }): readonly Label[] =>
  flat(items).filter((item) => item.kind === 'label');

/** Where marks and words are, and so nothing else may stand. */
export const filled = (items: readonly Item[]): readonly Box[] =>
  [...marksOf({ items }), ...labelsOf({ items })].map((one) => one.box);

/** The box around several. @returns undefined for none */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** Whether two boxes share any area beyond `slack` pixels; a negative slack asks for air between them. */
export function overlap(a: Box, b: Box, slack = 0.5): boolean {
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}
