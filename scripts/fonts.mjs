/**
 * Cuts the typefaces to what is used: woff2 for readers (public/fonts), static TTF for measuring and
 * pictures (src/kit/fonts). Run by hand after a change of character set; the results are committed.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

const files = {
  serif: 'node_modules/@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2',
  italic: 'node_modules/@fontsource-variable/newsreader/files/newsreader-latin-standard-italic.woff2',
  sans: 'node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
};
const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
const accents = 'ÄÖÜäöüßàáâãåæçèéêëìíîïñòóôõøùúûýÿÀÁÂÅÆÇÈÉÊËÍÎÑÓÔØÚŠšŽžŒœ';
const marks = '„“”‚‘’–—…·•§€£°×−\u00a0©«»';
const all = ascii + accents + marks;
/** An embed's face: what two drawings, a table and a foot of that language need, and no more. */
const lean = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;()-–’“”−+/%&$\u00a0';

const web = [
  ['text', 'serif', { opsz: 18, wght: { min: 400, max: 600 } }, all],
  ['italic', 'italic', { opsz: 18, wght: 400 }, all],
  ['head', 'serif', { opsz: 40, wght: 580 }, all],
  ['label', 'sans', { wght: { min: 400, max: 600 } }, all],
  ['embed-label-en', 'sans', { wght: { min: 400, max: 600 } }, lean],
  ['embed-label-de', 'sans', { wght: { min: 400, max: 600 } }, `${lean}„ÄÖÜäöüß`],
];
const fixed = [
  ['label-400', 'sans', { wght: 400 }],
  ['label-600', 'sans', { wght: 600 }],
  ['head', 'serif', { opsz: 40, wght: 580 }],
];

await mkdir('public/fonts', { recursive: true });
await mkdir('src/kit/fonts', { recursive: true });
for (const [name, file, variationAxes, letters] of web) {
  const font = await subsetFont(await readFile(files[file]), letters, {
    targetFormat: 'woff2',
    variationAxes,
    noLayoutClosure: name.startsWith('embed-'),
    // A bold pair of letters is then kerned like a regular one: a tenth of a pixel for a twelfth of the file.
    dropTables: name.startsWith('embed-') ? ['GDEF', 'GSUB', 'MVAR', 'STAT'] : [],
  });
  await writeFile(`public/fonts/${name}.woff2`, font);
  console.log(`public/fonts/${name}.woff2 ${(font.length / 1000).toFixed(1)} kB`);
}
for (const [name, file, variationAxes] of fixed) {
  const font = await subsetFont(await readFile(files[file]), all, {
    targetFormat: 'truetype',
    variationAxes,
  });
  await writeFile(`src/kit/fonts/${name}.ttf`, font);
  console.log(`src/kit/fonts/${name}.ttf ${(font.length / 1000).toFixed(1)} kB`);
}
