/** oEmbed answers of every view there is, of those that are no more, and of moves and people. */
import { oembedGone, oembedJson, oembedLink, oembedOf } from '~/embed/oembed';
import { fileName } from '~/views/paths';
import { renderingOf, siteCard } from './_data';
import { type GoneView, goneViews } from './_links';
import { filePaths, type ViewPath } from './_paths';
import { type Unfolding, unfoldingCard } from './_rows';
import { sayFor } from './_words';

export type Asked = ViewPath | GoneView;

export const answerPaths = () => [
  ...filePaths(),
  ...goneViews().map((props) => ({
    params: { lang: props.lang, name: fileName(props.chart, props.slug) },
    props,
  })),
];

export function answerOf(asked: Asked) {
  const { lang, chart, slug } = asked;
  const say = sayFor(lang);
  return 'height' in asked
    ? oembedGone(asked, siteCard(lang), say)
    : oembedOf(renderingOf(chart, slug, lang), say);
}

/** Of a page that is no chart: a host links it by its title and its card. */
export const linkAnswer = (one: Unfolding): Response =>
  new Response(oembedJson(oembedLink(one.lang, one.title, unfoldingCard(one), sayFor(one.lang))), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
