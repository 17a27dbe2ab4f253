/** The view, row or person that an unknown address most likely meant. Runs in the browser, on the page for such. */
import { fold } from './moves-query';
import { DEFAULT_LANG } from './v1';

/** Language, chart, slug of a view that exists. */
export type KnownView = readonly [lang: string, chart: string, slug: string];

/** Letters to change, add or drop to make one word of the other (Levenshtein 1966). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The nearest chart first, then its nearest view (its own page where none is near); undefined where no chart is. */
export function nearestView(
  asked: { lang: string; chart: string; slug: string },
  known: readonly KnownView[],
): KnownView | undefined {
  const langs = new Set(known.map(([lang]) => lang));
  const lang = langs.has(asked.lang) ? asked.lang : DEFAULT_LANG;
  const own = known.filter(([one]) => one === lang);
  const nearest = <T>(items: readonly T[], text: (item: T) => string, word: string): T | undefined => {
    const ranked = items
      .map((item) => ({ item, d: distance(text(item), word.toLowerCase()) }))
      .sort((a, b) => a.d - b.d)[0];
    return ranked && ranked.d <= Math.max(2, word.length / 2) ? ranked.item : undefined;
  };
  const chart = nearest(own, ([, id]) => id, asked.chart)?.[1];
  if (chart === undefined) return undefined;
  const views = own.filter(([, id]) => id === chart);
  return (
    nearest(
      views.filter(([, , slug]) => slug !== ''),
      ([, , slug]) => slug,
      asked.slug,
    ) ?? views.find(([, , slug]) => slug === '')
  );
}

/** With more letters wrong it is another name; in a short one fewer are. */
const WRONG = { most: 2, letters: 4 };

/**
 * @param rows  each begins with its id and, after a comma or a space, whom it is about
 * @returns where the row may be read whose id or name is nearest to the word, the likeliest first; nothing where none is near
 */
export function nearestRow(word: string, rows: readonly string[], table: string): readonly string[] {
  const bare = word.replace(/-\d{4}$/, '');
  const [best] = rows
    .map((row) => {
      const [, id = '', name = ''] = /^([^ ,]*)[ ,]?([^,]*)/.exec(row) ?? [];
      const person = fold(name).replace(/[^a-z0-9]+/g, '-');
      return { id, person, byId: distance(id, word), byName: distance(person, bare) };
    })
    .map((one) => ({ ...one, far: Math.min(one.byId, one.byName) }))
    .sort((a, b) => a.far - b.far);
  if (!best || best.far > Math.min(WRONG.most, word.length / WRONG.letters)) return [];
  const row = `row/${table}/${best.id}/`;
  // Only who has moved several times has a page.
  return best.byName < best.byId ? [`person/${best.person}/`, row] : [row];
}
