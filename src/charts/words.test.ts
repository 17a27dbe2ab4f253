import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { LANGS, type Lang } from '~/i18n/languages';
import { CHARTS } from './registry';
import { readMessages, sharedWords, wordsOf } from './words';

test('a chart’s words are read from its folder; a missing file is named', () => {
  expect(Object.keys(wordsOf('offers', 'en'))).toContain('title');
  expect(() => wordsOf('offers', 'xx' as Lang)).toThrow(
    'src/charts/offers/words.xx.json: no such file. The language "xx" needs it, with the keys of its neighbours.',
  );
});

test('what charts share is said once: a chart’s own message differs, and wins', () => {
  for (const lang of LANGS) {
    const shared = sharedWords(lang);
    const twice = CHARTS.flatMap(({ id }) =>
      Object.entries(readMessages(`${id}/`, lang)).flatMap(([key, text]) =>
        shared[key] === text ? [`${id}: ${key}`] : [],
      ),
    );
    expect(twice, lang).toEqual([]);
  }
  expect(wordsOf('offers', 'en')['mark']).not.toBe(sharedWords('en')['mark']);
});

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** How many plurals each `#` stands in: within two, a reader cannot tell which number it is. */
function depthsOfHash(parts: Parts, depth = 0): number[] {
  return parts.flatMap((part) => {
    if ('options' in part)
      return Object.values(part.options).flatMap(({ value }) =>
        depthsOfHash(value, depth + ('pluralType' in part ? 1 : 0)),
      );
    return part.type === 7 ? [depth] : [];
  });
}

test.each(LANGS)('no # stands in a plural within a plural (%s)', (lang) => {
  for (const { id } of CHARTS)
    for (const [key, pattern] of Object.entries(wordsOf(id, lang))) {
      const parts = new IntlMessageFormat(pattern, 'en', undefined, { ignoreTag: true }).getAst();
      expect(Math.max(0, ...depthsOfHash(parts)), `${id}: ${key}`).toBeLessThan(2);
    }
});
