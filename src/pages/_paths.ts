/** The one list of chart, view and language: what pages, embeds, files and the map of the site are made for. */
import { CHARTS } from '~/charts/registry';
import type { ViewGroup } from '~/figure/view-group';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { fileName } from '~/views/paths';
import { DEFAULT_LANG } from '~/views/v1';
import { dataset, renderingOf } from './_data';

export interface ViewPath {
  lang: Lang;
  chart: string;
  slug: string;
}

export function viewPaths(): readonly ViewPath[] {
  const data = dataset();
  return CHARTS.flatMap((chart) =>
    chart.slugs(data).flatMap((slug) => PUBLISHED.map((lang) => ({ lang, chart: chart.id, slug }))),
  );
}

/** Paths of files named after a view: "flows.openai-to-meta". */
export const filePaths = () =>
  viewPaths().map((props) => ({
    params: { lang: props.lang, name: fileName(props.chart, props.slug) },
    props,
  }));

/** [...lang] is empty for the language without a prefix. */
export const langParam = (lang: Lang) => (lang === DEFAULT_LANG ? undefined : lang);
export const langPaths = () =>
  PUBLISHED.map((lang) => ({ params: { lang: langParam(lang) }, props: { lang } }));

/** A chart's views in menu order, under their headings; views without one come together, without a heading. */
export function viewMenu(chart: string, lang: Lang): readonly ViewGroup[] {
  const groups: { heading?: string | undefined; views: { slug: string; name: string }[] }[] = [];
  for (const slug of CHARTS.find((one) => one.id === chart)?.slugs(dataset()) ?? []) {
    const { name, group } = renderingOf(chart, slug, lang).words;
    if (groups.at(-1)?.heading === group && groups.length > 0) groups.at(-1)?.views.push({ slug, name });
    else groups.push({ heading: group, views: [{ slug, name }] });
  }
  return groups;
}
