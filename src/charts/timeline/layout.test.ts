import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, EventRow, FigureRow, Lang, Move } from '~/data/types';
import { extentOf } from '~/i18n/dates';
import { inEvery } from '~/i18n/languages';
import { boxOf, overlap } from '~/kit/labels';
import { measureText } from '~/kit/measure';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { definition, type TimelineView } from './definition';
import { layout } from './layout';
import { cutLine, dodge, hitBoxes } from './place';

const ORGS = ['openai', 'meta', 'xai', 'tesla'];
const both = (text: string) => inEvery(text);

let serial = 0;
function move(date: string, from = 'openai', to = 'meta', over: Partial<Move> = {}): Move {
  serial++;
  const precision = (['year', 'month', 'day'] as const)[date.split('-').length - 1] ?? 'day';
  return {
    id: `m${String(serial).padStart(4, '0')}`,
    person: `Person ${serial}`,
    from,
    to,
    date,
    precision,
    dateMeans: 'reported',
    fromRole: both(''),
    toRole: both('role'),
    function: 'research',
    status: 'reported',
    confirmed: false,
    scope: 'core',
    wave: '',
    sources: ['s'],
    singleSource: true,
    note: both(''),
    ...over,
  };
}

function dataset(moves: readonly Move[], over: Partial<Dataset> = {}): Dataset {
  const dates = moves.map((one) => one.date).sort();
  const rows = {
    organisations: ORGS.map((id, i) => ({
      id,
      name: both(id === 'openai' ? 'OpenAI' : id),
      scope: 'core',
      rank: i + 1,
    })),
    moves,
    figures: [],
    events: [],
    movesTo: dates.at(-1) ?? '2026-06-26',
    ...over,
  };
  // The tables that this chart reads; it must do without the others.
  return rows as unknown as Dataset;
}

const SUMMER: TimelineView = { kind: 'sheet', sheet: 'summer-2025', since: '2025-06', until: '2025-09' };
const event = (text: string, date: string) =>
  ({ id: date, date, orgs: ['openai'], short: both(text), onAxis: true }) as unknown as EventRow;

function draw(data: Dataset, view: TimelineView = { kind: 'all' }, size: Size = 'wide', lang: Lang = 'en') {
  const say = sayOf('timeline', lang);
  const model = definition.model(data, view, lang);
  const geometry = layout(model, { ...FRAMES[size], lang, say, measure: measureText });
  return {
    model,
    geometry,
    words: definition.words(model, say, lang),
    box: (one: Move) => boxesOf(geometry.marks.find((m) => m.id === one.id)?.d ?? ''),
  };
}

/** Extent of a path in M, L and A. */
function boxesOf(d: string) {
  const ends = [...d.matchAll(/[MLA]([^MLAZ]*)/g)].map(([, rest]) =>
    (rest ?? '')
      .trim()
      .split(/[\s,]+/)
      .map(Number)
      .slice(-2),
  );
  const xs = ends.map(([x]) => x as number);
  const ys = ends.map(([, y]) => y as number);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
const middle = (box: { x: number; width: number }) => box.x + box.width / 2;

/** The six days, and what came after. */
const raid = ['25', '25', '26', '28', '28', '28', '28', '30', '30', '30'].map((day) =>
  move(`2025-06-${day}`),
);
const since = [...['2025-07', '2025-08', '2026-04'].map((date) => move(date)), move('2025')];
const back = ['2025-08', '2025-08', '2026-02'].map((date) => move(date, 'meta', 'openai'));

describe('the finding', () => {
  test('is the fullest days and both ways since, in words', () => {
    expect(draw(dataset([...raid, ...since, ...back])).words.title).toBe(
      'Ten to meta in six days, then at least three each way',
    );
    expect(draw(dataset([...raid, ...since, ...back]), { kind: 'all' }, 'wide', 'de').words.title).toBe(
      'Zehn zu meta in sechs Tagen, danach mindestens drei in jede Richtung',
    );
  });
  test('is no floor where every date tells before from after', () => {
    const dated = since.filter((one) => one.date !== '2025');
    expect(draw(dataset([...raid, ...dated, ...back])).words.title).toBe(
      'Ten to meta in six days, then three each way',
    );
  });
  test('changes its words when one way has more', () => {
    const { words } = draw(dataset([...raid, ...since, ...back, move('2026-03-01', 'meta', 'openai')]));
    expect(words.title).toBe('Ten to meta in six days, then at least three to meta and four to OpenAI');
  });
  test('does not speak of days where none stand out, nor of a turn where nothing followed', () => {
    expect(draw(dataset([move('2024-01-01'), move('2025-03-01'), move('2025')])).words.title).toBe(
      '3 named moves, 2 of them in 2025',
    );
    expect(draw(dataset(raid)).words.title).toContain('10 named moves');
  });
  test('a move known only by its year counts on neither side of a day', () => {
    const { model } = draw(dataset([...raid, ...since, ...back]));
    expect(model.turn?.thereSince).toHaveLength(3);
    expect(model.turn?.vague).toHaveLength(1);
  });
});

describe('dates are as wide as they are vague', () => {
  const day = move('2025-03-10');
  const month = move('2025-05');
  const year = move('2024');
  const old = move('2017-06-20', 'openai', 'tesla');
  const data = dataset([day, month, year, old, move('2023-02-01'), move('2024-03-01'), ...raid]);

  test.each(['wide', 'narrow'] as const)(
    'a day is round, a month longer than high, on a %s drawing',
    (kind) => {
      const { box } = draw(data, { kind: 'all' }, kind);
      expect(box(day).width).toBeCloseTo(box(day).height, 1);
      expect(box(month).width).toBeGreaterThan(box(month).height * 1.3);
      expect(box(month).width).toBeGreaterThanOrEqual(9.5);
    },
  );
  test('a year has no place on the scale and says its figures', () => {
    const { box, geometry } = draw(data);
    const axis = geometry.labels.find((one) => one.text === '2023');
    expect(box(year).x + box(year).width).toBeLessThan(axis?.x ?? 0);
    expect(geometry.labels.find((one) => one.mark === year.id)?.text).toBe('2024');
  });
  test('a year long before the others stands before a break', () => {
    const { box, geometry } = draw(data);
    const slashes = geometry.strokes.map((stroke) => boxesOf(stroke.d)).filter((one) => one.width < 20);
    expect(slashes).toHaveLength(1);
    for (const slash of slashes) {
      expect(middle(box(old))).toBeLessThan(slash.x);
      expect(geometry.labels.find((one) => one.text === '2023')?.x).toBeGreaterThanOrEqual(slash.x);
    }
  });
  test('without such a year there is no break', () => {
    expect(draw(dataset([move('2023-02-01'), move('2024-03-01')])).geometry.strokes).toEqual([]);
  });
});

test('one way stands above its baseline, the other below, the larger above', () => {
  const { geometry, box } = draw(dataset([...back, ...raid]));
  const bottom = Math.max(...raid.map((one) => box(one).y + box(one).height));
  const top = Math.min(...back.map((one) => box(one).y));
  expect(
    geometry.lines.some(
      (line) => line.y1 === line.y2 && line.y1 > bottom && line.y1 < top && line.x2 === geometry.width,
    ),
  ).toBe(true);
});

/** So many that no names stand beside the marks. */
const many = Array.from({ length: 13 }, (_, i) =>
  move(`2024-${String((i % 12) + 1).padStart(2, '0')}`, 'xai', 'tesla'),
);

test.each(['wide', 'medium', 'narrow'] as const)(
  'the months after a stack stand beside it, not on it, on a %s drawing',
  (size) => {
    const july = ['2025-07', '2025-07-01', '2025-07-08'].map((date) => move(date));
    const { box } = draw(dataset([...raid, ...july, ...back, ...many]), { kind: 'all' }, size);
    const right = Math.max(...raid.map((one) => box(one).x + box(one).width));
    for (const one of july) expect(box(one).x).toBeGreaterThan(right);
    const heights = raid.map((one) => box(one).y).sort((a, b) => a - b);
    const steps = heights.slice(1).map((y, i) => y - (heights[i] ?? 0));
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.5);
  },
);

test('on a phone the words of a pair begin at the edge, above its marks', () => {
  const { geometry, box } = draw(dataset([...back, ...raid, ...many]), { kind: 'all' }, 'narrow');
  const top = Math.min(...raid.map((one) => box(one).y));
  const first = geometry.labels.find((one) => one.text === '10');
  expect(geometry.labels.filter((one) => one.y === first?.y && one.x === 0)).toHaveLength(1);
  expect(first?.y).toBeLessThan(top);
});

test.each(['wide', 'medium', 'narrow'] as const)(
  'a count since the window never stands over the time before it, on a %s drawing',
  (size) => {
    const { geometry, box } = draw(dataset([...back, ...since, ...raid, ...many]), { kind: 'all' }, size);
    const left = Math.min(...raid.map((one) => box(one).x));
    const figures = geometry.labels.filter((one) => one.text === '3' && one.size > 20);
    expect(figures).toHaveLength(2);
    for (const one of figures) expect(one.x).toBeGreaterThan(left);
  },
);

test('on a phone each way has its words on its own side of the baseline', () => {
  const { geometry, box } = draw(dataset([...back, ...raid, ...many]), { kind: 'all' }, 'narrow');
  const rows = geometry.labels.filter((one) => one.x === 0 && one.view !== undefined).map((one) => one.y);
  const [top, bottom] = [
    Math.min(...raid.map((one) => box(one).y)),
    Math.max(...back.map((one) => box(one).y)),
  ];
  expect(rows[0]).toBeLessThan(top);
  expect(rows[1]).toBeGreaterThan(bottom);
});

test('seen from a company, whatever joins it is above', () => {
  const { box } = draw(dataset([...back, ...raid]), { kind: 'org', org: 'openai' });
  expect(Math.max(...back.map((one) => box(one).y))).toBeLessThan(Math.min(...raid.map((one) => box(one).y)));
});

test('what the press counted beyond the names stands with the pair', () => {
  const figures = [
    { id: 'f', from: 'meta', to: 'xai', basis: 'total', value: 14, date: '2025-08' } as unknown as FigureRow,
  ];
  const { geometry } = draw(
    dataset([move('2025-04', 'meta', 'xai'), ...raid], { figures }),
    { kind: 'all' },
    'medium',
  );
  expect(geometry.labels.map((one) => one.text)).toContain('at least 14 counted');
});

describe('the sheet', () => {
  const july = [move('2025-07'), move('2025-07-08', 'meta', 'openai'), move('2025-07-08', 'xai', 'openai')];
  const data = dataset([...raid, ...july, move('2025')], {
    events: [event('a memo', '2025-06-28'), event('four hires', '2025-07-08')],
  });

  test('has a row and a name per move of its months, and says how many have no month', () => {
    const { geometry, words } = draw(data, SUMMER);
    expect(geometry.marks).toHaveLength(raid.length + july.length);
    const names = geometry.labels.filter((one) => one.text.startsWith('Person'));
    expect(names.map((one) => one.x)).toEqual(names.map(() => 0));
    expect(new Set(names.map((one) => one.y)).size).toBe(names.length);
    expect(words.foot).toContain('One more is dated only 2025');
    expect(words.title).toBe(
      'June to July 2025: 11\u00a0named moves from OpenAI to meta, 2\u00a0to\u00a0OpenAI',
    );
  });
  test.each(['wide', 'narrow'] as const)('no line runs through a mark or a word on a %s drawing', (kind) => {
    const { geometry } = draw(data, SUMMER, kind);
    const things = [
      ...geometry.marks.map((mark) => boxesOf(mark.d)),
      ...geometry.labels.map((one) => boxOf(one, measureText)),
    ];
    for (const line of geometry.lines.filter((one) => one.x1 === one.x2)) {
      const strip = { x: line.x1 - 0.5, y: line.y1, width: 1, height: line.y2 - line.y1 };
      expect(things.filter((box) => overlap(strip, box, 0.2))).toEqual([]);
    }
  });
  test('the date of several rows is said once', () => {
    const dates = draw(data, SUMMER).geometry.labels.filter((one) => one.text.startsWith('28 June,'));
    expect(dates.map((one) => one.text)).toEqual(['28 June, four']);
  });
  test('a stretch without a move says so', () => {
    const { geometry, words } = draw(dataset([move('2024-01-01')]), SUMMER);
    expect(geometry.marks).toEqual([]);
    expect(geometry.labels.map((one) => one.text).join(' ')).toMatch(/no named move/i);
    expect(geometry.height).toBeGreaterThan(250);
    expect(words.title).toMatch(/no named move/);
  });
});

describe('whatever the moves', () => {
  const date = fc.oneof(
    fc.integer({ min: 2023, max: 2026 }).map(String),
    fc
      .tuple(fc.integer({ min: 2023, max: 2026 }), fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
    fc
      .tuple(
        fc.integer({ min: 2023, max: 2026 }),
        fc.integer({ min: 5, max: 8 }),
        fc.integer({ min: 1, max: 30 }),
      )
      .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
  );
  const pair = fc.constantFrom(
    ...ORGS.flatMap((a) => ORGS.filter((b) => b !== a).map((b) => [a, b] as const)),
  );
  const some = fc
    .array(fc.tuple(date, pair), { minLength: 1, maxLength: 60 })
    .map((rows) => rows.map(([when, [a, b]]) => move(when, a, b)));
  const kind = fc.constantFrom('wide' as const, 'medium' as const, 'narrow' as const);

  test('no two marks share a place, and every pointer area is one mark’s own', () => {
    fc.assert(
      fc.property(some, kind, (moves, frame) => {
        const { geometry } = draw(dataset(moves), { kind: 'all' }, frame);
        expect(geometry.marks).toHaveLength(moves.length);
        for (const part of ['d', 'hit'] as const) {
          const boxes = geometry.marks.map((mark) => boxesOf(mark[part] ?? ''));
          boxes.forEach((a, i) => {
            for (const b of boxes.slice(i + 1)) expect(overlap(a, b, 0.25)).toBe(false);
          });
        }
        const bare = geometry.marks.every((mark) => {
          const [a, b] = [boxesOf(mark.d), boxesOf(mark.hit ?? '')];
          return (
            b.x <= a.x + 0.2 &&
            b.y <= a.y + 0.2 &&
            b.x + b.width >= a.x + a.width - 0.2 &&
            b.y + b.height >= a.y + a.height - 0.2
          );
        });
        expect(bare).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
  test('of two moves one way, the later never stands further left', () => {
    fc.assert(
      fc.property(some, kind, (moves, frame) => {
        const { box } = draw(dataset(moves), { kind: 'all' }, frame);
        const exact = moves.filter((one) => one.precision !== 'year');
        for (const a of exact)
          for (const b of exact)
            if (extentOf(a.date)[1] <= extentOf(b.date)[0])
              expect(middle(box(a))).toBeLessThanOrEqual(middle(box(b)) + 0.2);
      }),
      { numRuns: 30 },
    );
  });
  test('no word leaves the drawing or touches another', () => {
    fc.assert(
      fc.property(
        some,
        kind,
        fc.constantFrom('en' as const, 'de' as const),
        fc.constantFrom<TimelineView>({ kind: 'all' }, { kind: 'org', org: 'openai' }, SUMMER),
        (moves, frame, lang, view) => {
          const { geometry } = draw(dataset(moves), view, frame, lang);
          const boxes = geometry.labels.map((one) => boxOf(one, measureText));
          boxes.forEach((a, i) => {
            expect(
              a.x >= -1 &&
                a.x + a.width <= geometry.width + 3 &&
                a.y >= -2 &&
                a.y + a.height <= geometry.height + 2,
              geometry.labels[i]?.text,
            ).toBe(true);
            boxes.slice(i + 1).forEach((b, j) => {
              const pair = `${geometry.labels[i]?.text} | ${geometry.labels[i + 1 + j]?.text}`;
              expect(overlap(a, b), pair).toBe(false);
            });
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('room', () => {
  test('a level is shared only with air between', () => {
    expect(
      dodge([[{ x0: 0, x1: 10 }], [{ x0: 11, x1: 20 }], [{ x0: 12, x1: 20 }]], 2).map((one) => one.level),
    ).toEqual([0, 1, 0]);
  });
  test('the other side is taken before the next level', () => {
    expect(
      dodge(
        [
          [{ x0: 0, x1: 10 }],
          [
            { x0: 5, x1: 15 },
            { x0: 20, x1: 30 },
          ],
        ],
        1,
      )[1],
    ).toEqual({ level: 0, choice: 1 });
  });
  test('a line leaves out what it would cross, and crumbs', () => {
    const line = { x1: 5, y1: 0, x2: 5, y2: 100, tone: 'ink' };
    const pieces = cutLine(
      line,
      [
        { x: 0, y: 20, width: 10, height: 10 },
        { x: 0, y: 38, width: 10, height: 10 },
        { x: 50, y: 60, width: 5, height: 5 },
      ],
      2,
    );
    expect(pieces.map(({ y1, y2 }) => [y1, y2])).toEqual([
      [0, 18],
      [50, 100],
    ]);
  });
  test('a lone mark has a finger’s room', () => {
    expect(hitBoxes([{ x: 100, y: 100, width: 9, height: 9 }])[0]).toMatchObject({ width: 24, height: 24 });
  });
});
