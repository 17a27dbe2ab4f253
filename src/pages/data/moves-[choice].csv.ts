/** The moves of each choice that the explorer offers. */
import type { APIRoute } from 'astro';
import { writeRaw } from '~/data/releases/package';
import { DEFAULT_LANG } from '~/views/v1';
import { dataFile } from '../_data-file';
import { moveFiles, movesOf } from '../_move-files';

interface Props {
  name: string;
  ids: ReadonlySet<string>;
}

export function getStaticPaths() {
  const files = moveFiles(DEFAULT_LANG).flatMap((group) => group.files);
  const choiceOf = (name: string) => name.slice('moves-'.length, -'.csv'.length);
  return files.map(({ name, ids }) => ({ params: { choice: choiceOf(name) }, props: { name, ids } }));
}
export const GET: APIRoute<Props> = ({ props: { name, ids } }) =>
  dataFile(name, new TextEncoder().encode(writeRaw(movesOf(ids))));
