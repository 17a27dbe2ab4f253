import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import type { Dataset, Move } from '~/data/types';
import { inEvery, PUBLISHED } from '~/i18n/languages';
import { boxOf } from '~/kit/labels';
import { measureText } from '~/kit/measure';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { definition, type FlowsView } from './definition';
import { layout } from './layout';

const say = sayOf('flows', 'en');
const ORGS = ['openai', 'meta', 'xai', 'tesla'];
const both = (text: string) => inEvery(text);

function move(id: string, from: string, to: string, date: string, confirmed = true): Move {
  return {
    id,
    person: `Person ${id}`,
    from,
    to,
    date,
    precision: 'day',
    dateMeans: 'reported',
    fromRole: both('a'),
    toRole: both('b'),
    function: 'research',
    status: confirmed ? 'confirmed-by-person' : 'reported',
    confirmed,
    scope: 'core',
    wave: '',
    sources: ['s'],
    singleSource: true,
    note: both(''),
  };
}

function dataOf(moves: readonly Move[]): Dataset {
  const organisations = ORGS.map((id, i) => ({ id, name: both(id), scope: 'core' as const, rank: i + 1 }));
  const movesTo =
    moves
      .map((one) => one.date)
      .sort()
      .at(-1) ?? '2025-01-01';
  return { organisations, waves: [], moves, figures: [], movesTo } as unknown as Dataset;
}

const draw = (data: Dataset, view: FlowsView = { kind: 'all' }, size: Size = 'wide') =>
  layout(Object.freeze(definition.model(data, view, 'en')), {
    ...FRAMES[size],
    lang: 'en',
    say,
    measure: measureText,
  });

/** First y and last y of a thread: where it leaves and where it arrives. */
function ends(d: string): { leaves: number; arrives: number } {
  const [, leaves] = /^M\S+ (\S+?)H/.exec(d) ?? [];
  const [, arrives] = / (\S+?)H\S+V/.exec(d) ?? [];
  return { leaves: Number(leaves), arrives: Number(arrives) };
}

test('on a card no current leaves the drawing, however uneven they are', () => {
  const many = Array.from({ length: 18 }, (_, i) => move(`a${i}`, 'openai', 'meta', '2025'));
  const { ribbons } = draw(
    dataOf([...many, move('b', 'xai', 'meta', '2025')]),
    { kind: 'wave', wave: '' },
    'card',
  );
  for (const { d } of ribbons.flatMap((ribbon) => ribbon.marks)) {
    expect(ends(d).leaves).toBeGreaterThanOrEqual(0);
    expect(ends(d).arrives).toBeGreaterThanOrEqual(0);
  }
});

describe('threads', () => {
  test('leave an organisation confirmed first, then reported, each in the order of their dates', () => {
    const data = dataOf([
      move('late', 'openai', 'meta', '2025-09-01'),
      move('said', 'openai', 'meta', '2025-01-01', false),
      move('early', 'openai', 'meta', '2025-06-01'),
    ]);
    const { marks } = draw(data);
    const order = [...marks].sort((a, b) => ends(a.d).leaves - ends(b.d).leaves).map((mark) => mark.id);
    expect(order).toEqual(['early', 'late', 'said']);
  });

  test('a confirmed move is solid, a reported one outlined, both in the hue of the company left', () => {
    const { marks } = draw(
      dataOf([move('a', 'xai', 'meta', '2025'), move('b', 'tesla', 'xai', '2025', false)]),
    );
    expect(marks.map(({ id, look, tone }) => [id, look, tone])).toEqual([
      ['a', 'solid', 'xai'],
      ['b', 'said', 'tesla'],
    ]);
  });

  test('what a view does not choose stays as pale ground, and is left out of a plain drawing', () => {
    const data = dataOf([move('a', 'openai', 'meta', '2025'), move('b', 'meta', 'openai', '2025')]);
    const pair: FlowsView = { kind: 'pair', from: 'openai', to: 'meta' };
    const shown = draw(data, pair);
    expect(shown.marks.map((mark) => mark.id)).toEqual(['a']);
    expect(shown.ground.map((mark) => mark.id)).toEqual(['b']);
    expect(shown.labels.map((label) => label.text)).toContain('Person a');
    expect(shown.labels.map((label) => label.text)).not.toContain('Person b');
    expect(draw(data, pair, 'step').ground).toEqual([]);
  });

  const moves = fc
    .uniqueArray(
      fc.record({
        from: fc.constantFrom(...ORGS),
        to: fc.constantFrom(...ORGS),
        date: fc.constantFrom('2023', '2024-05', '2025-06-28', '2026-06'),
        confirmed: fc.boolean(),
        id: fc.stringMatching(/^[a-z]{3,6}$/),
      }),
      { selector: (one) => one.id, minLength: 1, maxLength: 70 },
    )
    .map((all) =>
      all
        .filter((one) => one.from !== one.to)
        .map((one) => move(one.id, one.from, one.to, one.date, one.confirmed)),
    )
    .filter((all) => all.length > 0);

  test('every move has one thread, and no two share a place at either end', () => {
    fc.assert(
      fc.property(moves, fc.constantFrom<Size>('wide', 'medium', 'narrow', 'poster'), (all, size) => {
        const { marks } = draw(dataOf(all), { kind: 'all' }, size);
        expect(marks.map((mark) => mark.id).sort()).toEqual(all.map((one) => one.id).sort());
        for (const key of ['leaves', 'arrives'] as const) {
          const places = marks.map((mark) => ends(mark.d)[key]);
          expect(new Set(places).size).toBe(places.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const wordsIn = (lang: 'en' | 'de', data: Dataset, view: FlowsView) =>
  definition.words(definition.model(data, view, lang), sayOf('flows', lang), lang);

describe('words', () => {
  test('the title weighs the two directions between which most moves run', () => {
    const data = dataOf([
      move('a', 'xai', 'tesla', '2025'),
      move('b', 'openai', 'meta', '2025'),
      move('c', 'openai', 'meta', '2025'),
      move('d', 'meta', 'openai', '2025'),
    ]);
    const { title } = definition.words(definition.model(data, { kind: 'all' }, 'en'), say, 'en');
    expect(title).toBe('2\u00a0named moves from openai to meta, 1\u00a0from\u00a0meta to openai');
  });

  test('the open year ends with the last month of the data', () => {
    const data = dataOf([move('a', 'xai', 'meta', '2026-03'), move('b', 'xai', 'meta', '2026-05-02')]);
    const view: FlowsView = { kind: 'period', since: '2026' };
    expect(wordsIn('en', data, view).name).toBe('2026, to May');
    expect(wordsIn('de', data, view).name).toBe('2026 bis Mai');
  });

  test('confirmed and reported moves are each told with their own number', () => {
    const data = dataOf([
      move('a', 'xai', 'meta', '2025'),
      move('b', 'xai', 'meta', '2025', false),
      move('c', 'openai', 'meta', '2025', false),
    ]);
    for (const view of [
      { kind: 'period', since: '2025', until: '2025' },
      { kind: 'wave', wave: '' },
    ] as const) {
      expect(wordsIn('en', data, view).summary).toMatch(/; one is confirmed, two reported only\.$/);
      expect(wordsIn('de', data, view).summary).toMatch(/; einer ist bestätigt, zwei nur berichtet\.$/);
      expect(wordsIn('en', data, view).subtitle).toMatch(/^One is confirmed, two reported only\. /);
    }
  });

  test('a single move is told in the singular', () => {
    const data = dataOf([move('a', 'openai', 'tesla', '2017-06-20')]);
    const words = definition.words(
      definition.model(data, { kind: 'pair', from: 'openai', to: 'tesla' }, 'en'),
      say,
      'en',
    );
    expect(words.title).toBe('One named move from openai to tesla');
  });
});

/** Top and bottom of a thread at `x`, or undefined beyond its ends: level, one cubic, level. */
function threadAt(d: string, x: number): readonly [number, number] | undefined {
  const n = (d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  const [x0 = 0, top = 0, a = 0, mid = 0, , , , b = 0, arrives = 0, x1 = 0, bottom = 0] = n;
  if (x < x0 || x > x1) return undefined;
  let [lo, hi] = [0, 1];
  for (let step = 0; step < 30; step++) {
    const t = (lo + hi) / 2;
    const at = (1 - t) ** 3 * a + 3 * t * (1 - t) * mid + t ** 3 * b;
    if (at < x) lo = t;
    else hi = t;
  }
  const share = x <= a ? 0 : x >= b ? 1 : 3 * lo ** 2 - 2 * lo ** 3;
  const y = top + share * (arrives - top);
  return [y, y + bottom - arrives];
}

describe('on a phone', () => {
  const data = loadPackage('content/data');
  /** CSS pixels between a word and a thread of another organisation, and of its own, which lie right under it. */
  const CLEAR = { other: 10, own: 3 };
  test.each(
    PUBLISHED.flatMap((lang) => (['narrow', 'medium'] as const).map((size) => [lang, size] as const)),
  )('no word lies on a thread in any view, in %s, %s', (lang, size) => {
    const words = sayOf('flows', lang);
    for (const { slug, view } of definition.views(data)) {
      const model = definition.model(data, view, lang);
      const frame = { ...FRAMES[size], lang, say: words, measure: measureText };
      const { labels, marks, ground } = layout(model, frame);
      const met = labels.flatMap((label) => {
        const box = boxOf(label, measureText);
        return [...marks, ...ground].flatMap(({ id, d }) => {
          const { leaves, arrives } = ends(d);
          // The threads of its own stack begin, or end, beneath a word; those of another come from above.
          const below =
            Math.max(leaves, arrives) > box.y && [leaves, arrives].some((y) => y > box.y && y < box.y + 90);
          const air = below ? CLEAR.own : CLEAR.other;
          const hit = Array.from({ length: Math.ceil(box.width / 3) + 1 }, (_, i) =>
            threadAt(d, box.x + Math.min(3 * i, box.width)),
          ).some((at) => at && at[0] < box.y + box.height + air && box.y - air < at[1]);
          return hit ? [`${slug}: "${label.text}" on ${id}`] : [];
        });
      });
      expect(met).toEqual([]);
    }
  });
});
