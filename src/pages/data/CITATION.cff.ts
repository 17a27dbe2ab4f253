import type { APIRoute } from 'astro';
import { cff, citation } from '../_citation';

export const GET: APIRoute = () =>
  new Response(cff(citation()), { headers: { 'Content-Type': 'application/yaml; charset=utf-8' } });
