import { describe, expect, test } from 'vitest';
import { type Noted, Notes, storyOf } from './context';

const evidence = (title: string, page?: string) => (): Noted => ({
  title,
  lines: [],
  disputed: [],
  sources: [],
  page,
});
const link = (notes: Notes, key: string, page?: string) => {
  const { id, href } = notes.cite(key, evidence(key, page));
  return `<a class="cite" id="${id}" href="${href}">${key}</a>`;
};

describe('notes', () => {
  test('are kept once, and count the passages that lead to them', () => {
    const notes = new Notes();
    let built = 0;
    const build = () => {
      built += 1;
      return evidence('a')();
    };
    expect(notes.cite('a', build)).toEqual({ id: 'ref-1-1', href: '#note-1' });
    expect(notes.cite('a', build)).toEqual({ id: 'ref-1-2', href: '#note-1' });
    expect(built).toBe(1);
    expect(notes.list).toMatchObject([{ number: 1, references: ['ref-1-1', 'ref-1-2'] }]);
  });

  test('take the order of the finished text, in whatever order its parts were made', () => {
    const notes = new Notes();
    const second = `${link(notes, 'late')} ${link(notes, 'both')}`;
    const first = `${link(notes, 'both')} ${link(notes, 'early')}`;
    expect(notes.settle(`${first} ${second}`)).toBe(
      '<a class="cite" id="ref-1-1" href="#note-1">both</a> ' +
        '<a class="cite" id="ref-2-1" href="#note-2">early</a> ' +
        '<a class="cite" id="ref-3-1" href="#note-3">late</a> ' +
        '<a class="cite" id="ref-1-2" href="#note-1" data-note="1">both</a>',
    );
    expect(notes.list.map((note) => [note.evidence.title, note.references])).toEqual([
      ['both', ['ref-1-1', 'ref-1-2']],
      ['early', ['ref-2-1']],
      ['late', ['ref-3-1']],
    ]);
  });

  test('of a row stand in their order, while its passages lead to the page of the row', () => {
    const notes = new Notes();
    const text = `${link(notes, 'count')} ${link(notes, 'row', '/row/moves/a/')}`;
    expect(notes.settle(text)).toBe(
      '<a class="cite" id="ref-1-1" href="#note-1">count</a> <a class="cite" href="/row/moves/a/">row</a>',
    );
    expect(notes.list.map(({ number, references }) => [number, references])).toEqual([
      [1, ['ref-1-1']],
      [2, []],
    ]);
  });

  test('leave a passage its id where the map leads to it', () => {
    const notes = new Notes();
    const text = link(notes, 'row', '/row/moves/a/').replace('>', ' data-threads="3">');
    expect(notes.settle(text)).toBe(
      '<a class="cite" id="ref-1-1" href="/row/moves/a/" data-threads="3">row</a>',
    );
  });

  test('that no passage of the finished text opens are not listed', () => {
    const notes = new Notes();
    link(notes, 'unused');
    notes.settle(link(notes, 'used'));
    expect(notes.list.map((note) => note.evidence.title)).toEqual(['used']);
  });

  test('an unsettled text of another page is not taken for ours', () => {
    expect(() => new Notes().settle('<a class="cite" id="ref-4-1" href="#note-4">x</a>')).toThrow(
      'unknown note 4 in the text.',
    );
  });
});

test('prose on a page that gives it nothing says what it needs', () => {
  expect(() => storyOf({ locals: {} })).toThrow(
    'missing Astro.locals.story. Expected the page to set { lang, data, notes, say }.',
  );
});
