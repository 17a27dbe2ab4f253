/** The last hand on a page as Astro has drawn it: nothing in its policy that it has no use for, no letter that is slow to read. */
import { defineMiddleware } from 'astro:middleware';
import { inLatin1 } from '~/pages/_letters';
import { withOwnDigests } from '~/pages/_policy';
import { path } from '~/views/paths';

export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  // A release is served as it was kept.
  if (import.meta.env.DEV || !isPage(response) || url.pathname.startsWith(path('releases/'))) return response;
  return new Response(withOwnDigests(inLatin1(await response.text())), response);
});

const isPage = ({ headers }: Response) => headers.get('Content-Type')?.startsWith('text/html');
