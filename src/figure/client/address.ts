/** What a figure shows, as an address: the page's own, and the one to share. */
import { format, formatQuery, parse, parseQuery } from '~/views/v1';

const base = () => document.documentElement.dataset.base ?? '/';

/** The address of this page with the figure's view and choice, so that a link shows them to the next person. */
function addressOf(figure: HTMLElement, hl: string | undefined): string {
  const { chart = '', view = '', page = '', first, place } = figure.dataset;
  let { hash } = location;
  if (place === 'story') {
    const { query, unknown } = parseQuery(new URLSearchParams(location.search));
    const others = unknown.filter(([key]) => key !== chart);
    const step = figure.parentElement?.querySelector(`.step[data-href="${page}"]`);
    if (!step && view && view !== first) others.push([chart, view]);
    // Who opens the address sees the figure, or the step, in which the choice was made.
    const at = document.getElementById(hash.slice(1));
    if ((hl || others.length > 0) && (hash.length < 2 || at?.matches('cf-figure, .step')))
      hash = `#${step?.id ?? figure.id}`;
    return (
      location.pathname + formatQuery({ place: 'page', query: { ...query, hl }, unknown: others }) + hash
    );
  }
  const { address } = parse(new URL(location.href), base());
  const unknown = address.unknown.filter(([key]) => key !== 'asked');
  return format({ ...address, slug: view, query: { ...address.query, hl }, unknown }, base()) + hash;
}

/** Writes it; history does not grow. */
export const writeAddress = (figure: HTMLElement, hl: string | undefined) =>
  replaceAddress(addressOf(figure, hl));

/** The page's address is now this one. */
export function replaceAddress(href: string): void {
  // Said again, an address makes the browser look for the page's icon again.
  if (new URL(href, location.href).href === location.href) return;
  try {
    history.replaceState(history.state, '', href);
  } catch {
    // A frame may refuse; the page works without its address.
  }
}

/** Takes out of the address what it asks for in vain: a value of the query, or a hash (`#`). */
export function forget(key: string, given: string): void {
  const url = new URL(location.href);
  // Meanwhile it may ask for something that is there.
  if (key === '#') url.hash = '';
  else if (url.searchParams.get(key) === given) url.searchParams.delete(key);
  else return;
  replaceAddress(url.href);
}

/** The link to share: the chart's own page in this view, with the choice. */
export function writeLink(figure: HTMLElement, hl: string | undefined): void {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const url = new URL(figure.dataset.page ?? '', canonical ?? location.href);
  if (hl) url.searchParams.set('hl', hl);
  for (const field of figure.querySelectorAll<HTMLInputElement>('input[data-link]')) field.value = url.href;
  for (const codes of figure.querySelectorAll<HTMLAnchorElement>('a[data-codes]')) codes.search = url.search;
  for (const code of figure.querySelectorAll<HTMLTextAreaElement>('textarea[data-frame]'))
    code.value = code.value.replace(/(src="[^"?]*)[^"]*"/, `$1${url.search}"`);
}
