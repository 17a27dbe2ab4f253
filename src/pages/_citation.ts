/** How the data are cited: from the descriptor of the last release, in the forms that writers and their programs take. */

import { DESCRIPTOR } from '~/data/load';
import { CONTENT } from '~/i18n/content';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { absolute, path, releasePath } from '~/views/paths';
import { DEFAULT_LANG } from '~/views/v1';
import { lastRelease, type Release } from './_package';
import { sayFor } from './_words';

interface Citation {
  name: string;
  title: string;
  about: string;
  creators: readonly string[];
  version: string;
  /** Of the release. */
  day: string;
  licence: string;
  keywords: readonly string[];
  /** Where the release stays as it is; '' in a file that belongs to no address. */
  address: string;
}

/**
 * Of the last release.
 * @param at  '' for the repository, which is at no address
 */
export const citation = (content = CONTENT, at?: ''): Citation => citationOf(lastRelease(content), at);

export function citationOf({ about, day, released }: Release, at?: ''): Citation {
  return {
    name: about.name,
    title: about.title,
    about: about.description,
    creators: about.contributors.map(({ title }) => title),
    version: about.version,
    day,
    licence: about.licenses[0]?.name ?? '',
    keywords: about.keywords ?? [],
    address: at ?? absolute(released ? releasePath(DEFAULT_LANG, day) : path(`data/${DESCRIPTOR}`)),
  };
}

const yearOf = ({ day }: Citation) => day.slice(0, 4);

export const citationText = (cited: Citation, lang: Lang): string =>
  sayFor(lang)('data.citation', {
    creator: cited.creators.join(', '),
    year: yearOf(cited),
    title: cited.title,
    version: cited.version,
    date: formatDate(cited.day, lang),
    address: cited.address,
    licence: cited.licence,
  });

/** What TeX takes for a command. */
const tex = (text: string) => text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, '\\$&');
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** In braces twice, a name stays one name and a title keeps its capitals. */
export const bibtex = (cited: Citation): string =>
  [
    `@misc{${cited.name}-${cited.day},`,
    `  author = {${cited.creators.map((name) => `{${tex(name)}}`).join(' and ')}},`,
    `  title = {{${tex(cited.title)}}},`,
    `  year = {${yearOf(cited)}},`,
    `  month = ${MONTHS[Number(cited.day.slice(5, 7)) - 1]},`,
    `  version = {${cited.version}},`,
    `  note = {Data set, release of ${cited.day}, ${tex(cited.licence)}},`,
    `  url = {${cited.address}}`,
    '}\n',
  ].join('\n');

/** What Zotero, Pandoc and others read. */
export const cslJson = (cited: Citation): string =>
  `${JSON.stringify(
    [
      {
        id: `${cited.name}-${cited.day}`,
        type: 'dataset',
        title: cited.title,
        author: cited.creators.map((literal) => ({ literal })),
        issued: { 'date-parts': [cited.day.split('-').map(Number)] },
        version: cited.version,
        abstract: cited.about,
        note: cited.licence,
        URL: cited.address,
      },
    ],
    null,
    2,
  )}\n`;

/** A text of JSON is one of YAML. */
const line = (key: string, text: string) => `${key}: ${JSON.stringify(text)}`;
const item = (text: string) => `  - ${text}`;

/** CITATION.cff, version 1.2.0: what code hosts and archives read. */
export const cff = (cited: Citation): string =>
  `${[
    'cff-version: 1.2.0',
    'type: dataset',
    line('message', 'If you use these data, please cite them as below.'),
    line('title', cited.title),
    line('abstract', cited.about),
    'authors:',
    ...cited.creators.map((name) => item(line('name', name))),
    line('version', cited.version),
    line('date-released', cited.day),
    line('license', cited.licence),
    ...(cited.address ? [line('url', cited.address)] : []),
    ...(cited.keywords.length > 0 ? ['keywords:'] : []),
    ...cited.keywords.map((word) => item(JSON.stringify(word))),
  ].join('\n')}\n`;

export const CFF_FILE = 'CITATION.cff';

export interface CitationFile {
  name: string;
  mediaType: string;
  text: string;
}

/** As files, below data/. */
export function citationFiles(langs: readonly Lang[]): readonly CitationFile[] {
  const cited = citation();
  return [
    ...langs.map((lang) => ({
      name: `citation.${lang}.txt`,
      mediaType: 'text/plain',
      text: `${citationText(cited, lang)}\n`,
    })),
    { name: 'citation.bib', mediaType: 'application/x-bibtex', text: bibtex(cited) },
    { name: 'citation.csl.json', mediaType: 'application/vnd.citationstyles.csl+json', text: cslJson(cited) },
    { name: CFF_FILE, mediaType: 'application/yaml', text: cff(cited) },
  ];
}
