/** Joins a chart's parts into what the registry holds: laid out once per frame, worded once per language. */
import type { Geometry } from '~/kit/items';
import { type ChartEntry, type ChartModel, type ChartParts, FRAMES, type Size } from './contract';
import { sayOf } from './words';

export function defineChart<V, M extends ChartModel>(parts: ChartParts<V, M>): ChartEntry {
  const { definition, page, card, poster, map } = parts;
  const { id } = definition;
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
    slugs: (data) => definition.views(data).map((named) => named.slug),
    at(data, slug, lang) {
      const views = definition.views(data);
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
        words: definition.words(model, say, lang),
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
