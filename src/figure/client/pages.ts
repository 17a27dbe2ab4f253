/** Pages of this site, fetched as documents: a step back to one needs no second fetch. */

const seen = new Map<string, string>();

/**
 * @param href address of a page of this site
 * @throws where it cannot be fetched, as in a frame without leave, or when `signal` stops it
 */
export async function pageAt(href: string, signal?: AbortSignal): Promise<Document> {
  let text = seen.get(href);
  if (text === undefined) {
    const response = await fetch(href, { signal });
    if (!response.ok) throw new Error(String(response.status));
    // Its styles are not wanted, and this page's policy would refuse them aloud.
    text = (await response.text()).replace(/<style[^>]*>[\s\S]*?<\/style>/g, '');
    seen.set(href, text);
  }
  return new DOMParser().parseFromString(text, 'text/html');
}

let last: { href: string; page: Document } | undefined;

/** The same page to look things up in, not to take them out of: read from its text once, which costs a long frame. */
export async function lookedUp(href: string): Promise<Document> {
  if (last?.href !== href) last = { href, page: await pageAt(href) };
  return last.page;
}
