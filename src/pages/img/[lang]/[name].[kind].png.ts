import type { APIRoute } from 'astro';
import type { Size } from '~/charts/contract';
import { pictureSvg } from '~/figure/picture';
import { pngOf } from '~/figure/png';
import type { Theme } from '~/kit/palette';
import { renderingOf } from '../../_data';
import { filePaths, type ViewPath } from '../../_paths';
import { pictureFoot } from '../../_picture-foot';

/** Card for links, wide to download, medium and narrow for articles; device pixels per CSS pixel. */
const KINDS = { card: 1, wide: 1.5, medium: 2, narrow: 2 } satisfies Partial<Record<Size, number>>;
type Kind = keyof typeof KINDS;
interface Props extends ViewPath {
  kind: Kind;
  theme: Theme;
}

export const getStaticPaths = () =>
  filePaths().flatMap(({ params, props }) => [
    ...(Object.keys(KINDS) as Kind[]).map((kind) => ({
      params: { ...params, kind: kind as string },
      props: { ...props, kind, theme: 'light' as Theme },
    })),
    // The list of charts is dark for who reads in the dark.
    ...(props.slug === ''
      ? [
          {
            params: { ...params, kind: 'card.dark' },
            props: { ...props, kind: 'card' as Kind, theme: 'dark' as Theme },
          },
        ]
      : []),
  ]);

export const GET: APIRoute<Props> = async ({ props: { lang, chart, slug, kind, theme } }) => {
  // For who looks at links alone, as the second build of `npm test` does: a file of the name is enough.
  if (process.env['PICTURES'] === 'none') return new Response('no picture');
  const rendering = renderingOf(chart, slug, lang);
  const svg = pictureSvg(rendering, kind, theme, 'png', pictureFoot(rendering, kind));
  const png = await pngOf(svg, KINDS[kind]);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
