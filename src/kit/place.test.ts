import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type Item, labelsOf, type Mark, marksOf, overlap } from './items';
import { cutLine, dodge, hitBoxes, placeAll, pointable } from './place';
import { text } from './text';

const extent = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }))
  .map(([x0, width]) => ({ x0, x1: x0 + width }));
const box = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 2, max: 30 }))
  .map(([x, y, side]): Box => ({ x, y, width: side, height: side }));

test('nothing on one level comes nearer than the gap, and a lower level is never left free', () => {
  fc.assert(
    fc.property(fc.array(extent, { maxLength: 40 }), (extents) => {
      const levels = dodge(
        extents.map((one) => [one]),
        2,
      );
      const near = (i: number, j: number) => {
        const [a, b] = [extents[i], extents[j]] as [{ x0: number; x1: number }, { x0: number; x1: number }];
        return a.x0 < b.x1 + 2 && b.x0 < a.x1 + 2;
      };
      levels.forEach(({ level }, i) => {
        const earlier = levels.slice(0, i).flatMap((one, j) => (near(i, j) ? [one.level] : []));
        expect(earlier).not.toContain(level);
        for (let below = 0; below < level; below++) expect(earlier).toContain(below);
      });
    }),
  );
});

test('every area to point at holds its mark and shares no pixel with another, where marks keep apart', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 25 }), (boxes) => {
      const apart = boxes.filter((one, i) => boxes.slice(0, i).every((other) => !overlap(one, other, 0)));
      const areas = hitBoxes(apart);
      areas.forEach((one, i) => {
        const own = apart[i] as Box;
        expect(one.x).toBeLessThanOrEqual(own.x);
        expect(one.x + one.width).toBeGreaterThanOrEqual(own.x + own.width);
        for (const other of areas.slice(i + 1)) expect(overlap(one, other, 0.01)).toBe(false);
      });
    }),
  );
});

test('words take the first place that is free, keep off each other, and are left out where there is none', () => {
  const bounds = { x: 0, y: 0, width: 100, height: 40 };
  const name = text('A name');
  const wanted = Array.from({ length: 20 }, () => [0, 16, 32].map((y) => ({ part: name, x: 10, y })));
  const labels = labelsOf({ items: placeAll(wanted, [{ x: 0, y: 0, width: 50, height: 10 }], bounds) });
  expect(labels.length).toBe(1);
  expect(labels[0]?.box.y).toBeGreaterThan(10);
});

test('a line leaves out what it would run through, and small pieces with it', () => {
  const line = { kind: 'line', x1: 5, y1: 0, x2: 5, y2: 100, tone: 'rule' } as const;
  const pieces = cutLine(line, [
    { x: 0, y: 20, width: 10, height: 10 },
    { x: 0, y: 36, width: 10, height: 10 },
  ]);
  expect(pieces.map(({ y1, y2 }) => [y1, y2])).toEqual([
    [0, 18],
    [48, 100],
  ]);
});

test('in a whole drawing every mark without an area to point at gets one, in groups too', () => {
  const mark = (id: string, x: number): Mark => ({
    kind: 'mark',
    id,
    name: id,
    look: 'solid',
    tone: 'ink',
    d: '',
    box: { x, y: 50, width: 8, height: 8 },
  });
  const own = { x: 90, y: 40, width: 30, height: 30 };
  const grouped: Item = { kind: 'group', items: [mark('b', 60)] };
  const [a, b, c] = marksOf({
    items: pointable([mark('a', 20), grouped, { ...mark('c', 100), hit: own }]),
  });
  expect([a?.hit?.width, b?.hit?.width]).toEqual([24, 24]);
  expect(c?.hit).toEqual(own);
});

test('an area to point at never lies over what is drawn of another mark', () => {
  const mark = (id: string, box: Box): Mark => ({
    ...{ kind: 'mark', id, name: id, look: 'solid', tone: 'ink', d: '' },
    box,
  });
  const row = mark('row', { x: 0, y: 20, width: 7, height: 7 });
  const below = mark('below', { x: 0, y: 38, width: 7, height: 7 });
  const wrapped = mark('wrapped', { x: 0, y: 20, width: 40, height: 25 });
  const [a, b, c] = marksOf({ items: pointable([row, below, wrapped]) });
  // Half-way between the two rows, 5.5 px under the upper one.
  expect([(a?.hit?.y ?? 0) + (a?.hit?.height ?? 0), b?.hit?.y]).toEqual([32.5, 32.5]);
  expect(c?.hit).toBeUndefined();
});
