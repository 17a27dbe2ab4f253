/// <reference types="astro/client" />

declare module 'subset-font' {
  /** Resolves with the cut as a file of `targetFormat`. */
  export default function subsetFont(
    font: Buffer,
    letters: string,
    options: {
      targetFormat: 'woff2' | 'truetype';
      variationAxes?: Record<string, number | { min: number; max: number }>;
      noLayoutClosure?: boolean;
      dropTables?: readonly string[];
      keepAllGlyphs?: boolean;
    },
  ): Promise<Buffer>;
}
