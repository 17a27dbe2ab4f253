/** oEmbed answers of every view there is, and of those that are no more. */
import { oembedGone, oembedOf } from '~/embed/oembed';
import { fileName } from '~/views/paths';
import { renderingOf, siteCard } from './_data';
import { type GoneView, goneViews } from './_links';
import { filePaths, type ViewPath } from './_paths';
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
