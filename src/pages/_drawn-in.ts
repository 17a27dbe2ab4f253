/** Which charts draw a row, each in the view that has it among as few others as can be. */
import { CHARTS } from '~/charts/registry';
import { type EvidenceKind, TABLE_OF } from '~/data/evidence';
import { hasOwnPages } from '~/figure/listed';
import type { Lang } from '~/i18n/languages';
import { base } from '~/views/paths';
import { format } from '~/views/v1';
import { dataset, renderingOf } from './_data';

interface Place {
  /** Opens with the row's mark chosen. */
  href: string;
  /** Of the view. */
  title: string;
}

const made = new Map<Lang, ReadonlyMap<string, readonly Place[]>>();

/** In the order of the registry. */
export const drawnIn = (kind: EvidenceKind, id: string, lang: Lang): readonly Place[] =>
  placesIn(lang).get(`${kind} ${id}`) ?? [];

function placesIn(lang: Lang): ReadonlyMap<string, readonly Place[]> {
  const known = import.meta.env.DEV ? undefined : made.get(lang);
  if (known) return known;
  const places = new Map<string, Place[]>();
  for (const { id: chart, slugs } of CHARTS) {
    const best = new Map<string, { slug: string; title: string; mark: string; among: number }>();
    for (const slug of slugs(dataset())) {
      const { table, words } = renderingOf(chart, slug, lang);
      const among = table.rows.length;
      for (const { id: mark, evidence } of table.rows)
        for (const row of evidence) {
          // Of a mark of thousands no row has a page that asks.
          if (!hasOwnPages(dataset(), TABLE_OF[row.kind])) continue;
          const key = `${row.kind} ${row.id}`;
          if (among < (best.get(key)?.among ?? Number.POSITIVE_INFINITY))
            best.set(key, { slug, title: words.title, mark, among });
        }
    }
    for (const [key, { slug, title, mark }] of best) {
      const href = format({ place: 'page', lang, chart, slug, query: { hl: mark }, unknown: [] }, base);
      places.set(key, [...(places.get(key) ?? []), { href, title }]);
    }
  }
  made.set(lang, places);
  return places;
}
