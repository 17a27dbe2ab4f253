/** Free ports: the one asked for or none, else the first free one from 4321. '0' means any. */
import { createServer } from 'node:net';
import { Failure } from './steps.mjs';

export async function freePort(wanted) {
  if (wanted !== undefined && wanted !== '') {
    if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > 65535) {
      throw new Failure(`PORT: "${wanted}" is not a port. Expected a number from 0 to 65535.`);
    }
    const port = await tryPort(Number(wanted));
    if (port === undefined)
      throw new Failure(`PORT: ${wanted} is taken. Choose another, or leave PORT unset.`);
    return port;
  }
  for (let port = 4321; port < 4421; port += 1) {
    if ((await tryPort(port)) !== undefined) return port;
  }
  throw new Failure('No free port from 4321 to 4420. Set PORT.');
}

/** The port if it can be listened on, else undefined. */
function tryPort(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, () => {
      const { port: got } = server.address();
      server.close(() => resolve(got));
    });
  });
}
