/** The settings for nginx and Caddy, in nginx and Caddy themselves: headers, types, packing, a sub-folder, addresses without a closing slash. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { packFolder, zipOf } from '../scripts/deploy.mjs';
import { headersFor, parseHeaders } from '../scripts/lib/headers.mjs';
import { caddyfile, nginxConf } from '../scripts/lib/hosts.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { builtPage, KINDS, linksIn } from './built';
import { expect, test } from './site';

const root = fileURLToPath(new URL('..', import.meta.url));
const rules = parseHeaders(readFileSync(join(root, 'public/_headers'), 'utf8'));

/** From the path, else out of Debian's package, unpacked beside the test and not installed. */
function bring(program: string, packages: readonly string[], folder: string): string | undefined {
  const found = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).stdout.trim();
  if (found) return found;
  const unpacked = () => ['usr/sbin', 'usr/bin'].map((bin) => join(folder, bin, program)).find(existsSync);
  if (unpacked()) return unpacked();
  mkdirSync(folder, { recursive: true });
  const done = spawnSync('apt-get', ['download', ...packages], { cwd: folder });
  if (done.status !== 0) return undefined;
  spawnSync('sh', ['-c', 'for deb in *.deb; do dpkg -x "$deb" .; done'], { cwd: folder });
  return unpacked();
}

// In turn: each worker would bring the programs once more.
test.describe.configure({ mode: 'default' });

let folder = '';
let running: ChildProcess | undefined;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterflow-hosts-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.afterEach(() => running?.kill());

const HOSTS = {
  nginx(site: Parameters<typeof nginxConf>[0]) {
    const packages = ['nginx', 'nginx-common', 'libnginx-mod-http-brotli-static'];
    const program = bring('nginx', packages, join(folder, 'nginx'));
    if (!program) return undefined;
    const module = [
      join(folder, 'nginx/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'),
      '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
    ].find(existsSync);
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    const conf = nginxConf(site).replace('http {', `http {\n${places.join('\n')}\naccess_log off;`);
    // Who runs as root reads what root may read.
    const head = [module ? `load_module ${module};` : '', process.getuid?.() === 0 ? 'user root;' : ''].join(
      '\n',
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      `${head}\n${module ? conf : conf.replace('brotli_static on;', '')}`,
    );
    const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr', '-g', 'daemon off;'];
    return { packed: module !== undefined, process: spawn(program, args, { stdio: 'inherit' }) };
  },
  caddy(site: Parameters<typeof caddyfile>[0]) {
    const program = bring('caddy', ['caddy'], join(folder, 'caddy'));
    if (!program) return undefined;
    writeFileSync(join(folder, 'Caddyfile'), caddyfile(site));
    const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    return { packed: true, process: spawn(program, args, { stdio: 'ignore', env }) };
  },
};

/** One of each kind, and what it is. */
const FILES = [
  ['figure.js', 'text/javascript'],
  ['data/moves.csv', 'text/csv'],
  ['data/datapackage.json', 'application/json'],
  ['img/en/flows.svg', 'image/svg+xml'],
  ['fonts/label.woff2', 'font/woff2'],
  ['oembed/en/flows.json', 'application/json'],
] as const;

for (const name of ['nginx', 'caddy'] as const)
  for (const base of ['/', '/papers/flow/'])
    test(`${name} serves the site under ${base} with its headers and types, and packed`, async ({
      request,
    }) => {
      const dir = join(folder, 'dist');
      if (!existsSync(dir)) {
        // As it was built, as far as it is asked for here.
        const pages = KINDS.map((path) => `${path}index.html`);
        for (const path of [...pages, ...FILES.map(([path]) => path), '404.html', '_headers'])
          cpSync(join(root, 'dist', path), join(dir, path));
        await packFolder(dir, 1);
      }
      const port = await freePort('0');
      const host = HOSTS[name]({ rules, root: dir, base, port });
      test.skip(!host, `${name} is not on this machine, and Debian's package cannot be had`);
      if (!host) return;
      running = host.process;
      const at = (path: string) => `http://127.0.0.1:${port}${base}${path}`;
      const get = (path: string, accept = 'br, gzip') =>
        request.get(at(path), { headers: { 'accept-encoding': accept }, maxRedirects: 0, timeout: 5000 });
      await expect
        .poll(() =>
          get('').then(
            (one) => one.status(),
            () => 0,
          ),
        )
        .toBe(200);

      for (const path of KINDS) {
        const answer = await get(path);
        expect.soft(answer.status(), path).toBe(200);
        const headers = answer.headers();
        expect.soft(headers['content-type'], path).toMatch(/^text\/html; ?charset=utf-8$/i);
        if (host.packed) expect.soft(headers['content-encoding'], path).toBe('br');
        for (const [key, value] of Object.entries(headersFor(rules, `/${path}`)))
          expect.soft(headers[key], `${path}: ${key}`).toBe(value);
        if (!('content-security-policy' in headersFor(rules, `/${path}`)))
          expect.soft(headers['content-security-policy'], path).toBeUndefined();
        // Without its closing slash an address leads to the same page.
        if (path === '') continue;
        const moved = await get(path.slice(0, -1));
        expect.soft([301, 302, 307, 308], path).toContain(moved.status());
        expect.soft(new URL(moved.headers()['location'] ?? '', at('')).pathname, path).toBe(base + path);
      }
      for (const [path, type] of FILES) {
        const answer = await get(path, 'identity');
        expect.soft(answer.status(), path).toBe(200);
        expect.soft(answer.headers()['content-type'], path).toContain(type);
        expect.soft(answer.headers()['access-control-allow-origin'], path).toBe('*');
      }
      const missing = await get('charts/no-such-chart/');
      expect.soft(missing.status()).toBe(404);
      expect.soft(await missing.text()).toContain('cf-views');
      expect.soft((await get('_headers')).status()).toBe(404);
    });

test('on a host that drops closing slashes every link of a page leads where it led', ({ site }) => {
  for (const path of KINDS.filter((one) => one !== '' && !one.startsWith('embed/v1'))) {
    const address = site + path;
    const links = linksIn(builtPage(path));
    expect.soft(links.length, path).toBeGreaterThan(5);
    const wrong = links.filter(
      (href) =>
        !/^[?#]/.test(href) && new URL(href, address).href !== new URL(href, address.replace(/\/$/, '')).href,
    );
    expect.soft(wrong, path).toEqual([]);
  }
});

test('unpacked from its zip the site is read from a disk: typefaces, evidence, views, every link', async ({
  page,
}) => {
  const place = join(folder, 'unpacked');
  for (const [name, bytes] of Object.entries(unzipSync(zipOf(join(root, 'dist'), 0)))) {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), bytes);
  }
  const at = (path: string) => pathToFileURL(join(place, 'site', path, 'index.html')).href;
  for (const path of KINDS.filter((one) => existsSync(fileURLToPath(at(one))))) {
    const links = linksIn(readFileSync(fileURLToPath(at(path)), 'utf8')).map(
      (href) => new URL(href, at(path)),
    );
    const dead = links.filter(
      ({ protocol, href }) => protocol === 'file:' && !existsSync(fileURLToPath(href.replace(/[?#].*/, ''))),
    );
    expect.soft(links.length, path).toBeGreaterThan(5);
    expect
      .soft(
        dead.map(({ href }) => href),
        path,
      )
      .toEqual([]);
  }
  const refused: string[] = [];
  page.on('console', (said) => said.type() === 'error' && refused.push(said.text()));
  // One of each template.
  const templates = KINDS.filter((path) => !/^de\/|^charts\/.|^embed\/v1/.test(path));
  for (const path of templates.filter((one) => existsSync(fileURLToPath(at(one))))) await page.goto(at(path));
  expect(refused).toEqual([]);

  await page.goto(at('charts/flows/'));
  await expect
    .poll(() => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length))
    .toBeGreaterThan(2);
  const mark = page.locator('cf-figure .drawings > svg:visible a.mark').first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('cf-figure [data-evidence] a[href^="http"]').first()).toBeVisible();
  // No page can be fetched from a disk: a change of view follows its link.
  await page.locator('cf-figure .views summary').click();
  await page.locator('cf-figure .views a').last().click();
  await expect(page).toHaveURL(/charts\/flows\/[^/]+\/index\.html/);
});
