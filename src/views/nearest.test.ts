import { expect, test } from 'vitest';
import { distance, type KnownView, nearestView } from './nearest';

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
