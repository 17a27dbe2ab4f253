import type { APIRoute } from 'astro';
import { titleFont, titleLetters } from '~/figure/faces';
import { pictureSvg } from '~/figure/picture';
import { renderingOf } from '../../_data';
import { filePaths, type ViewPath } from '../../_paths';
import { pictureFoot } from '../../_picture-foot';

export const getStaticPaths = filePaths;

export const GET: APIRoute<ViewPath> = async ({ props: { lang, chart, slug } }) => {
  const rendering = renderingOf(chart, slug, lang);
  const face = await titleFont(titleLetters(rendering.words.title).letters);
  const svg = pictureSvg(rendering, 'wide', 'light', 'svg', pictureFoot(rendering, 'wide'), face);
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
};
