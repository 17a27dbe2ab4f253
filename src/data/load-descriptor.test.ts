import { afterAll, describe, expect, test } from 'vitest';
import { checkPackage, formatProblems, loadPackage } from './load';
import { changed, clear, fieldPath, place, real, told } from './testing/spoiled';

afterAll(clear);

describe('a mistake in datapackage.json is told where it stands', () => {
  const cases: [string, (text: string) => string, (text: string) => string, string][] = [
    [
      'a comma too many',
      (text) => text.replace(/\n\}\n$/, ',\n}\n'),
      (text) => `${text.split('\n').length - 1}:1`,
      'not JSON: found "}". Expected a name in double quotes.',
    ],
    [
      'half a file',
      (text) => text.slice(0, text.indexOf('"resources"')),
      (text) => place(`${text}§`, '§'),
      'not JSON: found the end of the file. Expected a name in double quotes.',
    ],
    ['no JSON at all', () => 'hello', () => '1:1', 'not JSON: found "h". Expected a value.'],
    ['an empty file', () => '', () => '1:1', 'not JSON: found the end of the file. Expected a value.'],
    [
      'another version of the standard',
      (text) => text.replace('profiles/2.0/datapackage', 'profiles/1.0/datapackage'),
      (text) => place(text, '"https://datapackage.org/profiles/1.0'),
      '$schema: "https://datapackage.org/profiles/1.0/datapackage.json" does not fit. Expected "https://datapackage.org/profiles/2.0/datapackage.json".',
    ],
    [
      'a type nobody reads',
      (text) => text.replace('"type": "list"', '"type": "lst"'),
      (text) => place(text, '"lst"'),
      `${fieldPath('moves', 'source_ids')}.type: "lst" does not fit. Expected "string", "integer", "number", "boolean", "date", "list". Did you mean "list"?`,
    ],
    [
      'a misspelt constraint',
      (text) => text.replace('"required": true', '"requierd": true'),
      (text) => place(text, '"requierd": ').replace(/\d+$/, (column) => String(Number(column) + 12)),
      'resources.0.schema.fields.0.constraints.requierd: unknown property. Did you mean "required"?',
    ],
    [
      'a pattern that is none',
      (text) => text.replace('"pattern": "^[a-z]{2}$"', '"pattern": "^[a-z"'),
      (text) => place(text, '"^[a-z"'),
      `${fieldPath('quotes', 'language')}.constraints.pattern: "^[a-z" is not a regular expression.`,
    ],
    [
      'a path out of the folder',
      (text) => text.replace('"path": "waves.csv"', '"path": "../waves.csv"'),
      (text) => place(text, '"../waves.csv"'),
      'resources.1.path: "../waves.csv" does not fit. Expected a file beside datapackage.json, such as "moves.csv".',
    ],
    [
      'a key to a table that is not there',
      (text) => text.replace(/("reference": \{\s*"resource": )"waves"/, '$1"wave"'),
      (text) =>
        place(text, ' "wave",\n              "fields"').replace(/\d+$/, (column) =>
          String(Number(column) + 1),
        ),
      'resources.2.schema.foreignKeys.2.reference.resource: no resource "wave". Did you mean "waves"?',
    ],
    [
      'a table that nothing reads',
      (text) => text.replace('"name": "misreports"', '"name": "mistakes"'),
      () => '1:1',
      'resources.mistakes: no table that is read here. Expected one of organisations, waves, moves, careers, figures, events, quotes, sources, misreports, conflicts, variants, claims, cases, sites, machines, sums, corrections.',
    ],
    [
      'a column of another type',
      (text) => text.replace('"type": "number"', '"type": "string"'),
      () => '1:1',
      'resources.figures.value: "string" does not fit. Expected the type "number" or "integer".',
    ],
  ];
  test.each(cases)('%s', (_, edit, at, message) => {
    const { dir, path } = changed({ 'datapackage.json': edit });
    const text = edit(real('datapackage.json'));
    expect(text).not.toBe(real('datapackage.json'));
    expect(told(dir)).toEqual([
      `${path('datapackage.json')}:${at(text)} ${message}`,
      '1 problem. Nothing was built.',
    ]);
  });

  test('a table without a title in a language that readers can choose', () => {
    const { dir, path } = changed({
      'datapackage.json': (text) => text.replace(/"counterflow:title_de": "Wellen",/, ''),
    });
    expect(formatProblems(checkPackage(dir, { languages: ['en', 'de'] })).split('\n')[0]).toBe(
      `${path('datapackage.json')}:1:1 resources.waves.counterflow:title_de: missing. The language "de" needs it.`,
    );
  });

  test('a column without a title or a description in such a language', () => {
    const { dir, path } = changed({
      'datapackage.json': (text) =>
        text
          .replace(/"counterflow:title_de": "Person",/, '')
          .replace(/"counterflow:description_de": "Name, wie[^"]*",/, ''),
    });
    const told = formatProblems(checkPackage(dir, { languages: ['en', 'de'] }));
    expect(told).toContain(
      `${path('datapackage.json')}:1:1 resources.moves.person.counterflow:title_de: missing. The language "de" needs it.`,
    );
    expect(told).toContain('counterflow:description_de: missing.');
  });

  test('but a package from before there were conflicts is whole without them', () => {
    const without = (text: string) => {
      const descriptor = JSON.parse(text) as { resources: { name: string }[] };
      const resources = descriptor.resources.filter(({ name }) => !/^(conflicts|variants)$/.test(name));
      return JSON.stringify({ ...descriptor, resources });
    };
    const { dir } = changed({
      'datapackage.json': without,
      'conflicts.csv': () => undefined,
      'variants.csv': () => undefined,
      // Pages that only they cite.
      'sources.csv': (text) => text.replace(/^((?:bta-yangsong|newsaz-2025-11-07),.*),false$/gm, '$1,true'),
    });
    expect(loadPackage(dir)).toMatchObject({ conflicts: [], variants: [] });
  });

  test('a folder without one', () => {
    const { dir, path } = changed({ 'datapackage.json': () => undefined });
    expect(told(dir)).toEqual([
      `${path('datapackage.json')}:1:1 no such file. Expected the descriptor of a Data Package.`,
      '1 problem. Nothing was built.',
    ]);
  });
});
