import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareDates, dayOf, extentOf, formatDate, formatDays } from './dates';
import { checkedLocales, LOCALE, PUBLISHED } from './languages';
import { formatDollars, formatNumber, formatSigned, spellNumber, spellPart } from './numbers';
import { makeSay } from './say';
import { unbroken } from './sentence';

describe('dates', () => {
  test('say no more than is known', () => {
    expect(formatDate('2025-07-08', 'en')).toBe('8\u00a0July 2025');
    expect(formatDate('2025-07', 'en')).toBe('July 2025');
    expect(formatDate('2025', 'en')).toBe('2025');
    expect(formatDate('2025-07-08', 'de')).toBe('8.\u00a0Juli 2025');
    expect(formatDate('2025-07', 'en', 'dayMonth')).toBe('July 2025');
  });
  test('September is short in every short style', () => {
    expect(formatDate('2025-09-02', 'en', 'short')).toBe('2\u00a0Sep 2025');
    expect(formatDate('2025-09-02', 'en', 'dayShort')).toBe('2\u00a0Sep');
    expect(formatDate('2025-09-02', 'en', 'monthShort')).toBe('Sep');
    expect(formatDate('2025-09', 'de', 'monthName')).toBe('September');
    expect(dayOf(Date.UTC(2025, 8, 2, 23))).toBe('2025-09-02');
  });
  test('two days of one month share it', () => {
    expect(formatDays('2025-06-25', '2025-06-30', 'en')).toBe('25 to 30\u00a0June 2025');
    expect(formatDays('2025-06-25', '2025-06-30', 'de')).toBe('25. bis 30.\u00a0Juni 2025');
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
    // Beside each other they are written alike.
    expect([7, 4].map((n) => spellPart(n, 7, 'de'))).toEqual(['sieben', 'vier']);
    expect([16, 11].map((n) => spellPart(n, 16, 'de'))).toEqual(['16', '11']);
    expect(formatDollars(1.5e9, 'en')).toBe('$1.5\u00a0billion');
    expect(formatDollars(1.5e9, 'de')).toBe('1,5\u00a0Milliarden\u00a0Dollar');
    expect(formatDollars(1e6, 'de')).toBe('1\u00a0Million\u00a0Dollar');
    expect(formatDollars(1.25e12, 'de')).toBe('1,25\u00a0Billionen\u00a0Dollar');
    expect(formatDollars(999_999, 'en')).toBe('$999,999');
    expect(formatDollars(14.3e9, 'en')).toBe('$14.3\u00a0billion');
  });
});

test('a language that lacks something says what, with an example', () => {
  const { range: _, ...en } = LOCALE.en;
  const given = { en: LOCALE.en, xb: { ...en, dir: 'up', numbers: ['zero'] }, pseudo: LOCALE.de };
  expect(() => checkedLocales(given)).toThrow(
    [
      'content/languages.json: xb.dir: expected "ltr" or "rtl".',
      `content/languages.json: xb.numbers: a list of 1. Expected a list of 13, such as ${JSON.stringify(LOCALE.en.numbers)}.`,
      'content/languages.json: xb.range: missing. Expected a string, such as "{from} to {until}".',
      'content/languages.json: "pseudo" is not a language. Expected two small letters.',
    ].join('\n'),
  );
});

test.each(PUBLISHED)(
  '%s, which is published, has a story, every page of the others, and messages',
  (lang) => {
    expect(existsSync(`content/story/${lang}`), `content/story/${lang}`).toBe(true);
    expect(readdirSync(`content/pages/${lang}`)).toEqual(readdirSync('content/pages/en'));
    for (const folder of ['src/words', 'content/words', 'content/words/charts'])
      for (const file of readdirSync(folder).filter((name) => /(^|\.)en\.json$/.test(name)))
        expect(existsSync(`${folder}/${file.replace(/en\.json$/, `${lang}.json`)}`), file).toBe(true);
  },
);

test('a missing message is named with its catalogue', () => {
  const say = makeSay('charts/x', { a: '{n, plural, one {# move} other {# moves}}' }, 'en');
  expect(say('a', { n: 1 })).toBe('1 move');
  expect(() => say('b')).toThrow('missing message "b" in charts/x.en');
});

test('a number stays on the line of what it counts, a year on the line of its month', () => {
  const NBSP = '\u00a0';
  expect(unbroken('within 17 months, 2.0 of 5.0 GW')).toBe(
    `within 17${NBSP}months, 2.0${NBSP}of 5.0${NBSP}GW`,
  );
  expect(unbroken('am 8. Juli 2025 bekannt')).toBe(`am 8.${NBSP}Juli 2025 bekannt`);
});

test('a count of a thousand and more has its separators, in a message as in a plural; a year is a text', () => {
  const pattern = { a: '{n} of {all, plural, one {# move} other {# moves of {n}}} in {year}' };
  const values = { n: 1234, all: 60000, year: '2026' };
  expect(makeSay('x', pattern, 'en')('a', values)).toBe('1,234 of 60,000 moves of 1,234 in 2026');
  expect(makeSay('x', pattern, 'de')('a', values)).toBe('1.234 of 60.000 moves of 1.234 in 2026');
});
