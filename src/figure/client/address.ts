/** What a figure shows, as an address: the page's own, and the one to share. */
import { format, formatQuery, parse, parseQuery, readPairs } from '~/views/v1';
import { base } from './base';
import { writeCodes } from './codes';

/** The address of this page with the figure's view and choice, so that a link shows them to the next person. */
function addressOf(figure: HTMLElement, hl: string | undefined): string {
  const { chart = '', view = '', page = '', first, place } = figure.dataset;
  const { address } = parse(new URL(location.href), base());
  const query = { ...address.query, hl };
  let { hash } = location;
  if (place === 'story') {
    const others = address.unknown.filter(([key]) => key !== chart);
    const step = figure.parentElement?.querySelector(`.step[data-href="${page}"]`);
    if (!step && view && view !== first) others.push([chart, view]);
    // Who opens the address sees the figure, or the step, in which the choice was made.
    const at = document.getElementById(hash.slice(1));
    if ((hl || others.length > 0) && (hash.length < 2 || at?.matches('cf-figure, .step')))
      hash = `#${step?.id ?? figure.id}`;
    return format({ ...address, chart: '', slug: '', query, unknown: others }, base()) + hash;
  }
  const unknown = address.unknown.filter(([key]) => key !== 'asked');
  return format({ ...address, slug: view, query, unknown }, base()) + hash;
}

/** Writes it; history does not grow. What was asked in vain is no longer asked then, nor said. */
export function writeAddress(figure: HTMLElement, hl: string | undefined): void {
  replaceAddress(addressOf(figure, hl));
  const asked = new Set(readPairs(location.search).map(([key]) => key));
  for (const notice of document.querySelectorAll<HTMLElement>('.notice[data-key]'))
    if (!asked.has(notice.dataset.key ?? '')) notice.remove();
}

/** The page's address is now this one, of this site. */
export function replaceAddress(href: string): void {
  try {
    // Two slashes at the start would name another site.
    const url = new URL(href.replace(/^\/+/, '/'), location.href);
    // Said again, an address makes the browser look for the page's icon again.
    if (url.href !== location.href) history.replaceState(history.state, '', url);
  } catch {
    // A frame may refuse; the page works without its address.
  }
}

/** Takes out of the address what it asks for in vain: a value of the query, or a hash (`#`). */
export function forget(key: string, given: string): void {
  const url = new URL(location.href);
  if (key === '#') url.hash = '';
  else {
    const pairs = readPairs(url.search);
    const kept = pairs.filter(([one, value]) => one !== key || value !== given);
    // Meanwhile it may ask for something that is there.
    if (kept.length === pairs.length) return;
    url.search = new URLSearchParams(kept).toString();
  }
  replaceAddress(url.href);
}

/** A page of this site, asked for as this one is: the colours, the period and the choice go along. */
export function alike(href: string): string {
  const url = new URL(href, location.href);
  const { place } = parse(url, base()).address;
  url.search = formatQuery({ place, query: parseQuery(location.search).query, unknown: [] });
  url.hash = location.hash;
  return url.href;
}

/** The link to share: the chart's own page in this view, with the choice; nothing of what others hang onto links. */
export function writeLink(figure: HTMLElement, hl: string | undefined): void {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const url = new URL(figure.dataset.page ?? '', canonical ?? location.href);
  const { t, theme } = parseQuery(location.search).query;
  url.search = formatQuery({ place: 'page', query: { hl, t, theme }, unknown: [] });
  for (const field of figure.querySelectorAll<HTMLInputElement>('input[data-link]')) field.value = url.href;
  for (const codes of figure.querySelectorAll<HTMLAnchorElement>('a[data-codes]')) codes.search = url.search;
  writeCodes(figure, { hl, t, theme });
}
