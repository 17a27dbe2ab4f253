// @ts-expect-error it has no types
import { Parser } from 'saxen';
import { describe, expect, test } from 'vitest';
import { PUBLISHED } from '~/i18n/languages';
import { dataset } from './_data';
import { feed } from './_feed';
import { releasesIn } from './_releases';

interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

/** Well-formed XML with namespaces as elements; throws on anything else. */
function read(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new Parser();
  parser.ns({ 'http://www.w3.org/2005/Atom': 'atom', 'http://www.w3.org/XML/1998/namespace': 'xml' });
  parser.on(
    'openTag',
    (name: string, attributes: () => Record<string, string>, decode: (text: string) => string) => {
      const given = Object.entries(attributes()).map(([key, value]) => [key, decode(value)]);
      const element = { name, attributes: Object.fromEntries(given), children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
  );
  parser.on('text', (text: string, decode: (text: string) => string) => {
    const last = open.at(-1);
    if (last) last.text += decode(text);
  });
  parser.on('closeTag', () => void open.pop());
  for (const kind of ['error', 'warn'] as const)
    parser.on(kind, (error: Error) => {
      throw error;
    });
  parser.parse(xml);
  const [top] = root.children;
  if (!top || open.length > 1) throw new Error('no document');
  return top;
}

const all = (of: Element, name: string) => of.children.filter((child) => child.name === `atom:${name}`);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What RFC 4287 demands of a feed (4.1.1) or an entry (4.1.2) as far as it is one of ours. */
function faultsOf(of: Element, links: readonly string[]): readonly string[] {
  const once = ['id', 'title', 'updated'].filter((name) => all(of, name).length !== 1);
  const known = ['id', 'title', 'updated', 'author', 'rights', 'link', 'summary', 'entry'];
  const found = all(of, 'link').map(({ attributes }) => attributes['rel'] ?? '');
  return [
    ...once.map((name) => `not one ${name}`),
    ...all(of, 'updated')
      .filter(({ text }) => !instant.test(text) || Number.isNaN(Date.parse(text)))
      .map(() => 'no instant'),
    ...all(of, 'id')
      .filter(({ text }) => !URL.canParse(text))
      .map(({ text }) => `no IRI: ${text}`),
    ...all(of, 'link')
      .filter(({ attributes }) => !URL.canParse(attributes['href'] ?? ''))
      .map(() => 'a link to nowhere'),
    ...all(of, 'author')
      .filter((author) => all(author, 'name').length !== 1)
      .map(() => 'an author without a name'),
    ...links
      .filter((rel) => found.filter((one) => one === rel).length !== 1)
      .map((rel) => `not one link ${rel}`),
    ...of.children
      .filter(({ name }) => !known.includes(name.replace('atom:', '')))
      .map(({ name }) => `unknown ${name}`),
    ...all(of, 'title')
      .filter(({ text }) => text.trim() === '')
      .map(() => 'an empty title'),
  ];
}

describe.each(PUBLISHED)('the feed in %s', (lang) => {
  const top = read(feed(lang));
  const entries = all(top, 'entry');

  test('is a valid one by the rules of RFC 4287', () => {
    expect([top.name, top.attributes['xml:lang']]).toEqual(['atom:feed', lang]);
    expect(faultsOf(top, ['self', 'alternate'])).toEqual([]);
    // An author of the feed is one of its entries.
    expect(all(top, 'author')).not.toEqual([]);
    for (const entry of entries) expect(faultsOf(entry, ['alternate'])).toEqual([]);
    const ids = entries.map((entry) => all(entry, 'id')[0]?.text);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has every release and every correction, the newest first', () => {
    expect(entries).toHaveLength(releasesIn().length + dataset().corrections.length);
    const days = entries.map((entry) => all(entry, 'updated')[0]?.text ?? '');
    expect(days).toEqual(days.toSorted().toReversed());
    expect(all(top, 'updated')[0]?.text).toBe(days[0]);
    const told = entries.map((entry) => all(entry, 'summary')[0]?.text);
    for (const { what } of dataset().corrections)
      expect(told).toContain(what[lang].replaceAll('\u00a0', ' '));
  });
});

test('the reader of the test finds a feed that is none', () => {
  expect(() => read('<feed><id>a</feed>')).toThrow();
  const bad = read('<feed xmlns="http://www.w3.org/2005/Atom"><id>here</id><updated>today</updated></feed>');
  expect(faultsOf(bad, ['self'])).toEqual([
    'not one title',
    'no instant',
    'no IRI: here',
    'not one link self',
  ]);
});
