import { createServer } from 'node:net';
import { expect, it } from 'vitest';
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
