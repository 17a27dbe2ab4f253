/**
 * `node scripts/deploy.mjs nginx|caddy > file`: settings for a host of one's own, for the built folder.
 * `node scripts/deploy.mjs pack`: a .br beside each text file of dist/, which such hosts send as it is.
 * `node scripts/deploy.mjs zip`: the site as one file to hand on, read from a disk without server or network.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { zipSync } from 'fflate';
import { parseHeaders } from './lib/headers.mjs';
import { caddyfile, nginxConf } from './lib/hosts.mjs';
import { offlineCopy } from './lib/offline.mjs';
import { root } from './lib/steps.mjs';
import { TYPES } from './serve.mjs';

/** Packs each text file below `dir`; what is packed already and not older stays. @returns how many were packed */
export async function packFolder(dir, quality = 11) {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => TYPES[extname(name)]?.includes('charset'))
    .map((name) => join(dir, name));
  const stale = files.filter(
    (file) => (statSync(`${file}.br`, { throwIfNoEntry: false })?.mtimeMs ?? 0) < statSync(file).mtimeMs,
  );
  for (const file of stale) {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: quality } };
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(readFileSync(file), options));
  }
  return stale.length;
}

/**
 * The built folder as a zip to be read from a disk; its page `index.html` is the story. Pictures are packed already.
 * @param {string} dir
 * @param {0 | 6} [level] How tightly all else is packed; 0 is as it is.
 * @returns {Uint8Array}
 */
export function zipOf(dir, level = 6) {
  const files = [...offlineCopy({ dir, site: addressOf(dir) })].map(([name, bytes]) => [
    `site/${name}`,
    [bytes, { level: /\.(png|woff2|zip)$/.test(name) ? 0 : level }],
  ]);
  return zipSync(Object.fromEntries(files));
}

/** The address that a built site calls its own. */
function addressOf(dir) {
  const story = readFileSync(join(dir, 'index.html'), 'utf8');
  const address = /<link rel="canonical" href="([^"]+)"/.exec(story)?.[1];
  if (!address)
    throw new Error(`${join(dir, 'index.html')} does not name its address. Expected a canonical link.`);
  return address;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      dir: { type: 'string', default: join(root, 'dist') },
      base: { type: 'string', default: '/' },
      port: { type: 'string', default: '8080' },
      out: { type: 'string', default: 'site.zip' },
    },
  });
  const site = {
    rules: parseHeaders(readFileSync(join(root, 'public/_headers'), 'utf8')),
    root: values.dir,
    base: values.base,
    port: Number(values.port),
  };
  const [what] = positionals;
  if (what === 'nginx') process.stdout.write(nginxConf(site));
  else if (what === 'caddy') process.stdout.write(caddyfile(site));
  else if (what === 'pack') console.log(`${await packFolder(values.dir)} files packed beside their own.`);
  else if (what === 'zip') {
    writeFileSync(values.out, zipOf(values.dir));
    console.log(`${values.out}: unpack it and open site/index.html.`);
  } else {
    console.error(
      'Expected "nginx", "caddy", "pack" or "zip", with --dir, --base, --port and --out where they differ.',
    );
    process.exitCode = 1;
  }
}
