/** A source as a link: whose report it is, where it was read, and how. */
import type { Source, SourceId } from '~/data/types';
import type { Lang } from '~/i18n/languages';
import type { Say } from '~/i18n/say';
import { isCopy } from './listed';

/** A page that was read; `original` is the report that the page passes on, where its own address was seen. */
export interface SourceRef {
  id: SourceId;
  /** "WIRED, read at Khelja": the original report first, where it is known; and how it was read. */
  text: string;
  href: string;
  original?: { text: string; href: string };
}

/** A source as a link: the report behind the page first, then where and how it was read. */
export function sourceRef(source: Source, lang: Lang, say: Say): SourceRef {
  const { id, url, originalUrl } = source;
  const publisher = source.publisher[lang];
  const original = source.originalPublisher[lang];
  const named = isCopy(source, lang)
    ? say('evidence.source.copy', { original, page: pageName(publisher) })
    : publisher;
  return {
    id,
    text: withReading(named, source, lang, say),
    href: url,
    ...(originalUrl === '' ? {} : { original: { text: original, href: originalUrl } }),
  };
}

/** "WIRED (full text read in a public archive)": where it was not read on the page itself. */
const withReading = (source: string, { read }: Source, lang: Lang, say: Say): string =>
  read[lang] === '' ? source : say('evidence.source.read', { source, read: read[lang] });

/** "Mirror of WIRED (bestintechnology.de)" beside "WIRED" says everything twice: the site is enough. */
const pageName = (publisher: string) => /\(([^\s()]+\.[^\s()]+)\)$/.exec(publisher)?.[1] ?? publisher;
