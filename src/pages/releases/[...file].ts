/** The pages of every release, as they were drawn when it was published. */
import { extname } from 'node:path';
import type { APIRoute } from 'astro';
import { base } from '~/views/paths';
import { placed } from '../_frozen';
import { keptOf, releasesIn } from '../_releases';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
};

interface Page {
  release: string;
  path: string;
  kept: string;
}

export const getStaticPaths = () =>
  releasesIn().flatMap((release) =>
    Object.entries(keptOf(release)).map(([path, kept]) => ({
      params: { file: `${release}/${path}` },
      props: { release, path, kept } satisfies Page,
    })),
  );
export const GET: APIRoute<Page> = ({ props: { release, path, kept }, site }) => {
  const bytes = placed(path, kept, release, { origin: site?.origin ?? '', base });
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': TYPES[extname(path)] ?? '' } });
};
