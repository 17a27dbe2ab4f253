import type { APIRoute } from 'astro';
import { makeAhead } from '../../_ahead';
import { filePaths } from '../../_paths';
import { inBundle, NO_PICTURES, type Picture, pictureOf, picturesOf, pngAnswer } from '../../_pictures';

export function getStaticPaths() {
  const paths = filePaths().flatMap(({ params, props }) =>
    picturesOf(props).map(([kind, picture]) => ({ params: { ...params, kind }, props: picture })),
  );
  // Of all that is made in threads a build writes its bundles first.
  const bundlesFirst = paths.toSorted((a, b) => Number(inBundle(b.props)) - Number(inBundle(a.props)));
  if (!NO_PICTURES)
    makeAhead(
      bundlesFirst.map(
        ({ props }) =>
          () =>
            pictureOf(props),
      ),
    );
  return paths;
}

export const GET: APIRoute<Picture> = ({ props }) => pngAnswer(() => pictureOf(props));
