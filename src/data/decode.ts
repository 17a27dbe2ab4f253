/** Bytes of a file as text: UTF-8, with or without a byte order mark; anything else is located. */
import type { Place } from './problems';

interface Decoded {
  /** Where a byte was wrong it holds U+FFFD, so that the rest can still be checked. */
  text: string;
  fault: (Place & { message: string }) | undefined;
}

export function decode(bytes: Uint8Array): Decoded {
  const start = `${bytes[0] ?? 0} ${bytes[1] ?? 0}`;
  if (start === '255 254' || start === '254 255') {
    return { text: '', fault: { line: 1, column: 1, message: `saved as UTF-16. ${EXPECTED}` } };
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = firstBadByte(bytes);
  if (bad === -1) return { text, fault: undefined };
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, bad));
  const value = (bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return { text, fault: { ...endOf(before), message: `byte 0x${value} is not UTF-8. ${EXPECTED}` } };
}

const EXPECTED = 'Expected UTF-8: in a spreadsheet save as "CSV UTF-8".';

/** The place after the last character of a text. */
function endOf(text: string): Place {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Offset of the first byte that no UTF-8 text can hold there; -1 for a sound file. */
function firstBadByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    let length = 0;
    if (lead < 0x80) length = 1;
    else if (lead >= 0xc2 && lead <= 0xdf) length = 2;
    else if (lead >= 0xe0 && lead <= 0xef) length = 3;
    else if (lead >= 0xf0 && lead <= 0xf4) length = 4;
    const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
    const outside = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
    if (length === 0 || overlong || outside || i + length > bytes.length) return i;
    for (let k = 1; k < length; k++) {
      if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i;
    }
    i += length;
  }
  return -1;
}
