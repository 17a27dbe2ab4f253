import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import { LANGS } from '~/i18n/languages';
import { rowOf } from '~/model/row';
import { sayFor } from '~/pages/_words';
import { isCopy } from './listed';
import { sourceRef } from './source-ref';

const languages = LANGS.filter((lang) => existsSync(`content/story/${lang}`));
const data = loadPackage('content/data', { languages });
const say = sayFor('en');

describe('a source', () => {
  const source = (id: string) => sourceRef(rowOf('source', data.sources, id), 'en', say);

  test('names the report behind a copy first', () => {
    expect(source('khelja-four-hires')).toEqual({
      id: 'khelja-four-hires',
      text: 'WIRED, read at Khelja',
      href: 'https://khelja.in/?p=11247',
    });
  });
  test('on a mirror is named by the site alone', () => {
    expect(source('bestintechnology-msl-list')).toMatchObject({
      text: 'WIRED, read at bestintechnology.de',
      original: {
        text: 'WIRED',
        href: 'https://www.wired.com/story/mark-zuckerberg-welcomes-superintelligence-team/',
      },
    });
  });
  test('that is the report itself is named once', () => {
    expect(source('wired-archive-2025-06-29').text).toBe('WIRED (archived copy at archive.fo)');
    expect(source('engadget-2017-06-20').text).toBe('Engadget');
  });
  test('is described in the language of the reader', () => {
    const ref = sourceRef(rowOf('source', data.sources, 'ashishkumar-site-2025-09-07'), 'de', sayFor('de'));
    expect(ref.text).toBe('Ashish Kumar (eigene Website, Quelltext auf GitHub)');
  });
  test('says how it was read where that was not on the page itself', () => {
    const read = { en: 'read in a copy', de: 'in einer Kopie gelesen' };
    const row = { ...rowOf('source', data.sources, 'khelja-four-hires'), read };
    expect(sourceRef(row, 'en', say).text).toBe('WIRED, read at Khelja (read in a copy)');
    expect(data.sources.filter((one) => (one.read.en === '') !== (one.read.de === ''))).toEqual([]);
  });
  test('is a copy in every language or in none', () => {
    const answers = (row: (typeof data.sources)[number]) => languages.map((lang) => isCopy(row, lang));
    expect(data.sources.filter((row) => new Set(answers(row)).size > 1)).toEqual([]);
  });
});
