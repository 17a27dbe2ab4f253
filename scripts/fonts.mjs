/**
 * Cuts the typefaces to what is used: woff2 for readers (public/fonts), static TTF for measuring and
 * pictures (src/kit/fonts). Run by hand after a change of src/kit/letters.ts; the results are committed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { BASE, LATIN_1, LATIN_EXT, LEAN } from '../src/kit/letters.ts';

const packages = 'node_modules/@fontsource-variable';
/** The packages have each typeface in parts as well: `latin` and `latin-ext`. */
const files = {
  serif: (part) => `${packages}/newsreader/files/newsreader-${part}-standard-normal.woff2`,
  italic: (part) => `${packages}/newsreader/files/newsreader-${part}-standard-italic.woff2`,
  sans: (part) => `${packages}/source-sans-3/files/source-sans-3-${part}-wght-normal.woff2`,
};

const web = {
  text: ['serif', { opsz: 18, wght: { min: 400, max: 600 } }],
  italic: ['italic', { opsz: 18, wght: 400 }],
  head: ['serif', { opsz: 40, wght: 580 }],
  label: ['sans', { wght: { min: 400, max: 600 } }],
};
const fixed = {
  'label-400': ['sans', { wght: 400 }],
  'label-600': ['sans', { wght: 600 }],
  head: ['serif', { opsz: 40, wght: 580 }],
};

async function cut(file, [typeface, variationAxes], part, letters, options = {}) {
  const whole = await readFile(files[typeface](part));
  const targetFormat = file.endsWith('.ttf') ? 'truetype' : 'woff2';
  const font = await subsetFont(whole, letters, { targetFormat, variationAxes, ...options });
  await writeFile(file, font);
  console.log(`${file} ${(font.length / 1000).toFixed(1)} kB`);
}

await mkdir('public/fonts', { recursive: true });
await mkdir('src/kit/fonts', { recursive: true });
for (const [name, face] of Object.entries(web)) {
  await cut(`public/fonts/${name}.woff2`, face, 'latin', BASE);
  await cut(`public/fonts/${name}-latin-1.woff2`, face, 'latin', LATIN_1);
  await cut(`public/fonts/${name}-latin-ext.woff2`, face, 'latin-ext', LATIN_EXT);
}
for (const [lang, letters] of Object.entries(LEAN))
  await cut(`public/fonts/embed-label-${lang}.woff2`, web.label, 'latin', letters, {
    noLayoutClosure: true,
    // A bold pair of letters is then kerned like a regular one: a tenth of a pixel for a twelfth of the file.
    dropTables: ['GDEF', 'GSUB', 'MVAR', 'STAT'],
  });
for (const [name, face] of Object.entries(fixed)) {
  await cut(`src/kit/fonts/${name}.ttf`, face, 'latin', BASE + LATIN_1);
  await cut(`src/kit/fonts/${name}-ext.ttf`, face, 'latin-ext', LATIN_EXT);
}
