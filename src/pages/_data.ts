/** The one door to the data for pages: the package of the content, read once a build, anew at each request in dev. */

import { existsSync } from 'node:fs';
import type { Rendering } from '~/charts/contract';
import { CHARTS, chartsIn } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import type { Dataset } from '~/data/types';
import { type Card, cardOf } from '~/figure/card';
import { CONTENT } from '~/i18n/content';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { sayFor } from './_words';

let loaded: Dataset | undefined;
const renderings = new Map<string, Rendering>();
const letters = new Map<Lang, string>();

export function dataset(): Dataset {
  if (import.meta.env.DEV) {
    renderings.clear();
    letters.clear();
    loaded = undefined;
  }
  loaded ??= loadPackage(`${CONTENT}/data`, { languages: PUBLISHED });
  return loaded;
}

/** In the order of the registry. */
export const charts = () => chartsIn(dataset());

/** A chart in a view and language, laid out once for all the pages and files made of it. */
export function renderingOf(chart: string, slug: string, lang: Lang): Rendering {
  const data = dataset();
  const key = `${lang}/${chart}/${slug}`;
  let rendering = renderings.get(key);
  if (!rendering) {
    const entry = CHARTS.find((one) => one.id === chart);
    if (!entry) throw new Error(`unknown chart "${chart}"`);
    rendering = entry.at(data, slug, lang);
    renderings.set(key, rendering);
  }
  return rendering;
}

/** What a link to a view unfolds with. */
export const cardFor = (chart: string, slug: string, lang: Lang): Card =>
  cardOf(renderingOf(chart, slug, lang), sayFor(lang));

/** Where a page has no drawing of its own: the card of the first chart. */
export const siteCard = (lang: Lang): Card => cardFor(charts()[0]?.id ?? '', '', lang);

/** Whether the content has a text of this name among its pages. */
export const hasText = (lang: Lang, page: string): boolean =>
  existsSync(`${CONTENT}/pages/${lang}/${page}.mdx`);

/** Letters of the data in a language, each once; but of the titles of sources, which are in any script. */
export function lettersOf(lang: Lang): string {
  const { sources: _, ...rows } = dataset();
  let known = letters.get(lang);
  if (known === undefined) {
    const inLang = (_key: string, value: unknown) =>
      typeof value === 'object' && value !== null && lang in value ? Reflect.get(value, lang) : value;
    known = [...new Set(JSON.stringify(rows, inLang))].join('');
    letters.set(lang, known);
  }
  return known;
}
