/** Every message is said somewhere: one that no code asks for would be translated for nobody. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import { LANGS } from '~/i18n/languages';
import { sayFor } from '~/pages/_words';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

/** Code that may say something; tests and JSON do not. */
const CODE = filesIn('src').filter((name) => /\.(ts|tsx|astro)$/.test(name) && !name.endsWith('.test.ts'));

/** What keys a piece of code may ask for: its literals, and its templates with anything in their gaps. */
function keysIn(source: string): (key: string) => boolean {
  const literals = new Set([...source.matchAll(/['"]([\w.-]+)['"]/g)].map(([, text]) => text));
  const templates = [...source.matchAll(/`((?:[\w.-]|\$\{[^{}`]*\})+)`/g)]
    .map(([, text]) => (text ?? '').split(/\$\{[^{}]*\}/))
    // A template of gaps alone would fit every key.
    .filter((parts) => /[a-z]{2}/i.test(parts.join('')))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.*')}$`));
  const asked = (key: string) => literals.has(key) || templates.some((template) => template.test(key));
  // Scripts in the browser get theirs without the prefix.
  return (key) => asked(key) || (key.startsWith('client.') && asked(key.slice('client.'.length)));
}

/** A chart says its own messages; what charts share, and the site's, anybody may. */
const CATALOGUES = [
  ...['src/words', 'content/words'].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('en.json'))
      .map((file) => ({ file: `${folder}/${file}`, code: CODE })),
  ),
  ...[...filesIn('src/charts'), ...filesIn('content/words/charts')]
    .filter((file) => file.endsWith('.en.json'))
    .map((file) => {
      const folder = file
        .replace(/words\.en\.json$/, '')
        .replace(/^content\/words\/charts\/(.*)\.en\.json$/, 'src/charts/$1/');
      const shared = /^src\/charts\/[^/]+\.ts$/;
      return { file, code: CODE.filter((name) => name.startsWith(folder) || shared.test(name)) };
    }),
];

test.each(CATALOGUES)('every message of $file is said', ({ file, code }) => {
  const asked = keysIn(code.map((name) => readFileSync(name, 'utf8')).join('\n'));
  const keys = Object.keys(JSON.parse(readFileSync(file, 'utf8')));
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => !asked(key))).toEqual([]);
});

test('a message of any story names nothing of this one', () => {
  const { organisations } = loadPackage('content/data', { languages: LANGS });
  const names = [
    ...LANGS.flatMap((lang) => [
      sayFor(lang)('site.name'),
      ...organisations.flatMap(({ name, headedBy }) => [
        name[lang],
        headedBy,
        headedBy.split(' ').at(-1) ?? '',
      ]),
    ]),
  ].filter(Boolean);
  const named = new RegExp(`(?<![\\p{L}])(${[...new Set(names)].join('|')})(?![\\p{L}])`, 'u');
  const files = filesIn('src').filter((file) => /(^|[/\\])words[^/\\]*[/\\.].*json$/.test(file));
  expect(files.length).toBeGreaterThan(LANGS.length);
  for (const file of files)
    for (const [key, text] of Object.entries<string>(JSON.parse(readFileSync(file, 'utf8'))))
      expect.soft(named.exec(text)?.[1], `${file}: ${key}`).toBeUndefined();
});
