/** The rows that a view draws, as a table and as JSON; those of a view that is no more, as they were released. */
import type { APIRoute } from 'astro';
import { drawnCsv, drawnJson } from '~/embed/drawn';
import { dataset, renderingOf } from '../../_data';
import { type GoneRows, goneBytes, goneRows } from '../../_gone-rows';
import { filePaths, type ViewPath } from '../../_paths';

const FORMS = {
  csv: { type: 'text/csv', write: drawnCsv },
  json: { type: 'application/json', write: drawnJson },
} as const;
const ENDINGS = ['csv', 'json'] as const;

export const getStaticPaths = () =>
  ENDINGS.flatMap((ending) =>
    [...filePaths(), ...goneRows(ending)].map(({ params, props }) => ({
      params: { ...params, ending },
      props: { ...props, ending },
    })),
  );

export const GET: APIRoute<(ViewPath | GoneRows) & { ending: keyof typeof FORMS }> = ({ props, site }) => {
  const { type, write } = FORMS[props.ending];
  const rows =
    'kept' in props
      ? goneBytes(props, site?.origin)
      : write(renderingOf(props.chart, props.slug, props.lang), dataset());
  return new Response(rows, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
};
