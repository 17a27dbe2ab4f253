import { expect, test } from 'vitest';
import { articleDates, bylineOf, minutesToRead } from './_byline';

test('a publisher who sets nothing has no line, and one who sets a wrong day is told which', () => {
  expect(bylineOf({})).toEqual({});
  expect(bylineOf({ BYLINE: 'Science desk', PUBLISHED: '2026-11-29' })).toEqual({
    by: 'Science desk',
    published: '2026-11-29',
  });
  expect(() => bylineOf({ PUBLISHED: '29.11.2026' })).toThrow('PUBLISHED is "29.11.2026"');
  expect(() => bylineOf({ UPDATED: '2026-11' })).toThrow('UPDATED is "2026-11"');
  expect(() => bylineOf({ PUBLISHED: '2026-11-29', UPDATED: '2026-11-28' })).toThrow('before PUBLISHED');
});

test('reading time counts what components say, not how they are written', () => {
  const word = 'word ';
  expect(minutesToRead([word.repeat(2200)])).toBe(10);
  expect(minutesToRead([`${word.repeat(1100)}<Claim event="a-b-c-d-e-f">${word.repeat(1100)}</Claim>`])).toBe(
    10,
  );
  expect(minutesToRead(['<Who move="one-two-three-four" /> '.repeat(1100)])).toBe(10);
  expect(minutesToRead([''])).toBe(1);
});

test('what unfurls a link hears when a page came out and when it last changed', () => {
  expect(articleDates({})).toEqual([]);
  expect(articleDates({ published: '2026-11-29' })).toEqual([
    ['article:published_time', '2026-11-29'],
    ['article:modified_time', '2026-11-29'],
  ]);
  expect(articleDates({ published: '2026-11-29', updated: '2026-12-02' })[1]?.[1]).toBe('2026-12-02');
  expect(articleDates({ updated: '2026-12-02' })).toEqual([['article:modified_time', '2026-12-02']]);
});
