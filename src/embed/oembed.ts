/**
 * A view as oEmbed 1.0 (oembed.com), as JSON and as XML. The answer is a file, so it cannot follow a host's
 * `maxwidth`: it is made for a column of text, and its frame is as wide as it is let.
 */
import type { Rendering } from '~/charts/contract';
import { CARD_SIZE, type Card, cardPath } from '~/figure/card';
import type { Say } from '~/i18n/say';
import { absolute, chartPath, embedPath, fileName, pagePath, path } from '~/views/paths';
import { escapeHtml } from './code-text';
import { embedHeights } from './height';
import { COLUMN, columnHeight } from './snippet';
import { embedWords } from './words';

type Format = 'json' | 'xml';

/** What a page's discovery link says it leads to. */
export const LINK_TYPES = {
  json: 'application/json+oembed',
  xml: 'text/xml+oembed',
} as const satisfies Record<Format, string>;

interface Answer {
  version: '1.0';
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
}
interface OEmbed extends Answer {
  type: 'rich';
  width: number;
  height: number;
  html: string;
}
/** A page that is no chart: a host links it by its title and its card. */
interface OEmbedLink extends Answer {
  type: 'link';
}

/** What a frame's code says of its view. */
type Quoted = { lang: string; chart: string; slug: string; words: { title: string } };

const DAY = 24 * 60 * 60;

export const oembedPath = (lang: string, chart: string, slug: string, format: Format) =>
  path(`oembed/${lang}/${fileName(chart, slug)}.${format}`);

/** The name of a page's answer: '' is the story. */
export const pageAnswer = (page: string) => `pages/${page || 'story'}`;
export const oembedPagePath = (lang: string, page: string) => path(`oembed/${lang}/${pageAnswer(page)}.json`);

function answer(lang: string, title: string, thumbnail: string, say: Say): Answer {
  const site = { name: say('site.name'), url: absolute(pagePath(lang)) };
  return {
    version: '1.0',
    title,
    author_name: site.name,
    author_url: site.url,
    provider_name: site.name,
    provider_url: site.url,
    cache_age: DAY,
    thumbnail_url: absolute(thumbnail),
    thumbnail_width: CARD_SIZE.width,
    thumbnail_height: CARD_SIZE.height,
  };
}

export const oembedLink = (lang: string, title: string, card: Card, say: Say): OEmbedLink => ({
  ...answer(lang, title, card.src, say),
  type: 'link',
});

export function oembedOf(rendering: Rendering, say: Say): OEmbed {
  const { lang, words } = rendering;
  const height = columnHeight(embedHeights(rendering, embedWords(rendering, say)));
  return {
    ...answer(lang, words.title, cardPath(rendering, say), say),
    type: 'rich',
    width: COLUMN,
    height,
    html: oembedHtml(rendering, height),
  };
}

/** Of a view that is no more: the frame in an article stays as high as it was, and says so itself. */
export function oembedGone(
  view: { lang: string; chart: string; slug: string; height: number },
  card: Card,
  say: Say,
): OEmbed {
  const { lang, height } = view;
  return {
    ...answer(lang, say('gone.title'), card.src, say),
    type: 'rich',
    width: COLUMN,
    height,
    html: oembedHtml({ ...view, words: { title: say('gone.title') } }, height),
  };
}

/**
 * A quoted link, then the frame. WordPress shows the one until the other has spoken, and loads its own script
 * only for this order; it takes the class away, and everything but src, title and the sizes from the frame.
 */
function oembedHtml({ lang, chart, slug, words }: Quoted, height: number): string {
  const title = escapeHtml(words.title);
  return [
    `<blockquote class="counterflow-embed"><a href="${absolute(chartPath(lang, chart, slug))}">${title}</a></blockquote>`,
    `<iframe src="${absolute(embedPath(lang, chart, slug))}" title="${title}" loading="lazy" width="100%" height="${height}" frameborder="0"></iframe>`,
  ].join('');
}

export const oembedJson = (answer: OEmbed | OEmbedLink) => JSON.stringify(answer);

/** The same fields as elements; the html as escaped text, not as markup. */
export function oembedXml(answer: OEmbed): string {
  const fields = Object.entries(answer).map(
    ([name, value]) => `<${name}>${xmlText(String(value))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${fields.join('')}</oembed>\n`;
}

/** XML 1.0 knows no control characters but these three, not even escaped. */
const xmlText = (text: string) => escapeHtml(text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ''));
