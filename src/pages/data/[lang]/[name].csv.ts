import type { APIRoute } from 'astro';
import { drawnCsv } from '~/embed/drawn';
import { dataset, renderingOf } from '../../_data';
import { type GoneRows, goneBytes, goneRows } from '../../_gone-rows';
import { filePaths, type ViewPath } from '../../_paths';

export const getStaticPaths = () => [...filePaths(), ...goneRows('csv')];
export const GET: APIRoute<ViewPath | GoneRows> = ({ props, site }) => {
  const rows =
    'kept' in props
      ? goneBytes(props, site?.origin)
      : drawnCsv(renderingOf(props.chart, props.slug, props.lang), dataset());
  return new Response(rows, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
