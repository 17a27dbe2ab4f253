import { describe, expect, test } from 'vitest';
import type { Rendering } from '~/charts/contract';
import { Notes, storyOf } from './context';

const evidence = (title: string) => () => ({ title, lines: [], sources: [] });
const link = (notes: Notes, key: string) => {
  const { id, href } = notes.cite(key, evidence(key));
  return `<a class="cite" id="${id}" href="${href}">${key}</a>`;
};

describe('notes', () => {
  test('are kept once, and count the passages that open them', () => {
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
        '<a class="cite" id="ref-1-2" href="#note-1">both</a>',
    );
    expect(notes.list.map((note) => [note.evidence.title, note.references])).toEqual([
      ['both', ['ref-1-1', 'ref-1-2']],
      ['early', ['ref-2-1']],
      ['late', ['ref-3-1']],
    ]);
  });

  test('that no passage of the finished text opens are not listed', () => {
    const notes = new Notes();
    link(notes, 'unused');
    notes.settle(link(notes, 'used'));
    expect(notes.list.map((note) => note.evidence.title)).toEqual(['used']);
  });

  test('are known by what they cite to the tables, which take their places in the finished text', () => {
    const notes = new Notes();
    const rendering = { chart: 'flows' } as Rendering;
    const text = notes.settle(`${notes.tableOf(rendering)}<p>${link(notes, 'a')}</p>`);
    expect(notes.parts(text)).toEqual([
      '',
      rendering,
      '<p><a class="cite" id="ref-1-1" href="#note-1">a</a></p>',
    ]);
    expect([notes.numberOf('a'), notes.numberOf('b')]).toEqual([1, undefined]);
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
