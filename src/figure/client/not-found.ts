/**
 * On the page for unknown addresses: shows the reader's language, and goes to what was meant. Where that took a guess,
 * the figure says so; slashes, capitals and what a sentence left at an address take none. To a row or a person it never
 * goes by a guess, as that is about somebody: it says which is nearest.
 */
import { type KnownView, nearestRow, nearestView } from '~/views/nearest';
import { format, formatQuery, parse, readPath } from '~/views/v1';
import { entryIn, pagesOf } from './in-list';
import { pageAt } from './pages';

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

const unknown = address.unknown.filter(([key]) => key !== 'asked');

/** The nearest view. */
function meant(): string | undefined {
  const known = JSON.parse(document.getElementById('cf-views')?.textContent ?? '[]') as KnownView[];
  const found = nearestView(address, known);
  if (!found) return;
  const [lang, ...view] = found;
  // Of a language that there is nobody has to be told.
  const asked = [lang === address.lang ? '' : address.lang, chart, slug].filter(Boolean).join('/');
  const guessed = asked !== view.filter(Boolean).join('/');
  return format(
    {
      ...address,
      lang,
      chart: view[0],
      slug: view[1],
      unknown: guessed ? [...unknown, ['asked', asked]] : unknown,
    },
    base,
  );
}

/** The same address as it is written, where it is one: of a row, a person, any other page, or a file. */
async function asWritten(): Promise<string | undefined> {
  const path = (base + parts.map((part) => `${part}/`).join('')).replace(/(\.\w+)\/$/, '$1');
  if (path === here.pathname) return;
  const { ok } = await fetch(path, { method: 'HEAD' });
  return ok ? path + formatQuery({ ...address, unknown }) : undefined;
}

/** A row without a page of its own, as where there are too many for one each: its place in the list of all. */
async function listed(): Promise<string | undefined> {
  const [row, table, id = ''] = parts.slice(-3);
  return row === 'row' ? entryIn(`${base}${[...parts.slice(0, -3), table].join('/')}/`, id) : undefined;
}

/** Says which row or person is the nearest by name, if one is near. */
async function offer(): Promise<void> {
  const place = document.querySelector<HTMLElement>('article:not([hidden]) .near');
  const home = place?.parentElement?.querySelector<HTMLAnchorElement>('.way a')?.href ?? base;
  const table = (parts.at(-3) === 'row' && parts.at(-2)) || 'moves';
  const listed = (await pagesOf(`${home}${table}/`)).flat();
  // Of a list on one page all are in its table, which is short.
  const rows =
    listed.length > 0 ? listed : (await (await fetch(`${base}data/${table}.csv`)).text()).split('\n');
  for (const path of nearestRow(parts.at(-1) ?? '', rows, table)) {
    const page = await pageAt(home + path).catch(() => undefined);
    const title = page?.querySelector('h1')?.textContent;
    if (!place || !title) continue;
    place.append(Object.assign(document.createElement('a'), { href: home + path, textContent: title }));
    place.hidden = false;
    return;
  }
}

function lead(target: string | undefined): boolean {
  const there = target && new URL(target, here);
  if (!there || there.href === here.href) return false;
  there.hash ||= here.hash;
  location.replace(there);
  return true;
}

if (chart && (place === 'embed' || parts.includes('charts'))) lead(meant());
else
  asWritten()
    .then(async (page) => lead(page) || lead(await listed()) || offer())
    // Who is offline stays here.
    .catch(() => undefined);
