/** The citation in each form, but the one for code hosts, whose name is fixed. */
import type { APIRoute } from 'astro';
import { PUBLISHED } from '~/i18n/languages';
import { type CitationFile, citationFiles } from '../_citation';

const PREFIX = 'citation.';

export const getStaticPaths = () =>
  citationFiles(PUBLISHED)
    .filter(({ name }) => name.startsWith(PREFIX))
    .map((props) => ({ params: { form: props.name.slice(PREFIX.length) }, props }));
export const GET: APIRoute<CitationFile & Record<string, string>> = ({ props: { text, mediaType } }) =>
  new Response(text, { headers: { 'Content-Type': `${mediaType}; charset=utf-8` } });
