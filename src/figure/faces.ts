/** Typefaces for what stands alone, embeds and SVG files: labels in a lean cut, the headline cut to one title's letters. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { BASE, LATIN_1, LATIN_EXT, LEAN, unicodeRange } from '~/kit/letters';
import { faceFiles } from '~/kit/measure';
import { kept } from './kept';

/** Part of every key: raise it when the way of cutting changes. */
const VERSION = 'subset-font 2.9.0, woff2, no closure';
const cuts = new Map<string, Promise<Uint8Array>>();

/** The letters a title needs, each once, and the name of their cut: same letters, same file. */
export function titleLetters(title: string): { letters: string; name: string } {
  const letters = [...new Set(title)].sort().join('');
  return { letters, name: createHash('sha256').update(letters).digest('hex').slice(0, 12) };
}

/** woff2; without the letters beyond Latin-1, which `cutsFor` has a cut for. */
export function titleFont(letters: string): Promise<Uint8Array> {
  let cut = cuts.get(letters);
  if (!cut) {
    const [file = ''] = faceFiles('head');
    const face = readFileSync(file);
    cut = kept('fonts', [VERSION, face, letters], () =>
      subsetFont(face, letters, { targetFormat: 'woff2', noLayoutClosure: true }),
    );
    cuts.set(letters, cut);
  }
  return cut;
}

/** A file below public/, and the letters it is there for; none are named where it is there for all it has. */
export interface WebCut {
  face: 'label' | 'head';
  file: string;
  letters?: string;
}

/** The lean label cut of a language, the page's where none was made, and further cuts only where words have letters of theirs. */
export function cutsFor(lang: string, words: Record<WebCut['face'], string>): readonly WebCut[] {
  const lean = LEAN[lang];
  const first: WebCut = {
    face: 'label',
    file: lean === undefined ? 'fonts/label.woff2' : `fonts/embed-label-${lang}.woff2`,
  };
  const lacking = [...LATIN_1].filter((letter) => !(lean ?? BASE).includes(letter)).join('');
  const further = [
    { face: 'label', file: 'fonts/label-latin-1.woff2', letters: lacking },
    { face: 'label', file: 'fonts/label-latin-ext.woff2', letters: LATIN_EXT },
    { face: 'head', file: 'fonts/head-latin-ext.woff2', letters: LATIN_EXT },
  ] as const;
  return [
    first,
    ...further.filter(({ face, letters }) => [...letters].some((letter) => words[face].includes(letter))),
  ];
}

/** @param more  further descriptors */
export function faceRule(family: string, weight: string, url: string, letters?: string, more = ''): string {
  const range = letters === undefined ? '' : `;unicode-range:${unicodeRange(letters)}`;
  return `@font-face{font-family:"${family}";font-weight:${weight};src:url(${url}) format("woff2")${more}${range}}`;
}
