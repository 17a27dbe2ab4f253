/** Settings for hosts that do not read public/_headers themselves, made from it: nginx and Caddy. */
import { TYPES } from '../serve.mjs';

/** Each header with the paths under which it stands. @returns {Map<string, Map<string, string[]>>} name, value, paths */
function byHeader(rules) {
  const found = new Map();
  for (const { path, headers } of rules)
    for (const [name, value] of headers) {
      const values = found.get(name) ?? new Map();
      values.set(value, [...(values.get(value) ?? []), path]);
      found.set(name, values);
    }
  return found;
}

const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;
/** A path with `*` as a regular expression below the base; nginx knows a folder by its page as well. */
function pattern(base, path) {
  const parts = (base.slice(0, -1) + path)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return `^${parts.join('.*')}${path.endsWith('/') ? '(index\\.html)?' : ''}$`;
}

/**
 * @param {object} site
 * @param {{ path: string, headers: [string, string][] }[]} site.rules from public/_headers
 * @param {string} site.root the built folder
 * @param {string} site.base the path it stands under, with both slashes
 * @param {number} site.port
 * @returns {string} an nginx.conf, whole; files ending in .br are sent as they are
 */
export function nginxConf({ rules, root, base, port }) {
  const headers = [...byHeader(rules)];
  const variable = (name) => `$site_${name.toLowerCase().replaceAll('-', '_')}`;
  const types = Object.entries(TYPES).map(
    ([ending, type]) => `    ${type.split(';')[0]} ${ending.slice(1)};`,
  );
  // nginx has text/html in both lists by itself.
  const texts = Object.values(TYPES).filter((type) => type.includes('charset') && !type.includes('html'));
  const beyondHtml = [...new Set(texts.map((type) => type.split(';')[0]))].join(' ');
  return `# Made by "node scripts/deploy.mjs nginx" from public/_headers. Needs the module brotli_static for .br files.
pid nginx.pid;
events {}
http {
  types {
${types.join('\n')}
  }
  default_type application/octet-stream;
  charset utf-8;
  charset_types ${beyondHtml};
  gzip on;
  gzip_vary on;
  gzip_types ${beyondHtml};
  brotli_static on;
${headers
  .map(
    ([name, values]) => `  map $uri ${variable(name)} {
    default "";
${[...values].flatMap(([value, paths]) => paths.map((path) => `    ${quoted(`~${pattern(base, path)}`)} ${quoted(value)};`)).join('\n')}
  }`,
  )
  .join('\n')}
  server {
    listen 127.0.0.1:${port};
    absolute_redirect off;
${headers.map(([name]) => `    add_header ${name} ${variable(name)} always;`).join('\n')}
    location ${base} {
      alias ${quoted(`${root.replace(/\/$/, '')}/`)};
      index index.html;
      error_page 404 ${base}404.html;
    }
    location = ${base}_headers {
      return 404;
    }
  }
}
`;
}

/**
 * The same for Caddy.
 * @param {Parameters<typeof nginxConf>[0]} site
 * @returns {string} a Caddyfile, whole
 */
export function caddyfile({ rules, root, base, port }) {
  const named = [...byHeader(rules)].flatMap(([name, values]) =>
    [...values].map(([value, paths], i) => {
      const matcher = `@${name.toLowerCase()}-${i}`;
      const at = paths.map((path) => base.slice(0, -1) + path).join(' ');
      return `  ${matcher} path ${at}\n  header ${matcher} ${name} ${quoted(value)}`;
    }),
  );
  return `# Made by "node scripts/deploy.mjs caddy" from public/_headers.
{
  admin off
  auto_https off
}
http://127.0.0.1:${port} {
${named.join('\n')}
  encode gzip
  handle_path ${base}* {
    root * ${quoted(root)}
    @hidden path /_headers
    error @hidden 404
    file_server {
      precompressed br
    }
  }
  handle_errors {
    root * ${quoted(root)}
    rewrite * /404.html
    file_server
  }
}
`;
}
