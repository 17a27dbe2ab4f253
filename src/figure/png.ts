/** SVG, its words outlined, to PNG: no typeface, no browser; in threads of their own, and kept. */
import { kept } from './kept';
import { threadsOf } from './threads';

/** Part of every key: raise it when the way of drawing changes. */
const VERSION = 'librsvg of sharp 0.35.5, outlines, 256 colours, weighted, level 4';
const rasterised = threadsOf<{ svg: string; scale: number }>('src/figure/raster.ts');

/** @param scale device pixels per CSS pixel */
export function pngOf(svg: string, scale = 1): Promise<Uint8Array> {
  return kept('pictures', [VERSION, String(scale), svg], () => rasterised({ svg, scale }));
}
