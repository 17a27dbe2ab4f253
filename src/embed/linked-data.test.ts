/** What search engines ask of each kind of thing, by their own pages on structured data. */
import { expect, test } from 'vitest';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { cardOf } from '~/figure/card';
import { sayFor } from '~/pages/_words';
import { chartThing, linkedText, packageThing, rowThing, storyThing, type Thing } from './linked-data';

const say = sayFor('en');
const data = loadPackage('content/data');
const card = cardOf((CHARTS[0] as (typeof CHARTS)[number]).at(data, '', 'en'), say);

const url = expect.stringMatching(/^https?:\/\/[^\s]+$/);
const day = expect.stringMatching(/^\d{4}(-\d\d(-\d\d)?)?$/);
const some = Symbol('anything');
const NEEDED: Record<string, Record<string, unknown>> = {
  NewsArticle: { headline: expect.stringMatching(/^.{5,110}$/), image: some, author: some },
  // A description of 50 to 5,000 letters.
  Dataset: {
    name: some,
    description: expect.stringMatching(/^.{50,5000}$/s),
    url,
    license: url,
    creator: some,
    dateModified: day,
    distribution: some,
  },
  DataDownload: { contentUrl: url, encodingFormat: expect.stringMatching(/^\w+\/\w+$/) },
  ImageObject: { width: expect.any(Number), height: expect.any(Number) },
  Organization: { name: some, url },
  WebPage: { name: some, description: some, url, publisher: some, dateModified: day },
  Person: { name: some },
  CreativeWork: { name: some, url },
};
/** Throws on what is missing, in the thing and in every thing within it. */
function check(thing: Thing): void {
  const needed = NEEDED[thing['@type']];
  if (!needed) throw new Error(`unknown type ${thing['@type']}`);
  for (const [name, expected] of Object.entries(needed))
    if (expected === some) expect(thing[name], `${thing['@type']} ${name}`).toBeTruthy();
    else expect(thing[name], `${thing['@type']} ${name}`).toEqual(expected);
  for (const value of Object.values(thing).flat())
    if (typeof value === 'object' && value !== null) check(value as Thing);
}

test('a story is an article with a picture, an author and its days', () => {
  const told = { title: 'Four against the current', card, by: 'A newsroom', published: '2026-11-29' };
  const thing = storyThing('en', say, told);
  check(thing);
  expect(thing).toMatchObject({ datePublished: '2026-11-29', dateModified: '2026-11-29' });
  expect(storyThing('en', say, { ...told, updated: '2026-12-01' })['dateModified']).toBe('2026-12-01');
  expect(thing['author']).toMatchObject({ name: 'A newsroom' });
});

test('a chart is a set of data with its files and its picture, which says its licence', () => {
  for (const chart of CHARTS)
    for (const slug of chart.slugs(data).slice(0, 2)) {
      const thing = chartThing(chart.at(data, slug, 'en'), say);
      check(thing);
      expect(thing['image']).toMatchObject({
        contentUrl: url,
        license: url,
        acquireLicensePage: url,
        creditText: 'Counterflow',
      });
    }
});

test('the package is a set of data with all its tables', () => {
  const thing = packageThing('en', say, {
    title: 'Data and method',
    description: 'How the data came together, what is counted, and what is not.',
    asOf: data.movesTo,
    files: ['moves.csv', 'datapackage.json'],
  });
  check(thing);
  expect(thing['distribution']).toMatchObject([
    { encodingFormat: 'text/csv' },
    { encodingFormat: 'application/json' },
  ]);
});

test('a row is a page about its person, with the pages that it rests on', () => {
  const thing = rowThing('en', say, {
    ...{
      title: 'Ann Lee: OpenAI to Meta',
      summary: 'OpenAI to Meta, in June 2025.',
      address: '/row/moves/x/',
    },
    ...{ person: 'Ann Lee', card, asOf: data.movesTo },
    sources: [{ title: 'A report', href: 'https://example.org/' }],
  });
  check(thing);
  expect(thing).toMatchObject({
    about: { '@type': 'Person', name: 'Ann Lee' },
    citation: [{ name: 'A report' }],
  });
});

test('nothing in it ends its script', () => {
  const text = linkedText({ '@type': 'Dataset', name: '</script><b>' });
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: '</script><b>',
  });
});
