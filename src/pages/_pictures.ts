/** Pictures of every view: cards for links, and files to download or to stand in an article. */
import type { Size } from '~/charts/contract';
import { creditsOf, rdfOf } from '~/figure/credits';
import { pictureSvg } from '~/figure/picture';
import { pictureFoot } from '~/figure/picture-foot';
import { pngOf } from '~/figure/png';
import { withCredits } from '~/figure/png-text';
import type { Theme } from '~/kit/palette';
import { renderingOf } from './_data';
import type { ViewPath } from './_paths';
import { sayFor } from './_words';

/** Card for links, wide to download, medium and narrow for articles; device pixels per CSS pixel. */
const KINDS = { card: 1, wide: 2, medium: 2, narrow: 2 } satisfies Partial<Record<Size, number>>;
/** For who looks at links alone, as the second build of `npm test` does: a file of the name is enough. */
export const NO_PICTURES = process.env['PICTURES'] === 'none';

export interface Picture extends ViewPath {
  kind: keyof typeof KINDS;
  theme: Theme;
}

/** Pictures of a view, by the kind in the names of their files. */
export const picturesOf = (view: ViewPath): readonly (readonly [name: string, picture: Picture])[] => [
  ...(Object.keys(KINDS) as Picture['kind'][]).map(
    (kind) => [kind, { ...view, kind, theme: 'light' }] as const,
  ),
  // For dark articles; the list of charts is dark for who reads in the dark.
  ['wide.dark', { ...view, kind: 'wide', theme: 'dark' }],
  ...(view.slug === '' ? [['card.dark', { ...view, kind: 'card', theme: 'dark' }] as const] : []),
];

async function draw({ lang, chart, slug, kind, theme }: Picture): Promise<Uint8Array> {
  const rendering = renderingOf(chart, slug, lang);
  const say = sayFor(lang);
  const svg = pictureSvg(rendering, kind, theme, pictureFoot(rendering, kind, say));
  return withCredits(await pngOf(svg, KINDS[kind]), creditsOf(rendering, say));
}

const drawn = new Map<string, Promise<Uint8Array>>();

/** Drawn once a build, anew at each request in dev. */
export function drawnOnce(key: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array> {
  if (import.meta.env.DEV) return draw();
  const png = drawn.get(key) ?? draw();
  drawn.set(key, png);
  return png;
}

/** The wide drawing as a file of its own, with what it says of itself; the bundle of its view has the same. */
export const svgOf = ({ lang, chart, slug }: ViewPath, theme: Theme): Promise<Uint8Array> =>
  drawnOnce([lang, chart, slug, theme, 'svg'].join('/'), async () => {
    const rendering = renderingOf(chart, slug, lang);
    const say = sayFor(lang);
    const foot = pictureFoot(rendering, 'wide', say);
    const svg = pictureSvg(rendering, 'wide', theme, foot, rdfOf(creditsOf(rendering, say)));
    return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${svg}`);
  });

export const pictureOf = (picture: Picture): Promise<Uint8Array> =>
  drawnOnce(Object.values(picture).join('/'), () => draw(picture));

/** Whether the bundle of its view has it. */
export const inBundle = ({ kind, theme }: Picture): boolean =>
  (kind === 'wide' || kind === 'narrow') && theme === 'light';

/** A picture as it is answered. */
export const pngAnswer = async (draw: () => Promise<Uint8Array>): Promise<Response> =>
  NO_PICTURES
    ? new Response('no picture')
    : new Response(new Uint8Array(await draw()), { headers: { 'Content-Type': 'image/png' } });
