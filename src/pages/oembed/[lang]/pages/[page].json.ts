import type { APIRoute } from 'astro';
import { oembedJson, oembedLink, pageAnswer } from '~/embed/oembed';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { siteCard } from '../../../_data';
import { pageTitles } from '../../../_page-titles';
import { sayFor } from '../../../_words';

interface Props {
  lang: Lang;
  title: string;
}
export const getStaticPaths = async () =>
  (
    await Promise.all(
      PUBLISHED.map(async (lang) =>
        (
          await pageTitles(lang)
        ).map(([page, title]) => ({
          params: { lang, page: pageAnswer(page).replace('pages/', '') },
          props: { lang, title },
        })),
      ),
    )
  ).flat();
export const GET: APIRoute<Props> = ({ props: { lang, title } }) => {
  const say = sayFor(lang);
  return new Response(oembedJson(oembedLink(lang, title, siteCard(lang), say)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
