/** What a page says of itself to machines that read schema.org: a story, data, a picture. */
import type { Rendering } from '~/charts/contract';
import type { Card } from '~/figure/card';
import { LICENCE } from '~/figure/credits';
import { pictureSize } from '~/figure/picture';
import { pictureFoot } from '~/figure/picture-foot';
import type { Say } from '~/i18n/say';
import { absolute, chartPath, drawnPath, imagePath, pagePath, path } from '~/views/paths';

/** A thing of schema.org: its type, and properties by name. */
export type Thing = { '@type': string } & { [property: string]: unknown };

const site = (lang: string, say: Say): Thing => ({
  '@type': 'Organization',
  name: say('site.name'),
  url: absolute(pagePath(lang)),
});

/** As the text of a script: nothing in it ends the script. */
export const linkedText = (thing: Thing): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...thing }).replace(/</g, '\\u003c');

interface Told {
  title: string;
  card: Card;
  /** Who publishes this copy, where it says so, and since when. */
  by?: string | undefined;
  published?: string | undefined;
  updated?: string | undefined;
}

export const storyThing = (lang: string, say: Say, { title, card, by, published, updated }: Told): Thing => ({
  '@type': 'NewsArticle',
  headline: title,
  image: absolute(card.src),
  ...(published && { datePublished: published, dateModified: updated ?? published }),
  author: { ...site(lang, say), ...(by && { name: by }) },
});

const download = (encodingFormat: string, address: string): Thing => ({
  '@type': 'DataDownload',
  encodingFormat,
  contentUrl: absolute(address),
});

/** What sets of data have in common. */
const dataset = (lang: string, say: Say, asOf: string) => ({
  license: LICENCE,
  creator: site(lang, say),
  isAccessibleForFree: true,
  inLanguage: lang,
  dateModified: asOf,
});

/** What a chart draws, and its picture. */
export function chartThing(rendering: Rendering, say: Say): Thing {
  const { lang, chart, slug, words, table, asOf } = rendering;
  const page = absolute(chartPath(lang, chart, slug));
  const { width, height } = pictureSize(rendering, 'wide', pictureFoot(rendering, 'wide', say));
  return {
    '@type': 'Dataset',
    name: words.title,
    description: words.summary,
    url: page,
    ...dataset(lang, say, asOf),
    variableMeasured: table.columns.map(({ label }) => label),
    isBasedOn: absolute(path('data/datapackage.json')),
    distribution: [
      download('text/csv', drawnPath(lang, chart, slug, 'csv')),
      download('application/json', drawnPath(lang, chart, slug, 'json')),
    ],
    image: {
      '@type': 'ImageObject',
      contentUrl: absolute(imagePath(lang, chart, slug, 'wide.png')),
      width,
      height,
      caption: words.title,
      license: LICENCE,
      acquireLicensePage: absolute(pagePath(lang, 'method')),
      creditText: say('site.name'),
      creator: site(lang, say),
      copyrightNotice: `${say('site.name')}, CC BY 4.0`,
    },
  };
}

/** A row of the data: what it says, and the pages that it rests on. */
export const rowThing = (
  lang: string,
  say: Say,
  row: {
    title: string;
    summary: string;
    address: string;
    /** Whom it is about. */
    person?: string | undefined;
    card?: Card | undefined;
    asOf: string;
    sources: readonly { title: string; href: string }[];
  },
): Thing => ({
  '@type': 'WebPage',
  name: row.title,
  description: row.summary,
  url: absolute(row.address),
  ...(row.card && { image: absolute(row.card.src) }),
  ...(row.person && { about: { '@type': 'Person', name: row.person } }),
  inLanguage: lang,
  license: LICENCE,
  dateModified: row.asOf,
  publisher: site(lang, say),
  citation: row.sources.map(({ title, href }) => ({ '@type': 'CreativeWork', name: title, url: href })),
});

/** The whole of the data: @param files names of its files, below data/ */
export const packageThing = (
  lang: string,
  say: Say,
  about: { title: string; description: string; asOf: string; files: readonly string[] },
): Thing => ({
  '@type': 'Dataset',
  name: `${say('site.name')}: ${about.title}`,
  description: about.description,
  url: absolute(pagePath(lang, 'method')),
  ...dataset(lang, say, about.asOf),
  distribution: about.files.map((file) =>
    download(file.endsWith('.json') ? 'application/json' : 'text/csv', path(`data/${file}`)),
  ),
});
