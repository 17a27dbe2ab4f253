/** In a thread of its own, which Node runs as it stands: SVG to PNG. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { answering } from './answering.ts';

/** Colours of a palette: as many as one byte tells apart. */
const COLOURS = 256;
/** A higher one takes twice as long for a thirtieth of the bytes. */
const LEVEL = 4;

type Colour = readonly [red: number, green: number, blue: number];

// One thread draws one picture.
sharp.concurrency(1);
sharp.cache(false);

/** As text for who searches a file: nobody searches a picture, and setting what is not seen took a quarter of its time. */
const HIDDEN = /<text\b[\s\S]*?<\/text>/g;

async function pngOf(svg: string, scale: number): Promise<Uint8Array> {
  const drawn = sharp(Buffer.from(svg.replace(HIDDEN, '')), { density: 72 * scale });
  const { data, info } = await drawn.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  // Paper covers all of it, so that nothing is lost with the alpha.
  return indexed(new Uint32Array(data.buffer, data.byteOffset, info.width * info.height), info.width);
}

/** Each colour once, in the order in which they come, and how many pixels have it. */
interface Counted {
  colours: readonly number[];
  counts: readonly number[];
}

/** Of each colour there can be, its place among those of one picture, counted from 1: asked in half the time that a map takes. */
const places = new Uint32Array(1 << 24);

/** Puts the place of its colour into each pixel: a picture has millions, and one list of them is enough. */
function counted(pixels: Uint32Array): Counted {
  const colours: number[] = [];
  const counts: number[] = [];
  let [last, place] = [-1, 0];
  const end = pixels.length;
  for (let i = 0; i < end; i++) {
    const pixel = pixels[i] ?? 0;
    // Most pixels are as the one before.
    if (pixel !== last) {
      last = pixel;
      // Without the alpha, which is the same everywhere.
      const colour = pixel & 0xffffff;
      place = (places[colour] ?? 0) - 1;
      if (place < 0) {
        place = colours.push(colour) - 1;
        counts.push(0);
        places[colour] = place + 1;
      }
    }
    counts[place] = (counts[place] ?? 0) + 1;
    pixels[i] = place;
  }
  for (const colour of colours) places[colour] = 0;
  return { colours, counts };
}

/** One colour after the other, each where most pixels are furthest from those taken; and for each colour the nearest. */
function paletteOf({ colours, counts }: Counted): { palette: readonly Colour[]; nearest: Uint8Array } {
  const many = colours.length;
  // Numbers side by side, and no list made of them: all colours are asked 256 times in each of hundreds of pictures.
  const channel = (shift: number) => Int32Array.from(colours, (colour) => (colour >> shift) & 255);
  const reds = channel(0);
  const greens = channel(8);
  const blues = channel(16);
  const weights = Float64Array.from(counts, Math.sqrt);
  const far = new Float64Array(many).fill(Number.MAX_SAFE_INTEGER);
  const nearest = new Uint8Array(many);
  const palette: Colour[] = [];
  let next = weights.reduce((most, weight, i) => (weight > (weights[most] ?? 0) ? i : most), 0);
  while (palette.length < Math.min(COLOURS, many)) {
    const red = reds[next] ?? 0;
    const green = greens[next] ?? 0;
    const blue = blues[next] ?? 0;
    const place = palette.push([red, green, blue]) - 1;
    let most = -1;
    for (let i = 0; i < many; i++) {
      const apart =
        ((reds[i] ?? 0) - red) ** 2 + ((greens[i] ?? 0) - green) ** 2 + ((blues[i] ?? 0) - blue) ** 2;
      let least = far[i] ?? 0;
      if (apart < least) {
        least = apart;
        far[i] = apart;
        nearest[i] = place;
      }
      const gain = least * (weights[i] ?? 0);
      if (gain > most) {
        most = gain;
        next = i;
      }
    }
  }
  return { palette, nearest };
}

/** A byte a pixel: a drawing has few colours, and its files are a third as large so. */
function indexed(pixels: Uint32Array, width: number): Uint8Array {
  const { palette, nearest } = paletteOf(counted(pixels));
  const height = pixels.length / width;
  const rows = new Uint8Array((width + 1) * height);
  let at = 0;
  for (let y = 0; y < height; y++) {
    // No filter.
    at++;
    const end = (y + 1) * width;
    for (let i = y * width; i < end; i++) rows[at++] = nearest[pixels[i] ?? 0] ?? 0;
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

answering(({ svg, scale }: { svg: string; scale: number }) => pngOf(svg, scale));
