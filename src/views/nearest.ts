/** The view an unknown address most likely meant. Runs in the browser, on the page for unknown addresses. */
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
