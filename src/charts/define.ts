/** Joins a chart's parts into what the registry holds: laid out once per frame, worded once per language. */
import type { Dataset } from '~/data/types';
import { unbroken } from '~/i18n/sentence';
import type { Geometry } from '~/kit/items';
import {
  type ChartEntry,
  type ChartModel,
  type ChartParts,
  type ChartWords,
  FRAMES,
  type NamedView,
  type Size,
} from './contract';
import { sayOf } from './words';

/** Where a line of them may break is one question for a page, an embed's height and a picture. */
const wrapped = ({ title, subtitle, key, summary, foot, ...named }: ChartWords): ChartWords => ({
  ...named,
  title: unbroken(title),
  subtitle: unbroken(subtitle),
  ...(key ? { key: unbroken(key) } : {}),
  summary: unbroken(summary),
  foot: unbroken(foot),
});

export function defineChart<V, M extends ChartModel>(parts: ChartParts<V, M>): ChartEntry {
  const { definition, page, card, poster, map } = parts;
  const { id, needs = [] } = definition;
  // Asked for by every page and menu: counted once.
  const views = new WeakMap<Dataset, readonly NamedView<V>[]>();
  const viewsOf = (data: Dataset) => {
    const there = needs.every((table) => data[table].length > 0);
    const made = views.get(data) ?? (there ? definition.views(data) : []);
    views.set(data, made);
    return made;
  };
  const layouts = { wide: page, medium: page, narrow: page, card, poster: poster ?? page, map: map ?? page };
  return {
    id,
    sizes: [
      'wide',
      'medium',
      'narrow',
      'step',
      'step-narrow',
      'card',
      ...(poster ? (['poster'] as const) : []),
      ...(map ? (['map'] as const) : []),
    ],
    slugs: (data) => viewsOf(data).map((named) => named.slug),
    at(data, slug, lang) {
      const views = viewsOf(data);
      const named = views.find((one) => one.slug === slug);
      if (!named) throw new Error(`unknown view "${slug}" of chart "${id}"`);
      const say = sayOf(id, lang);
      const model = definition.model(data, named.view, lang);
      const laidOut = new Map<Size, Geometry>();
      return {
        chart: id,
        slug,
        lang,
        asOf: model.asOf,
        views: views.length,
        words: wrapped(definition.words(model, say, lang)),
        table: definition.table(model, say, lang),
        geometry(size) {
          const frame = FRAMES[size];
          const made = laidOut.get(size) ?? layouts[frame.kind](model, { ...frame, lang, say });
          laidOut.set(size, made);
          return made;
        },
      };
    },
  };
}
