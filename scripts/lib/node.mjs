/** Which Node runs the site's tools: the reader's own where it is new enough, else one brought along. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { clock, Failure, root } from './steps.mjs';

/** html-validate wants 22.22 or 24.8, vitest refuses the odd ones: 20, 22.11, 23, 24.1 and 25 do not do. */
export function fits(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return (major === 22 && minor >= 22) || (major === 24 && minor >= 8) || major >= 26;
}

/** The path of a Node that fits; installs one into scripts/node/ (126 MB, once) only where needed. */
export async function findNode() {
  if (fits(process.version)) return process.execPath;
  const brought = broughtNode();
  if (brought) return brought;
  const done = clock(`Node ${process.version} is too old for Astro; bringing Node 24 (about 20 s) …`);
  // npm warns that the packages meant for other platforms do not fit; they are optional.
  const { status } = npm(process.execPath, ['ci', '--loglevel=error'], join(root, 'scripts', 'node'));
  const node = status === 0 && broughtNode();
  if (!node) {
    throw new Failure(
      `Node ${process.version} is too old and no newer one could be installed here. Install Node 24.`,
    );
  }
  done();
  return node;
}

function broughtNode() {
  const folder = join(root, 'scripts', 'node', 'node_modules');
  if (!existsSync(folder)) return undefined;
  for (const name of readdirSync(folder)) {
    const node = join(folder, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    if (!existsSync(node)) continue;
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    if (stdout && fits(stdout.trim())) return node;
  }
  return undefined;
}

/**
 * Runs npm itself under `node`: under an old Node it silently leaves out optional packages that
 * do not fit it. What npm told us about the script that is running must not reach it.
 */
export function npm(node, args, cwd) {
  const env = { ...process.env };
  for (const key of Object.keys(env)) {
    if (/^npm_(lifecycle|package)_|^npm_config_local_prefix$/i.test(key)) delete env[key];
  }
  return spawnSync(node, [npmScript(), ...args], { cwd, env, stdio: 'inherit' });
}

/** npm's own JavaScript: from npm, beside Node, or behind the `npm` that is first in PATH. */
function npmScript() {
  const given = process.env.npm_execpath ?? '';
  const candidates = /^npm(-cli)?\.[cm]?js$/.test(basename(given)) ? [given] : [];
  const home = dirname(process.execPath);
  candidates.push(join(home, 'node_modules', 'npm', 'bin', 'npm-cli.js'));
  candidates.push(join(home, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'));
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    candidates.push(join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'));
    const link = join(folder, 'npm');
    if (existsSync(link)) candidates.push(realpathSync(link));
  }
  const found = candidates.find((path) => /\.[cm]?js$/.test(path) && existsSync(path));
  if (!found) throw new Failure('npm was not found. Install it (it comes with Node) and try again.');
  return found;
}
