/** Where everything lives: one function per kind of address, all under the site's base. */
import { DEFAULT_LANG, format } from './v1';

/** Set by astro.config from SITE_URL; '/' in tests. */
const BASE = (import.meta.env?.BASE_URL ?? '/').replace(/\/?$/, '/');
const ORIGIN = (import.meta.env?.SITE ?? 'http://localhost:4321').replace(/\/$/, '');

export const base = BASE;
/** A path of this site, from one without the leading slash. */
export const path = (rest: string) => BASE + rest;
/** For what leaves the site: snippets, cards, canonical links. */
export const absolute = (sitePath: string) => ORIGIN + sitePath;

const prefix = (lang: string) => (lang === DEFAULT_LANG ? '' : `${lang}/`);
/** A page that is no chart: '' is the story. */
export const pagePath = (lang: string, page = '') => path(prefix(lang) + (page ? `${page}/` : ''));

/**
 * The address of a row for ever, as its id is never reused: what it says, what it rests on and what has changed in it.
 * @param table  as in the Data Package
 */
export const rowPath = (lang: string, table: string, id: string) => pagePath(lang, `row/${table}/${id}`);
/** What a release says of itself, beside its files. @param day  of its publication */
export const releasePath = (lang: string, day: string) => pagePath(lang, `data/${day}`);
/** A person with several moves. @param slug  the word for them in an address */
export const personPath = (lang: string, slug: string) => pagePath(lang, `person/${slug}`);

const plain = { query: {}, unknown: [] };
export const chartPath = (lang: string, chart: string, slug: string) =>
  format({ place: 'page', lang, chart, slug, ...plain }, BASE);
export const embedPath = (lang: string, chart: string, slug: string) =>
  format({ place: 'embed', lang, chart, slug, ...plain }, BASE);

/** "flows" or "flows.openai-to-meta": the name of a view's files. */
export const fileName = (chart: string, slug: string) => (slug ? `${chart}.${slug}` : chart);
export const imagePath = (lang: string, chart: string, slug: string, ending: string) =>
  path(`img/${lang}/${fileName(chart, slug)}.${ending}`);
/** The card of a row or a person: its name is the end of its address. */
export const rowCardPath = (lang: string, name: string) => path(`img/${lang}/${name}.png`);
/** What is drawn, as data. */
export const drawnPath = (lang: string, chart: string, slug: string, ending: 'csv' | 'json') =>
  path(`data/${lang}/${fileName(chart, slug)}.${ending}`);
/** All files of a view in one. */
export const bundlePath = (lang: string, chart: string, slug: string) =>
  path(`bundle/${lang}/${fileName(chart, slug)}.zip`);
