/** SVG to PNG with our own typefaces and no browser. */
import { readFileSync } from 'node:fs';
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import { FACES, faceFiles } from '~/kit/measure';
import { kept } from './kept';

/** Part of every key: raise it when the way of drawing changes. */
const VERSION = 'resvg 2.6.2, palette 256, no dither, effort 2';
const FONTS = FACES.flatMap(faceFiles);
let faces: readonly Uint8Array[] | undefined;

// Many are drawn beside each other: more threads for each would only wait.
sharp.concurrency(1);

/** @param scale device pixels per CSS pixel */
export function pngOf(svg: string, scale = 1): Promise<Uint8Array> {
  faces ??= FONTS.map((file) => readFileSync(file));
  return kept('pictures', [VERSION, String(scale), ...faces, svg], async () => {
    const { pixels, width, height } = await renderAsync(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: { loadSystemFonts: false, fontFiles: FONTS },
    });
    // Paper covers all of it, so that nothing is lost with the alpha. A greater effort takes twice as long for
    // colours that are nearer by one of 256 steps.
    return sharp(pixels, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ palette: true, colours: 256, effort: 2, dither: 0 })
      .toBuffer();
  });
}
