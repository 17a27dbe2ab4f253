/** Pages that are no chart, each by its path ('' is the story) and what it is called: for links to them. */
import { getCollection } from 'astro:content';
import type { Lang } from '~/i18n/languages';
import { sayFor } from './_words';

export async function pageTitles(lang: Lang): Promise<readonly (readonly [page: string, title: string])[]> {
  const say = sayFor(lang);
  const own = ({ id }: { id: string }) => id.startsWith(`${lang}/`);
  const [head] = (await getCollection('story', own)).sort((a, b) => a.data.order - b.data.order);
  const texts = await getCollection('pages', own);
  return [
    ['', head?.data.title ?? say('site.name')],
    ['charts', say('charts.title')],
    ['moves', say('moves.title')],
    ['sources', say('sources.title')],
    ['data', say('data.title')],
    ...texts.map(({ id, data }) => [id.slice(lang.length + 1), data.title] as const),
  ];
}
