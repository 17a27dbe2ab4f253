/** Arrows go where the picture goes: on plain boxes, and in every chart on today's rows and on others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FRAMES, type Size } from '~/charts/contract';
import { fixturesOf } from '~/charts/fixtures';
import { CHARTS } from '~/charts/registry';
import { loadPackage } from '~/data/load';
import type { Dataset } from '~/data/types';
import { type Box as Area, around, type Item, type Label } from '~/kit/items';
import { measureText } from '~/kit/measure';
import { silentIn } from '~/kit/speech';
import { lineWidth } from '~/kit/text';
import { type Direction, endTowards, groupTowards, type Place, placeTowards } from './directions';
import { type Course, stepTowards } from './on-the-way';

const place = (left: number, top: number, width = 10, height = 10, ...groups: string[]): Place => ({
  box: { left, top, right: left + width, bottom: top + height },
  groups,
});
const DIRECTIONS: readonly Direction[] = ['up', 'right', 'down', 'left'];

test('in a grid each arrow leads to the neighbour on its side, and at the edge nowhere', () => {
  const grid = [0, 20, 40].flatMap((y) => [0, 20, 40].map((x) => place(x, y)));
  const from = (direction: Direction, at: number) => placeTowards(grid, at, direction);
  expect(DIRECTIONS.map((one) => from(one, 4))).toEqual([1, 5, 7, 3]);
  expect([from('up', 1), from('left', 3), from('right', 5), from('down', 7)]).toEqual([1, 3, 5, 7]);
});

test('down from a short bar leads to the long bar below it, not to one whose middle is nearer', () => {
  const bars = [place(0, 0, 20), place(0, 30, 800), place(60, 45, 20)];
  expect(placeTowards(bars, 0, 'down')).toBe(1);
});

test('right ends with the row: no way up into a longer line, none into the row of another group', () => {
  const squares = [0, 20, 40].map((x) => place(x, 0, 10, 10, 'a'));
  const wrapped = [...squares, place(0, 20, 10, 10, 'a'), place(20, 20, 10, 10, 'a')];
  const all = [...wrapped, place(60, 60, 10, 10, 'b'), place(80, 60, 10, 10, 'b')];
  expect([2, 4].map((at) => placeTowards(all, at, 'right'))).toEqual([2, 4]);
  expect(placeTowards(all, 6, 'left')).toBe(5);
  expect(placeTowards(all, 5, 'left')).toBe(5);
});

test('right goes on in a lane of dates where the next mark stands higher, and into the group beside it', () => {
  const lane = [place(0, 20, 10, 10, 'a'), place(12, 0, 10, 10, 'a'), place(40, 20, 10, 10, 'b')];
  expect([0, 1].map((at) => placeTowards(lane, at, 'right'))).toEqual([1, 2]);
});

test('threads that span the drawing: down in the ribbon, then into another; across from ribbon to ribbon', () => {
  const thread = (top: number, ribbon: string) => place(0, top, 100, 50, ribbon);
  const threads = [thread(0, 'a'), thread(4, 'a'), thread(2, 'b'), thread(6, 'b')];
  expect([0, 1].map((at) => placeTowards(threads, at, 'down'))).toEqual([1, 3]);
  expect(placeTowards(threads, 1, 'right')).toBe(2);
  expect(placeTowards(threads, 3, 'left')).toBe(0);
});

test('marks over one another are all reached, one after the other', () => {
  const pile = [place(0, 0), place(0, 0), place(0, 0), place(30, 0)];
  expect([0, 1, 2].map((at) => placeTowards(pile, at, 'right'))).toEqual([1, 2, 3]);
  expect(placeTowards(pile, 2, 'left')).toBe(1);
});

test('Page Down leads to the next group, End to the end of this one and from there to that of the drawing', () => {
  const all = ['a', 'a', 'b', 'b', 'c'].map((group, i) => place(0, 20 * i, 10, 10, group));
  expect([0, 1, 4].map((at) => groupTowards(all, at, false))).toEqual([2, 2, 4]);
  expect([0, 3, 4].map((at) => groupTowards(all, at, true))).toEqual([0, 0, 2]);
  expect([0, 1, 2, 4].map((at) => endTowards(all, at, false))).toEqual([1, 4, 3, 4]);
  expect([3, 2].map((at) => endTowards(all, at, true))).toEqual([2, 0]);
});

test('an arrow never leads back: pressed again and again, it comes to an end', () => {
  const side = fc.integer({ min: 0, max: 300 });
  const places = fc.array(
    fc
      .tuple(side, side, side, side, fc.constantFrom('a', 'b', 'c'))
      .map(([x, y, width, height, group]) => place(x, y, width, height, group)),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(places, fc.constantFrom(...DIRECTIONS), (all, direction) => {
      const seen = new Set<number>();
      for (let at = 0; !seen.has(at); at = placeTowards(all, at, direction)) {
        seen.add(at);
        if (placeTowards(all, at, direction) === at) return;
      }
      expect.fail(`${direction} runs in a circle`);
    }),
  );
});

test('an arrow halts at the total of its own row, leads on with the same key and back with its opposite', () => {
  const total = (...where: Parameters<typeof place>): Place => ({ ...place(...where), total: true });
  const row = (y: number, group: string) => [
    ...[0, 20].map((x) => place(x, y, 10, 10, group)),
    total(50, y, 20, 10, group),
  ];
  const [last, own, other] = [1, 2, 3];
  // The total of the other row is nearer, but not straight ahead.
  const rows = [...row(0, 'a'), total(35, 20, 20, 10, 'b'), ...row(40, 'b')];
  expect(stepTowards(rows, last, 'right').to).toBe(own);
  expect(stepTowards(rows, last, 'down').to).toBe(other);
  const more = [...rows, place(100, 0, 10, 10, 'c')];
  const there = stepTowards(more, last, 'right');
  expect(there.to).toBe(own);
  expect(stepTowards(more, own, 'right', there.course).to).toBe(rows.length);
  expect(stepTowards(more, own, 'left', there.course).to).toBe(last);
});

type Reached = Place & { id: string };

/** Where in a label the stretches stand that choose what they add up: each total once. In a map they lead there. */
function totalsIn(label: Label, groups: Place['groups'], inMap: boolean): Reached[] {
  const boxes = new Map<readonly string[] | string, Area>();
  for (const { x, y, spans } of label.lines) {
    let left = x - { start: 0, middle: 0.5, end: 1 }[label.anchor] * lineWidth(spans);
    for (const { text, size, face, ...span } of spans) {
      const sums = (inMap && span.spoken) || span.sums;
      const width = measureText(text, size, face);
      const own = { x: left, y: y - 0.76 * size, width, height: 0.98 * size };
      left += width;
      if (sums?.length) boxes.set(sums, around([own, boxes.get(sums) ?? own]) ?? own);
    }
  }
  return [...boxes.values()].map(({ x, y, width, height }) => ({
    ...place(x, y, width, height),
    groups,
    total: true,
    id: `“${label.text}”`,
  }));
}

/** What a reader can reach, in the order of the drawing: marks, and what adds them up. */
function placesIn(
  items: readonly Item[],
  inMap: boolean,
  groups: Place['groups'] = [],
  silent = silentIn(items),
): Reached[] {
  return items.flatMap((item) => {
    if (item.kind === 'group')
      return placesIn(item.items, inMap, item.name === undefined ? groups : [item, ...groups], silent);
    if (item.kind === 'label') return silent.has(item) ? [] : totalsIn(item, groups, inMap);
    if (item.kind !== 'mark' || item.look === 'context') return [];
    const { x, y, width, height } = item.box;
    return [{ ...place(x, y, width, height), groups, id: item.id }];
  });
}

const PAGE: readonly Size[] = ['wide', 'medium', 'narrow'];
const OPPOSITE = { up: 'down', down: 'up', left: 'right', right: 'left' } as const;
const AHEAD = { up: [0, -1], right: [1, 0], down: [0, 1], left: [-1, 0] } as const;
const middle = ({ box }: Place) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;

function faultsOf(places: readonly Reached[]): string[] {
  const faults: string[] = [];
  const reached = new Set<number>();
  const stops: { at: number; course?: Course | undefined }[] = [{ at: 0 }];
  const known = new Set<string>();
  for (const { at, course } of stops) {
    const key = `${at} ${JSON.stringify(course)}`;
    if (known.has(key)) continue;
    known.add(key);
    reached.add(at);
    const one = places[at];
    let ways = 0;
    for (const direction of DIRECTIONS) {
      const step = stepTowards(places, at, direction, course);
      const to = places[step.to];
      if (!one || !to) continue;
      stops.push({ at: step.to, course: step.course });
      if (to.total && to !== one && stepTowards(places, step.to, OPPOSITE[direction], step.course).to !== at)
        faults.push(`no way back ${direction} from ${one.id} to ${to.id}`);
      if (one !== to) ways += 1;
      const [[x0, y0], [x1, y1], [dx, dy]] = [middle(one), middle(to), AHEAD[direction]];
      if (dx * (x1 - x0) + dy * (y1 - y0) < -0.5) faults.push(`${direction} from ${one.id} to ${to.id}`);
    }
    if (ways === 0 && places.length > 1) faults.push(`no way on from ${one?.id}`);
  }
  return [...faults, ...places.filter((_, i) => !reached.has(i)).map(({ id }) => `no arrow leads to ${id}`)];
}

describe('in every drawing no arrow leads the other way, and every mark and total is reached from the first', () => {
  const today = loadPackage('content/data');
  const rows: [string, Dataset][] = [
    ['today', today],
    ...[...fixturesOf(today)]
      .filter(({ everywhere }) => everywhere)
      .map(({ name, data }): [string, Dataset] => [name, data]),
  ];
  for (const chart of CHARTS)
    test.each(rows)(`${chart.id}, %s`, (_, data) => {
      const faults = chart.slugs(data).flatMap((slug) => {
        const view = chart.at(data, slug, 'en');
        // The story's opening picture has threads of its own, and its totals are links.
        const maps = slug === '' && chart.sizes.includes('map') ? (['map', 'narrow'] as const) : [];
        const drawn = [
          ...PAGE.map((size) => [size, false] as const),
          ...maps.map((size) => [size, true] as const),
        ];
        return drawn.flatMap(([size, inMap]) =>
          faultsOf(placesIn(view.geometry(size).items, inMap)).map(
            (fault) => `${slug || 'all'}, ${inMap ? 'map, ' : ''}${FRAMES[size].kind}: ${fault}`,
          ),
        );
      });
      expect(faults).toEqual([]);
    });
});
