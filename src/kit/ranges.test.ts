import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesIn, rangesOf } from './ranges';

test('places that follow each other are one range', () => {
  expect(rangesOf([12, 3, 0, 2, 1, 3])).toBe('0-3 12');
});

test('what is written is read as it was, each place once and in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(300), { minLength: 1 }), (places) => {
      expect(placesIn(rangesOf(places))).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});
