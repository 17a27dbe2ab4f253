/** A module of the site, for a plain script: TypeScript with the site's own aliases, which Node does not read; Vite does. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './steps.mjs';

const resolve = { alias: { '~': join(root, 'src') } };

/** @param {string} path  from the root of the project */
export async function siteModule(path) {
  const { runnerImport } = await import('vite');
  const { NODE_ENV } = process.env;
  const { module: imported } = await runnerImport(join(root, path), {
    configFile: false,
    root,
    logLevel: 'error',
    resolve,
  });
  // Vite calls it development; a build that we start later is none.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  return imported;
}

/** All that such a module is made from: code and packages. Content is read when it runs. */
const MADE_FROM = ['src/**/*.{ts,tsx,json,css}', 'package-lock.json'];

/**
 * The same as one file in .cache, with the packages in it, made once and read in a tenth of the time: for a command
 * that somebody waits for.
 * @param {string} path
 */
export async function keptModule(path) {
  const files = MADE_FROM.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  const digest = createHash('sha256').update(path);
  for (const file of files)
    digest
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  const folder = join(root, '.cache', 'modules');
  const name = `${digest.digest('hex').slice(0, 32)}.mjs`;
  if (!existsSync(join(folder, name))) await bundle(path, folder, name);
  module.enableCompileCache?.(join(root, '.cache', 'compiled'));
  return import(pathToFileURL(join(folder, name)).href);
}

/** By esbuild, which takes a fifth of the time that Vite does. */
async function bundle(path, folder, name) {
  const { build } = await import('esbuild');
  // Those before it are out of date.
  rmSync(folder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: [path],
    outfile: join(folder, name),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'error',
    define: { 'import.meta.env': '{}', 'process.env.NODE_ENV': '"production"' },
    // These find files of their own beside them.
    external: ['harfbuzzjs', 'sharp', 'subset-font', 'esbuild'],
    // For packages that are no modules.
    banner: {
      js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
    },
  });
}
