import type { APIRoute } from 'astro';
import type { Lang } from '~/i18n/languages';
import { FEED_TYPE, feed } from '../_feed';
import { langPaths } from '../_paths';

export const getStaticPaths = langPaths;
export const GET: APIRoute<{ lang: Lang }> = ({ props: { lang } }) =>
  new Response(feed(lang), { headers: { 'Content-Type': `${FEED_TYPE}; charset=utf-8` } });
