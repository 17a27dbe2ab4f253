/** A module of the site, for a plain script: TypeScript with the site's own aliases, which Node does not read; Vite does. */
import { join } from 'node:path';
import { root } from './steps.mjs';

/** @param {string} path  from the root of the project */
export async function siteModule(path) {
  const { runnerImport } = await import('vite');
  const { NODE_ENV } = process.env;
  const { module } = await runnerImport(join(root, path), {
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '~': join(root, 'src') } },
  });
  // Vite calls it development; a build that we start later is none.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  return module;
}
