/** The first lines of code on the page of the data are run as they stand there, and have to count what the site counts. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
// @ts-expect-error it has no types
import { parseCell } from '@observablehq/parser';
// @ts-expect-error it has no types
import { Runtime } from '@observablehq/runtime';
import * as d3 from 'd3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeRaw } from '~/data/releases/package';
import { selectMoves } from '~/model/select';
import { dataset } from './_data';
import { CORE_FILE, coreMoves } from './_move-files';
import { STARTERS, starter } from './_starters';

const moves = selectMoves(dataset().moves);
const counted = d3.rollup(
  moves,
  (rows) => rows.length,
  ({ from, to }) => `${from} to ${to}`,
);

const server = createServer((request, response) => {
  const known = request.url === `/data/${CORE_FILE}`;
  response.writeHead(known ? 200 : 404, { 'Content-Type': 'text/csv; charset=utf-8' });
  response.end(known ? writeRaw(coreMoves()) : '');
});
const folder = mkdtempSync(join(tmpdir(), 'starters-'));
const run = promisify(execFile);
let data = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  data = `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const answers = (command: string) => spawnSync(command, ['--version']).status === 0;
const PYTHON = ['python3', 'python'].find(answers);
const R = ['Rscript'].find(answers);

/** What it prints, run as a file of its own. */
async function printed(command: string, file: string) {
  const path = join(folder, file);
  writeFileSync(path, starter(file, data));
  // Nothing of it leaves this machine.
  const env = { ...process.env, NO_PROXY: '*', no_proxy: '*' };
  const { stdout, stderr } = await run(command, [path], { env });
  expect(stderr).toBe('');
  return stdout;
}

function expectCounted(found: Map<string, number>, inAll: number) {
  expect([...found].sort()).toEqual([...counted].sort());
  expect(inAll).toBe(moves.length);
}

test.skipIf(!PYTHON)(
  'the one for Python counts what the site counts (skipped: there is no python3)',
  async () => {
    const text = await printed(PYTHON ?? '', 'directions.py');
    const lines = [...text.matchAll(/^ *(\d+) {2}(\S+ to \S+)$/gm)];
    expectCounted(
      new Map(lines.map(([, n, way = '']) => [way, Number(n)])),
      Number(/(\d+) {2}in all/.exec(text)?.[1]),
    );
  },
);

test.skipIf(!R)(
  `the one for R counts what the site counts${R ? '' : ': not run, there is no Rscript'}`,
  async () => {
    const text = await printed(R ?? '', 'directions.R');
    const lines = [...text.matchAll(/^ *(\S+) +(\S+) +(\d+) *$/gm)];
    expectCounted(
      new Map(lines.map(([, from, to, n]) => [`${from} to ${to}`, Number(n)])),
      Number(/(\d+) in all/.exec(text)?.[1]),
    );
  },
);

test('the one for Observable counts what the site counts, cell by cell in its own runtime', async () => {
  const drawn: unknown[] = [];
  // What a notebook has of itself; a drawing wants a browser.
  const Plot = {
    barX: (rows: unknown) => ({ rows }),
    plot: ({ marks }: { marks: unknown[] }) => drawn.push(...marks),
  };
  const module = new Runtime({ d3: () => d3, Plot: () => Plot }).module();
  const cells = starter('directions.ojs', data).trim().split('\n\n');
  for (const source of cells) {
    const { id, body, references } = parseCell(source);
    const inputs: string[] = references.map(({ name }: { name: string }) => name);
    const define = new Function(...inputs, `return (${source.slice(body.start, body.end)})`);
    module.variable(true).define(id?.name ?? 'drawing', inputs, define);
  }
  await module.value('drawing');
  const rows: { origin: string; destination: string; n: number }[] = await module.value('directions');
  const found = new Map(rows.map(({ origin, destination, n }) => [`${origin} to ${destination}`, n]));
  expectCounted(found, (await module.value('moves')).length);
  expect(drawn).toEqual([{ rows }]);
});

test('each is run by a test', () => {
  expect(STARTERS.map(({ file }) => file)).toEqual(['directions.R', 'directions.py', 'directions.ojs']);
});
