/** Where the site lives, with both slashes; a copy that is read from a disk says it relative to the page. */
export const base = () => new URL(document.documentElement.dataset.base ?? '/', location.href).pathname;

/** A frozen page stands in a release's own folder. @returns its day, and where the site itself lives */
export function frozenAt(here = base()): { home: string; day: string } | undefined {
  const [, home, day] = /^(.*\/)releases\/(\d{4}-\d{2}-\d{2})\/$/.exec(here) ?? [];
  return home && day ? { home, day } : undefined;
}
