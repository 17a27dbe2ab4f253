import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset } from '~/data/types';
import { faultsOf } from '~/kit/faults';
import { labelsOf, marksOf, overlap } from '~/kit/items';
import { type CountSpec, type MoveSpec, madeData, madeMoves } from '~/model/testing/made';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { card } from './card';
import { definition, findMostlyCounted, type MatrixView } from './definition';
import { page } from './layout';

const say = sayOf('matrix', 'en');
const ORGS = ['openai', 'meta', 'xai', 'tesla'];

/** Counted to a day after all moves. */
const dataOf = (moves: readonly MoveSpec[], counts: readonly CountSpec[] = []): Dataset =>
  madeData(ORGS, madeMoves(moves), counts, { movesTo: '2026-06-26' });

const modelOf = (data: Dataset, view: MatrixView = { kind: 'all' }) => definition.model(data, view, 'en');
const draw = (data: Dataset, size: Size = 'wide', view: MatrixView = { kind: 'all' }) =>
  (size === 'card' ? card : page)(modelOf(data, view), { ...FRAMES[size], lang: 'en', say });
const textsOf = (data: Dataset, size?: Size, view?: MatrixView) =>
  labelsOf(draw(data, size, view)).map((label) => label.text);
const ghostOf = (data: Dataset, size?: Size) =>
  marksOf(draw(data, size)).find((mark) => mark.look === 'ghost');
const wordsOf = (data: Dataset, view: MatrixView = { kind: 'all' }) =>
  definition.words(modelOf(data, view), say, 'en');
/** Squares of a mark: each is an outline of its own. */
/** A stripe is none. */
const squaresIn = (d = '') => d.match(/Z/g)?.length ?? 0;

const some = (n: number, from: string, to: string): [string, string, string][] =>
  Array.from({ length: n }, () => [from, to, '2025-06']);
const PAGES = ['wide', 'medium', 'narrow'] as const;

test('confirmed moves come before reported ones, each by date, and rows fill from the left', () => {
  const marks = marksOf(
    draw(
      dataOf([
        ['openai', 'meta', '2024', 'said'],
        ['openai', 'meta', '2026'],
        ['openai', 'meta', '2025'],
      ]),
    ),
  );
  expect(marks.map((mark) => mark.id)).toEqual(['m2', 'm1', 'm0']);
  const x = marks.map((mark) => mark.box.x);
  expect([...x].sort((a, b) => a - b)).toEqual(x);
});

test('dashed squares reach from the named to the count, and one wording says both', () => {
  const total = dataOf(some(4, 'meta', 'xai'), [['meta', 'xai', 'total', 14]]);
  const further = dataOf(some(1, 'xai', 'meta'), [['xai', 'meta', 'further', 11]]);
  for (const size of PAGES) {
    expect(squaresIn(ghostOf(total, size)?.d)).toBe(10);
    expect(squaresIn(ghostOf(further, size)?.d)).toBe(11);
    expect(textsOf(total, size)).toContain('4 of at least 14');
    expect(textsOf(further, size)).toContain('1 of at least 12');
  }
  expect(ghostOf(total)?.id).toBe('f0');
});

test('no square stands alone in a row', () => {
  for (const size of PAGES)
    for (const n of [8, 9, 15, 17, 21, 25, 29]) {
      const tops = marksOf(draw(dataOf(some(n, 'openai', 'meta')), size)).map((mark) =>
        Math.round(mark.box.y),
      );
      for (const y of tops) expect(tops.filter((top) => top === y).length, `${n} ${size}`).toBeGreaterThan(1);
    }
});

test('directions that were counted beyond their names have larger numbers, and come first in a list; all squares are of one size', () => {
  const data = dataOf(
    [...some(4, 'meta', 'xai'), ...some(9, 'openai', 'meta')],
    [['meta', 'xai', 'total', 14]],
  );
  for (const size of PAGES) {
    const geometry = draw(data, size);
    const label = (text: RegExp) => labelsOf(geometry).find((one) => text.test(one.text));
    expect(label(/^4 of at least 14$/)?.size).toBeGreaterThan(label(/^9 named$/)?.size ?? 0);
    const named = marksOf(geometry).filter((mark) => mark.look !== 'ghost');
    expect(new Set(named.map((mark) => mark.box.width)).size).toBe(1);
    if (size === 'wide') continue;
    expect(label(/^4 of/)?.box.y).toBeLessThan(label(/^9 named$/)?.box.y ?? 0);
  }
});

test('the finding stands above every square', () => {
  const counts: readonly CountSpec[] = [
    ['meta', 'xai', 'total', 14],
    ['tesla', 'xai', 'further', 1],
  ];
  const data = dataOf([...some(4, 'meta', 'xai'), ...some(3, 'tesla', 'openai')], counts);
  for (const size of PAGES) {
    const geometry = draw(data, size);
    const [first] = labelsOf(geometry);
    expect(first?.text).toBe('4 of at least 15 moves to and from xai in two directions are named');
    for (const mark of marksOf(geometry))
      expect(mark.box.y).toBeGreaterThan((first?.box.y ?? 0) + (first?.box.height ?? 0));
  }
});

test('a year leaves out what has no move, says so once, and how many moves other years have', () => {
  const view = { kind: 'year', year: '2025' } as const;
  const data = dataOf([...some(2, 'openai', 'meta'), ['openai', 'tesla', '2017'], ['meta', 'xai', '2023']]);
  for (const size of PAGES) {
    const texts = textsOf(data, size, view);
    expect(texts.filter((text) => /^(no named move|none|0.*)$/.test(text))).toEqual([]);
    expect(texts.join(' ')).not.toContain('tesla');
    expect(texts).toContain('No other direction has a named move dated 2025.');
    expect(texts).toContain('Named moves of other years: 1\u00a0in\u00a02017 and 1\u00a0in\u00a02023.');
  }
});

test('a count that the names already reach is not drawn', () => {
  expect(ghostOf(dataOf(some(21, 'openai', 'meta'), [['openai', 'meta', 'total', 20]]))).toBeUndefined();
});

test('a year shows its own moves and no count of another span', () => {
  const view = { kind: 'year', year: '2026' } as const;
  const data = dataOf(
    [...some(2, 'meta', 'xai'), ['meta', 'xai', '2026-01']],
    [['meta', 'xai', 'total', 14]],
  );
  expect(marksOf(draw(data, 'wide', view)).map((mark) => mark.id)).toEqual(['m2']);
  const rows = definition.table(modelOf(data, view), say, 'en').rows.map((row) => row.id);
  expect(rows).toEqual(['meta-to-xai', 'm2']);
});

test('the table leads from origin to destination: how many are named, at least how many there were, then who', () => {
  const data = dataOf(some(2, 'meta', 'xai'), [['meta', 'xai', 'total', 14]]);
  const { rows } = definition.table(modelOf(data), say, 'en');
  expect(rows.map(({ id, cells }) => [id, cells.from, cells.to, cells.named, cells.least])).toEqual([
    ['meta-to-xai', 'meta', 'xai', 2, ''],
    ['f0', 'meta', 'xai', '', 14],
    ['m0', 'meta', 'xai', '', ''],
    ['m1', 'meta', 'xai', '', ''],
  ]);
});

test('an organisation none of whose moves are named still says so in every cell of the grid', () => {
  expect(textsOf(dataOf(some(1, 'openai', 'meta'))).filter((text) => text === 'no named move')).toHaveLength(
    11,
  );
});

test('what a grid counts above and beside its cells is named, as these have counts without names', () => {
  const texts = textsOf(dataOf(some(2, 'meta', 'xai'), [['meta', 'xai', 'total', 14]]));
  expect(texts).toEqual(expect.arrayContaining(['2 of at least 14', '2 named in', '2 named out']));
});

test('the title claims most only while the press counted more than there are names', () => {
  const counts: readonly CountSpec[] = [
    ['meta', 'xai', 'total', 9],
    ['tesla', 'xai', 'further', 1],
  ];
  const others = some(3, 'tesla', 'openai');
  const found = dataOf([...some(4, 'meta', 'xai'), ...others], counts);
  expect(wordsOf(found).title).toBe('Most moves to and from xai were counted, not named');
  expect(textsOf(found)[0]).toBe('4 of at least 10 moves to and from xai in two directions are named');
  // Three more names in the same direction: three unnamed no longer outnumber seven named.
  const more = dataOf([...some(7, 'meta', 'xai'), ...others], counts);
  expect(wordsOf(more).title).toBe('10 named moves in 2 directions; in 2 the press counted more');
  expect(textsOf(more).some((text) => text.includes('to and from'))).toBe(false);
});

test('where one direction is all there is, neither of its ends is singled out', () => {
  const { cells } = modelOf(dataOf(some(1, 'meta', 'xai'), [['meta', 'xai', 'total', 9]]));
  expect(findMostlyCounted(['openai', 'meta', 'xai', 'tesla'], cells)).toBeUndefined();
});

test('what is only alleged in court never carries the finding', () => {
  const { cells } = modelOf(dataOf(some(1, 'xai', 'openai'), [['xai', 'openai', 'alleged', 40]]));
  expect(findMostlyCounted(['openai', 'meta', 'xai', 'tesla'], cells)).toBeUndefined();
});

test('a year in which two directions share the first place singles out neither', () => {
  const view = { kind: 'year', year: '2025' } as const;
  const tie = dataOf([...some(2, 'openai', 'meta'), ...some(2, 'meta', 'openai'), ...some(1, 'xai', 'meta')]);
  expect(wordsOf(tie, view).title).toBe('2025: five named moves in three directions');
  const most = dataOf([...some(2, 'openai', 'meta'), ...some(1, 'meta', 'openai')]);
  expect(wordsOf(most, view).title).toBe('2025: three named moves, two of them from openai to meta');
});

test('whatever the numbers, every move has one square of its own, or a square stands for ten and says so', () => {
  const orgs = ['openai', 'meta', 'xai', 'tesla'];
  const pairs = orgs.flatMap((from) => orgs.filter((to) => to !== from).map((to) => [from, to] as const));
  const cell = fc.record({ n: fc.nat({ max: 30 }), more: fc.nat({ max: 20 }) });
  const cells = fc.array(cell, { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(cells, fc.constantFrom<Size>('wide', 'medium', 'narrow', 'card'), (cells, size) => {
      const data = dataOf(
        cells.flatMap(({ n }, i) => some(n, pairs[i]?.[0] ?? '', pairs[i]?.[1] ?? '')),
        cells.map(({ more }, i) => [pairs[i]?.[0] ?? '', pairs[i]?.[1] ?? '', 'further', more]),
      );
      const geometry = draw(data, size);
      expect(faultsOf(geometry)).toEqual([]);
      const own = marksOf(geometry).filter((mark) => mark.id.startsWith('m') && !mark.id.includes('-to-'));
      own.forEach((one, i) => {
        for (const other of own.slice(i + 1)) expect(overlap(one.box, other.box)).toBe(false);
      });
      const { unit } = modelOf(data);
      const squares = marksOf(geometry).reduce((sum, mark) => sum + squaresIn(mark.d), 0);
      expect(squares).toBeLessThanOrEqual(150 + 2 * pairs.length);
      if (unit === 1 && size === 'wide') expect(own).toHaveLength(data.moves.length);
      if (unit > 1) expect(wordsOf(data).subtitle).toContain(`One square is ${unit} moves`);
    }),
    { numRuns: 40 },
  );
});

test('on a card, directions that share a count stand together or not at all', () => {
  const view = { kind: 'year', year: '2025' } as const;
  const data = dataOf([
    ...some(3, 'tesla', 'xai'),
    ...some(2, 'meta', 'openai'),
    ...(['openai', 'xai'] as const).flatMap((from) => some(1, from, 'tesla')),
    ...some(1, 'tesla', 'meta'),
  ]);
  const names = textsOf(data, 'card', view).filter((text) => text.includes(' to '));
  expect(names).toEqual(['tesla to xai', 'meta to openai']);
});
