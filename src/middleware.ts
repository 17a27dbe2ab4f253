/**
 * Leaves in each page's policy the digests of what stands in that page. Astro writes into every page those of all
 * styles it bundles and of scripts that only its islands have: 600 bytes that nothing packs, before the first letter.
 */
import { defineMiddleware } from 'astro:middleware';
import { withOwnDigests } from '~/pages/_policy';
import { path } from '~/views/paths';

export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  // A release is served as it was kept.
  if (import.meta.env.DEV || !isPage(response) || url.pathname.startsWith(path('releases/'))) return response;
  return new Response(withOwnDigests(await response.text()), response);
});

const isPage = ({ headers }: Response) => headers.get('Content-Type')?.startsWith('text/html');
