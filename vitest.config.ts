import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vitest does not read the paths of tsconfig.json.
  resolve: { alias: { '~': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    // Most of a file's time would be reading the same modules again; no test changes one.
    isolate: false,
    // A busy machine is no failure, and `npm test` keeps it busy.
    testTimeout: 60_000,
    // e2e/ belongs to Playwright.
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'],
    exclude: ['**/node_modules/**', 'dist/**', '.cache/**'],
  },
});
