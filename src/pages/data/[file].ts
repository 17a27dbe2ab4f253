/** The Data Package as it is edited: descriptor and tables, byte for byte, and nothing else that may lie beside them. */
import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { DESCRIPTOR } from '~/data/load';
import { CONTENT } from '~/i18n/content';
import { dataset } from '../_data';
import { dataFile } from '../_data-file';

export const getStaticPaths = () =>
  [DESCRIPTOR, ...dataset().files.map(({ path }) => path)].map((file) => ({ params: { file } }));
export const GET: APIRoute = ({ params: { file = '' } }) =>
  dataFile(file, readFileSync(`${CONTENT}/data/${file}`));
