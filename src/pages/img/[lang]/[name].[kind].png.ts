import type { APIRoute } from 'astro';
import { filePaths } from '../../_paths';
import { drawAhead, type Picture, pictureOf, picturesOf } from '../../_pictures';

/** For who looks at links alone, as the second build of `npm test` does: a file of the name is enough. */
const NONE = process.env['PICTURES'] === 'none';

export function getStaticPaths() {
  const paths = filePaths().flatMap(({ params, props }) =>
    picturesOf(props).map(([kind, picture]) => ({ params: { ...params, kind }, props: picture })),
  );
  if (!NONE && !import.meta.env.DEV) drawAhead(paths.map(({ props }) => props));
  return paths;
}

export const GET: APIRoute<Picture> = async ({ props }) =>
  NONE
    ? new Response('no picture')
    : new Response(new Uint8Array(await pictureOf(props)), { headers: { 'Content-Type': 'image/png' } });
