/** Which rows stand on which page of a list that is too long for one: for links to a row that do not know it. */
import type { APIRoute } from 'astro';
import { LISTED, rowsInParts } from '~/figure/listed';
import type { Lang } from '~/i18n/languages';
import { dataset } from '../../_data';
import { langPaths } from '../../_paths';

interface Props {
  lang: Lang;
  parts: readonly (readonly string[])[];
}

export const getStaticPaths = () =>
  LISTED.flatMap((list) =>
    langPaths().map(({ params, props: { lang } }) => ({
      params: { ...params, list },
      props: { lang, parts: rowsInParts(dataset(), lang, list) },
    })),
  ).filter(({ props }) => props.parts.length > 1);

export const GET: APIRoute<Props> = ({ props }) => Response.json(props.parts);
