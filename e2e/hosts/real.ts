/**
 * Hosts with the scripts that they really bring: out of node_modules, and WordPress's out of its Debian package. An
 * article each, around the embed of an address.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = (file: string) => `<script>${readFileSync(join(root, file), 'utf8')}</script>`;
const npm = (file: string) => script(`node_modules/${file}`);

const frame = (src: string) =>
  `<iframe title="Chart" id="chart" src="${src}" width="100%" height="150" frameborder="0"></iframe>`;

/** Without the loader: the host's own script is what sets the height. */
export const HOSTS: Readonly<Record<string, (src: string) => string>> = {
  pym: (src) => `<div id="chart"></div>${npm('pym.js/dist/pym.v1.min.js')}
    <script>new pym.Parent('chart', '${src}', { title: 'Chart' })</script>`,
  'newswire/frames': (src) => `<div id="chart"></div>${npm('@newswire/frames/dist/frames.umd.js')}
    <script>newswireFrames.Framer(document.getElementById('chart'), { src: '${src}', attributes: { title: 'Chart' } })</script>`,
  'newswire/frames around a frame that is there': (src) =>
    `${frame(src)}${npm('@newswire/frames/dist/frames.umd.js')}
    <script>addEventListener('load', () => newswireFrames.observeIframe(document.getElementById('chart')))</script>`,
  'iframe-resizer 4': (src) => `${frame(src)}${npm('iframe-resizer/js/iframeResizer.min.js')}
    <script>iFrameResize({}, '#chart')</script>`,
  'iframe-resizer 5': (src) => `${frame(src)}${npm('@iframe-resizer/parent/index.umd.js')}
    <script>iframeResize({ license: 'GPLv3', waitForLoad: true }, '#chart')</script>`,
  'open-iframe-resizer': (src) =>
    `${frame(src)}${npm('@open-iframe-resizer/core/dist/index.umd.cjs')}
    <script>iframeResizer.initialize({ targetElementSelector: '[[', bodyPadding: '1em' }, '#chart')</script>`,
};

const SECRET = 'abc123DEF4';

/** What WordPress makes of the oEmbed answer of a site it does not know, with `wp-embed.js` after it. */
export const wordpress = (
  src: string,
  host: string,
) => `<blockquote class="wp-embedded-content" data-secret="${SECRET}">
    <a href="https://example.org/">Chart</a></blockquote>
  <iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" title="Chart" width="600" height="338"
    style="position: absolute; clip: rect(1px, 1px, 1px, 1px);" src="${src}#?secret=${SECRET}" data-secret="${SECRET}"
    frameborder="0"></iframe><script>${host}</script>`;

const inPackage = 'usr/share/wordpress/wp-includes/js/wp-embed.js';
const kept = join(root, '.cache/wp-embed');
const places = [`/${inPackage}`, join(kept, inPackage)];
let fetched = false;

/** `wp-embed.js`, where WordPress is installed or its Debian package can be fetched, which is done once. */
export function wpEmbed(): string | undefined {
  const found = () => places.find((file) => existsSync(file));
  if (!found() && !fetched) fetchPackage();
  fetched = true;
  const file = found();
  return file && readFileSync(file, 'utf8');
}

function fetchPackage(): void {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const options = { cwd: folder, timeout: 60_000, maxBuffer: 2 ** 28 };
  try {
    execFileSync('apt-get', ['download', 'wordpress'], { ...options, stdio: 'ignore' });
    const input = execFileSync('dpkg-deb', ['--fsys-tarfile', ...readdirSync(folder)], options);
    mkdirSync(kept, { recursive: true });
    execFileSync('tar', ['-x', '-C', kept, `./${inPackage}`], { ...options, input, stdio: 'pipe' });
  } catch {
    // No Debian, no network or no leave: whoever asks skips.
  }
  rmSync(folder, { recursive: true });
}
