/** Formatters of the platform, each made once: making one costs a hundred times what using it does. */

const made = new Map<string, unknown>();

function once<F>(kind: string, locale: string, options: object, make: () => F): F {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = made.get(key) as F | undefined;
  if (known) return known;
  const formatter = make();
  made.set(key, formatter);
  return formatter;
}

/** Dates are days of the calendar, wherever the build runs. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once('date', locale, options, () => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }));

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  once('number', locale, options, () => new Intl.NumberFormat(locale, options));

/** What a language is called in another: "German", "Deutsch". @param code  ISO 639-1 */
export const languageName = (code: string, locale: string): string =>
  once(
    `language ${code}`,
    locale,
    {},
    () => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code,
  );
