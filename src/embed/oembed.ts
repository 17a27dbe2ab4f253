/**
 * A view as oEmbed 1.0 (oembed.com), as JSON and as XML. The answer is a file, so it cannot follow a host's
 * `maxwidth`: it is made for a column of text, and its frame is as wide as it is let.
 */
import type { Rendering } from '~/charts/contract';
import type { Say } from '~/i18n/say';
import { absolute, chartPath, embedPath, fileName, imagePath, pagePath, path } from '~/views/paths';
import { embedHeights } from './height';
import { COLUMN, columnHeight, escapeHtml } from './snippet';
import { embedWords } from './words';

export type Format = 'json' | 'xml';

/** What a page's discovery link says it leads to. */
export const LINK_TYPES = {
  json: 'application/json+oembed',
  xml: 'text/xml+oembed',
} as const satisfies Record<Format, string>;

export interface OEmbed {
  version: '1.0';
  type: 'rich';
  title: string;
  author_name: string;
  author_url: string;
  provider_name: string;
  provider_url: string;
  /** Seconds. */
  cache_age: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  width: number;
  height: number;
  html: string;
}

/** The social card's, in pixels. */
const CARD = { width: 1200, height: 630 };
const DAY = 24 * 60 * 60;

export const oembedPath = (lang: string, chart: string, slug: string, format: Format) =>
  path(`oembed/${lang}/${fileName(chart, slug)}.${format}`);

export function oembedOf(rendering: Rendering, say: Say): OEmbed {
  const { lang, chart, slug, words } = rendering;
  const site = { name: say('site.name'), url: absolute(pagePath(lang)) };
  const height = columnHeight(embedHeights(rendering, embedWords(rendering, say)));
  return {
    version: '1.0',
    type: 'rich',
    title: words.title,
    author_name: site.name,
    author_url: site.url,
    provider_name: site.name,
    provider_url: site.url,
    cache_age: DAY,
    thumbnail_url: absolute(imagePath(lang, chart, slug, 'card.png')),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
    width: COLUMN,
    height,
    html: oembedHtml(rendering, height),
  };
}

/**
 * A quoted link, then the frame. WordPress shows the one until the other has spoken, and loads its own script
 * only for this order; it takes the class away, and everything but src, title and the sizes from the frame.
 */
function oembedHtml({ lang, chart, slug, words }: Rendering, height: number): string {
  const title = escapeHtml(words.title);
  return [
    `<blockquote class="counterflow-embed"><a href="${absolute(chartPath(lang, chart, slug))}">${title}</a></blockquote>`,
    `<iframe src="${absolute(embedPath(lang, chart, slug))}" title="${title}" loading="lazy" width="100%" height="${height}" frameborder="0"></iframe>`,
  ].join('');
}

export const oembedJson = (answer: OEmbed) => JSON.stringify(answer);

/** The same fields as elements; the html as escaped text, not as markup. */
export function oembedXml(answer: OEmbed): string {
  const fields = Object.entries(answer).map(
    ([name, value]) => `<${name}>${xmlText(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`;
}

/** XML 1.0 knows no control characters but these three, not even escaped. */
const xmlText = (text: string) => escapeHtml(text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ''));
