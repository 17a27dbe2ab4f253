import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LEAN } from '~/kit/letters';
import { cutsFor, faceRule } from './faces';

const filesFor = (lang: string, label: string, head = '') =>
  cutsFor(lang, { label, head }).map(({ file }) => file);

test('what stands alone has the lean cut of its language, and no more for words that one holds', () => {
  expect(filesFor('en', 'Sam Altman')).toEqual(['fonts/embed-label-en.woff2']);
  expect(filesFor('de', 'Jörg Groß')).toEqual(['fonts/embed-label-de.woff2']);
  expect(filesFor('fr', 'Sam Altman')).toEqual(['fonts/label.woff2']);
});

test('a name with other letters brings the cut that has them, for labels and headline apart', () => {
  expect(filesFor('en', 'Jörg Groß')).toContain('fonts/label-latin-1.woff2');
  expect(filesFor('fr', 'Zoë')).toContain('fonts/label-latin-1.woff2');
  expect(filesFor('de', 'Jörg Šimůnek')).toEqual([
    'fonts/embed-label-de.woff2',
    'fonts/label-latin-ext.woff2',
  ]);
  expect(filesFor('en', '', 'Łódź')).toEqual(['fonts/embed-label-en.woff2', 'fonts/head-latin-ext.woff2']);
});

test('a further cut is never asked for letters of the first, and each is there', () => {
  for (const [lang, lean] of Object.entries(LEAN))
    for (const { file, letters } of cutsFor(lang, { label: 'ëŠ', head: 'Š' })) {
      expect(existsSync(`public/${file}`), file).toBe(true);
      expect([...lean].filter((letter) => letters?.includes(letter))).toEqual([]);
      expect(faceRule('Name', '400', file, letters).includes('unicode-range')).toBe(letters !== undefined);
    }
});
