import { expect, test } from 'vitest';
import { columnsSheet } from './_columns';

const columns = [
  { key: 'person', label: 'Person' },
  { key: 'role', label: 'Role' },
  { key: 'n', label: 'N', numeric: true },
];

test('a column is wide enough for its longest word, a long line is broken, and the sources have most', () => {
  const cells = {
    person: 'Ada Lovelace',
    role: `Vice president of Infrastrukturverantwortlichkeiten ${'and so on '.repeat(9)}`,
    n: 7,
  };
  const { css } = columnsSheet({ caption: '', columns, rows: [{ id: 'a', cells, evidence: [] }] });
  const shares = [...css.matchAll(/minmax\(0,(\d+)fr\)/g)].map(([, share]) => Number(share));
  expect(shares).toHaveLength(columns.length + 1);
  const [person = 0, role = 0, n = 0, sources = 0] = shares;
  expect(role).toBeGreaterThanOrEqual('Infrastrukturverantwortlichkeiten'.length);
  expect(role).toBeLessThan(cells.role.length);
  expect(n).toBeLessThan(person);
  expect(sources).toBeGreaterThan(role);
});
