/** A chart's messages, read from files: its own, and those that charts share; a new language is a file, not an import. */
import { readFileSync } from 'node:fs';
import type { Lang } from '~/i18n/languages';
import { type Messages, makeSay, type Say } from '~/i18n/say';

/**
 * What a chart says: the shared messages, and its own, which win. Read anew each time, so that an edited file is
 * seen in dev; paths are from the root of the project.
 * @throws Error naming the file that a language lacks, or what is wrong with it
 */
export const wordsOf = (id: string, lang: Lang): Messages => {
  const own = readMessages(`${id}/`, lang);
  return { ...sharedWords(lang), ...own };
};

/** What charts have in common: the table of moves, the name of a move's mark, the key to solid and outlined. */
export const sharedWords = (lang: Lang): Messages => readMessages('', lang);

/** Says the messages of a chart. */
export const sayOf = (id: string, lang: Lang): Say => makeSay(`charts/${id}/words`, wordsOf(id, lang), lang);

/** Messages of a chart's folder alone, `flows/`, or of the folder of all charts, ''. */
export function readMessages(folder: string, lang: Lang): Messages {
  const file = `src/charts/${folder}words.${lang}.json`;
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
