/**
 * Removes scripts that no page loads. The React integration writes React's browser half into every site,
 * 58 kB, though React draws at build only.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @returns {import('astro').AstroIntegration} */
export function noRuntime() {
  return {
    name: 'counterflow:no-runtime',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const gone = removeUnloaded(fileURLToPath(dir));
        if (gone.length > 0)
          logger.info(`removed ${gone.map((path) => basename(path)).join(', ')}: no page loads it`);
      },
    },
  };
}

/**
 * Deletes each script of _astro/ whose name stands in no page and in no script that is loaded itself.
 * @param {string} dir The built folder.
 * @returns {string[]} What was deleted.
 */
export function removeUnloaded(dir) {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((path) => join(dir, path));
  const left = new Set(paths.filter((path) => /[/\\]_astro[/\\][^/\\]+\.js$/.test(path)));
  const queue = paths.filter((path) => /\.(html|js)$/.test(path) && !left.has(path));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (left.size === 0) break;
    const text = readFileSync(path, 'utf8');
    for (const script of left) {
      if (!text.includes(basename(script))) continue;
      left.delete(script);
      queue.push(script);
    }
  }
  for (const path of left) rmSync(path);
  return [...left];
}
