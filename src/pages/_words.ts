/** The site's own messages: every `content/words/*.<lang>.json` and `<lang>.json`, as one catalogue a language. */
import type { Lang } from '~/i18n/languages';
import { type Messages, makeSay, type Say } from '~/i18n/say';

const files = import.meta.glob<Messages>('/content/words/*.json', { eager: true, import: 'default' });

const made = new Map<Lang, Say>();

export function sayFor(lang: Lang): Say {
  const known = import.meta.env.DEV ? undefined : made.get(lang);
  const say = known ?? makeSay('content/words', catalogue(lang), lang);
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
  const own = Object.entries(files).filter(([file]) => new RegExp(`[./]${lang}\\.json$`).test(file));
  return Object.assign({}, ...own.map(([, messages]) => messages)) as Messages;
}
