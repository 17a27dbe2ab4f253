/** What an embed says beside its drawing, of today and of a release. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Rendering } from '~/charts/contract';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { PUBLISHED } from '~/i18n/languages';
import { sayFor } from '~/pages/_words';
import { embedWords } from './words';

const data = loadPackage('content/data');
const wordsIn = (lang: (typeof PUBLISHED)[number]) =>
  embedWords(CHARTS[0]?.at(data, '', lang) as Rendering, sayFor(lang));

afterEach(() => vi.unstubAllEnvs());

test.each(PUBLISHED)(
  'the note of a release names its day, and the way out of it says to which (%s)',
  (lang) => {
    const today = wordsIn(lang);
    vi.stubEnv('RELEASE', '1999-03-04');
    const then = wordsIn(lang);
    expect(today.note).not.toContain('1999');
    expect(then.note).toMatch(/(Release\sof|Ausgabe\svom)\s.*1999\.$/);
    // On a phone a line breaks between the two dates.
    expect(then.note.split(' ').every((word) => word.length < 40)).toBe(true);
    expect(today.tools).toContain(sayFor(lang)('tools.explore'));
    expect(then.tools).toContain(sayFor(lang)('tools.today'));
  },
);
