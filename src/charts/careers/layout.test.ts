import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPackage } from '~/data/load';
import type { CareerStep, Dataset, EventRow, Move, Organisation } from '~/data/types';
import { inEvery } from '~/i18n/languages';
import { measureText } from '~/kit/measure';
import { FRAMES, type Frame, type Size } from '../contract';
import { sayOf } from '../words';
import { bendPath, stepPath } from './bend';
import { type CareersModel, type CareersView, definition } from './definition';
import type { CareersGeometry } from './drawn';
import { layout } from './layout';
import { careersOf, monthsBetween, yearsNamed } from './stays';

const both = (text: string) => inEvery(text);
const org = (id: string, rank: number, scope: 'core' | 'outside' = 'core'): Organisation => ({
  id,
  name: both(id),
  scope,
  rank,
});
const event = (id: string, date: string): EventRow => ({
  id,
  date,
  precision: 'month',
  orgs: [],
  title: both(id),
  detail: both(''),
  sources: ['s'],
  singleSource: true,
});
const move = (person: string, from: string, to: string, date: string, more: Partial<Move> = {}): Move => ({
  id: `${person}-${from}-${to}`,
  person,
  from,
  to,
  date,
  precision: 'day',
  dateMeans: 'announced',
  fromRole: both('Builder'),
  toRole: both('Member'),
  function: 'engineering',
  status: 'reported',
  confirmed: false,
  scope: 'core',
  wave: '',
  sources: ['s'],
  singleSource: true,
  note: both(''),
  ...more,
});
const step = (
  id: string,
  person: string,
  at: string,
  start = '',
  end = '',
  role = 'Builder',
  group: CareerStep['group'] = 'four',
): CareerStep => ({
  id,
  person,
  group,
  org: at,
  role: both(role),
  start,
  end,
  sources: ['s'],
});
const hire = (person: string, from: string) =>
  move(person, from, 'openai', '2025-07-08', {
    wave: 'scaling-team-2025',
    status: 'confirmed-by-person',
    confirmed: true,
  });

/** Ann: a gap before the hire. Bob: a start known by its year. Cem: no start. Dee: nine years by the words of her role. */
const CAREERS = [
  step('ann-1', 'Ann', 'tesla', '2012-10', '', 'Manager'),
  step('ann-2', 'Ann', 'tesla', '2017-01', '2025', 'Vice president'),
  step('ann-3', 'Ann', 'openai', '2025-07'),
  step('bob-0', 'Bob', 'shop'),
  step('bob-1', 'Bob', 'xai', '2024', '2025-07-07'),
  step('bob-2', 'Bob', 'openai', '2025-07'),
  step('cem-0', 'Cem', 'shop', '', '', 'Worked with Bob'),
  step('cem-1', 'Cem', 'xai', '', '2025-07'),
  step('cem-2', 'Cem', 'openai', '2025-07'),
  step('dee-1', 'Dee', 'meta', '', '2025-07', 'Scientist; nine years there'),
  step('dee-2', 'Dee', 'openai', '2025-07'),
  step('eve-1', 'Eve', 'tesla', '', '2024-03', 'Engineer', 'wanderers'),
  step('eve-2', 'Eve', 'xai', '2024-03', '2025', 'Engineer', 'wanderers'),
  step('eve-3', 'Eve', 'meta', '2025', '2025-08', 'Engineer', 'wanderers'),
  step('eve-4', 'Eve', 'openai', '2025-08', '', 'Engineer', 'wanderers'),
];
const DATA = freeze({
  organisations: [
    org('openai', 1),
    org('meta', 2),
    org('xai', 3),
    org('tesla', 4),
    org('shop', 9, 'outside'),
  ],
  waves: [],
  moves: [
    hire('Ann', 'tesla'),
    hire('Bob', 'xai'),
    hire('Cem', 'xai'),
    hire('Dee', 'meta'),
    move('Eve', 'tesla', 'xai', '2024-03'),
    move('Eve', 'xai', 'meta', '2025'),
    move('Eve', 'meta', 'openai', '2025-08'),
    move('Fay', 'openai', 'meta', '2025-01-15'),
    move('Fay', 'meta', 'openai', '2025-08'),
  ],
  careers: CAREERS,
  figures: [],
  events: [event('xai-founded', '2023-03'), event('tesla-vote-2025', '2025-11-06')],
  quotes: [],
  sources: [],
  misreports: [],
  corrections: [],
  movesTo: '2026-06-26',
  eventsTo: '2026-07-02',
}) as unknown as Dataset;

const HIRES: CareersView = { kind: 'hires', wave: 'scaling-team-2025' };
const WANDERERS: CareersView = { kind: 'wanderers' };
const say = sayOf('careers', 'en');
const frame = (size: Size): Frame => ({
  ...FRAMES[size],
  lang: 'en',
  say,
  measure: measureText,
});
const modelOf = (view: CareersView, data = DATA): CareersModel => definition.model(data, view, 'en');
const drawn = (view: CareersView, size: Size, data = DATA): CareersGeometry =>
  layout(modelOf(view, data), frame(size));
const titleOf = (data: Dataset, view: CareersView = HIRES) =>
  definition.words(modelOf(view, data), say, 'en').title;
const xs = (d: string) => numbers(d).filter((_, i) => i % 2 === 0);
const ys = (d: string) => numbers(d).filter((_, i) => i % 2 === 1);
const numbers = (d: string) => (d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
const markOf = (geometry: CareersGeometry, id: string) => {
  const mark = geometry.marks.find((one) => one.id === id);
  if (!mark) throw new Error(`no mark "${id}"`);
  return mark;
};

describe('four careers, one trunk', () => {
  const wide = drawn(HIRES, 'wide');

  test('the bands arrive as one block, in the order of the names', () => {
    const trunk = ['ann-3', 'bob-2', 'cem-2', 'dee-2'].map((id) => ys(markOf(wide, id).d));
    for (const [i, band] of trunk.entries()) {
      const above = trunk[i - 1];
      if (above) expect(Math.min(...band)).toBeCloseTo(Math.max(...above), 5);
    }
    const start = Math.min(...xs(markOf(wide, 'ann-3').d));
    for (const person of ['Ann-tesla', 'Bob-xai', 'Cem-xai', 'Dee-meta'])
      expect(Math.max(...xs(markOf(wide, `${person}-openai`).d))).toBe(start);
  });

  test('a start known by its year fades across that year, and is whole from its end', () => {
    const { from, to, stops } = wide.washes.get('Bob-xai-openai') ?? { from: [0, 0], to: [0, 0], stops: [] };
    const solid = stops.find((stop) => stop.opacity === 1)?.at ?? 0;
    const year =
      (Date.UTC(2025, 0, 1) - Date.UTC(2024, 0, 1)) / (Date.UTC(2025, 6, 8) - Date.UTC(2012, 9, 1));
    const first = Math.min(...xs(markOf(wide, 'ann-1').d));
    const hireX = numbers(/L([^C]*)C/.exec(markOf(wide, 'Bob-xai-openai').d)?.[1] ?? '')[0] ?? 0;
    expect((to[0] - from[0]) * solid).toBeCloseTo((hireX - first) * year, 0);
  });

  test('a start that no source gives fades, and says so; words of a role bound it', () => {
    const notes = wide.labels.filter((one) => one.text === 'start not reported').map((one) => one.mark);
    expect(notes).toEqual(['Cem-xai-openai', 'Dee-meta-openai']);
    expect(wide.washes.get('Cem-xai-openai')?.stops[0]?.opacity).toBe(0);
    const dee = modelOf(HIRES).careers.find((career) => career.person === 'Dee')?.stays[0]?.began;
    expect(dee?.map((instant) => new Date(instant).getUTCFullYear())).toEqual([2015, 2016]);
  });

  test('an exit whose report came first leaves a gap before the hire', () => {
    const data = {
      ...DATA,
      events: [...DATA.events, event('lau-leaves-tesla', '2025-04')],
      careers: CAREERS.map((row) => (row.id === 'ann-2' ? { ...row, id: 'lau-tesla-2' } : row)),
    };
    const stops = drawn(HIRES, 'wide', data)
      .washes.get('Ann-tesla-openai')
      ?.stops.map((stop) => stop.opacity);
    expect(stops).toEqual([1, 1, 0, 0, 1, 1]);
    expect(wide.washes.has('Ann-tesla-openai')).toBe(false);
  });

  test('people who worked together before are bracketed', () => {
    expect(wide.labels.map((one) => one.text)).toContain('had worked together at shop');
    const apart = {
      ...DATA,
      careers: CAREERS.map((row) => (row.id === 'cem-0' ? { ...row, role: both('Engineer') } : row)),
    };
    expect(drawn(HIRES, 'wide', apart).labels.map((one) => one.text)).toContain('both earlier at shop');
  });

  test('on a phone two roles at one company are two bands, and both are named', () => {
    const narrow = drawn(HIRES, 'narrow');
    expect(narrow.labels.map((one) => one.text).join(' ')).toContain(
      'Manager (one source), then vice president',
    );
    const [first, second] = ['ann-1', 'Ann-tesla-openai'].map((id) => xs(markOf(narrow, id).d));
    expect(Math.min(...(second ?? [])) - Math.max(...(first ?? []))).toBeCloseTo(2, 1);
  });

  test('on a phone no two bands cross: each turns down inside the one before', () => {
    const narrow = drawn(HIRES, 'narrow');
    const tracks = ['Ann-tesla', 'Bob-xai', 'Cem-xai', 'Dee-meta'].map((id) =>
      Math.max(...xs(markOf(narrow, `${id}-openai`).d)),
    );
    expect(tracks).toEqual([...tracks].sort((a, b) => b - a));
    expect(new Set(tracks).size).toBe(tracks.length);
  });
});

describe('the finding', () => {
  test('three of four from his companies', () => {
    expect(titleOf(DATA)).toBe('Three of openai’s four hires came from companies headed by Musk');
  });
  test('gives way where a row or its evidence would make it false', () => {
    const neutral = /^\w+ people joined one team at openai$/;
    const moves = [...DATA.moves, hire('Gus', 'meta'), hire('Hal', 'meta')];
    expect(titleOf({ ...DATA, moves })).toMatch(neutral);
    expect(titleOf({ ...DATA, events: DATA.events.filter((row) => row.id !== 'xai-founded') })).toMatch(
      neutral,
    );
    expect(
      titleOf({ ...DATA, moves: DATA.moves.filter((row) => row.id !== 'Eve-xai-meta') }, WANDERERS),
    ).toBe('Two people moved more than once between the four companies');
  });
  test('nobody recorded is said, in a drawing', () => {
    const none = { ...DATA, moves: [], careers: [] };
    for (const view of [HIRES, WANDERERS])
      for (const kind of ['wide', 'narrow', 'card'] as const) {
        const geometry = drawn(view, kind, none);
        expect(geometry.marks).toEqual([]);
        expect(geometry.labels.map((one) => one.text).join()).toMatch(/recorded/);
      }
  });
});

describe('lanes', () => {
  const wide = drawn(WANDERERS, 'wide');
  const slope = (id: string) => {
    const d = markOf(wide, id).d;
    const [top, bottom] = [Math.min(...ys(d)), Math.max(...ys(d))];
    const at = (y: number) =>
      d
        .match(/[\d.]+ [\d.]+/g)
        ?.map((pair) => pair.split(' ').map(Number))
        .filter((pair) => Math.abs((pair[1] ?? 0) - y) < 12)
        .map((pair) => pair[0] ?? 0) ?? [];
    return Math.abs(Math.max(...at(top)) - Math.max(...at(bottom)));
  };

  test('who went through all four, and in how many months', () => {
    expect(modelOf(WANDERERS).crossed).toMatchObject({ person: 'Eve', months: 17 });
    expect(wide.labels.map((one) => one.text)).toContain('17 months');
  });

  test('a step known by its year is flatter than one known by its month', () => {
    expect(slope('Eve-xai-meta')).toBeGreaterThan(3 * slope('Eve-tesla-xai'));
  });

  test('every name stands behind its last line', () => {
    for (const [person, last] of [
      ['Eve', 'eve-4'],
      ['Fay', 'Fay-meta-openai-after'],
    ] as const) {
      const name = wide.labels.findLast((one) => one.text === person);
      expect(name?.x).toBeGreaterThan(Math.max(...xs(markOf(wide, last).d)));
    }
  });

  test('steps of one date stand side by side', () => {
    const uprights = ['Eve-meta-openai', 'Fay-meta-openai'].map((id) => Math.max(...xs(markOf(wide, id).d)));
    expect(Math.abs((uprights[0] ?? 0) - (uprights[1] ?? 0))).toBeGreaterThan(6);
  });

  test('no stay begins before the one it follows has ended', () => {
    for (const { marks } of wide.threads)
      marks.slice(1).forEach((mark, i) => {
        expect(Math.min(...xs(mark.d)), mark.id).toBeGreaterThanOrEqual(
          Math.max(...xs(marks[i]?.d ?? '')) - 1.1,
        );
      });
  });
});

test('a gradient has its own address in every view, size and mark', () => {
  const ids = [HIRES, WANDERERS].flatMap((view) =>
    (['wide', 'medium', 'narrow', 'card'] as const).flatMap((kind) =>
      [...drawn(view, kind).washes.values()].map((wash) => wash.id),
    ),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('marks of one kind keep one pattern, so that they can travel', () => {
  const pattern = (d: string) => d.replace(/-?\d+(\.\d+)?/g, '#');
  expect(new Set(drawn(HIRES, 'wide').marks.map((mark) => pattern(mark.d))).size).toBe(1);
  expect(new Set(drawn(WANDERERS, 'wide').marks.map((mark) => pattern(mark.d))).size).toBe(1);
});

test('a band is as thick in its slope as where it is level', () => {
  const place = fc.integer({ min: 30, max: 400 });
  fc.assert(
    fc.property(place, place, fc.boolean(), (dx, dy, up) => {
      const bend = { x0: 0, x1: 50, x2: 50 + dx, y0: 500, y1: 500 + (up ? -dy : dy), thick: 10 };
      const s = numbers(bendPath(bend));
      // Third pair of the first cubic, and its counterpart on the way back.
      expect(Math.hypot((s[8] ?? 0) - (s[22] ?? 0), (s[9] ?? 0) - (s[23] ?? 0))).toBeCloseTo(10, 0);
      expect(numbers(stepPath(bend)).every(Number.isFinite)).toBe(true);
    }),
  );
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

test('what only a sentence says is read from it, and nothing else is', () => {
  expect(yearsNamed('Research scientist; nine years at Meta by her profile')).toBe(9);
  expect(yearsNamed('Engineer for 12 years')).toBe(12);
  expect(yearsNamed('Engineer, several years')).toBeUndefined();
});

test('the rows that this chart names by id exist', () => {
  const data = loadPackage('content/data');
  expect([...definition.model(data, HIRES, 'en').musks.keys()].sort()).toEqual(['tesla', 'xai']);
  const [lau] = careersOf(data, ['David Lau'], 'en');
  expect(lau?.stays.find((stay) => stay.exit)?.exitReported).toBeDefined();
});

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) freeze(one);
    Object.freeze(value);
  }
  return value;
}
