import { describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import { measureText } from '~/kit/measure';
import { coreOrganisations } from '~/model/flows';
import { fixturesOf, madeUpName } from './fixtures';

const real = loadPackage('content/data');
const fixtures = new Map([...fixturesOf(real)].map((fixture) => [fixture.name, fixture.data]));
const at = (name: string) => {
  const data = fixtures.get(name);
  if (!data) throw new Error(`no fixture "${name}"`);
  return data;
};

describe.each([...fixtures])('%s', (_, data) => {
  test('is sound: ids are unique, ends are known, dates and scopes fit', () => {
    const orgs = new Map(data.organisations.map((org) => [org.id, org.scope]));
    const figures = new Set(data.figures.map(({ id }) => id));
    const events = new Set(data.events.map(({ id }) => id));
    for (const rows of [data.moves, data.careers, data.figures, data.events, data.cases, data.sites])
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const move of data.moves) {
      const core = orgs.get(move.from) === 'core' && orgs.get(move.to) === 'core';
      expect(move.scope, move.id).toBe(core ? 'core' : 'outside');
      expect(move.from).not.toBe(move.to);
      expect(move.date).toMatch(/^\d{4}(-\d\d){0,2}$/);
    }
    for (const { figure } of [...data.claims, ...data.machines, ...data.sums])
      expect(figures).toContain(figure);
    for (const row of data.cases)
      for (const id of [row.start, ...row.steps, row.end, ...row.also])
        expect(id === '' || events.has(id)).toBe(true);
    expect(Object.isFrozen(data.moves[0])).toBe(true);
  });
});

test('made-up names are of all lengths from 5 to 40, in our letters, and never the same', () => {
  const names = Array.from({ length: 2000 }, (_, i) => madeUpName(i));
  expect(new Set(names).size).toBe(names.length);
  const lengths = names.slice(0, 80).map((name) => name.length);
  expect(Math.min(...lengths)).toBe(5);
  expect(Math.max(...lengths)).toBeGreaterThanOrEqual(38);
  expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(40);
  for (const name of names) expect(measureText(name, 12), name).toBeGreaterThan(20);
});

test('after first moves no direction is empty, and a fifth organisation has moves with each other', () => {
  const directions = (data: typeof real) =>
    new Set(data.moves.filter(({ scope }) => scope === 'core').map(({ from, to }) => `${from} ${to}`)).size;
  const n = coreOrganisations(real).length;
  expect(directions(at('a first move in each empty direction'))).toBe(n * (n - 1));
  expect(coreOrganisations(at('a fifth organisation'))).toHaveLength(n + 1);
  expect(directions(at('a fifth organisation')) - directions(real)).toBe(2 * n);
});
