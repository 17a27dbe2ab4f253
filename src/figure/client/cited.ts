/** What stands elsewhere and is cited here: notes at the end of the page, and sources on the page that lists them. */
import { lookedUp } from './pages';

/** The note that a link leads to. */
export const noteOf = ({ hash }: HTMLAnchorElement): Element | null =>
  (hash ? document.getElementById(hash.slice(1)) : null)?.closest('.notes li') ?? null;

/** Copies of the links to sources that a row's cell or a line of a note holds. */
export const sourcesIn = (place: Element | null | undefined): HTMLAnchorElement[] =>
  [...(place?.querySelectorAll('a') ?? [])].map((link) => link.cloneNode(true) as HTMLAnchorElement);

/**
 * Links to entries in the list of sources get the address of the page itself, its language and its title, and keep
 * their words. Where the list cannot be fetched, as in a frame without leave, they lead to the entry.
 */
export async function leadOutward(links: readonly HTMLAnchorElement[]): Promise<void> {
  const [list] = links[0]?.href.split('#') ?? [];
  if (list === undefined) return;
  try {
    const page = await lookedUp(list);
    for (const link of links) {
      const entry = page.getElementById(link.hash.slice(1))?.querySelector('a');
      if (!entry) continue;
      link.href = entry.href;
      link.hreflang = entry.hreflang;
      link.title = entry.textContent;
    }
  } catch {
    // They lead where they led.
  }
}
