import { afterEach, expect, test, vi } from 'vitest';
import { entryIn, named, pagesOf } from './in-list';

const PAGES = [['a-2024 Élodie Łoś', 'b-2024 Jo Li'], ['c-2025 Jo Wu']];
const answering = (answer: () => Response) => vi.stubGlobal('fetch', async () => answer());
afterEach(() => vi.unstubAllGlobals());

test('a row is found on its page of a list, by its whole id', async () => {
  answering(() => Response.json(PAGES));
  expect(await entryIn('/de/moves/', 'b-2024')).toBe('/de/moves/#b-2024');
  expect(await entryIn('/de/moves/', 'c-2025')).toBe('/de/moves/2/#c-2025');
  expect(await entryIn('/de/moves/', 'c-202')).toBeUndefined();
});

test('a list on one page has no other to look on', async () => {
  answering(() => new Response('Not found', { status: 404 }));
  expect(await pagesOf('/moves/')).toEqual([]);
  expect(await entryIn('/moves/', 'b-2024')).toBeUndefined();
});

test('the page that has the person who is looked for is known by the words of the name', () => {
  expect(named(PAGES, ['jo', 'wu'])).toEqual([1, 2]);
  expect(named(PAGES, ['los'])).toEqual([1, 0]);
});
