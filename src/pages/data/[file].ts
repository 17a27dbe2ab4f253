/** The Data Package as it is edited: descriptor and tables, byte for byte. */
import { readdirSync, readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';

const FOLDER = 'content/data';

export const getStaticPaths = () => readdirSync(FOLDER).map((file) => ({ params: { file } }));
export const GET: APIRoute = ({ params }) =>
  new Response(new Uint8Array(readFileSync(`${FOLDER}/${params.file}`)), {
    headers: {
      'Content-Type': params.file?.endsWith('.json')
        ? 'application/json; charset=utf-8'
        : 'text/csv; charset=utf-8',
    },
  });
