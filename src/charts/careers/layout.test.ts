import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import type { CareerStep, Dataset, EventRow, Move, Organisation } from '~/data/types';
import { CONTENT } from '~/i18n/content';
import { inEvery } from '~/i18n/languages';
import { faultsOf } from '~/kit/faults';
import { flat, type Geometry, type Group, type Item, labelsOf, marksOf } from '~/kit/items';
import { FRAMES, type Size, SMALLEST } from '../contract';
import { sayOf } from '../words';
import { bandPath } from './band';
import { coursesOf } from './courses';
import { definition, PEOPLE_UP_TO } from './definition';
import { card, page } from './layout';
import type { CareersView } from './model';
import { gapOf, monthsBetween } from './spans';

const both = (text: string) => inEvery(text);
const org = (id: string, rank: number, more: Partial<Organisation> = {}): Organisation => ({
  id,
  rank,
  name: both(id),
  scope: 'core',
  founded: '',
  headedBy: '',
  headedEvent: '',
  ...more,
});
const event = (id: string, date: string) => ({ id, date }) as EventRow;
const move = (person: string, from: string, to: string, date: string, more: Partial<Move> = {}) =>
  ({
    ...{
      id: `${person}-${from}-${to}`,
      person,
      from,
      to,
      date,
      dateMeans: 'announced',
      wave: '',
      scope: 'core',
    },
    fromRole: both('Builder'),
    toRole: both('Member'),
    status: 'reported',
    confirmed: false,
    sources: ['s'],
    singleSource: true,
    ...more,
  }) as Move;
const hire = (person: string, from: string): Move =>
  move(person, from, 'openai', '2025-07-08', { wave: 'w', status: 'confirmed-by-person', confirmed: true });
const step = (id: string, person: string, at: string, more: Partial<CareerStep> = {}): CareerStep => ({
  id,
  person,
  org: at,
  group: 'four',
  role: both('Builder'),
  start: '',
  end: '',
  years: undefined,
  with: [],
  exitEvent: '',
  sources: ['s', 't'],
  ...more,
});
const wanderer = (id: string, at: string, start: string, end: string) =>
  step(id, 'Eve', at, { start, end, group: 'wanderers' });

/** Ann: an exit reported before the hire. Bob: a start known by its year. Cem: no start. Dee: so many years. */
const CAREERS = [
  step('ann-1', 'Ann', 'tesla', { start: '2012-10', role: both('Manager') }),
  step('ann-2', 'Ann', 'tesla', {
    start: '2017-01',
    end: '2025',
    role: both('Chief'),
    exitEvent: 'ann-leaves',
  }),
  step('ann-3', 'Ann', 'openai', { start: '2025-07' }),
  step('bob-0', 'Bob', 'shop'),
  step('bob-1', 'Bob', 'xai', { start: '2024', end: '2025-07-07' }),
  step('bob-2', 'Bob', 'openai', { start: '2025-07' }),
  step('cem-0', 'Cem', 'shop', { with: ['Bob'] }),
  step('cem-1', 'Cem', 'xai', { end: '2025-07' }),
  step('cem-2', 'Cem', 'openai', { start: '2025-07' }),
  step('dee-1', 'Dee', 'meta', { end: '2025-07', years: 9 }),
  step('dee-2', 'Dee', 'openai', { start: '2025-07' }),
  wanderer('eve-1', 'tesla', '', '2024-03'),
  wanderer('eve-2', 'xai', '2024-03', '2025'),
  wanderer('eve-3', 'meta', '2025', '2025-08'),
  wanderer('eve-4', 'openai', '2025-08', ''),
];
const DATA = {
  organisations: [
    org('openai', 1),
    org('meta', 2),
    org('xai', 3, { founded: 'xai-founded', headedBy: 'Boss', headedEvent: 'xai-founded' }),
    org('tesla', 4, { headedBy: 'Boss', headedEvent: 'vote' }),
    org('shop', 9, { scope: 'outside' }),
  ],
  moves: [
    ...[hire('Ann', 'tesla'), hire('Bob', 'xai'), hire('Cem', 'xai'), hire('Dee', 'meta')],
    move('Eve', 'tesla', 'xai', '2024-03'),
    move('Eve', 'xai', 'meta', '2025'),
    move('Eve', 'meta', 'openai', '2025-08'),
    move('Fay', 'openai', 'meta', '2025-01-15'),
    move('Fay', 'meta', 'openai', '2025-08'),
  ],
  careers: CAREERS,
  events: [event('xai-founded', '2023-03'), event('vote', '2025-11-06'), event('ann-leaves', '2025-04')],
  movesTo: '2026-06-26',
} as unknown as Dataset;
const without = (id: string): Dataset => ({ ...DATA, events: DATA.events.filter((one) => one.id !== id) });

const HIRES: CareersView = { kind: 'hires' };
const WANDERERS: CareersView = { kind: 'wanderers' };
const say = sayOf('careers', 'en');
const modelOf = (view: CareersView, data = DATA) => definition.model(data, view, 'en');
const draw = (view: CareersView, size: Size, data = DATA): Geometry =>
  (size === 'card' ? card : page)(modelOf(view, data), { ...FRAMES[size], lang: 'en', say });
const titleOf = (data: Dataset, view: CareersView = HIRES) =>
  definition.words(modelOf(view, data), say, 'en').title;
const textsOf = (geometry: Geometry) => labelsOf(geometry).map((label) => label.text);
const markOf = (geometry: Geometry, id: string) => {
  const mark = marksOf(geometry).find((one) => one.id === id);
  if (!mark) throw new Error(`no mark "${id}"`);
  return mark;
};
const groupsOf = (items: readonly Item[]): Group[] =>
  items.flatMap((item) => (item.kind === 'group' ? [item, ...groupsOf(item.items)] : []));

describe('careers into one trunk', () => {
  const wide = draw(HIRES, 'wide');

  test('the bands arrive one under the other, in the order of the names, where the trunk begins', () => {
    const trunk = ['ann-3', 'bob-2', 'cem-2', 'dee-2'].map((id) => markOf(wide, id).box);
    trunk.slice(1).forEach((box, i) => {
      const above = trunk[i];
      expect(box.y - ((above?.y ?? 0) + (above?.height ?? 0))).toBeCloseTo(1, 5);
    });
    for (const person of ['Ann-tesla', 'Bob-xai', 'Cem-xai', 'Dee-meta']) {
      const { x, width } = markOf(wide, `${person}-openai`).box;
      expect(x + width).toBeCloseTo(trunk[0]?.x ?? 0, 5);
    }
  });

  test('who comes from companies of one head stands under a bracket that says so, in every size', () => {
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      const held = groupsOf(draw(HIRES, size).items).find(({ name }) => name?.includes('headed by'));
      expect(held?.name).toBe('Three from companies headed by Boss');
      const people = groupsOf(held?.items ?? []).map(({ name }) => name);
      expect(people).toEqual(['Ann, from tesla', 'Bob, from xai', 'Cem, from xai']);
    }
  });

  test('a company whose head no event vouches for is under no bracket', () => {
    const organisations = DATA.organisations.map((one) => ({ ...one, headedEvent: '' }));
    expect(textsOf(draw(HIRES, 'wide', { ...DATA, organisations })).join()).not.toContain('headed');
  });

  test('a start known by its year fades across that year, and is whole from its end', () => {
    const { fade, box } = markOf(wide, 'Bob-xai-openai');
    const whole = fade?.stops.find((stop) => stop.opacity === 1)?.at ?? 0;
    // Seven years after Ann's second role began.
    const year = (box.x - markOf(wide, 'Ann-tesla-openai').box.x) / 7;
    expect(fade?.from).toBeCloseTo(box.x, 5);
    expect(((fade?.to ?? 0) - (fade?.from ?? 0)) * whole).toBeCloseTo(year, 0);
  });

  test('a start that no source gives fades, and says so; a number of years bounds it', () => {
    const notes = labelsOf(wide).filter((one) => one.text === 'start not reported');
    expect(notes.map((one) => one.mark)).toEqual(['Cem-xai-openai', 'Dee-meta-openai']);
    expect(markOf(wide, 'Cem-xai-openai').fade?.stops[0]?.opacity).toBe(0);
    const dee = modelOf(HIRES).careers.find((career) => career.person === 'Dee')?.stays[0]?.began;
    expect(dee?.map((instant) => new Date(instant).getUTCFullYear())).toEqual([2015, 2016]);
  });

  test('an exit reported before the hire is a break of its own, with words, in every size', () => {
    const stay = modelOf(HIRES).careers[0]?.stays.find((one) => one.exit);
    const gap = stay && gapOf(stay);
    expect(gap?.map((instant) => new Date(instant).toISOString().slice(0, 7))).toEqual([
      '2025-01',
      '2025-05',
    ]);
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      expect(textsOf(draw(HIRES, size))).toContain('exit reported in April\u00a02025');
      expect(textsOf(draw(HIRES, size, without('ann-leaves'))).join()).not.toContain('exit reported');
    }
  });

  test('a page tells everybody’s earlier employers, and with whom; a phone nobody’s', () => {
    const told = (geometry: Geometry) => textsOf(geometry).filter((text) => text.startsWith('before'));
    expect(told(wide)).toEqual(['before: shop', 'before: shop with Bob']);
    expect(told(draw(HIRES, 'narrow'))).toEqual([]);
  });

  test('a scale has a tick for every year of its step up to the hires, and no line is dashed, which would be a sign', () => {
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      const { items } = draw(HIRES, size);
      const years = labelsOf({ items }).filter(({ scale }) => scale);
      const day = labelsOf({ items }).find(({ text }) => text === '8 July 2025')?.box.x ?? 0;
      const lines = flat(items).filter((item) => item.kind === 'line');
      expect(lines.filter(({ dash }) => dash)).toEqual([]);
      const [first, second] = years.map(({ box }) => box.x) as [number, number];
      // Where a year has no room for its number, it still has its tick.
      for (let x = first - 4; x < day - 16; x += second - first)
        expect(
          lines.some(({ x1, x2 }) => x1 === x2 && Math.abs(x1 - x) < 2),
          `${size}, ${x}`,
        ).toBe(true);
    }
  });
  test('two roles at one company are two bands, and both are told in turn', () => {
    const [first, second] = ['ann-1', 'Ann-tesla-openai'].map((id) => markOf(wide, id).box);
    expect((second?.x ?? 0) - ((first?.x ?? 0) + (first?.width ?? 0))).toBeGreaterThan(1);
    expect(textsOf(wide)).toContain('Manager; 2017: Chief');
  });

  test('what came after the hire is not drawn, nor is it said that nothing is reported', () => {
    const later = { ...DATA, moves: [...DATA.moves, move('Dee', 'openai', 'meta', '2026-01')] };
    expect(textsOf(wide)).toContain('no later report');
    const careers = [...CAREERS, step('dee-3', 'Dee', 'meta', { start: '2026-01' })];
    expect(textsOf(draw(HIRES, 'wide', { ...later, careers }))).not.toContain('no later report');
  });

  test('a later role at the company that hired is told: in the table, and of whom in the summary', () => {
    const careers = [...CAREERS, step('dee-3', 'Dee', 'openai', { role: both('Chief') })];
    const model = definition.model({ ...DATA, careers } as unknown as Dataset, HIRES, 'en');
    expect(definition.words(model, say, 'en').summary).toContain('a later step is known of Dee only');
    expect(definition.table(model, say, 'en').rows.find(({ id }) => id === 'dee-3')?.cells['role']).toBe(
      'Chief',
    );
    expect(textsOf(draw(HIRES, 'wide', { ...DATA, careers }))).not.toContain('no later report');
  });

  test('an exit that is reported without a next employer among these is told: at the line, in the table, with its evidence', () => {
    const careers = CAREERS.map((row) => (row.id === 'eve-4' ? { ...row, exitEvent: 'eve-leaves' } : row));
    const events = [...DATA.events, event('eve-leaves', '2026-04-07')];
    const data = { ...DATA, careers, events } as unknown as Dataset;
    const rowIn = (from: Dataset) =>
      definition.table(modelOf(WANDERERS, from), say, 'en').rows.find(({ id }) => id === 'eve-4');
    expect(rowIn(DATA)?.cells['end']).toBe('no later report');
    expect(rowIn(data)?.cells['end']).toBe('exit reported in April\u00a02026');
    expect(rowIn(data)?.evidence).toContainEqual({ kind: 'event', id: 'eve-leaves' });
    expect(textsOf(draw(WANDERERS, 'wide', data)).join()).toContain('to April 2026 (report)');
  });

  test('of nobody of whom a note or an event of today’s data reports an exit is it said that nothing later is reported', () => {
    const data = loadPackage(`${CONTENT}/data`);
    for (const view of [HIRES, WANDERERS]) {
      const model = modelOf(view, data);
      const open = definition
        .table(model, say, 'en')
        .rows.filter(({ cells }) => cells['end'] === say('table.open'));
      expect(open.length).toBeGreaterThan(0);
      for (const { cells } of open) {
        const person = String(cells['person']);
        const told = [
          ...data.moves.filter((move) => move.person === person).map((move) => move.note.en),
          ...data.events
            .map((one) => `${one.title.en}. ${one.detail.en}`)
            .filter((text) => text.includes(person)),
        ];
        const exit = new RegExp(`(left|leav\\w*|quit\\w*|resign\\w* from) ${cells['company']}`);
        expect(told.filter((text) => exit.test(text))).toEqual([]);
      }
    }
  });

  test(`more than ${PEOPLE_UP_TO} hires are a band for each company, with all their moves behind it`, () => {
    const many = Array.from({ length: 40 }, (_, i) => hire(`Person ${i}`, i % 4 === 0 ? 'meta' : 'xai'));
    const data = { ...DATA, moves: [...DATA.moves, ...many] };
    const geometry = draw(HIRES, 'medium', data);
    expect(textsOf(geometry)).toEqual(expect.arrayContaining(['32 people', '11 people']));
    const { rows } = definition.table(modelOf(HIRES, data), say, 'en');
    expect(rows.find(({ id }) => id === 'xai-openai')?.evidence).toHaveLength(32 + 1);
    expect(marksOf(geometry).every(({ id }) => rows.some((row) => row.id === id))).toBe(true);
    const [few, most] = ['meta-openai-after', 'xai-openai-after'].map(
      (id) => markOf(geometry, id).box.height,
    );
    expect(most).toBeGreaterThan(2 * (few ?? 0));
  });
});

describe('the finding', () => {
  test('three of four from companies of one head', () => {
    expect(titleOf(DATA)).toBe('Three of four hires came to openai from companies headed by Boss');
  });
  test('gives way where a row or its evidence would make it false', () => {
    const neutral = /^\w+ moves to openai were announced together$/;
    expect(titleOf({ ...DATA, moves: [...DATA.moves, hire('Gus', 'meta'), hire('Hal', 'meta')] })).toMatch(
      neutral,
    );
    expect(
      titleOf({ ...DATA, organisations: DATA.organisations.map((one) => ({ ...one, headedEvent: '' })) }),
    ).toMatch(neutral);
    const moves = DATA.moves.filter((row) => row.id !== 'Eve-xai-meta');
    expect(titleOf({ ...DATA, moves }, WANDERERS)).toBe(
      'Two people moved more than once between the four companies',
    );
  });
  test('nobody recorded is said, in a drawing', () => {
    for (const view of [HIRES, WANDERERS])
      for (const size of ['wide', 'narrow', 'card'] as const) {
        const geometry = draw(view, size, { ...DATA, moves: [], careers: [] });
        expect(marksOf(geometry)).toEqual([]);
        expect(textsOf(geometry).join()).toMatch(/recorded/);
      }
  });
});

describe('lanes', () => {
  const wide = draw(WANDERERS, 'wide');
  const from = Date.UTC(2023, 0, 1);
  const x = (instant: number) => Math.max(0, (instant - from) / 864e5);
  const courses = coursesOf(modelOf(WANDERERS).careers, from, {
    x,
    step: 10,
    stub: 20,
    thickOf: () => 4,
  }).flat();
  const stepOf = (id: string) => courses.find(({ stay }) => stay.id === id)?.step ?? [0, 0];

  test('who went through all of them, and in how many months', () => {
    expect(modelOf(WANDERERS).crossed).toMatchObject({ person: 'Eve', months: 17 });
    expect(textsOf(wide)).toContain('17 months from March 2024 to August 2025');
  });

  test('a step known by its year is flatter than one known by its month', () => {
    const [vague, exact] = [stepOf('Eve-xai-meta'), stepOf('Eve-tesla-xai')].map(([a, b]) => b - a);
    expect(vague).toBeGreaterThan(3 * (exact ?? 0));
  });

  test('steps of one date stand side by side', () => {
    expect(Math.abs(stepOf('Eve-meta-openai')[0] - stepOf('Fay-meta-openai')[0])).toBeGreaterThan(6);
  });

  test('no stay begins before the one it follows has ended', () => {
    for (const { items } of groupsOf(wide.items)) {
      const boxes = marksOf({ items }).map((mark) => mark.box);
      boxes.slice(1).forEach((box, i) => {
        expect(box.x).toBeGreaterThanOrEqual((boxes[i]?.x ?? 0) + (boxes[i]?.width ?? 0) - 1.1);
      });
    }
  });

  test('every name stands behind its last line', () => {
    for (const [person, last] of [
      ['Eve', 'eve-4'],
      ['Fay', 'Fay-meta-openai-after'],
    ] as const) {
      const name = labelsOf(wide).findLast((label) => label.text === person);
      const { x, width } = markOf(wide, last).box;
      expect(name?.box.x).toBeGreaterThan(x + width);
    }
  });

  test('of more people than there is room for those who moved most are drawn, and the others counted', () => {
    const more = Array.from({ length: 60 }, (_, i) => [
      move(`Person ${i}`, 'openai', 'meta', '2024-05'),
      move(`Person ${i}`, 'meta', 'xai', '2025-03'),
    ]).flat();
    const geometry = draw(WANDERERS, 'narrow', { ...DATA, moves: [...DATA.moves, ...more] });
    const drawn = groupsOf(geometry.items).map(({ name }) => name);
    expect(drawn).toContain('Eve, 3 moves');
    expect(textsOf(geometry)).toContain(`${62 - drawn.length} more people are in the table.`);
  });
});

test('months between two dates add up, and a year alone has none', () => {
  const month = fc
    .tuple(fc.integer({ min: 2000, max: 2030 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
  fc.assert(
    fc.property(month, month, month, (a, b, c) => {
      expect((monthsBetween(a, b) ?? 0) + (monthsBetween(b, c) ?? 0)).toBe(monthsBetween(a, c));
    }),
  );
  expect(monthsBetween('2024-03', '2025')).toBeUndefined();
});

test('whatever the names, dates and numbers, nothing overlaps, nothing is cut, and every mark is in the table', () => {
  const name = fc
    .tuple(fc.integer({ min: 5, max: 40 }), fc.constantFrom('Ñuñez-', 'Súilleabháin-', 'Li ', 'Groß '))
    .map(([length, part]) => part.repeat(9).slice(0, length).trim());
  const person = fc.record({
    name,
    from: fc.constantFrom('meta', 'xai', 'tesla'),
    start: fc.constantFrom('', '2009', '2016-05', '2025-06-30'),
    end: fc.constantFrom('', '2025', '2025-07', '2024-11'),
    role: fc.integer({ min: 1, max: 14 }).map((n) => 'chief of machines '.repeat(n).trim()),
    on: fc.constantFrom('', '2025-10', '2026'),
    employers: fc.integer({ min: 0, max: 3 }),
  });
  const drawn = fc.array(person, { minLength: 1, maxLength: 14 }).map((people): Dataset => {
    const all = people.map((one, i) => ({ ...one, name: `${one.name}${String.fromCharCode(97 + i)}` }));
    return {
      ...DATA,
      moves: all.flatMap(({ name, from, on }) => [
        hire(name, from),
        ...(on ? [move(name, 'openai', 'meta', on), move(name, 'meta', 'openai', '2026-05')] : []),
      ]),
      careers: all.flatMap(({ name, from, start, end, role, employers }, i) => [
        ...Array.from({ length: employers }, (_, k) =>
          step(`p${i}-${k}`, name, 'shop', { with: k > 0 ? [name] : [] }),
        ),
        step(`p${i}-4`, name, from, { start, end, role: both(role) }),
        step(`p${i}-5`, name, 'openai', { start: '2025-07' }),
      ]),
    };
  });
  const sizes = fc.constantFrom<Size>('wide', 'medium', 'narrow', 'card');
  fc.assert(
    fc.property(drawn, sizes, fc.constantFrom(HIRES, WANDERERS), (data, size, view) => {
      const geometry = draw(view, size, data);
      const rows = new Set(definition.table(modelOf(view, data), say, 'en').rows.map(({ id }) => id));
      expect(faultsOf(geometry, SMALLEST)).toEqual([]);
      expect(marksOf(geometry).filter(({ id }) => !rows.has(id))).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

test('a band is an outline of finite numbers however it steps', () => {
  const place = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(place, place, place, place, (dx, slope, y0, y1) => {
      const d = bandPath({ x0: 0, y0, a: 20, b: 20 + slope, y1, x1: 20 + slope + dx }, 10, 14);
      expect(d).not.toMatch(/NaN|Infinity/);
    }),
  );
});

test('whatever its groups are called, the hires are those of one wave, and the others are followed apart', () => {
  const renamed = { four: 'a', wanderers: 'b' };
  const careers = CAREERS.map((row) => ({ ...row, group: renamed[row.group as keyof typeof renamed] }));
  for (const kind of ['hires', 'wanderers'] as const) {
    const people = (data: Dataset) =>
      definition.model(data, { kind }, 'en').careers.map(({ person }) => person);
    expect(people({ ...DATA, careers })).toEqual(people(DATA));
    expect(people(DATA).includes('Eve')).toBe(kind === 'wanderers');
    expect(people(DATA).includes('Ann')).toBe(kind === 'hires');
  }
});

test('what would reach beyond the right edge is held by it', () => {
  const label = labelsOf(draw(WANDERERS, 'narrow')).find(({ text }) => text.startsWith('17 months'));
  expect(label?.anchor).toBe('end');
});
