import { expect, test } from 'vitest';
import { BASE, LATIN_1, LATIN_EXT } from './letters';
import { FACES, measureText } from './measure';

test('a longer text, a larger size and a bolder face are wider', () => {
  expect(measureText('OpenAI', 13)).toBeGreaterThan(measureText('Open', 13));
  expect(measureText('OpenAI', 26)).toBeCloseTo(2 * measureText('OpenAI', 13), 6);
  expect(measureText('OpenAI', 13, 'label-600')).toBeGreaterThan(measureText('OpenAI', 13));
});

test('figures are tabular', () => {
  expect(measureText('111', 13)).toBeCloseTo(measureText('888', 13), 6);
});

test('every letter of Latin-1 and Latin Extended-A has a width, in every face', () => {
  for (const face of FACES)
    for (const letter of BASE + LATIN_1 + LATIN_EXT)
      expect(measureText(letter, 13, face), `${letter} ${face}`).toBeGreaterThan(1);
});

test('a letter with a mark is as wide as without', () => {
  expect(measureText('Łukasz Šimůnek', 13)).toBeCloseTo(measureText('Łukasz Simunek', 13), 0);
  expect(measureText('Šš', 26)).toBeCloseTo(2 * measureText('Šš', 13), 6);
});

test('a character that is in no cut is named', () => {
  expect(() => measureText('a → b', 13)).toThrow('missing glyph "→" of "a → b"');
  expect(() => measureText('Šimůnek 李', 13)).toThrow('missing glyph "李" of "Šimůnek 李"');
  expect(() => measureText('𠮷田', 13)).toThrow('missing glyph "𠮷" of "𠮷田"');
});
