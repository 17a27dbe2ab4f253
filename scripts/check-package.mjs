/**
 * Checks Data Packages as a stranger would, with a validator that is none of ours: the package as it is served, and
 * each of its releases. node scripts/check-package.mjs dist
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Package } from 'datapackage';

/**
 * What the validator finds wrong in a package: its descriptor, the type and the bounds of every cell, its keys.
 * @param {string} dir
 * @returns {Promise<string[]>}
 */
export async function faultsOf(dir) {
  const descriptor = JSON.parse(readFileSync(join(dir, 'datapackage.json'), 'utf8'));
  // It knows version 1 of the standard, which has no lists: to it they are the texts they are written as.
  for (const { schema } of descriptor.resources)
    for (const field of schema.fields) if (field.type === 'list') field.type = 'string';
  const known = await Package.load(descriptor, { basePath: dir });
  const faults = known.errors.map(({ message }) => `datapackage.json: ${message}`);
  for (const resource of known.resources) {
    try {
      await resource.read({ relations: true });
    } catch (error) {
      const all = error.errors?.length > 0 ? error.errors : [error];
      faults.push(...all.map(({ message }) => `${resource.name}: ${message}`));
    }
  }
  return faults;
}

async function main(dist) {
  const data = resolve(dist, 'data');
  const releases = readdirSync(data).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
  const folders = [data, ...releases.map((day) => join(data, day))];
  const faults = [];
  for (const folder of folders)
    faults.push(...(await faultsOf(folder)).map((fault) => `${folder}: ${fault}`));
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\n`);
    process.exitCode = 1;
  } else process.stdout.write(`${folders.length} packages are valid.\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv[2] ?? 'dist');
