/** The headers of every address, from the one list the static hosts read too: public/_headers. */

/** Reads the Netlify and Cloudflare format: a path, and under it, indented, its headers. `*` matches anything. */
export function parseHeaders(text) {
  /** @type {{ path: string, headers: [string, string][] }[]} */
  const rules = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ path: line.trim(), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([\w-]+):\s*(.+?)\s*$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (!name || !value || !rule) {
      throw new Error(
        `_headers:${index + 1}: "${line.trim()}" is not a header. Expected "Name: value" under a path.`,
      );
    }
    rule.headers.push([name, value]);
  }
  return rules;
}

/** What a host sends for `path`. Where two rules give the same header it sends both, joined, as the hosts do. */
export function headersFor(rules, path) {
  const found = {};
  for (const rule of rules) {
    if (!matches(rule.path, path)) continue;
    for (const [name, value] of rule.headers) {
      const key = name.toLowerCase();
      found[key] = key in found ? `${found[key]}, ${value}` : value;
    }
  }
  return found;
}

function matches(pattern, path) {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(path);
}
