import type { APIRoute } from 'astro';
import { lettersIn, titleFont } from '~/figure/faces';
import { makeAhead } from '../../_ahead';
import { renderingOf } from '../../_data';
import { viewPaths } from '../../_paths';

export function getStaticPaths() {
  const cuts = viewPaths().map(({ lang, chart, slug }) =>
    lettersIn(renderingOf(chart, slug, lang).words.title),
  );
  const once = [...new Map(cuts.map((cut) => [cut.name, cut])).values()];
  makeAhead(
    once.map(
      ({ letters }) =>
        () =>
          titleFont(letters),
    ),
  );
  return once.map(({ name, letters }) => ({
    params: { name },
    props: { letters },
  }));
}

export const GET: APIRoute<{ letters: string }> = async ({ props }) =>
  new Response(new Uint8Array(await titleFont(props.letters)), { headers: { 'Content-Type': 'font/woff2' } });
