import type { APIRoute } from 'astro';
import { filePaths } from '../../_paths';
import { drawAhead, NO_PICTURES, type Picture, pictureOf, picturesOf, pngAnswer } from '../../_pictures';

export function getStaticPaths() {
  const paths = filePaths().flatMap(({ params, props }) =>
    picturesOf(props).map(([kind, picture]) => ({ params: { ...params, kind }, props: picture })),
  );
  if (!NO_PICTURES && !import.meta.env.DEV) drawAhead(paths.map(({ props }) => props));
  return paths;
}

export const GET: APIRoute<Picture> = ({ props }) => pngAnswer(() => pictureOf(props));
