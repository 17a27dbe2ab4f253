/** A copy of a built site that is read from a disk: opened from a folder, with neither server nor network. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Of use only to other sites, or to a host: links to them lead to the site itself. */
const LEFT_OUT =
  /^(releases|oembed|since|bundle)\/|^([a-z]{2}\/)?embed\/index\.html$|^(_headers|robots\.txt)$/;

/**
 * The files of the copy. Links within it are relative and name the page of a folder; whatever is not in it is linked
 * at the site's own address.
 * @param {object} options
 * @param {string} options.dir the built folder
 * @param {string} options.site its address with the base path, both slashes included
 * @returns {Map<string, Uint8Array>} path to bytes
 */
export function offlineCopy({ dir, site }) {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !LEFT_OUT.test(name) && !name.endsWith('.br') && statSync(join(dir, name)).isFile());
  const known = new Set(names);
  const { pathname: base, href } = new URL(site);
  return new Map(
    names.map((name) => {
      const bytes = readFileSync(join(dir, name));
      if (!/\.(html|css)$/.test(name)) return [name, bytes];
      return [name, Buffer.from(relinked(bytes.toString(), { name, base, href, known }))];
    }),
  );
}

function relinked(text, { name, base, href, known }) {
  const up = '../'.repeat(name.split('/').length - 1) || './';
  const local = (given) => {
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(given.slice(base.length)) ?? [];
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (known.has(file)) return posix.join(up, file) + rest;
    return href + path + rest;
  };
  return (
    text
      // It allows the styles by what stands in them, and "self" is nobody on a disk.
      .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
      .replace(/(\s)([a-z-]+)="(\/(?!\/)[^"]*)"/g, (whole, space, key, given) => {
        if (key === 'data-base') return `${space}${key}="${up}"`;
        return given.startsWith(base) ? `${space}${key}="${local(given)}"` : whole;
      })
      .replace(/url\((\/(?!\/)[^)]*)\)/g, (whole, given) =>
        given.startsWith(base) ? `url(${local(given)})` : whole,
      )
  );
}
