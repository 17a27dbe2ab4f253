/** The one place that knows where a Chromium is. run.mjs and playwright.config.ts both ask here. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Failure } from './steps.mjs';

const NAMED = ['CHROMIUM_PATH', 'PLAYWRIGHT_CHROMIUM_PATH'];
/** The first has no window of its own to draw: a whole browser spends two seconds on that for each visit of a test. */
const USUAL = [
  '/usr/bin/chromium-headless-shell',
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
  console.log('Installing Chromium from Debian (about 60 s) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update', '-qq');
  for (const name of ['chromium-headless-shell', 'chromium']) {
    apt('install', '-y', '-qq', '--no-install-recommends', name, 'fonts-liberation');
    const path = USUAL.find((one) => existsSync(one));
    if (path) return path;
  }
  return undefined;
}

/** A container's root cannot have Chromium's sandbox; the rest keeps the browser off the network. */
export function chromiumArgs() {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    // A browser without a window hints its letters, and each is another width for it than for readers.
    '--font-render-hinting=none',
    '--disable-background-networking',
  ];
}
