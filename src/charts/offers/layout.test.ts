import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimRow, Dataset } from '~/data/types';
import { inEvery } from '~/i18n/languages';
import { makeSay } from '~/i18n/say';
import { boxOf, overlap } from '~/kit/labels';
import { measureText } from '~/kit/measure';
import { FRAMES, type Size } from '../contract';
import { definition } from './definition';
import { layout } from './layout';
import de from './words.de.json';
import en from './words.en.json';

const say = makeSay('charts/offers/words', en, 'en');
const both = (text: string) => inEvery(text);

type Given = Partial<Omit<ClaimRow, 'denies'>> & { dollars: number; denies?: string };

/** A claim per given row; its figure is called after its place. */
function dataOf(rows: readonly Given[]): Dataset {
  return {
    figures: rows.map(({ dollars }, i) => ({ id: `f${i}`, value: dollars, date: '2025-06' })),
    claims: rows.map(({ dollars: _, denies, ...row }, i) => ({
      ...{ figure: `f${i}`, bound: 'exact', basis: 'press', terms: both('a year'), says: both('somebody') },
      ...{ denies: both(denies ?? ''), quotes: [], events: [] },
      ...row,
    })),
    eventsTo: '2026-07-02',
  } as unknown as Dataset;
}

const modelOf = (rows: readonly Given[]) => definition.model(dataOf(rows), {}, 'en');
const draw = (rows: readonly Given[], size: Size = 'wide') =>
  layout(modelOf(rows), { ...FRAMES[size], lang: 'en', say, measure: measureText });
const titleOf = (rows: readonly Given[]) => definition.words(modelOf(rows), say, 'en').title;

/** Extent of all points of a path. */
function boundsOf(d: string) {
  const numbers = [...d.matchAll(/-?[\d.]+/g)].map(Number);
  const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

test('a sum fifteen times as large is drawn fifteen times as long, from zero', () => {
  const { marks } = draw([{ dollars: 100e6 }, { dollars: 1500e6 }]);
  const [small, large] = marks.map((mark) => boundsOf(mark.d));
  expect([small?.x, large?.x]).toEqual([0, 0]);
  expect((large?.width ?? 0) / (small?.width ?? 1)).toBeCloseTo(15, 1);
});

test('what nobody denies stands first and solid, what somebody denies below and outlined, each from the smallest', () => {
  const { marks, solid, dashed } = draw([
    { dollars: 300e6, denies: 'Meta' },
    { dollars: 200e6 },
    { dollars: 100e6, denies: 'Meta' },
    { dollars: 2e6 },
  ]);
  expect(marks.map((mark) => mark.id)).toEqual(['f3', 'f1', 'f2', 'f0']);
  expect(solid.map((mark) => mark.id)).toEqual(['f3', 'f1']);
  expect(dashed.map((mark) => mark.id)).toEqual(['f2', 'f0']);
  const tops = marks.map((mark) => boundsOf(mark.d).y);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
});

test('a sum too small for the scale is still seen, and said to be drawn thicker', () => {
  const { marks, labels } = draw([{ dollars: 2e6 }, { dollars: 1500e6 }]);
  expect(boundsOf(marks[0]?.d ?? '').width).toBe(2);
  const said = labels.filter((label) => label.text === 'drawn thicker than scale');
  expect(said.map((label) => label.mark)).toEqual(['f0']);
  expect(draw([{ dollars: 5e6 }, { dollars: 1500e6 }]).labels.map((label) => label.text)).not.toContain(
    'drawn thicker than scale',
  );
});

test('the right end is closed for a sum as it is and for a ceiling, and open for a floor, disputed or not', () => {
  const { marks } = draw([
    { dollars: 1e9 },
    { dollars: 1.1e9, bound: 'up-to' },
    { dollars: 1.2e9, bound: 'more-than' },
    { dollars: 1.1e9, bound: 'up-to', denies: 'Meta' },
    { dollars: 1.2e9, bound: 'more-than', denies: 'Meta' },
  ]);
  const [exact, ceiling, floor, ...disputed] = marks.map((mark) => mark.d);
  for (const closed of [exact, ceiling, disputed[0]]) expect(closed).toMatch(/^M[^M]*Z$/);
  for (const open of [floor, disputed[1]]) expect(open).toMatch(/^M[^MZ]*M[^M]*ZM[^M]*Z$/);
  expect(boundsOf(floor ?? '').width).toBeGreaterThan((1.2 / 1.1) * boundsOf(ceiling ?? '').width);
});

test('each group is headed by its count in words', () => {
  const texts = draw([{ dollars: 1e6 }, { dollars: 2e6 }, { dollars: 3e6, denies: 'Meta' }]).labels;
  const heads = texts.filter((label) => label.size === 18).map((label) => label.text);
  expect(heads).toEqual(['Two not disputed', 'One disputed']);
});

test('the card has the largest disputed sum with who denies it, and the smallest that nobody does', () => {
  const rows: Given[] = [
    { dollars: 2e6 },
    { dollars: 200e6, bound: 'more-than' },
    { dollars: 100e6, denies: 'Altman' },
    { dollars: 1500e6, bound: 'up-to', denies: 'Meta' },
  ];
  const { marks, labels } = draw(rows, 'card');
  expect(marks.map((mark) => mark.id)).toEqual(['f3', 'f0']);
  expect(labels.map((label) => label.text)).toEqual([
    'up to $1.5\u00a0billion',
    'denied by Meta',
    '$2\u00a0million',
    'not disputed',
  ]);
  expect(labels.every((label) => label.size >= 44)).toBe(true);
  const long = draw([{ dollars: 3e6, denies: 'somebody who speaks for a company of that size' }], 'card');
  expect(long.labels.map((label) => label.text)).toEqual(['$3\u00a0million', 'disputed']);
});

test('under a phone’s scale every tick has its words, the last with the currency and inside the edge', () => {
  const own = makeSay('charts/offers/words', de, 'de');
  const model = definition.model(dataOf([{ dollars: 1500e6 }]), {}, 'de');
  const { labels } = layout(model, { ...FRAMES.narrow, lang: 'de', say: own, measure: measureText });
  const last = labels.at(-1);
  expect(labels.slice(-4).map((label) => label.text)).toEqual(['0', '500 Mio.', '1 Mrd.', '1,5 Mrd. Dollar']);
  expect([last?.anchor, last?.x]).toEqual(['end', 326]);
});

test('the title counts what is disputed, and speaks of contracts only while none is public', () => {
  const rows = [{ dollars: 1e6 }, { dollars: 2e6, denies: 'Meta' }];
  expect(titleOf(rows)).toBe('One of two pay figures is disputed; we saw no contract');
  expect(titleOf([{ dollars: 1e6 }])).toBe('None of one pay figures is disputed; we saw no contract');
  expect(titleOf([...rows, { dollars: 3e6, basis: 'contract' }])).toBe(
    'One of three pay figures is disputed',
  );
});

test('whatever the sums and the words, nothing overlaps and no word stands on a bar', () => {
  const word = fc.constantFrom(
    'WIRED',
    'Sam Altman',
    'sources at OpenAI',
    'a spokesperson of the company',
    'X',
  );
  const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
  const row = fc.record({
    dollars: fc.integer({ min: 1, max: 3000 }).map((millions) => millions * 1e6),
    bound: fc.constantFrom('exact' as const, 'up-to' as const, 'more-than' as const),
    terms: words.map(both),
    says: words.map(both),
    denies: fc.oneof(fc.constant(''), words),
  });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 7 }),
      fc.constantFrom<Size>('wide', 'medium', 'narrow', 'card'),
      (rows, size) => {
        const { marks, labels, width, height } = draw(rows, size);
        const bars = marks.map((mark) => boundsOf(mark.d));
        const boxes = labels.map((label) => boxOf(label, measureText));
        for (const bar of bars) {
          expect(bar.x + bar.width).toBeLessThanOrEqual(width);
          expect(bar.y + bar.height).toBeLessThanOrEqual(height);
          for (const box of boxes) expect(overlap(bar, box)).toBe(false);
        }
        boxes.forEach((box, i) => {
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
        });
      },
    ),
    { numRuns: 60 },
  );
});
