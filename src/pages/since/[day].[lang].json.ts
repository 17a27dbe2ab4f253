/** What is new since a release, view by view: for a live embed that asks, and for a frozen one that has fallen behind. */
import type { APIRoute } from 'astro';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { releasesIn } from '../_releases';
import { newsSince } from '../_since';

interface Props {
  day: string;
  lang: Lang;
}

export const getStaticPaths = () =>
  releasesIn().flatMap((day) => PUBLISHED.map((lang) => ({ params: { day, lang }, props: { day, lang } })));

export const GET: APIRoute<Props> = ({ props: { day, lang } }) => Response.json(newsSince(day, lang));
