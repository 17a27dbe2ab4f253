import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, FigureRow, MachineRow, SiteRow, SumRow } from '~/data/types';
import { inEvery } from '~/i18n/languages';
import { faultsOf } from '~/kit/faults';
import { flat, labelsOf, marksOf, overlap } from '~/kit/items';
import { FRAMES, type Size } from '../contract';
import { sayOf } from '../words';
import { definition, shareOf } from './definition';
import { card, page } from './layout';
import { type ComputeView, megawattsOf, stepFor } from './model';

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
    /** Another source says so too. */
    also?: boolean;
    /** The power of what runs. */
    power?: FigureRow['power'];
  }[];
  machines?: { site: number; gpus: number; date: string; state?: MachineRow['state']; oneSource?: boolean }[];
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
      id: `s${i}`,
      org: 'meta',
      name: both(`Site ${i}`),
      fate: both('a fate'),
      events: [],
      runningAlso: sites[i]?.also ? `s${i}-running` : '',
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
      figure: `u${i}`,
      kind: 'site',
      org: 'meta',
      bound: 'exact',
      state: 'agreed',
      name: both(`Sum ${i}`),
      terms: both('some terms'),
      events: [],
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
                  sources: site.oneSource ? ['tracker'] : ['a', 'b'],
                  power: key === 'running' ? (site.power ?? '') : '',
                },
              ],
        ),
      ),
      ...machines.map((one, i) => ({
        ...figure(`m${i}`, one.gpus, 'GPUs', one.date),
        singleSource: one.oneSource === true,
      })),
      ...sums.map((one, i) => figure(`u${i}`, one.dollars, 'US dollars')),
    ],
    sources: [{ id: 'tracker', publisher: both('Tracker'), originalPublisher: both('') }],
    eventsTo: '2026-07-02',
  } as unknown as Dataset;
}

const modelOf = (given: Given, view: ComputeView) => definition.model(dataOf(given), view, 'en');
const draw = (given: Given, view: ComputeView, size: Size = 'wide') =>
  (size === 'card' ? card : page)(modelOf(given, view), { ...FRAMES[size], lang: 'en', say });
const marksIn = (given: Given, view: ComputeView, size?: Size) => marksOf(draw(given, view, size));
const textsIn = (given: Given, view: ComputeView, size?: Size) =>
  labelsOf(draw(given, view, size)).map((label) => label.text);
const titleOf = (given: Given, view: ComputeView) => definition.words(modelOf(given, view), say, 'en').title;

/** Blocks of a mark: each is an outline of its own. */
const blocksIn = (d = '') => d.match(/Z/g)?.length ?? 0;
/** Left edges of the blocks of a mark. */
const leftsIn = (d = '') => [...d.matchAll(/M(-?[\d.]+),/g)].map(([, x]) => Number(x));
const PAGES = ['wide', 'medium', 'narrow'] as const;

describe('power', () => {
  const given: Given = { sites: [{ running: 0.3, planned: 1.2, grown: 2 }, { planned: 5 }] };

  test('has one block per 100 megawatts: what runs is full, the rest of the plan outlined, what was dropped struck out in no hue', () => {
    const own = marksIn(given, 'power').filter((mark) => mark.id.startsWith('s0'));
    expect(own.map((mark) => [mark.look, blocksIn(mark.d)])).toEqual([
      ['solid', 3],
      ['said', 9],
      ['said', 8],
    ]);
    expect(own.map((mark) => mark.tone === own[0]?.tone)).toEqual([true, true, false]);
    const strikes = flat(draw(given, 'power').items).filter(
      (item) => item.kind === 'shape' && item.stroke === own[2]?.tone,
    );
    expect(strikes).toHaveLength(1);
    expect(definition.words(modelOf(given, 'power'), say, 'en').subtitle).toContain(
      'One block is 100 megawatts',
    );
  });

  test('a block stands for more where there would be too many, and says so', () => {
    const large: Given = { sites: [{ running: 3, planned: 90 }] };
    for (const mark of marksIn(large, 'power')) expect(blocksIn(mark.d)).toBeLessThanOrEqual(60);
    expect(definition.words(modelOf(large, 'power'), say, 'en').subtitle).toContain(
      'One block is 2 gigawatts',
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e9, noNaN: true }),
        fc.integer({ min: 5, max: 200 }),
        (value, most) => {
          const step = stepFor(value, most);
          expect(Math.ceil(value / step - 1e-6)).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  test('parts follow each other from left to right without a hole, however they are split', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 49 }), fc.integer({ min: 1, max: 50 }), (a, b) => {
        const [running, planned] = [Math.min(a, b) / 10, Math.max(a, b) / 10];
        const sites = [{ running, planned }, { planned: 5 }];
        const own = marksIn({ sites }, 'power').filter((mark) => mark.id.startsWith('s0'));
        const [first, second] = own.map((mark) => mark.box);
        if (!first || !second) return;
        const gap = second.x - (first.x + first.width);
        expect(gap).toBeGreaterThan(0.5);
        expect(gap).toBeLessThan(14);
      }),
      { numRuns: 40 },
    );
  });

  test('a value within a block cuts it', () => {
    const boxes = (running: number) =>
      marksIn({ sites: [{ running, planned: running }, { planned: 5 }] }, 'power').at(-1)?.box.width ?? 0;
    expect(boxes(0.25)).toBeGreaterThan(boxes(0.2));
    expect(boxes(0.25)).toBeLessThan(boxes(0.3));
  });

  test('a row is a whole number of tens, so that rows can be added', () => {
    const perRow = (size: Size) => {
      const [mark] = marksIn({ sites: [{ planned: 5 }] }, 'power', size);
      const tops = [...(mark?.d ?? '').matchAll(/M-?[\d.]+,([\d.]+)/g)].map(([, y]) => y);
      return tops.filter((top) => top === tops[0]).length;
    };
    expect(PAGES.map(perRow)).toEqual([50, 50, 30]);
  });

  test('the largest plan stands first', () => {
    const sites = [{ running: 0.3, planned: 0.3 }, { planned: 5 }, { running: 1, planned: 2 }];
    expect(marksIn({ sites }, 'power').map((mark) => mark.id)).toEqual([
      's1_planned',
      's2_running',
      's2_planned',
      's0_running',
    ]);
  });

  test('what one source or the owner alone says looks different from what several say', () => {
    const drawn = (site: NonNullable<Given['sites']>[number]) =>
      flat(draw({ sites: [site] }, 'power').items)
        .flatMap((item) => ('d' in item ? [item.d] : []))
        .join();
    const plain = drawn({ running: 1, planned: 2, basis: 'press' });
    const striped = drawn({ running: 1, planned: 2, basis: 'owner' });
    expect(striped).not.toBe(plain);
    expect(drawn({ running: 1, planned: 2, basis: 'press', oneSource: true })).toBe(striped);
    expect(drawn({ running: 1, planned: 2, basis: 'press', oneSource: true, also: true })).toBe(plain);
  });

  test('whose estimate all of what runs is, and the power of what, is said where it is one and the same', () => {
    const footOf = (sites: NonNullable<Given['sites']>) =>
      definition.words(modelOf({ sites }, 'power'), say, 'en').foot;
    const site = { running: 1, planned: 2, oneSource: true, power: 'it' as const };
    expect(footOf([site, site])).toContain('estimates of Tracker, 2026, for the computers alone');
    expect(footOf([site, { ...site, power: 'site' }])).toContain('estimates of Tracker, 2026. Plans');
    expect(footOf([site, { ...site, oneSource: false }])).toContain('at different dates');
  });

  test('what is printed of the sites adds up to the printed total, and is what the table has, in every size', () => {
    for (const running of [
      [0.946, 0.421, 0.59, 0.334],
      [0.045, 0.045, 0.045, 0.045],
      [0.444, 0.444, 0.444, 0.444],
      [1, 2, 0.5],
    ]) {
      const sites = running.map((one) => ({ running: one, planned: one + 1 }));
      for (const size of PAGES) {
        const texts = labelsOf(draw({ sites }, 'power', size)).map(({ text }) => text);
        const [all, ...each] = texts.flatMap((text) => {
          const [, part, whole] = /([\d.]+)\sof\s([\d.]+)\sGW/.exec(text) ?? [];
          return part && whole ? [[Number(part), Number(whole)] as const] : [];
        });
        expect(each).toHaveLength(running.length);
        for (const end of [0, 1] as const)
          expect(each.reduce((sum, one) => sum + one[end], 0).toFixed(1)).toBe(all?.[end].toFixed(1));
        const { rows } = definition.table(modelOf({ sites }, 'power'), say, 'en');
        const said = rows.map(({ cells }) => String(cells.amount).replace(/\sGW/, ''));
        for (const one of each) expect(said).toContain(one[0].toFixed(3).replace(/(?<=\.\d+)0+$/, ''));
      }
    }
  });

  test('the head adds the rows, is the largest, and says on whose word they rest', () => {
    const sites = [
      { running: 1, planned: 2, basis: 'owner' as const },
      { running: 0.9, planned: 5, oneSource: true },
    ];
    for (const size of PAGES) {
      const [head, basis, ...rest] = labelsOf(draw({ sites }, 'power', size));
      expect(head?.text).toBe('1.9 of 7.0\u00a0GW at two sites');
      expect(rest.every((one) => one.size < (head?.size ?? 0))).toBe(true);
      expect(basis?.text).toBe(
        'reported running or installed, about half of it on an owner’s statement, 0.9\u00a0GW without a second source',
      );
    }
    const rows = definition.table(modelOf({ sites }, 'power'), say, 'en').rows;
    expect(rows.map((row) => row.cells.state)).toEqual([
      'running, no second source',
      'planned',
      'running, as its owner states',
      'planned',
    ]);
  });

  test('what no source gives but a difference of two says which, and both are its evidence', () => {
    const model = modelOf({ sites: [{ running: 0.4, planned: 1.2, grown: 2 }] }, 'power');
    const rows = definition.table(model, say, 'en').rows;
    expect(rows.map((row) => row.cells.note)).toEqual([
      expect.not.stringContaining('less'),
      expect.stringContaining('1.2\u00a0GW planned less 0.4\u00a0GW running'),
      expect.stringContaining('2.0\u00a0GW with the expansion less 1.2\u00a0GW without it'),
    ]);
    expect(rows.map((row) => row.evidence.filter(({ kind }) => kind === 'figure').length)).toEqual([1, 2, 2]);
    const names = marksOf(draw({ sites: [{ running: 0.4, planned: 1.2 }] }, 'power')).map(({ name }) => name);
    expect(names.join()).toContain('(1.2\u00a0GW planned less 0.4\u00a0GW running)');
  });

  test('the tick of a dated part stands whole within the frame, with its words beside it', () => {
    for (const size of PAGES)
      for (const interim of [0.1, 2, 3.1, 4.9]) {
        const geometry = draw({ sites: [{ planned: 5, interim }] }, 'power', size);
        const tick = flat(geometry.items).find((item) => item.kind === 'line' && item.x1 === item.x2);
        if (tick?.kind !== 'line') throw new Error('no tick');
        expect(tick.x1 + 1, size).toBeLessThanOrEqual(geometry.width);
        const words = labelsOf(geometry).find(({ text }) => text.endsWith('GW by 2026'))?.box;
        if (!words) throw new Error('no words');
        expect(Math.min(Math.abs(words.x - tick.x1), Math.abs(tick.x1 - words.x - words.width))).toBeLessThan(
          8,
        );
        expect(words.y).toBeLessThan(tick.y2);
        expect(words.y + words.height).toBeGreaterThan(tick.y1);
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

  test('stand in columns of ten, all standing on one ground', () => {
    const [first, second, third] = marksIn(grown, 'gpus');
    expect([first, second, third].map((mark) => blocksIn(mark?.d))).toEqual([20, 46, 44]);
    const columns = (mark: typeof first) => new Set(leftsIn(mark?.d)).size;
    expect([columns(first), columns(second), columns(third)]).toEqual([2, 5, 5]);
    const feet = [first, second, third].map((mark) =>
      Math.round((mark?.box.y ?? 0) + (mark?.box.height ?? 0)),
    );
    expect(new Set(feet).size).toBe(1);
  });

  test('states run from left to right in the order of time, on every size', () => {
    for (const size of PAGES) {
      const lefts = marksIn(grown, 'gpus', size).map((mark) => mark.box.x);
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
    for (const size of PAGES) {
      const labels = labelsOf(draw(given, 'gpus', size));
      const heightOf = (start: string) => labels.find((one) => one.text.startsWith(start))?.box.height ?? 0;
      const marks = marksIn(given, 'gpus', size);
      expect(marks.map((mark) => mark.id)).toEqual(['m2', 'm1', 'm3', 'm0']);
      expect(heightOf('230,000')).toBeGreaterThan(heightOf('8,000'));
      expect(labels.map((one) => one.text)).toContain('Site 1 Meta, on hold');
      expect(marks.at(-1)?.look).toBe('said');
    }
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
    const widths = (sums: Given['sums'], size: Size) =>
      marksIn({ sums: sums ?? [] }, 'money', size).map((mark) => mark.box.width);
    const high = given.sums?.map((sum) => (sum.kind === 'month' ? { ...sum, dollars: 900e9 } : sum));
    for (const size of PAGES) {
      const [programme, site, month] = widths(given.sums, size);
      expect((programme ?? 0) / (site ?? 1)).toBeCloseTo(500 / 15, 0);
      expect(month).toBe(8);
      expect(widths(high, size)).toEqual([programme, site, month]);
      expect(widths(given.sums?.slice(0, 2), size)).toEqual([programme, site]);
    }
  });

  test('sums of one name are told apart by their dates, and a rent has no company’s hue', () => {
    const sums = given.sums?.slice(0, 1).map((sum) => ({ ...sum, name: both('Stargate') })) ?? [];
    const all = { sums: [...sums, ...sums, ...(given.sums?.slice(1) ?? [])] };
    expect(textsIn(all, 'money').filter((text) => text.startsWith('Stargate, 2026 '))).toHaveLength(2);
    expect(marksIn(all, 'money').map((mark) => mark.tone)).toEqual(['meta', 'meta', 'meta', 'ink']);
  });

  test('the scale begins at nought and ends with its unit', () => {
    for (const size of PAGES)
      expect(textsIn(given, 'money', size)).toEqual(expect.arrayContaining(['0', '$500 billion']));
  });

  test('only a floor is open at the right, outlined or solid', () => {
    const of = (bound: SumRow['bound'], state: SumRow['state']) => ({ dollars: 4e11, bound, state });
    const sums = [of('up-to', 'announced'), of('more-than', 'announced'), of('more-than', 'agreed')];
    expect(marksIn({ sums }, 'money').map((mark) => mark.d.match(/M/g)?.length)).toEqual([1, 3, 3]);
  });

  test('only agreed or raised money is full', () => {
    expect(marksIn(given, 'money').map((mark) => mark.look)).toEqual(['said', 'solid', 'solid']);
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
    'Of 7.0 gigawatts planned at two sites, about 1.0 are reported running or installed (Site 1: 0 of 5.0\u00a0GW; Site 0: 1.0 of 2.0\u00a0GW).',
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
        const geometry = draw({ sites, machines: once, sums: money }, view, size);
        expect(faultsOf(geometry), `${view} ${size}`).toEqual([]);
        for (const label of labelsOf(geometry))
          for (const mark of marksOf(geometry))
            expect(overlap(label.box, mark.box), `${view} ${size} ${label.text}`).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

test('stripes run aslant in every view, within their mark, however small its blocks are', () => {
  const data = {
    sites: [{ running: 3, planned: 3, oneSource: true }],
    machines: [{ site: 0, gpus: 230000, date: '2025', oneSource: true }],
  };
  for (const view of ['power', 'gpus'] as const)
    for (const size of ['wide', 'medium', 'narrow', 'card'] as const) {
      const items = flat(draw(data, view, size).items);
      const at = items.findIndex((item) => item.kind === 'shape' && item.stroke === 'paper');
      const [mark, stripes] = [items[at - 1], items[at]];
      if (mark?.kind !== 'mark' || stripes?.kind !== 'shape') throw new Error(`no stripes in ${view}`);
      const { x, y, width, height } = mark.box;
      for (const [, ...said] of stripes.d.matchAll(/M([\d.]+) ([\d.]+)l([\d.]+)(-[\d.]+)/g)) {
        const [left = 0, foot = 0, across = 0, up = 0] = said.map(Number);
        expect(across).toBeCloseTo(-up);
        expect(left).toBeGreaterThan(x - 0.2);
        expect(left + across).toBeLessThan(x + width + 0.2);
        expect(foot).toBeLessThan(y + height + 0.2);
        expect(foot + up).toBeGreaterThan(y - 0.2);
      }
    }
});
