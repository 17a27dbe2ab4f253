/** A copy of the project to build something else from: its packages by link, all else as it is here. */
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CONTENT } from '../../src/i18n/content.ts';
import { root } from './steps.mjs';

const COPIED = [
  CONTENT,
  'public',
  'scripts',
  'src',
  'LICENSE',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

/**
 * Makes the copy in `folder`, anew.
 * @param {string} folder
 * @param {(path: string) => boolean} [leftOut]  paths from the root, with slashes, that it lacks
 */
export function copyProject(folder, leftOut = () => false) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const name of COPIED)
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) =>
        !path.endsWith('node_modules') && !leftOut(path.slice(root.length).replaceAll('\\', '/')),
    });
  // Packages by link, and a folder of its own around them: what Astro caches there is not the site's.
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
}
