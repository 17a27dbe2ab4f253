/** Where a total leads from a page that has not its chart's table: to rows as few as hold all that it adds up. */
import type { Rendering } from '~/charts/contract';
import { CHARTS } from '~/charts/registry';
import type { Dataset } from '~/data/types';
import { chartPath } from '~/views/paths';
import { listOfOnly } from './moves-list';

type Rows = Rendering['table']['rows'];

/** What rows rest on first, by which they are the same in every view. */
const keysOf = (rows: Rows) =>
  rows.flatMap(({ evidence }) => evidence.map(({ kind, id }) => `${kind} ${id}`));

interface Shown {
  slug: string;
  keys: ReadonlySet<string>;
  n: number;
}
const known = new WeakMap<Dataset, Map<string, readonly Shown[]>>();

/** What each view of a chart shows, the fullest last. */
function viewsOf(chart: string, data: Dataset, lang: Rendering['lang']): readonly Shown[] {
  const all = known.get(data) ?? new Map<string, readonly Shown[]>();
  known.set(data, all);
  const entry = CHARTS.find(({ id }) => id === chart);
  const made =
    all.get(chart) ??
    (entry?.slugs(data) ?? [])
      .map((slug) => {
        const { rows } = entry?.at(data, slug, lang).table ?? { rows: [] };
        return { slug, keys: new Set(keysOf(rows)), n: rows.length };
      })
      .sort((a, b) => a.n - b.n);
  all.set(chart, made);
  return made;
}

const rowsOf = ({ table }: Rendering, ids: readonly string[]): Rows =>
  table.rows.filter(({ id }) => ids.includes(id));

/** Where a total leads without script: to its view's table; from that of all, to the smallest that has all of it. */
export function tableOfSum(rendering: Rendering, data: Dataset, ids: readonly string[]): string {
  const { chart, slug, lang } = rendering;
  const keys = keysOf(rowsOf(rendering, ids));
  const smaller =
    slug === ''
      ? viewsOf(chart, data, lang).find((view) => keys.every((key) => view.keys.has(key)))
      : undefined;
  return `${chartPath(lang, chart, smaller?.slug ?? slug)}#${chart}-table`;
}

/** The list of moves, which needs script to be asked for exactly those of a total; undefined where it cannot be. */
export function listOfSum(rendering: Rendering, data: Dataset, ids: readonly string[]): string | undefined {
  const rows = rowsOf(rendering, ids);
  const moves = new Set(
    rows.flatMap(({ evidence }) => evidence.map(({ kind, id }) => kind === 'move' && id)),
  );
  return listOfOnly(
    data.moves.filter(({ id }) => moves.has(id)),
    data.moves,
    rendering.lang,
  );
}
