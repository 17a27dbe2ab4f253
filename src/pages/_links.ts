/**
 * Links that were published, what each meant and what became of it: content/links.csv. `npm run release` appends to it;
 * an editor only ever fills in `became`, the address of what took a view's place.
 */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rendering } from '~/charts/contract';
import { CHARTS } from '~/charts/registry';
import { readCsv } from '~/data/csv';
import { loadPackage, type Problem } from '~/data/load';
import { embedHeights } from '~/embed/height';
import { columnHeight } from '~/embed/snippet';
import { embedWords } from '~/embed/words';
import { CONTENT } from '~/i18n/content';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { DEFAULT_LANG } from '~/views/v1';
import { dataset } from './_data';
import { releasesIn } from './_releases';
import { sayFor } from './_words';

const FILE = 'links.csv';
/** What a release says of itself, and its pages as they were drawn. */
const BESIDE = ['changes.json', 'pages.json.gz'];
const HEAD = 'view,since,rows,height,became';

interface Link {
  /** "flows" or "flows/openai-to-meta", in every language. */
  view: string;
  /** The first release that had it. */
  since: string;
  /** What it drew then: a digest of its rows. */
  rows: string;
  /** Of its frame in a column of text, in CSS pixels. */
  height: number;
  /** The view that took its place; '' where none did. */
  became: string;
  line: number;
}

export function linksIn(content = CONTENT): readonly Link[] {
  const file = join(content, FILE);
  if (!existsSync(file)) return [];
  return readCsv(readFileSync(file, 'utf8'))
    .rows.slice(1)
    .map(({ line, cells }) => {
      const [view = '', since = '', rows = '', height = '', became = ''] = cells.map(({ text }) => text);
      return { view, since, rows, height: Number(height), became, line };
    });
}

/** What a view shows, whatever it looks like: its rows, by their ids. */
export const meaningOf = ({ table }: Rendering): string =>
  createHash('sha256')
    .update(
      table.rows
        .map(({ id }) => id)
        .sort()
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 12);

const nameOf = (chart: string, slug: string) => (slug ? `${chart}/${slug}` : chart);
const viewsOf = (data: ReturnType<typeof dataset>) =>
  CHARTS.flatMap((entry) => entry.slugs(data).map((slug) => ({ entry, slug, view: nameOf(entry.id, slug) })));

/** In the language that every release has; one that came later is none of it. */
export const releasedData = (release: string, content = CONTENT) =>
  loadPackage(join(content, 'releases', release), { languages: [DEFAULT_LANG], beside: BESIDE });

/** Adds the views of a release that no release had before it. @returns how many */
export function appendLinks(release: string, content = CONTENT): number {
  const file = join(content, FILE);
  const known = new Set(linksIn(content).map(({ view }) => view));
  const data = releasedData(release, content);
  const fresh = viewsOf(data).filter(({ view }) => !known.has(view));
  const lines = fresh.map(({ entry, slug, view }) => {
    const rendering = entry.at(data, slug, DEFAULT_LANG);
    const height = columnHeight(embedHeights(rendering, embedWords(rendering, sayFor(DEFAULT_LANG))));
    return `${view},${release},${meaningOf(rendering)},${height},\n`;
  });
  appendFileSync(file, `${existsSync(file) ? '' : `${HEAD}\n`}${lines.join('')}`);
  return fresh.length;
}

/** After a removal the releases are others than they were, and so is what a view of them shows. */
export function renewLinks(content = CONTENT): void {
  const data = new Map(releasesIn(content).map((release) => [release, releasedData(release, content)]));
  const lines = linksIn(content).map(({ view, since, rows, height, became }) => {
    const then = data.get(since);
    const found = then && viewsOf(then).find((one) => one.view === view);
    const now = found ? meaningOf(found.entry.at(then, found.slug, DEFAULT_LANG)) : rows;
    return `${view},${since},${now},${height},${became}\n`;
  });
  writeFileSync(join(content, FILE), `${HEAD}\n${lines.join('')}`);
}

export interface GoneView {
  lang: Lang;
  chart: string;
  slug: string;
  height: number;
  /** What took its place. */
  became?: { chart: string; slug: string };
}

const parts = (view: string) => {
  const [chart = '', slug = ''] = view.split('/');
  return { chart, slug };
};

/** Views that were published and are no more: their addresses still answer. */
export function goneViews(links = linksIn(), data = dataset()): readonly GoneView[] {
  const now = new Set(viewsOf(data).map(({ view }) => view));
  return links
    .filter(({ view }) => !now.has(view))
    .flatMap(({ view, height, became }) =>
      PUBLISHED.map((lang) => ({
        lang,
        ...parts(view),
        height,
        ...(now.has(became) ? { became: parts(became) } : {}),
      })),
    );
}

/** A published link that is lost from the list, stands there twice, or leads to nothing. */
export function checkLinks(content: string, data: ReturnType<typeof dataset>): readonly Problem[] {
  const links = linksIn(content);
  const problem = (line: number, message: string): Problem => ({
    file: join(content, FILE),
    line,
    column: 1,
    field: '',
    message,
  });
  const now = new Set(viewsOf(data).map(({ view }) => view));
  const first = new Map<string, Link>();
  const wrong = links.flatMap((link) => {
    if (first.has(link.view)) return [problem(link.line, `"${link.view}" is in the list already.`)];
    first.set(link.view, link);
    if (link.became === '' || now.has(link.became)) return [];
    return [problem(link.line, `"${link.became}" is no view of this site. Expected one, or nothing.`)];
  });
  const lost = releasesIn(content).flatMap((release) =>
    viewsOf(releasedData(release, content))
      .filter(({ view }) => !first.has(view))
      .map(({ view }) =>
        problem(
          links.length + 2,
          `"${view}" was published on ${release} and is not in the list. A link is never forgotten: Expected its line as it was.`,
        ),
      ),
  );
  return [...wrong, ...lost];
}
