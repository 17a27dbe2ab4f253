/**
 * On the page for unknown addresses: shows the reader's language, and goes to what was meant. Where that took a guess,
 * the figure says so; slashes, capitals and what a sentence left at an address take none.
 */
import { type KnownView, nearestView } from '~/views/nearest';
import { format, formatQuery, parse, readPath } from '~/views/v1';
import { entryIn } from './in-list';

const root = document.documentElement;
const base = root.dataset.base ?? '/';
const here = new URL(location.href);
const { parts } = readPath(here, base);
const { address } = parse(here, base);
const { place, chart, slug } = address;

if (place === 'embed') {
  root.dataset.theme = 'light';
  root.dataset.ground = 'embed';
  // A frame of somebody else's page is no place for ours.
  for (const link of document.querySelectorAll('a')) link.target = '_blank';
}
const heading = document.querySelector(`article[lang="${CSS.escape(address.lang)}"] h1`);
if (heading) {
  for (const one of document.querySelectorAll<HTMLElement>('body > [lang], article[lang]'))
    one.hidden = one.lang !== address.lang;
  root.lang = address.lang;
  document.title = heading.textContent ?? document.title;
}

/** The same address as it is written: of a view, or of a page that this one has a link to. */
function meant(): string | undefined {
  const unknown = address.unknown.filter(([key]) => key !== 'asked');
  if (chart && (place === 'embed' || parts.includes('charts'))) {
    const known = JSON.parse(document.getElementById('cf-views')?.textContent ?? '[]') as KnownView[];
    const found = nearestView(address, known);
    if (!found) return;
    const guessed = [address.lang, chart, slug].some((one, i) => one !== found[i]);
    if (guessed) unknown.push(['asked', [chart, slug].filter(Boolean).join('/')]);
    const [lang, ...view] = found;
    return format({ ...address, lang, chart: view[0], slug: view[1], unknown }, base);
  }
  const path = base + parts.map((part) => `${part}/`).join('');
  const isThere = [...document.links].some((link) => link.pathname === path);
  return isThere ? path + formatQuery({ ...address, unknown }) : undefined;
}

function lead(target: string | undefined, hash = location.hash): void {
  if (target && new URL(target, here).href !== here.href) location.replace(target + hash);
}

// A table that has grown too long for a page for each row has all of them in its list.
const [row, table, id = ''] = parts.slice(-3);
if (row === 'row')
  void entryIn(`${base}${[...parts.slice(0, -3), table].join('/')}/`, id).then((entry) => lead(entry, ''));
else lead(meant());
