/** Joins a chart's parts into what the registry holds: laid out once per frame, worded once per language. */
import { createElement } from 'react';
import { makeSay } from '~/i18n/say';
import { measureText } from '~/kit/measure';
import {
  type ChartEntry,
  type ChartModel,
  type ChartParts,
  FRAMES,
  type Geometry,
  type Size,
} from './contract';
import { wordsOf } from './words';

export function defineChart<V, M extends ChartModel, G extends Geometry>(
  parts: ChartParts<V, M, G>,
): ChartEntry {
  const { definition, layout, Chart } = parts;
  const { id } = definition;
  return {
    id,
    sizes: ['wide', 'medium', 'narrow', 'card', ...(parts.poster ? (['poster'] as const) : [])],
    slugs: (data) => definition.views(data).map((named) => named.slug),
    at(data, slug, lang) {
      const named = definition.views(data).find((one) => one.slug === slug);
      if (!named) throw new Error(`unknown view "${slug}" of chart "${id}"`);
      const say = makeSay(`charts/${id}/words`, wordsOf(id, lang), lang);
      const model = definition.model(data, named.view, lang);
      const laidOut = new Map<Size, G>();
      const geometry = (size: Size) => {
        const known = laidOut.get(size);
        if (known) return known;
        const made = layout(model, { ...FRAMES[size], lang, say, measure: measureText });
        laidOut.set(size, made);
        return made;
      };
      return {
        chart: id,
        slug,
        lang,
        asOf: model.asOf,
        views: definition.views(data).length,
        words: definition.words(model, say, lang),
        table: definition.table(model, say, lang),
        geometry,
        draw: (size, pen) => createElement(Chart, { geometry: geometry(size), pen }),
      };
    },
  };
}
