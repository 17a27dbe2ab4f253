/** What an embed says is new: of its own rows and numbers, briefly, and nothing of what else has changed. */
import { describe, expect, test } from 'vitest';
import { type Drawn, type Line, linesOf } from './_since';
import { sayFor } from './_words';

const DAY = '2026-01-02';
const moves = (title: string, ...ids: string[]): Drawn => ({
  title,
  rows: ids.map((id) => ({ evidence: [{ kind: 'move', id }] })),
});
type Changed = Parameters<typeof linesOf>[2][string];
const changed = (part: Partial<Changed>): Changed => ({ added: [], changed: [], removed: 0, ...part });
const edits = (...ids: string[]) => ids.map((id) => ({ id, columns: ['date'] }));

const words = (line: Line) => line.map((piece) => (typeof piece === 'string' ? piece : piece[0])).join('');
function told(then: Drawn, now: Drawn, tables: Record<string, Changed>, name = (id: string) => id) {
  const context = { day: DAY, lang: 'en', say: sayFor('en') } as const;
  return linesOf(then, now, tables, (_, id) => [name(id), `/row/${id}/`], context);
}

describe('an embed that says what is new', () => {
  test('says nothing of rows that it does not draw, and nothing of tables that are new', () => {
    const same = moves('3 moves', 'a');
    const elsewhere = {
      moves: changed({ changed: edits('b'), added: ['c'] }),
      conflicts: changed({ added: ['d'] }),
    };
    expect(told(same, same, elsewhere)).toEqual([]);
  });

  test('names what is changed or new in it, with the way to each, and counts what is beyond three', () => {
    const [line = []] = told(moves('Moves', 'a', 'b', 'c', 'd'), moves('Moves', 'a', 'b', 'c', 'd', 'e'), {
      moves: changed({ changed: edits('a', 'b', 'c', 'd'), added: ['e'] }),
    });
    expect(words(line)).toMatch(
      /^Entries changed since the release of .*2026: e \(new\), a, b and 2 more\.$/,
    );
    const hrefs = line.flatMap((piece) => (typeof piece === 'string' ? [] : [piece[1]]));
    expect(hrefs).toEqual(['/row/e/', '/row/a/', '/row/b/', '/corrections/']);
  });

  test('counts what it draws no more, and never says whose it was', () => {
    const lines = told(moves('Moves', 'a', 'b'), moves('Moves', 'a'), { moves: changed({ removed: 1 }) });
    expect(lines.map(words).join()).toContain('one entry (no longer here)');
    expect(JSON.stringify(lines)).not.toContain('/row/b/');
  });

  test('says its title as it was where a number in it has changed, and not where only the words have', () => {
    const then = moves('10 of 21 moves confirmed', 'a');
    expect(told(then, moves('9 of 21 moves confirmed', 'a'), {}).map(words).join()).toMatch(
      /^Its title in the release of .*2026: “10 of 21 moves confirmed”$/,
    );
    expect(told(then, moves('Of 10 confirmed there are 21', 'a'), {})).toEqual([]);
  });

  test('does not say a row to be new of which only a note in another language has changed', () => {
    const other = { moves: changed({ changed: [{ id: 'a', columns: ['note_de'] }] }) };
    expect(told(moves('Moves', 'a'), moves('Moves', 'a'), other)).toEqual([]);
  });

  test('says a person with several rows once', () => {
    const all = moves('Moves', 'a', 'b');
    const [line = []] = told(all, all, { moves: changed({ changed: edits('a', 'b') }) }, () => 'Ada');
    expect(words(line)).toMatch(/: Ada\.$/);
  });
});
