import type { APIRoute } from 'astro';
import { oembedXml } from '~/embed/oembed';
import { type Asked, answerOf, answerPaths } from '../../_answers';

export const getStaticPaths = answerPaths;
export const GET: APIRoute<Asked> = ({ props }) =>
  new Response(oembedXml(answerOf(props)), {
    headers: { 'Content-Type': 'text/xml; charset=utf-8' },
  });
