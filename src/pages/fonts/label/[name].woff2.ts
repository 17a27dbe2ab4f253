import type { APIRoute } from 'astro';
import { shownWords } from '~/embed/words';
import { labelFont, labelLetters } from '~/figure/faces';
import { makeAhead } from '../../_ahead';
import { renderingOf } from '../../_data';
import { viewPaths } from '../../_paths';
import { sayFor } from '../../_words';

interface Props {
  lang: string;
  letters: string;
}

export function getStaticPaths() {
  const cuts = viewPaths().map(({ lang, chart, slug }) => ({
    lang,
    ...labelLetters(lang, shownWords(renderingOf(chart, slug, lang), sayFor(lang))),
  }));
  const once = [...new Map(cuts.map((cut) => [cut.name, cut])).values()];
  makeAhead(
    once.map(
      ({ lang, letters }) =>
        () =>
          labelFont(lang, letters),
    ),
  );
  return once.map(({ name, ...props }) => ({
    params: { name },
    props,
  }));
}

export const GET: APIRoute<Props> = async ({ props: { lang, letters } }) =>
  new Response(new Uint8Array(await labelFont(lang, letters)), { headers: { 'Content-Type': 'font/woff2' } });
