import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { kept } from './kept';

const home = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(home, { recursive: true }));

let root: string;
let made: number;
beforeEach(() => {
  root = mkdtempSync(join(home, 'one-'));
  made = 0;
});

const make = async () => {
  made += 1;
  return new TextEncoder().encode('a picture');
};
const get = async (...parts: string[]) => Buffer.from(await kept('things', parts, make, root)).toString();
const file = () => join(root, 'things', readdirSync(join(root, 'things'))[0] ?? '');

test('the same parts are made once, others anew', async () => {
  expect(await get('a', 'b')).toBe('a picture');
  expect(await get('a', 'b')).toBe('a picture');
  expect(made).toBe(1);
  await get('ab', '');
  expect(made).toBe(2);
});

test('a file that is cut short, empty or mangled is made anew, and then kept', async () => {
  await get('a');
  for (const spoil of [
    () => truncateSync(file(), 35),
    () => truncateSync(file(), 0),
    () => writeFileSync(file(), readFileSync(file()).fill(7, 36, 37)),
  ]) {
    spoil();
    made = 0;
    expect(await get('a')).toBe('a picture');
    expect(await get('a')).toBe('a picture');
    expect(made).toBe(1);
  }
});

test('where nothing can be written everything is still made', async () => {
  writeFileSync(join(root, 'things'), 'a file where the folder should be');
  expect(await get('a')).toBe('a picture');
  expect(await get('a')).toBe('a picture');
  expect(made).toBe(2);
});

test('many at once leave whole files and nothing else', async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => get('a')));
  expect(new Set(all)).toEqual(new Set(['a picture']));
  expect(readdirSync(join(root, 'things'))).toHaveLength(1);
  made = 0;
  await get('a');
  expect(made).toBe(0);
});
