/** Which chart shows the moves of a person: as many of them as any, among as few others as can be. */
import { CHARTS } from '~/charts/registry';
import { aboutOf } from '~/figure/about';
import type { Lang } from '~/i18n/languages';
import { base } from '~/views/paths';
import { format } from '~/views/v1';
import { dataset, renderingOf } from './_data';

interface PersonChart {
  /** Opens with the first of the person's marks chosen. */
  href: string;
  /** Of the view, as menus have it. */
  name: string;
}

/** @returns undefined where no chart has a mark that is this person's alone */
export const chartOfPerson = (person: string, lang: Lang): PersonChart | undefined =>
  chartsOf(lang).get(person);

const made = new Map<Lang, ReadonlyMap<string, PersonChart>>();

function chartsOf(lang: Lang): ReadonlyMap<string, PersonChart> {
  const known = import.meta.env.DEV ? undefined : made.get(lang);
  if (known) return known;
  const data = dataset();
  const best = new Map<string, PersonChart & { moves: number; rows: number }>();
  for (const { id, slugs } of CHARTS) {
    for (const slug of slugs(data)) {
      const { table, words } = renderingOf(id, slug, lang);
      const own = Map.groupBy(table.rows, ({ evidence }) => aboutOf(evidence, data).name);
      for (const [person, rows] of own) {
        if (person === undefined) continue;
        const evidence = rows.flatMap((row) => row.evidence).filter(({ kind }) => kind === 'move');
        const moves = new Set(evidence.map((one) => one.id)).size;
        const last = best.get(person);
        if (moves === 0 || (last && (last.moves - moves || table.rows.length - last.rows) >= 0)) continue;
        const query = { hl: rows[0]?.id ?? '' };
        const href = format({ place: 'page', lang, chart: id, slug, query, unknown: [] }, base);
        best.set(person, { href, name: words.name, moves, rows: table.rows.length });
      }
    }
  }
  made.set(lang, best);
  return best;
}
