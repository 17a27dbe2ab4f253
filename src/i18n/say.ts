/** Messages of one catalogue in one language: ICU syntax, every key checked, every value formatted for its reader. */
import { IntlMessageFormat } from 'intl-messageformat';
import { type Lang, LOCALE } from './languages';
import { formatNumber } from './numbers';

type MessageFormatElement = ReturnType<IntlMessageFormat['getAst']>[number];

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
  return (key, values = {}) => {
    const pattern = messages[key];
    if (pattern === undefined) throw new MissingMessage(key, name, lang);
    const format = compiled(pattern, lang);
    return typeof format === 'string' ? format : String(format.format(withTexts(values, lang)));
  };
}

const known = new Map<Lang, Map<string, IntlMessageFormat | string>>();

/** Catalogues are read anew for each view, and their messages are the same ones. */
function compiled(pattern: string, lang: Lang): IntlMessageFormat | string {
  const own = known.get(lang) ?? new Map<string, IntlMessageFormat | string>();
  known.set(lang, own);
  const format = own.get(pattern) ?? compile(pattern, lang);
  own.set(pattern, format);
  return format;
}

/** A message that asks for no value is a text from the start: most are, and pages say the same ones by the thousand. */
function compile(pattern: string, lang: Lang): IntlMessageFormat | string {
  const format = new IntlMessageFormat(pattern, LOCALE[lang].intl, undefined, { ignoreTag: true });
  const elements = format.getAst();
  if (elements.every(({ type }) => type === TYPE.literal)) return String(format.format());
  asInText(elements);
  return format;
}

/** A value as it stands in the text, beside the number itself, which plurals ask for. */
const inText = (name: string) => `${name} `;

/** `{n}` alone is a text already; `plural` and `select` keep their value. */
function asInText(elements: readonly MessageFormatElement[]): void {
  for (const element of elements) {
    if (element.type === TYPE.argument) element.value = inText(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select)
      for (const { value } of Object.values(element.options)) asInText(value);
  }
}

/** The parts of a message that matter here, as its parser numbers them. */
const TYPE = { literal: 0, argument: 1, select: 5, plural: 6 } as const;

/** With each value as it stands in the text: from a thousand on a count is told with its separators. */
function withTexts(values: Values, lang: Lang): Values {
  const all: Record<string, string | number> = { ...values };
  for (const [name, value] of Object.entries(values)) {
    const counted = typeof value === 'number' && Number.isInteger(value) && value >= 1000;
    all[inText(name)] = counted ? formatNumber(value, lang) : value;
  }
  return all;
}
