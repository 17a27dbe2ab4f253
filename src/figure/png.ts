/** SVG to PNG with our own typefaces and no browser; kept in .cache by content, since most builds change no picture. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import { FACES, faceFiles } from '~/kit/measure';

const FOLDER = '.cache/pictures';
/** Part of every key: raise it when the way of drawing changes. */
const VERSION = 'resvg 2.6.2, palette 256, no dither, 1';

/** @param scale device pixels per CSS pixel */
export async function pngOf(svg: string, scale = 1): Promise<Buffer> {
  const key = createHash('sha256').update(VERSION).update(String(scale)).update(svg).digest('hex');
  const file = `${FOLDER}/${key}.png`;
  try {
    return await readFile(file);
  } catch {
    const drawn = await renderAsync(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: { loadSystemFonts: false, fontFiles: FACES.flatMap(faceFiles) },
    });
    const png = await sharp(drawn.asPng())
      .png({ palette: true, colours: 256, effort: 4, dither: 0 })
      .toBuffer();
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, png);
    return png;
  }
}
