import { describe, expect, test } from 'vitest';
import { compareDates, extentOf, formatDate, formatDays } from './dates';
import { formatDollars, formatNumber, formatSigned, spellNumber } from './numbers';
import { makeSay } from './say';

describe('dates', () => {
  test('say no more than is known', () => {
    expect(formatDate('2025-07-08', 'en')).toBe('8 July 2025');
    expect(formatDate('2025-07', 'en')).toBe('July 2025');
    expect(formatDate('2025', 'en')).toBe('2025');
    expect(formatDate('2025-07-08', 'de')).toBe('8. Juli 2025');
    expect(formatDate('2025-09-02', 'en', 'short')).toBe('2 Sep 2025');
  });
  test('two days of one month share it', () => {
    expect(formatDays('2025-06-25', '2025-06-30', 'en')).toBe('25 to 30 June 2025');
    expect(formatDays('2025-06-25', '2025-06-30', 'de')).toBe('25. bis 30. Juni 2025');
  });
  test('a month lasts to the first instant of the next', () => {
    expect(extentOf('2024-02').map((t) => new Date(t).toISOString().slice(0, 10))).toEqual([
      '2024-02-01',
      '2024-03-01',
    ]);
    expect(['2025', '2025-01-02', '2025-01', '2025-01-01'].sort(compareDates)).toEqual([
      '2025-01-01',
      '2025-01',
      '2025',
      '2025-01-02',
    ]);
  });
});

describe('numbers', () => {
  test('follow the language', () => {
    expect(formatNumber(100000, 'en')).toBe('100,000');
    expect(formatNumber(100000, 'de')).toBe('100.000');
    expect(formatSigned(-7, 'en')).toBe('−7');
    expect(formatSigned(0, 'en')).toBe('0');
    expect(spellNumber(12, 'de')).toBe('zwölf');
    expect(spellNumber(21, 'en')).toBe('21');
    expect(formatDollars(1.5e9, 'en')).toBe('$1.5\u00a0billion');
    expect(formatDollars(1.5e9, 'de')).toBe('1,5\u00a0Milliarden\u00a0Dollar');
  });
});

test('a missing message is named with its catalogue', () => {
  const say = makeSay('charts/x', { a: '{n, plural, one {# move} other {# moves}}' }, 'en');
  expect(say('a', { n: 1 })).toBe('1 move');
  expect(() => say('b')).toThrow('missing message "b" in charts/x.en');
});
