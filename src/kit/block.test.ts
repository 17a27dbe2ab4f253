import { expect, test } from 'vitest';
import { space, spread } from './block';

test('parts stand as far apart as a height wants, and never nearer or further than they may', () => {
  const heightAt = (height: number) =>
    spread([space(10), space(10), space(10)], { height, gap: [4, 20] }).height;
  expect([0, 50, 1000].map(heightAt)).toEqual([38, 50, 70]);
  expect(spread([space(10)], { height: 50, gap: [4, 20] }).height).toBe(10);
});
