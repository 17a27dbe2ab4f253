/** The rows of a view that is no more, at the address they had: as the last release that has them keeps them. */
import { base, fileName } from '~/views/paths';
import { placed } from './_frozen';
import { type GoneView, goneViews } from './_links';
import { keptOf, releasesIn } from './_releases';

export interface GoneRows {
  release: string;
  path: string;
  kept: string;
}

/** Paths as of files of a view; none for one that no release drew. */
export function goneRows(
  ending: 'csv' | 'json',
  gone: readonly Pick<GoneView, 'lang' | 'chart' | 'slug'>[] = goneViews(),
): { params: { lang: string; name: string }; props: GoneRows }[] {
  if (gone.length === 0) return [];
  const releases = releasesIn().toReversed();
  const drawn = releases.map((release) => ({ release, pages: keptOf(release) }));
  return gone.flatMap(({ lang, chart, slug }) => {
    const name = fileName(chart, slug);
    const path = `data/${lang}/${name}.${ending}`;
    const last = drawn.find(({ pages }) => path in pages);
    const props = { release: last?.release ?? '', path, kept: last?.pages[path] ?? '' };
    return last ? [{ params: { lang, name }, props }] : [];
  });
}

export const goneBytes = ({ release, path, kept }: GoneRows, origin = ''): Uint8Array<ArrayBuffer> =>
  new Uint8Array(placed(path, kept, release, { origin, base }));
