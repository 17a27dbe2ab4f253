import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { formatDate } from '~/i18n/dates';
import { drawnCsv } from './drawn';

const data = loadPackage('content/data');
const DATE = /^\d{4}(-\d\d(-\d\d)?)?(\/\d{4}(-\d\d(-\d\d)?)?)?$/;
const recordsOf = (chart: (typeof CHARTS)[number], slug: string, lang: 'en' | 'de') =>
  parse(drawnCsv(chart.at(data, slug, lang), data), {
    columns: true,
    bom: true,
    delimiter: lang === 'de' ? ';' : ',',
  }) as Record<string, string>[];

test.each(CHARTS)(
  'the dates of $id stand as ISO 8601 beside their words, the same in both languages',
  (chart) => {
    for (const slug of chart.slugs(data)) {
      const [en = [], de = []] = (['en', 'de'] as const).map((lang) =>
        recordsOf(chart, slug, lang).map((record) =>
          Object.entries(record).filter(([name]) => name.endsWith('(ISO 8601)')),
        ),
      );
      expect(en.map((row) => row.map(([, date]) => date))).toEqual(
        de.map((row) => row.map(([, date]) => date)),
      );
      for (const [name, date] of en.flat()) if (date) expect(date, `${slug} ${name}`).toMatch(DATE);
    }
    const [rows = []] = [recordsOf(chart, chart.slugs(data)[0] ?? '', 'en')];
    for (const record of rows)
      for (const [name, date] of Object.entries(record)) {
        const words = name.endsWith('(ISO 8601)') && record[name.replace(' (ISO 8601)', '')];
        if (words && date && !date.includes('/'))
          expect(
            [formatDate(date, 'en'), formatDate(date, 'en', 'short')].map((one) =>
              one.replace('\u00a0', ' '),
            ),
          ).toContain(words);
      }
  },
);

test('a row of a move has its date as the data have it', () => {
  for (const record of recordsOf(CHARTS[0] as (typeof CHARTS)[number], '', 'de'))
    expect(record['Datum (ISO 8601)']).toBe(data.moves.find(({ id }) => id === record['id'])?.date);
});
