/**
 * html-validate over a built site: `node scripts/check-html.mjs dist`. Pages of one folder come from one
 * template, so of a crowd the first, the middle and the last are read; the rest would take minutes.
 */
import { spawnSync } from 'node:child_process';
import { join, posix, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFiles } from './check-links.mjs';
import { entry, root } from './lib/steps.mjs';

const ALL_UP_TO = 100;

/** @param {string[]} pages Paths of pages. */
export function sample(pages) {
  if (pages.length <= ALL_UP_TO) return pages;
  const crowds = new Map();
  for (const page of pages) {
    const crowd = posix.dirname(posix.dirname(page));
    crowds.set(crowd, [...(crowds.get(crowd) ?? []), page]);
  }
  return [...crowds.values()].flatMap((crowd) => [
    ...new Set([crowd[0], crowd[crowd.length >> 1], crowd[crowd.length - 1]]),
  ]);
}

function main() {
  const dir = resolve(process.argv[2] ?? 'dist');
  const pages = listFiles(dir).filter((file) => file.endsWith('.html'));
  const chosen = sample(pages);
  if (chosen.length === 0) console.log(`${dir} holds no page. Build the site first.`);
  const { status } = spawnSync(
    process.execPath,
    [
      entry('html-validate'),
      '--config',
      join(root, '.html-validate.json'),
      ...chosen.map((page) => join(dir, page)),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  console.log(`html: ${chosen.length} of ${pages.length} pages read`);
  process.exitCode = chosen.length === 0 ? 1 : (status ?? 1);
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) main();
