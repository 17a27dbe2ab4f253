import type { APIRoute } from 'astro';
import { drawnCsv } from '~/embed/drawn';
import { dataset, renderingOf } from '../../_data';
import { filePaths, type ViewPath } from '../../_paths';

export const getStaticPaths = filePaths;
export const GET: APIRoute<ViewPath> = ({ props: { lang, chart, slug } }) =>
  new Response(drawnCsv(renderingOf(chart, slug, lang), dataset()), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
