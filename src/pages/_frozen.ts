/**
 * Pages of a release as they were drawn once: unpacked, and put under the address of whoever publishes this copy of the
 * site. A release is drawn for HOME, a place that is nowhere, since its address is not part of it.
 */
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

export const HOME = 'https://release.invalid/release-home/';
const ORIGIN = new URL(HOME).origin;
const BASE = new URL(HOME).pathname;

/** What a release keeps: embeds, pictures that scale, drawn rows, and the letters of its titles. */
const KEPT = String.raw`embed/v1/[a-z]{2}/|data/[a-z]{2}/|fonts/(?:title|label)/|img/[a-z]{2}/(?:(?!\.dark\.)[\w.-])+\.svg`;
const IS_KEPT = new RegExp(`^(?:${KEPT})`);
export const isKept = (path: string): boolean => IS_KEPT.test(path);

/** Where a copy of the site stands. */
interface Site {
  origin: string;
  /** With slashes at both ends. */
  base: string;
}

/** The pages in a packed file by path; letters in base64. */
export const unpacked = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  JSON.parse(gunzipSync(bytes).toString('utf8'));

/** One of them as it is served: what the release keeps is found in the release, all else on the site of today. */
export function placed(path: string, kept: string, release: string, { origin, base }: Site): Uint8Array {
  if (path.endsWith('.woff2')) return new Uint8Array(Buffer.from(kept, 'base64'));
  const own = `${base}releases/${release}/`;
  const put = (text: string) =>
    text
      .replaceAll(ORIGIN, origin)
      // Its own address is read from there, too.
      .replaceAll(`data-base="${BASE}"`, `data-base="${own}"`)
      .replace(new RegExp(`${BASE}(${KEPT})`, 'g'), `${own}$1`)
      .replaceAll(BASE, base);
  // The policy names the styles by their digest, and they name typefaces by address.
  const digests = [...kept.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
  return new TextEncoder().encode(
    digests.reduce((text, css) => text.replaceAll(digestOf(css), digestOf(put(css))), put(kept)),
  );
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64');
