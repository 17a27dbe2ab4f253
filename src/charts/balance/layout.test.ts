import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset, FigureRow, Move, Organisation } from '~/data/types';
import { inEvery } from '~/i18n/languages';
import { boxOf } from '~/kit/labels';
import { measureText } from '~/kit/measure';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { type BalanceView, definition, standingOf } from './definition';
import { layout } from './layout';
import { thickStep } from './pieces';

const say = sayOf('balance', 'en');
const both = (text: string) => inEvery(text);
const ALL: BalanceView = { kind: 'all' };
const only = (org: string): BalanceView => ({ kind: 'org', org });

type MoveSpec = readonly [from: string, to: string, date: string, said?: 'said'];

function dataOf(
  moves: readonly MoveSpec[],
  counts: readonly [string, string, FigureRow['basis'], number][] = [],
): Dataset {
  return {
    organisations: ['openai', 'meta', 'xai', 'tesla'].map(
      (id, i): Organisation => ({ id, name: both(id), scope: 'core', rank: i + 1 }),
    ),
    moves: moves.map(([from, to, date, said], i) => ({
      ...{ id: `m${i}`, person: `Person ${i}`, from, to, date, scope: 'core', confirmed: !said },
      ...{ status: said ? 'reported' : 'confirmed-by-person', toRole: both('role') },
    })) as unknown as Move[],
    figures: counts.map(([from, to, basis, value], i) => ({
      id: `f${i}`,
      from,
      to,
      basis,
      value,
      date: '2026',
    })),
    movesTo: '2026-06-26',
  } as unknown as Dataset;
}

const modelOf = (data: Dataset, view: BalanceView = ALL) => definition.model(data, view, 'en');
const draw = (data: Dataset, view: BalanceView = ALL, size: Size = 'wide') =>
  layout(modelOf(data, view), { ...FRAMES[size], lang: 'en', say, measure: measureText });
const wordsOf = (data: Dataset, view: BalanceView = ALL) => definition.words(modelOf(data, view), say, 'en');
const texts = (data: Dataset, view: BalanceView = ALL, size: Size = 'wide') =>
  draw(data, view, size).labels.map((label) => label.text);

/** The box of a path of corners. */
function boxOfPath(d: string) {
  const points = [...d.matchAll(/[ML](\S+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

const some = (n: number, from: string, to: string, date = '2025-06'): MoveSpec[] =>
  Array.from({ length: n }, () => [from, to, date]);

test('moves in climb one on the other, moves out go down from there', () => {
  const data = dataOf([
    ['openai', 'meta', '2025-06'],
    ['xai', 'meta', '2025-06-28'],
    ['meta', 'tesla', '2025-08'],
  ]);
  const { marks } = draw(data, only('meta'));
  const box = (id: string) => boxOfPath(marks.find((mark) => mark.id === id)?.d ?? '');
  const [first, second, third] = [box('m0'), box('m1'), box('m2')];
  expect(second.bottom).toBeLessThanOrEqual(first.top);
  expect(third.left).toBeGreaterThan(second.right);
  // Out of the upper step: level with it.
  expect(third.top).toBeCloseTo(second.top, 0);
});

test('where blocks of 8 pixels fit into equal months, the months are equal', () => {
  const data = dataOf([
    ...['2023-01', '2024-03', '2026-02'].map((month): MoveSpec => ['openai', 'meta', month]),
    ...some(1, 'openai', 'meta', '2025-01'),
    ...some(1, 'meta', 'openai', '2025-01'),
  ]);
  const years = draw(data, only('meta')).labels.filter(({ text }) => /^202[3-6]$/.test(text));
  const gaps = years.slice(1).map(({ x }, i) => x - (years[i]?.x ?? 0));
  expect(gaps).toHaveLength(3);
  for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0] ?? 0, 3);
});

test('in a month with both, in stands left of out', () => {
  const data = dataOf([
    ['openai', 'meta', '2025-06'],
    ['meta', 'openai', '2025-06'],
  ]);
  const [into, out] = draw(data, only('meta')).marks.map((mark) => boxOfPath(mark.d));
  expect(into?.right).toBeLessThan(out?.left ?? 0);
});

test('every named move of an organisation is a block of its view, also one from before the axis', () => {
  const data = dataOf([
    ['openai', 'tesla', '2017-06-20'],
    ...some(3, 'tesla', 'openai'),
    ['meta', 'xai', '2024-02'],
  ]);
  for (const kind of ['wide', 'medium', 'narrow'] as const) {
    const moves = draw(data, only('tesla'), kind).marks.filter((mark) => /^m\d/.test(mark.id));
    expect(moves.map((mark) => mark.id)).toEqual(['m0', 'm1', 'm2', 'm3']);
    expect(texts(data, only('tesla'), kind)).toContain('2017');
  }
});

test('where all names find room they stand at their steps, with the year where no more is known', () => {
  const data = dataOf([
    ['openai', 'tesla', '2024'],
    ['tesla', 'xai', '2025-03'],
  ]);
  expect(texts(data, only('tesla'))).toEqual(expect.arrayContaining(['Person 0, 2024', 'Person 1']));
});

test('where they do not, none stands, and the largest month is said in words', () => {
  const crowd = dataOf([
    ...some(12, 'openai', 'meta', '2025-06'),
    ...some(12, 'meta', 'openai', '2025-07'),
    ...some(11, 'xai', 'meta', '2025-08'),
  ]);
  const labels = texts(crowd, only('meta'));
  expect(labels.filter((text) => text.startsWith('Person'))).toEqual([]);
  expect(labels).toContain('June 2025: 12 in');
});

test('each dot of the strip lies on its side of zero, and its number on the far side of it', () => {
  const data = dataOf([...some(3, 'tesla', 'meta'), ...some(1, 'meta', 'openai')]);
  const { marks, labels, lines } = draw(data);
  const zeros = lines.filter((line) => line.x1 === line.x2 && line.tone === 'ink').map((line) => line.x1);
  const at = (id: string) => {
    const { left, right } = boxOfPath(marks.find((mark) => mark.id === id)?.hit ?? '');
    return (left + right) / 2;
  };
  const [openai, meta, , tesla] = [zeros[0] ?? 0, zeros[1] ?? 0, 0, zeros.at(-1) ?? 0];
  expect(at('openai-named')).toBeGreaterThan(openai);
  expect(at('meta-named')).toBeGreaterThan(meta);
  expect(at('tesla-named')).toBeLessThan(tesla);
  const number = labels.find((label) => label.mark === 'tesla-named');
  expect(number?.text).toBe('−3');
  expect(number?.x).toBeLessThan(at('tesla-named'));
});

test('the three counts stand above the months of all organisations, and below those of one', () => {
  const data = dataOf([...some(3, 'tesla', 'meta'), ...some(1, 'meta', 'openai')]);
  for (const size of ['wide', 'medium', 'narrow'] as const) {
    const bottom = (view: BalanceView, id: RegExp) =>
      draw(data, view, size)
        .marks.filter((mark) => id.test(mark.id))
        .map((mark) => boxOfPath(mark.hit ?? mark.d))
        .reduce(({ top, bottom }, box) => ({
          top: Math.min(top, box.top),
          bottom: Math.max(bottom, box.bottom),
          left: 0,
          right: 0,
        }));
    const dots = /-(confirmed|named|counted)$/;
    expect(bottom(ALL, dots).bottom).toBeLessThan(bottom(ALL, /-line$/).top);
    expect(bottom(only('meta'), dots).top).toBeGreaterThan(bottom(only('meta'), /^m\d/).bottom);
  }
});

test('a company is called ahead or behind only where all three counts say so', () => {
  const data = dataOf([
    ...some(3, 'tesla', 'meta'),
    ['openai', 'xai', '2025', 'said'],
    ['xai', 'openai', '2025'],
  ]);
  const labels = texts(data);
  const at = (text: string) => labels.indexOf(text);
  expect(labels[at('meta') + 1]).toBe('ahead on every count');
  expect(labels[at('tesla') + 1]).toBe('behind on every count');
  expect(labels[at('xai') + 1]).toBe('depends on the count');
  const level = texts(dataOf([...some(1, 'meta', 'xai'), ...some(1, 'xai', 'meta')]));
  expect(level[level.indexOf('meta') + 1]).toBe('even on every count');
});

test('only a phone leaves out the lines of the other companies, and says that they are there only elsewhere', () => {
  const data = dataOf([...some(3, 'tesla', 'meta'), ...some(1, 'meta', 'openai')]);
  const others = (size: Size) =>
    draw(data, ALL, size).shapes.filter((shape) => shape.stroke === 1 && shape.tone === 'muted').length;
  const said = (size: Size) => texts(data, ALL, size).join(' ').includes('grey lines');
  expect([others('wide'), others('medium'), others('narrow')]).toEqual([6, 6, 0]);
  expect([said('wide'), said('medium'), said('narrow')]).toEqual([true, true, false]);
});

test('a name from before the axis ends before the axis begins, and repeats are told apart by their years', () => {
  const data = dataOf([
    ['openai', 'tesla', '2017-06'],
    ['meta', 'tesla', '2024-02'],
    ['tesla', 'xai', '2025-03'],
  ]);
  const twice = { ...data, moves: data.moves.map((move, i) => (i < 2 ? { ...move, person: 'A B' } : move)) };
  const { labels } = draw(twice, only('tesla'));
  const early = labels.find(({ text }) => text === 'A B, 2017');
  const axis = labels.find(({ text }) => text === '2024');
  expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['A B, 2024', 'Person 2']));
  if (!early || !axis) throw new Error('missing label');
  const { x, width } = boxOf(early, measureText);
  expect(x + width).toBeLessThan(axis.x);
});

test('months that are not equally wide are said to be so, whatever the frame', () => {
  const pairs = Array.from({ length: 20 }, (_, i) => `${2016 + Math.floor(i / 4)}-0${(i % 4) * 2 + 1}`);
  const long = dataOf([
    ...pairs.flatMap((month): MoveSpec[] => [
      ['openai', 'meta', month],
      ['meta', 'openai', month],
    ]),
    ['openai', 'meta', '2021-05'],
    ['openai', 'meta', '2022-05'],
    ['openai', 'meta', '2023-05'],
    ['openai', 'meta', '2024-05'],
    ['openai', 'meta', '2025-05'],
  ]);
  const short = dataOf([...some(2, 'openai', 'meta', '2026-01'), ...some(1, 'meta', 'openai', '2026-01')]);
  for (const size of ['wide', 'medium', 'narrow'] as const) {
    expect(texts(long, only('meta'), size).join(' '), size).toContain('months with moves are drawn wider');
    expect(texts(short, only('meta'), size).join(' '), size).not.toContain('wider');
  }
});

test('the title sorts organisations by the sign of all three nets, and claims nothing where none is settled', () => {
  const base = [
    ...some(3, 'tesla', 'meta'),
    ['openai', 'xai', '2025', 'said'],
    ['xai', 'openai', '2025'],
  ] as MoveSpec[];
  const title = 'meta is ahead and tesla behind on every count';
  expect(wordsOf(dataOf(base)).title).toBe(title);
  expect(wordsOf(dataOf(base)).subtitle).toMatch(/^openai and xai depend on the count\./);
  // A larger count that outweighs meta's named moves unsettles it.
  const open = dataOf(base, [['meta', 'tesla', 'total', 3]]);
  expect(modelOf(open).orgs.map(standingOf)).toEqual(['open', 'open', 'open', 'open']);
  expect(wordsOf(open).title).toBe('Moves in minus moves out of four companies, by three ways of counting');
  const settled = dataOf(some(2, 'tesla', 'meta'));
  expect(wordsOf(settled).title).toBe(title);
  expect(wordsOf(settled).subtitle).not.toContain('depend');
});

test('larger counts are called what they are: counted by the press, alleged in court, or both', () => {
  const base = [...some(1, 'meta', 'xai'), ...some(1, 'xai', 'openai'), ...some(1, 'tesla', 'meta')];
  const counts: [string, string, FigureRow['basis'], number][] = [
    ['meta', 'xai', 'total', 5],
    ['xai', 'openai', 'alleged', 4],
  ];
  const rows = (view: BalanceView) =>
    definition
      .table(modelOf(dataOf(base, counts), view), say, 'en')
      .rows.find((row) => row.id.endsWith('counted'));
  expect(rows(only('meta'))?.cells['person']).toBe('Net, with the larger press count in one direction');
  expect(rows(only('openai'))?.cells['person']).toBe('Net, with the larger count alleged in court');
  expect(rows(only('xai'))?.cells['person']).toContain('in one direction, and one alleged in court');
  expect(rows(only('xai'))?.evidence.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['f0', 'f1', 'm0', 'm1']),
  );
  expect(wordsOf(dataOf(base, counts)).foot).toContain('without the one alleged in court');
});

test('the outline of a stepped line is as thick as asked, and ends where the line ends', () => {
  const points = [
    [0, 10],
    [20, 10],
    [20, 40],
    [50, 40],
  ] as const;
  const { left, right, top, bottom } = boxOfPath(thickStep(points, 4));
  expect([left, right, top, bottom]).toEqual([0, 50, 8, 42]);
  // Inner and outer corner of the first bend.
  expect(thickStep(points, 4)).toContain('18 12');
  expect(thickStep(points, 4)).toContain('22 8');
});

test('whatever the moves, nothing leaves the frame and no two blocks share a place', () => {
  const org = fc.constantFrom('openai', 'meta', 'xai', 'tesla');
  const date = fc.oneof(
    fc.integer({ min: 2022, max: 2025 }).map(String),
    fc
      .tuple(fc.integer({ min: 2016, max: 2026 }), fc.integer({ min: 1, max: 6 }))
      .map(([y, m]) => `${y}-0${m}`),
  );
  const moves = fc.array(fc.tuple(org, org, date), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(moves, fc.constantFrom<Size>('wide', 'medium', 'narrow'), (specs, kind) => {
      const data = dataOf([['meta', 'openai', '2026-06'], ...specs.filter(([from, to]) => from !== to)]);
      for (const view of [ALL, only('meta')]) {
        const { marks, labels, width, height } = draw(data, view, kind);
        for (const mark of marks.filter((one) => !one.d.includes('A'))) {
          const { left, right, top, bottom } = boxOfPath(mark.d);
          expect(left >= -1 && right <= width + 1 && top >= -1 && bottom <= height, mark.d).toBe(true);
        }
        for (const label of labels) {
          const { x, width: w, y } = boxOf(label, measureText);
          expect(x >= -1 && x + w <= width + 3 && y >= -2 && y <= height, label.text).toBe(true);
        }
        const blocks = marks.filter((mark) => /^m\d/.test(mark.id)).map((mark) => boxOfPath(mark.d));
        for (const [i, a] of blocks.entries())
          for (const b of blocks.slice(i + 1))
            expect(
              a.right <= b.left + 0.2 ||
                b.right <= a.left + 0.2 ||
                a.bottom <= b.top + 0.2 ||
                b.bottom <= a.top + 0.2,
            ).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test('a move known only by its year is not counted to the month it is drawn in', () => {
  const crowd = dataOf([
    ...some(12, 'openai', 'meta', '2025-07'),
    ...some(9, 'openai', 'meta', '2025'),
    ...some(12, 'meta', 'openai', '2025-08'),
  ]);
  expect(texts(crowd, only('meta'))).toContain('July 2025: 12 in');
});

test('blocks are equally wide, and at least 8 pixels also on a phone', () => {
  // Thirty months of moves, two of them with in beside out.
  const months = Array.from(
    { length: 30 },
    (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const data = dataOf([
    ['openai', 'meta', '2023-01'],
    ...months.map((month): MoveSpec => ['openai', 'meta', month]),
    ...months.slice(10, 12).map((month): MoveSpec => ['meta', 'xai', month]),
  ]);
  for (const size of ['wide', 'medium', 'narrow'] as const) {
    const widths = draw(data, only('meta'), size)
      .marks.filter((mark) => /^m\d/.test(mark.id))
      .map((mark) => boxOfPath(mark.hit ?? ''))
      .map(({ left, right }) => right - left);
    expect(widths).toHaveLength(33);
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.21);
    expect(Math.min(...widths)).toBeGreaterThan(7.89);
  }
});

test('on a phone every value of the strip stands in one column, and the zero line runs through all of it', () => {
  const data = dataOf([
    ...some(3, 'tesla', 'meta'),
    ...some(1, 'meta', 'openai'),
    ...some(1, 'openai', 'xai'),
  ]);
  const { labels, lines, marks, width } = draw(data, ALL, 'narrow');
  const values = labels.filter((label) => /-(confirmed|named|counted)$/.test(label.mark ?? ''));
  expect(values).toHaveLength(12);
  expect(new Set(values.map(({ x, anchor, size }) => `${x} ${anchor} ${size}`))).toEqual(
    new Set([`${width} end 16`]),
  );
  const zero = lines.find((line) => line.x1 === line.x2 && line.tone === 'ink');
  const dots = marks.filter((mark) => mark.d.includes('A')).map((mark) => boxOfPath(mark.hit ?? ''));
  expect(zero?.y1).toBeLessThan(Math.min(...dots.map(({ top }) => top)));
  expect(zero?.y2).toBeGreaterThan(Math.max(...dots.map(({ bottom }) => bottom)));
});

test('no name stands on a line of the grid', () => {
  const data = dataOf([
    ['openai', 'tesla', '2017'],
    ['tesla', 'xai', '2023-03'],
    ...Array.from(
      { length: 6 },
      (_, i): MoveSpec => ['tesla', 'xai', `2024-${String(i * 2 + 1).padStart(2, '0')}`],
    ),
    ['tesla', 'openai', '2025'],
  ]);
  const { labels, lines } = draw(data, only('tesla'));
  const names = labels
    .filter((label) => label.text.startsWith('Person'))
    .map((label) => boxOf(label, measureText));
  expect(names).toHaveLength(9);
  for (const { y1, y2, tone } of lines)
    if (y1 === y2 && tone === 'rule')
      for (const { y, height } of names) expect(y < y1 && y + height > y1).toBe(false);
});
