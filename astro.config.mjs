import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { dataGate } from './scripts/lib/data-gate.mjs';
import { palette } from './scripts/lib/palette.mjs';
import { picturesLast } from './scripts/lib/pictures-last.mjs';
import { reactAtBuild } from './scripts/lib/react-at-build.mjs';
import { CONTENT } from './src/i18n/content.ts';

/** Where the site will stand, with the folder it stands in. The one setting a host has to make. */
const home = new URL(process.env.SITE_URL || 'http://localhost:4321/');

/** By name as well: WebKit takes nothing in a sandboxed frame for its own. */
const OURS = `'self' ${home.origin}`;

export default defineConfig({
  site: home.origin,
  base: home.pathname,
  trailingSlash: 'always',
  // Astro knows a text by its place within the content: two contents are not to be mixed.
  cacheDir: `./node_modules/.astro/${CONTENT}`,
  integrations: [dataGate(), mdx(), reactAtBuild(), picturesLast()],
  // In the page: a style sheet in a request of its own holds back the first paint by a round trip. The policy has its hash.
  build: { inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  security: {
    // Everything comes from this site and no inline code runs. What may frame a page only a header can
    // say: public/_headers.
    csp: {
      scriptDirective: { resources: [OURS] },
      styleDirective: { resources: [OURS] },
      directives: [
        "default-src 'none'",
        `img-src ${OURS} data:`,
        `font-src ${OURS}`,
        `connect-src ${OURS}`,
        `frame-src ${OURS}`,
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
  vite: {
    css: { postcss: { plugins: [palette()] } },
    build: {
      rolldownOptions: {
        onwarn(warning, next) {
          // MDX marks each of its modules with "use astro:head-inject": a dozen lines a file.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') next(warning);
        },
      },
    },
  },
});
