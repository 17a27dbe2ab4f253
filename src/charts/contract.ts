/** What a chart is to the rest of the site: every page, embed, card and file is made from this and nothing else. */
import type { ReactElement } from 'react';
import type { Dataset, PartialDate } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import type { Mark, Pen } from '~/kit/draw';
import type { Label } from '~/kit/labels';
import type { MeasureText } from '~/kit/measure';
import type { Theme } from '~/kit/palette';

/** The row that carries a mark or a sentence. */
export interface Evidence {
  kind: 'move' | 'figure' | 'event' | 'quote' | 'career';
  id: string;
}

/** Everything counted and said about one chart; no pixel, no typeface. */
export interface ChartDefinition<V, M extends ChartModel> {
  /** Folder name and path segment. */
  id: string;
  /** Menu order; the first, with slug '', is the chart's own page. A new organisation brings its own view. */
  views(data: Dataset): readonly NamedView<V>[];
  /** What is shown, before any pixel. */
  model(data: Dataset, view: V, lang: Lang): M;
  words(model: M, say: Say, lang: Lang): ChartWords;
  table(model: M, say: Say, lang: Lang): Table;
}

export interface NamedView<V> {
  /** Lower case, digits and hyphens; '' for the chart's own page. Never reused for another meaning. */
  slug: string;
  view: V;
}

export interface ChartModel {
  /** Date of the data, printed in the foot. */
  asOf: PartialDate;
}

/** Plain text in one language. */
export interface ChartWords {
  /** Short name of the view, for menus: "OpenAI to Meta". */
  name: string;
  /** Where a chart has many views: the heading under which menus put this one. */
  group?: string;
  /** The finding, computed from rows. */
  title: string;
  /** The measure, and how to read the marks. */
  subtitle: string;
  /** One sentence with the numbers: alternative text, page description, share text, what is spoken. */
  summary: string;
  /** What is not counted. */
  foot: string;
}

export interface Table {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
}
export interface Column {
  key: string;
  label: string;
  /** Numbers stand right, in tabular figures. */
  numeric?: boolean;
  /** Left out in an embed, where every byte is somebody else's: the chart's page has it. */
  extra?: boolean;
}
export interface Row {
  /** The id of its mark. */
  id: string;
  cells: Readonly<Record<string, string | number>>;
  evidence: readonly Evidence[];
}

/** How a layout is to draw: across a desk, on a phone, as a card's reduction, or as a sheet with every name. */
export type FrameKind = 'wide' | 'narrow' | 'card' | 'poster';

export interface Frame {
  kind: FrameKind;
  /** CSS pixels; a layout fills it. */
  width: number;
  /** Without what the view did not choose: one of several small drawings of a page. */
  plain?: boolean;
  lang: Lang;
  say: Say;
  measure: MeasureText;
}

/** A drawing that is made of every view: `medium` is the narrow layout for a column of text or a tablet; a step of the story has a plain one. */
export type Size = 'wide' | 'medium' | 'narrow' | 'step' | 'step-narrow' | 'card' | 'poster';

/** The frame of each size. In pages figure.css shows one of wide, medium and narrow. */
export const FRAMES: Record<Size, { kind: FrameKind; width: number; plain?: boolean }> = {
  wide: { kind: 'wide', width: 900 },
  medium: { kind: 'narrow', width: 540 },
  narrow: { kind: 'narrow', width: 300 },
  step: { kind: 'narrow', width: 540, plain: true },
  'step-narrow': { kind: 'narrow', width: 300, plain: true },
  card: { kind: 'card', width: 1088 },
  poster: { kind: 'poster', width: 900 },
};
/** Room for a card's drawing, below its title. */
export const CARD_HEIGHT = 330;

/** Pure; leaves its input alone. Lengths in CSS pixels, y down. */
export type Layout<M, G extends Geometry> = (model: M, frame: Frame) => G;

export interface Geometry {
  width: number;
  height: number;
  /** Every drawn datum, in drawing order. */
  marks: readonly Mark[];
  /** Every word on the drawing; the registry test checks that no two overlap and none leaves the frame. */
  labels: readonly Label[];
}

/** Geometry to SVG children (no <svg> element, no data, no maths). */
export type ChartComponent<G extends Geometry> = (props: { geometry: G; pen: Pen }) => ReactElement;

export interface ChartParts<V, M extends ChartModel, G extends Geometry> {
  definition: ChartDefinition<V, M>;
  layout: Layout<M, G>;
  Chart: ChartComponent<G>;
  /** Has a sheet with every name. */
  poster?: boolean;
}

/** The registry holds these: the generics end here, and no `any` leaks out. */
export interface ChartEntry {
  id: string;
  sizes: readonly Size[];
  slugs(data: Dataset): readonly string[];
  /** @throws Error on a slug that `slugs` does not list */
  at(data: Dataset, slug: string, lang: Lang): Rendering;
}

/** One chart in one view, language and release. Every output is a function of this. */
export interface Rendering {
  chart: string;
  slug: string;
  lang: Lang;
  asOf: PartialDate;
  /** How many views the chart has: one needs no menu. */
  views: number;
  words: ChartWords;
  table: Table;
  geometry(size: Size): Geometry;
  /** The drawing inside its <svg>; `theme` absent: for a page, in the page's own colours. */
  draw(size: Size, pen: Pen): ReactElement;
}

export type { Theme };
