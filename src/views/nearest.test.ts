import { expect, test } from 'vitest';
import { distance, type KnownView, nearestRow, nearestView } from './nearest';

const known: KnownView[] = [
  ['en', 'flows', ''],
  ['en', 'flows', 'openai-to-meta'],
  ['en', 'timeline', ''],
  ['de', 'flows', ''],
];

test('a mistyped chart or view leads to the nearest one, in its language', () => {
  expect(nearestView({ lang: 'en', chart: 'flow', slug: 'openai-meta' }, known)).toEqual([
    'en',
    'flows',
    'openai-to-meta',
  ]);
  expect(nearestView({ lang: 'de', chart: 'FLOWS', slug: 'zzzzzzzzzzzzzzzzzzzz' }, known)).toEqual([
    'de',
    'flows',
    '',
  ]);
  expect(nearestView({ lang: 'fr', chart: 'timelines', slug: '' }, known)).toEqual(['en', 'timeline', '']);
});

test('what resembles nothing leads nowhere', () => {
  expect(nearestView({ lang: 'en', chart: 'wp-admin', slug: '' }, known)).toBeUndefined();
});

test('distance counts changed, added and dropped letters', () => {
  expect(distance('flows', 'flows')).toBe(0);
  expect(distance('kitten', 'sitting')).toBe(3);
});

const ROWS = [
  'id,person,from_org',
  'oldman-a-b-2025,Mary Oldman,a',
  'jose-2024,José de la Peña,b',
  'li-2025,Li Wu,',
];

test('a mistyped row or person leads to the nearest by its id or by the name, with or without accents and a year', () => {
  const row = 'row/moves/oldman-a-b-2025/';
  expect(nearestRow('oldmann-a-b-2025', ROWS, 'moves')).toEqual([row]);
  for (const word of ['mary-oldman', 'mary-oldmen', 'mary-oldman-2025', 'maryoldmann-2025'])
    expect(nearestRow(word, ROWS, 'moves'), word).toEqual(['person/mary-oldman/', row]);
  expect(nearestRow('jose-de-la-pena', ROWS, 'moves')[0]).toBe('person/jose-de-la-pena/');
  // As a list of many pages has them.
  expect(nearestRow('mary-oldmen', ['oldman-a-b-2025 Mary Oldman', 'other'], 'moves')[1]).toBe(row);
  expect(nearestRow('othr', ['other'], 'sources')).toEqual(['row/sources/other/']);
});

test('another name leads to nobody, least of all a short one', () => {
  for (const word of ['', 'mary', 'mary-newman', 'lu-wei', 'le-ma', 'a-b-2025'])
    expect(nearestRow(word, ROWS, 'moves'), word).toEqual([]);
  expect(nearestRow('nobody', [], 'moves')).toEqual([]);
});
