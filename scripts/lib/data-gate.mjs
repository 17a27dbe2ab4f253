/**
 * Bad data stops the build with every mistake at once, before anything is written. In dev the mistakes are
 * printed, the last good page stays, and every change in content/ or in a chart's messages reloads it.
 */
import { join, sep } from 'node:path';
import { CONTENT } from '../../src/i18n/content.ts';
import { root } from './steps.mjs';
import { keptModule, siteModule } from './typescript.mjs';

/** @returns {import('astro').AstroIntegration} */
export function dataGate() {
  return {
    name: 'counterflow:data-gate',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command !== 'build') return;
        // Once only: the kept module is read in a third of the time.
        const { report } = await keptModule('src/pages/_data-command.ts');
        const problems = report();
        if (!problems) return;
        // Astro would print a stack under it, and nothing may be written: so this is the end.
        process.stderr.write(problems);
        process.exit(1);
      },
      'astro:server:setup': ({ server, logger }) => {
        const tell = async () => {
          try {
            const report = await check();
            if (report) logger.error(`\n${report}`);
          } catch (error) {
            logger.error(error instanceof Error ? error.message : String(error));
          }
        };
        const content = join(root, CONTENT) + sep;
        server.watcher.add(content);
        server.watcher.on('all', (_, path) => {
          // Messages are read, not imported, so Vite does not know them.
          const words = /[/\\]words(\.\w+|[/\\][\w.]+)\.json$/.test(path);
          if (!words && (!path.startsWith(content) || !/\.(csv|json|mdx)$/.test(path))) return;
          tell();
          // The modules that hold rows go too, or a page would be drawn again from the old ones.
          for (const environment of Object.values(server.environments)) {
            environment.moduleGraph.invalidateAll();
            environment.hot.send({ type: 'full-reload', path: '*' });
          }
        });
        tell();
      },
    },
  };
}

/** Every mistake in the data, and every word, chart or sentence that asks in vain, as one text; empty for none. */
const check = async () => (await siteModule('src/pages/_check.ts')).report();
