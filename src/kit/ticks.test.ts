import { expect, test } from 'vitest';
import { measureText } from './measure';
import { tickLabels } from './ticks';

const at = (ticks: readonly number[], width: number, text: (tick: number) => string = String) =>
  tickLabels(ticks, {
    y: 10,
    left: 0,
    right: width,
    text,
    x: (tick) => (tick / 500) * width,
    measure: measureText,
  });

const TICKS = [0, 100, 200, 300, 400, 500];

test('every tick has its words where there is room, else an even step that ends on the last', () => {
  expect(at(TICKS, 600).map((one) => one.text)).toEqual(['0', '100', '200', '300', '400', '500']);
  const long = (tick: number) => `${tick} billion dollars a month`;
  expect(at(TICKS, 400, long).map((one) => one.text)).toEqual([long(0), long(500)]);
  expect(at([0, 100, 200, 300, 400], 600, long).map((one) => one.text)).toEqual([
    long(0),
    long(200),
    long(400),
  ]);
});

test('words at the edges stay inside', () => {
  const [first, last] = [at(TICKS, 600)[0], at(TICKS, 600).at(-1)];
  expect([first?.anchor, first?.x]).toEqual(['start', 0]);
  expect([last?.anchor, last?.x]).toEqual(['end', 600]);
});

test('no tick, no words', () => {
  expect(at([], 600)).toEqual([]);
});
