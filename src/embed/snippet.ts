/** What an editor pastes: a frame with a caption that survives any CMS, or a picture that needs no script. */
import type { Rendering } from '~/charts/contract';
import { pictureWidth } from '~/figure/picture';
import { absolute, chartPath, embedPath, imagePath, path } from '~/views/paths';

/** Spaces that do not break become plain: a page that does not name its encoding would show them as letters. */
export const escapeHtml = (text: string) =>
  text
    .replace(/\u00a0/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** Words of the snippets, in the language of the view. */
export interface SnippetWords {
  /** Site name, after the title in the caption. */
  site: string;
}

/** The width an article's column is likeliest to have: its height stands in the snippet for hosts that run no script. */
export const COLUMN = 640;

/** The frame's height in that column, in CSS pixels. */
export const columnHeight = (heights: readonly (readonly [number, number])[]) =>
  heights.find(([width]) => width >= COLUMN)?.[1] ?? heights.at(-1)?.[1] ?? COLUMN;

/**
 * A <figure> with a titled, lazy frame at its computed height. The heights per width ride along; the optional
 * loader sets the right one before the frame loads, so that nothing below it moves.
 */
export function frameSnippet(
  rendering: Rendering,
  heights: readonly (readonly [number, number])[],
  words: SnippetWords,
): string {
  const { lang, chart, slug } = rendering;
  const page = absolute(chartPath(lang, chart, slug));
  const title = escapeHtml(rendering.words.title);
  return [
    '<figure>',
    `<iframe src="${absolute(embedPath(lang, chart, slug))}" title="${title}" loading="lazy" width="100%" height="${columnHeight(heights)}" frameborder="0" data-counterflow="${heights.map((pair) => pair.join(':')).join(' ')}"></iframe>`,
    `<figcaption><a href="${page}">${title}</a> (${escapeHtml(words.site)})</figcaption>`,
    `<script async src="${absolute(path('embed/v1.js'))}"></script>`,
    '</figure>',
  ].join('\n');
}

/**
 * For e-mail, feeds and strict systems: a picture for a column of text and one for a phone, its words as
 * alternative text, a link.
 */
export function pictureSnippet(rendering: Rendering, words: SnippetWords): string {
  const { lang, chart, slug } = rendering;
  const image = (kind: string) => absolute(imagePath(lang, chart, slug, `${kind}.png`));
  const title = escapeHtml(rendering.words.title);
  return [
    '<figure>',
    `<a href="${absolute(chartPath(lang, chart, slug))}"><picture>`,
    `<source media="(max-width: 600px)" srcset="${image('narrow')}">`,
    `<img src="${image('medium')}" alt="${escapeHtml(`${rendering.words.title}. ${rendering.words.summary}`)}" width="${pictureWidth('medium')}" style="max-width:100%;height:auto">`,
    '</picture></a>',
    `<figcaption><a href="${absolute(chartPath(lang, chart, slug))}">${title}</a> (${escapeHtml(words.site)})</figcaption>`,
    '</figure>',
  ].join('\n');
}
