import type { APIRoute } from 'astro';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { bundle, script } from './_bundle';
import { clientWords } from './_words';

export const getStaticPaths = () => PUBLISHED.map((lang) => ({ params: { lang }, props: { lang } }));

export const GET: APIRoute<{ lang: Lang }> = async ({ props: { lang } }) =>
  script(await bundle('src/figure/client/rest.ts', { WORDS: clientWords(lang) }));
