import type { APIRoute } from 'astro';
import { archive } from '../_archive';
import { thePackage } from '../_package';

export const getStaticPaths = () => [{ params: { package: thePackage().about.name } }];
export const GET: APIRoute = () =>
  new Response(new Uint8Array(archive()), { headers: { 'Content-Type': 'application/zip' } });
