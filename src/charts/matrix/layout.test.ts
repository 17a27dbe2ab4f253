import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset, FigureRow, Move, Organisation } from '~/data/types';
import { inEvery } from '~/i18n/languages';
import { measureText } from '~/kit/measure';
import { GHOST } from '~/kit/shapes';
import { FRAMES, type FrameKind } from '../contract';
import { sayOf } from '../words';
import { definition, findMostlyCounted, type MatrixView } from './definition';
import { layout } from './layout';

const say = sayOf('matrix', 'en');
const both = (text: string) => inEvery(text);

/** Moves as `from`, `to`, date and, where it is only reported, a mark; figures as counts of a direction. */
function dataOf(
  moves: readonly [string, string, string, 'said'?][],
  counts: readonly [string, string, FigureRow['basis'], number][] = [],
): Dataset {
  const organisations = ['openai', 'meta', 'xai', 'tesla'].map(
    (id, i): Organisation => ({ id, name: both(id), scope: 'core', rank: i + 1 }),
  );
  return {
    organisations,
    moves: moves.map(([from, to, date, said], i) => ({
      ...{ id: `m${i}`, person: `Person ${i}`, from, to, date, scope: 'core', confirmed: !said },
      ...{ status: said ? 'reported' : 'confirmed-by-person', toRole: both('role') },
    })) as unknown as Move[],
    figures: counts.map(([from, to, basis, value], i) => ({
      ...{ id: `f${i}`, from, to, basis, value, date: '2026', measure: both('count') },
    })) as unknown as FigureRow[],
    movesTo: '2026-06-26',
  } as unknown as Dataset;
}

const modelOf = (data: Dataset, view: MatrixView = { kind: 'all' }) => definition.model(data, view, 'en');
const draw = (data: Dataset, kind: FrameKind = 'wide', view: MatrixView = { kind: 'all' }) =>
  layout(modelOf(data, view), { kind, width: FRAMES[kind].width, lang: 'en', say, measure: measureText });
const wordsOf = (data: Dataset, view: MatrixView = { kind: 'all' }) =>
  definition.words(modelOf(data, view), say, 'en');

/** Top left corners of the squares of a path. */
const corners = (d: string) =>
  [...d.matchAll(/M(\S+) (\S+?)L/g)].map(([, x, y]) => [Number(x), Number(y)] as const);

const some = (n: number, from: string, to: string): [string, string, string][] =>
  Array.from({ length: n }, () => [from, to, '2025-06']);

test('confirmed moves come before reported ones, each by date, and rows fill from the left', () => {
  const { marks } = draw(
    dataOf([
      ['openai', 'meta', '2024', 'said'],
      ['openai', 'meta', '2026'],
      ['openai', 'meta', '2025'],
    ]),
  );
  expect(marks.map((mark) => mark.id)).toEqual(['m2', 'm1', 'm0']);
  const x = marks.map((mark) => corners(mark.d)[0]?.[0] ?? 0);
  expect([...x].sort((a, b) => a - b)).toEqual(x);
});

test('dashed squares reach from the named to the count', () => {
  const { marks, labels } = draw(dataOf(some(4, 'meta', 'xai'), [['meta', 'xai', 'total', 14]]));
  const ghost = marks.find((mark) => mark.look === 'ghost');
  expect(ghost?.id).toBe('f0');
  expect(corners(ghost?.d ?? '')).toHaveLength(10);
  expect(labels.map((label) => label.text)).toContain('at least 14 counted');
});

test.each(['wide', 'narrow'] as const)('a dashed side holds whole dashes on a %s drawing', (kind) => {
  const { marks } = draw(dataOf(some(4, 'meta', 'xai'), [['meta', 'xai', 'total', 14]]), kind);
  const [, x0, x1] = /^M(\S+) \S+?L(\S+) /.exec(marks.find((mark) => mark.look === 'ghost')?.d ?? '') ?? [];
  const periods = (Number(x1) - Number(x0)) / (GHOST.dash + GHOST.gap);
  expect(periods).toBeCloseTo(Math.round(periods), 1);
});

test('no square stands alone in a row', () => {
  for (const kind of ['wide', 'narrow'] as const)
    for (const n of [8, 9, 15, 17, 25, 29]) {
      const { marks } = draw(dataOf(some(n, 'openai', 'meta')), kind);
      const rows = marks.map((mark) => corners(mark.hit ?? '')[0]?.[1] ?? 0);
      for (const y of rows)
        expect(rows.filter((other) => other === y).length, `${n} ${kind}`).toBeGreaterThan(1);
    }
  const eight = draw(dataOf(some(8, 'openai', 'meta'))).marks.map((mark) => corners(mark.hit ?? '')[0]?.[1]);
  expect(new Set(eight).size).toBe(1);
});

test('directions that were counted beyond their names have the larger numbers', () => {
  const data = dataOf(
    [...some(4, 'meta', 'xai'), ...some(9, 'openai', 'meta')],
    [['meta', 'xai', 'total', 14]],
  );
  for (const kind of ['wide', 'narrow'] as const) {
    const { labels } = draw(data, kind);
    const size = (text: string | RegExp) => labels.find((label) => label.text.match(text))?.size ?? 0;
    expect(size(/at least 14 counted$/)).toBeGreaterThan(size(/^9( named)?$/));
  }
});

test('a count of further people stands beside the named, whole', () => {
  const { marks, labels } = draw(dataOf(some(1, 'xai', 'meta'), [['xai', 'meta', 'further', 11]]));
  expect(corners(marks.find((mark) => mark.look === 'ghost')?.d ?? '')).toHaveLength(11);
  expect(labels.map((label) => label.text)).toContain('at least 11 more counted');
});

test('the finding stands above every square, and the count with the named above its own', () => {
  const data = dataOf(
    [...some(4, 'meta', 'xai'), ...some(3, 'tesla', 'openai')],
    [['meta', 'xai', 'total', 14]],
  );
  for (const kind of ['wide', 'narrow'] as const) {
    const { marks, labels } = draw(data, kind);
    const figure = labels.find((label) => label.size === 30);
    const count = labels.find((label) => label.text.endsWith('at least 14 counted'));
    const ghost = corners(marks.find((mark) => mark.look === 'ghost')?.d ?? '');
    for (const mark of marks) expect(corners(mark.d)[0]?.[1]).toBeGreaterThan(figure?.y ?? 0);
    expect(count?.y).toBeLessThan(Math.min(...ghost.map(([, y]) => y)));
    const near = labels.filter(({ y }) => Math.abs(y - (count?.y ?? 0)) <= 20);
    expect(near.filter(({ text, size }) => text.startsWith('4') && size === count?.size)).toHaveLength(1);
  }
});

test('a year leaves out what has no move, says so once, and how many moves other years have', () => {
  const view = { kind: 'year', year: '2025' } as const;
  const data = dataOf([...some(2, 'openai', 'meta'), ['openai', 'tesla', '2017'], ['meta', 'xai', '2023']]);
  for (const kind of ['wide', 'narrow'] as const) {
    const texts = draw(data, kind, view).labels.map((label) => label.text);
    expect(texts.filter((text) => /^(no named move|none|0.*)$/.test(text))).toEqual([]);
    expect(texts).not.toContain('tesla');
    expect(texts.join(' ')).toContain('No other direction has a named move dated 2025.');
    expect(texts.join(' ')).toContain('Named moves of other years: 1 in 2017 and 1 in 2023.');
  }
});

test('a count that the names already reach is not drawn', () => {
  const { marks } = draw(dataOf(some(21, 'openai', 'meta'), [['openai', 'meta', 'total', 20]]));
  expect(marks.filter((mark) => mark.look === 'ghost')).toEqual([]);
});

test('a year shows its own moves and no count of another span', () => {
  const data = dataOf(
    [...some(2, 'meta', 'xai'), ['meta', 'xai', '2026-01']],
    [['meta', 'xai', 'total', 14]],
  );
  const { marks } = draw(data, 'wide', { kind: 'year', year: '2026' });
  expect(marks.map((mark) => mark.id)).toEqual(['m2']);
  expect(
    definition.table(modelOf(data, { kind: 'year', year: '2026' }), say, 'en').rows.map((row) => row.id),
  ).toEqual(['m2']);
});

test('an organisation none of whose moves are named still says so in every cell', () => {
  const { labels } = draw(dataOf(some(1, 'openai', 'meta')));
  expect(labels.filter((label) => label.text === 'no named move')).toHaveLength(11);
});

test('the title claims most only while the press counted more than there are names', () => {
  const counts: [string, string, FigureRow['basis'], number][] = [
    ['meta', 'xai', 'total', 9],
    ['tesla', 'xai', 'further', 1],
  ];
  const others = some(3, 'tesla', 'openai');
  const found = dataOf([...some(4, 'meta', 'xai'), ...others], counts);
  expect(wordsOf(found).title).toBe('Most moves to and from xai were counted, not named');
  expect(
    draw(found)
      .labels.slice(0, 5)
      .map((label) => label.text)
      .join(' '),
  ).toBe('Two directions to and from xai: 4 named, at least 10 counted');
  // Three more names in the same direction: three unnamed no longer outnumber seven named.
  const more = dataOf([...some(7, 'meta', 'xai'), ...others], counts);
  expect(wordsOf(more).title).toBe('10 named moves in 2 directions; in 2 the press counted more');
  expect(draw(more).labels.some((label) => label.text.includes('directions to and from'))).toBe(false);
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

test('whatever the numbers, every move has one square, and no two squares share a place', () => {
  const pairs = ['openai', 'meta', 'xai', 'tesla'].flatMap((from, _, all) =>
    all.filter((to) => to !== from).map((to) => [from, to] as const),
  );
  const cell = fc.record({ n: fc.nat({ max: 30 }), more: fc.nat({ max: 20 }) });
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 12, maxLength: 12 }),
      fc.constantFrom<FrameKind>('wide', 'narrow'),
      (cells, kind) => {
        const data = dataOf(
          cells.flatMap(({ n }, i) => some(n, pairs[i]?.[0] ?? '', pairs[i]?.[1] ?? '')),
          cells.map(({ more }, i) => [pairs[i]?.[0] ?? '', pairs[i]?.[1] ?? '', 'further', more]),
        );
        const { marks, height, width } = draw(data, kind);
        expect(marks.filter((mark) => mark.look !== 'ghost')).toHaveLength(data.moves.length);
        const places = marks.flatMap((mark) => corners(mark.d));
        expect(places).toHaveLength(cells.reduce((sum, { n, more }) => sum + n + more, 0));
        expect(new Set(places.map(([x, y]) => `${Math.round(x / 8)} ${Math.round(y / 8)}`)).size).toBe(
          places.length,
        );
        for (const [x, y] of places) expect(x >= 0 && x < width && y >= 0 && y < height).toBe(true);
      },
    ),
    { numRuns: 30 },
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
  const names = draw(data, 'card', view)
    .labels.filter((label) => label.size === 50)
    .map((label) => label.text);
  expect(names).toEqual(['tesla to xai', 'meta to openai']);
});
