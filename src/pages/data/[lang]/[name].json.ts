import type { APIRoute } from 'astro';
import { drawnJson } from '~/embed/drawn';
import { dataset, renderingOf } from '../../_data';
import { filePaths, type ViewPath } from '../../_paths';

export const getStaticPaths = filePaths;
export const GET: APIRoute<ViewPath> = ({ props: { lang, chart, slug } }) =>
  new Response(drawnJson(renderingOf(chart, slug, lang), dataset()), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
