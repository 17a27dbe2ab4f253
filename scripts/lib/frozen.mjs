/**
 * Draws the pages of a release that may stand in somebody's article for ever: embeds, pictures that scale, and what is
 * drawn in them as data. They are drawn once, from the release's own rows, and kept as one packed file.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CONTENT } from '../../src/i18n/content.ts';
import { copyProject } from './copy.mjs';
import { entry, root, step } from './steps.mjs';
import { siteModule } from './typescript.mjs';

/** Routes of what is kept; all other pages of a release are the live ones. */
const KEPT_ROUTES = ['embed/v1/[lang]/', 'data/[lang]/', 'img/[lang]/[name].svg.ts', 'fonts/'];
/** Prose is of today, and no part of a release. */
const PROSE = ['story/', 'pages/', 'releases', 'data/'].map((folder) => `${CONTENT}/${folder}`);

const isLeftOut = (path) => {
  if (PROSE.some((folder) => path.startsWith(folder) && path !== folder)) return true;
  const [, route] = /^src\/pages\/((?!_).+)$/.exec(path) ?? [];
  return (
    route !== undefined && !KEPT_ROUTES.some((kept) => kept.startsWith(route) || `${route}/`.startsWith(kept))
  );
};

/**
 * @param {string} release  its day
 * @param {string} data  folder with its tables
 * @returns {Promise<Buffer>} its pages, packed
 */
export async function drawRelease(release, data) {
  const { HOME, isKept } = await siteModule('src/pages/_frozen.ts');
  const { LANGS } = await siteModule('src/i18n/languages.ts');
  const folder = join(root, '.cache', 'release');
  copyProject(folder, isLeftOut);
  for (const kind of ['story', 'pages'])
    for (const lang of LANGS) mkdirSync(join(folder, CONTENT, kind, lang), { recursive: true });
  mkdirSync(join(folder, CONTENT, 'data'), { recursive: true });
  for (const file of readdirSync(data).filter((name) => name === 'datapackage.json' || name.endsWith('.csv')))
    cpSync(join(data, file), join(folder, CONTENT, 'data', file));
  // Typefaces are cut already for the site of today, and their files are never out of date.
  mkdirSync(join(root, '.cache/fonts'), { recursive: true });
  mkdirSync(join(folder, '.cache'));
  symlinkSync(join(root, '.cache/fonts'), join(folder, '.cache/fonts'), 'junction');
  await step(`Drawing the pages of ${release} …`, [entry('astro'), 'build'], {
    cwd: folder,
    env: { SITE_URL: HOME, RELEASE: release, PICTURES: 'none' },
  });
  const dist = join(folder, 'dist');
  const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isKept(path) && statSync(join(dist, path)).isFile())
    .sort();
  const pages = paths.map((path) => {
    const bytes = readFileSync(join(dist, path));
    return [path, path.endsWith('.woff2') ? bytes.toString('base64') : bytes.toString('utf8')];
  });
  return gzipSync(JSON.stringify(Object.fromEntries(pages)), { level: 9 });
}
