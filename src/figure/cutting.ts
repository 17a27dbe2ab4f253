/** In a thread of its own, which Node runs as it stands: a typeface cut to some letters, as woff2. */
import subsetFont from 'subset-font';
import { answering } from './answering.ts';

/** What only a whole typeface needs: these letters have no other shapes, and one height. */
const NOT_NEEDED = ['BASE', 'GDEF', 'GSUB', 'STAT'];

/** Family, style and the name in PostScript: what programs ask for. Rights and version stand in OFL.txt beside the faces. */
const NAMES = [1, 2, 6];
const NO_NAME = 0x7fff;

/** Gives all other names of a typeface a number that nobody knows, so that the next cut leaves them out. */
function namedShortly(font: Buffer): Buffer {
  const entry = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i).find(
    (at) => font.toString('latin1', at, at + 4) === 'name',
  );
  if (entry === undefined) return font;
  const names = font.readUInt32BE(entry + 8);
  for (let i = 0; i < font.readUInt16BE(names + 2); i++) {
    const id = names + 6 + 12 * i + 6;
    if (!NAMES.includes(font.readUInt16BE(id))) font.writeUInt16BE(NO_NAME, id);
  }
  return font;
}

async function cutOf(face: Uint8Array, letters: string): Promise<Uint8Array> {
  const how = { noLayoutClosure: true, dropTables: NOT_NEEDED };
  const plain = await subsetFont(Buffer.from(face), letters, { targetFormat: 'truetype', ...how });
  return subsetFont(namedShortly(plain), letters, { targetFormat: 'woff2', ...how });
}

answering(({ face, letters }: { face: Uint8Array; letters: string }) => cutOf(face, letters));
