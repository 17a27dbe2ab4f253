/** Which page of a list has a row, where the list is too long for one. */
import { fold } from '~/views/moves-query';

/** Its rows page by page: the id of each and, of moves, the person's name after it. */
type Pages = readonly (readonly string[])[];

/** @param list  address of its first page */
export async function pagesOf(list: string): Promise<Pages> {
  try {
    return (await (await fetch(`${list}parts.json`)).json()) as Pages;
  } catch {
    // It stands on one page.
    return [];
  }
}

/** @returns undefined where the list has no such row */
export async function entryIn(list: string, id: string): Promise<string | undefined> {
  const page = (await pagesOf(list)).findIndex((rows) => rows.some((row) => row.split(' ', 1)[0] === id));
  return page < 0 ? undefined : `${list}${page > 0 ? `${page + 1}/` : ''}#${id}`;
}

/** How many of these words the likeliest person of each page has in their name. */
export const named = (pages: Pages, words: readonly string[]): readonly number[] =>
  pages.map((rows) => {
    const names = rows.map((row) => fold(row.slice(row.indexOf(' ') + 1)));
    return Math.max(0, ...names.map((name) => words.filter((word) => name.includes(word)).length));
  });
