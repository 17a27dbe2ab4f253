/** Every source of the data as a bibliography: by publisher, each once, with what rests on it. */
import { TABLE_OF } from '~/data/evidence';
import type { Dataset, Source } from '~/data/types';
import { isCopy, sourceRef } from '~/figure/evidence';
import { formatDate } from '~/i18n/dates';
import { type Lang, LOCALE } from '~/i18n/languages';
import type { Say } from '~/i18n/say';

export interface ListedSource {
  id: string;
  /** "WIRED, read at Khelja": what a link to it is called elsewhere. */
  text: string;
  title: string;
  href: string;
  /** Of the page and its title, where it is not the reader's. */
  language?: string;
  date: string;
  /** What is known of the report that a copy passes on, besides its publisher. */
  original?: { text: string; href: string };
  /** How many rows of the data cite it. */
  rows: number;
}

export function bibliography(data: Dataset, lang: Lang, say: Say): readonly ListedSource[] {
  const { compare } = new Intl.Collator(LOCALE[lang].intl);
  const rows = rowsOn(data);
  return data.sources
    .toSorted((a, b) => compare(firstNamed(a, lang), firstNamed(b, lang)) || compare(a.id, b.id))
    .map((source) => {
      const { id, title, published, language, originalTitle, originalUrl, originalDate } = source;
      const { text, href } = sourceRef(source, lang, say);
      const report = [
        originalTitle === title ? '' : originalTitle,
        originalDate && formatDate(originalDate, lang),
      ].filter(Boolean);
      const original = isCopy(source, lang) && (report.length > 0 || originalUrl !== '');
      return {
        id,
        text,
        title,
        href,
        ...(language === lang ? {} : { language }),
        date: published === '' ? say('sources.undated') : formatDate(published, lang),
        ...(original ? { original: { text: report.join(', '), href: originalUrl } } : {}),
        rows: rows.get(id) ?? 0,
      };
    });
}

function rowsOn(data: Dataset): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const table of Object.values(TABLE_OF))
    for (const row of data[table])
      for (const id of 'sources' in row ? row.sources : []) rows.set(id, (rows.get(id) ?? 0) + 1);
  return rows;
}

const firstNamed = (source: Source, lang: Lang) =>
  (isCopy(source, lang) ? source.originalPublisher : source.publisher)[lang];
