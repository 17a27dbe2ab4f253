import type { APIRoute } from 'astro';
import { creditsOf, rdfOf } from '~/figure/credits';
import { pictureSvg } from '~/figure/picture';
import { pictureFoot } from '~/figure/picture-foot';
import type { Theme } from '~/kit/palette';
import { renderingOf } from '../../_data';
import { filePaths, type ViewPath } from '../../_paths';
import { sayFor } from '../../_words';

type Props = ViewPath & { theme: Theme };

export const getStaticPaths = () =>
  filePaths().flatMap(({ params, props }) => [
    { params, props: { ...props, theme: 'light' } },
    { params: { ...params, name: `${params.name}.dark` }, props: { ...props, theme: 'dark' } },
  ]);

export const GET: APIRoute<Props> = ({ props: { lang, chart, slug, theme } }) => {
  const rendering = renderingOf(chart, slug, lang);
  const say = sayFor(lang);
  const foot = pictureFoot(rendering, 'wide', say);
  const svg = pictureSvg(rendering, 'wide', theme, foot, rdfOf(creditsOf(rendering, say)));
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}`, {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};
