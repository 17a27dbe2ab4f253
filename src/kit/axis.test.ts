import { scaleLinear, scaleUtc } from 'd3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisBelow, axisLeft, numberTicks, timeTicks, withRoom, years } from './axis';
import { labelsOf, overlap } from './items';

const sayMillions = (value: number) => `${value.toLocaleString('en')} million dollars`;

test('labels under an axis never touch, never leave it, and end on its last tick', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 900 }), fc.integer({ min: 1, max: 12 }), (width, count) => {
      const ticks = numberTicks(scaleLinear([0, 1e6], [0, width]), count, sayMillions);
      const labels = labelsOf({ items: axisBelow(ticks, width).at(0, 0) });
      labels.forEach((one, i) => {
        for (const other of labels.slice(i + 1)) expect(overlap(one.box, other.box)).toBe(false);
        if (one.box.width <= width) expect(one.box.x + one.box.width).toBeLessThanOrEqual(width + 0.01);
      });
      expect(labels.at(-1)?.text).toBe(ticks.at(-1)?.text);
    }),
  );
});

test('a tick that begins no words does not run through those of another', () => {
  const ticks = [0, 22, 44, 66].map((at, i) => ({
    at,
    text: ['June', 'July', 'August', 'September'][i] ?? '',
  }));
  const items = axisBelow(ticks, 120, { begin: true }).at(0, 0);
  const words = labelsOf({ items });
  expect(words.map(({ text }) => text)).toEqual(['June', 'September']);
  const lines = items.filter((item) => item.kind === 'line' && item.x1 === item.x2);
  expect(lines).toHaveLength(4);
  for (const line of lines)
    if (line.kind === 'line')
      expect(words.some(({ box }) => box.x < line.x1 && line.x1 < box.x + box.width && box.y < line.y2)).toBe(
        false,
      );
});

test('years are told apart as finely as they have room', () => {
  const texts = (width: number) =>
    timeTicks(scaleUtc([Date.UTC(2015, 0, 1), Date.UTC(2026, 6, 1)], [0, width]), years()).map(
      (tick) => tick.text,
    );
  expect(texts(900)).toEqual([
    '2015',
    '2016',
    '2017',
    '2018',
    '2019',
    '2020',
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
    '2026',
  ]);
  expect(texts(100)).toEqual(['2015', '2020', '2025']);
});

test('whenever time ends, every year stands behind its tick, and none is of a later one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 900 }),
      fc.integer({ min: 1, max: 40 * 12 }),
      fc.integer({ min: 0, max: 300 }),
      (width, months, start) => {
        const [from, until] = [Date.UTC(2000, start, 5), Date.UTC(2000, start + months, 9)] as const;
        const { scale, ticks } = withRoom(scaleUtc([from, until], [0, width]), (given) =>
          timeTicks(given, years()),
        );
        expect(scale(from)).toBe(0);
        expect(scale(until)).toBeLessThanOrEqual(width);
        for (const { text, box } of labelsOf({ items: axisBelow(ticks, width, { begin: true }).at(0, 0) })) {
          expect(Number(text)).toBeLessThanOrEqual(new Date(until).getUTCFullYear());
          expect(Math.min(...ticks.map(({ at }) => Math.abs(box.x - 4 - at)))).toBeLessThan(0.01);
        }
      },
    ),
  );
});

test('an axis at the side is as wide as its widest word', () => {
  const ticks = [
    { at: 0, text: '+10' },
    { at: 50, text: 'a very long word for zero' },
  ];
  const [first, second] = labelsOf({ items: axisLeft(ticks, 50).at(0, 0) });
  expect(second?.box.x).toBe(0);
  expect((first?.box.x ?? 0) + (first?.box.width ?? 0)).toBeCloseTo(second?.box.width ?? 0, 1);
});
