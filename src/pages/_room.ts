/**
 * How high a part of a page will be, roughly, before a browser has laid it out: what `content-visibility` keeps free
 * for what is not in view. Only the bar at the side tells a wrong guess: a part that comes into view is laid out first.
 */
import { FRAMES, type Rendering, type Size } from '~/charts/contract';
import { styleHash } from './_style-hash';

/** CSS lengths by the width of the window: below 600 px, from there on, and from 1000 px on. */
interface Room {
  narrow: string;
  medium: string;
  wide: string;
}

/** A style sheet that keeps room for parts of one page, each named by its selector, and its hash for the policy. */
export function roomSheet(rooms: readonly (readonly [selector: string, room: Room])[]) {
  const rules = (width: keyof Room) =>
    rooms.map(([selector, room]) => `${selector}{contain-intrinsic-block-size:auto ${room[width]}}`).join('');
  const css = `${rules('narrow')}@media (min-width:600px){${rules('medium')}}@media (min-width:1000px){${rules('wide')}}`;
  return { css, hash: styleHash(css) };
}

const WIDTHS = ['narrow', 'medium', 'wide'] as const;
type Width = (typeof WIDTHS)[number];
type Measures = Record<Width, number>;
/** CSS pixels: the column of a drawing, and what a letter of prose adds to the height of its column. */
const COLUMN: Measures = { narrow: 336, medium: 700, wide: 1000 };
const LETTER: Measures = { narrow: 0.76, medium: 0.48, wide: 0.47 };
/** A figure's title, measure, foot and margins; a step's drawing has a title and how its marks look. */
const AROUND: Measures = { narrow: 385, medium: 260, wide: 240 };
const TITLE = 120;
const HEAD = 60;
/** A row of evidence; on a phone, and with little room beside it, it is a small sheet. */
const ROW: Measures = { narrow: 317, medium: 180, wide: 101 };
/** Shares of the window's height that steps beside a standing figure have, as in story.css. */
const ENDS = 96;
const BETWEEN = 60;

const px = (height: number) => `${Math.round(height)}px`;

/** Room for a table of so many rows. */
export function roomForRows(n: number): Room {
  return { narrow: px(n * ROW.narrow), medium: px(n * ROW.medium), wide: px(n * ROW.wide) };
}

type RenderingOf = (chart: string, view: string) => Rendering;

/** Height of a stretch of prose with the figures and steps that it names, in CSS pixels. */
function heightOf(mdx: string, width: Width, rendering: RenderingOf): number {
  const drawn = (chart: string, view: string, size: Size, column: number) =>
    (rendering(chart, view).geometry(size).height * column) / FRAMES[size].width;
  const letters = mdx
    .replace(
      /<Quote\b[^>]*>/g,
      'a quotation stands by itself, with a line below that says whose it is'.repeat(3),
    )
    .replace(/<[A-Z][^>]*\/>/g, 'some words or names')
    .replace(/<[^>]*>/g, '').length;
  return [...mdx.matchAll(/<(Chart|Step)\b([^>]*)>/g)].reduce((sum, [, tag, attributes = '']) => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const view = attribute('view');
    if (tag === 'Chart') return sum + drawn(attribute('id'), view, width, COLUMN[width]) + AROUND[width];
    // The figure above the steps shows the chart's own view.
    if (view === '') return sum;
    const [size, column] =
      width === 'narrow' ? (['step-narrow', COLUMN.narrow] as const) : (['step', 640] as const);
    return sum + drawn(attribute('chart'), view, size, column) + TITLE;
  }, letters * LETTER[width]);
}

/** Room for a section of the story, from its source. */
export function roomForProse(mdx: string, rendering: RenderingOf): Room {
  const stretches = mdx.split(/<\/?Scrolly>/);
  const of = (width: Width) =>
    stretches.reduce((sum, stretch) => sum + heightOf(stretch, width, rendering), HEAD);
  const standing = stretches.filter((_, i) => i % 2 === 1);
  const prose = stretches.filter((_, i) => i % 2 === 0);
  const wide = prose.reduce((sum, stretch) => sum + heightOf(stretch, 'wide', rendering), HEAD);
  const shares = standing.reduce(
    (sum, stretch) => sum + 2 * ENDS + BETWEEN * Math.max(0, stretch.split('<Step').length - 3),
    0,
  );
  return {
    narrow: px(of('narrow')),
    medium: px(of('medium')),
    wide: shares === 0 ? px(wide) : `calc(${px(wide)} + ${shares}vh)`,
  };
}
