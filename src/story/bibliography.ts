/** The sources of a page as a bibliography: publisher, title, date, and the report behind a copy. */
import type { Source } from '~/data/types';
import { isCopy, pageName, withReading } from '~/figure/evidence';
import { formatDate } from '~/i18n/dates';
import { type Lang, LOCALE } from '~/i18n/languages';
import { rowOf } from '~/model/row';
import type { StoryContext } from './context';

export interface CitedSource {
  id: string;
  /** Language of the page and of its title. */
  language: string;
  /** The report that the page passes on; a link where its address was seen. */
  original?: { text: string; href: string };
  read: { page: string; title: string; href: string };
}

/** Each source of the page's notes once, by publisher. */
export function citedSources({ notes, data, lang, say }: StoryContext): readonly CitedSource[] {
  const ids = new Set(notes.list.flatMap((note) => note.evidence.sources.map((source) => source.id)));
  const { compare } = new Intl.Collator(LOCALE[lang].intl);
  return [...ids]
    .map((id) => rowOf('source', data.sources, id))
    .sort((a, b) => compare(firstNamed(a, lang), firstNamed(b, lang)) || compare(a.id, b.id))
    .map((source) => {
      const date = (value: string) => (value === '' ? say('story.sources.undated') : formatDate(value, lang));
      const { publisher, originalPublisher, originalTitle, originalUrl, originalDate } = source;
      const copy = isCopy(source, lang);
      const report = [
        originalPublisher[lang],
        originalTitle,
        originalDate && formatDate(originalDate, lang),
      ].filter(Boolean);
      const name = copy ? say('story.sources.readAt', { page: pageName(publisher[lang]) }) : publisher[lang];
      const page = withReading(name, source, lang, say);
      return {
        id: source.id,
        language: source.language,
        ...(copy ? { original: { text: `${report.join(', ')}.`, href: originalUrl } } : {}),
        read: { page: `${page}, ${date(source.published)}:`, title: source.title, href: source.url },
      };
    });
}

const firstNamed = (source: Source, lang: Lang) =>
  (isCopy(source, lang) ? source.originalPublisher : source.publisher)[lang];
