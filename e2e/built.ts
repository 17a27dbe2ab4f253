/** What dist/ holds: languages, charts and views are read off the built files, so that a new one is tested unasked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withLetters } from '../scripts/lib/letters.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const embeds = 'embed/v1';

export interface View {
  lang: string;
  chart: string;
  /** '' is the chart's own page. */
  slug: string;
}

/** Names of the folders in a folder of dist/. */
const folders = (path: string) =>
  existsSync(`${root}dist/${path}`)
    ? readdirSync(`${root}dist/${path}`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

export const VIEWS: readonly View[] = folders(embeds).flatMap((lang) =>
  folders(`${embeds}/${lang}`).flatMap((chart) =>
    ['', ...folders(`${embeds}/${lang}/${chart}`)].map((slug) => ({ lang, chart, slug })),
  ),
);
export const LANGS: readonly string[] = [...new Set(VIEWS.map(({ lang }) => lang))];
export const CHARTS: readonly string[] = [...new Set(VIEWS.map(({ chart }) => chart))];
/** Every chart's own page, in one language. */
export const chartsIn = (lang: string) => VIEWS.filter((view) => view.lang === lang && view.slug === '');

/** Addresses relative to the site's base; English stands at the root. */
export const pageAt = (lang: string, rest = '') => `${lang === 'en' ? '' : `${lang}/`}${rest}`;
export const chartAt = ({ lang, chart, slug }: View) => pageAt(lang, `charts/${chart}/${slug && `${slug}/`}`);
export const embedAt = ({ lang, chart, slug }: View) => `embed/v1/${lang}/${chart}/${slug && `${slug}/`}`;

/** Every chart's own page, in some languages, as `goto` takes them. */
export const chartPaths = (langs: readonly string[] = ['en']) =>
  langs.flatMap((lang) => chartsIn(lang).map(chartAt));

/** Every chart's first view, each in one language in turn: for what languages share. */
const inTurn = () =>
  CHARTS.map((chart, i): View => ({ lang: LANGS[i % LANGS.length] ?? 'en', chart, slug: '' }));
export const chartPathsInTurn = () => inTurn().map(chartAt);
export const embedPathsInTurn = () => inTurn().map(embedAt);

/** Every kind of page there is, of some in both languages. */
export const KINDS: readonly string[] = [
  ...[
    '',
    'de/',
    'charts/',
    'method/',
    'corrections/',
    'sources/',
    'moves/',
    'de/moves/',
    'data/',
    'de/data/',
    'embed/',
    'de/embed/',
    'security/',
  ],
  ...['row/moves', 'row/conflicts', 'person'].flatMap((folder) =>
    folders(folder)
      .slice(0, 1)
      .map((name) => `${folder}/${name}/`),
  ),
  ...CHARTS.map((chart) => `charts/${chart}/`),
  // A figure in an embed is the page's: two of them show what the frame around it adds.
  ...CHARTS.slice(0, 2).map((chart) => `embed/v1/de/${chart}/`),
];

/** The HTML of a page as it was built, with its letters as they are read. */
export const builtPage = (address: string) =>
  withLetters(readFileSync(`${root}dist/${address}index.html`, 'utf8'));

/** Ids of the marks in a view's wide drawing, in the order in which they are read. */
export const markIds = (view: View): readonly string[] => {
  const [drawing = ''] = /<svg class="wide"[\s\S]*?<\/svg>/.exec(builtPage(chartAt(view))) ?? [];
  const marks = drawing.matchAll(new RegExp(`<a class="mark" href="#${view.chart}-([^"]+)"`, 'g'));
  return [...marks].map(([, id = '']) => id);
};

/** The chart whose embed is opened soonest: for what a host does to any of them. */
export const [LIGHTEST = { lang: 'en', chart: '', slug: '' }] = chartsIn('en').toSorted(
  (a, b) => builtPage(embedAt(a)).length - builtPage(embedAt(b)).length,
);

/** The site's own words in a language: by them a reader finds buttons and fields. */
export function say(lang: string, key: string): string {
  for (const name of [`content/words/subject.${lang}`, `src/words/site.${lang}`, `src/words/${lang}`]) {
    const words = JSON.parse(readFileSync(`${root}${name}.json`, 'utf8')) as Record<string, string>;
    if (words[key] !== undefined) return words[key];
  }
  throw new Error(`no word "${key}" for ${lang} in content/words and src/words`);
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/** Text of an attribute or an element as the reader gets it. */
export const plain = (html = '') =>
  html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '');

/** What the fields of the Embed panel hold, as a reader copies it: the frame's code, then the picture's. */
export const codesIn = (html: string) =>
  [...html.matchAll(/<textarea[^>]*>([^<]*)<\/textarea>/g)].map(([, code]) => plain(code));

/** Where the links of a page lead, as they are written. */
export const linksIn = (html: string) =>
  [...html.matchAll(/<a\s(?:[^>]*\s)?href="([^"]*)"/g)].map(([, href]) => plain(href));
