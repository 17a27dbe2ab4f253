/**
 * Serves a built site as a static host would, under its base path, with the headers of public/_headers.
 * `npm start` and the browser tests use it; `headers: false` plays a host that sends none.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, posix, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { headersFor, parseHeaders } from './lib/headers.mjs';

/** What a host calls each kind of file. */
export const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
  '.xml': 'application/xml; charset=utf-8',
};
const COMPRESSED = /^(text\/|image\/svg|application\/(json|xml|manifest))/;

/**
 * @param {object} options
 * @param {string} options.dir The folder to serve.
 * @param {string} [options.base] The path it stands under, with both slashes.
 * @param {number} [options.port] 0 takes any free one.
 * @param {boolean} [options.headers] Whether to send what the folder's _headers (else public/_headers) lists.
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({ dir, base = '/', port = 0, headers = true }) {
  const rules = headers ? readRules(dir) : [];
  const packed = new Map();

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      process.stderr.write(`${request.url}: ${error.stack}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function answer(request, response) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const [rawPath = '/', query] = splitOnce(request.url ?? '/', '?');
    const path = cleanPath(rawPath);
    const inside = path === undefined ? undefined : withinBase(path, base);
    const file = inside === undefined ? undefined : find(dir, inside);
    if (file?.redirect !== undefined) {
      const location = encodeURI(base + file.redirect) + (query === undefined ? '' : `?${query}`);
      response.writeHead(308, { location, ...headersFor(rules, `/${inside}`) }).end();
      return;
    }
    const status = path === undefined ? 400 : file ? 200 : 404;
    const shown = file?.path ?? notFoundPage(dir, inside ?? '');
    if (!shown) {
      response.writeHead(status, { 'content-type': TYPES['.txt'] }).end(`${status}\n`);
      return;
    }
    await send(request, response, { status, path: shown, extra: headersFor(rules, `/${inside ?? ''}`) });
  }

  async function send(request, response, { status, path, extra }) {
    const type = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    const coding = COMPRESSED.test(type) ? codingFor(request.headers['accept-encoding']) : undefined;
    const { body, etag } = await pack(path, coding);
    const head = {
      'content-type': type,
      'cache-control': 'no-cache',
      etag,
      ...(COMPRESSED.test(type) && { vary: 'accept-encoding' }),
      ...(coding && { 'content-encoding': coding }),
      ...extra,
    };
    if (status === 200 && request.headers['if-none-match'] === etag) {
      response.writeHead(304, head).end();
      return;
    }
    response.writeHead(status, { ...head, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  /** Compressed once per file, and again when the file has changed. */
  async function pack(path, coding) {
    const { mtimeMs, size } = statSync(path);
    const key = `${path} ${coding} ${mtimeMs} ${size}`;
    if (!packed.has(key))
      packed.set(
        key,
        readFile(path).then((body) => compress(body, coding)),
      );
    const body = await packed.get(key);
    return { body, etag: `"${createHash('sha1').update(key).digest('base64url')}"` };
  }

  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, done);
  });
  const { port: got } = server.address();
  return {
    url: `http://localhost:${got}${base}`,
    port: got,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function readRules(dir) {
  const own = join(dir, '_headers');
  const file = existsSync(own) ? own : fileURLToPath(new URL('../public/_headers', import.meta.url));
  return existsSync(file) ? parseHeaders(readFileSync(file, 'utf8')) : [];
}

/** Decoded and without `..`; undefined for a malformed `%`. Backslashes separate folders on Windows. */
function cleanPath(raw) {
  try {
    const path = posix.normalize(`/${decodeURIComponent(raw)}`);
    return /[\\\0]/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The path below the base; undefined outside it. The base without its slash stands for itself. */
function withinBase(path, base) {
  if (`${path}/` === base) return '.';
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}

/** @returns {{ path?: string, redirect?: string } | undefined} */
function find(dir, inside) {
  if (inside === '.') return { redirect: '' };
  const path = resolve(dir, inside);
  if (!`${path}${sep}`.startsWith(resolve(dir) + sep) || inside === '_headers') return undefined;
  if (inside === '' || inside.endsWith('/')) {
    const page = join(path, 'index.html');
    return isFile(page) ? { path: page } : undefined;
  }
  if (isFile(path)) return { path };
  return isFile(join(path, 'index.html')) ? { redirect: `${inside}/` } : undefined;
}

/** The 404 page of the language the address is in, as in /de/… and /embed/v1/de/…, else the site's. */
function notFoundPage(dir, inside) {
  const langs = inside.split('/').filter((part) => /^[a-z]{2}$/.test(part));
  const pages = langs.flatMap((lang) => [`${lang}/404/index.html`, `${lang}/404.html`]);
  return [...pages, '404.html', '404/index.html'].map((page) => join(dir, page)).find(isFile);
}

/** What the file system cannot even look up, such as a name of a thousand letters, is no file. */
function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function splitOnce(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function codingFor(accepted = '') {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

function compress(body, coding) {
  if (coding === 'br') {
    return promisify(brotliCompress)(body, {
      // Done once a file and kept, as a static host does it when a site is published; large pages would be waited for.
      params: { [constants.BROTLI_PARAM_QUALITY]: body.length < 1_000_000 ? 11 : 6 },
    });
  }
  return coding === 'gzip' ? promisify(gzip)(body) : body;
}
