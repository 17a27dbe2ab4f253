import { expect, test } from 'vitest';
import { measureText } from './measure';

test('a longer text, a larger size and a bolder face are wider', () => {
  expect(measureText('OpenAI', 13)).toBeGreaterThan(measureText('Open', 13));
  expect(measureText('OpenAI', 26)).toBeCloseTo(2 * measureText('OpenAI', 13), 6);
  expect(measureText('OpenAI', 13, 'label-600')).toBeGreaterThan(measureText('OpenAI', 13));
});

test('figures are tabular', () => {
  expect(measureText('111', 13)).toBeCloseTo(measureText('888', 13), 6);
});

test('a character the typeface lacks is named', () => {
  expect(() => measureText('a → b', 13)).toThrow('missing glyph "→" of "a → b"');
});
