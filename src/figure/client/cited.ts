/** What stands once on the page and is cited by its number elsewhere: notes, and the sources in the list. */

const targetOf = ({ hash }: HTMLAnchorElement) => (hash ? document.getElementById(hash.slice(1)) : null);

/** The note that a link leads to. */
export const noteOf = (link: HTMLAnchorElement): Element | null =>
  targetOf(link)?.closest('.notes li') ?? null;

/** Links to sources, those given by number as the list has them: named, and leading out of the page. */
export const sourcesIn = (place: Element | null | undefined): HTMLAnchorElement[] =>
  [...(place?.querySelectorAll<HTMLAnchorElement>('.sources a') ?? [])].map((link) => {
    const entry = targetOf(link)?.closest('.all-sources li');
    const own = link.cloneNode(true) as HTMLAnchorElement;
    if (!entry) return own;
    own.href = entry.querySelector('a')?.href ?? own.href;
    // Its name ends with the colon before its title.
    own.textContent = (entry.firstChild?.textContent ?? '').replace(/:\s*$/, '').trim();
    return own;
  });
