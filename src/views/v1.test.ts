import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Address, format, parse } from './v1';

const at = (path: string) => parse(new URL(path, 'https://example.org'));
const word = fc.stringMatching(/^[a-z][a-z0-9]{2,8}(-[a-z0-9]{1,8}){0,3}$/);
const date = fc.constantFrom('2023', '2024-02', '2025-06', '2025-07-08', '2026-06-26');
const address: fc.Arbitrary<Address> = fc.record({
  place: fc.constantFrom('page' as const, 'embed' as const),
  lang: fc.constantFrom('en', 'de'),
  chart: word,
  slug: fc.oneof(fc.constant(''), word),
  query: fc.record(
    {
      hl: word,
      t: fc.tuple(date, date).map(([a, b]) => (a <= b ? { since: a, until: b } : { since: b, until: a })),
      since: fc.constantFrom('2026-11-29', '2027-01-05'),
      theme: fc.constantFrom('dark' as const),
      ui: fc.constantFrom('min' as const),
    },
    { requiredKeys: [] },
  ),
  // Keys this grammar knows are not unknown; the same key may come twice and keeps its order.
  unknown: fc
    .array(
      fc.tuple(
        fc.string({ minLength: 1 }).filter((k) => !/^(hl|since|t|theme|ui|amp;.*)$/i.test(k) && isScalar(k)),
        fc.string().filter(isScalar),
      ),
      { maxLength: 3 },
    )
    .map((pairs) => [...pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
});
/** Lone surrogates cannot stand in an address. */
function isScalar(text: string) {
  return text === text.toWellFormed();
}

describe('an address', () => {
  test('read back is the address written', () => {
    fc.assert(
      fc.property(address, fc.constantFrom('/', '/press/'), (a, base) => {
        const text = format(a, base);
        expect(text).toMatch(/^[A-Za-z0-9\-._~/?=&%]*$/);
        expect(parse(new URL(text, 'https://example.org'), base)).toEqual({ address: a, notices: [] });
      }),
    );
  });
  test('of any shape is read without throwing', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
        const url = new URL('https://example.org');
        url.pathname = path;
        url.search = query;
        expect(() => parse(url)).not.toThrow();
      }),
    );
  });
  test('keys are read in any order and written in one', () => {
    const { address: a } = at('/de/charts/flows/openai/?x=1&theme=dark&hl=lau');
    expect(a).toMatchObject({
      place: 'page',
      lang: 'de',
      chart: 'flows',
      slug: 'openai',
      query: { hl: 'lau', theme: 'dark' },
      unknown: [['x', '1']],
    });
    expect(format(a)).toBe('/de/charts/flows/openai/?hl=lau&theme=dark&x=1');
  });
  test('a default is not written: light in an embed, auto on a page', () => {
    expect(format(at('/embed/v1/en/flows/?theme=light').address)).toBe('/embed/v1/en/flows/');
    expect(format(at('/charts/flows/?theme=auto&ui=full').address)).toBe('/charts/flows/');
  });
});

/** An address as it comes back from a mail program, a chat or a content system, in a way that changes its letters. */
const mangled: Record<string, (text: string) => string> = {
  'with &amp; for &': (text) => text.replaceAll('&', '&amp;'),
  'with &amp;amp; for &': (text) => text.replaceAll('&', '&amp;amp;'),
  'with an encoded ?': (text) => text.replace('?', '%3F'),
  'with its whole query encoded': (text) => text.replace(/\?.*/, (search) => encodeURIComponent(search)),
  'with & for ?': (text) => text.replace('?', '&'),
  'with a second ?': (text) => text.replaceAll('&', '?'),
  'with doubled slashes': (text) => text.replaceAll('/', '//'),
  'without the last slash of its path': (text) => text.replace(/\/(\?|$)/, '$1'),
  'with capitals in its path': (text) => text.replace(/^[^?]*/, (path) => path.toUpperCase()),
  'with capitals in its keys': (text) => text.replace(/\b(hl|t|theme|ui)=/g, (key) => key.toUpperCase()),
  'with a slash after its query': (text) => `${text}/`,
  'with the end of its sentence': (text) => `${text}).`,
  'with a comma': (text) => `${text},`,
};

describe('an address mangled on its way', () => {
  test.each(Object.entries(mangled))('%s is read as it was meant', (_, mangle) => {
    fc.assert(
      fc.property(address, fc.constantFrom('/', '/press/'), (one, base) => {
        const a = { ...one, unknown: [] };
        const url = new URL('https://example.org');
        const [path = '', search = ''] = mangle(format(a, base)).split(/\?(.*)/s);
        url.href = `https://example.org${path}${search && `?${search}`}`;
        expect(parse(url, base)).toEqual({ address: a, notices: [] });
      }),
    );
  });
});

describe('what a sentence leaves at the end of a link', () => {
  test.each([')', '.', ',', ').', '.)', '”', '»,'])('is no part of a value: %s', (left) => {
    const { address: a, notices } = at(`/charts/flows/?hl=lau${encodeURIComponent(left)}`);
    expect(a.query).toEqual({ hl: 'lau' });
    expect(notices).toEqual([]);
  });
});

test.each(['2025', '2025-06', '2025-06-30'])('%s alone is a period', (t) => {
  expect(at(`/charts/flows/?t=${t}`)).toMatchObject({
    address: { query: { t: { since: t, until: t } } },
    notices: [],
  });
});

describe('a mangled value', () => {
  test.each([
    ['/charts/flows/?t=2025-13..2026', 't'],
    ['/charts/flows/?t=2026..2025', 't'],
    ['/charts/flows/?t=2025-06..', 't'],
    ['/charts/flows/?theme=pink', 'theme'],
    ['/charts/flows/?hl=%3Cscript%3E', 'hl'],
    ['/charts/flows/?ui=', 'ui'],
  ])('%s falls back and says so', (path, key) => {
    const { address: a, notices } = at(path);
    expect(a.chart).toBe('flows');
    expect(a.query).toEqual({});
    expect(notices).toMatchObject([{ key }]);
  });
});
