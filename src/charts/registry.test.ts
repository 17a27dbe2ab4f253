/** One test over all charts, on today's rows and on those of another day: a new chart is tested the moment it is listed. */
import { describe, expect, test } from 'vitest';
import { TABLE_OF } from '~/data/evidence';
import { loadPackage } from '~/data/load';
import type { Dataset } from '~/data/types';
import { CONTENT } from '~/i18n/content';
import { type Lang, PUBLISHED } from '~/i18n/languages';
import { faultsOf as drawingFaults } from '~/kit/faults';
import { type Geometry, labelsOf, marksOf } from '~/kit/items';
import { findRow } from '~/model/row';
import { CARD, type ChartEntry, FRAMES, type Rendering, type Size, SMALLEST } from './contract';
import { fixturesOf, grownTo, onOneSource } from './fixtures';
import { PEOPLE_UP_TO } from './move-table';
import { CHARTS, chartsIn } from './registry';
import { sayOf } from './words';

const data = loadPackage(`${CONTENT}/data`);
const fixtures = [...fixturesOf(data)];
/** What a page shows of every view. */
const PAGE = ['wide', 'medium', 'narrow'] as const;
/** However many moves there are: marks of a drawing, and pixels that it is high. */
const MOST_MARKS = 250;
const MOST_HIGH = { wide: 600, medium: 430, narrow: 600 };
/** How many faults of one kind of rows are printed. */
const SHOWN = 40;

test('chart ids are different, and each chart begins with its own page', () => {
  expect(new Set(CHARTS.map((chart) => chart.id)).size).toBe(CHARTS.length);
  for (const chart of chartsIn(data)) {
    const slugs = chart.slugs(data);
    expect(slugs[0]).toBe('');
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
  }
});

test('of moves alone some charts can be drawn, and the others have no view', () => {
  const moves = fixtures.find(({ name }) => name === 'no row that is no move')?.data;
  if (!moves) throw new Error('no fixture of moves alone');
  const drawn = chartsIn(moves);
  expect(drawn.length).toBeGreaterThan(0);
  for (const chart of CHARTS.filter((one) => !drawn.includes(one)))
    expect(() => chart.at(moves, '', 'en')).toThrow('unknown view');
});

for (const chart of chartsIn(data))
  describe(chart.id, () => {
    for (const lang of PUBLISHED)
      test(`in ${lang} every view has a title, name and summary of its own, and says what is not counted`, () => {
        const views = chart.slugs(data).map((slug) => chart.at(data, slug, lang));
        for (const key of ['title', 'name', 'summary'] as const) {
          const texts = views.map((view) => view.words[key]);
          expect(new Set(texts).size, `${key}: ${texts.join(' | ')}`).toBe(texts.length);
        }
      });

    test('today’s rows are drawn whole, in every view and size', () => {
      expectNone(faultsOf(chart, data, (slugs) => slugs, chart.sizes));
    });

    test('laying out twice gives the same drawing', () => {
      for (const lang of PUBLISHED)
        for (const slug of chart.slugs(data)) {
          const [first, again] = [chart.at(data, slug, lang), chart.at(data, slug, lang)];
          for (const size of slug === '' ? chart.sizes : PAGE.slice(0, 1))
            expect(again.geometry(size), `${slug || 'all'}, ${size}`).toEqual(first.geometry(size));
        }
    });

    test('a move on one source looks and is called otherwise, and what its look means is said where it is seen', () => {
      const several = onOneSource(data, () => false);
      const ids = new Set(data.moves.map((move) => move.id));
      const drawnIn = (rows: Dataset, slug: string, lang: Lang) => {
        const view = chart.at(rows, slug, lang);
        const marks = marksOf(view.geometry('medium')).filter(
          ({ id, look }) => ids.has(id) && look !== 'context',
        );
        return { view, marks: new Map(marks.map((mark) => [mark.id, mark])) };
      };
      for (const lang of PUBLISHED) {
        const say = sayOf(chart.id, lang);
        const slugs = chart.slugs(data);
        const drawn = slugs.map((slug) => drawnIn(several, slug, lang));
        const [id] = drawn.flatMap(({ marks }) => [...marks.keys()]);
        if (id === undefined) continue;
        const single = onOneSource(data, (move) => move.id === id);
        slugs.forEach((slug, i) => {
          const at = `${lang}, ${slug || 'all'}`;
          const [before, after] = [drawn[i] as (typeof drawn)[number], drawnIn(single, slug, lang)];
          const [plain, striped] = [before.marks.get(id), after.marks.get(id)];
          const key = say('striped');
          expect(before.view.words.subtitle, at).not.toContain(key);
          if (!plain || !striped) {
            expect(after.view.words.subtitle, at).not.toContain(key);
            return;
          }
          expect(after.view.words.subtitle, at).toContain(key);
          expect(striped.d, at).not.toBe(plain.d);
          expect(striped.box, at).toEqual(plain.box);
          const cellsOf = ({ table }: Rendering) => table.rows.find((row) => row.id === id)?.cells;
          const status = say('single', { status: String(cellsOf(before.view)?.status) });
          expect(cellsOf(after.view)?.status, at).toBe(status);
          expect(striped.name, at).toContain(status);
          expect(plain.name, at).not.toContain(status);
        });
      }
    });

    test('a mark of many moves has their people in its row, where a move had a mark of its own', () => {
      const many = fixtures.find(({ name }) => name === 'ten times the moves')?.data;
      if (!many) throw new Error('no fixture of ten times the moves');
      const moves = new Map(many.moves.map((move) => [move.id, move]));
      for (const lang of PUBLISHED)
        for (const slug of chart.slugs(data)) {
          if (!chart.at(data, slug, lang).table.rows.some(({ id }) => moves.has(id))) continue;
          const { rows } = chart.at(many, slug, lang).table;
          // Of a crowd the row has the first names, and how many more there are.
          const named = (id: string) =>
            rows.some(
              ({ cells, evidence }) =>
                evidence.some((one) => one.id === id) &&
                (evidence.length > PEOPLE_UP_TO ||
                  Object.values(cells).some((cell) => `${cell}`.includes(moves.get(id)?.person ?? id))),
            );
          const counted = new Set(
            rows.flatMap(({ evidence }) => evidence.flatMap(({ kind, id }) => (kind === 'move' ? [id] : []))),
          );
          const nameless = [...counted].filter((id) => !named(id));
          expect(nameless, `${lang}, ${slug || 'all'}`).toEqual([]);
        }
    });

    test.each([600, 6000])('with %i moves it is drawn whole, in few marks and no higher', (n) => {
      const many = grownTo(data, n);
      const shown = telling(chart.slugs(many), chart, many);
      const faults = faultsOf(chart, many, () => shown, chart.sizes, faultsOfMany);
      const { table } = chart.at(many, '', 'en');
      if (table.rows.length > MOST_MARKS) faults.push(`${table.rows.length} rows in the table`);
      expectNone(faults);
    });

    describe('with other rows is drawn whole as well', () => {
      for (const { name, data, everywhere } of fixtures)
        test(name, () => {
          const shown = telling(chart.slugs(data), chart, data);
          const faults = faultsOf(chart, data, () => shown, chart.sizes);
          const rest: Pick = (slugs) => slugs.filter((slug) => !shown.includes(slug));
          if (everywhere) faults.push(...faultsOf(chart, data, rest, PAGE));
          expectNone(faults);
        });
    });
  });

type Pick = (slugs: readonly string[]) => readonly string[];

/** The first view, and of the others the emptiest and the fullest: how many rows one has is the same in every language. */
function telling(slugs: readonly string[], chart: ChartEntry, data: Dataset): readonly string[] {
  const rows = new Map(slugs.map((slug) => [slug, chart.at(data, slug, 'en').table.rows.length]));
  const [first, ...others] = slugs;
  if (first === undefined) return [];
  const bySize = others.sort((a, b) => (rows.get(a) ?? 0) - (rows.get(b) ?? 0));
  return [...new Set([first, ...bySize.slice(0, 1), ...bySize.slice(-1)])];
}

/** Of many moves a drawing has few marks, and is no higher than of few. */
function faultsOfMany(view: Rendering, size: Size): string[] {
  const page = PAGE.find((one) => one === size);
  if (!page || view.lang !== 'en') return [];
  const drawing = view.geometry(size);
  const [marks, high] = [marksOf(drawing).length, Math.ceil(drawing.height)];
  return [
    ...(marks > MOST_MARKS ? [`${marks} marks`] : []),
    ...(high > MOST_HIGH[page] ? [`${high} px high`] : []),
  ];
}

/** `lang, view, size: what`, for everything that a reader would stumble over, and what `also` finds in a drawing. */
function faultsOf(
  chart: ChartEntry,
  data: Dataset,
  pick: Pick,
  sizes: readonly Size[],
  also: (view: Rendering, size: Size) => readonly string[] = () => [],
): string[] {
  const faults: string[] = [];
  const trying = (at: string, look: () => readonly string[]) => {
    try {
      faults.push(...look().map((fault) => `${at}: ${fault}`));
    } catch (error) {
      faults.push(`${at}: ${error instanceof Error ? error.message : error}`);
    }
  };
  for (const lang of PUBLISHED)
    trying(lang, () => {
      for (const slug of pick(chart.slugs(data))) {
        const at = `${lang}, ${slug || 'all'}`;
        trying(at, () => {
          const view = chart.at(data, slug, lang);
          trying(at, () => faultsOfWords(view));
          trying(at, () => faultsOfTable(view, data));
          for (const size of sizes)
            trying(`${at}, ${size}`, () => [...faultsOfDrawing(view, size, data), ...also(view, size)]);
          return [];
        });
      }
      return [];
    });
  return faults;
}

function faultsOfWords({ words }: Rendering): string[] {
  const broken = Object.entries(words).filter(([, text]) => /undefined|NaN|\{|\}| {2}|^$/.test(text));
  return [
    ...broken.map(([key, text]) => `${key} is "${text}"`),
    ...(words.foot.length > 10 ? [] : ['the foot does not say what is not counted']),
  ];
}

function faultsOfTable({ table }: Rendering, data: Dataset): string[] {
  const ids = new Set(table.rows.map((row) => row.id));
  return [
    ...(ids.size === table.rows.length ? [] : ['two rows of the table have one id']),
    ...table.rows.flatMap((row) => [
      ...table.columns.flatMap(({ key }) => (key in row.cells ? [] : [`row ${row.id} has no cell "${key}"`])),
      ...(row.evidence.length > 0 ? [] : [`row ${row.id} has no evidence`]),
      ...row.evidence.flatMap(({ kind, id }) =>
        findRow<{ id: string }>(data[TABLE_OF[kind]], id) ? [] : [`row ${row.id}: no ${kind} "${id}"`],
      ),
    ]),
  ];
}

function faultsOfDrawing(view: Rendering, size: Size, data: Dataset): string[] {
  const drawing = view.geometry(size);
  const rows = new Set(view.table.rows.map((row) => row.id));
  const high = size === 'card' ? CARD.height : Number.POSITIVE_INFINITY;
  const { width, height } = drawing;
  return [
    ...(width === FRAMES[size].width && height > 0 && height <= high ? [] : [`it is ${width} x ${height}`]),
    // What a view did not choose opens nothing: it has no row, and needs no name.
    ...marksOf(drawing).flatMap(({ id, name, look }) =>
      look === 'context'
        ? rows.has(id)
          ? [`mark ${id} is in the table and opens nothing`]
          : []
        : [
            ...(rows.has(id) ? [] : [`mark ${id} is not in the table`]),
            ...(name.length > 2 && !/undefined|NaN/.test(name) ? [] : [`mark ${id} is called "${name}"`]),
          ],
    ),
    ...drawingFaults(drawing, SMALLEST),
    // A card is a picture, and a map tells what the figures below it do.
    ...(size === 'card' || size === 'map' ? [] : faultsOfNumbers(view, drawing, data)),
  ];
}

/** Numbers that lead nowhere: to no mark, no marks that they add up, no view and no row. */
function faultsOfNumbers({ words, table }: Rendering, drawing: Geometry, data: Dataset): string[] {
  const rows = new Set(table.rows.map((row) => row.id));
  return labelsOf(drawing).flatMap(({ text, lines, mark, scale }) => {
    const spans = lines.flatMap((line) => line.spans);
    return [
      ...(mark === undefined || rows.has(mark) ? [] : [`"${text}" is of no row`]),
      ...spans.flatMap((span) => [
        ...(span.sums ?? []).flatMap((id) =>
          rows.has(id) ? [] : [`"${text}" adds up ${id}, which is no row`],
        ),
        ...(!span.row || findRow<{ id: string }>(data[TABLE_OF[span.row.kind]], span.row.id)
          ? []
          : [`"${text}" leads to no ${span.row.kind}`]),
        // The name of the view says what is in view, and claims nothing of it; of none there is no row.
        ...(rows.size > 0 &&
        mark === undefined &&
        !scale &&
        span.view === undefined &&
        !span.sums?.length &&
        !span.row &&
        /[1-9]/.test(span.text.replaceAll(words.name, ''))
          ? [`"${text}" leads nowhere`]
          : []),
      ]),
    ];
  });
}

function expectNone(faults: readonly string[]) {
  const more = faults.length > SHOWN ? [`… and ${faults.length - SHOWN} more`] : [];
  if (faults.length > 0)
    expect.fail(`${faults.length} faults\n${[...faults.slice(0, SHOWN), ...more].join('\n')}`);
}
