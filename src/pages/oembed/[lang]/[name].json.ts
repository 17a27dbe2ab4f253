import type { APIRoute } from 'astro';
import { oembedJson } from '~/embed/oembed';
import { type Asked, answerOf, answerPaths } from '../../_answers';

export const getStaticPaths = answerPaths;
export const GET: APIRoute<Asked> = ({ props }) =>
  new Response(oembedJson(answerOf(props)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
