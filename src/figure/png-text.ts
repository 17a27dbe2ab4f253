/** Text within a PNG file: chunks of international text (iTXt), as its specification has them. */
import { crc32 } from 'node:zlib';
import { type Credits, LICENCE, rdfOf } from './credits';

/** Length of the signature and of the first chunk, which must stay the first. */
const HEAD = 8 + 25;

function chunk(keyword: string, lang: string, text: string): Buffer {
  const body = Buffer.concat([
    Buffer.from('iTXt'),
    Buffer.from(keyword, 'latin1'),
    // End of the keyword; not compressed, by no method.
    Buffer.from([0, 0, 0]),
    Buffer.from(`${lang}\0\0${text}`),
  ]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** By the keywords of the specification, and once more as XMP, which is what photo desks and image search read. */
export function withCredits(png: Uint8Array, credits: Credits): Uint8Array {
  const { title, description, creator, source, date, rights, address, lang } = credits;
  const said: [string, string][] = [
    ['Title', title],
    ['Author', creator],
    ['Description', description],
    ['Copyright', `${rights}, ${LICENCE}`],
    ['Creation Time', date],
    ['Source', source],
    ['URL', address],
  ];
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">${rdfOf(credits)}</x:xmpmeta><?xpacket end="r"?>`;
  return Buffer.concat([
    png.subarray(0, HEAD),
    ...said.map(([keyword, text]) => chunk(keyword, lang, text)),
    chunk('XML:com.adobe.xmp', '', packet),
    png.subarray(HEAD),
  ]);
}
