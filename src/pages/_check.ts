/** Everything that would stop a page, a drawing or a file from being made, found before any is: the one list of problems. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { CHARTS } from '~/charts/registry';
import { type EvidenceKind, TABLE_OF } from '~/data/evidence';
import { formatProblems, type Opened, openPackage, type Problem, sortProblems } from '~/data/load';
import type { Dataset } from '~/data/types';
import { personSlug } from '~/figure/about';
import { releaseDrawn } from '~/figure/as-of';
import { evidenceOf } from '~/figure/evidence';
import { CONTENT } from '~/i18n/content';
import { type Lang, LOCALE, PUBLISHED } from '~/i18n/languages';
import { keyOf, MissingMessage } from '~/i18n/say';
import { checkPalette } from '~/kit/check-palette';
import { missingLetter } from '~/kit/letters';
import { organisationColours } from '~/kit/palette';
import { checkProse } from '~/story/check';
import { checkLinks } from './_links';
import { checkReleases } from './_releases';
import { sayFor } from './_words';

/** All problems in reading order, none for a site that can be built. @param content  the folder an editor touches */
export function checkSite(content = CONTENT): readonly Problem[] {
  const opened = openPackage(`${content}/data`, {
    languages: PUBLISHED,
    hasColour: (id) => organisationColours(content).some((one) => one.id === id),
    missingLetter,
  });
  const { data, problems, whole } = opened;
  const sound = problems.length === 0;
  const asked = data && whole ? PUBLISHED.flatMap((lang) => checkTexts(content, lang, data, sound)) : [];
  const drawn =
    data && sound
      ? [
          ...checkEvidence(opened, data),
          ...checkPeople(opened, data),
          ...checkViews(opened, data),
          ...checkCharts(data),
        ]
      : [];
  const colours = sound ? checkPalette(content) : [];
  const releases = checkReleases(content);
  // What was published is read from the releases.
  const links = data && sound && releases.length === 0 ? checkLinks(content, data) : [];
  return sortProblems([...problems, ...asked, ...drawn, ...colours, ...releases, ...links]);
}

/** The list as one text; empty where there is none. */
export function report(): string {
  const problems = checkSite();
  return problems.length > 0 ? `${formatProblems(problems)}\n` : '';
}

/** Texts without which links would lead nowhere. */
const LED_TO = ['method', 'corrections'];

function checkTexts(content: string, lang: Lang, data: Dataset, sound: boolean): readonly Problem[] {
  const context = { lang, data, say: sayFor(lang) };
  // A release has no prose: it leads to that of the site of today.
  const wanted = releaseDrawn() === undefined ? LED_TO : [];
  const missing = wanted
    .map((page) => `${content}/pages/${lang}/${page}.mdx`)
    .filter((file) => !existsSync(file));
  const told = missing.map((file): Problem => {
    const message = 'no such file. Expected it: every page leads to this one.';
    return { file, line: 1, column: 1, field: '', message };
  });
  const faults = ['story', 'pages'].flatMap((kind) => {
    const folder = `${content}/${kind}/${lang}`;
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((name) => name.endsWith('.mdx'));
    return files.flatMap((name) =>
      checkProse(`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8'), context, sound),
    );
  });
  return [...told, ...faults];
}

/** Every row that a mark or a sentence may open can be told in every language. */
function checkEvidence({ rowAt }: Opened, data: Dataset): readonly Problem[] {
  const kinds = Object.entries(TABLE_OF) as [EvidenceKind, keyof Dataset][];
  return PUBLISHED.flatMap((lang) => {
    // Made once: there may be many rows.
    const say = sayFor(lang);
    return kinds.flatMap(([kind, table]) =>
      (data[table] as readonly { id: string }[]).flatMap(({ id }): Problem[] => {
        try {
          evidenceOf(kind, id, data, lang, say);
          return [];
        } catch (error) {
          const { file, cells, ...place } = rowAt(table, id);
          if (!(error instanceof MissingMessage))
            return [{ file, ...place, field: '', message: said(error) }];
          // The key of a message ends with the value that asks for it.
          const [field = '', cell = place] =
            [...cells].find(([, { text }]) => error.key.endsWith(`.${keyOf(text)}`)) ?? [];
          const message = `no word for it in ${LOCALE[lang].name}. Expected the message "${error.key}" in ${CONTENT}/words/subject.${lang}.json.`;
          return [{ file, line: cell.line, column: cell.column, field, message }];
        }
      }),
    );
  });
}

/** People are told apart in addresses by the word made of their names. */
function checkPeople({ rowAt }: Opened, data: Dataset): readonly Problem[] {
  const first = new Map<string, string>();
  return data.moves.flatMap(({ id, person }): Problem[] => {
    const slug = personSlug(person);
    const other = first.get(slug) ?? person;
    first.set(slug, other);
    if (other === person) return [];
    const { file, cells, ...place } = rowAt('moves', id);
    const { line, column } = cells.get('person') ?? place;
    const message = `"${person}" and "${other}" are both "${slug}" in addresses. Expected one spelling of one person.`;
    return [{ file, line, column, field: 'person', message }];
  });
}

/** A view is named after its rows: two with one name would have one address. */
function checkViews({ rowAt }: Opened, data: Dataset): readonly Problem[] {
  return CHARTS.flatMap(({ id: chart, slugs }) => {
    // In a story the chart's own view is called so.
    const names = slugs(data).map((slug) => slug || 'all');
    const twice = new Set(names.filter((name, i) => names.indexOf(name) < i));
    return [...twice].map((name): Problem => {
      const table = data.waves.some(({ id }) => id === name) ? 'waves' : 'organisations';
      const { file, line, column } = rowAt(table, name);
      const message = `"${name}" is the name of another view of the chart "${chart}" already. Expected another id.`;
      return { file, line, column, field: 'id', message };
    });
  });
}

/** Every view can be counted and said in every language; what only its layout can find wrong is not asked here. */
function checkCharts(data: Dataset): readonly Problem[] {
  return CHARTS.flatMap(({ id, slugs, at }) => {
    const found = new Map<string, Problem>();
    for (const lang of PUBLISHED) {
      for (const slug of slugs(data)) {
        try {
          at(data, slug, lang);
        } catch (error) {
          const view = slug === '' ? 'its first view' : `the view "${slug}"`;
          const message = `${view} cannot be made of these rows in ${LOCALE[lang].name}: ${said(error)}`;
          if (!found.has(said(error)))
            found.set(said(error), { ...askedAt(error, id, lang), field: '', message });
        }
      }
    }
    return [...found.values()];
  });
}

/** The catalogue that lacks a message; else the line of the chart that could not go on. */
function askedAt(error: unknown, chart: string, lang: Lang): Pick<Problem, 'file' | 'line' | 'column'> {
  const folder = `src/charts/${chart}/`;
  if (error instanceof MissingMessage) return { file: `${folder}words.${lang}.json`, line: 1, column: 1 };
  const stack = (error instanceof Error && error.stack) || '';
  const [, file = `${folder}definition.ts`, line = 1, column = 1] =
    /(src\/charts\/[^:()?]+)[^:()]*:(\d+):(\d+)/.exec(stack.replaceAll('\\', '/')) ?? [];
  return { file, line: Number(line), column: Number(column) };
}

const said = (error: unknown) => (error instanceof Error ? error.message : String(error));
