/** Typefaces for what stands alone, embeds and SVG files: labels in a lean cut, the headline cut to one title's letters. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { faceFile } from '~/kit/measure';

const cuts = new Map<string, Promise<Buffer>>();

/** The letters a title needs, each once, and the name of their cut: same letters, same file. */
export function titleLetters(title: string): { letters: string; name: string } {
  const letters = [...new Set(title)].sort().join('');
  return { letters, name: createHash('sha256').update(letters).digest('hex').slice(0, 12) };
}

/** woff2 */
export function titleFont(letters: string): Promise<Buffer> {
  const known =
    cuts.get(letters) ??
    subsetFont(readFileSync(faceFile('head')), letters, { targetFormat: 'woff2', noLayoutClosure: true });
  cuts.set(letters, known);
  return known;
}

/** File of the lean label cut of a language, below public/; the whole face where none was made. */
export function leanLabelFile(lang: string): string {
  const lean = `fonts/embed-label-${lang}.woff2`;
  return existsSync(`public/${lean}`) ? lean : 'fonts/label.woff2';
}
