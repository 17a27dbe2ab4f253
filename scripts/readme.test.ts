/** README and CONTRIBUTING hold: commands exist, paths and links lead somewhere, dependencies are all there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const texts = { 'README.md': read('README.md'), 'CONTRIBUTING.md': read('CONTRIBUTING.md') };
const files = Object.entries(texts);

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  license: string;
}
const manifest = JSON.parse(read('package.json')) as Manifest;

test.each(files)('%s names only commands that exist', (_, text) => {
  const commands = [...text.matchAll(/\bnpm (?:run )?([a-z]+(?::[a-z]+)?)|\bnode (scripts\/[\w./-]+)/g)];
  expect(commands.length).toBeGreaterThan(2);
  for (const [command, verb, script] of commands) {
    // `npm start` and `npm test` need no "run"; any other verb does, or npm would take it for its own.
    const known = script
      ? existsSync(join(root, script))
      : Object.hasOwn(manifest.scripts, verb ?? '') &&
        (command.includes(' run ') || /^(start|test)$/.test(verb ?? ''));
    expect(known, command).toBe(true);
  }
});

test('every command is in the README', () => {
  for (const verb of Object.keys(manifest.scripts))
    expect(texts['README.md']).toMatch(new RegExp(`npm (run )?${verb}\\b`));
});

test.each(files)('%s names only files and folders that exist', (file, text) => {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) =>
    join(dirname(file), path ?? ''),
  );
  const paths = [...text.matchAll(/`((?:content|public|src|scripts|e2e)\/[\w./-]*)`/g)].map(
    ([, path]) => path ?? '',
  );
  // A language of the future stands for itself.
  for (const path of [...links, ...paths])
    if (!/\bxx\b/.test(path)) expect(existsSync(join(root, path)), path).toBe(true);
});

test('CONTRIBUTING lists each dependency once, with the licence it has', () => {
  const rows = texts['CONTRIBUTING.md'].split('\n').filter((line) => /^\| `[@a-z]/.test(line));
  const listed = rows.flatMap((row) => {
    const [, names = '', licence = ''] = row.split('|');
    return [...names.matchAll(/`([@a-z][\w./@-]*)`/g)].map(([, name]) => ({
      name: name ?? '',
      licence: licence.trim(),
    }));
  });
  const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const packages = listed.filter(({ name }) => !/\.(ts|tsx|json)$|\/$/.test(name));
  expect(packages.map(({ name }) => name).sort()).toEqual(all.sort());
  for (const { name, licence } of packages) {
    const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as Manifest;
    expect(licence.replace(/ \(.*$/, ''), name).toBe(license);
  }
});

test('the licence says MIT for code and CC BY 4.0 for the rest', () => {
  expect(read('LICENSE')).toMatch(/Code: MIT License[\s\S]*Data, words and graphics: CC BY 4\.0/);
  expect(manifest.license).toBe('MIT');
});
