/** What a chart is to the rest of the site: every page, embed, card and file is made from this and nothing else. */
import type { Dataset, PartialDate, Rows } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import type { Geometry } from '~/kit/items';

/** The row that carries a mark or a sentence. */
export interface Evidence {
  kind: 'move' | 'figure' | 'event' | 'quote' | 'career';
  id: string;
}

/** Everything counted and said about one chart; no pixel, no typeface. */
export interface ChartDefinition<V, M extends ChartModel> {
  /** Folder name and path segment. */
  id: string;
  /** Tables it is made of, beside the moves: where one has no row, the chart has no view, and so no page. */
  needs?: readonly (keyof Rows)[];
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
  /** The end of it, on how the marks look: said alone where a drawing stands without the rest. */
  key?: string;
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
  /** Its cells name their rows by themselves: first on a phone's sheet, they stand without the label. */
  name?: true;
  /** Numbers stand right, in tabular figures. */
  numeric?: boolean;
  /** A net: more than nought has its plus, as in a drawing. */
  signed?: boolean;
  /** Left out in an embed, where every byte is somebody else's: the chart's page has it. */
  extra?: boolean;
}
export interface Row {
  /** The id of its mark. */
  id: string;
  cells: Readonly<Record<string, string | number>>;
  evidence: readonly Evidence[];
}

/**
 * How a layout is to draw: across a desk, in an article's column, on a phone, as a card's reduction, as a sheet with
 * every name, as the map that stands beside the story.
 */
export type FrameKind = 'wide' | 'medium' | 'narrow' | 'card' | 'poster' | 'map';

export interface Frame {
  kind: FrameKind;
  /** CSS pixels; a layout fills it. */
  width: number;
  /** Without what the view did not choose: one of several small drawings of a page. */
  plain?: boolean;
  lang: Lang;
  say: Say;
}

/** A drawing that is made of every view; a step of the story has a plain one. */
export type Size = 'wide' | 'medium' | 'narrow' | 'step' | 'step-narrow' | 'card' | 'poster' | 'map';

/**
 * The frame of each size. In pages drawings.css shows one of wide, medium and narrow, story-map.css the map or narrow,
 * never smaller than its frame: what is 12 px here is at least 12 px on screen.
 */
export const FRAMES: Record<Size, { kind: FrameKind; width: number; plain?: boolean }> = {
  wide: { kind: 'wide', width: 900 },
  medium: { kind: 'medium', width: 540 },
  narrow: { kind: 'narrow', width: 300 },
  step: { kind: 'medium', width: 540, plain: true },
  'step-narrow': { kind: 'narrow', width: 300, plain: true },
  card: { kind: 'card', width: 1088 },
  poster: { kind: 'poster', width: 900 },
  map: { kind: 'map', width: 500 },
};
/** Of the sizes a chart has for its pages those of a frame; what is no page is as a wide one. */
export const sizesFor = <T>(sizes: Record<'wide' | 'medium' | 'narrow', T>, { kind }: Frame): T =>
  sizes[kind === 'medium' || kind === 'narrow' ? kind : 'wide'];

/** Smallest type on a drawing, CSS pixels. */
export const SMALLEST = 12;
/** Room for a card's drawing, below its title, and how much heavier its outlines are. */
export const CARD = { height: 330, weight: 3 };

/** Pure; leaves its input alone. Lengths in CSS pixels, y down. */
export type Layout<M> = (model: M, frame: Frame) => Geometry;

/** What a chart's folder gives; its index.ts joins them. */
export interface ChartParts<V, M extends ChartModel> {
  definition: ChartDefinition<V, M>;
  /** Wide, medium and narrow. */
  page: Layout<M>;
  /** One true thing that is still read at 300 pixels. */
  card: Layout<M>;
  /** A sheet with every name, for charts that have one. */
  poster?: Layout<M>;
  /** Every move at once, nearly without words: the story's opening picture, for charts that can be one. */
  map?: Layout<M>;
}

/** The registry holds these: the generics end here, and no `any` leaks out. */
export interface ChartEntry {
  id: string;
  sizes: readonly Size[];
  /** None where these rows have nothing for it. */
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
  /** Laid out once for each size, however many pages show it. */
  geometry(size: Size): Geometry;
}
