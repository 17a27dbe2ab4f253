import { expect, test } from 'vitest';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import { LANGS } from '~/i18n/languages';
import { labelsOf } from '~/kit/items';
import { tableOfSum } from './totals';

const data = loadPackage('content/data', { languages: LANGS });
const at = (chart: string, slug: string) => {
  const entry = CHARTS.find(({ id }) => id === chart);
  if (!entry) throw new Error(`no chart ${chart}`);
  return entry.at(data, slug, 'en');
};

test('without script a total leads to a table that has all of its rows, and no more than its own view has', () => {
  let narrower = 0;
  for (const entry of CHARTS)
    for (const slug of entry.slugs(data)) {
      const rendering = at(entry.id, slug);
      const totals = labelsOf(rendering.geometry('medium')).flatMap(({ lines }) =>
        lines.flatMap(({ spans }) => spans.flatMap(({ sums = [] }) => (sums.length > 0 ? [sums] : []))),
      );
      for (const sums of totals) {
        const href = tableOfSum(rendering, data, sums);
        const [, chart = '', view = ''] = /^\/charts\/([^/]+)\/(?:([^/]+)\/)?#.+-table$/.exec(href) ?? [];
        expect(chart, href).toBe(entry.id);
        const { rows } = at(chart, view).table;
        expect(rows.length, href).toBeLessThanOrEqual(rendering.table.rows.length);
        const evidence = (some: typeof rows) => some.flatMap((row) => row.evidence.map(({ id }) => id));
        const there = new Set(evidence(rows));
        const own = evidence(rendering.table.rows.filter(({ id }) => sums.includes(id)));
        expect(
          own.every((id) => there.has(id)),
          href,
        ).toBe(true);
        if (rows.length < rendering.table.rows.length) narrower += 1;
      }
    }
  expect(narrower).toBeGreaterThan(0);
});
