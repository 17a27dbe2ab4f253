/** What an editor pastes: a frame with a caption that survives any CMS, or a picture that needs no script. */
import type { Rendering } from '~/charts/contract';
import { LICENCE } from '~/figure/credits';
import { pictureSize } from '~/figure/picture';
import { pictureFoot } from '~/figure/picture-foot';
import type { Say } from '~/i18n/say';
import { absolute, chartPath, embedPath, imagePath, path } from '~/views/paths';
import { codeText } from './code-text';

/** The width an article's column is likeliest to have: its height stands in the snippet for hosts that run no script. */
export const COLUMN = 640;

/** The frame's height in that column, in CSS pixels. */
export const columnHeight = (heights: readonly (readonly [number, number])[]) =>
  heights.find(([width]) => width >= COLUMN)?.[1] ?? heights.at(-1)?.[1] ?? COLUMN;

/** As `fitting.ts` reads them, `320:512 360:498 …`. */
export const heightList = (heights: readonly (readonly [number, number])[]) =>
  heights.map((pair) => pair.join(':')).join(' ');

/** The title stands in the drawing and is not said again. */
function caption(rendering: Rendering, page: string, say: Say): string {
  const [chart, licence] = ['\ue000', '\ue001'];
  return codeText(say('tools.credit', { chart, licence }))
    .replace(chart, `<a href="${page}">${codeText(`${say('site.name')}: ${rendering.words.name}`)}</a>`)
    .replace(licence, `<a href="${LICENCE}" rel="license">CC BY 4.0</a>`);
}

/**
 * A picture that keeps its place before it is there. `STYLE`: HTML takes it for `style`, XML for a name like others,
 * and MDX, which refuses a style in letters, for an attribute it does not know.
 */
function picture(rendering: Rendering, page: string, say: Say): string {
  const { lang, chart, slug, words } = rendering;
  const place = (kind: 'medium' | 'narrow') => {
    const { width, height } = pictureSize(rendering, kind, pictureFoot(rendering, kind, say));
    return {
      src: absolute(imagePath(lang, chart, slug, `${kind}.png`)),
      size: `width="${width}" height="${height}"`,
    };
  };
  const [medium, narrow] = [place('medium'), place('narrow')];
  return [
    `<a href="${page}"><picture>`,
    `<source media="(max-width: 600px)" srcset="${narrow.src}" ${narrow.size} />`,
    `<img src="${medium.src}" alt="${codeText(`${words.title}. ${words.summary}`)}" ${medium.size} STYLE="display:block;max-width:100%;height:auto;margin:0" />`,
    '</picture></a>',
  ].join('\n');
}

/**
 * A <figure> with a titled, lazy frame at its computed height. Where frames are taken out there is the picture, where
 * that is too there is the caption. The heights per width ride along; the loader sets the right one before the frame
 * loads, so that nothing below it moves. Well-formed as XML, and valid in MDX.
 */
export function frameSnippet(
  rendering: Rendering,
  heights: readonly (readonly [number, number])[],
  say: Say,
): string {
  const { lang, chart, slug } = rendering;
  const page = absolute(chartPath(lang, chart, slug));
  return [
    // No style of its own: an article's policy may allow none, and its sheet knows figures.
    '<figure>',
    `<iframe src="${absolute(embedPath(lang, chart, slug))}" title="${codeText(rendering.words.title)}" allow="web-share; clipboard-write" loading="lazy" width="100%" height="${columnHeight(heights)}" frameborder="0" data-counterflow="${heightList(heights)}"></iframe>`,
    // Folded: a browser without script shows the frame, and would have the chart twice.
    '<noscript><details>',
    `<summary>${codeText(say('tools.asPicture'))}</summary>`,
    picture(rendering, page, say),
    '</details></noscript>',
    `<figcaption>${caption(rendering, page, say)}</figcaption>`,
    `<script async="async" src="${absolute(path('embed/v1.js'))}"></script>`,
    '</figure>',
  ].join('\n');
}

/** For e-mail, feeds and strict systems: a picture for a column of text and one for a phone, its words, a link. */
export function pictureSnippet(rendering: Rendering, say: Say): string {
  const { lang, chart, slug } = rendering;
  const page = absolute(chartPath(lang, chart, slug));
  return [
    '<figure STYLE="margin:0">',
    picture(rendering, page, say),
    `<figcaption>${caption(rendering, page, say)}</figcaption>`,
    '</figure>',
  ].join('\n');
}
