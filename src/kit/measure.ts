/**
 * Widths of text in the typefaces that are shipped, shaped by HarfBuzz: 0.05 px from what Chromium draws, and up to a
 * pixel where a browser takes a name's letters from two cuts and so does not kern them.
 */
import { readFileSync } from 'node:fs';
import * as hb from 'harfbuzzjs';
import { stretchesOf } from './letters';

/** What text is drawn in. */
export const FACES = ['label-400', 'label-600', 'head'] as const;
export type Face = (typeof FACES)[number];
/** Each has two static cuts: letters up to Latin-1, and those beyond. */
type Cut = Face | `${Face}-ext`;

const cutFile = (cut: Cut) => `src/kit/fonts/${cut}.ttf`;
/** Where the cuts of a face lie, from the root of the project. */
export const faceFiles = (face: Face): readonly string[] => [cutFile(face), cutFile(`${face}-ext`)];

/** Other rasterisers and fallback faces run wider: what a box keeps beyond the measured width. */
export const reserve = (width: number) => width * 1.02 + 1;

interface Loaded {
  font: hb.Font;
  upem: number;
  widths: Map<string, number>;
}
const loaded = new Map<Cut, Loaded>();

function load(cut: Cut): Loaded {
  let entry = loaded.get(cut);
  if (!entry) {
    const bytes = readFileSync(cutFile(cut));
    const hbFace = new hb.Face(new hb.Blob(new Uint8Array(bytes).buffer));
    entry = { font: new hb.Font(hbFace), upem: hbFace.upem, widths: new Map() };
    loaded.set(cut, entry);
  }
  return entry;
}

/** A glyph of a line, in units of the typeface: its place, and how far on the next one is. */
export interface Glyph {
  font: hb.Font;
  id: number;
  x: number;
  y: number;
  advance: number;
}

/** The glyphs of a stretch of a text in the cut that should have it. */
function shapeStretch(stretch: string, cut: Cut, text: string): Glyph[] {
  if (stretch === '') return [];
  const { font } = load(cut);
  const buffer = new hb.Buffer();
  buffer.addText(stretch);
  buffer.guessSegmentProperties();
  hb.shape(font, buffer);
  return buffer.getGlyphInfosAndPositions().map((glyph) => {
    if (glyph.codepoint === 0) {
      const missing = String.fromCodePoint(stretch.codePointAt(glyph.cluster) ?? 0);
      throw new Error(`missing glyph "${missing}" of "${text}" in ${cutFile(cut)}`);
    }
    const { xOffset: x = 0, yOffset: y = 0, xAdvance: advance = 0 } = glyph;
    return { font, id: glyph.codepoint, x, y, advance };
  });
}

/**
 * A line as it is set. As a browser does it, letters of another cut are shaped by themselves.
 * @throws Error where a character is in no cut: its width, and so every box, would be wrong.
 */
export function shapeText(text: string, face: Face): { glyphs: readonly Glyph[]; upem: number } {
  const glyphs = stretchesOf(text).flatMap((stretch, i) =>
    shapeStretch(stretch, i % 2 === 0 ? face : `${face}-ext`, text),
  );
  return { glyphs, upem: load(face).upem };
}

/** Width of a line in CSS pixels. @throws Error where a character is in no cut */
export function measureText(text: string, size: number, face: Face = 'label-400'): number {
  const { upem, widths } = load(face);
  let units = widths.get(text);
  if (units === undefined) {
    units = shapeText(text, face).glyphs.reduce((sum, { advance }) => sum + advance, 0);
    widths.set(text, units);
  }
  return (units * size) / upem;
}

/** Breaks a text of a page into lines no wider than `width`, where Chromium does; a longer word stands alone. */
export function wrapText(text: string, width: number, size: number, face: Face): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word;
    if (line && asSet(measureText(longer, size, face)) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** As Chromium sets it: the lean cuts of an embed's faces run up to two thousandths wider than measured. */
export const asSet = (measured: number) => measured * 1.002 + 0.25;
