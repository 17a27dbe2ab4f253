/** The site's own messages as one catalogue a language: those of any story in `src/words`, and those of this one in its content. */
import { readdirSync, readFileSync } from 'node:fs';
import { CONTENT } from '~/i18n/content';
import type { Lang } from '~/i18n/languages';
import { type Messages, makeSay, type Say } from '~/i18n/say';

const FOLDER = `${CONTENT}/words`;
/** Later ones win: a content may say otherwise what any story says. */
const FOLDERS = ['src/words', FOLDER];

const made = new Map<Lang, Say>();
const given = new Map<string, string>();

export function sayFor(lang: Lang): Say {
  const known = import.meta.env.DEV ? undefined : made.get(lang);
  const say = known ?? makeSay(FOLDER, catalogue(lang), lang);
  made.set(lang, say);
  return say;
}

/**
 * Messages the browser needs: those under `client.`, without that prefix.
 * @param page  the page whose own script is there too: its messages stand under `client.<page>.`
 */
export function clientWords(lang: Lang, page = ''): string {
  const key = `${lang} ${page}`;
  const known = import.meta.env.DEV ? undefined : given.get(key);
  const words = known ?? wordsFor(lang, page);
  given.set(key, words);
  return words;
}

function wordsFor(lang: Lang, page: string): string {
  const entries = Object.entries(catalogue(lang)).flatMap(([key, text]) => {
    const [client, group, ...rest] = key.split('.');
    // A notice may be one page's, as any word.
    const whose = group === 'notice' ? rest.length > 1 && rest[0] : rest.length > 0 && group;
    const own = !whose || whose === page;
    return client === 'client' && own ? [[key.slice('client.'.length), text] as const] : [];
  });
  return JSON.stringify(Object.fromEntries(entries));
}

function catalogue(lang: Lang): Messages {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file === `${lang}.json` || file.endsWith(`.${lang}.json`))
      .map((file) => `${folder}/${file}`),
  );
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8')))) as Messages;
}
