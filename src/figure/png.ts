/** SVG, its words outlined, to PNG: no typeface, no browser. */
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import { kept } from './kept';

/** Part of every key: raise it when the way of drawing changes. */
const VERSION = 'resvg 2.6.2, outlines, palette 256, no dither, effort 2';

// Many are drawn beside each other: more threads for each would only wait.
sharp.concurrency(1);

/** @param scale device pixels per CSS pixel */
export function pngOf(svg: string, scale = 1): Promise<Uint8Array> {
  return kept('pictures', [VERSION, String(scale), svg], async () => {
    const { pixels, width, height } = await renderAsync(svg, {
      fitTo: { mode: 'zoom', value: scale },
      font: { loadSystemFonts: false },
    });
    // Paper covers all of it, so that nothing is lost with the alpha. A greater effort takes twice as long for
    // colours that are nearer by one of 256 steps.
    return sharp(pixels, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ palette: true, colours: 256, effort: 2, dither: 0 })
      .toBuffer();
  });
}
