/** What is new since a release, in words: for a live embed that asks, and for a frozen one that has fallen behind. */
import type { APIRoute } from 'astro';
import { differenceOf, wordsOf } from '~/data/releases/difference';
import { readRaw } from '~/data/releases/package';
import { CONTENT } from '~/i18n/content';
import { formatDate } from '~/i18n/dates';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { releasesIn } from '../_releases';
import { sayFor } from '../_words';

interface Props {
  day: string;
  lang: Lang;
}

export const getStaticPaths = () =>
  releasesIn().flatMap((day) => PUBLISHED.map((lang) => ({ params: { day, lang }, props: { day, lang } })));

export const GET: APIRoute<Props> = ({ props: { day, lang } }) => {
  const say = sayFor(lang);
  const now = readRaw(`${CONTENT}/data`);
  const what = wordsOf(differenceOf(readRaw(`${CONTENT}/releases/${day}`), now), now, say, lang).join(' ');
  const latest = releasesIn().at(-1) ?? day;
  const date = formatDate(day, lang);
  return Response.json({
    since: say('news.since', { date, what }),
    ...(latest > day ? { newer: say('news.newer', { date, latest: formatDate(latest, lang) }) } : {}),
  });
};
