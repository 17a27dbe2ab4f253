/** The languages a reader can choose. A third needs messages, story files and `_xx` columns, no code. */
export const LANGS = ['en', 'de'] as const;
export type Lang = (typeof LANGS)[number];

/** Languages that are published; the others are built in tests only. */
export const PUBLISHED: readonly Lang[] = ['en', 'de'];

/** How a language is written in the rest of the world: BCP 47 for Intl, underscore form for Open Graph. */
export const LOCALE: Record<Lang, { intl: string; og: string; dir: 'ltr' | 'rtl' }> = {
  en: { intl: 'en-GB', og: 'en_GB', dir: 'ltr' },
  de: { intl: 'de-DE', og: 'de_DE', dir: 'ltr' },
};
