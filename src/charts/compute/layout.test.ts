import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, MachineRow, SiteRow, SumRow } from '~/data/types';
import { inEvery } from '~/i18n/languages';
import { boxOf, overlap } from '~/kit/labels';
import { measureText } from '~/kit/measure';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { definition, shareOf } from './definition';
import { layout } from './layout';
import { type ComputeView, megawattsOf } from './model';

const say = sayOf('compute', 'en');
const both = (text: string) => inEvery(text);

interface Given {
  /** Gigawatts. */
  sites?: {
    running?: number;
    planned?: number;
    interim?: number;
    grown?: number;
    basis?: SiteRow['basis'];
    oneSource?: boolean;
  }[];
  machines?: { site: number; gpus: number; date: string; state?: MachineRow['state'] }[];
  sums?: (Partial<SumRow> & { dollars: number })[];
}

/** Sites and sums are called after their place, figures after what they say of whom. */
function dataOf({ sites = [], machines = [], sums = [] }: Given): Dataset {
  const figure = (id: string, value: number, unit: string, date = '2026') => ({ id, value, unit, date });
  const powers = ['running', 'planned', 'interim', 'grown'] as const;
  const last = Math.max(sites.length - 1, ...machines.map((one) => one.site));
  return {
    organisations: [{ id: 'meta', name: both('Meta') }],
    sites: Array.from({ length: last + 1 }, (_, i) => ({
      ...{ id: `s${i}`, org: 'meta', name: both(`Site ${i}`), fate: both('a fate'), events: [] },
      basis: sites[i]?.basis ?? '',
      ...Object.fromEntries(powers.map((key) => [key, sites[i]?.[key] === undefined ? '' : `s${i}-${key}`])),
    })),
    machines: machines.map((one, i) => ({
      ...{
        figure: `m${i}`,
        site: `s${one.site}`,
        state: one.state ?? 'running',
        words: both('some words'),
        events: [],
      },
    })),
    sums: sums.map(({ dollars: _, ...row }, i) => ({
      ...{ figure: `u${i}`, kind: 'site', org: 'meta', bound: 'exact', state: 'agreed' },
      ...{ name: both(`Sum ${i}`), terms: both('some terms'), events: [] },
      ...row,
    })),
    figures: [
      ...sites.flatMap((site, i) =>
        powers.flatMap((key) =>
          site[key] === undefined
            ? []
            : [
                {
                  ...figure(`s${i}-${key}`, site[key], 'gigawatts'),
                  singleSource: key === 'running' && site.oneSource === true,
                },
              ],
        ),
      ),
      ...machines.map((one, i) => figure(`m${i}`, one.gpus, 'GPUs', one.date)),
      ...sums.map((one, i) => figure(`u${i}`, one.dollars, 'US dollars')),
    ],
    eventsTo: '2026-07-02',
  } as unknown as Dataset;
}

const modelOf = (given: Given, view: ComputeView) => definition.model(dataOf(given), view, 'en');
const draw = (given: Given, view: ComputeView, size: Size = 'wide') =>
  layout(modelOf(given, view), { ...FRAMES[size], lang: 'en', say, measure: measureText });
const titleOf = (given: Given, view: ComputeView) => definition.words(modelOf(given, view), say, 'en').title;

interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
}
/** The closed boxes of a path, without the strokes through them. */
function blocksOf(d: string): Block[] {
  return (d.replace(/A\S+ \S+ 0 0 1/g, '').match(/M[^MZ]*Z/g) ?? []).map((box) => {
    const numbers = [...box.matchAll(/-?[\d.]+/g)].map(Number);
    const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  });
}

describe('power', () => {
  const given: Given = { sites: [{ running: 0.3, planned: 1.2, grown: 2 }] };

  test('has one block per 100 megawatts: what runs is full, the rest of the plan outlined, what was dropped struck', () => {
    const { marks } = draw(given, 'power');
    expect(marks.map((mark) => [mark.look, blocksOf(mark.d).length])).toEqual([
      ['solid', 3],
      ['said', 9],
      ['ghost', 8],
    ]);
    expect(marks[2]?.d.match(/M/g)).toHaveLength(16);
  });

  test('blocks follow each other from left to right without a hole, however they are split', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 }), (a, b) => {
        const [running, planned] = [Math.min(a, b) / 10, Math.max(a, b) / 10];
        const { marks } = draw({ sites: [{ ...(running > 0 ? { running } : {}), planned }] }, 'power');
        const blocks = marks.flatMap((mark) => blocksOf(mark.d));
        expect(blocks).toHaveLength(Math.max(a, b));
        blocks.forEach((block, i) => {
          const before = blocks[i - 1];
          if (before) expect(block.x - before.x - before.width).toBeGreaterThan(0.5);
          if (before) expect(block.x - before.x).toBeLessThan(25);
        });
      }),
      { numRuns: 40 },
    );
  });

  test('a value within a block cuts it', () => {
    const [mark] = draw({ sites: [{ running: 0.25, planned: 0.25 }] }, 'power').marks;
    const blocks = blocksOf(mark?.d ?? '');
    expect(blocks).toHaveLength(3);
    expect((blocks[2]?.width ?? 0) / (blocks[0]?.width ?? 1)).toBeCloseTo(0.5, 1);
  });

  test('on a phone a row is a whole number of gigawatts, so that rows can be added', () => {
    const perRow = (size: Size) => {
      const blocks = draw({ sites: [{ planned: 5 }] }, 'power', size).marks.flatMap((mark) =>
        blocksOf(mark.d),
      );
      return blocks.filter((block) => block.y === blocks[0]?.y).length;
    };
    expect([perRow('wide'), perRow('medium'), perRow('narrow')]).toEqual([50, 30, 20]);
  });

  test('rows of one site stand equally apart, and where they wrap the drawing says how much a full row is', () => {
    for (const [size, full] of [
      ['medium', 'a full row: 3 GW'],
      ['narrow', 'a full row: 2 GW'],
    ] as const) {
      const { marks, labels } = draw({ sites: [{ planned: 7, interim: 2 }] }, 'power', size);
      const tops = [...new Set(marks.flatMap((mark) => blocksOf(mark.d).map((block) => block.y)))];
      const pitches = tops.slice(1).map((top, i) => Math.round((top - (tops[i] ?? 0)) * 10));
      expect(new Set(pitches).size, size).toBe(1);
      const texts = labels.map((one) => one.text);
      expect(texts).toContain(full);
      expect(texts).not.toContain('1 GW');
    }
  });

  test('most running stands first', () => {
    const { marks } = draw(
      { sites: [{ planned: 5 }, { running: 0.3, planned: 0.3 }, { running: 1, planned: 2 }] },
      'power',
    );
    expect(marks.map((mark) => mark.id)).toEqual(['s2_running', 's2_planned', 's1_running', 's0_planned']);
  });

  test('the first row adds the rows, is the largest, and says on whose word they rest', () => {
    const sites = [
      { running: 1, planned: 2, basis: 'owner' as const },
      { running: 0.9, planned: 5, oneSource: true },
    ];
    for (const size of ['wide', 'narrow'] as const) {
      const { labels } = draw({ sites }, 'power', size);
      expect(labels[1]?.text).toBe('1.9 of 7.0 GW');
      expect(labels.slice(2).every((one) => one.size < (labels[1]?.size ?? 0))).toBe(true);
    }
    expect(draw({ sites }, 'power').labels[2]?.text).toBe(
      'reported running or installed, about half of it on an owner’s statement, 0.9 GW by one source only',
    );
    expect(
      definition.table(modelOf({ sites }, 'power'), say, 'en').rows.map((row) => row.cells.state),
    ).toEqual(['running, as its owner states', 'planned', 'reported by one source', 'planned']);
  });

  test('the tick of a dated part stands whole within the frame, with its words', () => {
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      const { labels, lines, width } = draw({ sites: [{ planned: 5, interim: 2 }] }, 'power', size);
      const tick = lines.find((line) => line.x1 === line.x2);
      expect((tick?.x1 ?? width) + (tick?.width ?? 1) / 2, size).toBeLessThanOrEqual(width);
      const texts = labels.map((one) => one.text).join(' ');
      expect(texts, size).toContain(size === 'wide' ? '2.0 GW by 2026' : '2.0 GW of it by 2026, a fate');
    }
  });

  test('the title adds the rows, and a site without a figure of power is not among them', () => {
    const sites = [{ running: 1, planned: 2 }, { planned: 5 }, {}];
    expect(titleOf({ sites }, 'power')).toBe(
      'Of 7.0 gigawatts planned at two sites, about 1.0 are reported running or installed',
    );
  });

  test('the share that an owner states is said only as far as it reaches', () => {
    const share = (stated: number, rest: number) =>
      shareOf(
        modelOf(
          {
            sites: [
              { running: stated, planned: 9, basis: 'owner' },
              { running: rest, planned: 9, basis: 'press' },
            ],
          },
          'power',
        ).power,
      );
    expect([share(1, 1.1), share(1, 0.95), share(2, 1), share(1, 3)]).toEqual([
      'nearly',
      'half',
      'most',
      'part',
    ]);
  });

  test('megawatts and gigawatts are one measure, and nothing else is', () => {
    expect(megawattsOf({ id: 'a', unit: 'gigawatts', value: 1.2 })).toBe(1200);
    expect(megawattsOf({ id: 'a', unit: 'megawatts', value: 300 })).toBe(300);
    expect(() => megawattsOf({ id: 'a', unit: 'GPUs', value: 3 })).toThrow(
      'invalid unit "GPUs" of figure "a"',
    );
  });
});

describe('GPUs', () => {
  const grown: Given = {
    machines: [
      { site: 0, gpus: 230_000, date: '2025-07-28' },
      { site: 0, gpus: 100_000, date: '2024-09-02' },
      { site: 0, gpus: 220_000, date: '2026-05-06', state: 'leased' },
    ],
  };

  test('stand in columns of ten, one column 100,000, full from below', () => {
    const [first, second] = draw(grown, 'gpus').marks.map((mark) => blocksOf(mark.d));
    expect(new Set(first?.map((block) => block.x)).size).toBe(1);
    expect(first).toHaveLength(10);
    expect(new Set(second?.map((block) => block.x)).size).toBe(3);
    const lowest = Math.max(...(second ?? []).map((block) => block.y + block.height));
    expect((second?.[20]?.y ?? 0) + (second?.[20]?.height ?? 0)).toBeCloseTo(lowest, 6);
  });

  test('states run from left to right in the order of time, on every size', () => {
    for (const size of ['wide', 'medium', 'narrow'] as const) {
      const lefts = draw(grown, 'gpus', size).marks.map((mark) => blocksOf(mark.d)[0]?.x ?? 0);
      expect(lefts, size).toEqual([...lefts].sort((a, b) => a - b));
    }
  });

  test('what grew stands first and largest; what is on hold is a plain outline and said so by its name', () => {
    const { machines = [] } = grown;
    const given: Given = {
      machines: [
        { site: 1, gpus: 8_000, date: '2024-08', state: 'paused' },
        ...machines.map((one) => ({ ...one, site: 2 })),
      ],
    };
    for (const size of ['wide', 'narrow'] as const) {
      const { marks, labels } = draw(given, 'gpus', size);
      const sizeOf = (text: string) => labels.find((one) => one.text === text)?.size ?? 0;
      expect(marks.map((mark) => mark.id)).toEqual(['m2', 'm1', 'm3', 'm0']);
      expect(sizeOf('230,000')).toBeGreaterThan(sizeOf('8,000'));
      expect(labels.map((one) => one.text)).toContain('Meta, on hold');
      expect(marks.at(-1)?.look).toBe('said');
      expect(marks.at(-1)?.d.match(/M/g)).toHaveLength(1);
    }
  });

  test('the axis says where it begins and ends', () => {
    const texts = draw(grown, 'gpus').labels.map((one) => one.text);
    expect(texts).toEqual(expect.arrayContaining(['Jul 2024', '2 Jul 2026']));
    expect(texts).not.toContain('2024');
  });

  test('the title tells growth and lease where there were any, else the largest number', () => {
    expect(titleOf(grown, 'gpus')).toBe('Site 0: from 100,000 to 230,000 GPUs, some words, then some words');
    expect(titleOf({ machines: grown.machines?.slice(0, 2) ?? [] }, 'gpus')).toBe(
      'Site 0: from 100,000 to 230,000 GPUs, some words',
    );
    expect(titleOf({ machines: [{ site: 0, gpus: 400_000, date: '2025', state: 'planned' }] }, 'gpus')).toBe(
      'Up to 400,000 GPUs are reported or planned at a site',
    );
  });
});

describe('money', () => {
  const given: Given = {
    sums: [
      { dollars: 500e9, kind: 'programme', state: 'announced' },
      { dollars: 15e9 },
      { dollars: 1.25e9, kind: 'month' },
    ],
  };

  test('programmes and sites share a scale; a month’s rent has a bullet, however high, and never shortens them', () => {
    for (const size of ['wide', 'narrow'] as const) {
      const [programme, site, month] = draw(given, 'money', size).marks.map(
        (mark) => blocksOf(mark.d)[0]?.width ?? 0,
      );
      expect((programme ?? 0) / (site ?? 1)).toBeCloseTo(500 / 15, 0);
      expect(month).toBe(8);
    }
    const high = given.sums?.map((sum) => (sum.kind === 'month' ? { ...sum, dollars: 900e9 } : sum)) ?? [];
    for (const sums of [high, given.sums?.slice(0, 2) ?? []])
      expect(
        draw({ sums }, 'money')
          .marks.slice(0, 2)
          .map((mark) => mark.d),
      ).toEqual(
        draw(given, 'money')
          .marks.slice(0, 2)
          .map((mark) => mark.d),
      );
  });

  test('sums of one name are told apart by their dates, and a rent has no company’s hue', () => {
    const sums = given.sums?.slice(0, 1).map((sum) => ({ ...sum, name: both('Stargate') })) ?? [];
    const { labels, marks } = draw({ sums: [...sums, ...sums, ...(given.sums?.slice(1) ?? [])] }, 'money');
    const texts = labels.map((one) => one.text);
    expect(texts.filter((text) => text === 'Stargate, 2026')).toHaveLength(2);
    expect(texts).toContain('Sum 2');
    expect(marks.map((mark) => mark.tone)).toEqual(['meta', 'meta', 'meta', 'ink']);
  });

  test('every tick of the scale has its number; the unit stands with the last, or beneath it on a phone', () => {
    for (const [size, last] of [
      ['wide', ['$500 billion']],
      ['narrow', ['500', 'billion dollars']],
    ] as const) {
      const texts = draw(given, 'money', size).labels.map((one) => one.text);
      expect(texts, size).toEqual(expect.arrayContaining(['0', '100', '200', '300', '400', ...last]));
    }
  });

  test('only a floor is open at the right, outlined or solid', () => {
    const of = (bound: SumRow['bound'], state: SumRow['state']) => ({ dollars: 4e11, bound, state });
    const sums = [of('up-to', 'announced'), of('more-than', 'announced'), of('more-than', 'agreed')];
    const [ceiling, ...floors] = draw({ sums }, 'money').marks.map((mark) => mark.d);
    expect(ceiling).toMatch(/^M[^M]*Z$/);
    for (const floor of floors) expect(floor).toMatch(/^M[^MZ]*M[^M]*ZM[^M]*Z$/);
  });

  test('only agreed or raised money is full', () => {
    expect(draw(given, 'money').marks.map((mark) => mark.look)).toEqual(['said', 'solid', 'solid']);
  });

  test('the title compares a programme only with money raised for its own organisation', () => {
    expect(titleOf(given, 'money')).toBe(
      'Sum 0: $500\u00a0billion announced, $15\u00a0billion raised for its first site',
    );
    const other = given.sums?.map((sum, i) => (i === 1 ? { ...sum, org: 'openai' } : sum)) ?? [];
    expect(titleOf({ sums: other }, 'money')).toBe('Three sums are named for the sites');
  });
});

test('the summaries name each site once, with its numbers', () => {
  const summaryOf = (given: Given, view: ComputeView) =>
    definition.words(modelOf(given, view), say, 'en').summary;
  expect(summaryOf({ sites: [{ running: 1, planned: 2 }, { planned: 5 }] }, 'power')).toBe(
    'Of 7.0 gigawatts planned at two sites, about 1.0 are reported running or installed (Site 0: 1.0 of 2.0 GW; Site 1: 0 of 5.0 GW).',
  );
  expect(
    summaryOf(
      {
        machines: [
          { site: 0, gpus: 10_000, date: '2024-09' },
          { site: 0, gpus: 20_000, date: '2025' },
          { site: 1, gpus: 30_000, date: '2025', state: 'planned' },
        ],
      },
      'gpus',
    ),
  ).toBe(
    'GPUs by site. Site 0: 10,000 some words (2024), 20,000 some words (2025); planned: Site 1 (30,000).',
  );
  expect(
    summaryOf(
      {
        sums: [
          { dollars: 5e11, kind: 'programme', state: 'announced', bound: 'up-to' },
          { dollars: 27e9 },
          { dollars: 92e7, kind: 'month' },
        ],
      },
      'money',
    ),
  ).toBe(
    'In billions of dollars, announced: Sum 0 (up to 500); agreed or raised: Sum 1 (27); monthly rent: Sum 2 (0.92).',
  );
});

test('whatever the numbers, no two words touch and no word stands on a block', () => {
  const site = fc.record({
    running: fc.integer({ min: 1, max: 20 }).map((n) => n / 10),
    planned: fc.integer({ min: 20, max: 50 }).map((n) => n / 10),
    interim: fc.option(
      fc.integer({ min: 10, max: 20 }).map((n) => n / 10),
      { nil: undefined },
    ),
    basis: fc.constantFrom('owner' as const, 'press' as const),
  });
  const machines = fc.array(
    fc.record({
      site: fc.integer({ min: 0, max: 3 }),
      gpus: fc.integer({ min: 1, max: 60 }).map((n) => n * 10_000),
      date: fc.constantFrom('2024-09-02', '2025-07-28', '2026-05-06'),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const sums = fc.array(
    fc.record({
      dollars: fc.integer({ min: 1, max: 900 }).map((n) => n * 1e9),
      kind: fc.constantFrom('programme' as const, 'site' as const, 'month' as const),
      bound: fc.constantFrom('exact' as const, 'up-to' as const, 'more-than' as const),
    }),
    { minLength: 1, maxLength: 7 },
  );
  fc.assert(
    fc.property(
      fc.array(site, { minLength: 1, maxLength: 6 }),
      machines,
      sums,
      fc.constantFrom<ComputeView>('power', 'gpus', 'money'),
      fc.constantFrom<Size>('wide', 'medium', 'narrow', 'card'),
      (sites, given, money, view, size) => {
        // Two states of one site at one time would say two things at once.
        const once = given.filter(
          (one, i) => given.findIndex((o) => o.site === one.site && o.date === one.date) === i,
        );
        const { marks, labels } = draw({ sites, machines: once, sums: money }, view, size);
        const boxes = labels.map((label) => boxOf(label, measureText));
        const blocks = marks.flatMap((mark) => blocksOf(mark.d));
        boxes.forEach((box, i) => {
          for (const other of boxes.slice(i + 1)) expect(overlap(box, other), `${view} ${size}`).toBe(false);
          for (const block of blocks)
            expect(overlap(box, block), `${view} ${size} ${labels[i]?.text}`).toBe(false);
        });
      },
    ),
    { numRuns: 150 },
  );
});
