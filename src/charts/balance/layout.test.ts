import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '~/data/types';
import { faultsOf } from '~/kit/faults';
import { flat, type Group, type Item, labelsOf, marksOf } from '~/kit/items';
import { type CountSpec, type MoveSpec, madeData, madeMoves } from '~/model/testing/made';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { card } from './card';
import { definition } from './definition';
import { page } from './layout';
import { type BalanceView, modelOf, standingOf } from './model';

const say = sayOf('balance', 'en');
const ALL: BalanceView = { kind: 'all' };
const MONTHS: BalanceView = { kind: 'months' };
const only = (org: string): BalanceView => ({ kind: 'org', org });
const ORGS = ['openai', 'meta', 'xai', 'tesla'];

/** Counted to a day after all moves. */
const dataOf = (
  moves: readonly MoveSpec[],
  counts: readonly CountSpec[] = [],
  orgs = ORGS,
  person?: string,
): Dataset => madeData(orgs, madeMoves(moves, person), counts, { movesTo: '2026-06-26' });
const some = (n: number, from: string, to: string, date = '2025-06', said?: 'said') =>
  Array.from({ length: n }, (): MoveSpec => (said ? [from, to, date, said] : [from, to, date]));

const draw = (data: Dataset, view: BalanceView = ALL, size: Size = 'wide') =>
  (size === 'card' ? card : page)(modelOf(data, view, 'en'), { ...FRAMES[size], lang: 'en', say });
const textsOf = (data: Dataset, view?: BalanceView, size?: Size) =>
  labelsOf(draw(data, view, size)).map(({ text }) => text);
const markOf = (data: Dataset, id: string, view?: BalanceView, size?: Size) => {
  const found = marksOf(draw(data, view, size)).find((mark) => mark.id === id);
  if (!found) throw new Error(`no mark ${id}`);
  return found;
};
const middle = ({ x, width }: { x: number; width: number }) => x + width / 2;

/** Three in and none out of the second by name; one of them only reported; five more counted. */
const DATA = dataOf(
  [...some(2, 'openai', 'meta'), ['tesla', 'meta', '2025-07', 'said'], ['openai', 'xai', '2024']],
  [['openai', 'meta', 'total', 7]],
);

describe('three counts', () => {
  test('every net lies on one scale about one zero: a unit is as long in every row', () => {
    const { items } = draw(DATA);
    const zeros = flat(items).filter(
      (item) => item.kind === 'line' && item.x1 === item.x2 && item.width === 2,
    );
    expect(new Set(zeros.map((line) => (line.kind === 'line' ? line.x1 : 0))).size).toBe(1);
    const [zero] = zeros;
    const at = (id: string) => middle(markOf(DATA, id).box) - (zero?.kind === 'line' ? zero.x1 : 0);
    expect(at('meta-named') / 3).toBeCloseTo(at('meta-confirmed') / 2, 3);
    expect(at('meta-counted') / 8).toBeCloseTo(at('meta-confirmed') / 2, 3);
    expect(at('openai-named') / -3).toBeCloseTo(at('meta-confirmed') / 2, 3);
  });

  test('solid is confirmed, outlined named, dashed counted; each beside its number, and one number where all agree', () => {
    expect(['confirmed', 'named', 'counted'].map((way) => markOf(DATA, `meta-${way}`).look)).toEqual([
      'solid',
      'said',
      'ghost',
    ]);
    const numbers = labelsOf(draw(DATA)).filter(({ mark }) => mark?.startsWith('meta-'));
    expect(numbers.map(({ text }) => text)).toEqual(['+2', '+3', '+8']);
    for (const { box, mark } of numbers)
      expect(Math.abs(middle(box) - middle(markOf(DATA, mark ?? '').box))).toBeLessThan(1);
    const xai = labelsOf(draw(DATA)).filter(({ mark }) => mark?.startsWith('xai-'));
    expect(xai.map(({ text }) => text)).toEqual(['+1']);
  });

  test('two counts that differ by one stand clear of each other where a dot is still seen', () => {
    const data = dataOf(
      [...some(16, 'openai', 'meta'), ['openai', 'meta', '2025-07', 'said']],
      [['openai', 'meta', 'total', 18]],
    );
    for (const size of ['wide', 'medium'] as const) {
      const [confirmed, named, counted] = ['confirmed', 'named', 'counted'].map(
        (way) => markOf(data, `meta-${way}`, ALL, size).box,
      );
      expect((confirmed?.x ?? 0) + (confirmed?.width ?? 0)).toBeLessThanOrEqual(named?.x ?? 0);
      expect((named?.x ?? 0) + (named?.width ?? 0)).toBeLessThanOrEqual(counted?.x ?? 0);
    }
  });

  test('the summary goes through the organisations in the order of the rows', () => {
    const { summary } = definition.words(modelOf(DATA, ALL, 'en'), say, 'en');
    expect(summary).toContain('meta +3 (+2; +8), xai +1 (+1; +1), tesla −1 (0; −1) and openai −3 (−3; −8)');
  });

  test('where they stand is said in words, in the order of their nets', () => {
    const model = modelOf(DATA, ALL, 'en');
    expect(model.shown.map(({ id }) => id)).toEqual(['meta', 'xai', 'tesla', 'openai']);
    expect(model.shown.map(standingOf)).toEqual(['ahead', 'ahead', 'open', 'behind']);
    const said = textsOf(DATA).filter((text) => /^(always|depends)/.test(text));
    expect(said).toEqual([
      'always above zero',
      'always above zero',
      'depends on the count',
      'always below zero',
    ]);
  });

  test('what each dot means is said once, before any row', () => {
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      const texts = textsOf(DATA, ALL, size);
      expect(texts.slice(0, 3)).toEqual([
        'confirmed moves only',
        'all named moves',
        'with the larger press count',
      ]);
    }
  });

  test('the title says who is ahead and who behind only where somebody is', () => {
    const title = (data: Dataset) => definition.words(modelOf(data, ALL, 'en'), say, 'en').title;
    expect(title(DATA)).toBe('meta and xai are above zero and openai below on every count');
    const level = dataOf([
      ['openai', 'meta', '2025'],
      ['meta', 'openai', '2025'],
    ]);
    expect(title(level)).toBe('Moves in minus moves out of two companies, by three ways of counting');
  });
});

describe('month by month', () => {
  const data = dataOf([
    ...some(4, 'openai', 'meta', '2025-06'),
    ...some(2, 'meta', 'openai', '2025-08'),
    ['tesla', 'meta', '2024'],
    ['meta', 'xai', '2026-03'],
  ]);

  test('every month with moves is a mark with its net, and opens these moves', () => {
    expect(marksOf(draw(data, MONTHS)).filter(({ id }) => id.startsWith('meta'))).toMatchObject([
      { name: 'meta, 2024: 1 in, 0 out, net +1' },
      { name: 'meta, June 2025: 4 in, 0 out, net +5' },
      { name: 'meta, August 2025: 0 in, 2 out, net +3' },
      { name: 'meta, March 2026: 0 in, 1 out, net +2' },
    ]);
    const table = definition.table(modelOf(data, MONTHS, 'en'), say, 'en');
    expect(table.rows.find(({ id }) => id === 'meta-2025-08')?.evidence.map(({ id }) => id)).toEqual([
      'm4',
      'm5',
    ]);
  });

  test('the line of an organisation has no gap', () => {
    const marks = marksOf(draw(data, MONTHS)).filter(({ id }) => id.startsWith('meta'));
    marks.slice(1).forEach(({ box }, i) => {
      const before = marks[i]?.box ?? box;
      expect(before.x + before.width).toBeGreaterThanOrEqual(box.x);
    });
  });

  test('all panels have one scale', () => {
    const heightOf = (id: string) => markOf(data, id, MONTHS).box.height;
    expect(heightOf('meta-2025-06')).toBeCloseTo(heightOf('openai-2025-06'), 5);
  });

  test('every panel says by how much its net changed in the stretch of most moves, on every size', () => {
    for (const size of ['wide', 'medium', 'narrow'] as const)
      expect(textsOf(data, MONTHS, size).filter((text) => text.includes('in June to August 2025'))).toEqual(
        ['−2', '+2', '0', '0'].map((change) => `${change} in June to August 2025`),
      );
    const { title } = definition.words(modelOf(data, MONTHS, 'en'), say, 'en');
    expect(title).toBe('June to August 2025: meta’s net rose by 2, openai’s fell by 2');
  });

  test('where there are too many months a mark is a year, and opens all its moves', () => {
    const many = Array.from({ length: 60 }, (_, i): MoveSpec => {
      const month = String((i % 12) + 1).padStart(2, '0');
      return ['openai', 'meta', `${2020 + Math.floor(i / 12)}-${month}`];
    });
    const marks = marksOf(draw(dataOf(many), MONTHS)).filter(({ id }) => id.startsWith('meta'));
    expect(marks.map(({ id }) => id)).toEqual([2020, 2021, 2022, 2023, 2024].map((year) => `meta-${year}`));
    const table = definition.table(modelOf(dataOf(many), MONTHS, 'en'), say, 'en');
    expect(table.rows.find(({ id }) => id === 'meta-2022')?.evidence).toHaveLength(12);
  });
});

describe('one organisation', () => {
  const data = dataOf([
    ['openai', 'meta', '2025-06'],
    ['tesla', 'meta', '2025-06', 'said'],
    ['meta', 'xai', '2025-06'],
    ['meta', 'openai', '2025-09'],
  ]);
  const boxOf = (id: string) => markOf(data, id, only('meta')).box;

  test('in goes up from the net before, out goes down from there, a block a move, all as high', () => {
    expect(boxOf('m0').y).toBeGreaterThan(boxOf('m1').y);
    expect(boxOf('m2').y).toBeCloseTo(boxOf('m1').y, 5);
    expect(boxOf('m3').y).toBeCloseTo(boxOf('m0').y, 5);
    for (const id of ['m1', 'm2', 'm3']) expect(boxOf(id).height).toBeCloseTo(boxOf('m0').height, 5);
    expect(boxOf('m2').x).toBeGreaterThan(boxOf('m0').x + boxOf('m0').width);
  });

  test('a block has the hue of the organisation left, solid where confirmed, and its person’s name where all have room', () => {
    expect(markOf(data, 'm1', only('meta'))).toMatchObject({ tone: 'tesla', look: 'said' });
    expect(markOf(data, 'm2', only('meta'))).toMatchObject({ tone: 'meta', look: 'solid' });
    // Two of one month stand over each other, the later first.
    expect(textsOf(data, only('meta'))).toEqual(
      expect.arrayContaining(['Person 1,', 'Person 0', 'Person 2', 'Person 3']),
    );
  });

  test('where names have no room a high column says how many and from where', () => {
    const raid = dataOf([...some(30, 'openai', 'meta'), ['meta', 'xai', '2025-09']]);
    const texts = textsOf(raid, only('meta'));
    expect(texts).toContain('June 2025: 30 from openai');
    expect(texts.filter((text) => text.startsWith('Person'))).toEqual([]);
  });

  test('a move has one area, also where a month has moves both ways or twice as many', () => {
    const twice = dataOf(
      [data, data].flatMap(({ moves }) =>
        moves.map(({ from, to, date }): MoveSpec => [from, to, date.slice(0, 7)]),
      ),
    );
    for (const rows of [data, twice])
      for (const size of ['wide', 'medium', 'narrow'] as const) {
        const blocks = marksOf(draw(rows, only('meta'), size)).filter(({ id }) => /^m\d/.test(id));
        expect(blocks).toHaveLength(rows.moves.length);
        const sizes = blocks.map(({ box }) => `${box.width.toFixed(2)} × ${box.height.toFixed(2)}`);
        expect(new Set(sizes).size, size).toBe(1);
      }
  });

  test('what has no month stands aside of the months, on a ground of its own, and is called so', () => {
    const vague = dataOf([
      ['openai', 'meta', '2025-06'],
      ['openai', 'meta', '2025', 'said'],
      ['meta', 'xai', '2025'],
      ['openai', 'meta', '2025-07'],
      ['openai', 'meta', '2024'],
      ['openai', 'meta', '2026-01'],
    ]);
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      const { items } = draw(vague, only('meta'), size);
      const at = (id: string) => markOf(vague, id, only('meta'), size).box;
      const grounds = flat(items).filter((item) => item.kind === 'shape' && item.fill === 'rule');
      expect(grounds).toHaveLength(2);
      // Further from the months on both sides than one month is from the next.
      const apart = (left: string, right: string) => at(right).x - (at(left).x + at(left).width);
      for (const [left, right] of [
        ['m0', 'm1'],
        ['m2', 'm3'],
      ] as const)
        expect(apart(left, right)).toBeGreaterThan(2 * apart('m3', 'm5'));
      const texts = textsOf(vague, only('meta'), size);
      expect(texts.some((text) => text.endsWith('shaded: only the year is known'))).toBe(true);
      expect(texts.filter((text) => text === 'year only')).toHaveLength(2);
      expect(texts.filter((text) => text === '2025')).toHaveLength(1);
    }
    // Where years are all that is drawn, none stands aside.
    const bare = draw(dataOf([['openai', 'meta', '2025']]), only('meta'));
    expect(flat(bare.items).filter((item) => item.kind === 'shape' && item.fill === 'rule')).toEqual([]);
    expect(labelsOf(bare).some(({ text }) => text.includes('shaded'))).toBe(false);
  });

  test('a year of one move has its number, however many the others have', () => {
    const months = ['02', '04', '06', '08', '10', '12'];
    const busy = ['2023', '2024', '2025'].flatMap((year) =>
      months.flatMap((month): MoveSpec[] => [
        ['openai', 'meta', `${year}-${month}`],
        ['meta', 'xai', `${year}-${month}`],
      ]),
    );
    const early = dataOf([['openai', 'meta', '2017-06'], ...busy]);
    for (const size of ['wide', 'medium', 'narrow'] as const)
      expect(textsOf(early, only('meta'), size)).toEqual(
        expect.arrayContaining(['2017', '2023', '2024', '2025']),
      );
  });

  test('two people are told from one whose name is broken: a comma ends each but the last', () => {
    const two = dataOf(some(2, 'openai', 'meta'), [], ORGS, 'Jean-Baptiste Œhlenschläger-Ñuñez');
    const names = labelsOf(draw(two, only('meta'))).filter(({ mark }) => /^m\d/.test(mark ?? ''));
    expect(names.map(({ text }) => text.endsWith(','))).toEqual([true, false]);
    const one = dataOf([['openai', 'meta', '2025-06']], [], ORGS, 'Jean-Baptiste Œhlenschläger-Ñuñez');
    const [name] = labelsOf(draw(one, only('meta'))).filter(({ mark }) => mark === 'm0');
    // With room beside its block it is not broken at all.
    expect(name?.lines).toHaveLength(1);
    expect(name?.text.endsWith(',')).toBe(false);
  });

  test('the moves of a month stand in a group of its own name', () => {
    const groups = (items: readonly Item[]): Group[] =>
      items.flatMap((item) => (item.kind === 'group' ? [item, ...groups(item.items)] : []));
    expect(groups(draw(data, only('meta')).items).map(({ name }) => name)).toEqual([
      'June 2025: 2 in',
      'June 2025: 1 to xai',
      'September 2025: 1 to openai',
    ]);
  });

  test('its three nets stand beneath, each a mark', () => {
    const texts = textsOf(data, only('meta'));
    expect(texts.slice(-3)).toEqual([
      '−1 confirmed moves only',
      '0 all named moves',
      '0 with larger counts: none',
    ]);
    expect(
      marksOf(draw(data, only('meta')))
        .slice(-3)
        .map(({ id }) => id),
    ).toEqual(['meta-confirmed', 'meta-named', 'meta-counted']);
  });

  test('above 150 moves those of a month that look alike are one block, which opens them all', () => {
    const many = dataOf([...some(100, 'openai', 'meta'), ...some(60, 'openai', 'meta', '2025-06', 'said')]);
    const [first, second] = marksOf(draw(many, only('meta')));
    expect([first?.look, second?.look]).toEqual(['solid', 'said']);
    expect((first?.box.height ?? 0) / (second?.box.height ?? 1)).toBeCloseTo(100 / 60, 0);
    const table = definition.table(modelOf(many, only('meta'), 'en'), say, 'en');
    expect(table.rows.find(({ id }) => id === first?.id)?.evidence).toHaveLength(100);
  });
});

test('an embed’s drawings are no higher than its article bears', () => {
  const data = dataOf(
    ORGS.flatMap((from) => ORGS.flatMap((to) => (from === to ? [] : some(4, from, to, '2025-06')))),
    [['openai', 'meta', 'total', 30]],
  );
  for (const view of [ALL, MONTHS, only('meta')]) {
    // Its embed then is 640 high at most, and no lower by a twelfth than the phone’s drawing before it.
    expect(draw(data, view, 'medium').height).toBeLessThanOrEqual(360);
    expect(draw(data, view, 'narrow').height).toBeLessThanOrEqual(430);
  }
});

const anyDate = fc.oneof(
  fc.integer({ min: 2015, max: 2026 }).map(String),
  fc
    .tuple(fc.integer({ min: 2015, max: 2025 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
);
const orgs = ['a', 'b', 'c', 'Göteborgs-Hochschule', 'Aktiengesellschaft für künstliche Dinge'];
const anyMoves = fc.array(
  fc
    .tuple(fc.constantFrom(...orgs), fc.constantFrom(...orgs), anyDate, fc.boolean())
    .filter(([from, to]) => from !== to)
    .map(([from, to, date, said]): MoveSpec => (said ? [from, to, date, 'said'] : [from, to, date])),
  { minLength: 1, maxLength: 40 },
);
const anyCounts = fc.array(
  fc
    .tuple(fc.constantFrom(...orgs), fc.constantFrom(...orgs), fc.integer({ min: 1, max: 900 }))
    .filter(([from, to]) => from !== to)
    .map(([from, to, value]): CountSpec => [from, to, 'total', value]),
  { maxLength: 3 },
);

test('whatever the rows, no label lies on another, none is cut, and every mark is in its frame and in the table', () => {
  fc.assert(
    fc.property(anyMoves, anyCounts, fc.integer({ min: 0, max: 6 }), (moves, counts, at) => {
      const data = dataOf(moves, counts, orgs, 'Jean-Baptiste Œhlenschläger-Ñuñez');
      const views = definition.views(data);
      const { view } = views[at % views.length] ?? { view: ALL };
      const rows = new Set(definition.table(modelOf(data, view, 'en'), say, 'en').rows.map(({ id }) => id));
      for (const size of ['wide', 'medium', 'narrow', 'step-narrow', 'card'] as const) {
        const drawing = draw(data, view, size);
        expect(faultsOf(drawing), size).toEqual([]);
        for (const { id } of marksOf(drawing)) expect(rows).toContain(id);
      }
    }),
    { numRuns: 60 },
  );
});

test('where every month has moves of every way and standing, those of a year are one', () => {
  const months = ['2024', '2025'].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
  );
  const many = months.flatMap((month) =>
    ['openai', 'xai', 'tesla'].flatMap((org) =>
      ([undefined, 'said'] as const).flatMap((said) => [
        ...some(2, org, 'meta', month, said),
        ...some(1, 'meta', org, month, said),
      ]),
    ),
  );
  const marks = marksOf(draw(dataOf(many), only('meta')));
  // Each year three ways in and three out, confirmed and reported; and the three counts.
  expect(marks.filter(({ id }) => /-20\d\d-/.test(id))).toHaveLength(2 * 12);
});
