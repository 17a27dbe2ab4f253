/** How high an embed is at every width, from its layout and the measured lines of its words: known before it loads. */
import type { Rendering, Size } from '~/charts/contract';
import { type Face, measureText, reserve, wrapText } from '~/kit/measure';

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

const lines = (text: string, width: number, size: number, face: Face) =>
  wrapText(text, width, size, face, measureText).length;

/** Height in whole CSS pixels at a width, closed panels and an empty band included. */
export function embedHeight(
  rendering: Rendering,
  width: number,
  words: { hint: string; note: string; view: string },
): number {
  // Less the padding of its body.
  const inner = width - 4;
  const { size, to } = DRAWN.find(({ from }) => inner >= from) ?? { size: 'narrow' as const, to: inner };
  const drawing = rendering.geometry(size);
  const drawn = Math.min(inner, to);
  // Across a desk the menu of views stands beside the title, else in a row of its own.
  const desk = inner >= 900;
  const menuWidth = words.view
    ? Math.min(
        desk ? CSS.menuMost : inner,
        Math.ceil(reserve(measureText(words.view, CSS.menu, 'label-600'))) + CSS.menuArrow,
      )
    : 0;
  const menu = words.view
    ? 8 + CSS.menuLine * lines(words.view, menuWidth - CSS.menuArrow, CSS.menu, 'label-600')
    : 0;
  const beside = desk && menu > 0 ? menuWidth + CSS.gap : 0;
  const title = lines(rendering.words.title, inner - beside, CSS.title, 'head') * CSS.title * CSS.titleLine;
  const head = desk ? Math.max(title, menu && menu + 1) : title + menu;
  const measure =
    4 +
    lines(rendering.words.subtitle, Math.min(inner, 760), CSS.measure, 'label-400') *
      CSS.measure *
      CSS.measureLine;
  // Reserved beside the drawing's own margins; figure.css reserves less on a phone.
  const band = inner < 540 ? 55 : 75;
  const picture = 8 + (drawn * drawing.height) / drawing.width;
  const note = 24 + lines(words.note, inner, CSS.small, 'label-400') * CSS.small * CSS.smallLine;
  const tools = 34;
  return Math.ceil(2 * CSS.pad + head + measure + band + picture + note + tools);
}

/** Pixels from one width tried between two that are listed to the next. */
const STEP = 10;

/**
 * Width and height, both in CSS pixels, for the snippet. A drawing grows between two listed widths while its
 * words still take as many lines: the higher of the two heights is raised until it holds all the way.
 */
export function embedHeights(
  rendering: Rendering,
  words: { hint: string; note: string; view: string },
): readonly (readonly [number, number])[] {
  const at = (width: number) => embedHeight(rendering, width, words);
  return EMBED_WIDTHS.map((width, i) => {
    const from = EMBED_WIDTHS[i - 1] ?? width;
    const between = Array.from({ length: Math.ceil((width - from) / STEP) }, (_, k) => at(width - k * STEP));
    const most = Math.max(at(width), ...between);
    return [width, most > at(from) ? most : at(width)] as const;
  });
}
