/** How high an embed is at every width, from its layout and the measured lines of its words: known before it loads. */
import type { Rendering, Size } from '~/charts/contract';
import { type Face, measureText, wrapText } from '~/kit/measure';

/** Widths that ride in the snippet; between two the larger height holds. */
export const EMBED_WIDTHS = [320, 340, 360, 400, 480, 560, 600, 640, 720, 760, 800, 880, 960, 1040] as const;
/** Which drawing stands from which width of the figure on, and how wide it grows: the same numbers as in figure.css. */
const DRAWN: readonly { from: number; size: Size; to: number }[] = [
  { from: 900, size: 'wide', to: Number.POSITIVE_INFINITY },
  { from: 540, size: 'medium', to: 760 },
  { from: 0, size: 'narrow', to: 460 },
];

/** The sizes embed.css sets, in CSS pixels. */
const CSS = {
  pad: 14,
  title: 22,
  titleLine: 1.2,
  measure: 15,
  measureLine: 1.4,
  small: 13,
  smallLine: 1.45,
  menu: 14,
  menuLine: 21,
  menuArrow: 17,
  /** As figure.css allows it beside the title. */
  menuMost: 300,
  gap: 24,
};

/** How much wider the first word is in bold than beside it, in CSS pixels: the rest of its line is in the other weight. */
function bolder(text: string, size: number): number {
  const [first = ''] = text.split(' ');
  return measureText(first, size, 'label-600') - measureText(first, size, 'label-400');
}

/** Lines as Chromium breaks them: the lean cuts of an embed's faces run up to two thousandths wider than measured. */
const lines = (text: string, width: number, size: number, face: Face) =>
  wrapText(text, width, size, face, measureText, (measured) => measured * 1.002 + 0.25).length;

/**
 * Height in whole CSS pixels at a width, closed panels and an empty band included.
 * @param widening pixels by which the drawing may be wider, the words still broken at `width`
 */
export function embedHeight(
  rendering: Rendering,
  width: number,
  words: { hint: string; note: string; view: string },
  widening = 0,
): number {
  // Less the padding of its body.
  const inner = width - 4;
  const { size, to } = DRAWN.find(({ from }) => inner >= from) ?? { size: 'narrow' as const, to: inner };
  const drawing = rendering.geometry(size);
  const drawn = Math.min(inner + widening, to);
  // Across a desk the menu of views stands beside the title, else in a row of its own.
  const desk = inner >= 900;
  // All of it is bold but the first word.
  const lighter = bolder(words.view, CSS.menu);
  const menuWidth = Math.min(
    desk ? CSS.menuMost : inner,
    Math.ceil(measureText(words.view, CSS.menu, 'label-600') - lighter) + 2 + CSS.menuArrow,
  );
  const menu = words.view
    ? 8 + CSS.menuLine * lines(words.view, menuWidth - CSS.menuArrow + lighter, CSS.menu, 'label-600')
    : 0;
  const beside = desk && menu > 0 ? menuWidth + CSS.gap : 0;
  // Its letters stand closer than measured; its ligatures, which come apart, take half of that back.
  const closer =
    0.003 * CSS.title * Math.min(rendering.words.title.length, (inner - beside) / (CSS.title / 2));
  const title =
    lines(rendering.words.title, inner - beside + closer, CSS.title, 'head') * CSS.title * CSS.titleLine;
  const head = desk ? Math.max(title, menu && menu + 1) : title + menu;
  const measure =
    4 +
    lines(rendering.words.subtitle, Math.min(inner, 760), CSS.measure, 'label-400') *
      CSS.measure *
      CSS.measureLine;
  // Reserved beside the drawing's own margins; figure.css reserves less on a phone.
  const band = inner < 540 ? 55 : 75;
  const picture = 8 + (drawn * drawing.height) / drawing.width;
  // Its first word, the name of the site, is bold.
  const room = inner - bolder(words.note, CSS.small);
  const note = 24 + lines(words.note, room, CSS.small, 'label-400') * CSS.small * CSS.smallLine;
  const tools = 34;
  return Math.ceil(2 * CSS.pad + head + measure + band + picture + note + tools);
}

/** Pixels from one width tried between two that are listed to the next. */
const STEP = 4;

/**
 * Width and height, both in CSS pixels, for the snippet. A drawing grows between two listed widths while its words
 * still take as many lines: where it is higher there than at both, the width at which it is highest is listed too.
 */
export function embedHeights(
  rendering: Rendering,
  words: { hint: string; note: string; view: string },
): readonly (readonly [number, number])[] {
  const at = (width: number) => [width, embedHeight(rendering, width, words)] as const;
  return EMBED_WIDTHS.flatMap((width, i) => {
    const here = at(width);
    const from = at(EMBED_WIDTHS[i - 1] ?? width);
    const between = Array.from({ length: Math.ceil((width - from[0]) / STEP) }, (_, k) => {
      const tried = from[0] + k * STEP + 1;
      return [tried, embedHeight(rendering, tried, words, STEP)] as const;
    });
    const peak = between.reduce((most, one) => (one[1] >= most[1] ? one : most), from);
    return peak[1] > Math.max(from[1], here[1]) ? [peak, here] : [here];
  });
}
