import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimRow, Dataset } from '~/data/types';
import { inEvery, type Lang } from '~/i18n/languages';
import { faultsOf } from '~/kit/faults';
import { flat, labelsOf, marksOf, overlap } from '~/kit/items';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { definition } from './definition';
import { card, page } from './layout';

const sayIn = (lang: Lang) => sayOf('offers', lang);
const say = sayIn('en');
const both = (text: string) => inEvery(text);

type Given = Partial<Omit<ClaimRow, 'denies'>> & { dollars: number; denies?: string };

/** A claim per given row; its figure is called after its place. */
function dataOf(rows: readonly Given[]): Dataset {
  return {
    figures: rows.map(({ dollars }, i) => ({ id: `f${i}`, value: dollars, date: '2025-06' })),
    claims: rows.map(({ dollars: _, denies, ...row }, i) => ({
      figure: `f${i}`,
      bound: 'exact',
      basis: 'press',
      terms: both('a year'),
      says: both('somebody'),
      denies: both(denies ?? ''),
      years: undefined,
      quotes: [],
      events: [],
      ...row,
    })),
    eventsTo: '2026-07-02',
  } as unknown as Dataset;
}

const modelOf = (rows: readonly Given[]) => definition.model(dataOf(rows), {}, 'en');
const draw = (rows: readonly Given[], size: Size = 'wide', lang: Lang = 'en') =>
  (size === 'card' ? card : page)(modelOf(rows), { ...FRAMES[size], lang, say: sayIn(lang) });
const textsOf = (rows: readonly Given[], size?: Size, lang?: Lang) =>
  labelsOf(draw(rows, size, lang)).map((label) => label.text);
const titleOf = (rows: readonly Given[]) => definition.words(modelOf(rows), say, 'en').title;

test('a sum fifteen times as large is drawn fifteen times as long, from zero', () => {
  const [small, large] = marksOf(draw([{ dollars: 100e6 }, { dollars: 1500e6 }])).map((mark) => mark.box);
  expect([small?.x, large?.x]).toEqual([0, 0]);
  expect((large?.width ?? 0) / (small?.width ?? 1)).toBeCloseTo(15, 1);
});

test('what nobody denies stands first and solid, what somebody denies below and without ground, each from the smallest', () => {
  const marks = marksOf(
    draw([
      { dollars: 300e6, denies: 'Meta' },
      { dollars: 200e6 },
      { dollars: 100e6, denies: 'Meta' },
      { dollars: 2e6 },
    ]),
  );
  expect(marks.map((mark) => [mark.id, mark.look])).toEqual([
    ['f3', 'solid'],
    ['f1', 'solid'],
    ['f2', 'ghost'],
    ['f0', 'ghost'],
  ]);
  const tops = marks.map((mark) => mark.box.y);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
});

test('how many are disputed is said before any bar', () => {
  expect(textsOf([{ dollars: 1e6 }, { dollars: 2e6 }, { dollars: 3e6, denies: 'Meta' }])[0]).toBe(
    '1 of 3 disputed',
  );
});

test('every sum of the scale but nought stands in the middle of its tick, also the last', () => {
  for (const size of ['wide', 'medium', 'narrow'] as const)
    for (const dollars of [2e6, 1.5e9, 9.5e9, 1e11]) {
      const { items } = draw([{ dollars }], size);
      const said = labelsOf({ items }).filter(({ scale, text }) => scale && text !== '0');
      const ticks = flat(items).flatMap((item) =>
        item.kind === 'line' && item.x1 === item.x2 ? [item.x1] : [],
      );
      expect(said.length).toBeGreaterThan(0);
      for (const { box, text } of said)
        expect(
          Math.min(...ticks.map((x) => Math.abs(x - box.x - box.width / 2))),
          `${size}, ${text}`,
        ).toBeLessThan(1);
    }
});

test('a bar is cut into its years where their number is known', () => {
  const cuts = (years: number | undefined) => {
    const { items } = draw([{ dollars: 3e8, years }]);
    const long = marksOf({ items })[0]?.box.width ?? 0;
    return flat(items).flatMap((item) =>
      item.kind === 'line' && item.tone === 'paper' ? [Math.round((100 * item.x1) / long)] : [],
    );
  };
  expect(cuts(4)).toEqual([25, 50, 75]);
  expect(cuts(1)).toEqual([]);
  expect(cuts(undefined)).toEqual([]);
});

test('a sum too small for the scale is still seen, and said to be drawn thicker', () => {
  const geometry = draw([{ dollars: 2e6 }, { dollars: 1500e6 }]);
  expect(marksOf(geometry)[0]?.box.width).toBe(2);
  const said = labelsOf(geometry).filter((label) => label.text === 'drawn thicker than scale');
  expect(said.map((label) => label.mark)).toEqual(['f0']);
  expect(textsOf([{ dollars: 5e6 }, { dollars: 1500e6 }])).not.toContain('drawn thicker than scale');
});

test('the right end is closed for a sum as it is and for a ceiling, and open for a floor, disputed or not', () => {
  const outlines = marksOf(
    draw([
      { dollars: 1e9 },
      { dollars: 1.1e9, bound: 'up-to' },
      { dollars: 1.2e9, bound: 'more-than' },
      { dollars: 1.1e9, bound: 'up-to', denies: 'Meta' },
      { dollars: 1.2e9, bound: 'more-than', denies: 'Meta' },
    ]),
  ).map((mark) => mark.d.match(/M/g)?.length);
  expect(outlines).toEqual([1, 1, 3, 1, 3]);
});

test('the card has the largest disputed sum with who disputes it, and the smallest that nobody does', () => {
  const rows: Given[] = [
    { dollars: 2e6 },
    { dollars: 200e6, bound: 'more-than' },
    { dollars: 100e6, denies: 'Altman' },
    { dollars: 1500e6, bound: 'up-to', denies: 'Meta' },
  ];
  expect(marksOf(draw(rows, 'card')).map((mark) => mark.id)).toEqual(['f3', 'f0']);
  expect(textsOf(rows, 'card')).toEqual([
    'up to $1.5\u00a0billion disputed by Meta',
    '$2\u00a0million not disputed',
  ]);
  const long = [{ dollars: 3e6, denies: 'somebody who speaks for a company of that size' }];
  expect(textsOf(long, 'card')).toEqual(['$3\u00a0million disputed']);
});

test('under a phone’s scale the last tick has its words, with the currency, inside the edge', () => {
  const texts = textsOf([{ dollars: 1500e6 }], 'narrow', 'de');
  expect(texts.at(-1)).toBe('1,5 Mrd. Dollar');
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
    years: fc.constantFrom(undefined, 1, 4, 10),
    terms: words.map(both),
    says: words.map(both),
    denies: fc.oneof(fc.constant(''), words),
  });
  const size = fc.constantFrom<Size>('wide', 'medium', 'narrow', 'card');
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 7 }), size, (rows, size) => {
      const geometry = draw(rows, size);
      expect(faultsOf(geometry)).toEqual([]);
      for (const mark of marksOf(geometry))
        for (const label of labelsOf(geometry)) expect(overlap(mark.box, label.box), label.text).toBe(false);
    }),
    { numRuns: 60 },
  );
});
