import { expect, test } from 'vitest';
import type { Lang } from '~/i18n/languages';
import { wordsOf } from './words';

test('a chart’s words are read from its folder; a missing file is named', () => {
  expect(Object.keys(wordsOf('offers', 'en'))).toContain('title');
  expect(() => wordsOf('offers', 'xx' as Lang)).toThrow(
    'src/charts/offers/words.xx.json: no such file. The language "xx" needs it, with the keys of its neighbours.',
  );
});
