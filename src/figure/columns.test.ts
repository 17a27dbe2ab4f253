import { expect, test } from 'vitest';
import { columnsCss, columnsKey } from './columns';

const columns = [
  { key: 'person', label: 'Person' },
  { key: 'role', label: 'Role' },
  { key: 'n', label: 'N', numeric: true },
];

test('a column never breaks a word that fits one, shares the rest by its lines, and the sources have most', () => {
  const cells = { person: 'Ada Lovelace', role: `Mechanics${' and so on'.repeat(9)}`, n: 7 };
  const css = columnsCss({ caption: '', columns, rows: [{ id: 'a', cells, evidence: [] }] });
  const tracks = [...css.matchAll(/minmax\((?:calc\(([\d.]+)em [^)]*\)|0),(\d+)fr\)/g)];
  const least = tracks.map(([, em]) => Number(em ?? 0));
  const shares = tracks.map(([, , share]) => Number(share));
  expect(tracks).toHaveLength(columns.length + 1);
  expect(least[1]).toBeGreaterThan('Mechanics'.length / 2);
  expect(least[1]).toBeGreaterThan(least[2] ?? 0);
  expect(shares[1]).toBeLessThan(cells.role.length);
  expect(shares[3]).toBeGreaterThan(shares[1] ?? 0);
});

test('a table of other columns, as another view brings it into the page, is not laid out by them', () => {
  const others = columns.slice(1);
  const css = columnsCss({ caption: '', columns, rows: [] });
  expect(css).toContain(`[data-columns="${columnsKey({ columns })}"] tr{display:grid`);
  expect(css).not.toContain(`[data-columns="${columnsKey({ columns: others })}"]`);
});
