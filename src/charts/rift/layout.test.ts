import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseRow, Dataset } from '~/data/types';
import { inEvery } from '~/i18n/languages';
import { boxOf, overlap } from '~/kit/labels';
import { measureText } from '~/kit/measure';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { definition, type RiftView } from './definition';
import { layout } from './layout';

const say = sayOf('rift', 'en');
const both = (text: string) => inEvery(text);

/** Dates in place of events: the event of a date is called after it. */
type Given = Partial<Pick<CaseRow, 'id' | 'kind' | 'drawn' | 'org' | 'steps' | 'result'>> & {
  start: string;
  end?: string;
  outcome?: string;
};

function dataOf(rows: readonly Given[], eventsTo = '2026-07-02'): Dataset {
  const dates = new Set(
    rows.flatMap((row) => [row.start, ...(row.steps ?? []), row.end ?? '']).filter(Boolean),
  );
  return {
    events: [...dates].map((date) => ({ id: `e${date}`, date, title: both(`what happened in ${date}`) })),
    cases: rows.map(({ start, end, steps, outcome, ...row }, i) => ({
      ...{
        id: `c${i}`,
        kind: 'suit',
        drawn: 'span',
        org: '',
        title: both(`Case ${i}`),
        also: [],
        result: '',
      },
      ...row,
      start: `e${start}`,
      steps: (steps ?? []).map((date) => `e${date}`),
      end: end ? `e${end}` : '',
      outcome: both(outcome ?? 'an outcome'),
    })),
    eventsTo,
  } as unknown as Dataset;
}

const modelOf = (data: Dataset, only: RiftView['only'] = 'all') => definition.model(data, { only }, 'en');
const draw = (data: Dataset, size: Size = 'wide', only: RiftView['only'] = 'all') =>
  layout(modelOf(data, only), { ...FRAMES[size], lang: 'en', say, measure: measureText });
const titleOf = (data: Dataset, only: RiftView['only'] = 'all') =>
  definition.words(modelOf(data, only), say, 'en').title;

/** Left and right of each piece of a path. */
function piecesOf(d: string): [number, number][] {
  return (d.match(/M[^M]*/g) ?? []).map((piece) => {
    const xs = [...piece.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x));
    return [Math.min(...xs), Math.max(...xs)];
  });
}

describe('two scales of time', () => {
  const data = dataOf([{ start: '2016' }, { start: '2019-06', end: '2025-03-01' }]);

  test('no bar crosses the gap between them', () => {
    const long = draw(data).marks.find((mark) => mark.id === 'c1');
    const [early, late] = piecesOf(long?.d ?? '');
    expect(early?.[1]).toBe(330);
    expect(late?.[0]).toBe(350);
  });

  test('a year since 2023 has more room than one before', () => {
    const { marks } = draw(
      dataOf([
        { start: '2015', end: '2015' },
        { start: '2024', end: '2024' },
      ]),
    );
    const [before, since] = marks
      .map((mark) => piecesOf(mark.d)[0])
      .map((piece) => (piece?.[1] ?? 0) - (piece?.[0] ?? 0));
    expect(since).toBeGreaterThan(4 * (before ?? 0));
  });

  test('where nothing happened before 2023 there is one', () => {
    const { marks, labels } = draw(dataOf([{ start: '2024-01-01', end: '2026-07-31' }]));
    expect(piecesOf(marks[0]?.d ?? '')).toEqual([[200, 660]]);
    expect(labels.map((label) => label.text)).toContain('2024');
    expect(labels.map((label) => label.text)).not.toContain('2023');
  });
});

test('ties come before suits, each from its first event', () => {
  const { marks } = draw(
    dataOf([
      { start: '2025' },
      { start: '2024' },
      { start: '2023-05', kind: 'tie' },
      { start: '2015', kind: 'tie', drawn: 'points' },
    ]),
  );
  expect(marks.map((mark) => mark.id)).toEqual(['c3', 'c2', 'c1', 'c0']);
});

test('a suit that is still open reaches to the date of the data', () => {
  const { marks } = draw(dataOf([{ start: '2025-01-01' }, { start: '2024-01-01', end: '2024-02-01' }]));
  const right = (id: string) => piecesOf(marks.find((mark) => mark.id === id)?.d ?? '')[0]?.[1] ?? 0;
  expect(right('c0')).toBeGreaterThan(625);
  expect(right('c1')).toBeLessThan(400);
});

test('seen alone, a suit has a row and a mark for every step, in the order of dates; else they are notches', () => {
  const data = dataOf([{ start: '2024-08-05', steps: ['2025-10-28', '2025-03-04'], end: '2026-05-18' }]);
  const suits = draw(data, 'wide', 'suits');
  expect(suits.marks.slice(1).map((mark) => mark.date)).toEqual([
    '2024-08-05',
    '2025-03-04',
    '2025-10-28',
    '2026-05-18',
  ]);
  expect(suits.labels.map((label) => label.text)).toContain('what happened in 2025-03-04');
  expect(suits.notches).toHaveLength(2);
  const all = draw(data);
  expect(all.marks).toHaveLength(1);
  expect(all.notches).toHaveLength(2);
});

describe('the row that the title speaks of', () => {
  const founded: Given = { id: 'musk-at-openai', kind: 'tie', start: '2015-12', end: '2018-02' };
  const late: Given = { start: '2024-08-05', end: '2026-05-18', result: 'late' };
  const other: Given = { start: '2024-02-29', end: '2024-06-11', result: 'withdrawn' };
  const heightOf = (d: string) => {
    const ys = [...d.matchAll(/ (-?[\d.]+)/g)].map(([, y]) => Number(y));
    return Math.max(...ys) - Math.min(...ys);
  };

  test('is louder than every other: name, bar and outcome', () => {
    for (const size of ['wide', 'narrow'] as const) {
      const { marks, labels } = draw(dataOf([founded, other, { ...late, outcome: 'jury' }]), size);
      const [musk, first, second] = marks.map((mark) => heightOf(mark.d));
      expect(second).toBeGreaterThan(1.5 * (first ?? 0));
      expect(musk).toBe(first);
      const loudest = Math.max(...labels.filter((one) => one.mark !== 'c2').map((one) => one.size));
      for (const text of ['Case 2', 'jury'])
        expect(labels.find((one) => one.text === text)?.size, text).toBeGreaterThan(loudest);
    }
  });

  test('is none where the title speaks of none', () => {
    const heights = draw(dataOf([other, late])).marks.map((mark) => heightOf(mark.d));
    expect(new Set(heights).size).toBe(1);
  });

  test('the founding’s row says the role before the outcome, in the drawing and in the table', () => {
    const data = dataOf([{ ...founded, outcome: 'leaves' }]);
    const texts = draw(data).labels.map((one) => one.text);
    expect(texts.indexOf('leaves') - texts.indexOf('co-founder, on the board')).toBe(1);
    expect(definition.table(modelOf(data), say, 'en').rows[0]?.cells.happened).toBe(
      'co-founder, on the board; leaves',
    );
  });
});

describe('where the scales are parted', () => {
  const data = dataOf([
    { start: '2016', kind: 'tie' },
    { start: '2024', steps: ['2025-03'], end: '2026' },
  ]);

  test('nothing but a rule stands in the gap, with two strokes on the axis, or in each row on a phone', () => {
    const aslant = (size: Size) =>
      draw(data, size).grid.filter((line) => line.x1 !== line.x2 && line.y1 !== line.y2);
    expect(aslant('wide')).toHaveLength(2);
    expect(aslant('narrow')).toHaveLength(2 * 3);
    const upright = draw(data).grid.filter((line) => line.x1 === line.x2);
    for (const { x1 } of upright) expect(x1 <= 330 || x1 >= 350).toBe(true);
  });

  test('lines of years stop at the heads of sections', () => {
    const { grid, labels } = draw(data);
    const head = labels.find((one) => one.text === 'In court');
    const [top, bottom] = [(head?.y ?? 0) - 12, head?.y ?? 0];
    const crossing = grid.filter((line) => line.x1 === line.x2 && line.y1 < bottom && line.y2 > top);
    expect(crossing).toEqual([]);
    expect(grid.filter((line) => line.x1 === line.x2 && line.y2 > bottom).length).toBeGreaterThan(3);
  });
});

describe('a cut through a bar', () => {
  const data = dataOf([
    { start: '2024-08-05', steps: ['2025-03-04', '2025-04-09', '2025-08-12'], end: '2026-05-18' },
  ]);

  test('is named with its month, above the bar and left of its leader, the earliest lowest', () => {
    const { labels, notches } = draw(data);
    const names = labels.filter((one) => one.text.startsWith('what happened'));
    expect(names.map((one) => one.text)).toEqual([
      'what happened in 2025-03-04, March 2025',
      'what happened in 2025-04-09, April 2025',
      'what happened in 2025-08-12, August 2025',
    ]);
    expect(notches).toHaveLength(3);
    names.forEach((one, i) => {
      expect(one.anchor).toBe('end');
      expect(one.x).toBeLessThan(notches[i]?.x1 ?? 0);
      expect(one.y).toBeLessThan(notches[i]?.y1 ?? 0);
      if (i > 0) expect(one.y).toBeLessThan((names[i - 1]?.y ?? 0) - 12);
    });
  });

  test('is none on a phone, where it would have no name, unless the steps are listed', () => {
    expect(draw(data, 'narrow').notches).toEqual([]);
    expect(draw(data, 'narrow', 'suits').notches).toHaveLength(3);
  });
});

test('the card is one line from the founding to the verdict, or the suits where there is none', () => {
  const founded: Given = { id: 'musk-at-openai', kind: 'tie', start: '2015-12', end: '2018-02' };
  const late: Given = { start: '2024-08-05', end: '2026-05-18', result: 'late' };
  const { labels, marks } = draw(dataOf([founded, late, { start: '2024-02' }]), 'card');
  expect(labels.map((one) => one.text)).toEqual(['2015', 'co-founder', '2026', 'too late']);
  expect(labels.every((one) => one.size >= 44)).toBe(true);
  expect(marks.map((mark) => mark.id)).toEqual(['musk-at-openai', 'c1']);
  expect([piecesOf(marks[0]?.d ?? '')[0]?.[0], piecesOf(marks[1]?.d ?? '')[0]?.[1]]).toEqual([0, 1088]);
  expect(draw(dataOf([late, { start: '2024-02' }]), 'card').marks).toHaveLength(2);
});

test('the suits in one sentence each: what became of them, and when', () => {
  const data = dataOf([
    { start: '2024-02-29', end: '2024-06-11', result: 'withdrawn' },
    { start: '2024-08-05', end: '2026-05-18', result: 'late' },
    { start: '2026-01' },
  ]);
  expect(definition.words(modelOf(data, 'suits'), say, 'en').summary).toBe(
    'Three suits by Musk or xAI against OpenAI. Case 0: withdrawn (June 2024); Case 1: too late (May 2026); Case 2: pending. The jury did not decide the merits.',
  );
});

describe('the title', () => {
  const founded: Given = { id: 'musk-at-openai', kind: 'tie', start: '2015-12', end: '2018-02' };
  const late: Given = { start: '2024-08-05', end: '2026-05-18', result: 'late' };

  test('takes its years from the founding and from the verdict', () => {
    expect(titleOf(dataOf([founded, late]))).toBe(
      'Musk co-founded OpenAI in 2015; in 2026 a jury said he sued too late',
    );
  });

  test('says less where no suit was found late, or where it is open again', () => {
    expect(titleOf(dataOf([founded, { ...late, result: 'settled' }]))).toBe(
      'Musk and OpenAI since 2015: one suit',
    );
    expect(titleOf(dataOf([founded, { ...late, end: '' }]))).toBe('Musk and OpenAI since 2015: one suit');
  });

  test('counts how the suits ended', () => {
    const data = dataOf([{ start: '2024', result: 'withdrawn' }, late, { start: '2025', result: '' }]);
    expect(titleOf(data, 'suits')).toBe('Three suits: one withdrawn, one found too late and one pending');
  });
});

test('whatever happens when, a later start never stands further left, and words touch neither each other nor marks', () => {
  const date = fc
    .tuple(fc.integer({ min: 2015, max: 2026 }), fc.integer({ min: 1, max: 6 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
  const outcome = fc
    .array(
      fc.constantFrom('dismissed', 'the merits were not decided', 'an appeal is announced', 'by the board'),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((words) => words.join(', '));
  const row = fc.record({
    kind: fc.constantFrom('tie' as const, 'suit' as const),
    drawn: fc.constantFrom('span' as const, 'points' as const),
    start: date,
    outcome,
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom<Size>('wide', 'medium', 'narrow'),
      fc.constantFrom('all' as const, 'suits' as const),
      (rows, size, only) => {
        const data = dataOf(rows);
        const { marks, labels } = draw(data, size, only);
        const model = modelOf(data, only);
        const lefts = model.cases.map((one) => ({
          start: one.start,
          x:
            (piecesOf(marks.find((mark) => mark.id === one.id)?.d ?? '')[0]?.[0] ?? 0) +
            (one.drawn === 'points' ? 6 : 0),
        }));
        for (const a of lefts)
          for (const b of lefts) if (a.start < b.start) expect(a.x).toBeLessThanOrEqual(b.x + 3);
        const boxes = labels.map((label) => boxOf(label, measureText));
        boxes.forEach((box, i) => {
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
        });
      },
    ),
    { numRuns: 60 },
  );
});
