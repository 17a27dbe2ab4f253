/**
 * Leaves in each page's policy the digests of what stands in that page. Astro writes into every page those of all
 * styles it bundles and of scripts that only its islands have: 600 bytes that nothing packs, before the first letter.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @returns {import('astro').AstroIntegration} */
export function leanPolicy() {
  return {
    name: 'counterflow:lean-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
          // A release is served as it was kept.
          if (!file.endsWith('.html') || /^releases[\\/]/.test(file)) continue;
          const path = join(folder, file);
          const html = readFileSync(path, 'utf8');
          const lean = withOwnDigests(html);
          if (lean !== html) writeFileSync(path, lean);
        }
      },
    },
  };
}

/**
 * @param {string} html A whole page.
 * @returns {string} The page, its policy without digests of what it does not hold.
 */
export function withOwnDigests(html) {
  const inline = [...html.matchAll(/<(style|script)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text]) => text);
  const own = new Set(inline.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`));
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(/ '(sha(?:256|384|512)-[^']+)'/g, (written, digest) =>
      own.has(`'${digest}'`) ? written : '',
    ),
  );
}
