/** A chart's messages, read from its folder: a new language is a file beside the others, not an import. */
import { readFileSync } from 'node:fs';
import type { Lang } from '~/i18n/languages';
import type { Messages } from '~/i18n/say';

/**
 * Read anew each time, so that an edited file is seen in dev; the path is from the root of the project.
 * @throws Error naming the file that a language lacks, or what is wrong with it
 */
export function wordsOf(id: string, lang: Lang): Messages {
  const file = `src/charts/${id}/words.${lang}.json`;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(
      `${file}: no such file. The language "${lang}" needs it, with the keys of its neighbours.`,
    );
  }
  try {
    return JSON.parse(text) as Messages;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}
