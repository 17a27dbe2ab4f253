import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headersFor, parseHeaders } from './lib/headers.mjs';
import { serve } from './serve.mjs';

const FILES = {
  'index.html': '<h1>Counterflow</h1>',
  '404.html': 'not found',
  'de/404.html': 'nicht gefunden',
  'charts/flows/index.html': `flows ${'thread '.repeat(500)}`,
  'embed/v1/en/flows/index.html': 'embed',
  'data/moves.csv': 'id,person\n',
  'data/datapackage.json': '{}',
  'oembed/en/flows.xml': '<oembed/>',
  '_astro/a.css': 'a{}',
  'fonts/label.woff2': 'wOF2',
  'img/en/flows.card.png': 'png',
  'img/en/flows.card.svg': '<svg/>',
  'figure.js': '',
  'größe/index.html': 'umlaut',
  _headers: [
    '# a note',
    '/*',
    '  Access-Control-Allow-Origin: *',
    '  X-Content-Type-Options: nosniff',
    '/_astro/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    '/embed/*',
    '  Cross-Origin-Embedder-Policy: require-corp',
  ].join('\n'),
};

const top = mkdtempSync(join(tmpdir(), 'serve-'));
const dir = join(top, 'dist');
type Site = Awaited<ReturnType<typeof serve>>;
let site: Site;
let sub: Site;
let bare: Site;

beforeAll(async () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  writeFileSync(join(top, 'secret.txt'), 'secret');
  mkdirSync(join(top, 'dist-old'));
  writeFileSync(join(top, 'dist-old', 'index.html'), 'secret');
  site = await serve({ dir });
  sub = await serve({ dir, base: '/counterflow/' });
  bare = await serve({ dir, headers: false });
});

afterAll(async () => {
  await Promise.all([site, sub, bare].map((server) => server.close()));
  rmSync(top, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingMessage['headers'];
  raw: Buffer;
  body: string;
}

/** A request with the path exactly as written; fetch would tidy `..` away. */
function ask(
  server: Site,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = server;
    request({ port, path, headers, method, host: 'localhost' }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const raw = Buffer.concat(parts);
        resolve({ status: response.statusCode, headers: response.headers, raw, body: raw.toString() });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('a page', () => {
  it('is found under its slash', async () => {
    expect(await ask(site, '/')).toMatchObject({ status: 200, body: '<h1>Counterflow</h1>' });
    expect((await ask(site, '/charts/flows/?t=2025-06')).body).toMatch(/^flows thread/);
    expect((await ask(site, '/gr%C3%B6%C3%9Fe/')).body).toBe('umlaut');
  });

  it('without its slash is redirected to it, and the query stays', async () => {
    const { status, headers } = await ask(site, '/charts/flows?hl=m-1');
    expect([status, headers.location]).toEqual([308, '/charts/flows/?hl=m-1']);
    const umlaut = await ask(site, '/gr%C3%B6%C3%9Fe');
    expect(umlaut.headers.location).toBe('/gr%C3%B6%C3%9Fe/');
    // A browser would read two slashes as the name of another site.
    expect((await ask(site, '//charts/flows')).headers.location).toBe('/charts/flows/');
  });

  it('is not found under an address that is none, however odd', async () => {
    for (const path of [
      `/${'a'.repeat(5000)}/`,
      `/charts/${'a'.repeat(300)}`,
      '//[/',
      '/[',
      '/charts/flows/index.html/x',
    ])
      expect([path.slice(0, 20), (await ask(site, path)).status]).toEqual([path.slice(0, 20), 404]);
  });

  it('that does not exist answers in the language of its address', async () => {
    expect(await ask(site, '/nowhere/')).toMatchObject({ status: 404, body: 'not found' });
    expect(await ask(site, '/de/nirgends')).toMatchObject({ status: 404, body: 'nicht gefunden' });
    expect(await ask(site, '/embed/v1/de/nirgends/')).toMatchObject({ status: 404, body: 'nicht gefunden' });
    expect((await ask(site, '/nowhere/')).headers['content-type']).toBe('text/html; charset=utf-8');
  });
});

describe('under a base path', () => {
  it('the site stands below it and nowhere else', async () => {
    expect(sub.url).toBe(`http://localhost:${sub.port}/counterflow/`);
    expect((await ask(sub, '/counterflow/')).status).toBe(200);
    expect((await ask(sub, '/counterflow')).headers.location).toBe('/counterflow/');
    expect((await ask(sub, '/counterflow/charts/flows')).headers.location).toBe('/counterflow/charts/flows/');
    expect((await ask(sub, '/charts/flows/')).status).toBe(404);
    expect((await ask(sub, '/counterflowers/')).status).toBe(404);
  });

  it('the header list counts from the base', async () => {
    const { headers } = await ask(sub, '/counterflow/embed/v1/en/flows/');
    expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
  });
});

describe('nothing outside the folder is served', () => {
  const tries = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/charts/..%2f..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../dist-old/',
    '/%00',
    '/_headers',
  ];
  for (const path of tries) {
    it(path, async () => {
      const { status, body } = await ask(site, path);
      expect([400, 404]).toContain(status);
      expect(body).not.toContain('secret');
    });
  }

  it('a malformed % is the reader’s mistake, not ours', async () => {
    expect((await ask(site, '/%E0%A4%A')).status).toBe(400);
  });
});

describe('headers', () => {
  const types = {
    '/': 'text/html; charset=utf-8',
    '/data/moves.csv': 'text/csv; charset=utf-8',
    '/data/datapackage.json': 'application/json; charset=utf-8',
    '/oembed/en/flows.xml': 'application/xml; charset=utf-8',
    '/_astro/a.css': 'text/css; charset=utf-8',
    '/figure.js': 'text/javascript; charset=utf-8',
    '/fonts/label.woff2': 'font/woff2',
    '/img/en/flows.card.png': 'image/png',
    '/img/en/flows.card.svg': 'image/svg+xml; charset=utf-8',
  };
  it('say what a file is, with or without a list', async () => {
    for (const server of [site, bare]) {
      for (const [path, type] of Object.entries(types)) {
        expect((await ask(server, path)).headers['content-type']).toBe(type);
      }
    }
  });

  it('come from the list', async () => {
    const asset = await ask(site, '/_astro/a.css');
    expect(asset.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await ask(site, '/')).headers['cache-control']).toBe('no-cache');
  });

  it('are left out by a host that sends none', async () => {
    const { headers } = await ask(bare, '/_astro/a.css');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers['cache-control']).toBe('no-cache');
  });
});

describe('sending', () => {
  it('compresses text as the reader can read it', async () => {
    const plain = await ask(site, '/charts/flows/');
    const br = await ask(site, '/charts/flows/', { 'accept-encoding': 'gzip, deflate, br' });
    const gz = await ask(site, '/charts/flows/', { 'accept-encoding': 'gzip' });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.raw).toString()).toBe(plain.body);
    expect(gunzipSync(gz.raw).toString()).toBe(plain.body);
    expect(Number(br.headers['content-length'])).toBe(br.raw.length);
    const font = await ask(site, '/fonts/label.woff2', { 'accept-encoding': 'br' });
    expect(font.headers).not.toHaveProperty('content-encoding');
  });

  it('HEAD answers with the head alone', async () => {
    const { status, headers, body } = await ask(site, '/', {}, 'HEAD');
    expect([status, body, headers['content-length']]).toEqual([200, '', '20']);
    expect((await ask(site, '/', {}, 'POST')).status).toBe(405);
  });

  it('what the browser has already is not sent again, and a changed file is', async () => {
    const first = await ask(site, '/data/moves.csv');
    const etag = first.headers.etag ?? '';
    expect((await ask(site, '/data/moves.csv', { 'if-none-match': etag })).status).toBe(304);
    writeFileSync(join(dir, 'data/moves.csv'), 'id,person,from\n');
    const changed = await ask(site, '/data/moves.csv', { 'if-none-match': etag });
    expect([changed.status, changed.body]).toEqual([200, 'id,person,from\n']);
  });
});

describe('the header list', () => {
  it('joins the values of two paths that match, as the hosts do', () => {
    const rules = parseHeaders('/*\n  A: 1\n/x/*\n  A: 2\n');
    expect(headersFor(rules, '/x/y')).toEqual({ a: '1, 2' });
    expect(headersFor(rules, '/y')).toEqual({ a: '1' });
  });

  it('says where a line is no header', () => {
    expect(() => parseHeaders('/*\n  nosniff\n')).toThrow(
      '_headers:2: "nosniff" is not a header. Expected "Name: value" under a path.',
    );
  });
});
