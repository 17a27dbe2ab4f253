/** The pages to compare with, written into one folder and served from there as the site is. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/serve.mjs';
import { barePage } from './bare.mjs';
import { writeByHand } from './by-hand.mjs';
import { writeD3Page } from './d3-page.mjs';
import { chooseInFigure } from './interaction.mjs';
import { SCREENS } from './pages.mjs';

/**
 * @param embed address of the embed whose drawing is taken
 * @returns `of(screen)`: the pages for a size, the bare one first; `close()`
 */
export async function writeReferences(browser, { embed, dist, base }) {
  const folder = mkdtempSync(join(tmpdir(), 'counterflow-bench-'));
  const within = (...names) => {
    const path = join(folder, ...names);
    mkdirSync(path, { recursive: true });
    return path;
  };
  writeFileSync(join(within('bare'), 'index.html'), barePage());
  writeD3Page({ dist, out: within('d3') });
  for (const screen of SCREENS) {
    await writeByHand(browser, screen, { embed, dist, base, folder, page: within(`${screen.width}`) });
  }
  const site = await serve({ dir: folder, headers: false });
  return {
    of: ({ width }) => [
      { name: 'bare page', url: `${site.url}bare/`, seen: 'svg' },
      { name: 'same drawing by hand', url: `${site.url}${width}/`, seen: 'svg' },
      { name: 'd3 in the browser', url: `${site.url}d3/`, seen: 'svg', use: [chooseInFigure] },
    ],
    async close() {
      await site.close();
      rmSync(folder, { recursive: true });
    },
  };
}
