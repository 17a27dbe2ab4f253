import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { oneBuild } from './one-build.mjs';
import { Failure } from './steps.mjs';

const home = mkdtempSync(join(tmpdir(), 'one-build-'));
afterAll(() => rmSync(home, { recursive: true }));

let root: string;
const dist = () => join(root, 'dist');
beforeEach(() => {
  root = mkdtempSync(join(home, 'project-'));
});

const site = async (folder: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), 'a site');
};
const marked = (pid: number) => {
  mkdirSync(join(root, '.cache'));
  writeFileSync(join(root, '.cache', 'building'), String(pid));
};

test('a site stands when it is whole, in place of the last', async () => {
  mkdirSync(dist());
  writeFileSync(join(dist(), 'old.html'), 'old');
  await oneBuild(root, dist(), async (folder) => {
    await site(folder);
    expect(existsSync(join(dist(), 'old.html'))).toBe(true);
  });
  expect(readFileSync(join(dist(), 'index.html'), 'utf8')).toBe('a site');
  expect(existsSync(join(dist(), 'old.html'))).toBe(false);
});

test('one that fails half-way leaves the last site and says so, and the next begins anew', async () => {
  await oneBuild(root, dist(), site);
  const broken = oneBuild(root, dist(), async (folder) => {
    await site(folder);
    writeFileSync(join(folder, 'half.html'), 'half');
    throw new Failure('no more');
  });
  await expect(broken).rejects.toThrow(
    'no more\ndist/ still holds the site of the last build that was whole.',
  );
  expect(readdirSync(dist())).toEqual(['index.html']);
  await oneBuild(root, dist(), site);
  expect(existsSync(join(dist(), 'half.html'))).toBe(false);
});

test('a second at once is told of the first', async () => {
  marked(process.ppid);
  await expect(oneBuild(root, dist(), site)).rejects.toThrow(
    `another build of this folder is running (process ${process.ppid}). Expected one at a time: wait for it, or end it.`,
  );
});

test('one that was killed stands in nobody’s way', async () => {
  marked(spawnSync(process.execPath, ['--version']).pid);
  await oneBuild(root, dist(), site);
  expect(existsSync(join(dist(), 'index.html'))).toBe(true);
});

test('a cache that cannot be written is a sentence', async () => {
  writeFileSync(join(root, '.cache'), 'a file where the folder should be');
  await expect(oneBuild(root, dist(), site)).rejects.toThrow(
    /^\.cache cannot be written \(E\w+\)\. Expected a place where a build can keep its files\.$/,
  );
});
