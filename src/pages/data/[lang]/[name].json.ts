import type { APIRoute } from 'astro';
import { drawnJson } from '~/embed/drawn';
import { dataset, renderingOf } from '../../_data';
import { type GoneRows, goneBytes, goneRows } from '../../_gone-rows';
import { filePaths, type ViewPath } from '../../_paths';

export const getStaticPaths = () => [...filePaths(), ...goneRows('json')];
export const GET: APIRoute<ViewPath | GoneRows> = ({ props, site }) => {
  const rows =
    'kept' in props
      ? goneBytes(props, site?.origin)
      : drawnJson(renderingOf(props.chart, props.slug, props.lang), dataset());
  return new Response(rows, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
