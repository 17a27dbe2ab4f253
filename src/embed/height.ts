/** How high an embed is at every width, from its layout and the measured lines of its words: known before it loads. */
import type { Rendering, Size } from '~/charts/contract';
import { type Face, measureText, wrapText } from '~/kit/measure';

/** Widths that ride in the snippet; between two the larger height holds. */
export const EMBED_WIDTHS = [320, 360, 400, 480, 560, 640, 720, 760, 800, 880, 960, 1040] as const;
/** Which drawing stands from which width of the figure on, and how wide it grows: the same numbers as in figure.css. */
const DRAWN: readonly { from: number; size: Size; to: number }[] = [
  { from: 900, size: 'wide', to: Number.POSITIVE_INFINITY },
  { from: 540, size: 'medium', to: 760 },
  { from: 0, size: 'narrow', to: 460 },
];

/** The sizes embed.css sets, in CSS pixels. */
const CSS = { pad: 14, title: 22, titleLine: 1.2, measure: 15, measureLine: 1.4, small: 13, smallLine: 1.45 };

const lines = (text: string, width: number, size: number, face: Face) =>
  wrapText(text, width, size, face, measureText).length;

/** Height in whole CSS pixels at a width, closed panels and an empty band included. */
export function embedHeight(
  rendering: Rendering,
  width: number,
  words: { hint: string; note: string; view: string },
): number {
  const inner = width;
  const { size, to } = DRAWN.find(({ from }) => inner >= from) ?? { size: 'narrow' as const, to: inner };
  const drawing = rendering.geometry(size);
  const drawn = Math.min(inner, to);
  // Across a desk the menu of views stands beside the title.
  const title =
    lines(rendering.words.title, inner < 900 || !words.view ? inner : inner - 200, CSS.title, 'head') *
    CSS.title *
    CSS.titleLine;
  const measure =
    4 +
    lines(rendering.words.subtitle, Math.min(inner, 760), CSS.measure, 'label-400') *
      CSS.measure *
      CSS.measureLine;
  const views = words.view ? (inner < 900 ? 29 : 3) : 0;
  // Reserved beside the drawing's own margins; figure.css reserves less on a phone.
  const band = inner < 540 ? 51 : inner < 900 ? 71 : 75;
  const picture = 8 + (drawn * drawing.height) / drawing.width;
  const note = 24 + lines(words.note, inner, CSS.small, 'label-400') * CSS.small * CSS.smallLine;
  const tools = 34;
  return Math.ceil(2 * CSS.pad + title + measure + views + band + picture + note + tools);
}

export function embedHeights(
  rendering: Rendering,
  words: { hint: string; note: string; view: string },
): readonly (readonly [number, number])[] {
  return EMBED_WIDTHS.map((width) => [width, embedHeight(rendering, width, words)] as const);
}
