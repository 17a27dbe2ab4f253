import type { APIRoute } from 'astro';
import type { Size } from '~/charts/contract';
import { pictureSvg } from '~/figure/picture';
import { pngOf } from '~/figure/png';
import { renderingOf } from '../../_data';
import { filePaths, type ViewPath } from '../../_paths';
import { pictureFoot } from '../../_picture-foot';

/** Card for links, wide to download, medium and narrow for articles; device pixels per CSS pixel. */
const KINDS = { card: 1, wide: 1.5, medium: 2, narrow: 2 } satisfies Partial<Record<Size, number>>;
type Kind = keyof typeof KINDS;

export const getStaticPaths = () =>
  filePaths().flatMap(({ params, props }) =>
    (Object.keys(KINDS) as Kind[]).map((kind) => ({
      params: { ...params, kind },
      props: { ...props, kind },
    })),
  );

export const GET: APIRoute<ViewPath & { kind: Kind }> = async ({ props: { lang, chart, slug, kind } }) => {
  const rendering = renderingOf(chart, slug, lang);
  const svg = pictureSvg(rendering, kind, 'light', 'png', pictureFoot(rendering, kind));
  const png = await pngOf(svg, KINDS[kind]);
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
