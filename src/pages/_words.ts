/** The site's own messages: every `*.<lang>.json` and `<lang>.json` of the content's words, as one catalogue a language. */
import { readdirSync, readFileSync } from 'node:fs';
import { CONTENT } from '~/i18n/content';
import type { Lang } from '~/i18n/languages';
import { type Messages, makeSay, type Say } from '~/i18n/say';

const FOLDER = `${CONTENT}/words`;

const made = new Map<Lang, Say>();

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
  const own = readdirSync(FOLDER).filter((file) => file === `${lang}.json` || file.endsWith(`.${lang}.json`));
  return Object.assign(
    {},
    ...own.map((file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))),
  ) as Messages;
}
