/**
 * Draws charts to PNG files without building the site, to look at while working on a layout.
 * node scripts/draw.mjs <chart> [view|-|all] [sizes: wide,medium,narrow,card,poster] [langs] [themes]
 * A view is its part of the address, - the first. Files land in .cache/draw/. CONTENT names another content folder.
 */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

if (process.argv.some((word) => word === '--help' || word === '-h')) {
  // The comment above is the help.
  const [, help = ''] =
    /^\/\*\*\n([\s\S]*?)\n \*\//.exec(await readFile(new URL(import.meta.url), 'utf8')) ?? [];
  console.log(help.replace(/^ \* /gm, ''));
  process.exit();
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const [chart = 'flows', view = '', kinds = 'wide,narrow,card', langs = 'en', themes = 'light'] =
  process.argv.slice(2);
const out = `.cache/draw/bundle-${process.pid}.mjs`;
await mkdir('.cache/draw', { recursive: true });
await build({
  stdin: {
    contents: `
      import { writeFile } from 'node:fs/promises';
      import { CONTENT } from '~/i18n/content';
      import { CHARTS } from '~/charts/registry';
      import { loadPackage } from '~/data/load';
      import { pictureSvg } from '~/figure/picture';
      import { pngOf } from '~/figure/png';
      export async function draw(chartId, slug, kinds, langs, themes) {
        const data = loadPackage(CONTENT + '/data');
        const chart = CHARTS.find((one) => one.id === chartId);
        if (!chart) throw new Error('unknown chart ' + chartId + '; there are ' + CHARTS.map((c) => c.id).join(', '));
        for (const one of slug === 'all' ? chart.slugs(data) : [slug])
          for (const lang of langs) {
            const rendering = chart.at(data, one, lang);
            console.log([chartId, one, lang].join(' ') + ':', rendering.words.title, '|', rendering.words.summary);
            for (const kind of kinds) for (const theme of themes) {
              const svg = pictureSvg(rendering, kind, theme, { name: chartId, note: rendering.asOf });
              const file = '.cache/draw/' + [chartId, one || 'all', kind, lang, theme].join('.') + '.png';
              await writeFile(file, await pngOf(svg, kind === 'narrow' ? 2 : kind === 'medium' ? 1.5 : 1.25));
              console.log(file);
            }
          }
      }`,
    resolveDir: process.cwd(),
    loader: 'ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  jsx: 'automatic',
  tsconfig: 'tsconfig.json',
  outfile: out,
});
const { draw } = await import(pathToFileURL(out).href);
await draw(chart, view === '-' ? '' : view, kinds.split(','), langs.split(','), themes.split(','));
await rm(out);
