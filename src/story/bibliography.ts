/** The sources of a page as a bibliography, in which its notes cite them by number. */
import type { Source } from '~/data/types';
import { isCopy, sourceRef } from '~/figure/evidence';
import { formatDate } from '~/i18n/dates';
import { type Lang, LOCALE } from '~/i18n/languages';
import { rowOf } from '~/model/row';
import type { StoryContext } from './context';

export interface CitedSource {
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
}

/** Each source of the page's notes once, by publisher; the first has the number 1. */
export function citedSources({ notes, data, lang, say }: StoryContext): readonly CitedSource[] {
  const ids = new Set(notes.list.flatMap((note) => note.evidence.sources.map((source) => source.id)));
  const { compare } = new Intl.Collator(LOCALE[lang].intl);
  return [...ids]
    .map((id) => rowOf('source', data.sources, id))
    .sort((a, b) => compare(firstNamed(a, lang), firstNamed(b, lang)) || compare(a.id, b.id))
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
        date: published === '' ? say('story.sources.undated') : formatDate(published, lang),
        ...(original ? { original: { text: report.join(', '), href: originalUrl } } : {}),
      };
    });
}

const firstNamed = (source: Source, lang: Lang) =>
  (isCopy(source, lang) ? source.originalPublisher : source.publisher)[lang];
