import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseRow, Dataset } from '~/data/types';
import { inEvery } from '~/i18n/languages';
import { faultsOf } from '~/kit/faults';
import { flat, labelsOf, marksOf } from '~/kit/items';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { card } from './card';
import { definition, type RiftView } from './definition';
import { page } from './layout';

const say = sayOf('rift', 'en');
const both = (text: string) => inEvery(text);

/** Dates in place of events: the event of a date is called after it. */
type Given = Partial<Pick<CaseRow, 'id' | 'kind' | 'drawn' | 'org' | 'steps' | 'result'>> & {
  start: string;
  end?: string;
  outcome?: string;
  role?: string;
};

function dataOf(rows: readonly Given[], eventsTo = '2026-07-02'): Dataset {
  const dates = new Set(
    rows.flatMap((row) => [row.start, ...(row.steps ?? []), row.end ?? '']).filter(Boolean),
  );
  return {
    events: [...dates].map((date) => ({ id: `e${date}`, date, title: both(`what happened in ${date}`) })),
    cases: rows.map(({ start, end, steps, outcome, role, ...row }, i) => ({
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
      role: both(role ?? ''),
      outcome: both(outcome ?? 'an outcome'),
    })),
    eventsTo,
  } as unknown as Dataset;
}

const modelOf = (data: Dataset, only: RiftView['only'] = 'all') => definition.model(data, { only }, 'en');
const draw = (data: Dataset, size: Size = 'wide', only: RiftView['only'] = 'all') =>
  (size === 'card' ? card : page)(modelOf(data, only), { ...FRAMES[size], lang: 'en', say });
const markOf = (data: Dataset, id: string, size?: Size) =>
  marksOf(draw(data, size)).find((mark) => mark.id === id);
const titleOf = (data: Dataset, only: RiftView['only'] = 'all') =>
  definition.words(modelOf(data, only), say, 'en').title;

const founded: Given = {
  kind: 'tie',
  start: '2015-12',
  end: '2018-02',
  role: 'co-founder',
  outcome: 'leaves',
};
const late: Given = { start: '2024-08-05', end: '2026-05-18', result: 'late', outcome: 'jury' };

test('a later start stands further right, and a suit that is still open reaches to the date of the data', () => {
  const data = dataOf([{ start: '2025-01-01' }, { start: '2024-01-01', end: '2024-02-01' }]);
  const [open, closed] = [markOf(data, 'c0')?.box, markOf(data, 'c1')?.box];
  expect(open?.x).toBeGreaterThan(closed?.x ?? 0);
  expect((open?.x ?? 0) + (open?.width ?? 0)).toBeGreaterThan(870);
  expect((closed?.x ?? 0) + (closed?.width ?? 0)).toBeLessThan(450);
});

test('years before 2023 have their share of the scale', () => {
  const data = dataOf([
    { kind: 'tie', start: '2016-01', end: '2017-12' },
    { start: '2024-01', end: '2025-12' },
  ]);
  const [before, since] = [markOf(data, 'c0')?.box.width ?? 0, markOf(data, 'c1')?.box.width ?? 0];
  expect(before / since).toBeCloseTo(1, 1);
});

describe('the line that the title speaks of', () => {
  const other: Given = { start: '2024-02-29', end: '2024-06-11', result: 'withdrawn' };

  test('ties founding and verdict: both marks on one level, above and thicker than all others', () => {
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      const data = dataOf([founded, other, late]);
      const [first, last, rest] = ['c0', 'c2', 'c1'].map((id) => markOf(data, id, size)?.box);
      expect(first?.y).toBe(last?.y);
      expect(rest?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0));
      expect(first?.height).toBeGreaterThan(1.5 * (rest?.height ?? 0));
      const line = flat(draw(data, size).items).find((item) => item.kind === 'line' && item.tone === 'ink');
      expect(line?.kind === 'line' && line.x1).toBeLessThanOrEqual(first?.x ?? 0);
      expect(line?.kind === 'line' && line.x2).toBeGreaterThanOrEqual(last?.x ?? Number.POSITIVE_INFINITY);
    }
  });

  test('says at its ends what Musk was and what the jury said, with their years', () => {
    const texts = labelsOf(draw(dataOf([founded, late]))).map((label) => label.text);
    expect(texts.slice(0, 4)).toEqual(['2015', 'Case 0: co-founder', '2026', 'Case 1: too late']);
  });

  test('is none where the title speaks of none', () => {
    const heights = marksOf(draw(dataOf([other, late]))).map((mark) => Math.round(mark.box.height));
    expect(new Set(heights).size).toBe(1);
  });

  test('the founding’s row says the role before the outcome', () => {
    expect(definition.table(modelOf(dataOf([founded])), say, 'en').rows[0]?.cells.happened).toBe(
      'co-founder; leaves',
    );
  });
});

test('events of one case are strung on a line, and its words name their years and stand between none of them', () => {
  for (const size of ['wide', 'medium', 'narrow'] as const) {
    const steps = ['2019-03'];
    const geometry = draw(dataOf([{ start: '2016-01', drawn: 'points', steps, end: '2025-10' }]), size);
    const [mark] = marksOf(geometry);
    // The line is a part of the mark, and so is chosen and fades with its dots.
    const [, long] = /^M[\d.,]+h([\d.]+)v1h/.exec(mark?.d ?? '') ?? [];
    expect(Number(long)).toBeGreaterThan(0.9 * (mark?.box.width ?? 0));
    const lines = flat(geometry.items).filter((item) => item.kind === 'line' && item.tone === mark?.tone);
    expect(lines).toEqual([]);
    const label = labelsOf(geometry).find((one) => one.mark === 'c0');
    expect(label?.text).toBe('Case 0 (2016, 2019, 2025): an outcome');
    expect((label?.box.y ?? 0) + (label?.box.height ?? 0)).toBeLessThanOrEqual(mark?.box.y ?? 0);
  }
});

test('a year of the axis begins at its tick, also where a case begins just before it', () => {
  for (const size of ['wide', 'medium', 'narrow'] as const) {
    const { items } = draw(dataOf([{ start: '2015-12', drawn: 'span', end: '2026-05-20' }]), size);
    const ticks = flat(items).flatMap((item) =>
      item.kind === 'line' && item.x1 === item.x2 ? [item.x1] : [],
    );
    const years = labelsOf({ items }).filter(({ scale }) => scale);
    expect(years.length).toBeGreaterThan(2);
    // The last may have less room than its words.
    for (const { box, text } of years.slice(0, -1))
      expect(
        ticks.some((x) => box.x - x > 0 && box.x - x < 6),
        `${size}, ${text}`,
      ).toBe(true);
  }
});

test('words at the end of the line end where its bar does', () => {
  for (const size of ['wide', 'medium', 'narrow'] as const) {
    const data = dataOf([founded, late, { start: '2025-01', end: '2026-06-15' }]);
    const bar = markOf(data, 'c1', size)?.box;
    const ends = labelsOf(draw(data, size)).filter((one) => one.mark === 'c1');
    expect(ends).toHaveLength(3);
    for (const { box, anchor } of ends) {
      expect(anchor).toBe('end');
      expect(box.x + box.width).toBeCloseTo((bar?.x ?? 0) + (bar?.width ?? 0), 3);
    }
  }
});

test('words stand beside their marks while there is room, and above them where there is none', () => {
  const boxes = (outcome: string) => {
    const geometry = draw(dataOf([{ start: '2025-01-01', end: '2025-06-01', outcome }]), 'narrow');
    const label = labelsOf(geometry).find((one) => one.mark === 'c0')?.box;
    return { label, mark: marksOf(geometry)[0]?.box };
  };
  const short = boxes('granted');
  expect(short.label?.y).toBeLessThan((short.mark?.y ?? 0) + (short.mark?.height ?? 0));
  expect((short.label?.y ?? 0) + (short.label?.height ?? 0)).toBeGreaterThan(short.mark?.y ?? 0);
  const long = boxes('granted in part, after a hearing that took three days and heard forty people');
  expect((long.label?.y ?? 0) + (long.label?.height ?? 0)).toBeLessThanOrEqual(long.mark?.y ?? 0);
});

test('seen alone, a suit has a mark for every step, in the order of dates, and a cut for each between its ends', () => {
  const data = dataOf([{ start: '2024-08-05', steps: ['2025-10-28', '2025-03-04'], end: '2026-05-18' }]);
  for (const size of ['wide', 'medium', 'narrow'] as const) {
    const geometry = draw(data, size, 'suits');
    const dates = ['2024-08-05', '2025-03-04', '2025-10-28', '2026-05-18'];
    expect(
      marksOf(geometry)
        .slice(1)
        .map((mark) => mark.date),
    ).toEqual(dates);
    expect(labelsOf(geometry).some(({ text }) => text.endsWith('what happened in 2025-03-04'))).toBe(true);
    expect(flat(geometry.items).filter((item) => item.kind === 'line' && item.tone === 'paper')).toHaveLength(
      2,
    );
  }
});

test('the card is one line from the founding to the verdict, or the suits where there is none', () => {
  const geometry = draw(dataOf([founded, late, { start: '2024-02' }]), 'card');
  expect(labelsOf(geometry).map((one) => one.text)).toEqual(['2015', 'co-founder', '2026', 'too late']);
  const [first, last] = marksOf(geometry).map((mark) => mark.box);
  expect(first?.x).toBe(0);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeGreaterThan(1070);
  expect(marksOf(draw(dataOf([late, { start: '2024-02' }]), 'card'))).toHaveLength(2);
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

test('whatever happens when, a later start never stands further left, and words keep apart', () => {
  const date = fc
    .tuple(fc.integer({ min: 2015, max: 2026 }), fc.integer({ min: 1, max: 6 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
  const part = fc.constantFrom(
    'dismissed',
    'the merits were not decided',
    'an appeal is announced',
    'by the board',
  );
  const row = fc.record({
    kind: fc.constantFrom('tie' as const, 'suit' as const),
    drawn: fc.constantFrom('span' as const, 'points' as const),
    start: date,
    outcome: fc.array(part, { minLength: 1, maxLength: 5 }).map((words) => words.join(', ')),
    role: fc.constantFrom('', 'co-founder'),
    result: fc.constantFrom('late' as const, 'settled' as const),
  });
  const sizes = fc.constantFrom<Size>('wide', 'medium', 'narrow', 'card');
  const views = fc.constantFrom('all' as const, 'suits' as const);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), sizes, views, (rows, size, only) => {
      const data = dataOf(rows);
      const geometry = draw(data, size, only);
      expect(faultsOf(geometry)).toEqual([]);
      if (size === 'card') return;
      const lefts = modelOf(data, only).cases.flatMap(({ id, start }) => {
        const box = marksOf(geometry).find((mark) => mark.id === id)?.box;
        return box ? [{ start, x: box.x }] : [];
      });
      for (const a of lefts)
        for (const b of lefts) if (a.start < b.start) expect(a.x).toBeLessThanOrEqual(b.x + 6);
    }),
    { numRuns: 60 },
  );
});

test.each(['wide', 'medium', 'narrow'] as const)('both ends of the %s line say when', (size) => {
  const { items } = draw(dataOf([founded, late]), size);
  const said = labelsOf({ items }).map((label) => label.text.replaceAll('\u00a0', ' '));
  expect(said).toEqual(expect.arrayContaining(['Feb 2018 leaves', '18 May 2026 jury']));
});

test('the axis of the suits names the year in which the first of them begins', () => {
  const { items } = draw(dataOf([{ ...late, start: '2024-03-05' }]), 'wide', 'suits');
  expect(labelsOf({ items }).map((label) => label.text)).toContain('2024');
});

test('what happened in all suits begins in one column', () => {
  const suits = [
    { ...late, steps: ['2024-09-29'], end: '2025-11' },
    { start: '2025', end: '2026-05' },
  ];
  const { items } = draw(dataOf(suits), 'wide', 'suits');
  const told = labelsOf({ items }).filter((label) => label.text.startsWith('what happened'));
  expect(new Set(told.map((label) => Math.round(label.box.x))).size).toBe(1);
});
