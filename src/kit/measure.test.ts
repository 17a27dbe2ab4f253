import { expect, test } from 'vitest';
import { balanceText, measureText, wrapText } from './measure';

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

test('balanced lines leave no orphan and lose no word', () => {
  const text = '21 moved from OpenAI to Meta, 13 from Meta to OpenAI';
  const width = 900;
  const lines = balanceText(text, width, 68, 'head', measureText);
  expect(lines.join(' ')).toBe(text);
  expect(lines).toHaveLength(wrapText(text, width, 68, 'head', measureText).length);
  const widths = lines.map((line) => measureText(line, 68, 'head'));
  expect(Math.min(...widths)).toBeGreaterThan(0.55 * Math.max(...widths));
});
