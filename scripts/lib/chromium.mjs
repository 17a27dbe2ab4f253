/** The one place that knows where a Chromium is. run.mjs and playwright.config.ts both ask here. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { clock, Failure } from './steps.mjs';

const NAMED = ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM_PATH'];
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Named in the environment, else Playwright's own, else the system's. Undefined where there is none. */
export async function findChromium() {
  for (const name of NAMED) {
    const path = process.env[name];
    if (!path) continue;
    if (existsSync(path)) return path;
    throw new Failure(`${name} names ${path}, and nothing is there.`);
  }
  const { chromium } = await import('@playwright/test');
  // Playwright answers with a path whether or not the browser was ever downloaded.
  return [chromium.executablePath(), ...USUAL].find((path) => path && existsSync(path));
}

/** As above; as root on Debian it installs one, elsewhere it says what to do. */
export async function bringChromium() {
  const found = (await findChromium()) ?? installed();
  if (found) return found;
  throw new Failure(
    'The browser tests need a Chromium. Install Chromium or Chrome, run "npx playwright install chromium", or set CHROMIUM_PATH.',
  );
}

function installed() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const done = clock('Installing Chromium from Debian (about 60 s) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation');
  done();
  return USUAL.find((path) => existsSync(path));
}

/** A container's root cannot have Chromium's sandbox; the rest keeps the browser off the network. */
export function chromiumArgs() {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--disable-background-networking',
  ];
}
