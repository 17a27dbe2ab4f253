/** On the page for unknown addresses: shows the reader's language, and goes to the nearest view with a sign of it. */
import { type KnownView, nearestView } from '~/views/nearest';
import { format, parse } from '~/views/v1';

const base = document.documentElement.dataset.base ?? '/';
const inside = location.pathname.slice(base.length).toLowerCase();
const { address } = parse(new URL(base + inside + location.search, location.href), base);

const articles = [...document.querySelectorAll<HTMLElement>('[data-language]')].filter((one) =>
  one.matches('article'),
);
if (address.place === 'embed') {
  document.documentElement.dataset.theme = 'light';
  document.documentElement.dataset.ground = 'embed';
  // A frame of somebody else's page is no place for ours.
  for (const link of document.querySelectorAll('a')) link.target = '_blank';
}
const own = articles.find((one) => one.dataset.language === address.lang);
if (own) {
  for (const one of articles) one.hidden = one !== own;
  document.documentElement.lang = address.lang;
  document.title = own.querySelector('h1')?.textContent ?? document.title;
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
