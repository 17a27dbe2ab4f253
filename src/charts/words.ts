/** A chart's messages, read from files: its own, and those that charts share; a new language is a file, not an import. */
import { existsSync, readFileSync } from 'node:fs';
import { CONTENT } from '~/i18n/content';
import type { Lang } from '~/i18n/languages';
import { type Messages, makeSay, type Say } from '~/i18n/say';

/**
 * What a chart says: the shared messages, its own, and what the content has it say of its subject; the later win. Read anew each time, so that an edited file is
 * seen in dev; paths are from the root of the project.
 * @throws Error naming the file that a language lacks, or what is wrong with it
 */
export const wordsOf = (id: string, lang: Lang): Messages => {
  const own = readMessages(`${id}/`, lang);
  return { ...sharedWords(lang), ...own, ...subjectWords(id, lang) };
};

/** What charts have in common: the table of moves, the name of a move's mark, the key to solid, outlined and striped. */
export const sharedWords = (lang: Lang): Messages => readMessages('', lang);

/** Says the messages of a chart. */
export const sayOf = (id: string, lang: Lang): Say => makeSay(`charts/${id}/words`, wordsOf(id, lang), lang);

/** What a chart says of the subject of the content alone; nothing where there is no such file. */
export function subjectWords(id: string, lang: Lang): Messages {
  const file = `${CONTENT}/words/charts/${id}.${lang}.json`;
  return existsSync(file) ? readJson(file) : {};
}

/** Messages of a chart's folder alone, `flows/`, or of the folder of all charts, ''. */
export function readMessages(folder: string, lang: Lang): Messages {
  const file = `src/charts/${folder}words.${lang}.json`;
  if (!existsSync(file))
    throw new Error(
      `${file}: no such file. The language "${lang}" needs it, with the keys of its neighbours.`,
    );
  return readJson(file);
}

function readJson(file: string): Messages {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Messages;
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}
