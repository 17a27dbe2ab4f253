/** A sentence of a page that names a test names one that there is: else nothing checks it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStory } from './mdx';

const pages = readdirSync('content/pages', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => ({ name, source: readFileSync(`content/pages/${name}`, 'utf8') }));

/** What the sentences of a page name, with the file where it is said. */
const namedIn = (source: string) =>
  readStory(source).pieces.flatMap((piece) =>
    piece.kind === 'alone' && piece.name === 'Proved' && piece.props['in']
      ? [
          {
            by: String(piece.props['by']),
            file: String(piece.props['in']),
            says: String(piece.props['says'] ?? ''),
          },
        ]
      : [],
  );

test.each(pages)('every rule of $name names a test that there is', ({ source }) => {
  for (const { by, file } of namedIn(source))
    expect.soft(readFileSync(file, 'utf8'), `${by} in ${file}`).toContain(`test('${by}'`);
});

test('the rules are the same in every language, one at least for each section of the method', () => {
  const rules = pages
    .filter(({ name }) => /\bmethod\.mdx$/.test(name))
    .map(({ source }) => namedIn(source).map(({ by, file }) => ({ by, file })));
  expect(rules.length).toBeGreaterThan(1);
  for (const own of rules) {
    expect(own.length).toBeGreaterThan(10);
    expect(own).toEqual(rules[0]);
  }
});

test('a page that is not in English says each rule’s test in its own language, too', () => {
  const foreign = pages.filter(({ name }) => !name.startsWith('en'));
  expect(foreign.length).toBeGreaterThan(0);
  for (const { name, source } of foreign)
    for (const { by, says } of namedIn(source)) expect.soft(says, `${name}: ${by}`).not.toBe('');
});
