import type { APIRoute } from 'astro';
import type { Theme } from '~/kit/palette';
import { filePaths, type ViewPath } from '../../_paths';
import { svgOf } from '../../_pictures';

type Props = ViewPath & { theme: Theme };

export const getStaticPaths = () =>
  filePaths().flatMap(({ params, props }) => [
    { params, props: { ...props, theme: 'light' } },
    { params: { ...params, name: `${params.name}.dark` }, props: { ...props, theme: 'dark' } },
  ]);

export const GET: APIRoute<Props> = async ({ props: { theme, ...view } }) =>
  new Response(new Uint8Array(await svgOf(view, theme)), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
