/** The lists of all moves and of all sources: in which order they stand, and where in them a row is. */
import type { Dataset, Move, Source } from '~/data/types';
import { type Lang, LOCALE } from '~/i18n/languages';
import { selectMoves } from '~/model/select';
import { pagePath, rowPath } from '~/views/paths';
import { PER_PAGE, partOf, partPath } from './parts';

/** The page passes on somebody else's report, which is known. */
export function isCopy({ originalPublisher, kind, publisher }: Source, lang: Lang): boolean {
  const original = originalPublisher[lang];
  return original !== '' && kind !== 'first-party' && !publisher[lang].startsWith(original);
}

/** Made once for each package and language: every row asks for its place. */
function kept<T>(make: (data: Dataset, lang: Lang) => readonly T[]) {
  const made = new WeakMap<Dataset, Map<Lang, readonly T[]>>();
  return (data: Dataset, lang: Lang): readonly T[] => {
    const byLang = made.get(data) ?? new Map<Lang, readonly T[]>();
    made.set(data, byLang);
    const rows = byLang.get(lang) ?? make(data, lang);
    byLang.set(lang, rows);
    return rows;
  };
}

/** All sources as they are listed, by the publisher named first. */
export const sourcesInOrder = kept((data, lang): readonly Source[] => {
  const { compare } = new Intl.Collator(LOCALE[lang].intl);
  const firstNamed = (source: Source) =>
    (isCopy(source, lang) ? source.originalPublisher : source.publisher)[lang];
  return data.sources.toSorted((a, b) => compare(firstNamed(a), firstNamed(b)) || compare(a.id, b.id));
});

/** As they are listed: those between the core organisations, then those with others, each by date. */
export const allMoves = kept(({ moves }): readonly Move[] => [
  ...selectMoves(moves, { scope: 'core' }),
  ...selectMoves(moves, { scope: 'outside' }),
]);

const inList = (list: 'moves' | 'sources', rows: readonly { id: string }[], lang: Lang, id: string): string =>
  `${pagePath(lang, partPath(list, partOf(rows, PER_PAGE[list], id)))}#${id}`;

/** The entry of a source in the list of all, where the page that was read is one press away. */
export const sourceEntry = (data: Dataset, lang: Lang, { id }: Pick<Source, 'id'>): string =>
  inList('sources', sourcesInOrder(data, lang), lang, id);

/** A table of more rows has no page for each: a list has them all. */
export const OWN_PAGES_UP_TO = 10_000;
export const hasOwnPages = (data: Dataset, table: keyof Dataset): boolean =>
  data[table].length <= OWN_PAGES_UP_TO;

/** Where a row is read: on its own page, or in the list of a table that has too many. */
export function rowAddress(data: Dataset, lang: Lang, table: keyof Dataset, id: string): string {
  if (hasOwnPages(data, table)) return rowPath(lang, table, id);
  if (table === 'sources') return sourceEntry(data, lang, { id });
  return inList('moves', allMoves(data, lang), lang, id);
}
