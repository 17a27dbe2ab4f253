/** The drawings of one rendering as they stand in a page: three SVGs, switched by the figure's width. */
import { renderToStaticMarkup } from 'react-dom/server';
import type { Rendering, Size } from '~/charts/contract';
import { TABLE_OF } from '~/data/evidence';
import type { Dataset } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import { Drawing } from '~/kit/draw';
import { marksOf } from '~/kit/items';
import { pageInk } from '~/kit/palette';
import type { Pen } from '~/kit/pen';
import { rowAddress } from './listed';
import { PAUSE } from './pause';

interface PageLinks {
  viewHref(slug: string): string;
  markHref(mark: string): string;
  sumLink: Pen['sumLink'];
  rowLink: Pen['rowLink'];
}

/** Rows lead to their pages. @param outside whether the page around is somebody else's, and stays */
export const rowLinks =
  (data: Dataset, lang: Lang, outside = false): PageLinks['rowLink'] =>
  ({ kind, id }) => ({
    href: rowAddress(data, lang, TABLE_OF[kind], id),
    ...(outside ? { target: '_blank' } : {}),
  });

/** Ids of the elements that name and describe a drawing. */
interface Spoken {
  title: string;
  summary?: string;
}

const pagePen = (links: PageLinks): Omit<Pen, 'scope'> => ({
  ink: pageInk,
  // The page's style sheet knows the families by their own names.
  type: (face) => ({ weight: face === 'label-400' ? 400 : 600 }),
  ...links,
});

function svgOf(
  rendering: Rendering,
  size: Size,
  pen: Omit<Pen, 'scope'>,
  spoken?: Spoken,
  spare = false,
): string {
  const geometry = rendering.geometry(size);
  const { width, height } = geometry;
  const svg = renderToStaticMarkup(
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by the figure around it, by id
    <svg
      className={size}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      preserveAspectRatio="xMinYMin"
      aria-hidden={pen.unheard && true}
      role={spoken && 'group'}
      aria-labelledby={spoken?.title}
      aria-describedby={spoken?.summary}
      {...(spare && { hidden: true })}
    >
      <Drawing geometry={geometry} pen={{ ...pen, scope: scopeOf(rendering, size) }} />
    </svg>,
  );
  // React does not know that SVG in a page may close its elements itself.
  return svg.replace(/><\/(?:path|stop)>/g, '/>');
}

/** Begins the ids within a drawing: a page holds several. */
const scopeOf = ({ chart, slug }: Rendering, size: Size) => [chart, slug, size].filter(Boolean).join('-');

/**
 * Only one is displayed, and so the others are hidden from everybody. To a browser `hidden` means nothing in an SVG;
 * a reading view, which drops the style sheet, keeps the one without it.
 */
export function drawingOf(rendering: Rendering, links: PageLinks, spoken: Spoken): string {
  const pen = pagePen(links);
  return (['wide', 'medium', 'narrow'] as const)
    .map((size) => svgOf(rendering, size, pen, spoken, size !== 'medium') + PAUSE)
    .join('');
}

/** What the page tells elsewhere, with names, and keys reach there. */
const unheardPen = (links: PageLinks, unheard: NonNullable<Pen['unheard']>) => ({
  ...pagePen(links),
  tabIndex: -1,
  unheard,
});

/** The small static drawings of a step, for whoever sees no moving figure; its caption and summary are what is heard. */
export function stepOf(rendering: Rendering, links: PageLinks): string {
  const pen = unheardPen(links, 'nameless');
  return (['step', 'step-narrow'] as const)
    .map((size) => svgOf(rendering, size, pen, undefined, size !== 'step') + PAUSE)
    .join('');
}

/**
 * The opening picture of the story, for charts that have one: the map, and on a phone the chart's own drawing. Both
 * have the same marks in the same order, with their names, for the caption and for keys.
 */
export function mapOf(rendering: Rendering, links: PageLinks): string {
  const pen = unheardPen(links, 'named');
  return svgOf(rendering, 'map', pen) + svgOf(rendering, 'narrow', pen, undefined, true);
}

/**
 * Where the thread of each move is on a map, counted in drawing order: what a passage and the map have in common.
 * A ribbon that stands for many moves is the thread of each.
 */
export function threadsOf(rendering: Rendering): ReadonlyMap<string, number> {
  const places = new Map(marksOf(rendering.geometry('map')).map((mark, i) => [mark.id, i]));
  return new Map(
    rendering.table.rows.flatMap(({ id, evidence }) => {
      const place = places.get(id);
      if (place === undefined) return [];
      return evidence.flatMap((one): [string, number][] => (one.kind === 'move' ? [[one.id, place]] : []));
    }),
  );
}

/** The sheet with every name, for charts that have one. */
export function posterOf(rendering: Rendering, links: PageLinks, spoken: Spoken): string {
  // Its names are the table's below: no need to go through them twice.
  return svgOf(rendering, 'poster', { ...pagePen(links), tabIndex: -1 }, spoken);
}
