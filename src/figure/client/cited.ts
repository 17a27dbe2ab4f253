/** What stands elsewhere and is cited here: notes at the end of the page, and sources on the page of a row. */
import { lookedUp } from './pages';

/** The note that a link leads to: its own, or that of the row whose page it leads to. */
export function noteOf({ href, hash }: HTMLAnchorElement): Element | null {
  const notes = [...document.querySelectorAll<HTMLAnchorElement>('.notes .title a')];
  const title = notes.find((link) => link.href === href) ?? (hash && document.getElementById(hash.slice(1)));
  return (title || null)?.closest('.notes li') ?? null;
}

/**
 * Links to a row's page, named after its sources in their order, get the addresses of these, their languages and their
 * titles, and keep their words. Where the page cannot be fetched, as in a frame without leave, they lead to it.
 */
export async function leadOutward(links: readonly HTMLAnchorElement[]): Promise<void> {
  const [page, row] = links[0]?.href.split('#') ?? [];
  if (page === undefined) return;
  try {
    const whole = await lookedUp(page);
    // A row without a page of its own stands in a list.
    const place = row === undefined ? whole : whole.getElementById(row);
    const sources = [
      ...(place?.querySelectorAll<HTMLAnchorElement>('.row-sources .to, [data-cell="sources"] a') ?? []),
    ];
    for (const [i, link] of links.entries()) {
      const source = sources[i];
      if (!source) continue;
      link.href = source.href;
      link.hreflang = source.hreflang;
      link.title = source.textContent;
    }
  } catch {
    // They lead where they led.
  }
}
