/** The policy of a page: which styles and scripts it lets run. */
import { styleHash } from './_style-hash';

/** Most styles stand in thousands of pages. */
const digests = new Map<string, string>();

function digestOf(text: string): string {
  const known = digests.get(text) ?? `'${styleHash(text)}'`;
  digests.set(text, known);
  return known;
}

/**
 * Astro writes into every page the digests of all styles it bundles and of scripts that only its islands have: 600 bytes
 * that nothing packs, before the first letter.
 * @param html  a whole page
 * @returns the page, its policy without digests of what it does not hold
 */
export function withOwnDigests(html: string): string {
  const inline = [...html.matchAll(/<(style|script)\b([^>]*)>([\s\S]*?)<\/\1>/g)];
  // Data is no code: no policy asks after it.
  const code = inline.filter(
    ([, , attributes = '']) => !/\btype="application\/(ld\+)?json"/.test(attributes),
  );
  const own = new Set(code.map(([, , , text = '']) => digestOf(text)));
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(/ ('sha(?:256|384|512)-[^']+')/g, (written, digest) => (own.has(digest) ? written : '')),
  );
}
