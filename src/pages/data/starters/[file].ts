import type { APIRoute } from 'astro';
import { STARTERS, starter } from '../../_starters';

export const getStaticPaths = () => STARTERS.map(({ file }) => ({ params: { file } }));
export const GET: APIRoute = ({ params: { file = '' } }) =>
  new Response(starter(file), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
