import type { APIRoute } from 'astro';
import { oembedJson, oembedOf } from '~/embed/oembed';
import { renderingOf } from '../../_data';
import { filePaths, type ViewPath } from '../../_paths';
import { sayFor } from '../../_words';

export const getStaticPaths = filePaths;
export const GET: APIRoute<ViewPath> = ({ props: { lang, chart, slug } }) =>
  new Response(oembedJson(oembedOf(renderingOf(chart, slug, lang), sayFor(lang))), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
