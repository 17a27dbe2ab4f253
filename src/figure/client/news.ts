/**
 * One line above a figure's foot: what is new since a release, where the address asks for it (`?since=`), and in a
 * frozen embed that there is a newer release. Both are fetched: a frozen page itself never changes.
 */
import { parseQuery } from '~/views/v1';
import { base } from './base';

/** A frozen page stands in a release's own folder. */
const FROZEN = /^(.*\/)releases\/(\d{4}-\d{2}-\d{2})\/$/;

interface News {
  since: string;
  newer?: string;
}

export async function tellNews(): Promise<void> {
  const root = document.documentElement;
  const here = base();
  const [, home = here, frozen] = FROZEN.exec(here) ?? [];
  const day = frozen ?? parseQuery(location.search).query.since;
  if (!day) return;
  let said: string | undefined;
  try {
    const answer = await fetch(`${home}since/${day}.${root.lang}.json`);
    if (!answer.ok) return;
    const { since, newer } = (await answer.json()) as News;
    said = frozen ? newer : since;
  } catch {
    // A frame without leave to fetch, or a day on which nothing was released: the figure is the same.
  }
  if (!said) return;
  for (const foot of document.querySelectorAll('cf-figure .foot')) {
    const line = document.createElement('p');
    line.className = 'news';
    line.textContent = said;
    foot.prepend(line);
  }
}
