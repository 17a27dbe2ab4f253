/** Every published release: its Data Package and what had changed since the one before it, byte for byte as it was kept. */
import type { APIRoute } from 'astro';
import { dataFile } from '../../_data-file';
import { filesOf, readReleased, releasesIn } from '../../_releases';

export const getStaticPaths = () =>
  releasesIn().flatMap((release) => filesOf(release).map((file) => ({ params: { release, file } })));
export const GET: APIRoute = ({ params: { release = '', file = '' } }) =>
  dataFile(file, readReleased(release, file));
