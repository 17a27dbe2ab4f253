/**
 * What a reader downloads, by kind of page, as brotli packs it: node scripts/check-weight.mjs dist
 * Ratios and milliseconds are the bench's (e2e/bench); bytes are the same on every machine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** The heaviest file of each kind may weigh so many kB (1,000 bytes): what it should, and room for an editor's next rows. */
const BUDGETS = [
  { kind: 'story', file: /^(\w\w\/)?index\.html$/, most: 72 },
  { kind: 'chart page', file: /^(\w\w\/)?charts\/.+index\.html$/, most: 32 },
  { kind: 'explorer', file: /^(\w\w\/)?moves\/index\.html$/, most: 30 },
  { kind: 'embed', file: /^embed\/v1\/.+index\.html$/, most: 16 },
  { kind: "an embed's first script", file: /^embed\/v1\/embed\.js$/, most: 5 },
  { kind: "an article's loader", file: /^embed\/v1\.js$/, most: 3 },
  { kind: 'typeface', file: /^fonts\/.+\.woff2$/, most: 30 },
];

/** What a browser reads at once, unpacked: src/figure/pause.ts says why a long page has places to pause at. */
const AT_ONCE = {
  kind: 'what is read without a pause',
  file: /^(\w\w\/)?((charts\/.+|moves\/)?index\.html)$|^embed\/v1\/.+index\.html$/,
  most: 64,
};

/**
 * @param {string} dir A built site.
 * @returns {{ kind: string, file: string, kB: number, most: number }} The longest stretch of a page that holds a drawing
 *   or the list of moves.
 */
function longestStretch(dir, files) {
  const { kind, file: pattern, most } = AT_ONCE;
  const [longest] = files
    .filter((file) => pattern.test(file))
    .map((file) => {
      const [, body = ''] = readFileSync(join(dir, file), 'utf8').split('<body');
      return {
        kind,
        file,
        kB: Math.max(...body.split('</script>').map(({ length }) => length)) / 1000,
        most,
      };
    })
    .sort((a, b) => b.kB - a.kB);
  return longest;
}

/**
 * @param {string} dir A built site.
 * @returns {{ kind: string, file: string, kB: number, most: number }[]} The heaviest file of each kind.
 */
function weigh(dir) {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  const weights = BUDGETS.flatMap(({ kind, file: pattern, most }) => {
    const [heaviest] = files
      .filter((file) => pattern.test(file))
      .map((file) => ({ file, raw: readFileSync(join(dir, file)) }))
      .sort((a, b) => b.raw.length - a.raw.length)
      // Packing takes a second for a hundred pages; what is short is light.
      .slice(0, 3)
      .map(({ file, raw }) => ({ kind, file, kB: brotliCompressSync(raw).length / 1000, most }))
      .sort((a, b) => b.kB - a.kB);
    return heaviest ? [heaviest] : [{ kind, file: `nothing like ${pattern}`, kB: Number.NaN, most }];
  });
  return [...weights, longestStretch(dir, files)];
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const found = weigh(process.argv[2] ?? 'dist');
  const over = found.filter(({ kB, most }) => !(kB <= most));
  for (const { kind, file, kB, most } of over)
    process.stderr.write(`${file}: the ${kind} weighs ${kB.toFixed(1)} kB. Allowed are ${most}.\n`);
  console.log(found.map(({ kind, kB }) => `${kind} ${kB.toFixed(1)}`).join(', '), 'kB');
  process.exitCode = over.length > 0 ? 1 : 0;
}
