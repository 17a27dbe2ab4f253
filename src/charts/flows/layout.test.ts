import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, Move } from '~/data/types';
import { type Group, type Item, labelsOf, marksOf } from '~/kit/items';
import { madeData, madeMove } from '~/model/testing/made';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { card } from './card';
import { MERGE_ABOVE } from './currents';
import { definition } from './definition';
import { page, poster } from './layout';
import type { FlowsView } from './model';

const say = sayOf('flows', 'en');
const ORGS = ['openai', 'meta', 'xai', 'tesla'];

const move = (id: string, from: string, to: string, date: string, confirmed = true): Move =>
  madeMove(id, from, to, date, { confirmed });
const dataOf = (moves: readonly Move[]): Dataset => madeData(ORGS, moves);

const LAYOUTS = { wide: page, medium: page, narrow: page, card, poster, map: page };

const draw = (data: Dataset, view: FlowsView = { kind: 'all' }, size: Size = 'wide') =>
  LAYOUTS[FRAMES[size].kind](Object.freeze(definition.model(data, view, 'en')), {
    ...FRAMES[size],
    lang: 'en',
    say,
  });

/** As many moves of one direction, the first `confirmed` of them confirmed. */
const many = (n: number, from: string, to: string, confirmed = n) =>
  Array.from({ length: n }, (_, i) => move(`${from}-${to}-${i}`, from, to, '2025', i < confirmed));

const chosenIn = (drawing: { items: readonly Item[] }) =>
  marksOf(drawing).filter((mark) => mark.look !== 'context');
const groundIn = (drawing: { items: readonly Item[] }) =>
  marksOf(drawing).filter((mark) => mark.look === 'context');
const textsIn = (drawing: { items: readonly Item[] }) => labelsOf(drawing).map((label) => label.text);
const labelIn = (drawing: { items: readonly Item[] }, text: string) =>
  labelsOf(drawing).find((label) => label.text === text);
const groupsIn = ({ items }: { items: readonly Item[] }) =>
  items.filter((item): item is Group & { name: string } => item.kind === 'group' && item.name !== undefined);

describe('threads', () => {
  test('of one direction lie confirmed first, then reported, each in the order of their dates', () => {
    const data = dataOf([
      move('late', 'openai', 'meta', '2025-09-01'),
      move('said', 'openai', 'meta', '2025-01-01', false),
      move('early', 'openai', 'meta', '2025-06-01'),
    ]);
    const order = [...chosenIn(draw(data))].sort((a, b) => a.box.y - b.box.y).map((mark) => mark.id);
    expect(order).toEqual(['early', 'late', 'said']);
  });

  test('a confirmed move is solid, a reported one outlined, both in the hue of the company left', () => {
    const marks = chosenIn(
      draw(dataOf([move('a', 'xai', 'meta', '2025'), move('b', 'tesla', 'xai', '2025', false)])),
    );
    expect(marks.map(({ id, look, tone }) => [id, look, tone])).toEqual([
      ['a', 'solid', 'xai'],
      ['b', 'said', 'tesla'],
    ]);
  });

  test('stand in a group that says between whom and how many, beside their number and their names', () => {
    const data = dataOf([...many(6, 'openai', 'meta'), ...many(1, 'meta', 'openai')]);
    const [large, small] = groupsIn(draw(data));
    expect([large?.name, small?.name]).toEqual([
      'openai to meta, 6 named moves',
      'meta to openai, one named move',
    ]);
    expect(textsIn({ items: large?.items ?? [] })).toEqual(['6', '6']);
    const [pair] = groupsIn(draw(data, { kind: 'pair', from: 'openai', to: 'meta' }));
    expect(textsIn({ items: pair?.items ?? [] })).toContain('Person openai-meta-3 2025');
  });

  test.each(['wide', 'medium', 'narrow'] as const)(
    'say where a large current leads on a %s drawing',
    (size) => {
      const data = dataOf([...many(21, 'openai', 'meta'), ...many(2, 'xai', 'meta')]);
      const drawing = draw(data, { kind: 'all' }, size);
      const said = labelIn(drawing, 'to meta')?.box;
      const number = labelIn(drawing, '21')?.box;
      expect(said?.y).toBeGreaterThan(number?.y ?? 0);
      expect(textsIn(drawing)).not.toContain('from xai');
    },
  );

  test('a single one passes over a ribbon', () => {
    const data = dataOf([...many(1, 'meta', 'openai'), ...many(9, 'openai', 'meta')]);
    expect(chosenIn(draw(data)).at(-1)?.id).toBe('meta-openai-0');
  });

  test('what a small view does not choose stays as pale ground, and is left out of a plain drawing', () => {
    const data = dataOf([move('a', 'openai', 'meta', '2025'), move('b', 'meta', 'openai', '2025')]);
    const pair: FlowsView = { kind: 'pair', from: 'openai', to: 'meta' };
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      const shown = draw(data, pair, size);
      expect(chosenIn(shown).map((mark) => mark.id)).toEqual(['a']);
      expect(groundIn(shown).map((mark) => mark.id)).toEqual(['b']);
      expect(textsIn(shown).join()).toContain('Person a');
      expect(textsIn(shown).join()).not.toContain('Person b');
    }
    expect(groundIn(draw(data, pair, 'step'))).toEqual([]);
  });
});

describe('numbers', () => {
  const data = dataOf([
    ...many(20, 'openai', 'meta', 12),
    ...many(4, 'meta', 'openai'),
    ...many(1, 'xai', 'meta'),
  ]);

  test('stand at both ends of a current, the larger the more it is; one thread counts itself', () => {
    const labels = labelsOf(draw(data));
    const [a, b] = labels.filter((label) => label.text === '20');
    const small = labels.filter((label) => label.text === '4');
    expect([a?.lines[0]?.spans[0]?.view, b?.lines[0]?.spans[0]?.view]).toEqual(
      Array(2).fill('openai-to-meta'),
    );
    expect(a?.size).toBeGreaterThan(1.5 * (small[0]?.size ?? 0));
    expect(small).toHaveLength(2);
    expect(labels.map((label) => label.text)).not.toContain('1');
  });

  test('of a large one say how much of it is confirmed', () => {
    expect(textsIn(draw(data))).toContain('12 confirmed');
  });
});

describe('names', () => {
  test('give way to counts where the drawing would be too high', () => {
    const pair: FlowsView = { kind: 'pair', from: 'openai', to: 'meta' };
    const of = (n: number) => draw(dataOf(many(n, 'openai', 'meta')), pair, 'medium');
    const [few, more] = [of(9), of(25)];
    expect(textsIn(few)).toContain('Person openai-meta-8 2025');
    expect(textsIn(more)).toEqual(['openai', '25', '25', 'meta']);
    expect(more.height).toBeLessThanOrEqual(325);
  });

  test('are all on the poster, each at its thread', () => {
    const data = dataOf([...many(40, 'openai', 'meta'), ...many(20, 'xai', 'tesla')]);
    const drawing = draw(data, { kind: 'all' }, 'poster');
    for (const { id, box } of marksOf(drawing)) {
      const label = labelsOf(drawing).find((one) => one.mark === id);
      const middle = (label?.box.y ?? 0) + (label?.box.height ?? 0) / 2;
      expect(middle).toBeGreaterThan(box.y);
      expect(middle).toBeLessThan(box.y + box.height + 4);
      expect(label?.box.x).toBeGreaterThan(box.x + box.width);
    }
  });
});

describe('very many moves', () => {
  const data = dataOf([
    ...many(3 * MERGE_ABOVE, 'openai', 'meta', MERGE_ABOVE),
    ...many(10, 'xai', 'tesla', 0),
  ]);

  test('merge into a ribbon for the confirmed and one for the others, as thick as they are many', () => {
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      const drawing = draw(data, { kind: 'all' }, size);
      const marks = chosenIn(drawing);
      expect(marks.map(({ id, look }) => [id, look])).toEqual([
        ['openai-to-meta-confirmed', 'solid'],
        ['openai-to-meta-reported', 'said'],
        ['xai-to-tesla-reported', 'said'],
      ]);
      expect(drawing.height).toBeLessThanOrEqual(430);
    }
    const pair: FlowsView = { kind: 'pair', from: 'openai', to: 'meta' };
    const [confirmed, reported] = chosenIn(draw(data, pair, 'step'));
    expect((reported?.box.height ?? 0) / (confirmed?.box.height ?? 1)).toBeCloseTo(2, 1);
  });

  test('still open every move behind a mark, in the table as in the evidence', () => {
    const table = definition.table(definition.model(data, { kind: 'all' }, 'en'), say, 'en');
    expect(table.rows.map((row) => [row.id, row.cells['moves'], row.evidence.length])).toEqual([
      ['openai-to-meta-confirmed', MERGE_ABOVE, MERGE_ABOVE],
      ['openai-to-meta-reported', 2 * MERGE_ABOVE, 2 * MERGE_ABOVE],
      ['xai-to-tesla-reported', 10, 10],
    ]);
  });
});

describe('the card', () => {
  test('has the two currents that run against each other cross, with their numbers', () => {
    const drawing = draw(
      dataOf([...many(5, 'openai', 'meta'), ...many(3, 'meta', 'openai')]),
      undefined,
      'card',
    );
    const [five, three] = [labelIn(drawing, '5'), labelIn(drawing, '3')];
    expect(five?.box.y).toBeLessThan(three?.box.y ?? 0);
    const words = labelsOf(drawing).filter((label) => label.text === 'openai');
    const [leaves, arrives] = words.map((label) => label.box);
    expect(leaves?.x).toBeLessThan(five?.box.x ?? 0);
    // OpenAI loses above and gains above: what Meta sends below arrives there.
    expect(arrives?.y).toBeCloseTo(leaves?.y ?? 0, 0);
    expect(labelsOf(drawing).every((label) => label.size >= 44)).toBe(true);
  });

  test('of a view of several says how many moves its rows leave out', () => {
    const data = dataOf([
      ...many(9, 'openai', 'meta'),
      ...many(4, 'meta', 'xai'),
      ...many(3, 'xai', 'tesla'),
      ...many(2, 'tesla', 'openai'),
    ]);
    const drawing = draw(data, { kind: 'period', since: '2025', until: '2025' }, 'card');
    expect(textsIn(drawing)).toContain('2 in other directions');
  });
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

test('every move has one thread, none thinner than seen, and all lie within the drawing', () => {
  fc.assert(
    fc.property(moves, fc.constantFrom<Size>('wide', 'medium', 'narrow', 'poster'), (all, size) => {
      const drawing = draw(dataOf(all), { kind: 'all' }, size);
      const marks = marksOf(drawing);
      expect(marks.map((mark) => mark.id).sort()).toEqual(all.map((one) => one.id).sort());
      for (const { box } of marks) {
        expect(box.height).toBeGreaterThan(1);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(drawing.height);
      }
    }),
    { numRuns: 60 },
  );
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
    expect(wordsIn('en', data, { kind: 'all' }).title).toBe(
      '2\u00a0named moves from openai to meta, 1\u00a0from\u00a0meta to openai',
    );
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

  test('a view without a move says so', () => {
    const data = dataOf([move('a', 'openai', 'tesla', '2017-06-20')]);
    const view: FlowsView = { kind: 'period', since: '2025', until: '2025' };
    expect(wordsIn('en', data, view).title).toBe('2025: no named move');
    expect(wordsIn('de', data, view).title).toBe('2025: kein Wechsel bekannt');
  });
});
