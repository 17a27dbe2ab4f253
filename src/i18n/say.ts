/** Messages of one catalogue in one language: ICU syntax, every key checked, every value formatted for its reader. */
import { IntlMessageFormat } from 'intl-messageformat';
import { type Lang, LOCALE } from './languages';

/** Keys to ICU patterns, as they stand in a `words.<lang>.json`. */
export type Messages = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;
/** Says a message. Throws on a key the catalogue lacks: a missing text stops the build, never a reader. */
export type Say = (key: string, values?: Values) => string;

/** A value of a column as it ends a message's key: "Nvidia GB200 chips" as "nvidia-gb200-chips". */
export const keyOf = (value: string): string => value.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** A message that no catalogue of its language has. */
export class MissingMessage extends Error {
  readonly key: string;
  /** The catalogue: `charts/flows/words`, `content/words`. */
  readonly catalogue: string;

  constructor(key: string, catalogue: string, lang: Lang) {
    super(`missing message "${key}" in ${catalogue}.${lang}`);
    this.key = key;
    this.catalogue = catalogue;
  }
}

/**
 * @param name  the catalogue, for error messages: `charts/flows`, `words`
 * @throws MissingMessage `missing message "key" in name.lang`
 */
export function makeSay(name: string, messages: Messages, lang: Lang): Say {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, values = {}) => {
    let format = compiled.get(key);
    if (!format) {
      const pattern = messages[key];
      if (pattern === undefined) throw new MissingMessage(key, name, lang);
      format = new IntlMessageFormat(pattern, LOCALE[lang].intl, undefined, { ignoreTag: true });
      compiled.set(key, format);
    }
    return String(format.format(values));
  };
}
