/**
 * What is new in a view since a release, in two lines at most: of the rows that it draws and of the numbers in its
 * title. What else has changed in the data says nothing to who reads one chart.
 */
import type { Rendering } from '~/charts/contract';
import { type EvidenceKind, TABLE_OF } from '~/data/evidence';
import { localisedName } from '~/data/languages';
import { type Difference, differenceOf, nameOf } from '~/data/releases/difference';
import { idOf, type RawPackage, readRaw, tableOf } from '~/data/releases/package';
import { rowAddress } from '~/figure/listed';
import { CONTENT } from '~/i18n/content';
import { formatDate } from '~/i18n/dates';
import type { Lang } from '~/i18n/languages';
import { formatList } from '~/i18n/numbers';
import type { Say } from '~/i18n/say';
import { fileName, pagePath } from '~/views/paths';
import { dataset, renderingOf } from './_data';
import { viewPaths } from './_paths';
import { keptOf, releasesIn } from './_releases';
import { sayFor } from './_words';

/** Words, or words that lead somewhere. */
type Piece = string | readonly [words: string, href: string];
export type Line = readonly Piece[];

interface News {
  /** Where the release is not the last. */
  newer?: string;
  /** What a view says that has not changed. */
  same: string;
  /** Of a view that has changed, or that the release had not: then none. */
  views: Readonly<Record<string, readonly Line[]>>;
}

/** What a view says and draws. */
export interface Drawn {
  title: string;
  rows: readonly { evidence: readonly { kind: EvidenceKind; id: string }[] }[];
}

/** Rows named; the rest is counted. */
const NAMED = 3;

const keysOf = ({ rows }: Drawn) =>
  new Map(rows.flatMap(({ evidence }) => evidence).map((one) => [`${one.kind} ${one.id}`, one]));
const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).join(' ');

/** Ids of a table whose rows are new, or read otherwise in a language. */
function changedIn(difference: Difference, table: string, lang: Lang) {
  const { added = [], changed = [] } = difference[table] ?? {};
  const read = changed.filter(({ columns }) =>
    columns.some((column) => localisedName(column) === '' || column.endsWith(`_${lang}`)),
  );
  return { added: new Set(added), changed: new Set(read.map(({ id }) => id)) };
}

/** @param name what a row is called, and where it is read */
export function linesOf(
  then: Drawn,
  now: Drawn,
  difference: Difference,
  name: (kind: EvidenceKind, id: string) => readonly [words: string, href: string],
  { day, lang, say }: { day: string; lang: Lang; say: Say },
): readonly Line[] {
  const [was, is] = [keysOf(then), keysOf(now)];
  const date = formatDate(day, lang);
  const found = [...is].flatMap(([key, { kind, id }]) => {
    const { added, changed } = changedIn(difference, TABLE_OF[kind], lang);
    // Of a mark of many not all rows are kept: only what is new in the data can be new here.
    const how = was.has(key) ? changed.has(id) && 'changed' : (added.has(id) || changed.has(id)) && 'new';
    return how ? [{ how, named: name(kind, id) }] : [];
  });
  // A person may have several rows.
  const rows = [...new Map(found.map((one) => [`${one.how} ${one.named[0]}`, one])).values()].sort(
    (a, b) => Number(a.how === 'changed') - Number(b.how === 'changed'),
  );
  const gone = [...was].filter(([key, { kind, id }]) => {
    const known = difference[TABLE_OF[kind]];
    return !is.has(key) && known && (known.removed > 0 || known.changed.some((one) => one.id === id));
  }).length;
  const shown: [words: string, href?: string][] = rows
    .slice(0, NAMED)
    .map(({ how, named: [words, href] }) => [how === 'new' ? say('news.new', { name: words }) : words, href]);
  if (gone > 0) shown.push([say('news.gone', { n: gone })]);
  if (rows.length > NAMED)
    shown.push([say('news.more', { n: rows.length - NAMED }), pagePath(lang, 'corrections')]);
  const lines: Line[] = [];
  if (shown.length > 0) {
    // A letter of no script in the place of each, where the list puts it.
    const marks = shown.map((_, i) => String.fromCharCode(0xe000 + i));
    const text = say('news.since', { date, rows: formatList(marks, lang) });
    lines.push(
      text.split(/([\ue000-\uf8ff])/).flatMap((piece): Piece[] => {
        const [words, href] = shown[marks.indexOf(piece)] ?? [piece];
        if (words === '') return [];
        return [href === undefined ? words : [words, href]];
      }),
    );
  }
  // Other words for the same are no news.
  if (numbersIn(then.title) !== numbersIn(now.title))
    lines.push([say('news.title', { date, title: then.title })]);
  return lines;
}

const rowsOf = (all: RawPackage, name: string) => {
  const table = tableOf(all, name);
  return { table, rows: new Map(table?.rows.map((row) => [idOf(table, row), row])) };
};

const drawnNow = ({ words, table }: Rendering): Drawn => ({ title: words.title, rows: table.rows });

/** @param day of a release */
export function newsSince(day: string, lang: Lang): News {
  const say = sayFor(lang);
  const date = formatDate(day, lang);
  const latest = releasesIn().at(-1) ?? day;
  const now = readRaw(`${CONTENT}/data`);
  const difference = differenceOf(readRaw(`${CONTENT}/releases/${day}`), now);
  const kept = keptOf(day);
  const tables = new Map(Object.values(TABLE_OF).map((name) => [name, rowsOf(now, name)]));
  const name = (kind: EvidenceKind, id: string) => {
    const { table, rows } = tables.get(TABLE_OF[kind]) ?? {};
    const words = table ? nameOf(table, rows?.get(id), lang) : id;
    return [words, rowAddress(dataset(), lang, TABLE_OF[kind], id)] as const;
  };
  const views = viewPaths()
    .filter((view) => view.lang === lang)
    .flatMap(({ chart, slug }): [string, readonly Line[]][] => {
      const then = kept[`data/${lang}/${fileName(chart, slug)}.json`];
      const lines = then
        ? linesOf(JSON.parse(then), drawnNow(renderingOf(chart, slug, lang)), difference, name, {
            day,
            lang,
            say,
          })
        : [];
      return then && lines.length === 0 ? [] : [[slug ? `${chart}/${slug}` : chart, lines]];
    });
  return {
    same: say('news.same', { date }),
    views: Object.fromEntries(views),
    ...(latest > day ? { newer: say('news.newer', { date, latest: formatDate(latest, lang) }) } : {}),
  };
}
