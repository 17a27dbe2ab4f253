/** Widths of text in the typefaces that are shipped, shaped by HarfBuzz: 0.05 px from what Chromium draws. */
import { readFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';

/** The three cuts that exist as static files; every drawn text is in one of them. */
export type Face = 'label-400' | 'label-600' | 'head';

/** Width of a line in CSS pixels. */
export type MeasureText = (text: string, size: number, face?: Face) => number;

/** Where the static cuts lie, from the root of the project. */
export const faceFile = (face: Face) => `src/kit/fonts/${face}.ttf`;

/** Other rasterisers and fallback faces run wider: what a box keeps beyond the measured width. */
export const reserve = (width: number) => width * 1.02 + 1;

interface Loaded {
  font: hb.Font;
  upem: number;
  widths: Map<string, number>;
}
const loaded = new Map<Face, Loaded>();

function load(face: Face): Loaded {
  let entry = loaded.get(face);
  if (!entry) {
    const bytes = readFileSync(faceFile(face));
    const hbFace = new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer));
    entry = { font: new hb.Font(hbFace), upem: hbFace.upem, widths: new Map() };
    loaded.set(face, entry);
  }
  return entry;
}

/** @throws Error where a character is not in the typeface: its width, and so every box, would be wrong. */
export const measureText: MeasureText = (text, size, face = 'label-400') => {
  const { font, upem, widths } = load(face);
  let units = widths.get(text);
  if (units === undefined) {
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    units = 0;
    for (const glyph of buffer.getGlyphInfosAndPositions()) {
      if (glyph.codepoint === 0) {
        const missing = text.at(glyph.cluster) ?? '';
        throw new Error(`missing glyph "${missing}" of "${text}" in ${faceFile(face)}`);
      }
      units += glyph.xAdvance ?? 0;
    }
    widths.set(text, units);
  }
  return (units * size) / upem;
};

/**
 * Breaks a text into lines no wider than `width`; a longer word stands alone.
 * @param keep what a line of a measured width takes; a drawing reserves, a page breaks where Chromium does
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  face: Face,
  measure: MeasureText,
  keep = reserve,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && keep(measure(longer, size, face)) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}
