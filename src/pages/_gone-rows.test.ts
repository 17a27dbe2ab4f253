import { expect, test } from 'vitest';
import { CHARTS } from '~/charts/registry';
import { readCsv } from '~/data/csv';
import { goneBytes, goneRows } from './_gone-rows';
import { releasedData } from './_links';
import { releasesIn } from './_releases';

test('the rows of a view that is gone are at their address as the last release drew them', () => {
  const release = releasesIn().at(-1) ?? '';
  const data = releasedData(release);
  const [chart] = CHARTS;
  const slug = chart?.slugs(data).find((one) => one !== '') ?? '';
  const gone = { lang: 'en', chart: chart?.id ?? '', slug } as const;
  const [found, ...others] = goneRows('csv', [gone, { ...gone, slug: 'never-was' }]);
  expect(others).toEqual([]);
  expect(found?.params).toEqual({ lang: 'en', name: `${gone.chart}.${slug}` });
  const ids = (csv: string) =>
    readCsv(csv)
      .rows.slice(1)
      .map(({ cells }) => cells[0]?.text);
  // However a table is written today: these were its rows.
  const rows = chart?.at(data, slug, 'en').table.rows ?? [];
  expect(ids(new TextDecoder().decode(found && goneBytes(found.props)))).toEqual(rows.map(({ id }) => id));
  expect(goneRows('json', [gone])[0]?.props.path).toBe(`data/en/${gone.chart}.${slug}.json`);
  expect(goneRows('csv', [])).toEqual([]);
});
