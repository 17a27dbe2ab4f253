/** In a thread of its own, which Node runs as it stands: SVG to PNG, one after the other. */
import { parentPort } from 'node:worker_threads';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Colours of a palette: as many as one byte tells apart. */
const COLOURS = 256;
const LEVEL = 7;

type Colour = readonly [red: number, green: number, blue: number];

// One thread draws one picture.
sharp.concurrency(1);
sharp.cache(false);

/** As text for who searches a file: nobody searches a picture, and it would ask for typefaces. */
const HIDDEN = /<text[^>]*>[^<]*<\/text>/g;

async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  const drawn = sharp(Buffer.from(svg.replace(HIDDEN, '')), { density: 72 * scale });
  const { data, info } = await drawn.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  // Paper covers all of it, so that nothing is lost with the alpha.
  return indexed(new Uint32Array(data.buffer, data.byteOffset, info.width * info.height), info.width);
}

const channels = (pixel: number): Colour => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255];
const apart = (a: Colour, b: Colour) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

/** One colour after the other, each where most pixels are furthest from those taken; and the place of the nearest. */
function paletteOf(pixels: Uint32Array): { palette: readonly Colour[]; places: ReadonlyMap<number, number> } {
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; ) {
    const pixel = pixels[i] ?? 0;
    const start = i;
    while (i < pixels.length && pixels[i] === pixel) i++;
    counts.set(pixel, (counts.get(pixel) ?? 0) + i - start);
  }
  const found = [...counts].map(([pixel, n]) => ({
    pixel,
    colour: channels(pixel),
    weight: Math.sqrt(n),
    place: 0,
    far: Number.MAX_SAFE_INTEGER,
  }));
  const palette: Colour[] = [];
  while (palette.length < Math.min(COLOURS, found.length)) {
    const most = found.reduce((best, one) => (one.far * one.weight > best.far * best.weight ? one : best));
    const place = palette.push(most.colour) - 1;
    for (const one of found) {
      const far = apart(one.colour, most.colour);
      if (far < one.far) Object.assign(one, { far, place });
    }
  }
  return { palette, places: new Map(found.map(({ pixel, place }) => [pixel, place])) };
}

/** A byte a pixel: a drawing has few colours, and its files are a third as large so. */
function indexed(pixels: Uint32Array, width: number): Uint8Array {
  const { palette, places } = paletteOf(pixels);
  const height = pixels.length / width;
  const rows = new Uint8Array((width + 1) * height);
  let [last, place] = [-1, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = pixels[y * width + x] ?? 0;
      if (pixel !== last) [last, place] = [pixel, places.get(pixel) ?? 0];
      rows[y * (width + 1) + 1 + x] = place;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits, by palette.
  head[8] = 8;
  head[9] = 3;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: LEVEL })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, bytes: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

parentPort?.on('message', async ({ svg, scale }: { svg: string; scale: number }) => {
  try {
    parentPort?.postMessage({ png: await pngOf(svg, scale) });
  } catch (error) {
    parentPort?.postMessage({ error: String(error) });
  }
});
