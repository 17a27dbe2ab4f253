/** Typefaces for what stands alone, embeds and SVG files: labels in a lean cut, the headline cut to one title's letters. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BASE, LATIN_1, LATIN_EXT, LEAN, unicodeRange } from '~/kit/letters';
import { faceFiles } from '~/kit/measure';
import { kept } from './kept';
import { threadsOf } from './threads';

/** Part of every key: raise it when the way of cutting changes. */
const VERSION = 'subset-font 2.9.0, woff2, no closure, lean, short names';
const cutting = threadsOf<{ face: Uint8Array; letters: string }>('src/figure/cutting.ts');
const cuts = new Map<string, Promise<Uint8Array>>();

/** The letters of some words, each once, and the name of their cut: same letters, same file. */
interface LetterCut {
  letters: string;
  name: string;
}

export function lettersIn(words: string): LetterCut {
  const letters = [...new Set(words)].sort().join('');
  return { letters, name: createHash('sha256').update(letters).digest('hex').slice(0, 12) };
}

/** woff2; without the letters beyond Latin-1, which `cutsFor` has a cut for. */
export const titleFont = (letters: string): Promise<Uint8Array> => cutOf(faceFiles('head')[0] ?? '', letters);

/** woff2, both weights, of letters that the lean cut of the language has. */
export const labelFont = (lang: string, letters: string): Promise<Uint8Array> =>
  cutOf(`public/${leanOf(lang).file}`, letters);

function cutOf(file: string, letters: string): Promise<Uint8Array> {
  const key = `${file}\n${letters}`;
  let cut = cuts.get(key);
  if (!cut) {
    const face = readFileSync(file);
    cut = kept('fonts', [VERSION, face, letters], () => cutting({ face, letters }));
    cuts.set(key, cut);
  }
  return cut;
}

/** A file below public/, and the letters it is there for; none are named where it is there for all it has. */
export interface WebCut {
  face: 'label' | 'head';
  file: string;
  letters?: string;
}

/** The lean label cut of a language, the page's where none was made. */
function leanOf(lang: string): { file: string; letters: string } {
  const letters = LEAN[lang];
  return letters === undefined
    ? { file: 'fonts/label.woff2', letters: BASE }
    : { file: `fonts/embed-label-${lang}.woff2`, letters };
}

/** The letters of what is read at first, as far as the lean cut has them. */
export function labelLetters(lang: string, first: string): LetterCut {
  const { letters } = leanOf(lang);
  return lettersIn([...first].filter((letter) => letters.includes(letter)).join(''));
}

/**
 * A cut of what is read at first, the lean one for what a reader opens, and further ones only where words have letters
 * of theirs.
 * @param words  all that may come to be read
 */
export function cutsFor(
  lang: string,
  first: string,
  words: Record<WebCut['face'], string>,
): readonly WebCut[] {
  const lean = leanOf(lang);
  const own = labelLetters(lang, first);
  const without = (letters: string, other: string) =>
    [...letters].filter((letter) => !other.includes(letter)).join('');
  const further = [
    { face: 'label', file: 'fonts/label-latin-1.woff2', letters: without(LATIN_1, lean.letters) },
    { face: 'label', file: 'fonts/label-latin-ext.woff2', letters: LATIN_EXT },
    { face: 'head', file: 'fonts/head-latin-ext.woff2', letters: LATIN_EXT },
  ] as const;
  return [
    { face: 'label', file: `fonts/label/${own.name}.woff2` },
    { face: 'label', file: lean.file, letters: without(lean.letters, own.letters) },
    ...further.filter(({ face, letters }) => [...letters].some((letter) => words[face].includes(letter))),
  ];
}

/** @param more  further descriptors */
export function faceRule(family: string, weight: string, url: string, letters?: string, more = ''): string {
  const range = letters === undefined ? '' : `;unicode-range:${unicodeRange(letters)}`;
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${url}) format("woff2")${more}${range}}`;
}
