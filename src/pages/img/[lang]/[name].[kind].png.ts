import type { APIRoute } from 'astro';
import { filePaths } from '../../_paths';
import { drawAhead, NO_PICTURES, type Picture, pictureOf, picturesOf } from '../../_pictures';

export function getStaticPaths() {
  const paths = filePaths().flatMap(({ params, props }) =>
    picturesOf(props).map(([kind, picture]) => ({ params: { ...params, kind }, props: picture })),
  );
  if (!NO_PICTURES && !import.meta.env.DEV) drawAhead(paths.map(({ props }) => props));
  return paths;
}

export const GET: APIRoute<Picture> = async ({ props }) =>
  NO_PICTURES
    ? new Response('no picture')
    : new Response(new Uint8Array(await pictureOf(props)), { headers: { 'Content-Type': 'image/png' } });
