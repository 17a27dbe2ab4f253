import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeUnloaded } from './no-runtime.mjs';
import { fits } from './node.mjs';
import { freePort } from './ports.mjs';

it('a Node that Astro, Vitest or html-validate refuses does not do', () => {
  const versions = [
    'v18.20.0',
    'v20.20.2',
    'v22.11.0',
    'v22.22.0',
    'v23.9.0',
    'v24.1.0',
    'v24.8.0',
    'v26.0.0',
  ];
  expect(versions.filter(fits)).toEqual(['v22.22.0', 'v24.8.0', 'v26.0.0']);
});

it('a port that is taken is said to be, or passed over', async () => {
  const taken = createServer().listen(0);
  const address = taken.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  await expect(freePort(port)).rejects.toThrow(`PORT: ${port} is taken.`);
  await expect(freePort('http')).rejects.toThrow(
    'PORT: "http" is not a port. Expected a number from 0 to 65535.',
  );
  expect(await freePort(undefined)).toBeGreaterThanOrEqual(4321);
  expect(await freePort('0')).toBeGreaterThan(0);
  taken.close();
});

it('a script that no page loads leaves the site, one that a loaded script loads stays', () => {
  const dir = mkdtempSync(join(tmpdir(), 'runtime-'));
  mkdirSync(join(dir, '_astro'));
  const files = {
    'index.html': '<script type="module" src="/_astro/figure.A1.js"></script>',
    'figure.js': '',
    '_astro/figure.A1.js': 'import("./live.B2.js")',
    '_astro/live.B2.js': '',
    '_astro/client.C3.js': 'import "./react.D4.js"',
    '_astro/react.D4.js': '',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(dir, path), text);
  removeUnloaded(dir);
  expect(readdirSync(join(dir, '_astro')).sort()).toEqual(['figure.A1.js', 'live.B2.js']);
  rmSync(dir, { recursive: true });
});
