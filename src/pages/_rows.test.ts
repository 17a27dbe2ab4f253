import { expect, test } from 'vitest';
import { grownTo } from '~/charts/fixtures';
import { TABLE_OF } from '~/data/evidence';
import { loadPackage } from '~/data/load';
import { personSlug } from '~/figure/about';
import { PUBLISHED } from '~/i18n/languages';
import {
  cardedMoves,
  cardedPeople,
  moveUnfolding,
  peopleOfSeveral,
  personUnfolding,
  rowAddresses,
  titleOf,
  unfoldingCard,
} from './_rows';

const data = loadPackage('content/data', { languages: PUBLISHED });

test('every row that a reader can meet has a page in every language, with a title of its own', () => {
  const all = rowAddresses(data);
  const rows = Object.values(TABLE_OF).reduce((sum, table) => sum + data[table].length, 0);
  expect(all).toHaveLength(rows * PUBLISHED.length);
  for (const one of all) expect(titleOf(one, data), one.id).toMatch(/\S/);
});

test('people with several moves have a page with all of theirs in order; others have none', () => {
  const people = peopleOfSeveral(data);
  for (const [slug, moves] of people) {
    expect(moves.length, slug).toBeGreaterThan(1);
    expect(new Set(moves.map(({ person }) => person)).size, slug).toBe(1);
    const dates = moves.map(({ date }) => date);
    expect(dates, slug).toEqual([...dates].sort());
  }
  const slugs = data.moves.map(({ person }) => personSlug(person));
  expect(new Set(people.keys())).toEqual(new Set(slugs.filter((slug, i) => slugs.indexOf(slug) !== i)));
});

test('a link to a move or a person unfolds with whom it is about, from where to where and when', () => {
  const move = data.moves.find(({ scope }) => scope === 'core');
  const [[slug = '', moves = []] = []] = peopleOfSeveral(data);
  for (const lang of PUBLISHED) {
    const own = moveUnfolding({ lang, kind: 'move', table: 'moves', id: move?.id ?? '' });
    expect(own.title).toContain(move?.person);
    expect(unfoldingCard(own).src).toMatch(
      new RegExp(`/img/${lang}/row/moves/${move?.id}\\.png\\?v=[0-9a-f]{8}$`),
    );
    const person = personUnfolding({ lang, slug });
    expect(person.title).toBe(moves[0]?.person);
    expect(unfoldingCard(person).alt).toContain(person.summary);
    for (const [part, { geometry }] of [
      [own.name, own.picture],
      [person.name, person.picture],
    ] as const) {
      const { width, height } = geometry('card');
      expect(width, part).toBeLessThanOrEqual(1088);
      expect(height, part).toBeLessThanOrEqual(330);
    }
  }
});

test('of many moves none has a card of its own: cards would be most of the site', () => {
  const core = data.moves.filter(({ scope }) => scope === 'core');
  expect(cardedMoves(data)).toHaveLength(core.length * PUBLISHED.length);
  expect(cardedPeople(data)).not.toEqual([]);
  const many = grownTo(data, 2000);
  expect([...cardedMoves(many), ...cardedPeople(many)]).toEqual([]);
  expect(rowAddresses(many).length).toBeGreaterThan(2000 * PUBLISHED.length);
});
