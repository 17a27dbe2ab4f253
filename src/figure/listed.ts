/** The lists of all moves and of all sources: in which order they stand, and where in them a row is. */
import type { Dataset, Move, Source } from '~/data/types';
import { type Lang, LOCALE } from '~/i18n/languages';
import { oncePer } from '~/model/once';
import { selectMoves } from '~/model/select';
import { pagePath, rowPath } from '~/views/paths';
import { PER_PAGE, partOf, partPath, partsOf } from './parts';

/** The page passes on somebody else's report, which is known. */
export function isCopy({ originalPublisher, kind, publisher }: Source, lang: Lang): boolean {
  const original = originalPublisher[lang];
  return original !== '' && kind !== 'first-party' && !publisher[lang].startsWith(original);
}

/** All sources as they are listed, by the publisher named first. */
export const sourcesInOrder = oncePer((data, lang: Lang): readonly Source[] => {
  const { compare } = new Intl.Collator(LOCALE[lang].intl);
  const firstNamed = (source: Source) =>
    (isCopy(source, lang) ? source.originalPublisher : source.publisher)[lang];
  return data.sources.toSorted((a, b) => compare(firstNamed(a), firstNamed(b)) || compare(a.id, b.id));
});

/** As they are listed: those between the core organisations, then those with others, each by date. */
export const allMoves = oncePer(({ moves }, _lang: Lang): readonly Move[] => [
  ...selectMoves(moves, { scope: 'core' }),
  ...selectMoves(moves, { scope: 'outside' }),
]);

/** Tables with a list of all their rows. */
const LISTS = { moves: allMoves, sources: sourcesInOrder };
type List = keyof typeof LISTS;
export const LISTED = Object.keys(LISTS) as List[];
const isListed = (table: keyof Dataset): table is List => table in LISTS;

/** The id of each row of a list in the parts that it stands in and, of a move, after it who moved. */
export const rowsInParts = (data: Dataset, lang: Lang, list: List): readonly (readonly string[])[] =>
  partsOf<Source | Move>(LISTS[list](data, lang), PER_PAGE[list]).map(({ rows }) =>
    rows.map((row) => ('person' in row ? `${row.id} ${row.person}` : row.id)),
  );

/** Where a row stands in the list of its table. */
export const listEntry = (data: Dataset, lang: Lang, list: List, id: string): string =>
  `${pagePath(lang, partPath(list, partOf(LISTS[list](data, lang), PER_PAGE[list], id)))}#${id}`;

/** A listed table of more rows has no page for each. */
export const OWN_PAGES_UP_TO = 10_000;
export const hasOwnPages = (data: Dataset, table: keyof Dataset): boolean =>
  !isListed(table) || data[table].length <= OWN_PAGES_UP_TO;

/** Where a row is read: on its own page, or in the list of a table that has too many. */
export const rowAddress = (data: Dataset, lang: Lang, table: keyof Dataset, id: string): string =>
  isListed(table) && !hasOwnPages(data, table) ? listEntry(data, lang, table, id) : rowPath(lang, table, id);
