/** Writes the page that draws the same moves with D3 in the browser: its files, D3 in one bundle, the rows. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFormat, csvParse } from 'd3';
import { root } from '../../scripts/lib/steps.mjs';

const COLUMNS = ['id', 'person', 'from_org', 'to_org', 'date', 'to_role_en', 'status'];

/** @param dist the built site, whose table of moves is read */
export function writeD3Page({ dist, out }) {
  cpSync(join(root, 'e2e/bench/d3-page'), out, { recursive: true });
  cpSync(join(root, 'node_modules/d3/dist/d3.min.js'), join(out, 'd3.min.js'));
  const moves = csvParse(readFileSync(join(dist, 'data/moves.csv'), 'utf8').replace(/^\ufeff/, ''));
  const core = moves.filter((move) => move.scope === 'core');
  writeFileSync(join(out, 'moves.csv'), csvFormat(core, COLUMNS));
}
