/**
 * A line or two above a figure's foot: what is new in its view since a release, where the address asks for it
 * (`?since=`), and in a frozen embed that there is a newer release. Both are fetched: a frozen page itself never changes.
 */
import { parseQuery } from '~/views/v1';
import { base, frozenAt } from './base';

/** Words, or words that lead somewhere. */
type Line = readonly (string | readonly [words: string, href: string])[];
interface News {
  newer?: string;
  same: string;
  /** Of a view that is not in it nothing has changed. */
  views: Readonly<Record<string, readonly Line[]>>;
}

function lineOf(pieces: Line): HTMLElement {
  const line = document.createElement('p');
  line.className = 'news';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      line.append(piece);
      continue;
    }
    const link = document.createElement('a');
    [link.textContent, link.href] = piece;
    link.target = '_blank';
    line.append(link);
  }
  return line;
}

export async function tellNews(): Promise<void> {
  const root = document.documentElement;
  const frozen = frozenAt();
  const { home, day } = frozen ?? { home: base(), day: parseQuery(location.search).query.since };
  if (!day) return;
  let news: News;
  try {
    const answer = await fetch(`${home}since/${day}.${root.lang}.json`);
    if (!answer.ok) return;
    news = (await answer.json()) as News;
  } catch {
    // A frame without leave to fetch, or a day on which nothing was released: the figure is the same.
    return;
  }
  const told = (view: string): readonly Line[] => {
    if (frozen) return news.newer ? [[news.newer]] : [];
    return news.views[view] ?? [[news.same]];
  };
  for (const figure of document.querySelectorAll<HTMLElement>('cf-figure')) {
    const tell = () => {
      const { chart = '', view } = figure.dataset;
      for (const line of figure.querySelectorAll('.news')) line.remove();
      figure.querySelector('.foot')?.prepend(...told(view ? `${chart}/${view}` : chart).map(lineOf));
    };
    tell();
    // Another view has other news.
    new MutationObserver(tell).observe(figure, { attributeFilter: ['data-view'] });
  }
}
