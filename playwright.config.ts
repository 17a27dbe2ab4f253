import { existsSync } from 'node:fs';
import { defineConfig, firefox, webkit } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/lib/chromium.mjs';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  globalSetup: './e2e/site.ts',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // Some tests look at a hundred pages in turn.
  timeout: 90_000,
  reporter: 'list',
  use: {
    // Set by e2e/site.ts before the workers start: `goto('charts/flows/')` is relative to it.
    baseURL: process.env.E2E_SITE,
    // A new window takes a second of work: each worker keeps one and is given it emptied.
    reuseContext: true,
    // Not packed: the smallest form of three hundred pages takes longer to find than they take to look at.
    extraHTTPHeaders: { 'accept-encoding': 'identity' },
  },
  projects: [
    {
      name: 'chromium',
      use: { launchOptions: { executablePath: await findChromium(), args: chromiumArgs() } },
    },
    // Where Playwright has them: npx playwright install firefox webkit.
    ...[firefox, webkit]
      .filter((type) => existsSync(type.executablePath()))
      .map((type) => ({ name: type.name(), use: { browserName: type.name() as 'firefox' | 'webkit' } })),
  ],
});
