import { expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import type { Dataset } from '~/data/types';
import { allMoves, listEntry, OWN_PAGES_UP_TO, rowAddress, rowsInParts, sourcesInOrder } from './listed';
import { PER_PAGE } from './parts';

const today = loadPackage('content/data');

/** As many rows as have no page each, and one more. */
function crowded(): Dataset {
  const many = <T extends { id: string }>(rows: readonly T[]) =>
    Array.from({ length: OWN_PAGES_UP_TO + 1 }, (_, i) => ({
      ...(rows[i % rows.length] as T),
      id: `row-${i}`,
    }));
  return { ...today, moves: many(today.moves), sources: many(today.sources) };
}

test('a row is read on its own page while a table has a page for each', () => {
  const [move] = today.moves;
  expect(rowAddress(today, 'en', 'moves', move?.id ?? '')).toMatch(new RegExp(`/row/moves/${move?.id}/$`));
});

test('a table without a list of its rows has a page for each, however many', () => {
  const events = Array.from({ length: OWN_PAGES_UP_TO + 1 }, (_, i) => ({
    ...(today.events[0] as (typeof today.events)[number]),
    id: `event-${i}`,
  }));
  expect(rowAddress({ ...today, events }, 'en', 'events', 'event-7')).toMatch(/\/row\/events\/event-7\/$/);
});

test('in a table of very many a row is read in the part of the list that has it', () => {
  const data = crowded();
  for (const [table, rows] of [
    ['moves', allMoves(data, 'de')],
    ['sources', sourcesInOrder(data, 'de')],
  ] as const)
    for (const place of [0, PER_PAGE[table] - 1, PER_PAGE[table], rows.length - 1]) {
      const id = rows[place]?.id ?? '';
      const part = 1 + Math.floor(place / PER_PAGE[table]);
      expect(rowAddress(data, 'de', table, id)).toMatch(
        new RegExp(`/de/${table}/${part === 1 ? '' : `${part}/`}#${id}$`),
      );
    }
  for (const list of ['moves', 'sources'] as const)
    for (const [i, rows] of rowsInParts(data, 'de', list).entries())
      for (const [id = ''] of [rows[0], rows.at(-1)].map((row = '') => row.split(' ')))
        expect(listEntry(data, 'de', list, id)).toMatch(
          new RegExp(`/de/${list}/${i === 0 ? '' : `${i + 1}/`}#${id}$`),
        );
  const [first] = allMoves(data, 'en');
  expect(rowsInParts(data, 'en', 'moves')[0]?.[0]).toBe(`${first?.id} ${first?.person}`);
  const last = sourcesInOrder(data, 'en').at(-1) as (typeof data.sources)[number];
  expect(rowAddress(data, 'en', 'sources', last.id)).toBe(listEntry(data, 'en', 'sources', last.id));
});
