/** On the page for unknown addresses: shows the reader's language, and goes to the nearest view with a sign of it. */
import { type KnownView, nearestView } from '~/views/nearest';
import { format, parse } from '~/views/v1';

const base = document.documentElement.dataset.base ?? '/';
const inside = location.pathname.slice(base.length).toLowerCase();
const { address } = parse(new URL(base + inside + location.search, location.href), base);

if (address.place === 'embed') {
  document.documentElement.dataset.theme = 'light';
  document.documentElement.dataset.ground = 'embed';
  // A frame of somebody else's page is no place for ours.
  for (const link of document.querySelectorAll('a')) link.target = '_blank';
}
const heading = document.querySelector(`article[lang="${address.lang}"] h1`);
if (heading) {
  for (const one of document.querySelectorAll<HTMLElement>('body > [lang], article[lang]'))
    one.hidden = one.lang !== address.lang;
  document.documentElement.lang = address.lang;
  document.title = heading.textContent ?? document.title;
}

if (/^([a-z]{2}\/)?charts\/|^embed\/v1\//.test(inside) && address.chart) {
  const known = JSON.parse(document.getElementById('cf-views')?.textContent ?? '[]') as KnownView[];
  const found = nearestView(address, known);
  if (found) {
    const [lang, chart, slug] = found;
    const unknown = [
      ...address.unknown.filter(([key]) => key !== 'asked'),
      ['asked', [address.chart, address.slug].filter(Boolean).join('/')] as const,
    ];
    location.replace(format({ ...address, lang, chart, slug, unknown }, base) + location.hash);
  }
}
