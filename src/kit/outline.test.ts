/** Letters in as few steps as say the same are the letters of the typeface. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { BASE } from './letters';
import { FACES, type Face, shapeText } from './measure';
import { outlineText } from './outline';

/** As the typeface says it, in absolute places. */
const asCut = (letter: string, face: Face) =>
  shapeText(letter, face)
    .glyphs.map(({ font, id }) => font.glyphToPath(id))
    .join('');

/** Each letter in a field of its own, drawn. */
function pixels(outlines: readonly string[]): Promise<Buffer> {
  const letters = outlines.map((d, i) => `<path d="${d}" transform="matrix(.03 0 0 -.03 ${i * 40} 50)"/>`);
  const size = `width="${outlines.length * 40}" height="70"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${letters.join('')}</svg>`;
  return sharp(Buffer.from(svg)).raw().toBuffer();
}

test.each(FACES)('outlines of %s are those of the typeface', async (face) => {
  const letters = [...BASE];
  const ours = letters.map((letter) => outlineText(letter, 12, face).d);
  const theirs = letters.map((letter) => asCut(letter, face));
  const [drawn, expected] = await Promise.all([pixels(ours), pixels(theirs)]);
  expect(new Set(expected).size).toBeGreaterThan(50);
  expect(drawn.equals(expected)).toBe(true);
});
